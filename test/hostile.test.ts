import { expect, it } from 'vitest';
import { allRoutes } from '../src/routes.ts';
import { attack, whatIsWrong } from './hostile/attack.ts';

/** So many for each route that by chance alone hardly one in thirty is left out. */
const COUNT = Math.ceil(allRoutes.length * 3.5);

// `npm run test:hostile` sends ten thousand and more, from another seed each time.
it('hostile requests get no failure of ours, no row of another firm and no word of the database', async () => {
  const { requests, statuses, reached, succeeded } = await attack(COUNT, 7);
  expect(requests).toBeGreaterThanOrEqual(COUNT);
  expect(reached.size).toBeGreaterThan(allRoutes.length * 0.9);
  // Some get through to where the work is done: else nothing was tried.
  expect(succeeded.size).toBeGreaterThan(10);
  expect(statuses[400]).toBeGreaterThan(50);
});

it('what a hostile request must not get would be noticed', () => {
  const answer = { status: 400, type: 'application/json', body: '{"error":{"code":"bad-input"}}', ms: 5 };
  expect(whatIsWrong(answer)).toBeUndefined();
  for (const wrong of [
    { status: 500 },
    { status: -1 },
    { body: '{"name":"FOREIGNMARK Una"}' },
    { body: 'Error: x\n    at run (file:///opt/evenkeel/src/main.ts:3:1)' },
    { body: 'invalid input: syntax error at or near "drop"' },
    { body: 'new row violates row-level security policy' },
    { ms: 60_000 },
  ])
    expect([wrong, whatIsWrong({ ...answer, ...wrong })]).not.toEqual([wrong, undefined]);
});
