/**
 * `npm run test:crash [kills] [seed]`: 50 times kill -9 during writes, on the embedded database and on a server. Prints a
 * line each and ends with 1 when anything that was acknowledged is lost or anything is half-done.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crashEmbedded, crashServer } from './crash.ts';

const [kills = '50', seed = '20260301'] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'evenkeel-crash-'));
await chmod(folder, 0o711);
try {
  for (const [name, crash] of [
    ['embedded', crashEmbedded],
    ['server', crashServer],
  ] as const) {
    const say = (line: string) => process.stderr.isTTY && process.stderr.write(`\r${name}: ${line}`);
    const outcome = await crash(folder, { kills: Number(kills), seed: Number(seed), say });
    console.log(
      `${name}: ${outcome.kills} kills, ${outcome.acknowledged} rows acknowledged, ${outcome.wrong.length} lost`,
    );
    for (const sentence of outcome.wrong) console.log(`  ${sentence}`);
    if (outcome.wrong.length > 0) process.exitCode = 1;
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
