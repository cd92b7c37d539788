import type { PersonId } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import type { Side } from '../records/voice/types.ts';
import { cholesky, invert, multiply } from '../science/linear-algebra/cholesky.ts';
import { axisWeight, DIMENSIONS, RESOLVING, SIDES, spanOf } from './competency-space.ts';
import type { OwnPosterior } from './own-readings.ts';
import type { Load, SharedUnknowns } from './shared-state.ts';
import type { TicketReadings } from './ticket-readings.ts';

/** Means and covariances of both sides of several people, in levels. A side of a person is one axis. */
export type SideView = {
  /** Expected level of an axis. */
  mean(axis: number): number;
  /** Covariance of two axes, levels². */
  covariance(first: number, second: number): number;
};

/** The joint normal posterior of everyone's competencies. */
export type JointStrength = SideView & {
  personIds: readonly PersonId[];
  /** Axis of one side of a person; undefined where the person isn't among them. */
  axisOf(personId: PersonId, side: Side): number | undefined;
  competencyMean(person: number, coordinate: number): number;
  competencyVariance(person: number, coordinate: number): number;
  /** Covariance of one competency of a person with any axis. */
  competencyCovariance(person: number, coordinate: number, axis: number): number;
  /** Position of a person; undefined where unknown. */
  positionOf(personId: PersonId): number | undefined;
};

/**
 * One person in the joint posterior: competencies = mean + Σ loads[k]·(sum k − its mean) + own rest. The sums are of what
 * tickets read of the person's resolving, where they do, and of the shared unknowns that touch the person.
 */
type Member = {
  mean: Float64Array;
  rest: Float64Array;
  sums: readonly (readonly Load[])[];
  /** A vector of 13 for each sum. */
  loads: readonly Float64Array[];
};

/** The shared state: z of everyone whose minutes are read, then the shared unknowns. */
type Shared = { size: number; mean: Float64Array; covariance: Float64Array };

/**
 * Joins each person's own posterior with the ticket readings. Exact: given z and the shared unknowns the competencies of
 * a person depend on nobody else, so one update of (people whose minutes are read + unknowns) dimensions carries
 * everything.
 */
export function joinStrengths(
  personIds: readonly PersonId[],
  own: readonly OwnPosterior[],
  tickets: TicketReadings | null,
  unknowns: SharedUnknowns,
  playbook: Playbook,
): JointStrength {
  const position = new Map(personIds.map((id, i) => [id, i]));
  const level = new Map(tickets?.personIds.map((id, i) => [id, i]));
  const fitted = level.size;
  const shared = unknowns.prior.length > 0 ? updateShared(personIds, own, tickets, unknowns, playbook) : null;
  const memberAt = (i: number): Member => {
    const z = level.get(personIds[i]!);
    if (!shared || own[i]!.sums.length === 0)
      return { mean: own[i]!.mean, rest: own[i]!.covariance, sums: [], loads: [] };
    return z === undefined ? follow(own[i]!, shared, fitted) : spread(own[i]!, shared, fitted, z, playbook);
  };
  return createView(personIds, position, memberAt, shared, playbook);
}

function updateShared(
  personIds: readonly PersonId[],
  own: readonly OwnPosterior[],
  tickets: TicketReadings | null,
  { prior }: SharedUnknowns,
  playbook: Playbook,
): Shared {
  const level = new Map(tickets?.personIds.map((id, i) => [id, i]));
  const n = level.size;
  const size = n + prior.length;
  const start = playbook['prior.mean'];
  const precision = new Float64Array(size * size);
  const term = new Float64Array(size);
  for (let i = 0; i < n; i++) {
    term[i] = tickets!.term[i]!;
    for (let j = 0; j < n; j++) precision[i * size + j] = tickets!.precision[i * n + j]!;
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
  const covariance = invert(cholesky(precision, size)!, size);
  return { size, mean: multiply(covariance, term, size), covariance };
}

/** Adds what one person's evidence says of the shared unknowns; `z` is the place of their minutes, `known` its precision. */
function addPerson(
  into: { precision: Float64Array; term: Float64Array; size: number; first: number },
  { sums, gain, precision: own, term }: OwnPosterior,
  z: number | undefined,
  known: number,
  away: number,
): void {
  const { precision, size, first } = into;
  const count = sums.length;
  for (let a = 0; a < count; a++) {
    const tied = z === undefined ? 0 : gain[a]![RESOLVING]!;
    for (const { place, by } of sums[a]!) {
      const k = first + place;
      into.term[k]! += by * (term[a]! - tied * away);
      if (z !== undefined) {
        precision[z * size + k]! -= by * known * tied;
        precision[k * size + z]! -= by * known * tied;
      }
      for (let b = 0; b < count; b++) {
        const other = z === undefined ? 0 : gain[b]![RESOLVING]!;
        const each = by * (own[a * count + b]! + known * tied * other);
        for (const load of sums[b]!) precision[k * size + first + load.place]! += each * load.by;
      }
    }
  }
}

const meanOf = (sum: readonly Load[], shared: Shared) =>
  sum.reduce((total, { place, by }) => total + by * shared.mean[place]!, 0);

/** The sums with places of the shared state, where those of the minutes come first. */
const placed = (sums: readonly Load[][], first: number) =>
  sums.map((sum) => sum.map(({ place, by }) => ({ place: first + place, by })));

/** Somebody whose minutes are not read: moved by the shared unknowns alone. */
function follow(own: OwnPosterior, shared: Shared, fitted: number): Member {
  const sums = placed(own.sums, fitted);
  const mean = own.mean.slice();
  own.gain.forEach((gain, k) => {
    addScaled(mean, gain, meanOf(sums[k]!, shared));
  });
  return { mean, rest: own.covariance, sums, loads: own.gain };
}

/** Somebody whose minutes are read: what is left of the others moves with z. */
function spread(own: OwnPosterior, shared: Shared, fitted: number, z: number, playbook: Playbook): Member {
  const size = DIMENSIONS;
  const variance = own.covariance[RESOLVING * (size + 1)]!;
  const perLevel = new Float64Array(size);
  for (let i = 0; i < size; i++) perLevel[i] = own.covariance[i * size + RESOLVING]! / variance;
  const loads = own.gain.map((gain) => {
    const load = gain.slice();
    addScaled(load, perLevel, -gain[RESOLVING]!);
    return load;
  });
  const sums = placed(own.sums, fitted);
  const mean = own.mean.slice();
  addScaled(mean, perLevel, shared.mean[z]! - (own.mean[RESOLVING]! - playbook['prior.mean']));
  loads.forEach((load, k) => {
    addScaled(mean, load, meanOf(sums[k]!, shared));
  });
  const rest = own.covariance.slice();
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) rest[i * size + j]! -= perLevel[i]! * perLevel[j]! * variance;
  return { mean, rest, sums: [[{ place: z, by: 1 }], ...sums], loads: [perLevel, ...loads] };
}

