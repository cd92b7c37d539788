import { sql } from 'kysely';
import { assert } from '../../base/assert.ts';
import { renewStatistics } from '../../platform/db/bulk.ts';
import type { Db } from '../../platform/db/connect.ts';

/** What an import wrote. */
export type MergeResult = { added: number; changed: number };

/** log: the file tells each ticket's story; list: it tells how the ticket is now. */
export type MergeKind = 'log' | 'list';

const instant = (column: string) => sql.raw(`to_timestamp(s.${column} / 1000)`);

/**
 * Brings what is staged into ticket and ticket_event, writing only what differs, and leaves the numbers of all tickets
 * that were added or changed in touched_ticket. What a file doesn't say erases nothing. A list never replaces a first
 * assignee that is known already: what it shows is the present one.
 */
export async function mergeStaged(db: Db, system: string, importId: number, kind: MergeKind): Promise<MergeResult> {
  if (kind === 'list') await dropRepeats(db);
  await sql`analyze staged_ticket`.execute(db);
  await checkReferences(db);
  await updateTickets(db, system, importId, kind);
  const inserted = await insertTickets(db, system, importId);
  await renewStatistics(db, inserted, ['ticket']);
  if (kind === 'log') {
    await mergeEvents(db, system);
    await renewStatistics(db, inserted, ['ticket_event']);
  }
  const { rows } = await sql<MergeResult>`
    select count(distinct ticket_id) filter (where added) as added, count(distinct ticket_id) filter (where not added) as changed
    from touched_ticket`.execute(db);
  return rows[0]!;
}

async function dropRepeats(db: Db): Promise<void> {
  await sql`
    delete from staged_ticket where place in (
      select place from (
        select place, row_number() over (partition by external_id order by place desc) as nth from staged_ticket) as ranked
      where nth > 1)`.execute(db);
}

/** These tables declare no foreign keys, for speed: every number that is about to be stored must stand for something. */
async function checkReferences(db: Db): Promise<void> {
  const { rows } = await sql<{ lost: number }>`
    with used (kind, id) as (
      select 'person', first_assignee_id from staged_ticket union select 'person', person_id from staged_event
      union select 'person', resolver_id from staged_ticket union select 'person', handed_by_id from staged_ticket
      union select 'team', first_team_id from staged_ticket union select 'team', team_id from staged_event
      union select 'client', client_id from staged_ticket union select 'category', category_id from staged_ticket),
    there (kind, id) as (
      select 'person', person_id from person union all select 'team', team_id from team
      union all select 'client', client_id from client union all select 'category', category_id from category)
    select count(*) as lost from used left join there using (kind, id) where used.id is not null and there.id is null`.execute(
    db,
  );
  assert(rows[0]?.lost === 0, `${rows[0]?.lost} staged references lead nowhere`);
}

async function updateTickets(db: Db, system: string, importId: number, kind: MergeKind): Promise<void> {
  const first =
    kind === 'log'
      ? sql`coalesce(s.first_assignee_id, t.first_assignee_id), coalesce(${instant('first_assigned_at')}, t.first_assigned_at),
            coalesce(s.first_team_id, t.first_team_id)`
      : sql`coalesce(t.first_assignee_id, s.first_assignee_id), coalesce(t.first_assigned_at, ${instant('first_assigned_at')}),
            coalesce(t.first_team_id, s.first_team_id)`;
  // A difficulty without its time never replaces one that is known to stand since then.
  const keepsTriage = sql`s.triage_difficulty is null or (s.triage_at is null and t.triage_at is not null)`;
  const columns =
    sql.raw(`opened_at, resolved_at, first_assignee_id, first_assigned_at, first_team_id, client_id, category_id,
    priority, triage_difficulty, triage_at, minutes_worked, queue_minutes, started_unassigned, handoffs, reopen_count, escalated,
    satisfaction, resolver_id, handed_by_id`);
  await sql`
    with fresh as (
      select t.ticket_id, v.* from staged_ticket s join ticket t on t.source = ${system} and t.external_id = s.external_id
      cross join lateral (values (
        ${instant('opened_at')}, coalesce(${instant('resolved_at')}, t.resolved_at), ${first},
        coalesce(s.client_id, t.client_id), coalesce(s.category_id, t.category_id), coalesce(s.priority, t.priority),
        case when ${keepsTriage} then t.triage_difficulty else s.triage_difficulty end,
        case when ${keepsTriage} then t.triage_at else ${instant('triage_at')} end, coalesce(s.minutes_worked, t.minutes_worked),
        coalesce(s.queue_minutes, t.queue_minutes), coalesce(s.started_unassigned, t.started_unassigned),
        coalesce(s.handoffs, t.handoffs), greatest(s.reopen_count, t.reopen_count), coalesce(s.escalated, t.escalated),
        coalesce(s.satisfaction, t.satisfaction), coalesce(s.resolver_id, t.resolver_id), coalesce(s.handed_by_id, t.handed_by_id))) as v (${columns})
      where (t.opened_at, t.resolved_at, t.first_assignee_id, t.first_assigned_at, t.first_team_id, t.client_id, t.category_id,
             t.priority, t.triage_difficulty, t.triage_at, t.minutes_worked, t.queue_minutes, t.started_unassigned, t.handoffs,
             t.reopen_count, t.escalated, t.satisfaction, t.resolver_id, t.handed_by_id) is distinct from
            (v.opened_at, v.resolved_at, v.first_assignee_id, v.first_assigned_at, v.first_team_id, v.client_id, v.category_id,
             v.priority, v.triage_difficulty, v.triage_at, v.minutes_worked, v.queue_minutes, v.started_unassigned, v.handoffs,
             v.reopen_count, v.escalated, v.satisfaction, v.resolver_id, v.handed_by_id)),
    changed as (
      update ticket set (${columns}, import_id) =
        (select ${columns}, ${importId}::bigint from fresh where fresh.ticket_id = ticket.ticket_id)
      where ticket_id in (select ticket_id from fresh) returning ticket_id)
    insert into touched_ticket select ticket_id, false from changed`.execute(db);
}

