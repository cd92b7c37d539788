import { createHash, randomBytes } from 'node:crypto';
import { Refusal } from '../../base/errors.ts';
import type { Ahead } from '../../model/growth/ahead.ts';
import { type Forecast, prepare } from '../../model/growth/forecast.ts';
import type { CountAhead, Wanted } from '../../model/growth/planning.ts';
import { memoryOf, type Runs } from '../../model/growth/runs.ts';
import type { Log } from '../../platform/context.ts';
import { createThreads } from '../../platform/threads/pool.ts';
import type { Policy } from '../../records/growth/types.ts';
import type { AheadTask } from './ahead.worker.ts';
import type { RunState } from './contract.ts';

/** Futures behind the first answer, and behind the refined one. */
const FEW_RUNS = 400;
const MANY_RUNS = 10_000;
/** Futures that a thread works out in one go: between two of them it can be stopped. */
const CHUNK = 500;
/** Looks that one firm may have refined at once; the oldest gives way. */
const MOST_RUNNING = 2;
/** Looks that are kept for a firm, and in all. */
const MOST_KEPT = 6;
const MOST_IN_ALL = 200;

/** A look ahead that is kept in memory: never longer than the program runs. */
export type KeptLook = Pick<Wanted, 'input' | 'isMain'> & { runId: string; orgId: number; run: RunState; ahead: Ahead };

/** Looks ahead worked out in threads: the first answer from few runs, refined behind it. */
export type GrowthRuns = {
  /** How many threads work at once. */
  threads: number;
  /** The first answer, and the run that refines it; the same question again costs nothing. */
  look(orgId: number, wanted: Wanted, log: Log): Promise<KeptLook>;
  /** Of these nothing is kept. */
  count: CountAhead;
  /** A look of this firm. */
  find(orgId: number, runId: string): KeptLook;
  stop(orgId: number, runId: string): KeptLook;
  close(): Promise<void>;
};

type Entry = KeptLook & { key: string; parts: Runs[]; forecast: Forecast; growFrom: number; policy: Policy };

/** Begins with no thread; they start when the first look is asked for. `many`: futures behind a refined look. */
export function createGrowthRuns({ many = MANY_RUNS }: { many?: number } = {}): GrowthRuns {
  const threads = createThreads(new URL('./ahead.worker.ts', import.meta.url));
  const kept = new Map<string, Entry>();
  const ask = <T>(task: AheadTask, first: boolean) =>
    threads.run<T>(task, { first, transfer: task.kind === 'sum-up' ? task.parts.flatMap(memoryOf) : [] });

  const begin = async ({ input, policy }: Wanted) => {
    const forecast = prepare(input);
    const growFrom = policy === 'grow-early' ? await ask<number>({ kind: 'grow-from', input, forecast }, true) : 0;
    return { forecast, growFrom };
  };
  const runAll = async (wanted: Wanted, begun: { forecast: Forecast; growFrom: number }, runs: number) => {
    const share = Math.ceil(runs / threads.size);
    const parts = Array.from({ length: Math.ceil(runs / share) }, (_, at) =>
      ask<Runs>(
        { kind: 'run', policy: wanted.policy, ...begun, from: at * share, to: Math.min(runs, (at + 1) * share) },
        true,
      ),
    );
    return Promise.all(parts);
  };
  // Copied: the first answer's runs are part of the refined one.
  const sumUp = (parts: Runs[], { input, policy }: Wanted) =>
    ask<Ahead>({ kind: 'sum-up', parts: structuredClone(parts), policy, playbook: input.playbook }, true);

  const find = (orgId: number, runId: string): Entry => {
    const entry = kept.get(runId);
    if (entry?.orgId === orgId) return entry;
    throw new Refusal('not-found', 'This look ahead is no longer kept: open the page again.', { field: 'runId' });
  };
  const stop = (entry: Entry) => {
    if (entry.run.state === 'running') entry.run = { ...entry.run, state: 'stopped' };
    entry.parts = [];
    return entry;
  };

  return {
    threads: threads.size,
    look: async (orgId, wanted, log) => {
      const key = keyOf(orgId, wanted);
      const same = [...kept.values()].find((one) => one.key === key && one.run.state !== 'failed');
      if (same && same.run.state !== 'stopped') {
        same.isMain ||= wanted.isMain;
        return same;
      }
      const begun = await begin(wanted);
      const parts = await runAll(wanted, begun, FEW_RUNS);
      const ahead = await sumUp(parts, wanted);
      const runId = randomBytes(16).toString('hex');
      const run: RunState = { runId, state: 'running', runs: FEW_RUNS, ofRuns: many };
      const { input, policy, isMain } = wanted;
      const entry: Entry = { runId, orgId, key, run, ahead, parts, input, policy, isMain, ...begun };
      makeRoom(kept, orgId, stop);
      kept.set(runId, entry);
      void refine(entry, threads.size, (task, first) => ask(task, first)).catch((error: Error) => {
        if (entry.run.state !== 'running') return;
        entry.run = { ...entry.run, state: 'failed' };
        entry.parts = [];
        log(`A look ahead failed: ${error.message}`);
      });
      return entry;
    },
    count: async (wanted, runs) => sumUp(await runAll(wanted, await begin(wanted), runs), wanted),
    find,
    stop: (orgId, runId) => stop(find(orgId, runId)),
    close: async () => {
      for (const entry of kept.values()) stop(entry);
      await threads.close();
    },
  };
}

