import { sql } from 'kysely';
import type { Day, Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { PersonId } from '../people/types.ts';

/** A pair of a sample firm with its meetings. */
export type SamplePair = {
  memberId: PersonId;
  leadId: PersonId;
  everyDays: number;
  zone: string;
  beganOn: Day;
  meetings: { at: Instant; state: 'held' | 'skipped' | 'planned' }[];
};

/** Keeps the 1:1s of a sample firm, in the program's standing: of real ones only the two of a pair write. */
export async function savePairs(db: Db, pairs: readonly SamplePair[]): Promise<void> {
  await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as given ("memberId" bigint, "leadId" bigint,
        "everyDays" smallint, zone text, "beganOn" date, meetings jsonb)),
    pair as (
      insert into one_on_one (member_id, lead_id, every_days, zone, began_on)
      select "memberId", "leadId", "everyDays", zone, "beganOn" from given returning pair_id, member_id, lead_id)
    insert into meeting (pair_id, at, state)
    select pair.pair_id, to_timestamp((m ->> 'at')::bigint / 1000.0), m ->> 'state'
    from pair join given on given."memberId" = pair.member_id and given."leadId" = pair.lead_id,
      jsonb_array_elements(given.meetings) as m`.execute(db);
}
