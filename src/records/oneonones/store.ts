import { sql } from 'kysely';
import type { Day } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { PersonId } from '../people/types.ts';
import type { Rhythm } from './types.ts';

/** When every pair meets that still does, as far as the actor may see: one's own, or all in the program's standing. */
export async function readRhythms(db: Db): Promise<Rhythm[]> {
  const { rows } = await sql<Rhythm>`
    select p.pair_id as "pairId", p.member_id as "memberId", p.lead_id as "leadId", p.every_days as "everyDays",
      p.minutes, p.zone, p.began_on as "beganOn", met.at as "lastHeldAt",
      (select min(m.at) from meeting m where m.pair_id = p.pair_id and m.state = 'planned') as "nextAt",
      (select count(*) from meeting m where m.pair_id = p.pair_id and m.state = 'skipped'
        and m.at > coalesce(met.at, '-infinity'::timestamptz)) as "skippedInRow"
    from one_on_one p left join lateral
      (select max(m.at) as at from meeting m where m.pair_id = p.pair_id and m.state = 'held') met on true
    where p.ended_on is null order by p.pair_id`.execute(db);
  return rows;
}

/**
 * Leaves the 1:1s of somebody who is erased to a nameless stand-in, ended, so that what the other wrote and was written to
 * stays theirs. In the program's standing. Where nobody who is here is left in a pair, all of it goes.
 */
export async function handOverPairs(db: Db, from: PersonId, to: PersonId, day: Day): Promise<void> {
  await sql`select app_hand_over_notes(${from}, ${to})`.execute(db);
  await sql`
    update one_on_one set ended_on = coalesce(ended_on, ${day}::date),
      member_id = case when member_id = ${from} then ${to} else member_id end,
      lead_id = case when lead_id = ${from} then ${to} else lead_id end
    where ${from} in (member_id, lead_id)`.execute(db);
  await sql`
    delete from one_on_one where ${to} in (member_id, lead_id)
      and case when member_id = ${to} then lead_id else member_id end in (select person_id from erased_name)`.execute(
    db,
  );
}