/** Runs the rest piece by piece, so many at once that no core is idle and other firms get their turn in between. */
async function refine(
  entry: Entry,
  size: number,
  ask: <T>(task: AheadTask, first: boolean) => Promise<T>,
): Promise<void> {
  const { forecast, policy, growFrom } = entry;
  const many = entry.run.ofRuns;
  let next = FEW_RUNS;
  const lane = async () => {
    while (next < many && entry.run.state === 'running') {
      const [from, to] = [next, Math.min(many, next + CHUNK)];
      next = to;
      const part = await ask<Runs>({ kind: 'run', forecast, policy, growFrom, from, to }, false);
      if (entry.run.state !== 'running') return;
      entry.parts.push(part);
      entry.run = { ...entry.run, runs: entry.run.runs + to - from };
    }
  };
  await Promise.all(Array.from({ length: size }, lane));
  if (entry.run.state !== 'running') return;
  const parts = entry.parts;
  entry.parts = [];
  const ahead = await ask<Ahead>({ kind: 'sum-up', parts, policy, playbook: entry.input.playbook }, false);
  if (entry.run.state === 'running') Object.assign(entry, { ahead, run: { ...entry.run, state: 'done' } });
}

/** Of a firm the oldest run gives way to a new one, and what was looked at longest ago is forgotten. */
function makeRoom(kept: Map<string, Entry>, orgId: number, stop: (entry: Entry) => void): void {
  const own = [...kept.values()].filter((one) => one.orgId === orgId);
  const running = own.filter((one) => one.run.state === 'running');
  for (const entry of running.slice(0, Math.max(0, running.length - MOST_RUNNING + 1))) stop(entry);
  const old = [...own.slice(0, Math.max(0, own.length - MOST_KEPT + 1))];
  old.push(...[...kept.values()].slice(0, Math.max(0, kept.size - old.length - MOST_IN_ALL + 1)));
  for (const entry of old) {
    stop(entry);
    kept.delete(entry.runId);
  }
}

/** The same question has the same key. */
function keyOf(orgId: number, { input, policy }: Wanted): string {
  const plan = Object.values(input.plan).map((part) => (ArrayBuffer.isView(part) ? Array.from(part as never) : part));
  return createHash('sha256')
    .update(JSON.stringify([orgId, input.firm, plan, input.playbook, input.phone, input.seed, policy]))
    .digest('hex');
}
