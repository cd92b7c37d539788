import { Refusal } from '../../base/errors.ts';
import { adviceAsItWas } from '../../model/journal-advice.ts';
import { readChart } from '../../model/structure.ts';
import { proposeReviews, readLastDay, saidNo } from '../../model/trial-plan.ts';
import type { FirmContext } from '../../platform/context.ts';
import { endCandidacies } from '../../records/decisions/candidacy.store.ts';
import { insertDecision } from '../../records/decisions/store.ts';
import { extendActing, setHolder } from '../../records/people/seats.store.ts';
import { MEMBERSHIP, PERSON_LINE, setSpans } from '../../records/people/spans.store.ts';
import { updatePerson } from '../../records/people/store.ts';
import type { Structure } from '../../records/people/types.ts';
import { ticketHoursNow } from '../../records/trials/hours.ts';
import { addTrialReviews, dropSilentReviews } from '../../records/trials/review.store.ts';
import { updateTrial } from '../../records/trials/store.ts';
import type { Trial, TrialOutcome, TrialSide } from '../../records/trials/types.ts';
import { adviceHere } from './advice.actions.ts';
import { answerWith, type OpenTrial, openTrial, structureOf } from './answer.actions.ts';
import { settle } from './begin.actions.ts';
import type { TrialAnswer } from './contract.ts';
import { againstStaying, personHere, refuseEnd, refuseOutOfTurn, refuseUnless, speaksFor } from './rules.ts';
import { readTerms, type TypedTerms } from './terms.ts';

type Telling = { trialId: number; told: boolean };

/** Agrees to what the other proposes: the trial begins on its day, or lasts longer. */
export async function agree(ctx: FirmContext, input: Telling): Promise<TrialAnswer> {
  const open = await openTrial(ctx, input.trialId);
  const { trial, reader } = open;
  const side = speaksFor(reader, input.told);
  refuseOutOfTurn(trial, side);
  if (trial.state === 'proposed') await settle(ctx, open, input.told);
  else await lengthen(ctx, open, side);
  return answerWith(ctx, input.trialId);
}

async function lengthen(ctx: FirmContext, { trial, structure, playbook }: OpenTrial, side: TrialSide): Promise<void> {
  const { trialId, seatId, personId, longer, untilDay, extended } = trial;
  const until = readLastDay(longer!.until, structure.day);
  const asked: TrialSide = side === 'person' ? 'decider' : 'person';
  const one = { from: untilDay, until, because: longer!.because, asked, on: structure.day };
  await ctx.asEngine((db) => extendActing(db, seatId, personId, until));
  await updateTrial(ctx.db, trialId, {
    ...{ untilDay: until, longer: null, waitsFor: null },
    extended: [...extended, one],
  });
  // Looked at on the way to the new day as on the way to the first one.
  const days = proposeReviews(structure.day, until, playbook).filter((day) => day > untilDay);
  await addTrialReviews(ctx.db, trial, days.length > 0 ? days : [until]);
}

/** Proposes other terms, also after both agreed, as long as it has not begun; now the other is asked. */
export async function change(
  ctx: FirmContext,
  input: TypedTerms & Telling & { words?: string | null | undefined },
): Promise<TrialAnswer> {
  const { trial, structure, reader, playbook } = await openTrial(ctx, input.trialId);
  const side = speaksFor(reader, input.told);
  if (trial.state !== 'agreed') refuseUnless('proposed', trial);
  const told = personHere(structure, trial.personId).ownTicketHours;
  const { reviewDays, ...terms } = readTerms(input, { today: structure.day, told, playbook });
  await updateTrial(ctx.db, trial.trialId, {
    ...terms,
    ...{ state: 'proposed', fromDay: null, agreedAt: null },
    proposalWords: input.words?.trim() || null,
    waitsFor: side === 'person' ? 'decider' : 'person',
  });
  await dropSilentReviews(ctx.db, trial.trialId, null);
  await addTrialReviews(ctx.db, trial, reviewDays);
  return answerWith(ctx, input.trialId);
}

