import type { PersonId } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import { cholesky, solve } from '../science/linear-algebra/cholesky.ts';
import { DIMENSIONS, RESOLVING } from './competency-space.ts';
import type { OwnPosterior } from './own-readings.ts';
import type { Load, SharedUnknowns } from './shared-state.ts';
import type { TicketReadings } from './ticket-readings.ts';

/** The shared state: z of everyone whose minutes are read, then the shared unknowns. */
export type SharedPosterior = {
  size: number;
  mean: Float64Array;
  /** Lower Cholesky factor of the precision. */
  factor: Float64Array;
};

/** What everybody's own evidence and the ticket readings say of the shared state. */
export function updateShared(
  personIds: readonly PersonId[],
  own: readonly OwnPosterior[],
  tickets: TicketReadings | null,
  { prior }: SharedUnknowns,
  playbook: Playbook,
): SharedPosterior {
  const level = new Map(tickets?.personIds.map((id, i) => [id, i]));
  const n = level.size;
  const size = n + prior.length;
  const start = playbook['prior.mean'];
  const precision = new Float64Array(size * size);
  const term = new Float64Array(size);
  for (let i = 0; i < n; i++) {
    term[i] = tickets!.term[i]!;
    for (let j = 0; j <= i; j++) precision[i * size + j] = tickets!.precision[i * n + j]!;
  }
  prior.forEach((value, k) => {
    precision[(n + k) * (size + 1)] = value;
  });
  own.forEach((person, at) => {
    const z = level.get(personIds[at]!);
    const known = 1 / person.covariance[RESOLVING * (DIMENSIONS + 1)]!;
    const away = known * (person.mean[RESOLVING]! - start);
    if (z !== undefined) {
      precision[z * (size + 1)]! += known;
      term[z]! += away;
    }
    addPerson({ precision, term, size, first: n }, person, z, known, away);
  });
  const factor = cholesky(precision, size)!;
  return { size, mean: solve(factor, term, size), factor };
}

/** Adds what one person's evidence says of the shared unknowns; `z` is the place of their minutes, `known` its precision. */
function addPerson(
  into: Lower & { term: Float64Array },
  { sums, gain, precision, term }: OwnPosterior,
  z: number | undefined,
  known: number,
  away: number,
): void {
  const count = sums.length;
  const tiedTo = (sum: number) => (z === undefined ? 0 : gain[sum * DIMENSIONS + RESOLVING]!);
  for (let a = 0; a < count; a++) {
    const tied = tiedTo(a);
    for (const { place, by } of sums[a]!) {
      const k = into.first + place;
      into.term[k]! += by * (term[a]! - tied * away);
      if (z !== undefined) into.precision[k * into.size + z]! -= by * known * tied;
    }
    for (let b = 0; b <= a; b++)
      addProducts(into, sums[a]!, sums[b]!, precision[a * count + b]! + known * tied * tiedTo(b));
  }
}

/** The lower triangle of the shared state's precision: a factorisation reads no more. `first`: the place of the first unknown. */
type Lower = { precision: Float64Array; size: number; first: number };

/** Adds each·(one·otherᵀ), and its transpose where they are two. */
function addProducts(
  { precision, size, first }: Lower,
  one: readonly Load[],
  other: readonly Load[],
  each: number,
): void {
  const two = one !== other;
  for (let i = 0; i < one.length; i++) {
    const k = first + one[i]!.place;
    const by = each * one[i]!.by;
    for (let j = 0; j < other.length; j++) {
      const l = first + other[j]!.place;
      const value = by * other[j]!.by;
      if (k >= l) precision[k * size + l]! += value;
      if (two && l >= k) precision[l * size + k]! += value;
    }
  }
}
