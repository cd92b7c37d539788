import { sql } from 'kysely';
import { addDays, type Day } from '../../base/time.ts';
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
  const begins = sql`${addDays(day, -6)}::timestamptz`;
  const ends = sql`${addDays(day, 1)}::timestamptz`;
  const { rows } = await sql<TeamQueue>`
    select team.team_id as "teamId", team.name,
      (select count(*) from membership m where m.team_id = team.team_id and m.from_day <= ${today}
        and (m.to_day is null or m.to_day > ${today})) as people,
      count(t.ticket_id) filter (where t.resolved_at is null and t.opened_at < ${ends}) as open,
      count(t.ticket_id) filter (where t.opened_at >= ${begins} and t.opened_at < ${ends}) as opened,
      count(t.ticket_id) filter (where t.resolved_at >= ${begins} and t.resolved_at < ${ends}) as resolved
    from team left join ticket t on t.first_team_id = team.team_id
      and (t.resolved_at is null or t.resolved_at >= ${begins} or t.opened_at >= ${begins})
    group by team.team_id, team.name order by team.name`.execute(db);
  return rows;
}

/** The day of the newest ticket up to a day; null: there is none. */
export async function readNewestTicketDay(db: Db, day: Day): Promise<Day | null> {
  const { rows } = await sql<{ day: Day }>`
    select opened_at::date as day from ticket where opened_at < ${addDays(day, 1)}::timestamptz
    order by opened_at desc limit 1`.execute(db);
  return rows[0]?.day ?? null;
}
