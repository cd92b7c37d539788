/**
 * Looking ahead: 10,000 runs of 60 months with 70 people, on one thread and on all, the first answer, and the same model as a
 * plain event loop. `npm run bench:growth` prints it as JSON; `npm run bench` puts it into RESULTS.md.
 */
import { spawnSync } from 'node:child_process';
import { createRandom } from '../src/base/random.ts';
import { createGrowthRuns } from '../src/capabilities/growth/runs.actions.ts';
import { sumUp } from '../src/model/growth/ahead.ts';
import { meansOf } from '../src/model/growth/fans.ts';
import { prepare } from '../src/model/growth/forecast.ts';
import type { Runs } from '../src/model/growth/runs.ts';
import { simulateRuns } from '../src/model/growth/simulate.ts';
import { aForecastInput } from '../test/support/growing-firm.ts';
import { type LastMonth, runEvents } from './growth/event-loop.ts';
import { median } from './measure.ts';

const PEOPLE = 70;
const MONTHS = 60;
const RUNS = 10_000;
const FEW = 400;
const EVENT_RUNS = 1000;
const REPEATS = 5;

type Timed = { wallSeconds: number; cpuSeconds: number };

/** What was measured; seconds are medians. */
export type GrowthBench = {
  people: number;
  months: number;
  runs: number;
  /** Ours on one thread, runs alone. */
  oneThread: Timed;
  /** Through the product's threads, fans and chances included. */
  threads: Timed & { size: number };
  /** The first answer after a change of one assumption: so many runs through the threads, fans and chances included. */
  first: Timed & { runs: number };
  /** The plain event loop. */
  events: Timed & { runs: number };
  /** How many times the CPU of ours a run of the event loop takes. */
  ratio: number;
  /** Means in the last month, and the largest difference between the two in standard errors. */
  lastMonth: { ours: LastMonth; events: LastMonth; largestDifference: number };
  /** Other simulators on this machine: none is measured, and why. */
  others: string;
};

/** Measures it all. */
export async function benchGrowth(): Promise<GrowthBench> {
  const input = aForecastInput(PEOPLE, 0, { months: MONTHS });
  const forecast = prepare(input);
  const ours = await repeat(() => simulateRuns(forecast, 'by-fit', 0, 0, RUNS));
  const runs = createGrowthRuns();
  const wanted = { input, policy: 'by-fit' as const, isMain: false };
  await runs.count(wanted, RUNS);
  const threads = await repeat(() => runs.count(wanted, RUNS));
  const first = await repeat(() => runs.count(wanted, FEW));
  const size = runs.threads;
  await runs.close();
  const random = createRandom(99);
  const events = await repeat(() => runEvents(forecast, EVENT_RUNS, random), 3);
  const alone = sumUp(ours.value, 'by-fit', input.playbook);
  if (alone.fans.available.middle.at(-1) !== threads.value.fans.available.middle.at(-1))
    throw new Error('The threads brought other numbers than one thread.');
  return {
    ...{ people: PEOPLE, months: MONTHS, runs: RUNS },
    oneThread: ours.time,
    threads: { ...threads.time, size },
    first: { ...first.time, runs: FEW },
    events: { ...events.time, runs: EVENT_RUNS },
    ratio: events.time.cpuSeconds / EVENT_RUNS / (ours.time.cpuSeconds / RUNS),
    lastMonth: compareLast(ours.value, events.value),
    others: findOthers(),
  };
}

async function repeat<T>(work: () => T | Promise<T>, times = REPEATS): Promise<{ value: T; time: Timed }> {
  const [walls, cpus]: [number[], number[]] = [[], []];
  let value = await work();
  for (let i = 0; i < times; i++) {
    const [before, start] = [process.cpuUsage(), performance.now()];
    value = await work();
    walls.push((performance.now() - start) / 1000);
    const { user, system } = process.cpuUsage(before);
    cpus.push((user + system) / 1e6);
  }
  return { value, time: { wallSeconds: median(walls), cpuSeconds: median(cpus) } };
}

/** Both are means of independent runs; spreads are ours, by run where they are kept. */
function compareLast(runs: Runs, events: LastMonth): GrowthBench['lastMonth'] {
  const count = runs.to - runs.from;
  const last = runs.months - 1;
  const column = (table: Float32Array) => table.subarray(last * count, (last + 1) * count);
  const mean = (values: Float32Array) => values.reduce((sum, one) => sum + one, 0) / count;
  const ours: LastMonth = {
    needed: mean(column(runs.needed)),
    available: mean(column(runs.available)),
    vacancies: mean(column(runs.vacancies)),
    departures: meansOf(runs, 'departures')[last]!,
    leads: meansOf(runs, 'leads')[last]!,
    ready: meansOf(runs, 'leads-ready')[last]!,
  };
  const inErrors = (['needed', 'available', 'vacancies'] as const).map((key) => {
    const values = column(runs[key]);
    const variance = values.reduce((sum, one) => sum + (one - ours[key]) ** 2, 0) / (count - 1);
    return Math.abs(ours[key] - events[key]) / Math.sqrt(variance * (1 / count + 1 / EVENT_RUNS));
  });
  return { ours, events, largestDifference: Math.max(...inErrors) };
}

/** Whether R's simmer or SimPy is here at all. */
function findOthers(): string {
  const has = (command: string, args: string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
  const simmer = has('Rscript', ['-e', 'library(simmer)']);
  const simpy = has('python3', ['-c', 'import simpy']);
  const say = (name: string, there: boolean) =>
    `${name} is ${there ? 'installed here, and no model of it is written' : 'not installed here'}`;
  return `${say("R's simmer", simmer)}; ${say('SimPy', simpy)}`;
}

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(await benchGrowth(), null, 1));
