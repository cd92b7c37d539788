import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monthOf, shiftMonth } from '../src/base/month.ts';
import { dayOf, systemClock } from '../src/base/time.ts';
import { SERVER_HOLDER } from '../src/platform/sign-in/actions.ts';
import { type Result, resultOf, runEvenkeel, runHere } from './support/command.ts';
import { createTestDatabase, type TestDatabase } from './support/database.ts';
import { makeRolesFirm } from './support/roles-firm.ts';

const NOW = monthOf(dayOf(systemClock()));
let test: TestDatabase;
let folder: string;
beforeAll(async () => {
  test = await createTestDatabase();
  const { orgId } = await makeRolesFirm(test);
  folder = await mkdtemp(join(tmpdir(), 'evenkeel-'));
  const owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
  await owner.query(`insert into auth.firm_access (actor, org_id, role) values ($1, $2, 'operator')`, [
    SERVER_HOLDER,
    orgId,
  ]);
  await owner.end();
  await writeFile(join(folder, 'plan.csv'), planOf(24));
  await writeFile(join(folder, 'leap.csv'), planOf(24).replace(/,\d+\n$/, ',90000\n'));
  await writeFile(join(folder, 'gap.csv'), planOf(24).replace(`${shiftMonth(NOW, 2)},`, `${shiftMonth(NOW, 40)},`));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await test.close();
});

function planOf(months: number): string {
  const rows = Array.from(
    { length: months },
    (_, at) => `${shiftMonth(NOW, at)},${Math.round(1500 * 1.5 ** (at / 12))}`,
  );
  return `month,endpoints\n${rows.join('\n')}\n`;
}

const grow = (args: string[], environment: NodeJS.ProcessEnv = {}): Promise<Result> =>
  runHere(['grow', '--runs', '500', ...args], { EVENKEEL_DATA: join(folder, 'none'), ...environment });
const inFirm = () => ({ DATABASE_URL: test.adminUrl, EVENKEEL_KEY: '07'.repeat(32) });
const plan = () => ['--plan', join(folder, 'plan.csv')];

describe('evenkeel grow', () => {
  it('needs no firm: the plan alone says who is needed when, or numbers beside it do', async () => {
    const alone = await resultOf(runEvenkeel(['grow', '--runs', '500', ...plan(), '--json']));
    expect(alone).toMatchObject({ code: 0, err: '' });
    const told = JSON.parse(alone.out);
    expect(told).toMatchObject({
      firm: { name: null, basis: 'from-plan', technicians: 6 },
      runs: 500,
      notes: [],
      policy: 'by-fit',
    });
    expect(told.months).toHaveLength(24);
    expect(told.markers.find(({ kind }: { kind: string }) => kind === 'next-lead')).toMatchObject({
      state: 'due',
      due: expect.stringMatching(/^\d{4}-\d\d$/),
      start: { late: expect.any(Number) },
    });
    const text = await grow(['--plan', join(folder, 'leap.csv'), '--technicians', '12']);
    expect(text.out).toMatch(/^Your |^Start |^You /);
    expect(text.out).toMatch(/^Note: Line 25 of the plan \(.+\): endpoints go from .+ to 90,000 within a month/m);
    expect(text.out).toContain('A firm of 12 technicians and 2 who lead them, of whom nothing else is known.');
  });

  it('looks ahead from a firm that is kept here', async () => {
    const { out, code } = await grow([...plan(), '--firm', 'Roles', '--json'], inFirm());
    expect(code).toBe(0);
    expect(JSON.parse(out).firm).toEqual({ name: 'Roles', basis: 'kept', technicians: 3, leads: 2 });
  });

  it('says plainly what it was given wrong', async () => {
    expect(await grow(['--plan', join(folder, 'gap.csv')])).toMatchObject({
      code: 65,
      err: expect.stringMatching(/is missing in the plan, after line 3: add a row for that month\.\n$/),
    });
    expect(await grow(['--plan', join(folder, 'nowhere.csv')])).toMatchObject({
      code: 65,
      err: expect.stringContaining("nowhere.csv, which can't be read: give a CSV file with a row a month."),
    });
    expect(await grow([...plan(), '--technicians', '0'])).toMatchObject({ code: 64 });
    expect(await grow([...plan(), '--technicians', '3', '--firm', 'Roles'])).toMatchObject({ code: 65 });
  });
});
