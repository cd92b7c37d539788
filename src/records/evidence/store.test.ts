import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFirm, createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { createRandom } from '../../base/random.ts';
import type { Db } from '../../platform/db/connect.ts';
import {
  bringCasesUpToDate,
  type CrossEntry,
  readAreaCounts,
  readCells,
  readCrossEntries,
  refreshCasesOf,
  refreshTouchedCases,
} from './store.ts';
import { END_OUTCOMES } from './types.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const LEVELS = ['technician_id', 'client_id', 'category_id', 'queue_id', 'priority', 'hour', 'difficulty'] as const;
type Case = Record<(typeof LEVELS)[number], number> & { outcome: string; y: number };

const key = (entry: Omit<CrossEntry, 'n' | 'sumY'>) =>
  [entry.factorA, entry.levelA, entry.factorB, entry.levelB].join('/');

/** The sums of all cases, made anew. */
function sumUp(cases: readonly Case[]): Map<string, { n: number; sumY: number }> {
  const sums = new Map<string, { n: number; sumY: number }>();
  for (const one of cases) {
    for (const [a, nameA] of LEVELS.entries()) {
      for (let b = a; b < LEVELS.length; b++) {
        const at = key({ factorA: a + 1, levelA: one[nameA], factorB: b + 1, levelB: one[LEVELS[b]!] });
        const sum = sums.get(at) ?? { n: 0, sumY: 0 };
        sums.set(at, { n: sum.n + 1, sumY: sum.sumY + (a === b ? one.y : 0) });
      }
    }
  }
  return sums;
}

async function compare(db: Db): Promise<void> {
  const cases = await db.selectFrom('evidence_case').selectAll().execute();
  for (const outcome of ['minutes-worked', 'queue-minutes'] as const) {
    const own = cases.flatMap((one) => (one.outcome === outcome ? [{ ...one, outcome, y: one.y! }] : []));
    const stored = await readCrossEntries(db, outcome);
    const expected = sumUp(own);
    expect(new Map(stored?.entries.map((entry) => [key(entry), entry.n]) ?? [])).toEqual(
      new Map([...expected].map(([at, { n }]) => [at, n])),
    );
    for (const entry of stored?.entries ?? []) expect(entry.sumY).toBeCloseTo(expected.get(key(entry))!.sumY, 9);
    expect(stored?.n ?? 0).toBe(own.length);
    expect(stored?.sumY ?? 0).toBeCloseTo(
      own.reduce((sum, { y }) => sum + y, 0),
      9,
    );
    expect(stored?.sumYY ?? 0).toBeCloseTo(
      own.reduce((sum, { y }) => sum + y * y, 0),
      9,
    );
  }
}

const CELL = ['technician_id', 'client_id', 'category_id', 'queue_id', 'priority', 'band', 'difficulty'] as const;

/** Every cell, counted anew from all cases. */
async function compareCells(db: Db): Promise<void> {
  const cases = await db.selectFrom('evidence_case').selectAll().execute();
  for (const outcome of END_OUTCOMES) {
    const expected = new Map<string, { trials: number; successes: number }>();
    for (const one of cases) {
      if (one[outcome] === null) continue;
      const at = CELL.map((level) => one[level]).join('/');
      const cell = expected.get(at) ?? { trials: 0, successes: 0 };
      expected.set(at, { trials: cell.trials + 1, successes: cell.successes + (one[outcome] ? 1 : 0) });
    }
    const stored = await readCells(db, outcome);
    const cells = stored?.cells ?? [];
    expect(new Map(cells.map(({ levels, trials, successes }) => [levels.join('/'), { trials, successes }]))).toEqual(
      expected,
    );
    expect(cells).toHaveLength(expected.size);
    const total = await db
      .selectFrom('evidence_total')
      .select(['n', 'sum_y'])
      .where('outcome', '=', outcome)
      .executeTakeFirst();
    const told = cases.filter((one) => one[outcome] !== null);
    expect(total ?? { n: 0, sum_y: 0 }).toEqual({ n: told.length, sum_y: told.filter((one) => one[outcome]).length });
  }
}

