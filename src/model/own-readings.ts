import type { PersonId } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import type { Observation } from '../records/voice/types.ts';
import { cholesky, invert } from '../science/linear-algebra/cholesky.ts';
import { dot } from '../science/linear-algebra/dot.ts';
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
 * x | s ~ N(mean + gainᵀ·t, covariance) with t = the sums of unknowns below; the evidence itself says about t what a normal
 * likelihood with `precision` and `term` says.
 */
export type OwnPosterior = {
  /** 13, levels. */
  mean: Float64Array;
  /** Row-major 13 × 13, levels². */
  covariance: Float64Array;
  /** Unknowns meet a person only in sums: of each shift, and of what moves each reading. T sums. */
  sums: readonly Load[][];
  /** Row-major T × 13: what each competency moves by with each sum. */
  gain: Float64Array;
  /** Row-major T × T. */
  precision: Float64Array;
  /** T. */
  term: Float64Array;
};

const UNTOUCHED: Influences = { shifts: [], direct: [] };

/** Room to work in, lent to one person after another, and where what is found is kept. */
type Desk = Record<'viewed' | 'posterior' | 'factor' | 'columns' | 'pulled' | 'pull', Float64Array> & {
  take: ReturnType<typeof divide>;
};

/** `counts`: of each posterior to come, how many sums it has. */
function setDesk(counts: readonly number[]): Desk {
  const matrix = () => new Float64Array(DIMENSIONS * DIMENSIONS);
  const vector = () => new Float64Array(DIMENSIONS);
  return {
    viewed: matrix(),
    posterior: matrix(),
    factor: matrix(),
    columns: matrix(),
    pulled: vector(),
    pull: vector(),
    take: divide(new Float64Array(counts.reduce((sum, count) => sum + roomFor(count), 0))),
  };
}

/** Numbers of a posterior of `count` sums. */
const roomFor = (count: number) => DIMENSIONS * (1 + DIMENSIONS + count) + count * (count + 1);

/** Hands out room for one posterior after another from one piece of memory. */
function divide(all: Float64Array): (count: number) => Omit<OwnPosterior, 'sums'> {
  const size = DIMENSIONS;
  let next = 0;
  return (count) => {
    const covariance = next + size;
    const gain = covariance + size * size;
    const precision = gain + count * size;
    const term = precision + count * count;
    const end = term + count;
    const own = {
      mean: all.subarray(next, covariance),
      covariance: all.subarray(covariance, gain),
      gain: all.subarray(gain, precision),
      precision: all.subarray(precision, term),
      term: all.subarray(term, end),
    };
    next = end;
    return own;
  };
}

/**
 * Exact normal update of one person. Error of a view: variance σ² = (1−ρ)/ρ, of which the halo share is one random effect
 * of the rater on this person, common to all their answers on both sides. x = start + Σ shifts + w, w ~ prior; views see
 * x, direct readings w and the sum of their loads.
 */
function updateOne(
  byRater: readonly (readonly Reading[])[],
  { shifts, direct }: Influences,
  playbook: Playbook,
  prior: Float64Array,
  desk: Desk,
): OwnPosterior {
  const size = DIMENSIONS;
  const start = playbook['prior.mean'];
  const { viewed, posterior, pull } = desk;
  /** Aᵀ R⁻¹ (y − start) of the views. */
  const pulled = desk.pulled.fill(0);
  viewed.fill(0);
  for (const views of byRater) addRater(views, playbook, start, viewed, pulled);
  for (let at = 0; at < posterior.length; at++) posterior[at] = prior[at]! + viewed[at]!;
  pull.set(pulled);
  for (const { coordinate, mean, variance } of direct) {
    posterior[coordinate * (size + 1)]! += 1 / variance;
    pull[coordinate]! += mean / variance;
  }
  const own = desk.take(shifts.length + direct.length);
  const { mean, covariance } = own;
  invert(cholesky(posterior, size, desk.factor)!, size, covariance, desk.columns);
  for (let i = 0; i < size; i++) mean[i] = dot(covariance, i * size, pull, 0, size);
  carryOver({ shifts, direct, viewed, pulled }, own);
  for (let i = 0; i < size; i++) mean[i]! += start;
  const sums = [...shifts.map(({ place, by }) => [{ place, by }]), ...direct.map(({ loads }) => loads)];
  return { ...own, sums };
}

