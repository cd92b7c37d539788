import { readChart } from '../../model/structure.ts';
import { firstDayOf, proposeReviews, readLastDay, refuseTrial } from '../../model/trial-plan.ts';
import type { FirmContext } from '../../platform/context.ts';
import { endCandidacies } from '../../records/decisions/candidacy.store.ts';
import { setHolder } from '../../records/people/seats.store.ts';
import { PERSON_LINE, setSpans } from '../../records/people/spans.store.ts';
import type { PersonId } from '../../records/people/types.ts';
import { addTrialReviews, dropSilentReviews } from '../../records/trials/review.store.ts';
import { takeStarting } from '../../records/trials/starting.store.ts';
import { updateTrial } from '../../records/trials/store.ts';
import { type OpenTrial, openTrial, structureOf } from './answer.actions.ts';
import { personHere, refuseBegin } from './rules.ts';

/** Both agreed: the trial begins today, or waits for its day. */
export async function settle(ctx: FirmContext, open: OpenTrial, told: boolean): Promise<void> {
  const { trial, structure, reviews, playbook } = open;
  const { trialId, seatId, personId } = trial;
  const fromDay = firstDayOf(trial, structure.day);
  refuseTrial(structure, seatId, personHere(structure, personId), fromDay);
  readLastDay(trial.untilDay, fromDay);
  await updateTrial(ctx.db, trialId, {
    ...{ state: 'agreed', waitsFor: null, fromDay, agreedAt: ctx.now(), toldInTalk: told },
  });
  // Days that passed while they were still talking are no days to look at it.
  if (reviews.some(({ day }) => day <= fromDay)) {
    await dropSilentReviews(ctx.db, trialId, null);
    await addTrialReviews(ctx.db, trial, proposeReviews(fromDay, trial.untilDay, playbook));
  }
  if (fromDay <= structure.day) await begin(ctx, open);
}

/**
 * Begins a trial on the day that both agreed on, in the program's own standing; whom it is about. Null: it is no more to
 * begin. Refused where something is in the way by now: then nothing changes, and both read what it is.
 */
export async function beginAgreed(ctx: FirmContext, trialId: number): Promise<PersonId | null> {
  if (!(await takeStarting(ctx.db, trialId))) return null;
  const open = await openTrial(ctx, trialId);
  refuseBegin(open);
  await begin(ctx, open);
  return open.trial.personId;
}

/** From today on the person acts in the seat, with the hours that were agreed; what was before is kept for the way back. */
async function begin(ctx: FirmContext, { trial, structure }: OpenTrial): Promise<void> {
  const { trialId, seatId, personId, untilDay } = trial;
  const today = structure.day;
  const person = personHere(structure, personId);
  const line = structure.lines.find((one) => one.personId === personId)?.seatId ?? null;
  await ctx.asEngine(async (db) => {
    await setHolder(db, seatId, personId, untilDay, today);
    // Whoever rises from below a seat reports where the seat reports.
    if (line === seatId) await setSpans(db, PERSON_LINE, today, [{ owner: personId, value: null }]);
    await endCandidacies(db, seatId, ctx.now());
  });
  readChart(await structureOf(ctx));
  await updateTrial(ctx.db, trialId, {
    state: 'running',
    fromDay: today,
    ticketHoursBefore: person.ownTicketHours,
    backTeamId: structure.memberships.find((one) => one.personId === personId)?.teamId ?? null,
    backSeatId: line,
  });
}
