/** Our side of the comparison: one fit from tickets to effects, and how long its steps took. */
import { accumulateCrossProducts } from '../../src/science/mixed-model/accumulate.ts';
import { type CellEntry, collectCells } from '../../src/science/mixed-model/binomial-cells.ts';
import { type BinomialMethod, fitBinomial } from '../../src/science/mixed-model/fit-binomial.ts';
import { fitLinear } from '../../src/science/mixed-model/fit-linear.ts';
import { median } from '../measure.ts';
import { readTickets, type TicketFactor, type Tickets } from '../tickets.ts';

/** What a fit found, in the order of the levels, and what it took: CPU seconds are user plus system of the process. */
export type Fitted = {
  cpuSeconds: number;
  peakMegabytes: number;
  theta: { technician: number; client: number };
  logLik: number;
  technician: number[];
  client: number[];
};

/** `again`: CPU seconds of another fit from the same sums or cells, median of five where that is quick; `size`: how many. */
export type OurFit = Fitted & { again: number; size: number };

export type OurJob = {
  model: 'linear' | BinomialMethod;
  file: string;
  /** θ of an earlier fit. */
  start?: Record<string, number>;
  /** Fixed factors of the binomial model: fewer of them make fewer cells. */
  fixed?: TicketFactor[];
};

const RANDOM = ['technician', 'client'];
export const LINEAR_FACTORS = ['technician', 'client', 'category', 'priority', 'hour'] as const;
export const LINEAR_SPEC = { fixed: ['priority', 'category', 'hour'], random: RANDOM, compare: 'technician' };
const ENDS_FIXED: TicketFactor[] = ['priority', 'category', 'band'];

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Runs a job in this process. Reading the file isn't counted, as it isn't for R. */
export function runJob({ model, file, start, fixed = ENDS_FIXED }: OurJob): OurFit {
  const tickets = readTickets(file);
  const before = cpuSeconds();
  const { solve, size } =
    model === 'linear' ? prepareLinear(tickets, start) : prepareEnds(tickets, model, fixed, start);
  const first = solve();
  const whole = cpuSeconds() - before;
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  const again = whole > 0.6 ? timeOf(solve) : median(Array.from({ length: 5 }, () => timeOf(solve)));
  const technician = first.random[0]!;
  const client = first.random[1]!;
  return {
    cpuSeconds: whole,
    peakMegabytes,
    theta: { technician: technician.theta, client: client.theta },
    logLik: first.logLik,
    technician: Array.from(technician.blup),
    client: Array.from(client.blup),
    again,
    size,
  };
}

function timeOf(run: () => unknown): number {
  const before = cpuSeconds();
  run();
  return cpuSeconds() - before;
}

/** The pass over the tickets, and then the fit from its sums. */
function prepareLinear(tickets: Tickets, start?: Record<string, number>) {
  const factors = LINEAR_FACTORS.map((name, index) => ({ key: index + 1, name }));
  const observations = { levels: LINEAR_FACTORS.map((name) => tickets[name]), y: tickets.y };
  const sums = accumulateCrossProducts(observations, factors);
  const solve = () => {
    const found = fitLinear(sums, LINEAR_SPEC, { start });
    if (found.status !== 'fitted') throw new Error(`The bench's tickets can't be fitted: ${found.reason}`);
    return { random: found.random, logLik: found.remlLogLik };
  };
  return { solve, size: [...sums.factors, ...sums.pairs].reduce((sum, { n }) => sum + n.length, 3) };
}

/** The cells of the tickets, and then the fit from them. */
function prepareEnds(tickets: Tickets, method: BinomialMethod, fixed: TicketFactor[], start?: Record<string, number>) {
  const names = [...RANDOM, ...fixed] as TicketFactor[];
  const cells = collectCells(names, listEntries(tickets, names));
  const solve = () => {
    const found = fitBinomial(cells, { fixed, random: RANDOM, compare: 'technician' }, { method, start });
    if (found.status !== 'fitted') throw new Error(`The bench's tickets can't be fitted: ${found.reason}`);
    return found;
  };
  return { solve, size: cells.trials.length };
}

function* listEntries(tickets: Tickets, names: readonly TicketFactor[]): Generator<CellEntry> {
  const columns = names.map((name) => tickets[name]);
  for (let i = 0; i < tickets.y.length; i++)
    yield { levels: columns.map((column) => column[i]!), trials: 1, successes: tickets.success[i]! };
}