/** Asks the other for more time; or says no to it, or takes the wish back. */
export async function askLonger(
  ctx: FirmContext,
  input: Telling & { untilDay: string | null; because?: string | null | undefined },
): Promise<TrialAnswer> {
  const { trial, structure, reader } = await openTrial(ctx, input.trialId);
  const side = speaksFor(reader, input.told);
  refuseUnless('running', trial);
  if (input.untilDay === null) {
    await updateTrial(ctx.db, trial.trialId, { longer: null, waitsFor: null });
    return answerWith(ctx, input.trialId);
  }
  const until = readLastDay(input.untilDay, trial.fromDay ?? structure.day);
  const because = input.because?.trim() ?? '';
  const refuse = (field: string, message: string): never => {
    throw new Refusal('bad-input', message, { field });
  };
  if (until <= trial.untilDay || until <= structure.day)
    refuse('untilDay', `It lasts until ${trial.untilDay} already: choose a later day.`);
  if (because === '') refuse('because', 'Say why more time is needed: it stays beside the trial.');
  await updateTrial(ctx.db, trial.trialId, {
    longer: { until, because },
    waitsFor: side === 'person' ? 'decider' : 'person',
  });
  return answerWith(ctx, input.trialId);
}

/** Ends a trial: the person stays for good, goes back to where they were, or it doesn't begin. */
export async function end(
  ctx: FirmContext,
  input: Telling & { outcome: TrialOutcome; words?: string | null | undefined },
): Promise<TrialAnswer> {
  const open = await openTrial(ctx, input.trialId);
  const { trial, structure, reviews, reader, name } = open;
  const side = speaksFor(reader, input.told);
  const words = input.words?.trim() || null;
  const person = structure.people.find((one) => one.personId === trial.personId);
  const against = (person && saidNo(person)) ?? againstStaying(name, reviews);
  refuseEnd(trial, { side, outcome: input.outcome, words, against });
  if (input.outcome === 'took-seat') await stay(ctx, trial, words);
  if (input.outcome === 'returned') await goBack(ctx, trial, structure);
  await dropSilentReviews(ctx.db, trial.trialId, structure.day);
  await updateTrial(ctx.db, trial.trialId, {
    ...{ state: 'ended', waitsFor: null, longer: null, endedOn: structure.day },
    ...(input.outcome === 'not-begun' && { fromDay: null }),
    ...{ outcome: input.outcome, endSide: side, endWords: words, toldInTalk: trial.toldInTalk || input.told },
  });
  ctx.concerns.details.outcome = input.outcome;
  return answerWith(ctx, input.trialId);
}

/** The person holds the seat from today on, with the hours that were agreed; a decision of its own, with our advice of today. */
async function stay(ctx: FirmContext, trial: Trial, reason: string | null): Promise<void> {
  const { seatId, personId } = trial;
  const { situation, verdict, shown } = await adviceHere(ctx, seatId);
  const { structure, playbook } = situation;
  const person = personHere(structure, personId);
  if (structure.seats.find((seat) => seat.seatId === seatId)?.holderId !== personId)
    throw new Refusal('conflict', 'They don’t act in this seat any more: look at the seat first.', {
      field: 'outcome',
    });
  await insertDecision(ctx.db, {
    ...{ seatId, personId, kind: 'hold', day: structure.day, decidedBy: ctx.actor, reason },
    advice: adviceAsItWas(verdict, playbook, { personId, kind: 'hold' }, shown),
    at: ctx.now(),
  });
  await ctx.asEngine(async (db) => {
    await setHolder(db, seatId, personId, null, structure.day);
    const ownTicketHours = ticketHoursNow(person);
    if (trial.ticketHours !== null) await updatePerson(db, personId, { ownTicketHours }, structure.day);
    await endCandidacies(db, seatId, ctx.now());
  });
}

/** Back to the team and the line of before; the seat is open again. */
async function goBack(ctx: FirmContext, trial: Trial, { day, seats, memberships }: Structure): Promise<void> {
  const { seatId, personId, backTeamId, backSeatId } = trial;
  const holds = seats.find((seat) => seat.seatId === seatId)?.holderId === personId;
  const line = seats.some((seat) => seat.seatId === backSeatId) ? backSeatId : null;
  const team = memberships.find((one) => one.personId === personId)?.teamId ?? null;
  await ctx.asEngine(async (db) => {
    if (holds) await setHolder(db, seatId, null, null, day);
    if (line !== null) await setSpans(db, PERSON_LINE, day, [{ owner: personId, value: line }]);
    if (backTeamId !== null && backTeamId !== team)
      await setSpans(db, MEMBERSHIP, day, [{ owner: personId, value: backTeamId }]);
  });
  readChart(await structureOf(ctx));
}
