import type { PersonId } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import type { Observation } from '../records/voice/types.ts';
import { cholesky, invert, multiply } from '../science/linear-algebra/cholesky.ts';
import { coordinateOf, DIMENSIONS, priorPrecision, readingVariance } from './competency-space.ts';
import type { Influences, Load } from './shared-state.ts';

/** One view that counts: a level said of one competency. */
export type Reading = { rater: string; coordinate: number; level: number; observation: Observation };

/**
 * The views that count, by person. "Haven't seen it" adds none, nor does a view of oneself: the reliabilities are those of
 * views by others; of several by one rater on one competency of one kind the
 * latest counts (on the same day the one given last).
 */
export function readingsByPerson(observations: readonly Observation[]): Map<PersonId, Reading[]> {
  const latest = new Map<string, Observation>();
  for (const one of observations) {
    if (one.level === null || !Number.isFinite(one.level) || one.rater === `person:${one.personId}`) continue;
    const key = JSON.stringify([one.personId, one.rater, one.competency, one.kind]);
    const before = latest.get(key);
    if (!before || before.day <= one.day) latest.set(key, one);
  }
  const byPerson = new Map<PersonId, Reading[]>();
  for (const observation of latest.values()) {
    const { personId, rater, competency, level } = observation;
    const reading = { rater, coordinate: coordinateOf(competency), level: level as number, observation };
    const list = byPerson.get(personId);
    if (list) list.push(reading);
    else byPerson.set(personId, [reading]);
  }
  return byPerson;
}

/**
 * One person's competencies from views of them and direct readings, given the shared unknowns s that touch them:
 * x | s ~ N(mean + gain·t, covariance) with t = the sums of unknowns below; the evidence itself says about t what a normal
 * likelihood with `precision` and `term` says.
 */
export type OwnPosterior = {
  /** 13, levels. */
  mean: Float64Array;
  /** Row-major 13 × 13, levels². */
  covariance: Float64Array;
  /** Unknowns meet a person only in sums: of each shift, and of what moves each reading. T sums. */
  sums: readonly Load[][];
  /** T vectors of 13: what each competency moves by with each sum. */
  gain: Float64Array[];
  /** Row-major T × T. */
  precision: Float64Array;
  /** T. */
  term: Float64Array;
};

const UNTOUCHED: Influences = { shifts: [], direct: [] };

/**
 * Exact normal update of one person. Error of a view: variance σ² = (1−ρ)/ρ, of which the halo share is one random effect
 * of the rater on this person, common to all their answers on both sides. x = start + Σ shifts + w, w ~ prior; views see
 * x, direct readings w and the sum of their loads.
 */
function updateOne(
  readings: readonly Reading[],
  { shifts, direct }: Influences,
  playbook: Playbook,
  prior: Float64Array,
): OwnPosterior {
  const size = DIMENSIONS;
  const start = playbook['prior.mean'];
  const viewed = new Float64Array(size * size);
  /** Aᵀ R⁻¹ (y − start) of the views. */
  const pulled = new Float64Array(size);
  for (const views of groupByRater(readings)) addRater(views, playbook, start, viewed, pulled);
  const posterior = new Float64Array(size * size);
  for (let at = 0; at < posterior.length; at++) posterior[at] = prior[at]! + viewed[at]!;
  const pull = pulled.slice();
  for (const { coordinate, mean, variance } of direct) {
    posterior[coordinate * (size + 1)]! += 1 / variance;
    pull[coordinate]! += mean / variance;
  }
  const covariance = invert(cholesky(posterior, size)!, size);
  const rest = multiply(covariance, pull, size);
  const evidence = { shifts, direct, viewed, pulled };
  const said = carryOver(evidence, covariance, rest);
  for (let i = 0; i < size; i++) rest[i]! += start;
  const sums = [...shifts.map(({ place, by }) => [{ place, by }]), ...direct.map(({ loads }) => loads)];
  return { mean: rest, covariance, sums, ...said };
}

type Evidence = Influences & { viewed: Float64Array; pulled: Float64Array };

