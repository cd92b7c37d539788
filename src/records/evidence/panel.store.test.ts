import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFirm, createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Db } from '../../platform/db/connect.ts';
import { readCasesOf, readLevelNames, readTicketMix, readTicketNames } from './panel.store.ts';
import { refreshTouchedCases } from './store.ts';

let test: TestDatabase;
let orgId: number;
let people: number[];
const inFirm = <T>(work: (db: Db) => Promise<T>) =>
  test.database.transact({ orgId, actor: 'test', standing: 'engine' }, work);

beforeAll(async () => {
  test = await createTestDatabase();
  orgId = (await createFirm(test.database)).orgId;
  await inFirm(async (db) => {
    await sql`insert into person (name, work) select 'p' || i, 'product' from generate_series(1, 3) i`.execute(db);
    people = (await db.selectFrom('person').select('person_id').orderBy('person_id').execute()).map(
      (row) => row.person_id,
    );
    await sql`insert into client (name) select 'Client ' || i from generate_series(1, 4) i`.execute(db);
    await sql`insert into category (name) select 'Area ' || i from generate_series(1, 3) i`.execute(db);
    await sql`create temporary table touched_ticket (ticket_id bigint, added boolean) on commit drop`.execute(db);
    await sql`with added as (
      insert into ticket (source, external_id, opened_at, resolved_at, first_assignee_id, client_id, category_id, priority,
        minutes_worked, escalated, satisfaction)
      select 'file', 'T-' || i, timestamptz '2026-01-05Z' + make_interval(hours => i * 7), timestamptz '2026-06-01Z',
        (${people}::bigint[])[1 + i * i % 3],
        (select client_id from client order by client_id offset i % 4 limit 1),
        (select category_id from category order by category_id offset i % 3 limit 1),
        1 + i % 4, case when i % 9 > 0 then i end, i % 5 = 0, case when i % 2 = 0 then (i % 3) / 2.0 end
      from generate_series(1, 120) i returning ticket_id)
      insert into touched_ticket select ticket_id, true from added`.execute(db);
    await refreshTouchedCases(db);
  });
});
afterAll(() => test.close());

const COLUMN = {
  client: 'client_id',
  category: 'category_id',
  queue: 'queue_id',
  priority: 'priority',
  hour: 'hour',
} as const;

describe("a person's tickets beside everybody's", () => {
  it.each(['minutes-worked', 'kept', 'lasted', 'satisfied'] as const)(
    'are counted level by level as the tickets themselves have it: %s',
    async (outcome) => {
      await inFirm(async (db) => {
        const cases = await db.selectFrom('evidence_case').selectAll().execute();
        const yOf = (one: (typeof cases)[number]) => (outcome === 'minutes-worked' ? one.y : one[outcome]);
        const told = cases.filter((one) => yOf(one) !== null);
        for (const personId of people) {
          const mix = await readTicketMix(db, outcome, personId);
          const own = told.filter((one) => one.technician_id === personId);
          const sum = (of: typeof cases) => of.reduce((total, one) => total + Number(yOf(one)), 0);
          expect(mix.own).toEqual({ n: own.length, sum: expect.closeTo(sum(own), 9) });
          expect(mix.all).toEqual({ n: told.length, sum: expect.closeTo(sum(told), 9) });
          for (const [factor, levels] of Object.entries(mix.factors)) {
            const column =
              factor === 'band' || factor === 'difficulty' ? factor : COLUMN[factor as keyof typeof COLUMN];
            for (const { level, own: mine, all } of levels) {
              expect([factor, mine]).toEqual([factor, own.filter((one) => one[column] === level).length]);
              expect([factor, all]).toEqual([factor, told.filter((one) => one[column] === level).length]);
            }
          }
        }
      });
    },
  );

  it('of somebody without any are none, beside all the others', async () => {
    const mix = await inFirm((db) => readTicketMix(db, 'minutes-worked', 0));
    expect(mix.own).toEqual({ n: 0, sum: 0 });
    expect(mix.all.n).toBeGreaterThan(100);
  });

  it('come as cases in one query, the newest so many, with the names of a few', async () => {
    await inFirm(async (db) => {
      const [personId] = people as [number];
      const all = await readCasesOf(db, 'kept', personId, 1000);
      expect(all.map(({ y }) => y).sort()).toEqual(expect.arrayContaining([0, 1]));
      const newest = await readCasesOf(db, 'minutes-worked', personId, 5);
      expect(newest).toHaveLength(5);
      const names = await readTicketNames(
        db,
        newest.map(({ ticketId }) => ticketId),
      );
      for (const { ticketId, y, levels } of newest) {
        const { externalId, client } = names.get(ticketId)!;
        expect(y).toBeCloseTo(Math.log(Number(externalId.slice(2))), 12);
        const called = await readLevelNames(db, [
          { factor: 'client', level: levels.client! },
          { factor: 'hour', level: 3 },
        ]);
        expect(called).toEqual(new Map([[`client/${levels.client}`, client]]));
      }
      expect(await readTicketNames(db, [])).toEqual(new Map());
    });
  });
});
