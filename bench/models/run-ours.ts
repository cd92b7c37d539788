import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { OurFit, OurJob } from './ours.ts';

const BENCH = fileURLToPath(new URL('../models.ts', import.meta.url));

/** Runs a job in a process of its own. */
export function runOurs(job: OurJob): OurFit {
  const ran = spawnSync(process.execPath, [BENCH, 'measure', JSON.stringify(job)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (ran.status !== 0) throw new Error(`The ${job.model} fit failed.`);
  return JSON.parse(ran.stdout) as OurFit;
}
