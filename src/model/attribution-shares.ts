import { createRandom, type Random } from '../base/random.ts';
import { studentTail } from '../science/student-tail.ts';
import { type CensoredEffects, estimateCensoredEffects } from '../science/survival/censored-effects.ts';
import { momentsAbove } from '../science/survival/truncated-normal.ts';
import type { CauseLevels, RecentRows } from './attribution-rows.ts';

/** What may make a ticket slow. ticket: nothing that it shares with others. */
export type Cause = 'ticket' | SharedCause;
/** What a ticket shares with others. person: against their own long run, so a matter of working conditions. */
export type SharedCause = 'area' | 'client' | 'person';
export const SHARED_CAUSES: readonly SharedCause[] = ['area', 'client', 'person'];

/** A cause's share in tickets being so slow, 0 to 1, with its 80% interval. */
export type CauseShare = { mean: number; low: number; high: number };

/** What shifted lately, as estimated from all recent tickets. */
export type Shifts = {
  effects: CensoredEffects;
  /** Of each person's whole shift, the part that isn't error of their long run, 0 to 1. */
  ownPart: Float64Array;
  sigma: number;
};

/** Places of the factors in the model, and of what shifts everything alike. */
const PLACE = { area: 0, client: 1, person: 2, all: 3 } as const;

/**
 * Shifts of areas, clients and people among recent tickets, beside one that all tickets share:
 * excess = long run + shift of all + area + client + person + noise. The noise is the fit's σ.
 */
export function estimateShifts(rows: RecentRows, sigma: number, guess: { variance: number; worth: number }): Shifts {
  const { area, client, person, excess } = rows;
  const factorOf = ({ ids, of, known }: CauseLevels) => ({ levels: ids.length, of, known, ...guess });
  const effects = estimateCensoredEffects({
    y: excess.map((value, t) => value - longRunOf(rows, t)),
    censored: rows.open,
    sigma,
    factors: [
      factorOf(area),
      factorOf(client),
      factorOf(person),
      { levels: 1, of: new Int32Array(excess.length), variance: guess.variance, worth: Number.POSITIVE_INFINITY },
    ],
  });
  const own = effects.between[PLACE.person]!;
  return { effects, ownPart: person.known.map((known) => own / (own + known)), sigma };
}

const at = (list: Float64Array, place: number) => (place < 0 ? 0 : list[place]!);
const longRunOf = ({ area, client }: RecentRows, t: number) =>
  at(area.longRun, area.of[t]!) + at(client.longRun, client.of[t]!);

/** What each cause adds to one ticket, log minutes; `aside` is no cause: what all share, and errors of the long run. */
export type Parts = Record<Cause, number> & { aside: number };

/** A ticket's excess taken apart, at the most likely shifts. An open one is taken at its expected end. */
export function partsOf(rows: RecentRows, { effects, ownPart, sigma }: Shifts, t: number): Parts {
  const least = rows.excess[t]!;
  const expected = effects.fitted[t]! + longRunOf(rows, t);
  const excess = rows.open[t] ? momentsAbove(expected, sigma, least).mean : least;
  const person = rows.person.of[t]!;
  return takeApart(rows, effects.mean, at(effects.mean[PLACE.person]!, person) * ownPart[person]!, excess, t);
}

function takeApart(rows: RecentRows, shift: readonly Float64Array[], own: number, excess: number, t: number): Parts {
  const of = (cause: SharedCause) => at(shift[PLACE[cause]]!, rows[cause].of[t]!);
  const area = at(rows.area.longRun, rows.area.of[t]!) + of('area');
  const client = at(rows.client.longRun, rows.client.of[t]!) + of('client');
  const aside = shift[PLACE.all]![0]! + of('person') - own;
  return { area, client, person: own, aside, ticket: excess - area - client - own - aside };
}

/** Draws that a set of tickets is judged by, and their seed, fixed so that the same data always say the same. */
const DRAWS = 1000;
const SEED = 20_240_229;

