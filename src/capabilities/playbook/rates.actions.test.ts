import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contextIn } from '../../../test/support/context.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { makeRolesFirm, type RolesFirm } from '../../../test/support/roles-firm.ts';
import { findRuleRates } from './rates.actions.ts';

let base: TestDatabase;
let firm: RolesFirm;
beforeAll(async () => {
  base = await createTestDatabase();
  firm = await makeRolesFirm(base);
});
afterAll(() => base.close());

/** Answers to cards of a rule, then what the playbook says of it. */
async function rateAfter(useful: number, useless: number) {
  const { orgId, people } = firm;
  await base.database.transact({ orgId, actor: 'test', standing: 'engine' }, async (db) => {
    await sql`delete from card`.execute(db);
    await sql`insert into card (lead_id, day, rule, kind, subject, trigger, first_sentence, evidence, state)
      select ${people.lea}, '2026-01-01'::date + n::int, 'ticket-late', 'fix', 'ticket/' || n, 's', 's', '{}',
        case when n <= ${useful} then 'done' when n <= ${useful + useless} then 'not-useful' else 'open' end
      from generate_series(1, ${useful + useless + 3}::int) as n`.execute(db);
  });
  const scope = { orgId, actor: 'test', standing: 'technician' as const, personId: people.tom };
  const { rates } = await base.database.transact(scope, (db) => findRuleRates(contextIn(db, orgId, scope)));
  return rates[0]!;
}

test('a rule says how often it was useful, over the whole firm, to everybody', async () => {
  const rate = await rateAfter(8, 2);
  expect(rate).toMatchObject({ key: 'today.rule.ticket-late', shown: 13, useful: 8, answered: 10, isUseless: false });
  expect(rate.low).toBeCloseTo(0.6016, 4);
  expect(rate.high).toBeCloseTo(0.9138, 4);
});

test('a rule is called useless only with enough answers, and when even the upper end is low', async () => {
  expect((await rateAfter(0, 9)).isUseless).toBe(false);
  expect((await rateAfter(0, 12)).isUseless).toBe(true);
  expect((await rateAfter(3, 12)).isUseless).toBe(false);
});