/**
 * What the evidence says about the sums once the competencies are integrated out: BᵀR⁻¹B − UᵀSU and BᵀR⁻¹y − UᵀS·pull,
 * with B the sums' columns in the evidence, A those of the competencies, U = AᵀR⁻¹B and S the covariance.
 */
function carryOver(
  { shifts, direct, viewed, pulled }: Evidence,
  covariance: Float64Array,
  rest: Float64Array,
): Pick<OwnPosterior, 'gain' | 'precision' | 'term'> {
  const size = DIMENSIONS;
  const moved = shifts.length;
  const count = moved + direct.length;
  const precision = new Float64Array(count * count);
  const term = new Float64Array(count);
  // Everything here is symmetric, so that a row serves as a column. S·U of each sum:
  const carried = [...shifts, ...direct].map((one, k) => {
    if (k < moved) return multiply(covariance, rowOf(viewed, one.coordinate), size);
    const along = rowOf(covariance, one.coordinate).slice();
    const { variance } = direct[k - moved]!;
    for (let i = 0; i < size; i++) along[i]! /= variance;
    return along;
  });
  for (let k = 0; k < count; k++) {
    if (k < moved) {
      const { coordinate } = shifts[k]!;
      const row = rowOf(viewed, coordinate);
      for (let l = 0; l <= k; l++) precision[k * count + l] = row[shifts[l]!.coordinate]! - dot(row, carried[l]!);
      term[k] = pulled[coordinate]! - dot(row, rest);
    } else {
      const { coordinate, mean, variance } = direct[k - moved]!;
      for (let l = 0; l <= k; l++) precision[k * count + l] = -carried[l]![coordinate]! / variance;
      precision[k * (count + 1)]! += 1 / variance;
      term[k] = (mean - rest[coordinate]!) / variance;
    }
    for (let l = 0; l < k; l++) precision[l * count + k] = precision[k * count + l]!;
  }
  for (let k = 0; k < count; k++) {
    const gain = carried[k]!;
    for (let i = 0; i < size; i++) gain[i] = -gain[i]!;
    if (k < moved) gain[shifts[k]!.coordinate]! += 1;
  }
  return { gain: carried, precision, term };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Everybody's own posterior under one playbook; whoever has no evidence yet shares one. */
export function updateEveryone(
  personIds: readonly PersonId[],
  readings: ReadonlyMap<PersonId, readonly Reading[]>,
  influences: ReadonlyMap<PersonId, Influences>,
  playbook: Playbook,
): OwnPosterior[] {
  const prior = priorPrecision(playbook);
  const unseen = updateOne([], UNTOUCHED, playbook, prior);
  return personIds.map((id) => {
    const own = readings.get(id);
    const touched = influences.get(id);
    return own || touched ? updateOne(own ?? [], touched ?? UNTOUCHED, playbook, prior) : unseen;
  });
}

function groupByRater(readings: readonly Reading[]): Reading[][] {
  const groups = new Map<string, Reading[]>();
  for (const one of readings) {
    const group = groups.get(one.rater);
    if (group) group.push(one);
    else groups.set(one.rater, [one]);
  }
  return [...groups.values()];
}

function addRater(
  views: readonly Reading[],
  playbook: Playbook,
  start: number,
  information: Float64Array,
  pull: Float64Array,
): void {
  const error = readingVariance(playbook);
  const halo = playbook['rating.halo'] * error;
  const rest = error - halo;
  // Inverse of rest·I + halo·11ᵀ is (I − common·11ᵀ)/rest.
  const common = halo / (rest + views.length * halo);
  const sum = views.reduce((total, one) => total + one.level - start, 0);
  for (const one of views) {
    pull[one.coordinate]! += (one.level - start - common * sum) / rest;
    information[one.coordinate * DIMENSIONS + one.coordinate]! += 1 / rest;
    for (const other of views) information[one.coordinate * DIMENSIONS + other.coordinate]! -= common / rest;
  }
}

const rowOf = (matrix: Float64Array, at: number) => matrix.subarray(at * DIMENSIONS, (at + 1) * DIMENSIONS);
