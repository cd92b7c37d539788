import { sql } from 'kysely';
import { assert } from '../../base/assert.ts';
import type { Day } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { findErased, type HashName } from '../people/erased.store.ts';

/** Database numbers of a list of names, in its order, and how many of them are new. */
export type ResolvedNames = { ids: number[]; added: number[] };

/** A person's number, and whether they only hand tickets out: a dispatcher or a service account. */
export type ResolvedPeople = ResolvedNames & { passesOn: boolean[] };

/**
 * Finds people by name or address, whatever the case, and adds those that the firm doesn't know, as people who do
 * hands-on work. Of several people of one name the one who is still here counts, then the one known longest. Whoever was
 * erased stays erased: their name leads to the nameless stand-in (`hashName` finds it).
 */
export async function resolvePeople(db: Db, names: readonly string[], hashName?: HashName): Promise<ResolvedPeople> {
  const known = await readPeople(db);
  const unknown = names.filter((name) => !known.has(name.toLowerCase()));
  const fresh = hashName ? await mapErased(db, unknown, known, hashName) : unknown;
  const { rows } = await sql<{ person_id: number }>`
    insert into person (name) select name from unnest(${fresh}::text[]) with ordinality as given (name, place)
    order by place returning person_id`.execute(db);
  const added = rows.map((row) => row.person_id);
  for (const [i, name] of fresh.entries()) known.set(name.toLowerCase(), { id: added[i]!, passesOn: false });
  const found = names.map((name) => known.get(name.toLowerCase())!);
  return { ids: found.map(({ id }) => id), passesOn: found.map(({ passesOn }) => passesOn), added };
}

type Known = Map<string, { id: number; passesOn: boolean }>;

/** Lets names of people who were erased lead to their stand-ins; answers with the names that are left. */
async function mapErased(db: Db, names: readonly string[], known: Known, hashName: HashName): Promise<string[]> {
  if (names.length === 0) return [];
  const standIn = await findErased(db, hashName);
  const found = names.map((name) => [name, standIn(name)] as const);
  const ids = found.flatMap(([, id]) => (id === undefined ? [] : [id]));
  if (ids.length === 0) return [...names];
  const rows = await db.selectFrom('person').select(['person_id', 'work']).where('person_id', 'in', ids).execute();
  const work = new Map(rows.map((row) => [row.person_id, row.work]));
  for (const [name, id] of found) {
    if (id !== undefined) known.set(name.toLowerCase(), { id, passesOn: isPassingOn(work.get(id) ?? '') });
  }
  return found.flatMap(([name, id]) => (id === undefined ? [name] : []));
}

async function readPeople(db: Db): Promise<Known> {
  const rows = await db
    .selectFrom('person')
    .select(['person_id', 'name', 'email', 'work', 'left_on'])
    .orderBy('person_id', 'desc')
    .execute();
  const known: Known = new Map();
  // Later entries win: names of people who left, then of people who are here, then addresses, which are unique.
  const put = (key: string | null, row: (typeof rows)[number]) => {
    if (key !== null) known.set(key.toLowerCase(), { id: row.person_id, passesOn: isPassingOn(row.work) });
  };
  for (const row of rows) if (row.left_on !== null) put(row.name, row);
  for (const row of rows) if (row.left_on === null) put(row.name, row);
  for (const row of rows) put(row.email, row);
  return known;
}

const isPassingOn = (work: string) => work === 'dispatch' || work === 'service-account';

/** Finds teams by name, whatever the case, and adds those that are new. */
export async function resolveTeams(db: Db, names: readonly string[]): Promise<ResolvedNames> {
  const rows = await db.selectFrom('team').select(['team_id as id', 'name']).execute();
  const known = new Map(rows.map((row) => [row.name.toLowerCase(), row.id]));
  const fresh = names.filter((name) => !known.has(name.toLowerCase()));
  const { rows: ids } = await sql<{ id: number }>`
    insert into team (name) select name from unnest(${fresh}::text[]) with ordinality as given (name, place)
    order by place returning team_id as id`.execute(db);
  return join(names, known, fresh, ids, (name) => name.toLowerCase());
}

/** Finds clients by their exact name and adds those that are new. */
export async function resolveClients(db: Db, names: readonly string[]): Promise<ResolvedNames> {
  const rows = await db.selectFrom('client').select(['client_id as id', 'name']).execute();
  const known = new Map(rows.map((row) => [row.name, row.id]));
  const fresh = names.filter((name) => !known.has(name));
  const { rows: ids } = await sql<{ id: number }>`
    insert into client (name) select name from unnest(${fresh}::text[]) with ordinality as given (name, place)
    order by place returning client_id as id`.execute(db);
  return join(names, known, fresh, ids, (name) => name);
}

/** Finds areas by their exact name and adds those that are new. */
export async function resolveCategories(db: Db, names: readonly string[]): Promise<ResolvedNames> {
  const rows = await db.selectFrom('category').select(['category_id as id', 'name']).execute();
  const known = new Map(rows.map((row) => [row.name, row.id]));
  const fresh = names.filter((name) => !known.has(name));
  const { rows: ids } = await sql<{ id: number }>`
    insert into category (name) select name from unnest(${fresh}::text[]) with ordinality as given (name, place)
    order by place returning category_id as id`.execute(db);
  return join(names, known, fresh, ids, (name) => name);
}

function join(
  names: readonly string[],
  known: Map<string, number>,
  fresh: readonly string[],
  rows: readonly { id: number }[],
  fold: (name: string) => string,
): ResolvedNames {
  for (const [i, name] of fresh.entries()) known.set(fold(name), rows[i]!.id);
  const ids = names.map((name) => known.get(fold(name)));
  assert(
    ids.every((id) => id !== undefined),
    'a name was added twice',
  );
  return { ids: ids as number[], added: rows.map((row) => row.id) };
}

/** Makes every one of these teams that no seat leads a vacant seat of its own, which reports to nothing yet. */
export async function addVacantLeads(db: Db, teamIds: readonly number[]): Promise<void> {
  await sql`
    insert into seat (title, team_id)
    select left('Lead, ' || t.name, 200), t.team_id from team t
    where t.team_id = any(${teamIds}::bigint[])
      and not exists (select from seat s where s.team_id = t.team_id and s.closed_on is null)
    order by t.team_id`.execute(db);
}

/**
 * Puts people who came with tickets into the team in which they were most often the first assignee, from the day of
 * their first ticket there on. Who has a team keeps it.
 */
export async function joinUsualTeams(db: Db, personIds: readonly number[], today: Day): Promise<void> {
  if (personIds.length === 0) return;
  await sql`
    insert into membership (person_id, from_day, team_id)
    select distinct on (first_assignee_id) first_assignee_id, least((min(opened_at) at time zone 'UTC')::date, ${today}::date), first_team_id
    from ticket
    where first_assignee_id = any(${personIds}::bigint[]) and first_team_id is not null
      and not exists (select from membership m where m.person_id = first_assignee_id and m.to_day is null)
    group by first_assignee_id, first_team_id
    order by first_assignee_id, count(*) desc, first_team_id
    on conflict do nothing`.execute(db);
}
