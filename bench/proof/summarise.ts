import { createRandom } from '../../src/base/random.ts';
import type { Answer } from '../../src/records/verdicts/types.ts';
import { type Cell, type CellKind, isTechnicalOnly, kindOf } from './cells.ts';
import { BARS } from './grid.ts';
import type { WorldResult } from './measure-world.ts';
import { NAIVE, OTHERS, POLICIES, type Policy } from './policies.ts';

type Other = (typeof OTHERS)[number];

/** What all worlds of a cell showed. */
export type CellSummary = {
  name: string;
  kind: CellKind;
  technicalOnly: boolean;
  worlds: number;
  /** Mean of each policy, SD of what candidates are worth. */
  regret: Record<Policy, number>;
  /** 90% interval over worlds of the mean of each. */
  regretInterval: Record<Policy, [number, number]>;
  /** Regret of each other policy minus the product's, paired: 90% bootstrap interval of the mean. */
  difference: Record<Other, [number, number]>;
  differenceMean: Record<Other, number>;
  /** Share of bootstrap draws in which the product's regret is lower. */
  better: Record<Other, number>;
  /** Share of 90% contrasts that hold the truth, as advice reads them, and its standard error over worlds; null: nothing was fitted. */
  coverage: number | null;
  coverageError: number | null;
  /** The same of the stored effects, and of the differences by which advice orders candidates. */
  stored: number | null;
  order: number | null;
  /** Share of 90% intervals of the two strengths that hold the truth. */
  strengths: { technical: number; people: number };
  /** Share of worlds in which the advice names nobody, or several, to lead. */
  abstains: number;
  answers: Partial<Record<Answer['kind'], number>>;
  /** Mean regret of those whom it names; null: it never does. */
  namedRegret: number | null;
  /** Weight of the technical side that the product took, and the true one. */
  weight: { taken: number; truth: number };
  /** Mean SD between technicians of hidden difficulty, log minutes. */
  hidden: number;
  /** Why it counts as a cell where the product fails; empty: it doesn't. */
  fails: string[];
};

/** Sums up the worlds of one cell. Seeded by its place, so that the same worlds give the same intervals. */
export function summarise(cell: Cell, place: number, worlds: readonly WorldResult[]): CellSummary {
  const draws = bootstrap(worlds, place);
  const coverage = shareOf(worlds, 'contrasts');
  const named = worlds.flatMap((world) => world.named ?? []);
  const summary: CellSummary = {
    name: cell.name,
    kind: kindOf(cell),
    technicalOnly: isTechnicalOnly(cell),
    worlds: worlds.length,
    regret: each(POLICIES, (policy) => mean(worlds.map((world) => world.regret[policy]))),
    regretInterval: each(POLICIES, (policy) => ninety(draws.map((draw) => draw[policy]))),
    difference: each(OTHERS, (other) => ninety(draws.map((draw) => draw[other] - draw.evenkeel))),
    differenceMean: each(OTHERS, (other) => mean(worlds.map(({ regret }) => regret[other] - regret.evenkeel))),
    better: each(OTHERS, (other) => draws.filter((draw) => draw[other] > draw.evenkeel).length / draws.length),
    coverage,
    coverageError: coverage === null ? null : clusteredError(worlds, coverage),
    stored: shareOf(worlds, 'stored'),
    order: shareOf(worlds, 'order'),
    strengths: { technical: shareOf(worlds, 'technical')!, people: shareOf(worlds, 'people')! },
    abstains: 1 - named.length / worlds.length,
    answers: countAnswers(worlds),
    namedRegret: named.length > 0 ? mean(named) : null,
    weight: { taken: mean(worlds.map((world) => world.weight)), truth: cell.weight },
    hidden: mean(worlds.map((world) => world.hidden)),
    fails: [],
  };
  return { ...summary, fails: failuresOf(summary) };
}

/** Why a cell counts as one where the product fails: by the bars of the grid. */
function failuresOf({ regret, better, technicalOnly, coverage, coverageError }: CellSummary): string[] {
  const fails: string[] = [];
  for (const naive of NAIVE) {
    if (technicalOnly && naive === 'raw-fastest') {
      if (regret.evenkeel > regret[naive] + BARS.worseBy) fails.push('worse than raw fastest by more than .05 SD');
    } else if (better[naive] < BARS.sure) {
      fails.push(`not surely better than ${naive.replace('-', ' ')} (${Math.floor(100 * better[naive])}% of draws)`);
    }
  }
  // One cell alone is judged with its Monte Carlo error; all together without.
  const [low, high] = BARS.coverage;
  if (coverage !== null && (coverage + 2 * coverageError! < low || coverage - 2 * coverageError! > high))
    fails.push(`90% contrasts cover ${(100 * coverage).toFixed(0)}%`);
  return fails;
}

type Draw = Record<Policy, number>;

/** Means over worlds drawn with replacement, all policies from the same draw. */
function bootstrap(worlds: readonly WorldResult[], seed: number): Draw[] {
  const random = createRandom(seed);
  const count = worlds.length;
  const columns = POLICIES.map((policy) => Float64Array.from(worlds, (world) => world.regret[policy]));
  const times = new Float64Array(count);
  return Array.from({ length: BARS.draws }, () => {
    times.fill(0);
    for (let i = 0; i < count; i++) times[random.integer(count)]!++;
    const means = columns.map((column) => column.reduce((sum, x, i) => sum + x * times[i]!, 0) / count);
    return Object.fromEntries(POLICIES.map((policy, i) => [policy, means[i]!])) as Draw;
  });
}

function ninety(values: readonly number[]): [number, number] {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
  return [at(0.05), at(0.95)];
}

type Counted = 'contrasts' | 'stored' | 'order' | 'technical' | 'people';

/** Share of all intervals that held; null where there were none. */
export function shareOf(worlds: readonly WorldResult[], what: Counted): number | null {
  const of = worlds.reduce((sum, world) => sum + world[what].of, 0);
  return of === 0 ? null : worlds.reduce((sum, world) => sum + world[what].held, 0) / of;
}

/** Standard error of a share of contrasts, which hang together within a world: the ratio estimator over worlds. */
export function clusteredError(worlds: readonly WorldResult[], share: number, what: Counted = 'contrasts'): number {
  const count = worlds.length;
  const squares = worlds.reduce((sum, { [what]: { held, of } }) => sum + (held - share * of) ** 2, 0);
  const of = mean(worlds.map((world) => world[what].of));
  return count < 2 ? Number.NaN : Math.sqrt(squares / (count * (count - 1))) / of;
}

function countAnswers(worlds: readonly WorldResult[]): CellSummary['answers'] {
  const counts: CellSummary['answers'] = {};
  for (const { answer } of worlds) counts[answer] = (counts[answer] ?? 0) + 1;
  return counts;
}

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

function each<K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;
}
