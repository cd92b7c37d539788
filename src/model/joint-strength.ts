import type { PersonId } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import type { Side } from '../records/voice/types.ts';
import { cholesky, invert, multiply } from '../science/linear-algebra/cholesky.ts';
import { axisWeight, DIMENSIONS, RESOLVING, SIDES, spanOf } from './competency-space.ts';
import type { OwnPosterior } from './own-readings.ts';
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
 * One person in the joint posterior: competencies = mean + perLevel·(z − ẑ) + perShift·(β − β̂) + own rest, where z is what
 * tickets read of the person and β the standardised shift of their connected part.
 */
type Member = {
  mean: Float64Array;
  rest: Float64Array;
  perLevel: Float64Array;
  perShift: Float64Array;
  /** Places of z and β in the shared state; −1: not fitted. */
  level: number;
  shift: number;
};

/** The shared state of everyone with tickets: z of each, then β of each part. */
type Shared = { size: number; mean: Float64Array; covariance: Float64Array };

/**
 * Joins each person's own posterior with the ticket readings. Exact: given z and β the other competencies of a person
 * depend on nobody else, so one update of (people with tickets + parts) dimensions carries everything.
 */
export function joinStrengths(
  personIds: readonly PersonId[],
  own: readonly OwnPosterior[],
  tickets: TicketReadings | null,
  playbook: Playbook,
): JointStrength {
  const position = new Map(personIds.map((id, i) => [id, i]));
  const fitted = tickets?.personIds.map((id) => own[position.get(id)!]!) ?? [];
  const shared = tickets ? updateShared(fitted, tickets, playbook) : null;
  const place = new Map(tickets?.personIds.map((id, i) => [id, i]));
  const memberAt = (i: number) => {
    const level = place.get(personIds[i]!);
    return shared && tickets && level !== undefined
      ? spread(own[i]!, shared, level, tickets.personIds.length + tickets.part[level]!, playbook)
      : alone(own[i]!);
  };
  return createView(personIds, position, memberAt, shared, playbook);
}

function updateShared(fitted: readonly OwnPosterior[], tickets: TicketReadings, playbook: Playbook): Shared {
  const n = fitted.length;
  const size = n + tickets.parts;
  const scale = Math.sqrt(playbook['tickets.origin-variance']);
  const start = playbook['prior.mean'];
  const precision = new Float64Array(size * size);
  const term = new Float64Array(size);
  for (let k = n; k < size; k++) precision[k * size + k] = 1;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) precision[i * size + j] = tickets.precision[i * n + j]!;
    const person = fitted[i]!;
    const own = 1 / person.covariance[RESOLVING * DIMENSIONS + RESOLVING]!;
    const away = own * (person.mean[RESOLVING]! - start);
    const gain = scale * person.shiftGain[RESOLVING]!;
    const k = n + tickets.part[i]!;
    precision[i * size + i]! += own;
    precision[i * size + k]! -= own * gain;
    precision[k * size + i]! -= own * gain;
    precision[k * size + k]! += scale * scale * person.shiftPrecision + own * gain * gain;
    term[i] = tickets.term[i]! + away;
    term[k]! += scale * person.shiftTerm - gain * away;
  }
  const covariance = invert(cholesky(precision, size)!, size);
  return { size, mean: multiply(covariance, term, size), covariance };
}

const NOTHING = new Float64Array(DIMENSIONS);

function alone(own: OwnPosterior): Member {
  return { mean: own.mean, rest: own.covariance, perLevel: NOTHING, perShift: NOTHING, level: -1, shift: -1 };
}

function spread(own: OwnPosterior, shared: Shared, level: number, shift: number, playbook: Playbook): Member {
  const size = DIMENSIONS;
  const scale = Math.sqrt(playbook['tickets.origin-variance']);
  const variance = own.covariance[RESOLVING * size + RESOLVING]!;
  const start = playbook['prior.mean'];
  const moved = shared.mean[level]! - (own.mean[RESOLVING]! - start);
  const mean = new Float64Array(size);
  const rest = new Float64Array(size * size);
  const perLevel = new Float64Array(size);
  const perShift = new Float64Array(size);
  for (let i = 0; i < size; i++) perLevel[i] = own.covariance[i * size + RESOLVING]! / variance;
  for (let i = 0; i < size; i++) {
    perShift[i] = scale * (own.shiftGain[i]! - perLevel[i]! * own.shiftGain[RESOLVING]!);
    mean[i] = own.mean[i]! + perLevel[i]! * moved + perShift[i]! * shared.mean[shift]!;
    for (let j = 0; j < size; j++)
      rest[i * size + j] = own.covariance[i * size + j]! - perLevel[i]! * perLevel[j]! * variance;
  }
  return { mean, rest, perLevel, perShift, level, shift };
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
  /** Covariance that comes through the shared state, of a functional (perLevel, perShift) of two members. */
  const through = (a: Member, aLevel: number, aShift: number, b: Member, bLevel: number, bShift: number) => {
    if (!shared || a.level < 0 || b.level < 0) return 0;
    const at = (row: number, column: number) => shared.covariance[row * shared.size + column]!;
    return (
      aLevel * (bLevel * at(a.level, b.level) + bShift * at(a.level, b.shift)) +
      aShift * (bLevel * at(a.shift, b.level) + bShift * at(a.shift, b.shift))
    );
  };
  const competencyCovariance = (person: number, coordinate: number, axis: number) => {
    const own = member(person);
    const other = axisAt(axis);
    const common = through(
      own,
      own.perLevel[coordinate]!,
      own.perShift[coordinate]!,
      other.member,
      other.perLevel,
      other.perShift,
    );
    if (axis >> 1 !== person) return common;
    const { first, end, weight } = other;
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
      const a = axisAt(first);
      const b = axisAt(second);
      const common = through(a.member, a.perLevel, a.perShift, b.member, b.perLevel, b.perShift);
      return first >> 1 === second >> 1 ? common + a.rest[second & 1]! : common;
    },
    competencyMean: (person, coordinate) => member(person).mean[coordinate]!,
    competencyVariance: (person, coordinate) => {
      const own = member(person);
      const level = own.perLevel[coordinate]!;
      const shift = own.perShift[coordinate]!;
      return own.rest[coordinate * (DIMENSIONS + 1)]! + through(own, level, shift, own, level, shift);
    },
    competencyCovariance,
  };
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
  member: Member;
  first: number;
  end: number;
  weight: number;
  mean: number;
  perLevel: number;
  perShift: number;
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
  let perLevel = 0;
  let perShift = 0;
  for (let i = first; i < end; i++) {
    mean += weight * (member.mean[i]! - start);
    perLevel += weight * member.perLevel[i]!;
    perShift += weight * member.perShift[i]!;
  }
  return { member, first, end, weight, mean, perLevel, perShift, rest };
}

function sumRow(matrix: Float64Array, row: number, first: number, end: number): number {
  let sum = 0;
  for (let j = first; j < end; j++) sum += matrix[row * DIMENSIONS + j]!;
  return sum;
}