async function touch(db: Db, change: ReturnType<typeof sql>): Promise<number> {
  await sql`create temporary table touched_ticket (ticket_id bigint, added boolean) on commit drop`.execute(db);
  await sql`with changed as (${change} returning ticket_id) insert into touched_ticket select ticket_id, false from changed`.execute(
    db,
  );
  const changed = await refreshTouchedCases(db);
  await sql`drop table touched_ticket`.execute(db);
  return changed;
}

describe('the sums that the ticket model stands on', () => {
  it('equal the sums of all cases after any sequence of additions and changes', async () => {
    const { orgId } = await createFirm(test.database);
    const random = createRandom(7);
    await test.database.transact({ orgId, actor: 'owner', standing: 'engine' }, async (db) => {
      await sql`insert into person (name, work) select 'p' || i, case when i = 5 then 'dispatch' else 'product' end from generate_series(1, 5) i`.execute(
        db,
      );
      const people = (await db.selectFrom('person').select('person_id').orderBy('person_id').execute()).map(
        (row) => row.person_id,
      );
      for (let step = 0; step < 25; step++) {
        const seed = random.integer(1_000_000);
        const id = (salt: number, most: number) =>
          sql`(1 + abs(hashint8(i * 31 + ${seed + salt}::bigint)) % ${most}::int)`;
        const maybe = (salt: number, value: ReturnType<typeof sql>) =>
          sql`case when ${id(salt, 4)} > 1 then ${value} end`;
        await touch(
          db,
          sql`insert into ticket (source, external_id, opened_at, resolved_at, first_assignee_id, first_team_id, client_id, category_id, priority, minutes_worked, queue_minutes,
                escalated, reopen_count, satisfaction, first_assigned_at, triage_difficulty, triage_at)
              select 'file', ${step}::text || '-' || i, timestamptz '2024-01-01Z' + make_interval(hours => ${id(1, 500)}),
                ${maybe(2, sql`timestamptz '2024-03-01Z'`)}, ${maybe(3, sql`(${people}::bigint[])[${id(4, 5)}]`)}, ${maybe(5, id(6, 3))},
                ${maybe(7, id(8, 4))}, ${maybe(9, id(10, 3))}, ${maybe(11, id(12, 5))}, ${maybe(13, sql`${id(14, 300)}::float8`)}, ${maybe(15, sql`${id(16, 3)}::float8 - 1`)},
                ${maybe(17, sql`${id(18, 3)} = 1`)}, ${id(19, 3)} / 3, ${maybe(20, sql`${id(21, 4)} / 4.0`)},
                timestamptz '2024-02-01Z', ${maybe(22, id(23, 5))}, ${maybe(24, sql`timestamptz '2024-01-31Z' + make_interval(days => ${id(25, 3)})`)}
              from generate_series(1, ${random.integer(12)}::int) i`,
        );
        await touch(
          db,
          sql`update ticket set resolved_at = timestamptz '2024-04-01Z', minutes_worked = case when priority = 2 then null else ${random.integer(500)}::float8 end,
                client_id = ${random.integer(3)}::bigint + 1, first_assignee_id = ${random.pick(people)}::bigint
              where ticket_id % 7 = ${random.integer(7)}`,
        );
        await compare(db);
        await compareCells(db);
      }
      const { n } = (await readCrossEntries(db, 'minutes-worked'))!;
      expect(n).toBeGreaterThan(20);
    });
  });

  it('take nobody in whose work is not hands-on, from the day that their work changes', async () => {
    const { orgId } = await createFirm(test.database);
    await test.database.transact({ orgId, actor: 'owner', standing: 'engine' }, async (db) => {
      const { person_id } = await db
        .insertInto('person')
        .values({ name: 'Dee' })
        .returning('person_id')
        .executeTakeFirstOrThrow();
      const insert = sql`insert into ticket (source, external_id, opened_at, resolved_at, first_assignee_id, minutes_worked)
        values ('file', '1', timestamptz '2024-01-01 13:30Z', timestamptz '2024-01-02Z', ${person_id}::bigint, 0.2)`;
      expect(await touch(db, insert)).toBe(1);
      const before = (await readCrossEntries(db, 'minutes-worked'))!;
      // Less than a minute counts as one; what is not given is level 0; the hour is that of the opening.
      expect(before).toMatchObject({ n: 1, sumY: 0, sumYY: 0, dataVersion: 1 });
      expect(before.entries).toHaveLength(28);
      expect(before.entries).toContainEqual({
        factorA: 2,
        levelA: 0,
        factorB: 6,
        levelB: 13,
        n: 1,
        sumY: 0,
      });
      await db.updateTable('person').set({ work: 'dispatch' }).execute();
      expect(await refreshCasesOf(db, [person_id])).toBe(1);
      expect(await readCrossEntries(db, 'minutes-worked')).toMatchObject({ n: 0, dataVersion: 2, entries: [] });
      // Nothing more to change: the version stays.
      expect(await refreshCasesOf(db, [person_id])).toBe(0);
      expect((await readCrossEntries(db, 'minutes-worked'))?.dataVersion).toBe(2);
      expect(await readCrossEntries(db, 'queue-minutes')).toBeUndefined();
    });
  });

  it('are made anew where the hours or the bar for a satisfied client change, and are the same as if made so at first', async () => {
    const { orgId } = await createFirm(test.database);
    await test.database.transact({ orgId, actor: 'owner', standing: 'engine' }, async (db) => {
      const { person_id } = await db
        .insertInto('person')
        .values({ name: 'Eli' })
        .returning('person_id')
        .executeTakeFirstOrThrow();
      await touch(
        db,
        sql`insert into ticket (source, external_id, opened_at, resolved_at, first_assignee_id, satisfaction, category_id, escalated)
            select 'file', i::text, timestamptz '2024-01-01Z' + make_interval(hours => i), timestamptz '2024-02-01Z',
              ${person_id}::bigint, (i % 5) / 4.0, 1 + i % 2, i % 3 = 0 from generate_series(0, 23) i`,
      );
      const bands = async () =>
        (await db.selectFrom('evidence_case').select(['hour', 'band']).orderBy('hour').execute()).map(
          ({ band }) => band,
        );
      const satisfied = async () =>
        (await readCells(db, 'satisfied'))!.cells.reduce((sum, { successes }) => sum + successes, 0);
      // 8 to 18: before, until 13, until 18, after.
      expect(await bands()).toEqual([
        ...Array(8).fill(0),
        ...Array(5).fill(1),
        ...Array(5).fill(2),
        ...Array(6).fill(3),
      ]);
      expect(await satisfied()).toBe(9);
      await bringCasesUpToDate(db);
      const before = (await readCells(db, 'satisfied'))!.dataVersion;
      await db
        .insertInto('playbook_value')
        .values([
          { key: 'tickets.day-starts', value: 6, changed_by: 'test' },
          { key: 'tickets.satisfied-from', value: 1, changed_by: 'test' },
        ])
        .execute();
      await bringCasesUpToDate(db);
      expect((await bands()).slice(5, 13)).toEqual([0, ...Array(6).fill(1), 2]);
      expect(await satisfied()).toBe(4);
      expect((await readCells(db, 'satisfied'))!.dataVersion).toBe(before + 1);
      await compareCells(db);
      // 16 of 24 were not handed on, 8 in each of two areas.
      expect(await readAreaCounts(db)).toMatchObject({
        counts: [
          { personId: person_id, tickets: 8 },
          { personId: person_id, tickets: 8 },
        ],
      });
    });
  });
});