/** Joint draws of the shares of the causes: of each draw they add up to 1. */
export type ShareDraws = Record<Cause, Float64Array>;

/**
 * Joint draws of the causes' shares in a set of tickets being as slow as they are: of how many of them that wouldn't be so
 * without the cause. Of tickets that took x log minutes too long, by chance alone Q(x/s) take as long or longer; with
 * shifts that add m it is Q((x − m)/s). The quotient is how many of them would be as slow anyway, which is the ticket's
 * share; the rest goes to the causes as they add to m. Only areas, clients and people count that make tickets slower at
 * their most likely shift. Q is Student's t with 4 degrees of freedom and the fit's σ as SD: under a normal tail a small
 * shift would be blamed for any ticket far out. `parts`: of every ticket, at the most likely shifts.
 * Sources: Levin 1953, Acta Unio Int. Contra Cancrum 9, 531–541 (attributable fraction); Lange, Little & Taylor 1989, JASA
 * 84, 881–896 (4 degrees of freedom for outliers).
 */
export function drawShares(
  rows: RecentRows,
  shifts: Shifts,
  set: readonly number[],
  parts: readonly Parts[],
): ShareDraws {
  const random = createRandom(SEED);
  const slow = set.map((t) => ({ t, slower: SHARED_CAUSES.filter((cause) => parts[t]![cause] > 0) }));
  const draws = { ticket: none(), area: none(), client: none(), person: none() };
  for (let d = 0; d < DRAWS; d++) {
    const sums = drawSums(rows, shifts, slow, random);
    const total = CAUSES.reduce((sum, cause) => sum + Math.max(0, sums[cause]), 0);
    for (const cause of CAUSES) draws[cause][d] = Math.max(0, sums[cause]) / total;
  }
  return draws;
}

const CAUSES: readonly Cause[] = ['ticket', ...SHARED_CAUSES];
const none = () => new Float64Array(DRAWS);

/** A slow ticket, and which causes make it slower. */
type Slow = { t: number; slower: readonly SharedCause[] };

/** How many tickets of the set are so slow because of each cause, in one draw; below 0: more would be without it. */
function drawSums(
  rows: RecentRows,
  { effects, ownPart, sigma }: Shifts,
  slow: readonly Slow[],
  random: Random,
): Record<Cause, number> {
  // The SD of Student's t with 4 degrees of freedom is √2.
  const scale = sigma / Math.SQRT2;
  const shift = effects.draw(random);
  const spread = effects.between[PLACE.person]!;
  const own = shift[PLACE.person]!.map(
    (value, j) => ownPart[j]! * value + Math.sqrt(spread * (1 - ownPart[j]!)) * random.normal(),
  );
  const sums: Record<Cause, number> = { ticket: 0, area: 0, client: 0, person: 0 };
  for (const { t, slower } of slow) {
    // Of an open ticket the least excess: that it takes this long is seen, how much longer isn't.
    const parts = takeApart(rows, shift, at(own, rows.person.of[t]!), rows.excess[t]!, t);
    const added = parts.area + parts.client + parts.person;
    const beyond = (parts.ticket + added) / scale;
    const anyway = studentTail(beyond) / studentTail(beyond - added / scale);
    const each = Math.abs(added) < TINY ? 0 : (1 - anyway) / added;
    sums.ticket += anyway;
    for (const cause of slower) sums[cause] += each * parts[cause];
  }
  return sums;
}

/** Below this many log minutes added nothing is. */
const TINY = 1e-9;

/** Mean of draws with its 80% interval: shares' means add up to 1 as each draw's do. */
export function summarise(draws: Float64Array): { mean: number; low: number; high: number } {
  const sorted = draws.toSorted();
  const quantile = (p: number) => sorted[Math.round(p * (sorted.length - 1))]!;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  return { mean, low: quantile(0.1), high: quantile(0.9) };
}
