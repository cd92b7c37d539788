/**
 * The linear mixed model on a million tickets: one pass over the tickets, and the fit from the sums it leaves; beside them
 * lme4 on the same tickets, where R with lme4 and jsonlite is installed.
 * Run: node bench/linear-model.ts [--json] [--tickets=1000000]
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createRandom } from '../src/base/random.ts';
import { accumulateCrossProducts } from '../src/science/mixed-model/accumulate.ts';
import { fitLinear, type LinearFit } from '../src/science/mixed-model/fit-linear.ts';
import { median } from './measure.ts';

/** One measured step. CPU seconds are user plus system of the process; memory is its highest resident size so far. */
export type LinearModelRow = { step: string; tickets: number; cpuSeconds: number; peakMegabytes: number };

export type LinearModelBench = {
  rows: LinearModelRow[];
  /** Numbers kept between the pass and the fit. */
  sums: number;
  /** lme4's CPU time over ours (pass and fit together), and over the fit alone; absent without R. */
  ratio?: { whole: number; refit: number };
  /** Largest differences between lme4's estimates and ours; effects in log minutes. Absent without R. */
  difference?: { theta: number; technician: number; client: number; remlLogLik: number };
  /** What lme4 was run with, or why it wasn't. */
  reference: string;
};

const SIZES = { technician: 100, client: 500, category: 30, priority: 4, hour: 24 };
const NAMES = Object.keys(SIZES) as (keyof typeof SIZES)[];
const FACTORS = NAMES.map((name, index) => ({ key: index + 1, name }));
const SPEC = { fixed: ['priority', 'category', 'hour'], random: ['technician', 'client'], compare: 'technician' };

type Tickets = { levels: Int32Array[]; y: Float64Array };

function makeTickets(count: number): Tickets {
  const random = createRandom(20260101);
  const spread = { technician: 0.3, client: 0.25, category: 0.5, priority: 0.2, hour: 0.1 };
  const effects = NAMES.map((name) => Float64Array.from({ length: SIZES[name] }, () => spread[name] * random.normal()));
  const levels = NAMES.map(() => new Int32Array(count));
  const y = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let value = 3.5 + random.normal();
    for (let f = 0; f < NAMES.length; f++) {
      // Squared, so that some levels are common and some rare, as in real queues.
      const level = Math.floor(SIZES[NAMES[f]!] * random.uniform() ** 1.5);
      levels[f]![i] = level;
      value += effects[f]![level]!;
    }
    y[i] = value;
  }
  return { levels, y };
}

function measure<T>(step: string, tickets: number, run: () => T): { row: LinearModelRow; result: T } {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  return { row: { step, tickets, cpuSeconds: (user + system) / 1e6, peakMegabytes }, result };
}

/** The median of five, so that neither warming up nor a busy moment decides. */
function measureOften<T>(step: string, tickets: number, run: () => T): { row: LinearModelRow; result: T } {
  const runs = Array.from({ length: 5 }, () => measure(step, tickets, run));
  const cpuSeconds = median(runs.map(({ row }) => row.cpuSeconds));
  return { row: { ...runs.at(-1)!.row, cpuSeconds }, result: runs[0]!.result };
}

/** What linear-model.R writes. */
type Reference = {
  lme4: string;
  r: string;
  cpuSeconds: number;
  peakMegabytes: number;
  theta: Record<string, number>;
  sigma: number;
  remlLogLik: number;
  technician: number[];
  client: number[];
};

function* lines({ levels, y }: Tickets): Generator<string> {
  yield `${NAMES.join(',')},y\n`;
  for (let from = 0; from < y.length; from += 1000) {
    let block = '';
    for (let i = from; i < Math.min(from + 1000, y.length); i++)
      block += `${levels.map((column) => column[i]).join(',')},${y[i]}\n`;
    yield block;
  }
}

