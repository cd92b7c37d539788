import { sql } from 'kysely';
import type { Day, Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { timestamp } from '../../platform/db/values.ts';
import type { Pair } from '../../records/oneonones/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { AgendaItem, Meeting } from './contract.ts';

/** A pair with the names of both. */
export type NamedPair = Pair & { endedOn: Day | null; member: string; lead: string };

/** A pair of whoever acts; undefined: there is none, or it is of others. */
export async function readPair(db: Db, pairId: number): Promise<NamedPair | undefined> {
  const { rows } = await sql<NamedPair>`
    select p.pair_id as "pairId", p.member_id as "memberId", p.lead_id as "leadId", p.every_days as "everyDays",
      p.minutes, p.zone, p.began_on as "beganOn", p.ended_on as "endedOn", m.name as member, l.name as lead
    from one_on_one p join person_called m on m.person_id = p.member_id join person_called l on l.person_id = p.lead_id
    where p.pair_id = ${pairId} and app_person() in (p.member_id, p.lead_id)`.execute(db);
  return rows[0];
}

/** What people are called. */
export async function readCalledNames(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; name: string }>`
    select person_id as id, name from person_called where person_id = any(${[...ids]}::bigint[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Begins 1:1s of two people; undefined: they have them already. */
export async function insertPair(db: Db, pair: Omit<Pair, 'pairId'>): Promise<number | undefined> {
  const row = await db
    .insertInto('one_on_one')
    .values({
      member_id: pair.memberId,
      lead_id: pair.leadId,
      every_days: pair.everyDays,
      minutes: pair.minutes,
      zone: pair.zone,
      began_on: pair.beganOn,
    })
    .onConflict((one) => one.doNothing())
    .returning('pair_id')
    .executeTakeFirst();
  return row?.pair_id;
}

/** Changes how often and how long a pair meets; `endedOn`: from which day no more. */
export async function updatePair(
  db: Db,
  pairId: number,
  { everyDays, minutes, zone, endedOn }: Pick<NamedPair, 'everyDays' | 'minutes' | 'zone' | 'endedOn'>,
): Promise<void> {
  await db
    .updateTable('one_on_one')
    .set({ every_days: everyDays, minutes, zone, ended_on: endedOn })
    .where('pair_id', '=', pairId)
    .execute();
  if (endedOn !== null)
    await db.deleteFrom('meeting').where('pair_id', '=', pairId).where('state', '=', 'planned').execute();
}

/** Meetings of a pair, the newest first, with how often each was moved. */
export async function readMeetings(db: Db, pairId: number): Promise<(Meeting & { sequence: number })[]> {
  const rows = await db
    .selectFrom('meeting')
    .select(['meeting_id', 'at', 'state', 'sequence'])
    .where('pair_id', '=', pairId)
    .orderBy('at', 'desc')
    .limit(60)
    .execute();
  return rows.map((row) => ({
    meetingId: row.meeting_id,
    at: row.at as Instant,
    state: row.state as Meeting['state'],
    sequence: row.sequence,
  }));
}

/** Plans a meeting of a pair, or moves the one that is planned. */
export async function saveNextMeeting(db: Db, pairId: number, at: Instant): Promise<void> {
  // Both may plan at once: one of the two waits here.
  await sql`select from one_on_one where pair_id = ${pairId} for update`.execute(db);
  const { rows } = await sql`
    update meeting set at = ${timestamp(at)}, sequence = sequence + (at <> ${timestamp(at)})::int
    where pair_id = ${pairId} and state = 'planned' returning meeting_id`.execute(db);
  if (rows.length > 0) return;
  await db
    .insertInto('meeting')
    .values({ pair_id: pairId, at: timestamp(at) })
    .execute();
}

/** Closes a planned meeting; answers with when it was, undefined where it isn't planned any more. */
export async function saveMeetingState(
  db: Db,
  pairId: number,
  meetingId: number,
  state: 'held' | 'skipped',
): Promise<Instant | undefined> {
  const row = await db
    .updateTable('meeting')
    .set({ state })
    .where('pair_id', '=', pairId)
    .where('meeting_id', '=', meetingId)
    .where('state', '=', 'planned')
    .returning('at')
    .executeTakeFirst();
  return row?.at as Instant | undefined;
}

/** What is open between two people, and how much was closed. */
export async function readAgenda(
  db: Db,
  pairId: number,
): Promise<{ items: Omit<AgendaItem, 'carriedOver'>[]; closed: number }> {
  const rows = await db
    .selectFrom('agenda_item')
    .selectAll()
    .where('pair_id', '=', pairId)
    .where('state', '=', 'open')
    .execute();
  const { closed } = await db
    .selectFrom('agenda_item')
    .select(sql<number>`count(*)`.as('closed'))
    .where('pair_id', '=', pairId)
    .where('state', '<>', 'open')
    .executeTakeFirstOrThrow();
  return {
    closed,
    items: rows.map((row) => ({
      itemId: row.item_id,
      kind: row.kind as AgendaItem['kind'],
      text: row.text,
      authorId: row.author_id as PersonId | null,
      ownerId: row.owner_id as PersonId | null,
      dueDay: row.due_day as Day | null,
      createdAt: row.created_at as Instant,
    })),
  };
}

/** Adds something to the agenda, in the name of whoever acts. */
export async function insertAgendaItem(
  db: Db,
  item: Pick<AgendaItem, 'kind' | 'text' | 'ownerId' | 'dueDay'> & { pairId: number; at: Instant },
): Promise<void> {
  await db
    .insertInto('agenda_item')
    .values({
      pair_id: item.pairId,
      author_id: sql<number>`app_person()`,
      kind: item.kind,
      text: item.text,
      owner_id: item.ownerId,
      due_day: item.dueDay,
      created_at: timestamp(item.at),
    })
    .execute();
}

/** Closes an item or opens it again; false: there is none. */
export async function saveItemState(
  db: Db,
  pairId: number,
  itemId: number,
  state: 'open' | 'done' | 'dropped',
  at: Instant,
): Promise<boolean> {
  const result = await db
    .updateTable('agenda_item')
    .set({ state, closed_at: state === 'open' ? null : timestamp(at) })
    .where('pair_id', '=', pairId)
    .where('item_id', '=', itemId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** In how many pairs' agendas whoever acts has topics open. */
export async function countOwnTopics(db: Db): Promise<Map<number, number>> {
  const { rows } = await sql<{ pairId: number; n: number }>`
    select pair_id as "pairId", count(*) as n from agenda_item
    where state = 'open' and kind = 'topic' and author_id = app_person() group by 1`.execute(db);
  return new Map(rows.map(({ pairId, n }) => [pairId, n]));
}
