import { sql } from 'kysely';
import { addDays, type Day, type Instant, instantOf } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { timestamp } from '../../platform/db/values.ts';
import type { StoredLine } from './sentence.ts';

export type LoggedLine = StoredLine & { seq: number; at: Instant };

/** Which lines are meant. */
export type LineFilter = {
  personId?: number | undefined;
  action?: string | undefined;
  /** In UTC. */
  day?: Day | undefined;
  /** Only lines before this one. */
  before?: number | undefined;
  limit: number;
};

/** Lines that the actor may read, newest first. */
export async function readLines(db: Db, filter: LineFilter): Promise<LoggedLine[]> {
  const { personId, action, day, before, limit } = filter;
  const rows = await db
    .selectFrom('audit_entry')
    .select(['seq', 'at', 'actor', 'standing', 'action', 'people', 'details'])
    .$if(personId !== undefined, (query) => query.where(sql<boolean>`people @> array[${personId!}::bigint]`))
    .$if(action !== undefined, (query) => query.where('action', '=', action!))
    .$if(day !== undefined, (query) =>
      query.where('at', '>=', timestamp(instantOf(day!))).where('at', '<', timestamp(instantOf(addDays(day!, 1)))),
    )
    .$if(before !== undefined, (query) => query.where('seq', '<', before!))
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at as Instant,
    actor: row.actor,
    standing: row.standing,
    action: row.action,
    people: row.people.map(Number),
    details: row.details as StoredLine['details'],
  }));
}

const RECENT = 20_000;

/** The kinds of action among the newest lines, for choosing among them: a long log isn't read for that. */
export async function readActionsUsed(db: Db): Promise<string[]> {
  const { rows } = await sql<{ action: string }>`
    select distinct action from (select action from audit_entry order by seq desc limit ${RECENT}) recent`.execute(db);
  return rows.map((row) => row.action);
}

/** Who is who: names that everyone in the firm may read. */
export async function readNames(db: Db): Promise<Map<number, string>> {
  const { rows } = await sql<{ person_id: number; name: string }>`
    select person_id, name from person_called order by name`.execute(db);
  return new Map(rows.map((row) => [row.person_id, row.name]));
}

/** Names of accounts by what the log calls them, `account:7`. Accounts belong to no firm; the log only names this firm's. */
export async function readActorNames(db: Db, actors: readonly string[]): Promise<Map<string, string>> {
  const ids = actors.flatMap((actor) => /^account:(\d{1,15})$/.exec(actor)?.[1] ?? []).map(Number);
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('auth.account')
    .select(['account_id', 'name'])
    .where('account_id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [`account:${row.account_id}`, row.name]));
}
