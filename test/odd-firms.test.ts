import { Client } from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Refusal } from '../src/base/errors.ts';
import { allRoutes } from '../src/routes.ts';
import { contextIn } from './support/context.ts';
import type { TestDatabase } from './support/database.ts';
import { createSampleDatabase } from './support/sample-database.ts';

const ORG = 1;
const SCOPE = { orgId: ORG, actor: 'test', standing: 'operator' } as const;

let test: TestDatabase;
let owner: Client;
beforeEach(async () => {
  test = await createSampleDatabase('harbor');
  owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
});
afterEach(async () => {
  await owner.end();
  await test.close();
});

const READS = allRoutes.flatMap((route) =>
  route.kind === 'firm' && route.operation.method === 'GET' && route.operation.id !== 'readGrowthRun' ? [route] : [],
);

/** Everything that can be read of a firm, of the first two of each kind; what fails otherwise than with a sentence. */
async function failures(): Promise<string[]> {
  const failed: string[] = [];
  for (const route of READS)
    for (const id of ['1', '2']) {
      const path = Object.fromEntries([...route.operation.path.matchAll(/:(\w+)/g)].map(([, field]) => [field!, id]));
      const input = route.operation.input.safeParse({ personId: id, ...path });
      if (!input.success) continue;
      await test.database
        .transact(SCOPE, (db) => route.run(contextIn(db, ORG, SCOPE), input.data))
        .catch((error: unknown) => {
          if (!(error instanceof Refusal)) failed.push(`${route.operation.id} ${id}: ${String(error)}`);
        });
    }
  return failed;
}

it.each([
  ['whose leads turn out to be no humans', `update person set work = 'service-account' where person_id in (1, 2, 3)`],
  ['whom everybody has left', `update person set left_on = '2026-01-01'`],
  ['without a seat', `update seat set closed_on = '2026-01-01'`],
  [
    'without a ticket',
    'truncate ticket, ticket_event, evidence_case, evidence_cell, evidence_cross, evidence_total, evidence_fit',
  ],
  ['of which nobody said anything', 'delete from observation'],
])('a firm %s can be read like any other', async (_, change) => {
  await owner.query(change);
  expect(await failures()).toEqual([]);
});
