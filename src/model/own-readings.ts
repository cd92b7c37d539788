import type { PersonId } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import type { Observation } from '../records/voice/types.ts';
import { cholesky, invert, multiply } from '../science/linear-algebra/cholesky.ts';
import { coordinateOf, DIMENSIONS, priorPrecision, RESOLVING, readingVariance } from './competency-space.ts';

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
 * One person's competencies from views of them alone, given a shift b of the coordinate `resolving` that the whole firm
 * shares: x | b ~ N(mean + shiftGain·b, covariance); the views themselves say about b what a normal likelihood with
 * `shiftPrecision` and `shiftTerm` says.
 */
export type OwnPosterior = {
  /** 13, levels. */
  mean: Float64Array;
  /** Row-major 13 × 13, levels². */
  covariance: Float64Array;
  /** 13: what each competency moves by when `resolving` of the whole firm moves by one level. */
  shiftGain: Float64Array;
  shiftPrecision: number;
  shiftTerm: number;
};

/**
 * Exact normal update of one person. Error of a view: variance σ² = (1−ρ)/ρ, of which the halo share is one random effect
 * of the rater on this person, common to all their answers on both sides.
 */
function updateFromViews(
  readings: readonly Reading[],
  playbook: Playbook,
  prior: Float64Array = priorPrecision(playbook),
): OwnPosterior {
  const size = DIMENSIONS;
  const start = playbook['prior.mean'];
  const information = new Float64Array(size * size);
  /** Aᵀ R⁻¹ (y − start). */
  const pull = new Float64Array(size);
  for (const views of groupByRater(readings)) addRater(views, playbook, start, information, pull);
  const precision = new Float64Array(size * size);
  for (let at = 0; at < precision.length; at++) precision[at] = prior[at]! + information[at]!;
  const covariance = invert(cholesky(precision, size)!, size);
  const mean = multiply(covariance, pull, size);
  // x = start + b·e + w; views see A(b·e + w): shifting b by one moves E[x | b, views] by S P⁻¹ e.
  const shiftGain = multiply(covariance, column(prior, RESOLVING), size);
  const seen = column(information, RESOLVING);
  const carried = multiply(covariance, seen, size);
  let shiftPrecision = seen[RESOLVING]!;
  let shiftTerm = pull[RESOLVING]!;
  for (let i = 0; i < size; i++) {
    shiftPrecision -= seen[i]! * carried[i]!;
    shiftTerm -= carried[i]! * pull[i]!;
    mean[i]! += start;
  }
  return { mean, covariance, shiftGain, shiftPrecision, shiftTerm };
}

/** Everybody's own posterior under one playbook; whoever has no views yet shares one. */
export function updateAllFromViews(
  personIds: readonly PersonId[],
  readings: ReadonlyMap<PersonId, readonly Reading[]>,
  playbook: Playbook,
): OwnPosterior[] {
  const prior = priorPrecision(playbook);
  const unseen = updateFromViews([], playbook, prior);
  return personIds.map((id) => {
    const own = readings.get(id);
    return own ? updateFromViews(own, playbook, prior) : unseen;
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

function column(matrix: Float64Array, at: number): Float64Array {
  const values = new Float64Array(DIMENSIONS);
  for (let i = 0; i < DIMENSIONS; i++) values[i] = matrix[i * DIMENSIONS + at]!;
  return values;
}
