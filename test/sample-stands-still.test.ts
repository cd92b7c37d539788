import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Standing } from '../src/base/roles.ts';
import { addMonths, dayOf, type Instant, instantOf, systemClock } from '../src/base/time.ts';
import { readStructure } from '../src/records/people/store.ts';
import { allRoutes } from '../src/routes.ts';
import { contextIn } from './support/context.ts';
import type { TestDatabase } from './support/database.ts';
import { createSampleDatabase } from './support/sample-database.ts';

const ORG = 1;
const NOW = systemClock();
const LATER = (instantOf(addMonths(dayOf(NOW), 14)) + (NOW - instantOf(dayOf(NOW)))) as Instant;

/** What tells of the install rather than of the firm, and what goes on being simulated while one reads. */
const LEFT_OUT = new Set(['readLetIn', 'readGrowth']);

let test: TestDatabase;
const ids = new Map<string, number>();
beforeAll(async () => {
  test = await createSampleDatabase('harbor');
  const { people } = await test.database.transact({ orgId: ORG, actor: 'test', standing: 'engine' }, (db) =>
    readStructure(db, dayOf(NOW)),
  );
  for (const { name, personId } of people) ids.set(name, personId);
});
afterAll(() => test.close());

/** What a reading operation answers somebody at a moment; what it refuses is an answer too. Nothing is kept. */
async function ask(route: Extract<(typeof allRoutes)[number], { kind: 'firm' }>, as: Viewer, at: Instant) {
  const scope = { orgId: ORG, actor: 'test', standing: as.standing, personId: as.name ? ids.get(as.name)! : null };
  const fields = Object.fromEntries(
    [...route.operation.path.matchAll(/:(\w+)/g)].map(([, field]) => [field!, field === 'panel' ? 'seat/3' : '2']),
  );
  const input = route.operation.input.safeParse(fields);
  if (!input.success) return 'needs more';
  const undo = new Error('undone');
  let answer = '';
  await test.database
    .transact(scope, async (db) => {
      const ctx = contextIn(db, ORG, { ...scope, now: () => at });
      answer = JSON.stringify(await route.run(ctx, input.data).catch((error: Error) => `refused: ${error.message}`));
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  // A card that is made anew has a new number.
  return answer.replaceAll(/"cardId":\d+/g, '');
}

type Viewer = { standing: Standing; name?: string };
const VIEWERS: Viewer[] = [{ standing: 'operator' }, { standing: 'team-lead', name: 'Dana Ruiz' }];

it.each(VIEWERS)('a sample tells $standing the same story in a year as today', async (viewer) => {
  const reads = allRoutes.flatMap((route) =>
    route.kind === 'firm' && route.operation.method === 'GET' && !LEFT_OUT.has(route.operation.id) ? [route] : [],
  );
  let told = 0;
  for (const route of reads) {
    const [today, later] = [await ask(route, viewer, NOW), await ask(route, viewer, LATER)];
    expect.soft(later, route.operation.id).toBe(today);
    if (!/^needs more|^"refused/.test(today)) told += 1;
  }
  expect(told).toBeGreaterThan(20);
});
