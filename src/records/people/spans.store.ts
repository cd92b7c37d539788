import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';

/** A fact that holds from one day until before another: which table keeps it, whose it is, what it says. */
type SpanTable = { table: 'membership' | 'person_line' | 'seat_line'; owner: string; value: string };

export const MEMBERSHIP: SpanTable = { table: 'membership', owner: 'person_id', value: 'team_id' };
export const PERSON_LINE: SpanTable = { table: 'person_line', owner: 'person_id', value: 'seat_id' };
export const SEAT_LINE: SpanTable = { table: 'seat_line', owner: 'seat_id', value: 'reports_to' };

/**
 * From `day` on, each owner has this value, or none. Four statements for any number of owners: what began today is
 * rewritten, what began earlier is ended, so history stays and a correction of the same day leaves no trace.
 */
export async function setSpans(db: Db, span: SpanTable, day: Day, changes: { owner: number; value: number | null }[]) {
  if (changes.length === 0) return;
  const [table, owner, value] = [sql.table(span.table), sql.ref(span.owner), sql.ref(span.value)];
  const change: RawBuilder<unknown> = sql`unnest(${changes.map((c) => c.owner)}::bigint[], ${changes.map((c) => c.value)}::bigint[]) as change (owner, value)`;
  const differs = sql`change.owner = ${table}.${owner} and ${table}.${value} is distinct from change.value`;
  await sql`delete from ${table} using ${change} where ${differs} and from_day >= ${day}`.execute(db);
  await sql`update ${table} set to_day = ${day} from ${change}
            where ${differs} and from_day < ${day} and (to_day is null or to_day > ${day})`.execute(db);
  await sql`insert into ${table} (${owner}, from_day, ${value})
            select change.owner, ${day}::date, change.value from ${change}
            where change.value is not null and not exists (
              select from ${table} where ${table}.${owner} = change.owner and to_day is null)`.execute(db);
}
