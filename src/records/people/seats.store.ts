import { sql } from 'kysely';
import type { Day } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { SEAT_LINE, setSpans } from './spans.store.ts';
import type { PersonId, Seat, SeatId, TeamId } from './types.ts';

/** What a seat is, apart from who holds it and what it reports to. */
export type SeatFacts = Pick<
  Seat,
  'title' | 'teamId' | 'plannedFor' | 'handsOn' | 'distanceOverride' | 'overrideReason'
>;

/** The team of that name, made when there is none. */
export async function findOrAddTeam(db: Db, name: string): Promise<TeamId> {
  const found = await sql<{ team_id: number }>`select team_id from team where lower(name) = lower(${name})`.execute(db);
  if (found.rows[0]) return found.rows[0].team_id as TeamId;
  const row = await db.insertInto('team').values({ name }).returning('team_id').executeTakeFirstOrThrow();
  return row.team_id as TeamId;
}

export async function insertSeat(
  db: Db,
  seat: Pick<SeatFacts, 'title' | 'teamId' | 'plannedFor'>,
  day: Day,
): Promise<SeatId> {
  const row = await db
    .insertInto('seat')
    .values({ title: seat.title, team_id: seat.teamId, planned_for: seat.plannedFor, open_since: day })
    .returning('seat_id')
    .executeTakeFirstOrThrow();
  return row.seat_id as SeatId;
}

/** Changes a seat; false when there is none with that number in this firm. */
export async function updateSeat(db: Db, seatId: SeatId, change: Partial<SeatFacts>): Promise<boolean> {
  const set = {
    ...(change.title !== undefined && { title: change.title }),
    ...(change.teamId !== undefined && { team_id: change.teamId }),
    ...(change.plannedFor !== undefined && { planned_for: change.plannedFor }),
    ...(change.handsOn !== undefined && { hands_on: change.handsOn }),
    ...(change.distanceOverride !== undefined && { distance_override: change.distanceOverride }),
    ...(change.overrideReason !== undefined && { override_reason: change.overrideReason }),
  };
  if (Object.keys(set).length === 0) return true;
  const result = await db.updateTable('seat').set(set).where('seat_id', '=', seatId).executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** From `day` on the seat reports to another, or to none. Whether that makes a cycle is checked before (model/structure). */
export async function setSeatLine(db: Db, seatId: SeatId, reportsTo: SeatId | null, day: Day): Promise<void> {
  await setSpans(db, SEAT_LINE, day, [{ owner: seatId, value: reportsTo }]);
}

/** From `day` on this person holds the seat (acts in it until a day), or nobody does. */
export async function setHolder(
  db: Db,
  seatId: SeatId,
  personId: PersonId | null,
  actingUntil: Day | null,
  day: Day,
): Promise<void> {
  await db.deleteFrom('seat_holding').where('seat_id', '=', seatId).where('from_day', '>=', day).execute();
  await db
    .updateTable('seat_holding')
    .set({ to_day: day })
    .where('seat_id', '=', seatId)
    .where('to_day', 'is', null)
    .execute();
  if (personId !== null) {
    await db
      .insertInto('seat_holding')
      .values({ seat_id: seatId, person_id: personId, from_day: day, acting_until: actingUntil })
      .execute();
  }
  await db
    .updateTable('seat')
    .set({ open_since: personId === null ? day : null, ...(personId !== null && { planned_for: null }) })
    .where('seat_id', '=', seatId)
    .execute();
}

/** Lets whoever acts in a seat act until another day. */
export async function extendActing(db: Db, seatId: SeatId, personId: PersonId, until: Day): Promise<void> {
  await db
    .updateTable('seat_holding')
    .set({ acting_until: until })
    .where('seat_id', '=', seatId)
    .where('person_id', '=', personId)
    .where('to_day', 'is', null)
    .where('acting_until', 'is not', null)
    .execute();
}

/** Closes a seat from `day` on; its history stays. */
export async function endSeat(db: Db, seatId: SeatId, day: Day): Promise<void> {
  await db.updateTable('seat').set({ closed_on: day }).where('seat_id', '=', seatId).execute();
  await db
    .updateTable('seat_holding')
    .set({ to_day: day })
    .where('seat_id', '=', seatId)
    .where('to_day', 'is', null)
    .where('from_day', '<', day)
    .execute();
  await setSpans(db, SEAT_LINE, day, [{ owner: seatId, value: null }]);
}
