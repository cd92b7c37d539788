import { sql } from 'kysely';
import type { Role } from '../../base/roles.ts';
import type { Day, Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { timestamp } from '../../platform/db/values.ts';
import type { PersonId } from '../people/types.ts';
import { OUTGOING_COLUMNS } from './store.ts';
import type { Delivery, Outgoing, OutgoingState } from './types.ts';

/** In which firms something is to be done. In a transaction of no firm. */
export async function readDueFirms(db: Db, now: Instant): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select org_id as id from app_due_deliveries(${timestamp(now)})`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** Whose hour has come, or for whom it was worked out by a clock that has gone back since. */
export type Due = Pick<Delivery, 'way' | 'at' | 'zone' | 'weekdays' | 'reminders'> & {
  personId: PersonId;
  nextAt: Instant;
  plannedAt: Instant;
};

/** Takes them until the transaction ends; what another process holds is left to it. */
export async function takeDue(db: Db, now: Instant): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select person_id as "personId", way, at, zone, weekdays, reminders, next_at as "nextAt", planned_at as "plannedAt"
    from delivery where next_at is not null and (next_at <= ${timestamp(now)} or planned_at > ${timestamp(now)})
    order by person_id for update skip locked`.execute(db);
  return rows;
}

/** When each is due next. */
export async function saveNext(
  db: Db,
  next: readonly { personId: PersonId; nextAt: Instant }[],
  now: Instant,
): Promise<void> {
  await sql`
    update delivery d set next_at = to_timestamp(given."nextAt" / 1000.0), planned_at = ${timestamp(now)}
    from jsonb_to_recordset(${JSON.stringify(next)}::jsonb) as given ("personId" bigint, "nextAt" bigint)
    where d.person_id = given."personId"`.execute(db);
}

/** Somebody who may be sent something: they can sign in here themselves. */
export type Recipient = { personId: PersonId; actor: string; role: Role; email: string };

/** Those of these people who have an account in the firm of this transaction. Whoever lost it is sent nothing. */
export async function readRecipients(db: Db, people: readonly PersonId[]): Promise<Map<PersonId, Recipient>> {
  const { rows } = await sql<Recipient>`
    select a.person_id as "personId", a.actor, a.role, c.email from auth.firm_access a
      join auth.account c on 'account:' || c.account_id = a.actor and c.ended_at is null
    where a.org_id = app_org() and a.role <> 'operator' and a.person_id = any(${[...people]}::bigint[])`.execute(db);
  return new Map(rows.map((row) => [row.personId, row]));
}

/** How far into the future of the clock something can be due without the clock having gone back. */
const AHEAD = sql`interval '1 hour'`;

/**
 * Sees to what nobody will end any more: whoever had taken it died over it, so it may have arrived; or it was due by a clock
 * that has gone back, where it is planned again unless it was tried. Forgets what is older than `keepFrom`. Answers with what
 * it has ended.
 */
export async function sweepOutgoing(db: Db, now: Instant, keepFrom: Day): Promise<Outgoing[]> {
  const later = sql`due_at > ${timestamp(now)} + ${AHEAD}`;
  await sql`delete from outgoing where day < ${keepFrom}::date or state = 'waiting' and tries = 0 and ${later}`.execute(
    db,
  );
  const { rows } = await sql<Outgoing>`
    update outgoing set ended_at = ${timestamp(now)}, try_at = null,
      state = case when state = 'sending' then 'unsure' else 'failed' end,
      why = case when state = 'sending' then 'Evenkeel stopped while it was being sent.' else why end
    where state = 'sending' and (try_at <= ${timestamp(now)} or ${later}) or state = 'waiting' and tries > 0 and ${later}
    returning ${OUTGOING_COLUMNS}`.execute(db);
  return rows;
}

/** Something taken to be sent, by the way that it goes now, and where to; a way of null: the person has turned it off. */
export type Claimed = Outgoing & Pick<Delivery, 'address' | 'host' | 'zone' | 'at' | 'weekdays' | 'reminders'>;

/**
 * Takes what is to be tried now, until an instant: nobody else takes it, and when that has passed nobody sends it any more.
 */
export async function claimOutgoing(db: Db, now: Instant, until: Instant, limit: number): Promise<Claimed[]> {
  const { rows } = await sql<Claimed>`
    with taken as (
      update outgoing o set state = 'sending', tries = o.tries + 1, try_at = ${timestamp(until)},
        way = case when o.what <> 'morning' then 'mail' else nullif(d.way, 'off') end
      from delivery d where d.person_id = o.person_id and o.outgoing_id in (
        select outgoing_id from outgoing where state = 'waiting' and try_at <= ${timestamp(now)}
        order by due_at, outgoing_id limit ${limit} for update skip locked)
      returning o.*, d.address, d.host, d.zone, d.at, d.weekdays, d.reminders)
    select ${OUTGOING_COLUMNS}, address, host, zone, at, weekdays, reminders from taken order by due_at, outgoing_id`.execute(
    db,
  );
  return rows;
}

/** How a try ended. */
export type Ended = Pick<Outgoing, 'outgoingId' | 'tries' | 'way' | 'why'> & {
  state: Exclude<OutgoingState, 'sending'>;
  /** Of one that waits: when it is tried again. */
  tryAt: Instant | null;
};

/** Keeps how a try ended; false: somebody has tried since, so it isn't this one's to end. */
export async function endTry(db: Db, ended: Ended, now: Instant): Promise<boolean> {
  const { outgoingId, tries, way, why, state, tryAt } = ended;
  const result = await db
    .updateTable('outgoing')
    .set({
      ...{ state, way, why },
      try_at: tryAt === null ? null : timestamp(tryAt),
      ended_at: state === 'waiting' ? null : timestamp(now),
    })
    .where('outgoing_id', '=', outgoingId)
    .where('tries', '=', tries)
    // Whoever sends it knows better than whoever thought that they were gone.
    .where('state', 'in', ['sending', 'unsure'])
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** How many tests somebody asked for since an instant. */
export async function countTests(db: Db, personId: PersonId, since: Instant): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from outgoing
    where person_id = ${personId} and what = 'test' and due_at > ${timestamp(since)}`.execute(db);
  return rows[0]!.n;
}
