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

/** Everything that the cover of a week is read from: four queries, whatever the number of teams. */
export async function readCoverFacts(db: Db, monday: Day, helpMonths: number): Promise<CoverFacts> {
  return {
    shifts: await readShifts(db, { from: addDays(monday, -DAYS_AROUND), to: addDays(monday, 6 + DAYS_AROUND) }),
    teamHours: await readTeamHours(db),
    teamAreas: await readTeamAreas(db),
    personAreas: await readPersonAreas(db, helpMonths),
  };
}

/** From which areas the tickets came that stood in a team's queue first. */
export async function readTeamAreas(db: Db): Promise<TeamArea[]> {
  const { rows } = await sql<TeamArea>`
    select queue_id as "teamId", category_id as "areaId", sum(lasted_of) as tickets
    from evidence_cell where queue_id <> 0 and category_id <> 0 group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}

/** What people had first and brought to an end, kept where that can be told; and what of others they resolved. */
export async function readPersonAreas(db: Db, helpMonths: number): Promise<PersonArea[]> {
  const { rows } = await sql<PersonArea>`
    with known as (select exists (select from evidence_cell where kept_of > 0) as kept),
    own as (
      select technician_id as "personId", category_id as "areaId", sum(c.lasted_of) as first,
        sum(case when known.kept then c.kept else c.lasted end) as ended
      from evidence_cell c cross join known where category_id <> 0 group by 1, 2),
    helped as (
      select resolver_id as "personId", category_id as "areaId", count(*) as ended from ticket
      where handed_by_id is not null and resolver_id is not null and handed_by_id <> resolver_id and category_id is not null
        and resolved_at > (select max(resolved_at) from ticket where handed_by_id is not null)
          - make_interval(months => ${Math.round(helpMonths)}::int)
      group by 1, 2)
    select "personId", "areaId", coalesce(own.first, 0)::bigint as first,
      (coalesce(own.ended, 0) + coalesce(helped.ended, 0))::bigint as ended
    from own full join helped using ("personId", "areaId") order by 1, 2`.execute(db);
  return rows;
}
