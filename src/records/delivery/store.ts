import { sql } from 'kysely';
import type { Day, Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { timestamp } from '../../platform/db/values.ts';
import type { PersonId } from '../people/types.ts';
import type { Delivery, DeliveryWay, Outgoing } from './types.ts';

/** When and where somebody's message reaches them; undefined: they never said, or it is not for the actor. */
export async function readDelivery(db: Db, personId: PersonId): Promise<Delivery | undefined> {
  const row = await db.selectFrom('delivery').selectAll().where('person_id', '=', personId).executeTakeFirst();
  return (
    row && {
      way: row.way as DeliveryWay,
      address: row.address,
      host: row.host,
      ownChat: row.own_chat,
      at: row.at,
      zone: row.zone,
      weekdays: row.weekdays,
      reminders: row.reminders,
      nextAt: row.next_at as Instant | null,
    }
  );
}

/** Keeps it in the place of what was there. */
export async function saveDelivery(db: Db, personId: PersonId, delivery: Delivery, now: Instant): Promise<void> {
  const { way, address, host, at, zone, weekdays, reminders, nextAt } = delivery;
  const kept = {
    ...{ way, address, host, own_chat: delivery.ownChat, at, zone, weekdays, reminders },
    next_at: nextAt === null ? null : timestamp(nextAt),
    planned_at: timestamp(now),
    changed_at: timestamp(now),
  };
  await db
    .insertInto('delivery')
    .values({ person_id: personId, ...kept })
    .onConflict((there) => there.columns(['org_id', 'person_id']).doUpdateSet(kept))
    .execute();
}

export const OUTGOING_COLUMNS = sql`
  outgoing_id as "outgoingId", person_id as "personId", day, what, way, state, tries, due_at as "dueAt", try_at as "tryAt",
  ended_at as "endedAt", why`;

/** What was due for somebody, the newest first. */
export async function readOutgoing(db: Db, personId: PersonId, limit: number): Promise<Outgoing[]> {
  const { rows } = await sql<Outgoing>`
    select ${OUTGOING_COLUMNS} from outgoing where person_id = ${personId} order by outgoing_id desc limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** The newest morning of somebody that was tried, before a day where one is given. */
export async function readLastMorning(db: Db, personId: PersonId, before: Day | null): Promise<Outgoing | undefined> {
  const { rows } = await sql<Outgoing>`
    select ${OUTGOING_COLUMNS} from outgoing where person_id = ${personId} and what = 'morning'
      and state in ('sent', 'failed', 'unsure') and (${before}::date is null or day < ${before}::date)
    order by day desc limit 1`.execute(db);
  return rows[0];
}

/** Keeps a line of what was due; one that is there for the person, day and kind stays as it is. */
export async function insertOutgoing(db: Db, rows: readonly Omit<Outgoing, 'outgoingId'>[]): Promise<number[]> {
  const { rows: added } = await sql<{ id: number }>`
    insert into outgoing (person_id, day, what, way, state, tries, due_at, try_at, ended_at, why)
    select "personId", day, what, way, state, tries, to_timestamp("dueAt" / 1000.0), to_timestamp("tryAt" / 1000.0),
      to_timestamp("endedAt" / 1000.0), why
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given ("personId" bigint, day date, what text, way text,
      state text, tries smallint, "dueAt" bigint, "tryAt" bigint, "endedAt" bigint, why text)
    on conflict do nothing returning outgoing_id as id`.execute(db);
  return added.map(({ id }) => id);
}

/** Somebody whose newest message did not arrive, or may not have. */
export type Failing = Pick<Outgoing, 'personId' | 'day' | 'what' | 'way' | 'state' | 'why'> & { name: string };

/** How many have messages sent to them, and whose newest one of the days since did not arrive. Nothing of what they say. */
export async function readFailing(db: Db, since: Day): Promise<{ set: number; failing: Failing[] }> {
  const counted = await sql<{ n: number }>`select count(*) as n from delivery where way <> 'off' or reminders`.execute(
    db,
  );
  const { rows } = await sql<Failing>`
    select last."personId", last.day, last.what, last.way, last.state, last.why, p.name from (
      select distinct on (person_id, what) person_id as "personId", day, what, way, state, why from outgoing
      where what in ('morning', 'reminder') and day >= ${since}::date and state in ('sent', 'failed', 'unsure')
      order by person_id, what, day desc) last
      join person_called p on p.person_id = last."personId" join delivery d on d.person_id = last."personId"
    where last.state <> 'sent' and (last.what = 'morning' and d.way <> 'off' or last.what = 'reminder' and d.reminders)
    order by p.name, last.what`.execute(db);
  return { set: counted.rows[0]!.n, failing: rows };
}
