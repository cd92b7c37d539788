/**
 * `npm run bench:models`: our mixed models beside R's on the same tickets, in one run, and how their cost grows; writes
 * bench/MODELS.md. Every measurement is a process of its own. Takes half an hour with R, of which we need two minutes.
 * Run: node bench/models.ts [--json] [--limit=900] [--tickets=10000,100000,1000000]
 * --limit: seconds of CPU time after which a run of R is stopped. --tickets: prints, but leaves MODELS.md as it is.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './measure.ts';
import { growCells, growClients, growPeople, growTickets } from './models/growth.ts';
import { type OurFit, type OurJob, runJob } from './models/ours.ts';
import { askForR, type RFunction, type RRun, runR } from './models/r.ts';
import { describeModels } from './models/report.ts';
import { runOurs } from './models/run-ours.ts';
import type { ModelsBench, Row, TicketFile } from './models/types.ts';
import { makeTickets, writeTickets } from './tickets.ts';

const SIZES = [10_000, 100_000, 1_000_000];
/** Up to here the median of three processes, R's included; above one. */
const CHEAP = 100_000;
const LARGE = 1_000_000;

function oursOften(job: OurJob, times: number): OurFit {
  const runs = Array.from({ length: times }, () => runOurs(job));
  return {
    ...runs[0]!,
    cpuSeconds: median(runs.map((run) => run.cpuSeconds)),
    again: median(runs.map((run) => run.again)),
  };
}

function rOften(which: RFunction, file: string, tickets: number, limit: number, times: number): RRun {
  const runs: RRun[] = [];
  for (let i = 0; i < times; i++) {
    const run = runR(which, file, tickets, limit);
    if (run.status !== 'fitted') return run;
    runs.push(run);
  }
  const fits = runs.flatMap((run) => (run.status === 'fitted' ? [run.fit] : []));
  return { status: 'fitted', fit: { ...fits[0]!, cpuSeconds: median(fits.map((fit) => fit.cpuSeconds)) } };
}

/** Every row of one number of tickets; R's runs are told on the error stream, as they are long. */
function measureSize(
  tickets: number,
  file: string,
  before: OurFit | undefined,
  r: { limit: number; has: Set<RFunction> },
) {
  const times = tickets <= CHEAP ? 3 : 1;
  const beside = (which: RFunction, often = times): Row['r'] => {
    if (!r.has.has(which)) return undefined;
    console.error(`R: ${which} on ${tickets} tickets …`);
    return { which, run: rOften(which, file, tickets, r.limit, often) };
  };
  const cold = beside('glmer0');
  const rows: Row[] = [
    { model: 'linear', tickets, ours: oursOften({ model: 'linear', file }, times), r: beside('lmer') },
    { model: 'joint', tickets, ours: oursOften({ model: 'joint', file }, times), r: cold },
  ];
  if (before)
    rows.push({
      model: 'joint, warm',
      tickets,
      ours: oursOften({ model: 'joint', file, start: before.theta }, times),
      r: cold,
    });
  const laplace = oursOften({ model: 'laplace', file }, times);
  rows.push({ model: 'laplace', tickets, ours: laplace, r: tickets <= CHEAP ? beside('glmmTMB', 1) : undefined });
  if (tickets === CHEAP) rows.push({ model: 'laplace', tickets, ours: laplace, r: beside('glmer1', 1) });
  return rows;
}

function benchModels(sizes: readonly number[], limit: number): ModelsBench {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-models-'));
  try {
    const made = new Set<string>();
    const fileOf: TicketFile = (count, { technicians = 100, clients = 500 } = {}) => {
      const file = join(folder, `${count}-${technicians}-${clients}`);
      if (!made.has(file)) writeTickets(file, makeTickets(count, { technicians, clients }));
      made.add(file);
      return file;
    };
    const r = askForR();
    const has = new Set<RFunction>(r ? ['lmer', 'glmer0', 'glmer1', ...(r.glmmTMB ? ['glmmTMB' as const] : [])] : []);
    const rows: Row[] = [];
    for (const tickets of sizes) {
      const before = rows.findLast((row) => row.model === 'joint')?.ours;
      rows.push(...measureSize(tickets, fileOf(tickets), before, { limit, has }));
    }
    const growth = [growTickets(rows), growPeople(fileOf), growClients(fileOf), growCells(fileOf, Math.max(...sizes))];
    return { rows, growth, limit, ...(r && { versions: r.versions }) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const option = (name: string) => process.argv.find((one) => one.startsWith(`--${name}=`))?.split('=')[1];

if (process.argv[2] === 'measure') console.log(JSON.stringify(runJob(JSON.parse(process.argv[3]!) as OurJob)));
else {
  const sizes = option('tickets')?.split(',').map(Number) ?? SIZES;
  const bench = benchModels(sizes, Number(option('limit') ?? 900));
  const text = describeModels(bench, LARGE);
  if (!option('tickets')) writeFileSync(join(import.meta.dirname, 'MODELS.md'), text);
  console.log(process.argv.includes('--json') ? JSON.stringify(bench, null, 2) : text);
}
