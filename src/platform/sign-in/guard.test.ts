import { afterAll, beforeAll, expect, it } from 'vitest';
import { testSecrets } from '../../../test/support/context.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Instant } from '../../base/time.ts';
import { claimAttempt } from './guard.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const claim = (ip: string, email: string) =>
  claimAttempt({ database: test.database, secrets: testSecrets, now: () => 1e12 as Instant, ip }, email).then(
    () => 'tried',
    (error: Error) => error.message.replace(/:.*/, ''),
  );
const times = (count: number, work: (i: number) => Promise<string>) =>
  Promise.all(Array.from({ length: count }, (_, i) => work(i)));
const tried = (answers: string[]) => answers.filter((answer) => answer === 'tried').length;

it('counts tries at one address that come at once from many networks', async () => {
  expect(tried(await times(11, (i) => claim(`203.0.113.${i}`, 'ana@cove.example')))).toBe(5);
  expect(await claim('203.0.113.99', 'ANA@cove.example')).toBe('There were too many wrong tries for this address');
});

it('counts tries from one network that come at once at many addresses', async () => {
  expect(tried(await times(50, (i) => claim('198.51.100.7', `guess${i}@cove.example`)))).toBe(40);
  expect(await claim('198.51.100.7', 'bo@cove.example')).toBe('There were too many wrong tries from your network');
  expect(await claim('198.51.100.8', 'bo@cove.example')).toBe('tried');
});

it('keeps neither addresses nor networks', async () => {
  const rows = await test.database.transactAsInstall('test', (db) =>
    db.selectFrom('auth.attempt').selectAll().execute(),
  );
  expect(rows.length).toBeGreaterThan(50);
  expect(JSON.stringify(rows)).not.toMatch(/cove|203\.0|198\.51/);
  expect(rows.every((row) => /^[0-9a-f]{64}$/.test(row.key_hash))).toBe(true);
});
