import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SERVER_HOLDER } from '../src/platform/sign-in/actions.ts';
import { type Result, resultOf, runEvenkeel, runHere } from './support/command.ts';
import { createTestDatabase, type TestDatabase } from './support/database.ts';
import { DESK_DAY, makeDeskFirm } from './support/desk-firm.ts';
import { quickFolder } from './support/quick-folder.ts';

let test: TestDatabase;
let folder: string;
beforeAll(async () => {
  test = await createTestDatabase();
  const { orgId } = await makeDeskFirm(test);
  folder = await mkdtemp(join(tmpdir(), 'evenkeel-'));
  const owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
  await owner.query(`insert into auth.firm_access (actor, org_id, role) values ($1, $2, 'operator')`, [
    SERVER_HOLDER,
    orgId,
  ]);
  await owner.end();
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await test.close();
});

const today = (...args: string[]): Promise<Result> =>
  runHere(['today', ...args], {
    DATABASE_URL: test.adminUrl,
    EVENKEEL_DATA: folder,
    EVENKEEL_KEY: '07'.repeat(32),
  });

describe('evenkeel today', () => {
  it('prints a past day as it would have been, as text and for programs', async () => {
    const json = await today('--as', 'lea@roles.example', '--on', DESK_DAY, '--json');
    expect(json).toMatchObject({ code: 0, err: '' });
    const told = JSON.parse(json.out) as { kept: boolean; cards: { rule: string; trigger: string; state: string }[] };
    expect(told).toMatchObject({ firm: 'Desk', day: DESK_DAY, kept: false, note: null });
    expect(told.cards.map(({ rule }) => rule)).toContain('ticket-late');
    const text = await today('--as', 'Lea Lead', '--on', DESK_DAY);
    expect(text.out).toMatch(/^Fix: .*\n {2}To begin with: .*\?/m);
  });

  it('shows a sample firm where nothing is kept yet, and keeps nothing of it', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'evenkeel-'));
    const shown = await resultOf(
      runEvenkeel(['today', '--as', 'Dana Ruiz', '--on', '2026-11-16', '--json'], {
        EVENKEEL_DATA: empty,
        TMPDIR: quickFolder(),
      }),
    );
    expect(shown.err).toContain('There is no firm here yet, so this is the sample firm Harbor.');
    const told = JSON.parse(shown.out) as { firm: string; cards: { rule: string }[] };
    expect(told.firm).toBe('Harbor');
    expect(told.cards.map(({ rule }) => rule)).toEqual(['direction', 'ticket-late', 'ticket-late']);
    expect(await readdir(empty)).toEqual([]);
    await rm(empty, { recursive: true });
  });

  it('says plainly what it was given wrong, and whom nobody reports to', async () => {
    expect(await today('--as', 'Lea Lead', '--on', 'soon')).toMatchObject({
      code: 65,
      err: expect.stringContaining('--on is "soon", which is no day'),
    });
    expect(await today('--as', 'Lea Lead', '--on', '2999-01-01')).toMatchObject({
      code: 65,
      err: expect.stringContaining('2999-01-01 is still to come here'),
    });
    expect(await today('--as', 'Nobody')).toMatchObject({ code: 66 });
    expect((await today('--as', 'Tom Tech', '--on', DESK_DAY)).out).toBe(
      'Nobody reports to Tom Tech, so there are no cards.\n',
    );
  });
});
