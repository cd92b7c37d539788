import type { TicketEvidence } from '../records/evidence/types.ts';
import type { PersonId } from '../records/people/types.ts';
import { cholesky, invert, multiply } from '../science/linear-algebra/cholesky.ts';
import { clipToPositive } from '../science/linear-algebra/clip-to-positive.ts';
import { takeOriginOut } from '../science/mixed-model/take-origin-out.ts';
import { unshrink } from '../science/mixed-model/unshrink.ts';

/** What tickets say about the coordinate `resolving` of several people, jointly, in levels. */
export type TicketReadings = {
  personIds: PersonId[];
  /** Information matrix, row-major n², 1/levels²; knows no origin: each part's rows sum to 0. */
  precision: Float64Array;
  /** Information vector, 1/levels. */
  term: Float64Array;
  /** Which connected part each belongs to, numbered from 0. */
  part: number[];
  parts: number;
  /** Log minutes that one level is worth: the standard deviation between people. */
  logMinutesPerLevel: number;
};

/**
 * The ticket effects of people with enough tickets as readings on the level scale, un-shrunk: one level is one standard
 * deviation between people, fewer minutes are better. Others are left out by dropping their rows of the joint covariance,
 * which keeps what their tickets say about the rest. People are compared only within one connected part.
 * Null: nothing can be read.
 */
export function readTickets(
  tickets: TicketEvidence | null,
  known: ReadonlySet<PersonId>,
  need: number,
): TicketReadings | null {
  if (tickets?.status !== 'fitted' || !(tickets.effects.tau2 > 0)) return null;
  const { personIds, effect, pev, tau2, component } = tickets.effects;
  const kept = personIds
    .map((_, i) => i)
    .filter((i) => known.has(personIds[i]!) && tickets.effects.tickets[i]! >= need);
  const n = kept.length;
  if (n < 2) return null;
  const covariance = kept.flatMap((i) => kept.map((j) => pev[i * personIds.length + j]!));
  const reading = unshrink(
    kept.map((i) => effect[i]!),
    covariance,
    tau2,
  );
  if (reading.status !== 'reading') return null;
  const tau = Math.sqrt(tau2);
  const precision = positive(
    reading.precision.map((value) => value * tau2),
    n,
  );
  const term = reading.shift.map((value) => -value * tau);
  const numbers = [...new Set(kept.map((i) => component[i]!))];
  const part = kept.map((i) => numbers.indexOf(component[i]!));
  for (let k = 0; k < numbers.length; k++) takeOriginOut(precision, term, part, k);
  return {
    personIds: kept.map((i) => personIds[i]!),
    precision,
    term,
    part,
    parts: numbers.length,
    logMinutesPerLevel: tau,
  };
}

/** Less hidden difficulty than this, in levels, changes no figure that is shown. */
const NONE_HIDDEN = 1e-6;

/**
 * Widens the readings by difficulty that no column shows: each person's reading gets an own error of `spread` levels.
 * Λ' = D(Λ + D)⁻¹Λ with D = I/spread², which needs no inverse of Λ and loses no digits.
 */
export function widenByHiddenDifficulty(readings: TicketReadings, spread: number): TicketReadings {
  if (!(spread > NONE_HIDDEN)) return readings;
  const n = readings.personIds.length;
  const own = 1 / spread ** 2;
  const sum = readings.precision.slice();
  for (let i = 0; i < n; i++) sum[i * n + i]! += own;
  const inverse = invert(cholesky(sum, n)!, n);
  const precision = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let value = 0;
      // Both factors are symmetric, so that row i and row j are read.
      for (let k = 0; k < n; k++) value += inverse[i * n + k]! * readings.precision[j * n + k]!;
      precision[i * n + j] = own * value;
      precision[j * n + i] = own * value;
    }
  }
  return { ...readings, precision, term: multiply(inverse, readings.term, n).map((value) => own * value) };
}

/** Rounding may leave eigenvalues a hair below 0; a covariance made by hand may leave more. */
function positive(matrix: Float64Array, n: number): Float64Array {
  const nudged = matrix.slice();
  for (let i = 0; i < n; i++) nudged[i * n + i]! += 1e-9 * (1 + Math.abs(matrix[i * n + i]!));
  return cholesky(nudged, n) ? matrix : clipToPositive(matrix, n);
}
