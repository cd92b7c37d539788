/** `npm run bench`: measures everything and writes bench/RESULTS.md. Ratios are of runs in the same session. */
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dayOf, systemClock } from '../src/base/time.ts';
import { setup, teardown } from '../test/support/global-setup.ts';
import { benchDailyPass, type DailyPassBench } from './daily-pass.ts';
import { benchDevelopment } from './development.ts';
import { developmentPart } from './development-part.ts';
import { benchGrowth, type GrowthBench } from './growth.ts';
import { benchImport, type ImportBench } from './import.ts';
import { benchLinearModel, type LinearModelBench } from './linear-model.ts';
import { describeMachine, met, table } from './markdown.ts';
import type { ReadTime } from './reads.ts';
import { benchRefit, type RefitBench } from './refit.ts';
import { benchScreens, type ScreensBench } from './screens.ts';

function importPart(bench: ImportBench): string {
  return `## Import
${bench.file}: ${bench.rows.toLocaleString('en')} rows, ${bench.tickets.toLocaleString('en')} tickets; medians of 3 runs.

${table(
  ['what', 'seconds', 'aim'],
  [
    ['floor: one csv-parse pass and COPY of the produced rows into bare tables', bench.floorSeconds.toFixed(2), ''],
    ['import through the product (recognise, translate, merge, sums)', bench.importSeconds.toFixed(2), ''],
    ['the same file again, which changes nothing', bench.againSeconds.toFixed(2), ''],
    ['ratio', bench.ratio.toFixed(2), `≤ 2: ${met(bench.ratio <= 2)}`],
    ['peak memory of the process, MB', Math.round(bench.peakMegabytes), `≤ 500: ${met(bench.peakMegabytes <= 500)}`],
  ],
)}`;
}

function modelPart(bench: LinearModelBench): string {
  const rows = bench.rows.map((row) => [
    row.step,
    row.tickets.toLocaleString('en'),
    row.cpuSeconds.toFixed(2),
    Math.round(row.peakMegabytes),
  ]);
  const whole = bench.ratio
    ? `lme4 takes ${bench.ratio.whole.toFixed(0)} times the CPU of our pass and fit (aim ≥ 80: ${met(bench.ratio.whole >= 80)}) and ${bench.ratio.refit.toFixed(0)} times that of a refit.`
    : bench.reference;
  const gap = bench.difference
    ? `Largest differences to lme4: θ ${bench.difference.theta.toExponential(1)}, technician effects ${bench.difference.technician.toExponential(1)}, client effects ${bench.difference.client.toExponential(1)}.`
    : '';
  return `## Linear model, 100 technicians, 500 clients, 30 areas
${table(['step', 'tickets', 'CPU s', 'peak MB so far'], rows)}

${whole} ${gap} Reference: ${bench.reference}. ${bench.sums.toLocaleString('en')} numbers are kept between pass and fit.`;
}

function refitPart(bench: RefitBench): string {
  return `## Refit after one more day, through the database
A firm whose sums stand for ${bench.tickets.toLocaleString('en')} tickets (${bench.entries.toLocaleString('en')} entries); a day of ${bench.aDay.toLocaleString('en')} tickets comes in; medians of 5 days.

${table(
  ['what', 'seconds', 'aim'],
  [
    ['the day into tickets and sums', bench.deltaSeconds.toFixed(2), ''],
    ['refit', bench.refitSeconds.toFixed(2), `≤ 1: ${met(bench.refitSeconds <= 1)}`],
    ['first fit', bench.firstFitSeconds.toFixed(2), ''],
  ],
)}`;
}

function screensPart(bench: ScreensBench): string {
  const row = (one: ReadTime) => [
    `\`${one.path}\``,
    one.medianMs.toFixed(1),
    one.p95Ms.toFixed(1),
    `< 100: ${met(one.p95Ms < 100)}`,
  ];
  const head = ['path', 'median ms', 'p95 ms', 'aim for p95'];
  const { times, left } = bench.all;
  return `## Screens
JavaScript of the first screen: ${Math.round(bench.javascriptKilobytes)} kB gzip (aim ≤ 300: ${met(bench.javascriptKilobytes <= 300)}). API with Northline loaded (45 technicians, 25,000 tickets), 140 requests each:

${table(head, bench.api.map(row))}

The slowest of all ${times.length} reads, ${times.filter(({ p95Ms }) => p95Ms < 100).length} of which stay below 100 ms (of seats the slowest one; not asked: ${left.join(', ')}):

${table(head, times.slice(0, 5).map(row))}`;
}

