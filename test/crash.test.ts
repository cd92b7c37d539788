import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { crashEmbedded, crashServer } from './crash/crash.ts';
import { quickFolder } from './support/quick-folder.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(quickFolder(), 'evenkeel-crash-'));
  await chmod(folder, 0o711);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A few of what `npm run test:crash` does fifty times. */
it.each([
  ['the embedded database', crashEmbedded],
  ['a server', crashServer],
])('kill -9 during writes loses nothing that was acknowledged and leaves nothing half-done: %s', async (_, crash) => {
  const outcome = await crash(folder, { kills: 2, seed: 5 });
  expect(outcome.wrong).toEqual([]);
  expect(outcome.acknowledged).toBeGreaterThan(4);
});