function addScaled(sum: Float64Array, vector: Float64Array, by: number): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += by * vector[i]!;
}

function createView(
  personIds: readonly PersonId[],
  position: ReadonlyMap<PersonId, number>,
  memberAt: (position: number) => Member,
  shared: Shared | null,
  playbook: Playbook,
): JointStrength {
  const start = playbook['prior.mean'];
  const weights = SIDES.map((side) => axisWeight(side, playbook));
  // Only a few people stand for any one seat, and looking for what would change the advice asks for many such views.
  const member = remember(memberAt);
  const axisAt = remember((axis: number) => summarise(member(axis >> 1), SIDES[axis & 1]!, weights, axis & 1, start));
  const loadsOf = (own: Member, coordinate: number) => combine(own, (load) => load[coordinate]!);
  /** How the shared state moves with a combination. */
  const moves = (combination: Combination) => {
    const along = new Float64Array(shared?.size ?? 0);
    for (const { place, by } of combination)
      for (let i = 0; i < along.length; i++) along[i]! += by * shared!.covariance[place * along.length + i]!;
    return along;
  };
  /** Of an axis worked out once, so that each pair costs little. */
  const alongAt = remember((axis: number) => moves(axisAt(axis).combination));
  const total = (combination: Combination, along: Float64Array) => {
    let sum = 0;
    for (const { place, by } of combination) sum += by * along[place]!;
    return sum;
  };
  const competencyCovariance = (person: number, coordinate: number, axis: number) => {
    const own = member(person);
    const common = total(loadsOf(own, coordinate), alongAt(axis));
    if (axis >> 1 !== person) return common;
    const { first, end, weight } = axisAt(axis);
    return common + weight * sumRow(own.rest, coordinate, first, end);
  };
  return {
    personIds,
    positionOf: (personId) => position.get(personId),
    axisOf: (personId, side) => {
      const at = position.get(personId);
      return at === undefined ? undefined : 2 * at + SIDES.indexOf(side);
    },
    mean: (axis) => axisAt(axis).mean,
    covariance: (first, second) => {
      const common = total(axisAt(first).combination, alongAt(second));
      return first >> 1 === second >> 1 ? common + axisAt(first).rest[second & 1]! : common;
    },
    competencyMean: (person, coordinate) => member(person).mean[coordinate]!,
    competencyVariance: (person, coordinate) => {
      const own = member(person);
      const combination = loadsOf(own, coordinate);
      return own.rest[coordinate * (DIMENSIONS + 1)]! + total(combination, moves(combination));
    },
    competencyCovariance,
  };
}

/** A combination of the shared state. */
type Combination = readonly Load[];

/** A member's sums, each counted as its load says. */
function combine({ sums, loads }: Member, weigh: (load: Float64Array) => number): Combination {
  return sums.flatMap((sum, k) => {
    const weight = weigh(loads[k]!);
    return sum.map(({ place, by }) => ({ place, by: by * weight }));
  });
}

/** Computes each value when it is first asked for. */
function remember<T>(make: (at: number) => T): (at: number) => T {
  const made: T[] = [];
  return (at) => {
    made[at] ??= make(at);
    return made[at];
  };
}

type Axis = {
  combination: Combination;
  first: number;
  end: number;
  weight: number;
  mean: number;
  /** Own rest: covariance with the same person's technical and people axis. */
  rest: [number, number];
};

function summarise(member: Member, side: Side, weights: readonly number[], at: number, start: number): Axis {
  const [first, end] = spanOf(side);
  const weight = weights[at]!;
  const rest: [number, number] = [0, 0];
  SIDES.forEach((other, place) => {
    for (let i = first; i < end; i++)
      rest[place]! += weight * weights[place]! * sumRow(member.rest, i, ...spanOf(other));
  });
  let mean = start;
  for (let i = first; i < end; i++) mean += weight * (member.mean[i]! - start);
  const combination = combine(member, (load) => {
    let sum = 0;
    for (let i = first; i < end; i++) sum += weight * load[i]!;
    return sum;
  });
  return { combination, first, end, weight, mean, rest };
}

function sumRow(matrix: Float64Array, row: number, first: number, end: number): number {
  let sum = 0;
  for (let j = first; j < end; j++) sum += matrix[row * DIMENSIONS + j]!;
  return sum;
}
