import { sql } from 'kysely';
import type { Day } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { TeamId } from '../../records/people/types.ts';

/** A team's queue, counted. */
export type TeamQueue = {
  teamId: TeamId;
  name: string;
  people: number;
  open: number;
  opened: number;
  resolved: number;
};

/**
 * Every team with its queue on a day and in the seven days up to it: one query, whatever the number of tickets. Whoever is
 * in it `today` counts: who was in it while the tickets came is often told later than they came.
 */
export async function countQueues(db: Db, day: Day, today: Day): Promise<TeamQueue[]> {
  const { rows } = await sql<TeamQueue>`
    select team.team_id as "teamId", team.name,
      (select count(*) from membership m where m.team_id = team.team_id and m.from_day <= ${today}
        and (m.to_day is null or m.to_day > ${today})) as people,
      count(t.ticket_id) filter (where t.resolved_at is null and t.opened_at < ${day}::date + 1) as open,
      count(t.ticket_id) filter (where t.opened_at >= ${day}::date - 6 and t.opened_at < ${day}::date + 1) as opened,
      count(t.ticket_id) filter (where t.resolved_at >= ${day}::date - 6 and t.resolved_at < ${day}::date + 1) as resolved
    from team left join ticket t on t.first_team_id = team.team_id
      and (t.resolved_at is null or t.resolved_at >= ${day}::date - 6 or t.opened_at >= ${day}::date - 6)
    group by team.team_id, team.name order by team.name`.execute(db);
  return rows;
}

/** The day of the newest ticket up to a day; null: there is none. */
export async function readNewestTicketDay(db: Db, day: Day): Promise<Day | null> {
  const { rows } = await sql<{ day: Day | null }>`
    select max(opened_at)::date as day from ticket where opened_at < ${day}::date + 1`.execute(db);
  return rows[0]!.day;
}
