import { sql } from 'kysely';
import type { Db } from '../../platform/db/connect.ts';
import type { DataHealth, ImportKind, ImportRejection, ImportRun, ImportState } from './types.ts';

/** One import at a time in a firm. Held until the transaction ends, however it ends, so it also shows who is alive. */
const IMPORT_LOCK = sql`hashtextextended('evenkeel import ' || app_org(), 0)`;

/** Takes the firm's turn to import; false when another import has it. */
export async function takeImportTurn(db: Db): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_xact_lock(${IMPORT_LOCK}) as taken`.execute(db);
  return rows[0]!.taken;
}

/**
 * Keeps imports out until the transaction ends, for a change by hand to what they write too; false when one is under way.
 * Several may do so at once.
 */
export async function joinImportTurn(db: Db): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock_shared(${IMPORT_LOCK}) as taken`.execute(db);
  return rows[0]!.taken;
}

/** Marks imports as interrupted whose process died: they say "running" while nobody has the turn. */
export async function markInterrupted(db: Db): Promise<void> {
  await sql`update import_run set state = 'interrupted', finished_at = now(),
    message = 'The import was interrupted, and nothing of it was kept: import the file again.'
    where state = 'running' and pg_try_advisory_xact_lock(${IMPORT_LOCK})`.execute(db);
}

/** Begins the record of an import; returns its number. */
export async function createImportRun(db: Db, kind: ImportKind, fileName: string): Promise<number> {
  const row = await db
    .insertInto('import_run')
    .values({ kind, file_name: fileName.slice(0, 300), state: 'running' })
    .returning('import_id')
    .executeTakeFirstOrThrow();
  return row.import_id;
}

/** Says how far an import is; on a connection of its own, since its transaction is not over. */
export async function noteProgress(db: Db, importId: number, rowsRead: number): Promise<void> {
  await db
    .updateTable('import_run')
    .set({ rows_read: rowsRead })
    .where('import_id', '=', importId)
    .where('state', '=', 'running')
    .execute();
}

/** What is known at the end of an import; what is left out stays as it is. */
export type ImportEnd = {
  state: ImportState;
  message: string;
  bytes: number;
  contentHash: string | null;
  source: string | null;
  mapping: Record<string, string> | null;
  rowsRead: number;
  rowsRejected: number;
  ticketsAdded: number;
  ticketsChanged: number;
  peopleAdded: number;
  health: DataHealth | null;
};

/** Ends the record of an import; for one that succeeded within its transaction, so that "done" is true exactly then. */
export async function finishImportRun(db: Db, importId: number, end: ImportEnd): Promise<void> {
  await db
    .updateTable('import_run')
    .set({
      state: end.state,
      message: end.message,
      bytes: end.bytes,
      content_hash: end.contentHash,
      source: end.source,
      mapping: end.mapping && JSON.stringify(end.mapping),
      rows_read: end.rowsRead,
      rows_rejected: end.rowsRejected,
      tickets_added: end.ticketsAdded,
      tickets_changed: end.ticketsChanged,
      people_added: end.peopleAdded,
      health: end.health && JSON.stringify(end.health),
      finished_at: sql`clock_timestamp()`,
    })
    .where('import_id', '=', importId)
    .execute();
}

/** Keeps where rows could not be read. */
export async function saveRejections(db: Db, importId: number, rejections: readonly ImportRejection[]): Promise<void> {
  const rows = JSON.stringify(rejections);
  await sql`
    insert into import_rejection (import_id, line, column_name, reason)
    select ${importId}::bigint, line, "columnName", left(reason, 500)
    from jsonb_to_recordset(${rows}::jsonb) as given (line bigint, "columnName" text, reason text)
    on conflict do nothing`.execute(db);
}

