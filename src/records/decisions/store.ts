import type { Day, Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { timestamp } from '../../platform/db/values.ts';
import type { PersonId, SeatId } from '../people/types.ts';
import { refuseWithoutReason } from './reason.ts';
import type { AdviceAsItWas, DecisionKind, RecordedDecision } from './types.ts';

/**
 * Keeps what was decided about a seat, with our advice as it was; answers with its number. Every way to a seat ends here, so
 * here a decision other than our advice is refused without its reason (the database refuses it as well).
 */
export async function insertDecision(db: Db, decision: Omit<RecordedDecision, 'decisionId'>): Promise<number> {
  refuseWithoutReason(decision);
  const row = await db
    .insertInto('decision')
    .values({
      seat_id: decision.seatId,
      person_id: decision.personId,
      kind: decision.kind,
      day: decision.day,
      decided_by: decision.decidedBy,
      reason: decision.reason,
      advice: JSON.stringify(decision.advice),
      at: timestamp(decision.at),
    })
    .returning('decision_id')
    .executeTakeFirstOrThrow();
  return row.decision_id;
}

/** The decisions that the actor may read, of one seat or of all, newest first. */
export async function readDecisions(
  db: Db,
  of: { seatId?: SeatId; decisionId?: number } = {},
): Promise<RecordedDecision[]> {
  const rows = await db
    .selectFrom('decision')
    .selectAll()
    .$if(of.seatId !== undefined, (query) => query.where('seat_id', '=', of.seatId!))
    .$if(of.decisionId !== undefined, (query) => query.where('decision_id', '=', of.decisionId!))
    .orderBy('at', 'desc')
    .orderBy('decision_id', 'desc')
    .execute();
  return rows.map((row) => ({
    decisionId: row.decision_id,
    seatId: row.seat_id as SeatId,
    personId: row.person_id as PersonId | null,
    kind: row.kind as DecisionKind,
    day: row.day as Day,
    decidedBy: row.decided_by,
    reason: row.reason,
    advice: row.advice as AdviceAsItWas,
    at: row.at as Instant,
  }));
}
