import type { FitTerms } from '../records/evidence/types.ts';
import { normalCdf } from '../science/normal.ts';
import { chanceOf, type MixFactor } from './decomposition.ts';

/** One ticket of a person as it was compared. */
export type TicketCase = {
  ticketId: number;
  /** Log of minutes, at least 0; of an ending 1 where it went well, else 0. */
  y: number;
  levels: Readonly<Partial<Record<MixFactor, number>>>;
};

/** A person in a fit: shrunk effect, and the variance between people, both in its unit. */
export type FittedPerson = { effect: number; tau2: number; tickets: number };

/** A ticket that pulls an estimate. */
export type Pull = {
  ticketId: number;
  y: number;
  /** What was to be expected of this person on such a ticket: log minutes, or the chance that it goes well. */
  expected: number;
  /** Of so many like it one is this far off, 1 to 1,000,000. */
  oneIn: number;
  /** The person's effect as it would be without this ticket, in the unit of the fit. */
  without: number;
};

/** What a ticket with these levels takes anybody, on the scale of the predictor. */
export function predictorOf({ intercept, factors }: Pick<FitTerms, 'intercept' | 'factors'>) {
  const effects = Object.entries(factors).map(
    ([factor, { ids, effect }]) => [factor as MixFactor, new Map(ids.map((id, i) => [id, effect[i]!]))] as const,
  );
  return (levels: TicketCase['levels']): number =>
    effects.reduce((sum, [factor, of]) => sum + (of.get(levels[factor] ?? 0) ?? 0), intercept);
}

/**
 * The tickets that pull a person's time estimate most. With λ = σ²/τ² the estimate is Σe/(n + λ) of what the tickets took
 * beyond a like one's, so without ticket i it is effect − r/(n − 1 + λ), r what is left of it beside the person. All else in
 * the fit is held, which a test compares with fitting again.
 */
export function findMinutePulls(
  cases: readonly TicketCase[],
  terms: FitTerms,
  { effect, tau2, tickets }: FittedPerson,
  most: number,
): Pull[] {
  const usual = predictorOf(terms);
  const lambda = tau2 > 0 ? terms.sigma ** 2 / tau2 : Number.POSITIVE_INFINITY;
  return strongest(
    cases.map(({ ticketId, y, levels }) => {
      const expected = usual(levels) + effect;
      const tail = 2 * normalCdf(-Math.abs(y - expected) / terms.sigma);
      return { ticketId, y, expected, oneIn: rarity(tail), without: effect - (y - expected) / (tickets - 1 + lambda) };
    }),
    effect,
    most,
  );
}

/**
 * The endings that were least to be expected: one Newton step of the person's effect without each of them,
 * effect − (y − p)/(Σw − w + 1/τ²) with w = p(1 − p). Only those that had less than an even chance.
 */
export function findEndPulls(
  cases: readonly TicketCase[],
  terms: FitTerms,
  { effect, tau2, tickets }: FittedPerson,
  most: number,
): Pull[] {
  const usual = predictorOf(terms);
  const chances = cases.map(({ levels }) => chanceOf(usual(levels) + effect));
  // Where only some of the tickets are given, they stand for all.
  const known = (sum(chances.map((p) => p * (1 - p))) * tickets) / Math.max(cases.length, 1);
  const own = tau2 > 0 ? 1 / tau2 : Number.POSITIVE_INFINITY;
  const pulls = cases.map(({ ticketId, y }, i) => {
    const p = chances[i]!;
    const without = effect - (y - p) / (known - p * (1 - p) + own);
    return { ticketId, y, expected: p, oneIn: rarity(y === 1 ? p : 1 - p), without };
  });
  return strongest(
    pulls.filter(({ oneIn }) => oneIn > 2),
    effect,
    most,
  );
}

const strongest = (pulls: Pull[], effect: number, most: number): Pull[] =>
  pulls
    .sort(
      (one, other) =>
        Math.abs(other.without - effect) - Math.abs(one.without - effect) ||
        other.oneIn - one.oneIn ||
        other.ticketId - one.ticketId,
    )
    .slice(0, most);

const rarity = (chance: number) => Math.min(1 / Math.max(chance, 1e-6), 1e6);
const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
