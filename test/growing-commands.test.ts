import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { resultOf, runEvenkeel, runHere } from './support/command.ts';
import type { TestDatabase } from './support/database.ts';
import { createSampleDatabase } from './support/sample-database.ts';

let test: TestDatabase;
let folder: string;
beforeAll(async () => {
  test = await createSampleDatabase('cove');
  folder = await mkdtemp(join(tmpdir(), 'evenkeel-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await test.close();
});

const environment = () => ({
  DATABASE_URL: test.adminUrl,
  EVENKEEL_DATA: folder,
  EVENKEEL_KEY: '07'.repeat(32),
});
const run = (...args: string[]) => runHere(args, environment());
/** As a process of its own. */
const runApart = (...args: string[]) => resultOf(runEvenkeel(args, environment()));

it('evenkeel mentors prints each pair with why and the second best, and whoever has none with why not', async () => {
  const { code, out, err } = await runApart('mentors', '--json');
  expect([code, err]).toEqual([0, '']);
  const round = JSON.parse(out);
  expect(round).toMatchObject({ firm: 'Cove IT', day: '2026-11-16', wanting: 2, offering: 1, places: 1 });
  expect(round.matches).toMatchObject([{ mentor: 'Mei Lin Chua', mentee: 'Hannah Osei' }]);
  expect(round.matches[0].reasons[0]).toMatch(/^Mei is probably strong where Hannah wants to grow/);
  expect(round.matches[0].secondBest).toMatch(/^Second best: no mentor for Hannah/);
  expect(round.without).toMatchObject([
    { mentee: 'Jake Morley', why: expect.stringContaining('Hannah would go without') },
  ]);
  expect(round.outcomes).toEqual({ status: 'too-few', have: 0, need: 8 });
});

it('evenkeel cover says a bus factor of one plainly, and the cheapest pairings', async () => {
  const json = await runApart('cover', '--json');
  expect([json.code, json.err]).toEqual([0, '']);
  const found = JSON.parse(json.out);
  expect(found.busFactor).toMatchObject({ people: 1, atLeast: 1, names: ['Mei Lin Chua'] });
  expect(found.skills).toHaveLength(12);
  expect(found.plan).toMatchObject({ status: 'as-far-as-hours-allow', gap: 0 });
  expect(found.plan.pairings).toContainEqual(
    expect.objectContaining({ skill: 'Network', learner: 'Piotr Zielinski', teacher: 'Mei Lin Chua', weeks: 4 }),
  );
  expect((await run('cover')).out).toContain(
    'If Mei Lin Chua leaves, more than half of what is needed is left to nobody.',
  );
});

it('says what to do with a firm that is not there, or two firms at once', async () => {
  expect(await run('cover', '--firm', 'Nowhere')).toMatchObject({ code: 66 });
  expect(await run('mentors', '--firm', 'Cove IT', '--sample', 'cove')).toMatchObject({
    code: 65,
    err: expect.stringContaining('give one of them'),
  });
});