type Evidence = Influences & { viewed: Float64Array; pulled: Float64Array };

/**
 * What the evidence says about the sums once the competencies are integrated out: BᵀR⁻¹B − UᵀSU and BᵀR⁻¹y − UᵀS·pull,
 * with B the sums' columns in the evidence, A those of the competencies, U = AᵀR⁻¹B and S the covariance. The mean is not yet
 * counted from the start.
 */
function carryOver(
  evidence: Evidence,
  { mean: rest, covariance, gain, precision, term }: Omit<OwnPosterior, 'sums'>,
): void {
  const { shifts, direct, viewed, pulled } = evidence;
  const size = DIMENSIONS;
  const moved = shifts.length;
  const count = moved + direct.length;
  carry(evidence, covariance, gain);
  for (let k = 0; k < moved; k++) {
    const { coordinate } = shifts[k]!;
    const row = coordinate * size;
    for (let l = 0; l <= k; l++)
      precision[k * count + l] = viewed[row + shifts[l]!.coordinate]! - dot(viewed, row, gain, l * size, size);
    term[k] = pulled[coordinate]! - dot(viewed, row, rest, 0, size);
  }
  for (let k = moved; k < count; k++) {
    const { coordinate, mean, variance } = direct[k - moved]!;
    for (let l = 0; l <= k; l++) precision[k * count + l] = -gain[l * size + coordinate]! / variance;
    precision[k * (count + 1)]! += 1 / variance;
    term[k] = (mean - rest[coordinate]!) / variance;
  }
  for (let k = 0; k < count; k++) for (let l = 0; l < k; l++) precision[l * count + k] = precision[k * count + l]!;
  for (let at = 0; at < gain.length; at++) gain[at] = -gain[at]!;
  for (let k = 0; k < moved; k++) gain[k * size + shifts[k]!.coordinate]! += 1;
}

/** Writes S·U, a row of 13 for each sum. Everything here is symmetric, so that a row serves as a column. */
function carry({ shifts, direct, viewed }: Evidence, covariance: Float64Array, carried: Float64Array): void {
  const size = DIMENSIONS;
  const moved = shifts.length;
  for (let k = 0; k < moved; k++) {
    const row = shifts[k]!.coordinate * size;
    for (let i = 0; i < size; i++) carried[k * size + i] = dot(covariance, i * size, viewed, row, size);
  }
  for (let k = 0; k < direct.length; k++) {
    const { coordinate, variance } = direct[k]!;
    const into = (moved + k) * size;
    for (let i = 0; i < size; i++) carried[into + i] = covariance[coordinate * size + i]! / variance;
  }
}

/** Everybody's own posterior under one playbook; whoever has no evidence yet shares one. `views`: of each person, by rater. */
export function updateEveryone(
  personIds: readonly PersonId[],
  views: ReadonlyMap<PersonId, readonly (readonly Reading[])[]>,
  influences: ReadonlyMap<PersonId, Influences>,
  playbook: Playbook,
): OwnPosterior[] {
  const prior = priorPrecision(playbook);
  const influencesOf = personIds.map((id) => influences.get(id) ?? UNTOUCHED);
  const desk = setDesk([0, ...influencesOf.map(({ shifts, direct }) => shifts.length + direct.length)]);
  const unseen = updateOne([], UNTOUCHED, playbook, prior, desk);
  return personIds.map((id, at) => {
    const own = views.get(id);
    const touched = influencesOf[at]!;
    return own || touched !== UNTOUCHED ? updateOne(own ?? [], touched, playbook, prior, desk) : unseen;
  });
}

/** The views of each person, one list for each who gave them. */
export function groupByRater(readings: ReadonlyMap<PersonId, readonly Reading[]>): Map<PersonId, Reading[][]> {
  return new Map([...readings].map(([id, own]) => [id, [...Map.groupBy(own, (one) => one.rater).values()]] as const));
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