/** Whether a file with this content was imported before. */
export async function wasImported(db: Db, contentHash: string, importId: number): Promise<boolean> {
  const row = await db
    .selectFrom('import_run')
    .select('import_id')
    .where('content_hash', '=', contentHash)
    .where('state', '=', 'done')
    .where('import_id', '<>', importId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Every import of the firm, the latest first. */
export async function listImportRuns(db: Db): Promise<ImportRun[]> {
  const rows = await db.selectFrom('import_run').selectAll().orderBy('import_id', 'desc').limit(500).execute();
  return rows.map(toRun);
}

/** One import; undefined when there is none with that number. */
export async function readImportRun(db: Db, importId: number): Promise<ImportRun | undefined> {
  const row = await db.selectFrom('import_run').selectAll().where('import_id', '=', importId).executeTakeFirst();
  return row && toRun(row);
}

/** Where rows of an import could not be read, by line. */
export async function readRejections(db: Db, importId: number): Promise<ImportRejection[]> {
  const rows = await db
    .selectFrom('import_rejection')
    .select(['line', 'column_name', 'reason'])
    .where('import_id', '=', importId)
    .orderBy('line')
    .execute();
  return rows.map((row) => ({ line: row.line, columnName: row.column_name, reason: row.reason }));
}

type RunRow = {
  import_id: number;
  kind: string;
  file_name: string;
  bytes: number | null;
  source: string | null;
  mapping: unknown;
  state: string;
  rows_read: number;
  rows_rejected: number;
  tickets_added: number;
  tickets_changed: number;
  people_added: number;
  message: string | null;
  health: unknown;
  started_at: number;
  finished_at: number | null;
};

function toRun(row: RunRow): ImportRun {
  return {
    importId: row.import_id,
    kind: row.kind as ImportKind,
    fileName: row.file_name,
    bytes: row.bytes,
    source: row.source,
    mapping: row.mapping as Record<string, string> | null,
    state: row.state as ImportState,
    rowsRead: row.rows_read,
    rowsRejected: row.rows_rejected,
    ticketsAdded: row.tickets_added,
    ticketsChanged: row.tickets_changed,
    peopleAdded: row.people_added,
    message: row.message,
    health: toHealth(row.health),
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  };
}

/** What was counted; files of before have fewer counts. */
function toHealth(health: unknown): DataHealth | null {
  if (health === null) return null;
  const { withDifficulty = 0, difficultyDated = 0, difficultyBefore = 0, ...rest } = health as DataHealth;
  return { ...rest, withDifficulty, difficultyDated, difficultyBefore };
}

/** How many different names the rows of a file gave. */
export type NameCounts = Pick<DataHealth, 'people' | 'teams' | 'clients' | 'categories'>;

/** Counts what the staged file holds; before the transaction ends. */
export async function countHealth(db: Db, names: NameCounts): Promise<DataHealth> {
  const { rows } = await sql<Omit<DataHealth, keyof NameCounts | 'widestTeam'>>`
    select count(*) as tickets, count(resolved_at) as resolved,
      (to_timestamp(min(opened_at) / 1000) at time zone 'UTC')::date as "firstDay",
      (to_timestamp(max(opened_at) / 1000) at time zone 'UTC')::date as "lastDay",
      count(*) filter (where started_unassigned) as "startedUnassigned", count(*) filter (where reopen_count > 0) as reopened,
      count(*) filter (where handoffs > 0) as "handedOn", count(minutes_worked) as "withMinutes",
      count(satisfaction) as "withSatisfaction", count(triage_difficulty) as "withDifficulty",
      count(triage_at) as "difficultyDated", count(*) filter (where triage_at <= first_assigned_at) as "difficultyBefore"
    from staged_ticket`.execute(db);
  const widest = await sql<{ name: string; firstAssignees: number }>`
    select team.name, count(distinct first_assignee_id) as "firstAssignees"
    from staged_ticket join team on team.team_id = first_team_id
    group by team.team_id, team.name order by 2 desc, team.team_id limit 1`.execute(db);
  return { ...rows[0]!, ...names, widestTeam: widest.rows[0] ?? null };
}

/** What the newest ticket import that was kept held; null: there is none. */
export async function readLatestHealth(db: Db): Promise<DataHealth | null> {
  const row = await db
    .selectFrom('import_run')
    .select('health')
    .where('kind', '=', 'tickets')
    .where('state', '=', 'done')
    .where('health', 'is not', null)
    .orderBy('import_id', 'desc')
    .executeTakeFirst();
  return toHealth(row?.health ?? null);
}
