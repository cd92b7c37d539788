import type { Playbook } from '../records/playbook/definitions.ts';
import { DIMENSIONS, RESOLVING } from './competency-space.ts';
import type { OwnPosterior } from './own-readings.ts';
import type { SharedPosterior } from './shared-posterior.ts';
import type { Load } from './shared-state.ts';

/**
 * One person in the joint posterior: competencies = mean + Σ loads[k]·(sum k − its mean) + own rest. The sums are of what
 * tickets read of the person's resolving, where they do, and of the shared unknowns that touch the person.
 */
export type Member = {
  /** 13, levels. */
  mean: Float64Array;
  sums: readonly (readonly Load[])[];
  /** Row-major, 13 for each sum. */
  loads: Float64Array;
  /** Row-major 13 × 13, levels²: the own rest is this without what resolving tells of it where its minutes are read. */
  covariance: Float64Array;
  /** Variance of resolving that the first sum carries; 0 where no minutes are read. */
  carried: number;
};

/** A combination of the shared state. */
export type Combination = readonly Load[];

const NO_LOADS = new Float64Array(0);

/** Sets a person into the shared state. `fitted`: how many people's minutes are read; `z`: the place of theirs. */
export function placeMember(
  own: OwnPosterior,
  shared: SharedPosterior,
  fitted: number,
  z: number | undefined,
  playbook: Playbook,
): Member {
  const { covariance } = own;
  if (own.sums.length === 0) return { mean: own.mean, sums: [], loads: NO_LOADS, covariance, carried: 0 };
  const follows = own.sums.map((sum) => sum.map(({ place, by }) => ({ place: fitted + place, by })));
  if (z === undefined) {
    const mean = moveMean(own.mean, follows, own.gain, shared, 0);
    return { mean, sums: follows, loads: own.gain, covariance, carried: 0 };
  }
  const sums = [[{ place: z, by: 1 }], ...follows];
  const loads = withResolving(own);
  const away = own.mean[RESOLVING]! - playbook['prior.mean'];
  const mean = moveMean(own.mean, sums, loads, shared, away);
  return { mean, sums, loads, covariance, carried: covariance[RESOLVING * (DIMENSIONS + 1)]! };
}

/** What moves with z, then what is left of the others. */
function withResolving({ covariance, gain }: OwnPosterior): Float64Array {
  const size = DIMENSIONS;
  const loads = new Float64Array(size + gain.length);
  const variance = covariance[RESOLVING * (size + 1)]!;
  for (let i = 0; i < size; i++) loads[i] = covariance[i * size + RESOLVING]! / variance;
  loads.set(gain, size);
  for (let at = size; at < loads.length; at += size) {
    const tied = loads[at + RESOLVING]!;
    for (let i = 0; i < size; i++) loads[at + i]! -= tied * loads[i]!;
  }
  return loads;
}

/** `away`: where the first sum stands in the own mean already. */
function moveMean(
  own: Float64Array,
  sums: readonly Combination[],
  loads: Float64Array,
  shared: SharedPosterior,
  away: number,
): Float64Array {
  const mean = own.slice();
  for (let k = 0; k < sums.length; k++) {
    let by = k === 0 ? -away : 0;
    for (const load of sums[k]!) by += load.by * shared.mean[load.place]!;
    for (let i = 0; i < DIMENSIONS; i++) mean[i]! += by * loads[k * DIMENSIONS + i]!;
  }
  return mean;
}

/** Σ of the own rest's covariance of one competency with those of a span. */
export function sumRest({ covariance, loads, carried }: Member, row: number, first: number, end: number): number {
  let sum = 0;
  for (let j = first; j < end; j++) sum += covariance[row * DIMENSIONS + j]!;
  if (carried === 0) return sum;
  let tied = 0;
  for (let j = first; j < end; j++) tied += loads[j]!;
  return sum - carried * loads[row]! * tied;
}

/** A member's sums, each counted by its loads on a span of competencies. */
export function combine({ sums, loads }: Member, first: number, end: number): Combination {
  const combination: Load[] = [];
  for (let k = 0; k < sums.length; k++) {
    let weight = 0;
    for (let i = first; i < end; i++) weight += loads[k * DIMENSIONS + i]!;
    for (const { place, by } of sums[k]!) combination.push({ place, by: by * weight });
  }
  return combination;
}