async function insertTickets(db: Db, system: string, importId: number): Promise<number> {
  const { numAffectedRows } = await sql`
    with added as (
      insert into ticket (source, external_id, opened_at, resolved_at, first_assignee_id, first_assigned_at, first_team_id,
        client_id, category_id, priority, triage_difficulty, triage_at, minutes_worked, queue_minutes, started_unassigned,
        handoffs, reopen_count, escalated, satisfaction, resolver_id, handed_by_id, import_id)
      select ${system}, s.external_id, ${instant('opened_at')}, ${instant('resolved_at')}, s.first_assignee_id,
        ${instant('first_assigned_at')}, s.first_team_id, s.client_id, s.category_id, s.priority, s.triage_difficulty,
        ${instant('triage_at')}, s.minutes_worked, s.queue_minutes, coalesce(s.started_unassigned, false), coalesce(s.handoffs, 0),
        coalesce(s.reopen_count, 0), s.escalated, s.satisfaction, s.resolver_id, s.handed_by_id, ${importId}::bigint
      from staged_ticket s
      where not exists (select from ticket t where t.source = ${system} and t.external_id = s.external_id)
      order by s.place
      returning ticket_id)
    insert into touched_ticket select ticket_id, true from added`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** New tickets' events are written as they are; those of known tickets only where they differ. */
async function mergeEvents(db: Db, system: string): Promise<void> {
  await sql`
    create temporary table staged_id on commit drop as
    select s.place, t.ticket_id, n.ticket_id is not null as added
    from staged_ticket s join ticket t on t.source = ${system} and t.external_id = s.external_id
    left join touched_ticket n on n.ticket_id = t.ticket_id and n.added`.execute(db);
  await sql`analyze staged_id`.execute(db);
  await sql`
    with gone as (
      delete from ticket_event k using staged_id i
      where not i.added and k.ticket_id = i.ticket_id and not exists (
        select from staged_event e where e.place = i.place and e.seq = k.seq and to_timestamp(e.at / 1000) = k.at
          and e.status is not distinct from k.status and e.person_id is not distinct from k.person_id
          and e.team_id is not distinct from k.team_id)
      returning k.ticket_id)
    insert into touched_ticket select distinct ticket_id, false from gone`.execute(db);
  await sql`
    with written as (
      insert into ticket_event (ticket_id, seq, at, status, person_id, team_id)
      select i.ticket_id, e.seq, to_timestamp(e.at / 1000), e.status, e.person_id, e.team_id
      from staged_event e join staged_id i using (place)
      where i.added or not exists (select from ticket_event k where k.ticket_id = i.ticket_id and k.seq = e.seq)
      returning ticket_id)
    insert into touched_ticket
    select distinct w.ticket_id, false from written w join staged_id i using (ticket_id) where not i.added`.execute(db);
}
