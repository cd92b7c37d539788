/**
 * The linear mixed model on a million tickets: one pass over the tickets, and the fit from the sums it leaves; beside them
 * lme4 on the same tickets, where R with lme4 and jsonlite is installed.
 * Run: node bench/linear-model.ts [--json] [--tickets=1000000]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { accumulateCrossProducts } from '../src/science/mixed-model/accumulate.ts';
import { fitLinear, type LinearFit } from '../src/science/mixed-model/fit-linear.ts';
import { median } from './measure.ts';
import { type Fitted, LINEAR_FACTORS, LINEAR_SPEC } from './models/ours.ts';
import { askForR, runR } from './models/r.ts';
import { makeTickets, type Tickets, writeTickets } from './tickets.ts';

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

const FACTORS = LINEAR_FACTORS.map((name, index) => ({ key: index + 1, name }));
/** CPU seconds after which lme4 is stopped. */
const LIMIT = 900;

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

/** lme4 on the same tickets; a sentence where it can't be run. */
function runReference(tickets: Tickets): { fit: Fitted; versions: string } | string {
  const r = askForR();
  if (!r) return 'not run: R with lme4 and jsonlite is not installed here';
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-bench-'));
  try {
    const file = join(folder, 'tickets');
    writeTickets(file, tickets);
    const ran = runR('lmer', file, tickets.y.length, LIMIT);
    return ran.status === 'fitted' ? { fit: ran.fit, versions: r.versions } : `not run: ${ran.why}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function largestGap(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
}

function compare(fit: LinearFit, reference: Fitted): NonNullable<LinearModelBench['difference']> {
  const [technician, client] = fit.random as [LinearFit['random'][0], LinearFit['random'][0]];
  return {
    theta: Math.max(
      ...fit.random.map(({ factor, theta }) => Math.abs(theta - reference.theta[factor as keyof Fitted['theta']])),
    ),
    technician: largestGap(technician.blup, reference.technician),
    client: largestGap(client.blup, reference.client),
    remlLogLik: fit.remlLogLik - reference.logLik,
  };
}

/** Measures pass, fit and, where it is installed, lme4. Takes a few seconds without R, about two minutes with it. */
export function benchLinearModel(count = 1_000_000): LinearModelBench {
  const made = measure('make the tickets (not counted)', count, () => makeTickets(count));
  const pass = measureOften('one pass: cross-products', count, () =>
    accumulateCrossProducts({ levels: LINEAR_FACTORS.map((name) => made.result[name]), y: made.result.y }, FACTORS),
  );
  const fit = measureOften('fit from cross-products', count, () => fitLinear(pass.result, LINEAR_SPEC));
  if (fit.result.status !== 'fitted') throw new Error(`The bench's tickets can't be fitted: ${fit.result.reason}`);
  const sums = [...pass.result.factors, ...pass.result.pairs].reduce((sum, { n }) => sum + n.length, 3);
  const rows = [made.row, pass.row, fit.row];
  const reference = runReference(made.result);
  if (typeof reference === 'string') return { rows, sums, reference };
  const { cpuSeconds, peakMegabytes } = reference.fit;
  rows.push({ step: 'lme4: lmer', tickets: count, cpuSeconds, peakMegabytes });
  return {
    rows,
    sums,
    ratio: {
      whole: cpuSeconds / (pass.row.cpuSeconds + fit.row.cpuSeconds),
      refit: cpuSeconds / fit.row.cpuSeconds,
    },
    difference: compare(fit.result, reference.fit),
    reference: `${reference.versions}, one thread, reading the file not counted`,
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
  const result = benchLinearModel(tickets ? Number(tickets) : undefined);
  if (process.argv.includes('--json')) console.log(JSON.stringify(result, null, 2));
  else print(result);
}