/** Runs lme4 on one thread, like us; a sentence where it can't be run. */
async function runReference(tickets: Tickets): Promise<Reference | string> {
  const asked = spawnSync('Rscript', ['-e', 'library(lme4); library(jsonlite)'], { encoding: 'utf8' });
  if (asked.status !== 0) return 'not run: R with lme4 and jsonlite is not installed here';
  const folder = await mkdtemp(join(tmpdir(), 'evenkeel-bench-'));
  try {
    const files = [join(folder, 'tickets.csv'), join(folder, 'results.json')] as const;
    await pipeline(Readable.from(lines(tickets)), createWriteStream(files[0]));
    const script = fileURLToPath(new URL('./linear-model.R', import.meta.url));
    const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
    const ran = spawnSync('Rscript', [script, ...files], { encoding: 'utf8', env });
    if (ran.status !== 0) return `not run: ${ran.stderr.trim().split('\n').at(-1)}`;
    return JSON.parse(await readFile(files[1], 'utf8')) as Reference;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function largestGap(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
}

function compare(fit: LinearFit, reference: Reference): NonNullable<LinearModelBench['difference']> {
  const [technician, client] = fit.random as [LinearFit['random'][0], LinearFit['random'][0]];
  return {
    theta: Math.max(...fit.random.map(({ factor, theta }) => Math.abs(theta - reference.theta[factor]!))),
    technician: largestGap(technician.blup, reference.technician),
    client: largestGap(client.blup, reference.client),
    remlLogLik: fit.remlLogLik - reference.remlLogLik,
  };
}

/** Measures pass, fit and, where it is installed, lme4. Takes a few seconds without R, about two minutes with it. */
export async function benchLinearModel(count = 1_000_000): Promise<LinearModelBench> {
  const made = measure('make the tickets (not counted)', count, () => makeTickets(count));
  const pass = measureOften('one pass: cross-products', count, () => accumulateCrossProducts(made.result, FACTORS));
  const fit = measureOften('fit from cross-products', count, () => fitLinear(pass.result, SPEC));
  if (fit.result.status !== 'fitted') throw new Error(`The bench's tickets can't be fitted: ${fit.result.reason}`);
  const sums = [...pass.result.factors, ...pass.result.pairs].reduce((sum, { n }) => sum + n.length, 3);
  const rows = [made.row, pass.row, fit.row];
  const reference = await runReference(made.result);
  if (typeof reference === 'string') return { rows, sums, reference };
  const { cpuSeconds, peakMegabytes } = reference;
  rows.push({ step: 'lme4: lmer', tickets: count, cpuSeconds, peakMegabytes });
  return {
    rows,
    sums,
    ratio: {
      whole: cpuSeconds / (pass.row.cpuSeconds + fit.row.cpuSeconds),
      refit: cpuSeconds / fit.row.cpuSeconds,
    },
    difference: compare(fit.result, reference),
    reference: `lme4 ${reference.lme4}, ${reference.r}, one thread, reading the file not counted`,
  };
}

function print({ rows, sums, ratio, difference, reference }: LinearModelBench): void {
  console.log(`${'step'.padEnd(32)}${'tickets'.padStart(10)}${'CPU s'.padStart(9)}${'peak MB'.padStart(10)}`);
  for (const { step, tickets, cpuSeconds, peakMegabytes } of rows)
    console.log(
      step.padEnd(32) +
        String(tickets).padStart(10) +
        cpuSeconds.toFixed(2).padStart(9) +
        peakMegabytes.toFixed(0).padStart(10),
    );
  console.log(`sums kept: ${sums}`);
  console.log(`reference: ${reference}`);
  if (ratio)
    console.log(
      `lme4 / Evenkeel: ${ratio.whole.toFixed(0)} × for pass and fit, ${ratio.refit.toFixed(0)} × for a refit`,
    );
  if (difference)
    console.log(
      `largest difference: θ ${difference.theta.toExponential(1)}, technicians ${difference.technician.toExponential(1)}, ` +
        `clients ${difference.client.toExponential(1)}; log-likelihood ${difference.remlLogLik.toExponential(1)} (ours less lme4's)`,
    );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const tickets = process.argv.find((argument) => argument.startsWith('--tickets='))?.split('=')[1];
  const result = await benchLinearModel(tickets ? Number(tickets) : undefined);
  if (process.argv.includes('--json')) console.log(JSON.stringify(result, null, 2));
  else print(result);
}