function todayPart(bench: DailyPassBench): string {
  return `## Today
A firm of 45 technicians with two years of tickets (${bench.tickets.toLocaleString('en')}, of ${bench.people} people), on the embedded database; ${bench.cards} cards for its leads. Medians of 5 runs; Today in a window of 390 × 844, from its address to the first card.

${table(
  ['what', 'seconds', 'aim'],
  [
    ['the cards of a day, for all leads', bench.passSeconds.toFixed(2), `≤ 2: ${met(bench.passSeconds <= 2)}`],
    ['the first time after the tickets came, with half a year of weeks counted', bench.firstSeconds.toFixed(2), ''],
    ['Today opens', bench.openSeconds.toFixed(2), `≤ 1: ${met(bench.openSeconds <= 1)}`],
  ],
)}`;
}

function growthPart(bench: GrowthBench): string {
  const { people, months, runs, oneThread, threads, first, events, ratio, lastMonth, others } = bench;
  const count = (value: number) => value.toLocaleString('en');
  const row = (what: string, time: { wallSeconds: number; cpuSeconds: number }, aim = '') => [
    what,
    time.wallSeconds.toFixed(2),
    time.cpuSeconds.toFixed(2),
    aim,
  ];
  return `## Looking ahead: ${months} months, ${people} technicians
Medians; the plain event loop is the same model written the obvious way (an object for each person, a queue of events) in the same language. ${others}.

${table(
  ['what', 'seconds', 'CPU s', 'aim'],
  [
    row(`${count(runs)} futures, one thread`, oneThread),
    row(
      `${count(runs)} futures and their fans, ${threads.size} threads`,
      threads,
      `≤ 3 s: ${met(threads.wallSeconds <= 3)}`,
    ),
    row(
      `the first answer: ${count(first.runs)} futures and their fans`,
      first,
      `≤ 0.3 s: ${met(first.wallSeconds <= 0.3)}`,
    ),
    row(`the event loop: ${count(events.runs)} futures`, events),
  ],
)}

A future takes the event loop ${ratio.toFixed(1)} times the CPU of ours, which besides gives every scenario the same luck and any number of threads the same numbers. In the last month both agree: technicians there ${lastMonth.ours.available.toFixed(1)} and ${lastMonth.events.available.toFixed(1)}, leads ready ${lastMonth.ours.ready.toFixed(2)} and ${lastMonth.events.ready.toFixed(2)}; the largest difference is ${lastMonth.largestDifference.toFixed(1)} standard errors.`;
}

type Part = 'screens' | 'today' | 'growth' | 'development' | 'import' | 'refit' | 'model';
const PARTS: Record<Part, () => Promise<string>> = {
  screens: async () => screensPart(await benchScreens()),
  today: async () => todayPart(await benchDailyPass()),
  import: async () => importPart(await benchImport(process.env.EVENKEEL_LOG)),
  refit: async () => refitPart(await benchRefit()),
  model: async () => modelPart(benchLinearModel()),
  growth: async () => growthPart(await benchGrowth()),
  development: async () => developmentPart(await benchDevelopment()),
};

/** Runs one part in a process of its own, so that the memory of one is not counted for another. */
function runPart(part: Part): string {
  const ran = spawnSync(process.execPath, [import.meta.filename, part], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (ran.status !== 0) throw new Error(`The ${part} bench failed.`);
  return ran.stdout.trim();
}

async function writeResults(): Promise<void> {
  const parts = (['screens', 'today', 'growth', 'development', 'import', 'refit', 'model'] as const).map(runPart);
  const text = `# Figures
Made by \`npm run bench\` on ${dayOf(systemClock())}: ${describeMachine()}. Ratios compare runs of the same session; absolute times are this machine's.

${parts.join('\n\n')}
`;
  await writeFile(join(import.meta.dirname, 'RESULTS.md'), text);
  console.log(text);
}

const wanted = process.argv[2];
if (wanted === undefined) await writeResults();
else {
  await setup();
  try {
    console.log(await PARTS[wanted as Part]());
  } finally {
    await teardown();
  }
}
