import { sql } from 'kysely';
import type { Day, Instant } from '../../base/time.ts';
import type { Hours } from '../../base/units.ts';
import type { Db } from '../../platform/db/connect.ts';
import { timestamp } from '../../platform/db/values.ts';
import type { PersonId, SeatId, TeamId } from '../people/types.ts';
import type { TrialHours } from './hours.ts';
import type { Criterion, Extension, Trial, TrialOutcome, TrialSide } from './types.ts';

/** Trials that the actor may read, the newest first: their own, and those in seats they decide on. */
export async function readTrials(
  db: Db,
  of: { trialId?: number; seatId?: SeatId; personId?: PersonId; isOpen?: boolean } = {},
): Promise<Trial[]> {
  const rows = await db
    .selectFrom('trial')
    .selectAll()
    .$if(of.trialId !== undefined, (query) => query.where('trial_id', '=', of.trialId!))
    .$if(of.seatId !== undefined, (query) => query.where('seat_id', '=', of.seatId!))
    .$if(of.personId !== undefined, (query) => query.where('person_id', '=', of.personId!))
    .$if(of.isOpen === true, (query) => query.where('state', '<>', 'ended'))
    .orderBy('proposed_at', 'desc')
    .orderBy('trial_id', 'desc')
    .execute();
  return rows.map((row) => ({
    trialId: row.trial_id,
    seatId: row.seat_id as SeatId,
    personId: row.person_id as PersonId,
    decisionId: row.decision_id,
    state: row.state as Trial['state'],
    waitsFor: row.waits_for as TrialSide | null,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at as Instant,
    criteria: row.criteria as Criterion[],
    startDay: row.start_day as Day | null,
    ticketHours: row.ticket_hours as Hours | null,
    ticketHoursBefore: row.ticket_hours_before as Hours | null,
    promise: row.promise,
    proposalWords: row.proposal_words,
    agreedAt: row.agreed_at as Instant | null,
    toldInTalk: row.told_in_talk,
    fromDay: row.from_day as Day | null,
    untilDay: row.until_day as Day,
    longer: row.longer_until && { until: row.longer_until as Day, because: row.longer_because ?? '' },
    extended: row.extended as Extension[],
    backTeamId: row.back_team_id as TeamId | null,
    backSeatId: row.back_seat_id as SeatId | null,
    endedOn: row.ended_on as Day | null,
    outcome: row.outcome as TrialOutcome | null,
    endSide: row.end_side as TrialSide | null,
    endWords: row.end_words,
  }));
}

/** A trial before it is kept: what is left out begins empty. */
export type NewTrial = Pick<
  Trial,
  | 'seatId'
  | 'personId'
  | 'decisionId'
  | 'proposedBy'
  | 'proposedAt'
  | 'criteria'
  | 'ticketHours'
  | 'startDay'
  | 'untilDay'
  | 'promise'
  | 'proposalWords'
>;

/** Keeps a proposed trial, which waits for the person; answers with its number. Undefined: one is open there already. */
export async function insertTrial(db: Db, trial: NewTrial): Promise<number | undefined> {
  const row = await db
    .insertInto('trial')
    .values({
      seat_id: trial.seatId,
      person_id: trial.personId,
      decision_id: trial.decisionId,
      waits_for: 'person',
      proposed_by: trial.proposedBy,
      proposed_at: timestamp(trial.proposedAt),
      criteria: JSON.stringify(trial.criteria),
      ticket_hours: trial.ticketHours,
      start_day: trial.startDay,
      until_day: trial.untilDay,
      promise: trial.promise,
      proposal_words: trial.proposalWords,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('trial_id')
    .executeTakeFirst();
  return row?.trial_id;
}

/** What may change of a trial once it is kept. */
export type TrialChange = Partial<
  Omit<Trial, 'trialId' | 'seatId' | 'personId' | 'decisionId' | 'proposedBy' | 'proposedAt' | 'promise'>
>;

/** Changes a trial; false: there is none with that number for the actor. */
export async function updateTrial(db: Db, trialId: number, change: TrialChange): Promise<boolean> {
  const { longer } = change;
  const set = {
    ...(change.state !== undefined && { state: change.state }),
    ...(change.waitsFor !== undefined && { waits_for: change.waitsFor }),
    ...(change.criteria !== undefined && { criteria: JSON.stringify(change.criteria) }),
    ...(change.ticketHours !== undefined && { ticket_hours: change.ticketHours }),
    ...(change.ticketHoursBefore !== undefined && { ticket_hours_before: change.ticketHoursBefore }),
    ...(change.proposalWords !== undefined && { proposal_words: change.proposalWords }),
    ...(change.agreedAt !== undefined && { agreed_at: change.agreedAt && timestamp(change.agreedAt) }),
    ...(change.toldInTalk !== undefined && { told_in_talk: change.toldInTalk }),
    ...(change.startDay !== undefined && { start_day: change.startDay }),
    ...(change.fromDay !== undefined && { from_day: change.fromDay }),
    ...(change.untilDay !== undefined && { until_day: change.untilDay }),
    ...(longer !== undefined && { longer_until: longer?.until ?? null, longer_because: longer?.because ?? null }),
    ...(change.extended !== undefined && { extended: JSON.stringify(change.extended) }),
    ...(change.backTeamId !== undefined && { back_team_id: change.backTeamId }),
    ...(change.backSeatId !== undefined && { back_seat_id: change.backSeatId }),
    ...(change.endedOn !== undefined && { ended_on: change.endedOn }),
    ...(change.outcome !== undefined && { outcome: change.outcome }),
    ...(change.endSide !== undefined && { end_side: change.endSide }),
    ...(change.endWords !== undefined && { end_words: change.endWords }),
  };
  const result = await db.updateTable('trial').set(set).where('trial_id', '=', trialId).executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Own ticket hours agreed for people whose trial runs. */
export async function readTrialHours(db: Db): Promise<TrialHours[]> {
  const rows = await db
    .selectFrom('trial')
    .select(['person_id', 'ticket_hours'])
    .where('state', '=', 'running')
    .where('ticket_hours', 'is not', null)
    .execute();
  return rows.map((row) => ({ personId: row.person_id as PersonId, ticketHours: row.ticket_hours as Hours }));
}

/** Whether somebody was ever asked to try a seat, and whether a decision on one was about them. */
export async function readAboutThem(db: Db, personId: number): Promise<{ tries: boolean; decided: boolean }> {
  const { rows } = await sql<{ tries: boolean; decided: boolean }>`
    select exists (select from trial where person_id = ${personId}) as tries,
      exists (select from decision where person_id = ${personId}) as decided`.execute(db);
  return rows[0]!;
}
