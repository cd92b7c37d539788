import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { timestamp } from '../../platform/db/values.ts';
import type { Holding } from './holding.ts';
import type { Names, Whose } from './present.ts';

/** A row as JSON has it: times as ISO texts, days as YYYY-MM-DD. */
export type HeldRow = Record<string, unknown>;

/** Under what somebody's rows are found; undefined when there is no such person. */
export async function readWhose(db: Db, personId: number): Promise<(Whose & { name: string }) | undefined> {
  const person = await db
    .selectFrom('person')
    .select(['name', 'email'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!person) return undefined;
  const access = await db
    .selectFrom('auth.firm_access')
    .select('actor')
    .where('org_id', '=', sql<number>`app_org()`)
    .where('person_id', '=', personId)
    .execute();
  const account = await readAccount(
    db,
    access.map(({ actor }) => actor),
  );
  const texts = [person.name, person.email, account?.email ?? null].filter((text) => text !== null);
  return {
    personId,
    name: person.name,
    texts,
    actors: access.map(({ actor }) => actor),
    accountId: account?.accountId ?? null,
  };
}

/** The account behind one of these actors; undefined: none of them has one. */
export async function readAccount(
  db: Db,
  actors: readonly string[],
): Promise<{ accountId: number; email: string } | undefined> {
  const { rows } = await sql<{ accountId: number; email: string }>`
    select account_id as "accountId", email from auth.account where 'account:' || account_id = any(${actors}::text[])`.execute(
    db,
  );
  return rows[0];
}

/** Rows of one kind about somebody, newest first: a page of them, or all (`limit` null), and how many there are. */
export async function readHeld(
  db: Db,
  holding: Holding,
  whose: Whose,
  page: { limit: number | null; offset: number },
): Promise<{ rows: HeldRow[]; total: number }> {
  const table = sql.table(holding.table);
  const mine = conditionOf(holding, whose);
  const columns = sql.join(
    Object.keys(holding.columns).map((column) => sql`${expressionOf(holding, column, whose)} as ${sql.ref(column)}`),
  );
  const { rows } = await sql<{ row: HeldRow }>`
    select row_to_json(held) as row from (
      select ${columns} from ${table} where ${mine} order by ${sql.ref(holding.order)} desc nulls last
      limit ${page.limit} offset ${page.offset}) as held`.execute(db);
  if (page.limit === null || (page.offset === 0 && rows.length < page.limit)) {
    return { rows: rows.map(({ row }) => row), total: rows.length };
  }
  const counted = await sql<{ n: number }>`select count(*) as n from ${table} where ${mine}`.execute(db);
  return { rows: rows.map(({ row }) => row), total: counted.rows[0]!.n };
}

/** How many rows of one kind there are about somebody. */
export async function countHeld(db: Db, holding: Holding, whose: Whose): Promise<number> {
  const counted = await sql<{ n: number }>`
    select count(*) as n from ${sql.table(holding.table)} where ${conditionOf(holding, whose)}`.execute(db);
  return counted.rows[0]!.n;
}

function conditionOf({ table, mine }: Holding, whose: Whose): RawBuilder<unknown> {
  const column = sql.ref(mine.column);
  const { personId, actors, accountId, texts } = whose;
  const lower = texts.map((text) => text.toLowerCase());
  // Tables of signing in hold rows of every firm.
  const inFirm = ['auth.firm_access', 'auth.invitation'].includes(table) ? sql`org_id = app_org() and ` : sql``;
  switch (mine.is) {
    case 'person':
      return sql`${inFirm}${column} = ${personId}`;
    case 'rater':
      return sql`(${column} = any(${[`person:${personId}`, ...actors]}::text[]) or lower(${column}) = any(${lower}::text[]))`;
    case 'actor':
      return sql`${inFirm}${column} = any(${actors}::text[])`;
    case 'account':
      return sql`${column} = ${accountId}`;
    case 'email-or-person':
      return sql`${inFirm}(person_id = ${personId} or lower(${column}) = any(${lower}::text[]))`;
    case 'people':
      return sql`${column} @> array[${personId}::bigint]`;
    case 'pair':
      return sql`${column} in (select pair_id from one_on_one where ${personId} in (member_id, lead_id))`;
    case 'plan':
      return sql`${column} in (select plan_id from development_plan where person_id = ${personId})`;
    case 'called':
      return sql`lower(${column}) = any(${lower}::text[])`;
    case 'mentoring':
      return sql`${column} in (select pair_id from mentoring_pair where ${personId} in (mentor_id, mentee_id))`;
    case 'step':
      return sql`${column} like ${`%/${personId}`}`;
    case 'level':
      return sql`factor_a = 1 and ${column} = ${personId}`;
    case 'fitted':
      return sql`${column} #> '{effects,personIds}' @> to_jsonb(${personId}::bigint)`;
    case 'weighed':
      return sql`${column} -> 'considered' @> to_jsonb(${personId}::bigint) and person_id is distinct from ${personId}`;
  }
}

/** Documents about everybody are cut to what they say of one person, before they leave the database. */
function expressionOf({ table }: Holding, column: string, { personId }: Whose): RawBuilder<unknown> {
  if (table === 'evidence_fit' && column === 'effects') {
    return sql`(
      select jsonb_build_object(
        'tickets', effects #> array['effects', 'tickets', at],
        coalesce(effects #>> '{effects,unit}', 'logMinutes'), effects #> array['effects', 'effect', at],
        'spread', coalesce((effects #>> array['effects', 'sd', at])::float8,
          sqrt((effects #>> array['effects', 'pev', (at::int * n + at::int)::text])::float8)))
      from (select (place - 1)::text as at, jsonb_array_length(effects #> '{effects,personIds}') as n
        from jsonb_array_elements(effects #> '{effects,personIds}') with ordinality as fitted (id, place)
        where id = to_jsonb(${personId}::bigint)) as mine)`;
  }
  if (table === 'decision' && column === 'advice') {
    const said = sql`case when advice -> 'named' @> to_jsonb(${personId}::bigint) then 'named'
      when advice -> 'considered' @> to_jsonb(${personId}::bigint) then 'weighed' end`;
    return sql`coalesce((
      select jsonb_build_object('advice', ${said}, 'work', side #> '{technical,mean}', 'people', side #> '{people,mean}')
      from jsonb_array_elements(advice #> '{basis,sides}') as kept (side)
      where side -> 'personId' = to_jsonb(${personId}::bigint)), to_jsonb(${said}))`;
  }
  return sql.ref(column);
}

/** What numbers in rows are called: read once, for every row. */
export async function readCalled(db: Db): Promise<Names> {
  const { rows } = await sql<{ kind: keyof Names; id: string; name: string }>`
    select 'team' as kind, team_id::text as id, name from team
    union all select 'client', client_id::text, name from client
    union all select 'category', category_id::text, name from category
    union all select 'skill', 'area/' || category_id, name from category
    union all select 'skill', 'client/' || client_id, name from client
    union all select 'skill', 'own/' || skill_id, name from own_skill
    union all select 'seat', seat_id::text, title from seat
    union all select 'person', person_id::text, name from person
    union all select 'course', course_id::text, title from course
    union all select 'actor', a.actor, coalesce(p.name, c.name) from auth.firm_access a
      left join person p on p.person_id = a.person_id left join auth.account c on 'account:' || c.account_id = a.actor
      where a.org_id = app_org() and coalesce(p.name, c.name) is not null`.execute(db);
  const names: Names = {
    team: new Map(),
    client: new Map(),
    category: new Map(),
    skill: new Map(),
    seat: new Map(),
    person: new Map(),
    course: new Map(),
    actor: new Map(),
  };
  for (const { kind, id, name } of rows) names[kind].set(id, name);
  return names;
}

/** Raters who are a person's direct lead: the holder of the seat they report to, or that theirs reports to. */
export async function readLeadsOf(db: Db, personId: number): Promise<string[]> {
  const { rows } = await sql<{ id: number; actor: string | null; name: string }>`
    with above as (
      select seat_id from person_line where person_id = ${personId} and to_day is null
      union select l.reports_to from seat_holding h join seat_line l on l.seat_id = h.seat_id and l.to_day is null
        where h.person_id = ${personId} and h.to_day is null)
    select h.person_id as id, p.name, a.actor from seat_holding h join person p on p.person_id = h.person_id
      left join auth.firm_access a on a.org_id = app_org() and a.person_id = h.person_id
    where h.to_day is null and h.seat_id in (select seat_id from above) and h.person_id <> ${personId}`.execute(db);
  return rows.flatMap(({ id, actor, name }) => [`person:${id}`, name.toLowerCase(), ...(actor ? [actor] : [])]);
}

/** A seat for which somebody is considered now, and who decides; null: the owner. */
export type OpenCandidacy = { seatId: number; title: string; deciderId: number | null; decider: string | null };

/** The seats for which somebody is considered now. */
export async function readOpenCandidacies(db: Db, personId: number): Promise<OpenCandidacy[]> {
  const { rows } = await sql<OpenCandidacy>`
    select s.seat_id as "seatId", s.title, d.person_id as "deciderId", d.name as decider from candidacy c
      join seat s on s.seat_id = c.seat_id
      left join seat_line l on l.seat_id = s.seat_id and l.to_day is null
      left join seat_holding h on h.seat_id = l.reports_to and h.to_day is null
      left join person d on d.person_id = coalesce(s.decider_id, h.person_id)
    where c.person_id = ${personId} and c.ended_at is null order by c.since`.execute(db);
  return rows;
}

/** Who reads that they are considered has been told, from this moment on. */
export async function markTold(db: Db, personId: number, now: Instant): Promise<void> {
  await db
    .updateTable('candidacy')
    .set({ told_at: timestamp(now) })
    .where('person_id', '=', personId)
    .where('told_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute();
}

/** Whether a ticket came to this person first. */
export async function isOwnTicket(db: Db, ticketId: number, personId: number): Promise<boolean> {
  const row = await db
    .selectFrom('ticket')
    .select('ticket_id')
    .where('ticket_id', '=', ticketId)
    .where('first_assignee_id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Everyone on the list, for whoever holds the server to choose from. */
export async function listNames(db: Db): Promise<{ personId: number; name: string }[]> {
  const rows = await db
    .selectFrom('person')
    .select(['person_id', 'name'])
    .where('left_on', 'is', null)
    .where('work', '<>', 'service-account')
    .orderBy('name')
    .execute();
  return rows.map((row) => ({ personId: row.person_id, name: row.name }));
}

/** People of a name or address, whatever the case. */
export async function findPersonByName(db: Db, text: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select person_id as id from person where lower(name) = lower(${text.trim()}) or lower(email) = lower(${text.trim()})
    order by 1`.execute(db);
  return rows.map(({ id }) => id);
}
