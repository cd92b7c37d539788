/** R's side of the comparison: each fit in a process of its own, on one thread, with a limit of CPU time. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Fitted } from './ours.ts';

export type RFunction = 'lmer' | 'glmer0' | 'glmer1' | 'glmmTMB';

/** What came of a run: a fit, or why there is none, as a sentence's end. */
export type RRun = { status: 'fitted'; fit: Fitted } | { status: 'stopped' | 'not run'; why: string };

const ASK =
  'for (p in c("lme4", "jsonlite", "glmmTMB")) cat(p, tryCatch(as.character(packageVersion(p)), error = function(e) "none"), "\\n"); cat(R.version.string)';

/** The versions of R and its packages; undefined where R, lme4 or jsonlite is missing. */
export function askForR(): { versions: string; glmmTMB: boolean } | undefined {
  const asked = spawnSync('Rscript', ['-e', ASK], { encoding: 'utf8' });
  const lines = asked.status === 0 ? asked.stdout.trim().split('\n') : [];
  const packages = lines.filter((line) => !line.startsWith('R ')).map((line) => line.trim().split(' '));
  const has = (name: string) => packages.some(([one, version]) => one === name && version !== 'none');
  if (!has('lme4') || !has('jsonlite')) return undefined;
  const fitting = packages.filter(([name]) => name !== 'jsonlite' && has(name!)).map((one) => one.join(' '));
  return { versions: [...fitting, lines.at(-1)!].join(', '), glmmTMB: has('glmmTMB') };
}

/** `limit`: seconds of CPU time after which the process is ended. */
export function runR(which: RFunction, file: string, tickets: number, limit: number): RRun {
  const script = fileURLToPath(new URL('./fit.R', import.meta.url));
  const results = `${file}.${which}.json`;
  const ran = spawnSync(
    'sh',
    ['-c', `ulimit -t ${Math.ceil(limit)}; exec Rscript "$@"`, 'sh', script, which, file, String(tickets), results],
    { encoding: 'utf8', env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' } },
  );
  if (ran.signal) return { status: 'stopped', why: `stopped after ${Math.ceil(limit)} s` };
  if (ran.status !== 0) return { status: 'not run', why: ran.stderr.trim().split('\n').at(-1) ?? 'R failed' };
  const fit = JSON.parse(readFileSync(results, 'utf8')) as Fitted;
  rmSync(results);
  return { status: 'fitted', fit };
}
