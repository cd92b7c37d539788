import { createRandom } from '../../base/random.ts';

/** One case: where it lies on a scale, and whether it turned out well. */
export type CutCase = { at: number; good: boolean };

/** What lies on one side of a cut. */
export type CutSide = { good: number; n: number };

export type BestCut = {
  /** Midway between the two cases that it parts. */
  cut: number;
  /** Cuts from here to there fit about as well: within two units of log-likelihood (Edwards 1972). */
  low: number;
  high: number;
  /** Chance of a difference this large at any cut if where a case lies told nothing. 1 / (draws + 1) at least. */
  p: number;
  below: CutSide;
  above: CutSide;
};

type Limits = {
  /** Cases that must lie on each side, 1 or more. */
  least: number;
  /** Shuffles for the chance: more tell a small one more exactly. */
  draws: number;
  seed: number;
};

/**
 * Where cases above turn out well more often than those below: of all cuts the one with the largest standardised
 * difference of shares. Looking at every cut finds differences by chance, so its chance comes from shuffling the outcomes
 * and looking at every cut again: at most as many false alarms as it says, for any number of cases. Null where no cut
 * leaves enough on both sides, or all turned out alike.
 * Sources: maximally selected statistics (Miller & Siegmund 1982, Biometrics 38; Hothorn & Lausen 2003, CSDA 43); the
 * chance counts the data as one of the shuffles (Phipson & Smyth 2010, SAGMB 9).
 */
export function findBestCut(cases: readonly CutCase[], { least, draws, seed }: Limits): BestCut | null {
  const sorted = [...cases].sort((one, other) => one.at - other.at);
  const good = sorted.map((one) => Number(one.good));
  const total = good.reduce((sum, one) => sum + one, 0);
  const places = cutsOf(sorted, least);
  if (places.length === 0 || total === 0 || total === good.length) return null;
  const found = largest(good, places, total);
  const random = createRandom(seed);
  const shuffled = [...good];
  let asLarge = 1;
  for (let draw = 0; draw < draws; draw++) {
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = random.integer(i + 1);
      [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
    }
    if (largest(shuffled, places, total).difference >= found.difference - 1e-12) asLarge++;
  }
  return { ...describe(sorted, good, places, found.place), p: asLarge / (draws + 1) };
}

/** Numbers of cases below a possible cut. */
function cutsOf(sorted: readonly CutCase[], least: number): number[] {
  const places: number[] = [];
  for (let k = least; k <= sorted.length - least; k++) if (sorted[k - 1]!.at < sorted[k]!.at) places.push(k);
  return places;
}

/** The cut above which most turned out well, against what chance alone would give there. */
function largest(good: readonly number[], places: readonly number[], total: number) {
  const n = good.length;
  let best = { place: places[0]!, difference: Number.NEGATIVE_INFINITY };
  let below = 0;
  let k = 0;
  for (const place of places) {
    while (k < place) below += good[k++]!;
    const expected = (place * total) / n;
    const sd = Math.sqrt((place * (n - place) * total * (n - total)) / (n * n * (n - 1)));
    const difference = (expected - below) / sd;
    if (difference > best.difference) best = { place, difference };
  }
  return best;
}

function describe(sorted: readonly CutCase[], good: readonly number[], places: readonly number[], place: number) {
  const n = good.length;
  const goodBelow = (k: number) => good.slice(0, k).reduce<number>((sum, one) => sum + one, 0);
  const total = goodBelow(n);
  const likely = (k: number) => logLikelihood(goodBelow(k), k) + logLikelihood(total - goodBelow(k), n - k);
  const alike = places.filter((k) => likely(k) >= likely(place) - 2);
  return {
    cut: (sorted[place - 1]!.at + sorted[place]!.at) / 2,
    low: sorted[alike[0]! - 1]!.at,
    high: sorted[alike.at(-1)!]!.at,
    below: { good: goodBelow(place), n: place },
    above: { good: total - goodBelow(place), n: n - place },
  };
}

/** Of `good` out of `n` at their own share. */
function logLikelihood(good: number, n: number): number {
  const part = (k: number) => (k === 0 ? 0 : k * Math.log(k / n));
  return part(good) + part(n - good);
}
