/** The comparison as text. */
import { dayOf, systemClock } from '../../src/base/time.ts';
import { describeMachine, met, table } from '../markdown.ts';
import type { RFunction } from './r.ts';
import type { Growth, ModelsBench, Row } from './types.ts';

const count = (value: number) => value.toLocaleString('en');

const MODELS: Record<Row['model'], string> = {
  linear: 'linear, REML',
  joint: 'binomial, joint mode',
  'joint, warm': 'binomial, joint mode, warm',
  laplace: 'binomial, Laplace',
};
const FUNCTIONS: Record<RFunction, string> = {
  lmer: 'lmer',
  glmer0: 'glmer, nAGQ = 0',
  glmer1: 'glmer, nAGQ = 1',
  glmmTMB: 'glmmTMB',
};

/** The whole page. `large`: the number of tickets at which the aims hold. */
export function describeModels(bench: ModelsBench, large: number): string {
  return `# Mixed models beside R's
Made by \`npm run bench:models\` on ${dayOf(systemClock())}: ${describeMachine()}; ${bench.versions ?? "R with lme4 and jsonlite is not installed here, so R's columns are empty"}.

100 technicians, 500 clients, 30 areas, 4 priorities; 24 hours in the linear model, 4 parts of the day in the binomial ones. CPU seconds (user and system) from tickets in memory to effects: ours with the pass over the tickets or the making of cells, R's with its model frame; reading the file is not counted. Memory is the highest of the process. Every run is a process of its own on one thread; up to 100,000 tickets medians of three (glmmTMB and nAGQ = 1: one), above one. R's functions run with their default control but without the derivatives at the end, which is faster. _Warm_ begins at the θ of the next smaller number of tickets; R beside it is the same cold run.

${comparison(bench.rows)}

${aims(bench, large)}

## Do the results agree
${agreement(bench.rows)}

## How our cost grows
CPU seconds of another fit from what was kept of the tickets, in a process that has fitted once (as the server): the sums for the linear model, the cells for the binomial ones. A linear refit never reads tickets; it grows with them only as long as new pairs of levels turn up (the sums).

${bench.growth.map(growthTable).join('\n\n')}
`;
}

function comparison(rows: readonly Row[]): string {
  return table(
    ['model', 'tickets', 'ours: CPU s', 'MB', 'R', 'CPU s', 'MB', "R's CPU over ours"],
    rows.map(({ model, tickets, ours, r }) => [
      MODELS[model],
      count(tickets),
      ours.cpuSeconds.toFixed(2),
      Math.round(ours.peakMegabytes),
      ...besides(r, ours.cpuSeconds),
    ]),
  );
}

function besides(r: Row['r'], ours: number): string[] {
  if (!r) return ['not run', '', '', ''];
  if (r.run.status !== 'fitted') return [FUNCTIONS[r.which], r.run.why, '', atLeast(r.run.why, ours)];
  const { cpuSeconds, peakMegabytes } = r.run.fit;
  return [
    FUNCTIONS[r.which],
    cpuSeconds.toFixed(2),
    `${Math.round(peakMegabytes)}`,
    `${(cpuSeconds / ours).toFixed(1)}`,
  ];
}

function atLeast(why: string, ours: number): string {
  const stopped = /^stopped after (\d+) s$/.exec(why);
  return stopped ? `> ${(Number(stopped[1]) / ours).toFixed(0)}` : '';
}

function aims({ rows, limit }: ModelsBench, large: number): string {
  const find = (model: Row['model'], tickets: number, which?: RFunction) =>
    rows.find((row) => row.model === model && row.tickets === tickets && (!which || row.r?.which === which));
  const ratio = (what: string, model: Row['model'], aim: number) => {
    const row = find(model, large);
    if (row?.r?.run.status !== 'fitted') return `- ${what} ≥ ${aim} ×: not measured here`;
    const value = row.r.run.fit.cpuSeconds / row.ours.cpuSeconds;
    return `- ${what} ≥ ${aim} × at ${count(large)} tickets: ${value.toFixed(1)} ×, ${met(value >= aim)}`;
  };
  const ours = find('laplace', large);
  const theirs = rows.find((row) => row.r?.which === 'glmer1');
  const run = theirs?.r?.run;
  const finished =
    run?.status === 'fitted' ? `took ${run.fit.cpuSeconds.toFixed(0)} s` : `was ${run?.why ?? 'not run'}`;
  const laplace =
    ours && run && run.status !== 'not run'
      ? `${ours.ours.cpuSeconds.toFixed(1)} s, and glmer with nAGQ = 1 ${finished} at ${count(theirs!.tickets)} (limit ${limit} s), ${met(run.status === 'stopped')}`
      : 'not measured here';
  return `Aims, in CPU time of R over ours:

${ratio('linear', 'linear', 80)}
${ratio('binomial, joint mode, cold', 'joint', 5)}
${ratio('binomial, joint mode, warm', 'joint, warm', 10)}
- our Laplace finishes ${count(large)} tickets where glmer can't finish 100,000: ${laplace}`;
}

function agreement(rows: readonly Row[]): string {
  const fitted = rows.flatMap(({ model, tickets, ours, r }) => {
    if (r?.run.status !== 'fitted' || model === 'joint, warm') return [];
    const { fit } = r.run;
    const gap = Math.max(...ours.technician.map((effect, at) => Math.abs(effect - fit.technician[at]!)));
    const theta = (of: 'technician' | 'client') => `${ours.theta[of].toFixed(6)} / ${fit.theta[of].toFixed(6)}`;
    const cells = [MODELS[model], count(tickets), FUNCTIONS[r.which], theta('technician'), theta('client')];
    return [[...cells, gap.toExponential(1), (ours.logLik - fit.logLik).toExponential(1)]];
  });
  if (fitted.length === 0)
    return "R was not run here, so there is nothing to compare with; the tests compare with stored fits of R's.";
  const head = ['θ of technicians: ours / R', 'θ of clients: ours / R'];
  return `${table(['model', 'tickets', 'R', ...head, 'largest difference of a technician', 'log-likelihood, ours less R'], fitted)}

Log-likelihoods above 0 mean that ours is nearer to the maximum: by default glmer ends its inner search at 1e-7 of the deviance.`;
}

function growthTable({ by, steps }: Growth): string {
  const time = (value: number | undefined) => value?.toFixed(3) ?? '';
  const size = (value: number | undefined) => (value === undefined ? '' : count(value));
  return table(
    [by, 'sums', 'cells', 'linear refit', 'joint mode', 'Laplace'],
    steps.map(({ what, sums, cells, linear, joint, laplace }) => [
      what,
      size(sums),
      size(cells),
      time(linear),
      time(joint),
      time(laplace),
    ]),
  );
}
