import { Refusal } from '../../base/errors.ts';
import type { Day } from '../../base/time.ts';
import { adviceAsItWas, differsFrom } from '../../model/journal-advice.ts';
import { proposeCriteria } from '../../model/trial-criteria.ts';
import { latestStart, PROMISE, proposeDays, proposeHours, refuseTrial } from '../../model/trial-plan.ts';
import type { FirmContext } from '../../platform/context.ts';
import { insertDecision } from '../../records/decisions/store.ts';
import type { Situation } from '../../records/firm/types.ts';
import type { Person, SeatId } from '../../records/people/types.ts';
import { addTrialReviews } from '../../records/trials/review.store.ts';
import { insertTrial, readTrials } from '../../records/trials/store.ts';
import type { Criterion } from '../../records/trials/types.ts';
import type { Verdict } from '../../records/verdicts/types.ts';
import { adviceHere } from './advice.actions.ts';
import { answerWith, seatIn, structureOf } from './answer.actions.ts';
import type { ProposedTrial, TrialAnswer, TrialList } from './contract.ts';
import { sayNext } from './next.ts';
import { readTerms, type TypedTerms } from './terms.ts';

/** One's own trials, and those in seats that one decides on; the newest first. */
export async function findTrials(ctx: FirmContext): Promise<TrialList> {
  const trials = await readTrials(ctx.db);
  if (trials.length === 0) return { trials: [] };
  const structure = await structureOf(ctx);
  const names = new Map(structure.people.map(({ personId, name }) => [personId, name]));
  for (const { personId } of trials) if (personId !== ctx.personId) ctx.concerns.people.add(personId);
  return {
    trials: trials.map((trial) => {
      const { trialId, state, outcome, untilDay, endedOn, waitsFor, personId } = trial;
      const fromDay = trial.fromDay ?? (state === 'proposed' ? trial.startDay : null);
      const isMine = personId === ctx.personId;
      return {
        ...{ trialId, state, outcome, fromDay, untilDay, endedOn, waitsFor, isMine },
        seat: seatIn(structure, trial),
        person: { personId, name: names.get(personId) ?? 'Somebody who has left' },
        next: sayNext(trial, isMine ? 'person' : 'decider', structure.day),
      };
    }),
  };
}

/** What a trial could begin from. What isn't known yet of somebody is used only where their numbers are open. */
export async function prepare(
  ctx: FirmContext,
  input: { seatId: number; personId?: number | undefined },
): Promise<ProposedTrial> {
  const seatId = input.seatId as SeatId;
  const { situation, verdict, shown, seesHours } = await adviceHere(ctx, seatId);
  const { structure, playbook } = situation;
  const person = input.personId === undefined ? null : personIn(situation, input.personId);
  if (person !== null) ctx.concerns.people.add(person.personId);
  const { untilDay, reviewDays } = proposeDays(structure.day, playbook);
  const told = person && seesHours(person.personId) ? person.ownTicketHours : null;
  return {
    seat: seatIn(structure, { seatId }),
    people: structure.people
      .filter(({ work, personId }) => work !== 'service-account' && personId !== ctx.personId)
      .map(({ personId, name }) => ({ personId, name })),
    person: person && { personId: person.personId, name: person.name },
    refusal: person && (await refusalOf(ctx, situation, seatId, person)),
    terms: {
      criteria: criteriaFor(situation, verdict, shown ? person : null),
      startDay: structure.day,
      untilDay,
      ticketHours: proposeHours(told, playbook),
    },
    reviewDays,
    ticketHoursNow: told,
    promise: PROMISE,
    today: structure.day,
    latestStart: latestStart(structure.day, playbook),
    differs: person && shown ? differsFrom(verdict, { personId: person.personId, trial: true }) : null,
    closed: shown
      ? null
      : 'Our advice on this seat is not open to you: the record will say so, so your reason stands alone.',
  };
}

function criteriaFor({ observations }: Situation, verdict: Verdict, person: Person | null): Criterion[] {
  const seen = observations.filter(({ personId, level }) => personId === person?.personId && level !== null);
  const candidate = verdict.candidates.find(({ personId }) => personId === person?.personId) ?? null;
  return proposeCriteria(candidate, verdict.demand, new Set(seen.map(({ competency }) => competency)));
}

function personIn({ structure }: Situation, personId: number): Person {
  const person = structure.people.find((one) => one.personId === personId && one.work !== 'service-account');
  if (!person) throw new Refusal('not-found', 'There is no such person in this firm.', { field: 'personId' });
  return person;
}

/** Why there can be no trial, on whichever day it began; null: there can. */
async function refusalOf(
  ctx: FirmContext,
  situation: Situation,
  seatId: SeatId,
  person: Person,
): Promise<string | null> {
  try {
    await refuseTrialOf(ctx, situation, seatId, person, latestStart(situation.structure.day, situation.playbook));
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

async function refuseTrialOf(
  ctx: FirmContext,
  { structure }: Situation,
  seatId: SeatId,
  person: Person,
  from: Day,
): Promise<void> {
  if (person.personId === ctx.personId)
    throw new Refusal('not-allowed', 'A trial of your own is for somebody else to decide: ask whoever leads you.', {
      field: 'personId',
    });
  refuseTrial(structure, seatId, person, from);
  const open = await ctx.asEngine((db) => readTrials(db, { isOpen: true }));
  if (open.some((one) => one.seatId === seatId))
    throw new Refusal('conflict', 'A trial is open in this seat already: its page says how it stands.', {
      field: 'seatId',
    });
  if (open.some((one) => one.personId === person.personId))
    throw new Refusal('conflict', `${person.name} has a trial already: one at a time is enough.`, {
      field: 'personId',
    });
}

type Proposal = TypedTerms & {
  seatId: number;
  personId: number;
  words?: string | null | undefined;
  reason?: string | null | undefined;
};

/** Proposes a trial and keeps on record what our advice said. Nothing begins before the person agrees. */
export async function propose(ctx: FirmContext, input: Proposal): Promise<TrialAnswer> {
  const seatId = input.seatId as SeatId;
  const { situation, verdict, shown } = await adviceHere(ctx, seatId);
  const { structure, playbook } = situation;
  const person = personIn(situation, input.personId);
  const { reviewDays, ...terms } = readTerms(input, { today: structure.day, told: person.ownTicketHours, playbook });
  await refuseTrialOf(ctx, situation, seatId, person, terms.startDay ?? structure.day);
  const { personId } = person;
  const kind = 'trial' as const;
  const decisionId = await insertDecision(ctx.db, {
    ...{ seatId, personId, kind, day: structure.day, decidedBy: ctx.actor },
    reason: input.reason?.trim() || null,
    advice: adviceAsItWas(verdict, playbook, { personId, kind }, shown),
    at: ctx.now(),
  });
  const trialId = await insertTrial(ctx.db, {
    ...{ seatId, personId, decisionId, proposedBy: ctx.actor, proposedAt: ctx.now(), promise: PROMISE, ...terms },
    proposalWords: input.words?.trim() || null,
  });
  // Somebody else was quicker by a moment.
  if (trialId === undefined)
    throw new Refusal('conflict', 'A trial was proposed there just now: reload the page.', { field: 'seatId' });
  await addTrialReviews(ctx.db, { trialId, seatId, personId }, reviewDays);
  ctx.concerns.details.seatId = seatId;
  return answerWith(ctx, trialId);
}

/** A trial as one of the two reads it. */
export const findTrial = (ctx: FirmContext, { trialId }: { trialId: number }): Promise<TrialAnswer> =>
  answerWith(ctx, trialId);
