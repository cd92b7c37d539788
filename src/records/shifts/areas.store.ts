import { sql } from 'kysely';
import type { Day } from '../../base/time.ts';
import { addDays } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { PersonId, TeamId } from '../people/types.ts';
import { readShifts, readTeamHours } from './store.ts';
import type { KeptShift, PersonArea, TeamArea, TeamHours } from './types.ts';

/** What cover is read from, beside strengths: hours of people and teams, and who knows which areas. */
export type CoverFacts = {
  shifts: KeptShift<PersonId>[];
  teamHours: Map<TeamId, TeamHours>;
  teamAreas: TeamArea[];
  personAreas: PersonArea[];
};

/** Zones lie a day apart and a shift lasts up to a day: what begins earlier or later can't reach into a week. */
const DAYS_AROUND = 3;

/** Everything that the cover of a week is read from: three queries, whatever the number of teams. */
export async function readCoverFacts(db: Db, monday: Day, helpMonths: number): Promise<CoverFacts> {
  return {
    shifts: await readShifts(db, { from: addDays(monday, -DAYS_AROUND), to: addDays(monday, 6 + DAYS_AROUND) }),
    teamHours: await readTeamHours(db),
    ...(await readAreas(db, helpMonths)),
  };
}

/**
 * From which areas the tickets came that stood in a team's queue first; and what people had first and brought to an end,
 * kept where that can be told, with what of others they resolved. Both from one look at the cells.
 */
export async function readAreas(
  db: Db,
  helpMonths: number,
): Promise<{ teamAreas: TeamArea[]; personAreas: PersonArea[] }> {
  const { rows } = await sql<{ teamAreas: TeamArea[] | null; personAreas: PersonArea[] | null }>`
    with cells as (
      select technician_id, queue_id, category_id, sum(lasted_of) as first, sum(lasted) as lasted, sum(kept) as kept,
        sum(kept_of) as kept_of
      from evidence_cell
      group by grouping sets ((technician_id, category_id), (queue_id, category_id))),
    known as (select coalesce(sum(kept_of), 0) > 0 as kept from cells where technician_id is not null),
    own as (
      select technician_id as "personId", category_id as "areaId", first,
        case when known.kept then cells.kept else cells.lasted end as ended
      from cells cross join known where technician_id is not null and category_id <> 0),
    helped as (
      select resolver_id as "personId", category_id as "areaId", count(*) as ended from ticket
      where handed_by_id is not null and resolver_id is not null and handed_by_id <> resolver_id and category_id is not null
        and resolved_at > (select max(resolved_at) from ticket where handed_by_id is not null)
          - make_interval(months => ${Math.round(helpMonths)}::int)
      group by 1, 2),
    people as (
      select "personId", "areaId", coalesce(own.first, 0)::bigint as first,
        (coalesce(own.ended, 0) + coalesce(helped.ended, 0))::bigint as ended
      from own full join helped using ("personId", "areaId"))
    select
      (select json_agg(json_build_object('teamId', queue_id, 'areaId', category_id, 'tickets', first)
        order by queue_id, category_id) from cells where queue_id <> 0 and category_id <> 0) as "teamAreas",
      (select json_agg(people order by "personId", "areaId") from people) as "personAreas"`.execute(db);
  const { teamAreas, personAreas } = rows[0]!;
  return { teamAreas: teamAreas ?? [], personAreas: personAreas ?? [] };
}
