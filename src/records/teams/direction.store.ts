import { sql } from 'kysely';
import { addDays, type Day, type Instant, instantOf } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { timestamp } from '../../platform/db/values.ts';
import { readNewestChange } from '../desk/store.ts';
import { wallClockIn } from '../desk/wall-clock.ts';
import { readFirm } from '../people/store.ts';
import type { Structure, TeamId } from '../people/types.ts';
import { usualZone } from '../people/usual-zone.ts';
import type { Playbook } from '../playbook/definitions.ts';
import { workingMinutes } from '../work/working-time.ts';
import { readAims, readTargets, readTyped } from './store.ts';
import type { DirectionFacts, TeamTicket } from './types.ts';
import { WEEKS } from './weeks.ts';

/** Of when and of whom; the structure's day is the firm's. */
type View = { structure: Structure; playbook: Playbook; now: Instant };

/** Where the teams are going, and the tickets that say how they stand: seven queries, whatever the number of teams. */
export async function readDirectionFacts(db: Db, view: View): Promise<DirectionFacts> {
  const { day } = view.structure;
  const targets = await readTargets(db);
  const teams = [...new Set(targets.filter(({ endedOn }) => endedOn === null).map(({ teamId }) => teamId))];
  const asOf = teams.length === 0 ? null : await findAsOf(db, day, view.now);
  const found = asOf === null ? NOTHING : await readTickets(db, teams, { ...view, now: asOf });
  return { day, asOf, aims: await readAims(db), targets, typed: await readTyped(db), ...found };
}

const NOTHING: Pick<DirectionFacts, 'tickets' | 'areas'> = { tickets: [], areas: new Map() };

/** Whoever brought their tickets last week must not be told that what was open then is late by a week more. */
async function findAsOf(db: Db, day: Day, now: Instant): Promise<Instant | null> {
  const newest = await readNewestChange(db);
  // Where a story stands still, its day is over.
  const stands = (await readFirm(db))?.storyDay != null;
  return newest === null ? null : (Math.min(newest, stands ? instantOf(addDays(day, 1)) : now) as Instant);
}

type Row = [team: number, area: number, opened: number, resolved: number | null, satisfaction: number | null];

async function readTickets(
  db: Db,
  teams: readonly TeamId[],
  { structure, playbook, now }: View,
): Promise<Pick<DirectionFacts, 'tickets' | 'areas'>> {
  const until = timestamp(now);
  const since = timestamp((now - WEEKS * 7 * 86_400_000) as Instant);
  // One value instead of many rows: the driver would make an object of each.
  const { rows } = await sql<{ all: Row[] | null }>`
    select json_agg(json_build_array(first_team_id, coalesce(category_id, 0), extract(epoch from opened_at)::bigint,
      case when resolved_at <= ${until} then extract(epoch from resolved_at)::bigint end, satisfaction) order by ticket_id) as all
    from ticket
    where first_team_id = any(${teams}::bigint[]) and opened_at <= ${until}
      and (resolved_at is null or resolved_at > ${since} or opened_at > ${since})`.execute(db);
  const elapsed = clockOf(structure, playbook);
  const tickets = (rows[0]!.all ?? []).map(([teamId, areaId, opened, resolved, satisfaction]): TeamTicket => {
    const openedAt = (opened * 1000) as Instant;
    const resolvedAt = resolved === null ? null : ((resolved * 1000) as Instant);
    const age = elapsed(openedAt, now);
    const minutes = resolvedAt === null ? age : elapsed(openedAt, resolvedAt);
    // An answer to what is not resolved by then came later.
    const answer = resolvedAt === null ? null : satisfaction;
    return { teamId: teamId as TeamId, areaId, openedAt, resolvedAt, minutes, age, satisfaction: answer };
  });
  return { tickets, areas: await readAreas(db) };
}

/** Working minutes between two instants by the firm's usual clock. */
function clockOf(structure: Structure, playbook: Playbook): (from: Instant, to: Instant) => number {
  const offset = wallClockIn(usualZone(structure));
  const workingDay = { starts: playbook['tickets.day-starts'], ends: playbook['tickets.day-ends'] };
  return (from, to) => {
    const begins = from / 60_000 + offset(from);
    return workingMinutes(begins, Math.max(begins, to / 60_000 + offset(to)), workingDay);
  };
}

async function readAreas(db: Db): Promise<Map<number, string>> {
  const rows = await db.selectFrom('category').select(['category_id', 'name']).execute();
  return new Map(rows.map((row) => [row.category_id, row.name]));
}
