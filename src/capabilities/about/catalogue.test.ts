import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { EXEMPT_TABLES, HOLDINGS } from './catalogue.ts';
import { type Reader, sayReaders } from './holding.ts';

let test: TestDatabase;
let owner: Client;
beforeAll(async () => {
  test = await createTestDatabase();
  owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await test.close();
});

/** Columns that hold, or could hold, who somebody is: as a number, an actor, an address or a list of people. */
const POINTS_AT_A_PERSON =
  /(^|_)(person_id|people|technician_id|assignee_id|resolver_id|handed_by_id|owner_id|decider_id|member_id|lead_id|author_id|mentor_id|mentee_id|about_id|teacher_id|signer_id|readers|rater|actor|account_id)$|_by$|^email$/;
/** Tables that point at people without a column that says so. */
const WITHOUT_SAYING = ['evidence_cross', 'evidence_fit', 'auth.challenge'];

async function readColumns(): Promise<Map<string, string[]>> {
  const { rows } = await owner.query<{ name: string; columns: string[] }>(`
    select case n.nspname when 'public' then c.relname else n.nspname || '.' || c.relname end as name,
      array_agg(a.attname::text) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p') and n.nspname in ('public', 'auth') group by 1`);
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}

const listed = (table: string) => HOLDINGS.filter((one) => one.table === table);

/** What is missing from the catalogue, in words; empty: nothing. */
function missingFrom(tables: ReadonlyMap<string, string[]>): string[] {
  return [...tables].flatMap(([table, columns]) => {
    const holdings = listed(table);
    const points = columns.some((column) => POINTS_AT_A_PERSON.test(column)) || WITHOUT_SAYING.includes(table);
    if (holdings.length === 0) return points && !(table in EXEMPT_TABLES) ? [`${table} is not in the catalogue`] : [];
    return holdings.flatMap((holding) => {
      const known = new Set([...Object.keys(holding.columns), ...Object.keys(holding.withheld)]);
      const unlisted = columns.filter((column) => !known.has(column));
      const gone = [...known].filter((column) => !columns.includes(column));
      return [
        ...unlisted.map((one) => `${holding.key} lacks ${one}`),
        ...gone.map((one) => `${holding.key} has ${one}`),
      ];
    });
  });
}

describe('the catalogue of what is held about people', () => {
  it('has every table that could point at a person, and every one of its columns', async () => {
    expect(missingFrom(await readColumns())).toEqual([]);
  });

  it('would notice a new column and a new table', async () => {
    await owner.query('alter table wish add column mood text; create table gossip (person_id bigint)');
    const missing = missingFrom(await readColumns());
    await owner.query('alter table wish drop column mood; drop table gossip');
    expect(missing).toEqual(expect.arrayContaining(['wish lacks mood', 'gossip is not in the catalogue']));
  });

  it('says of every column that could point at the person which rows are theirs', async () => {
    const tables = await readColumns();
    const pointing = HOLDINGS.flatMap(({ table }) =>
      tables
        .get(table)!
        .filter((column) => POINTS_AT_A_PERSON.test(column))
        .map((column) => `${table}.${column}`),
    );
    const matched = new Set(HOLDINGS.map(({ table, mine }) => `${table}.${mine.column}`));
    // Said of in the row that another column finds: the account behind an actor, and whoever acted for them.
    const beside = ['auth.firm_access.actor', 'auth.session.account_id', 'auth.session.acting_by'];
    const also = ['auth.sign_in_token.acting_by', 'auth.invitation.person_id', 'auth.account.email', 'person.email'];
    // In the rows of a pair, or of who can open them: all of them are listed.
    const between = [
      'agenda_item.author_id',
      'agenda_item.owner_id',
      'private_note.author_id',
      'mentoring_goal.author_id',
      'mentoring_check.person_id',
      // Whom somebody would rather not be paired with is theirs to read alone.
      'mentoring_veto.about_id',
    ];
    // Says only whether it was oneself or the lead.
    const sides = ['growth_step.said_by'];
    const known = [...beside, ...also, ...between, ...sides];
    const unmatched = [...new Set(pointing)].filter((one) => !matched.has(one) && !known.includes(one));
    expect(unmatched).toEqual([]);
  });

  it('says who may see a table by the same rule that the database enforces', async () => {
    const { rows } = await owner.query<{ table: string; rule: string }>(`
      select c.relname as table, pg_get_expr(p.polqual, p.polrelid) as rule
      from pg_policy p join pg_class c on c.oid = p.polrelid where p.polname = 'reads'`);
    const rules = new Map(rows.map(({ table, rule }) => [table, readersIn(rule)]));
    const wrong = HOLDINGS.filter(({ table }) => !table.startsWith('auth.')).filter(
      ({ table, readBy }) => rules.get(table)?.join(' ') !== [...readBy].sort().join(' '),
    );
    expect(wrong.map(({ key, table, readBy }) => [key, [...readBy].sort(), rules.get(table)])).toEqual([]);
    expect(HOLDINGS.filter(({ table, readBy }) => table.startsWith('auth.') !== readBy.includes('no-firm'))).toEqual(
      [],
    );
  });

  it('gives every kind a key of its own, a source, a purpose and a time', () => {
    expect(new Set(HOLDINGS.map(({ key }) => key)).size).toBe(HOLDINGS.length);
    for (const holding of HOLDINGS) {
      for (const text of [holding.source, holding.purpose, holding.kept, sayReaders(holding)])
        expect(text).toMatch(/\.$/);
    }
  });
});

/** Whom a policy lets read, read out of its expression as PostgreSQL prints it. */
function readersIn(rule: string): Reader[] {
  const found = new Set<Reader>();
  for (const [, roles] of rule.matchAll(/app_is\(VARIADIC ARRAY\[([^\]]*)\]/g)) {
    for (const [, role] of roles!.matchAll(/'([a-z-]+)'::text/g)) found.add(role as Reader);
  }
  for (const [, role] of rule.matchAll(/app_is\('([a-z-]+)'::text\)/g)) found.add(role as Reader);
  const relations: [RegExp, Reader][] = [
    [/app_visible\(\)/, 'seen'],
    [/app_person\(\)/, 'self'],
    [/app_rater\(\)/, 'author'],
    [/app_decides\(\)/, 'deciders'],
    [/app_plans\(\)/, 'seen'],
    [/app_pairs\(\)/, 'pair'],
    [/app_mentorings\(\)/, 'mentoring'],
    [/app_led\(\)/, 'lead'],
    [/<> ALL \(ARRAY\[''::text, 'wallboard'::text\]\)/, 'everyone'],
  ];
  for (const [pattern, reader] of relations) if (pattern.test(rule)) found.add(reader);
  return [...found].sort();
}
