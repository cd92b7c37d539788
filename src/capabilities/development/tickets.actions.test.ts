import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextIn } from '../../../test/support/context.ts';
import type { TestDatabase } from '../../../test/support/database.ts';
import { createSampleDatabase } from '../../../test/support/sample-database.ts';
import type { Standing } from '../../base/roles.ts';
import { type Day, type Instant, instantOf } from '../../base/time.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readPeriods } from '../../records/evidence/periods.store.ts';
import { findPlan } from './show.actions.ts';
import { sayTickets } from './ticket-words.ts';

/** Harbor: Freya’s plan is under way, her training was in June, her last try in August; Marcus leads her. */
let test: TestDatabase;
let owner: Client;
let orgId: number;
const people = new Map<string, number>();
beforeAll(async () => {
  test = await createSampleDatabase('harbor');
  owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
  const { rows } = await owner.query('select org_id, person_id, name from person');
  orgId = Number(rows[0].org_id);
  for (const { person_id, name } of rows) people.set(name, Number(person_id));
});
afterAll(async () => {
  await owner.end();
  await test.close();
});

function as<T>(name: string, standing: Standing, work: (ctx: FirmContext) => Promise<T>): Promise<T> {
  const scope = { orgId, actor: `test:${name}`, standing, personId: people.get(name)! };
  const now = () => (instantOf('2026-11-16' as Day) + 9 * 3_600_000) as Instant;
  return test.database.transact(scope, (db) => work(contextIn(db, orgId, { ...scope, now })));
}
const freya = () => people.get('Freya Lund')!;
const needOf = async (reader: string, standing: Standing, competency: string) => {
  const { plan } = await as(reader, standing, (ctx) => findPlan(ctx, { personId: freya() }));
  return plan!.needs.find((one) => one.competency === competency)!;
};

describe('before and after on tickets', () => {
  it('stands beside the views, for the person and their lead, with n, intervals and what colleagues did', async () => {
    for (const [reader, standing] of [
      ['Freya Lund', 'technician'],
      ['Marcus Bell', 'team-lead'],
    ] as const) {
      const { tickets } = await needOf(reader, standing, 'knowledge');
      expect(tickets).toMatchObject({ outcome: 'kept', status: 'measured', colleagues: 21 });
      expect(sayTickets(tickets!)).toMatch(
        /^Of 100 like tickets \d+ more brought to an end without handing on than before \(.+\), from \d+ before and \d+ after\. 21 colleagues in the same weeks: .+\. Beyond theirs .+ \(.+\): .+\.$/,
      );
    }
  });

  it('counts the tickets of those weeks that can tell, each once', async () => {
    const need = await needOf('Freya Lund', 'technician', 'knowledge');
    const { rows } = await owner.query(
      `select count(*) filter (where t.resolved_at < '2026-06-19')::int as before,
         count(*) filter (where t.resolved_at >= '2026-08-07')::int as after
       from ticket t join evidence_case c using (org_id, ticket_id) where c.technician_id = $1 and c.kept is not null
         and (t.resolved_at >= '2026-03-27' and t.resolved_at < '2026-06-19'
           or t.resolved_at >= '2026-08-07' and t.resolved_at < '2026-10-30')`,
      [freya()],
    );
    expect(need.tickets).toMatchObject(rows[0]);
  });

  it('reads each of several pairs of periods in one query, and no ticket that lies between', async () => {
    const day = (text: string) => text as never;
    const quiet = { from: day('2019-01-01'), to: day('2019-02-01') };
    const [one, none] = await as('Ana Keller', 'engine', ({ db }) =>
      readPeriods(db, [
        {
          outcome: 'lasted',
          before: { from: day('2026-03-27'), to: day('2026-06-19') },
          after: { from: day('2026-08-07'), to: day('2026-10-30') },
        },
        { outcome: 'kept', before: quiet, after: quiet },
      ]),
    );
    expect(none).toEqual([]);
    const { rows } = await owner.query(
      `select count(*)::int as n, sum(c.lasted::int)::int as sum from ticket t join evidence_case c using (org_id, ticket_id)
       where c.lasted is not null and t.resolved_at >= '2026-03-27' and t.resolved_at < '2026-06-19'`,
    );
    const before = one!.filter(({ side }) => side === 'before');
    expect(before.reduce((sum, cell) => sum + cell.n, 0)).toBe(rows[0].n);
    expect(before.reduce((sum, cell) => sum + cell.sum, 0)).toBe(rows[0].sum);
  });

  it('says nothing before the last practice was, and of needs with people', async () => {
    const { plan } = await as('Marcus Bell', 'team-lead', (ctx) =>
      findPlan(ctx, { personId: people.get('Marcus Bell')! }),
    );
    expect(plan!.needs.map(({ tickets }) => tickets)).toEqual(plan!.needs.map(() => null));
    await owner.query(
      `update plan_step set closed_on = '2026-12-20' where kind = 'practice' and day > '2026-07-01'
         and plan_id in (select plan_id from development_plan where person_id = $1)`,
      [freya()],
    );
    expect((await needOf('Freya Lund', 'technician', 'knowledge')).tickets).toMatchObject({ status: 'too-early' });
  });
});
