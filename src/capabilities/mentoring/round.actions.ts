import { Refusal } from '../../base/errors.ts';
import { mentoringInputOf } from '../../model/development/mentoring-input.ts';
import { measurePair, sumOutcomes } from '../../model/development/mentoring-outcome.ts';
import type { MentoringProposal } from '../../model/development/mentoring-types.ts';
import type { FirmContext } from '../../platform/context.ts';
import { inThread } from '../../platform/threads/in-thread.ts';
import { situationOf } from '../../records/firm/store.ts';
import type { Situation } from '../../records/firm/types.ts';
import {
  endPairsOfLeft,
  insertMentoringPairs,
  readMentoringPairs,
  readMentoringRhythms,
  readVetoes,
  readWishes,
  saveFoundNone,
  savePairState,
} from '../../records/mentoring/store.ts';
import type { MentoringPair, MentoringRhythm, MentoringWish } from '../../records/mentoring/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import { readShifts } from '../../records/shifts/store.ts';
import type { KeptPair, MentoringRound, ProposedPair } from './contract.ts';
import { sayToMentee } from './mentee-words.ts';

/** How long a matching is looked for; as long again for what stands around it. */
const PATIENCE = 20;

type Looked = {
  situation: Situation;
  wishes: MentoringWish[];
  pairs: MentoringPair[];
  proposal: MentoringProposal;
};

/** What would be proposed now. Reads as the program, vetoes included, and tells nothing that would tell them. */
async function lookForMentors(ctx: Pick<FirmContext, 'asEngine' | 'now'>): Promise<Looked> {
  const situation = await situationOf(ctx);
  const facts = await ctx.asEngine(async (db) => ({
    wishes: await readWishes(db),
    vetoes: await readVetoes(db),
    pairs: await readMentoringPairs(db),
    shifts: await readShifts(db),
  }));
  const input = mentoringInputOf(situation, facts);
  const { playbook } = situation;
  const data = { input, playbook, seconds: PATIENCE };
  const proposal = await inThread<MentoringProposal>(new URL('./worker.ts', import.meta.url), data, 2 * PATIENCE);
  return { situation, wishes: facts.wishes, pairs: facts.pairs, proposal };
}

/** The round as it would be now, with the pairs that go on. */
export async function findRound(ctx: Pick<FirmContext, 'asEngine' | 'now' | 'concerns'>): Promise<MentoringRound> {
  const { situation, wishes, pairs, proposal } = await lookForMentors(ctx);
  const { structure, playbook } = situation;
  const here = new Map(structure.people.map((one) => [one.personId, one.name]));
  const rhythms = await ctx.asEngine(readMentoringRhythms);
  const called = (personId: PersonId) => ({ personId, name: here.get(personId) ?? 'somebody' });
  const said = wishes.filter(({ personId }) => here.has(personId));
  const measured = pairs.flatMap((one) =>
    one.beganOn === null || !here.has(one.menteeId)
      ? []
      : [measurePair({ ...one, beganOn: one.beganOn }, situation.observations, structure.day, playbook)],
  );
  const live = pairs.filter(({ mentorId, menteeId }) => here.has(mentorId) && here.has(menteeId));
  const round: MentoringRound = {
    today: structure.day,
    wanting: said.filter(({ wantsMentor }) => wantsMentor).length,
    offering: said.filter(({ places }) => places > 0).length,
    places: said.reduce((sum, { places }) => sum + places, 0),
    matches: proposal.matches.map((match) => proposedOf(match, called)),
    unmatched: proposal.unmatched.map(({ personId, text }) => ({ person: called(personId), text })),
    ended: proposal.ended.map(({ text }) => text),
    pairs: live.flatMap((one) => keptOf(one, rhythms)),
    outcomes: sumOutcomes(measured, playbook),
    timeIsUp: proposal.timeIsUp,
  };
  for (const { mentor, mentee } of [...round.matches, ...round.pairs])
    for (const { personId } of [mentor, mentee]) ctx.concerns.people.add(personId);
  for (const { person } of round.unmatched) ctx.concerns.people.add(person.personId);
  return round;
}

type Match = MentoringProposal['matches'][number];

function proposedOf(match: Match, called: (id: PersonId) => ProposedPair['mentor']): ProposedPair {
  return {
    mentor: called(match.mentorId),
    mentee: called(match.menteeId),
    wants: match.gaps.map(({ competency }) => competency),
    reasons: match.reasons,
    secondBest: match.secondBest?.text ?? null,
  };
}

function keptOf(pair: MentoringPair, rhythms: readonly MentoringRhythm[]): KeptPair[] {
  const { pairId, state, mentorId, menteeId } = pair;
  if (state !== 'asked' && state !== 'running') return [];
  const rhythm = rhythms.find((one) => one.pairId === pairId);
  return [
    {
      pairId,
      mentor: { personId: mentorId, name: pair.mentor },
      mentee: { personId: menteeId, name: pair.mentee },
      state,
      since: pair.beganOn ?? pair.askedOn,
      untilDay: pair.untilDay,
      held: rhythm?.held ?? 0,
      nextAt: rhythm?.nextAt ?? null,
      nextZone: rhythm?.nextZone ?? null,
      halfWay: rhythm?.saidHalfWay.length ?? 0,
    },
  ];
}

/** Asks both of each pair, of those that would be proposed now; who gets none is told why on their own page. */
export async function askPairs(
  ctx: FirmContext,
  { pairs }: { pairs: readonly { mentorId: number; menteeId: number }[] },
): Promise<{ asked: number }> {
  const day = (await situationOf(ctx)).structure.day;
  await ctx.asEngine((db) => endPairsOfLeft(db, day));
  const { proposal } = await lookForMentors(ctx);
  const keyOf = (one: { mentorId: number; menteeId: number }) => `${one.mentorId} ${one.menteeId}`;
  const proposed = new Map(proposal.matches.map((one) => [keyOf(one), one]));
  const chosen = [...new Set(pairs.map(keyOf))].map((key) => proposed.get(key));
  if (chosen.includes(undefined))
    throw new Refusal(
      'conflict',
      'What people want has changed meanwhile, and one of these pairs is no longer proposed: look again.',
      {
        field: 'pairs',
      },
    );
  const added = await ctx.asEngine(async (db) => {
    const ids = await insertMentoringPairs(
      db,
      day,
      chosen.map((one) => ({
        mentorId: one!.mentorId,
        menteeId: one!.menteeId,
        wants: one!.gaps.map(({ competency }) => competency),
        reasons: one!.reasons,
      })),
    );
    const none = proposal.unmatched.map((one) => ({ personId: one.personId, text: sayToMentee(one) }));
    await saveFoundNone(db, day, none);
    return ids;
  });
  for (const one of chosen) {
    ctx.concerns.people.add(one!.mentorId);
    ctx.concerns.people.add(one!.menteeId);
  }
  return { asked: added.length };
}

/** Takes back a pair that was asked. */
export async function takeBackPair(ctx: FirmContext, { pairId }: { pairId: number }): Promise<{ pairId: number }> {
  const taken = await ctx.asEngine((db) => savePairState(db, pairId, 'asked', { state: 'not-begun' }));
  if (!taken)
    throw new Refusal('not-found', 'There is no such pair that was asked and has not begun.', { field: 'pairId' });
  return { pairId };
}
