import { Refusal } from '../../base/errors.ts';
import type { Day, Instant } from '../../base/time.ts';
import { advise } from '../../model/advice.ts';
import { refuseUnlessDecides, sayDecider } from '../../model/deciders.ts';
import { adviceAsItWas } from '../../model/journal-advice.ts';
import { readChart } from '../../model/structure.ts';
import { sayDay } from '../../model/words.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readDecided } from '../../platform/db/standing.ts';
import {
  endCandidacies,
  openCandidacies,
  readCandidacies,
  readDeciders,
  readPeopleWithAccounts,
} from '../../records/decisions/candidacy.store.ts';
import { insertDecision } from '../../records/decisions/store.ts';
import { situationOf } from '../../records/firm/store.ts';
import { setHolder } from '../../records/people/seats.store.ts';
import { PERSON_LINE, setSpans } from '../../records/people/spans.store.ts';
import type { PersonId, SeatId, Structure } from '../../records/people/types.ts';
import { readTrials } from '../../records/trials/store.ts';
import type { Verdict } from '../../records/verdicts/types.ts';
import type { DecisionState } from './contract.ts';
import { readSeen, showFor } from './seen.actions.ts';

/** Opens the decision on a seat: everyone whom our advice weighs becomes a candidate and is told. */
export async function openSeatDecision(
  ctx: FirmContext,
  input: { seatId: number; tellMyself: boolean },
): Promise<{ seatId: SeatId; told: number; untold: number }> {
  const seatId = input.seatId as SeatId;
  const { verdict } = await adviceToDecide(ctx, seatId);
  const { considered } = verdict;
  if (considered.length === 0)
    throw new Refusal('conflict', 'Nobody is considered for this seat yet: say who works in its team first.', {
      field: 'seatId',
    });
  const accounts = await readPeopleWithAccounts(ctx.db);
  const told = considered.filter((id) => input.tellMyself || accounts.has(id) || id === ctx.personId);
  await openCandidacies(ctx.db, seatId, { considered, told }, { actor: ctx.actor, now: ctx.now() });
  for (const id of considered) ctx.concerns.people.add(id);
  ctx.concerns.details.seatId = seatId;
  const open = await readCandidacies(ctx.db, { seatId });
  const untold = open.filter((one) => one.toldAt === null).length;
  return { seatId, told: open.length - untold, untold };
}

/** Closes the decision on a seat without deciding. */
export async function closeSeatDecision(
  ctx: FirmContext,
  input: { seatId: number },
): Promise<{ seatId: SeatId; ended: number }> {
  const seatId = input.seatId as SeatId;
  await refuseOthers(ctx, seatId, await structureNow(ctx));
  const ended = await endCandidacies(ctx.db, seatId, ctx.now());
  for (const id of ended) ctx.concerns.people.add(id);
  ctx.concerns.details.seatId = seatId;
  return { seatId, ended: ended.length };
}

/** Who decides on a seat, and whom of the people considered they still have to tell. */
export async function readDecision(
  ctx: FirmContext,
  structure: Structure,
  { seatId, considered }: Pick<Verdict, 'seatId' | 'considered'>,
  decided: ReadonlySet<number>,
): Promise<DecisionState> {
  const mine = decided.has(seatId);
  const deciderId = (await ctx.asEngine(readDeciders)).get(seatId) ?? null;
  const state = { decider: sayDecider(structure, seatId, deciderId), deciderId, mine };
  if (!mine) return { ...state, openSince: null, untold: 0, fresh: 0, withoutAccount: 0 };
  const open = new Map((await readCandidacies(ctx.db, { seatId })).map((one) => [one.personId, one]));
  const untold = considered.filter((id) => open.get(id)?.toldAt == null);
  const accounts = await readPeopleWithAccounts(ctx.db);
  const since = Math.min(...[...open.values()].map((one) => one.since));
  return {
    ...state,
    openSince: open.size > 0 ? (since as Instant) : null,
    untold: untold.length,
    fresh: open.size > 0 ? untold.filter((id) => !open.has(id)).length : 0,
    withoutAccount: untold.filter((id) => !accounts.has(id) && id !== ctx.personId).length,
  };
}

/**
 * Says who holds a seat from today on, or that nobody does, and keeps on record what our advice said then. Somebody acts in
 * a seat only by a trial (capabilities/trials), which both agree on first.
 */
export async function fillSeat(
  ctx: FirmContext,
  input: { seatId: number; personId: number | null; reason?: string | null | undefined },
): Promise<{ seatId: SeatId; from: Day }> {
  const seatId = input.seatId as SeatId;
  const personId = input.personId as PersonId | null;
  const { verdict, structure, playbook } = await adviceToDecide(ctx, seatId);
  const { day } = structure;
  if (personId !== null && !structure.people.some((person) => person.personId === personId)) {
    throw new Refusal('not-found', 'There is no such person in this firm.', { field: 'personId' });
  }
  await refuseOverTrial(ctx, seatId);
  await setHolder(ctx.db, seatId, personId, null, day);
  // Whoever rises from below a seat into it reports where the seat reports; that follows, whoever may write lines.
  const rises = structure.lines.some((line) => line.personId === personId && line.seatId === seatId);
  if (rises) await ctx.asEngine((db) => setSpans(db, PERSON_LINE, day, [{ owner: personId!, value: null }]));
  readChart(await structureNow(ctx));
  const kind = personId === null ? 'leave-open' : 'hold';
  const reason = input.reason?.trim() || null;
  const record = { seatId, personId, kind, day, decidedBy: ctx.actor, reason, at: ctx.now() } as const;
  const shown = showFor(await readSeen(ctx, structure), verdict).verdict !== null;
  await insertDecision(ctx.db, { ...record, advice: adviceAsItWas(verdict, playbook, { personId, kind }, shown) });
  // Decided: what the decision was opened for is over.
  if (kind === 'hold') await endCandidacies(ctx.db, seatId, ctx.now());
  if (personId !== null) ctx.concerns.people.add(personId);
  ctx.concerns.details.seatId = seatId;
  return { seatId, from: day };
}

/** Whoever is on trial in a seat isn’t replaced in passing: the trial ends first, on its own page. */
export async function refuseOverTrial(ctx: FirmContext, seatId: SeatId): Promise<void> {
  const [open] = await ctx.asEngine((db) => readTrials(db, { seatId, isOpen: true }));
  if (open === undefined) return;
  throw new Refusal(
    'conflict',
    open.state === 'running'
      ? 'A trial runs in this seat: end it on its own page first, where you say how it goes on.'
      : open.state === 'agreed'
        ? `A trial is agreed for this seat and begins on ${sayDay(open.fromDay!)}: take it back on its own page first.`
        : 'A trial is proposed for this seat: take it back on its own page first, or wait for the answer.',
    { field: 'seatId', trialId: open.trialId },
  );
}

async function adviceToDecide(ctx: FirmContext, seatId: SeatId) {
  const situation = await situationOf(ctx);
  const { structure, playbook } = situation;
  await refuseOthers(ctx, seatId, structure);
  const [verdict] = advise({ ...situation, day: structure.day }, { seatId, flips: false });
  return { verdict: verdict!, structure, playbook };
}

async function refuseOthers(ctx: FirmContext, seatId: SeatId, structure: Structure): Promise<void> {
  refuseUnlessDecides(structure, seatId, await readDecided(ctx.db), await ctx.asEngine(readDeciders));
}

/** Read by the program: a reader who sees only some people would see a broken structure. */
async function structureNow(ctx: FirmContext): Promise<Structure> {
  return (await situationOf(ctx)).structure;
}
