import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../../src/base/random.ts';
import { type Install, openInstall } from '../../src/install.ts';
import { readPostmaster } from '../../src/platform/db/embedded/postmaster.ts';
import type { Place } from '../support/install.ts';
import { killServer } from '../support/kill-server.ts';
import { type Acknowledged, checkInstall } from './check-install.ts';

const WRITER = join(import.meta.dirname, 'write-forever.ts');
/** From the first thing that was kept: within a person, a step, an import, and between them. */
const LONGEST_WAIT_MS = 700;

const SERVER_ATTEMPTS = 100;

/** What came of it. */
export type Outcome = { kills: number; acknowledged: number; wrong: string[] };

/**
 * Lets a program write into the install, kills it with signal 9 at a moment that the seed chooses, opens the install again
 * as anybody would, and looks whether everything it said to have kept is there. `cluster`: the data folder of the server,
 * which is killed with it, always or (`sometimes`) in every other round.
 */
export async function killRounds(
  place: Place,
  options: {
    kills: number;
    seed: number;
    cluster: string;
    server: 'always' | 'sometimes';
    say?: (line: string) => void;
  },
): Promise<Outcome> {
  const random = createRandom(options.seed);
  const acknowledged: Acknowledged[] = [];
  const wrong: string[] = [];
  let held: Install | undefined;
  for (let kill = 1; kill <= options.kills; kill++) {
    const writer = await startWriter(place, acknowledged);
    // Held until now, so that its server didn't have to stop and start in between.
    await held?.database.close();
    await sleep(random.uniform() * LONGEST_WAIT_MS);
    const withServer = options.server === 'always' || random.uniform() < 0.5;
    const first = random.pick(['program', 'server'] as const);
    const pid = (await readPostmaster(options.cluster))!.pid;
    if (withServer && first === 'server') await killServer(pid);
    writer.child.kill('SIGKILL');
    if (withServer && first === 'program') await killServer(pid);
    await writer.ended;
    held = await reopen(place);
    // The rounds before were looked at in their turn; once more at the end.
    const orgId = acknowledged.at(-1)!.orgId;
    const mine = kill === options.kills ? acknowledged : acknowledged.filter((one) => one.orgId === orgId);
    wrong.push(...(await checkInstall(held, mine)));
    options.say?.(`${kill} kills, ${acknowledged.length} rows acknowledged, ${wrong.length} wrong`);
  }
  await held?.database.close();
  return { kills: options.kills, acknowledged: acknowledged.length, wrong };
}

/** As anybody would open it. A server of its own has to be started again by whoever keeps it: that may take a moment. */
async function reopen(place: Place): Promise<Install> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await openInstall(place, { dataFolder: place.EVENKEEL_DATA, mayCreateUser: false });
    } catch (error) {
      if (!place.DATABASE_URL || attempt === SERVER_ATTEMPTS) throw error;
      await sleep(100);
    }
  }
}

/** Resolves when it has kept a first thing; every line that it printed whole was acknowledged. */
async function startWriter(
  place: Place,
  acknowledged: Acknowledged[],
): Promise<{ child: ChildProcess; ended: Promise<unknown> }> {
  const env = { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...place };
  const child = spawn(process.execPath, [WRITER], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (part: Buffer) => {
    complaint += part;
  });
  const lines = createInterface(child.stdout);
  const ended = Promise.all([once(child, 'exit'), once(lines, 'close')]);
  lines.on('line', (line) => acknowledged.push(JSON.parse(line) as Acknowledged));
  await Promise.race([once(lines, 'line'), ended]);
  if (child.exitCode !== null) throw new Error(`the writer ended by itself: ${complaint}`);
  return { child, ended };
}
