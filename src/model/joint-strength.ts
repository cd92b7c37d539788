import type { PersonId } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import type { Side } from '../records/voice/types.ts';
import { invert, solveLower } from '../science/linear-algebra/cholesky.ts';
import { dot } from '../science/linear-algebra/dot.ts';
import { axisWeight, SIDES, spanOf } from './competency-space.ts';
import { type Combination, combine, type Member, placeMember, sumRest } from './joint-member.ts';
import type { OwnPosterior } from './own-readings.ts';
import { type SharedPosterior, updateShared } from './shared-posterior.ts';
import type { SharedUnknowns } from './shared-state.ts';
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
  const level = new Map(tickets?.personIds.map((id, i) => [id, i]));
  const shared = updateShared(personIds, own, tickets, unknowns, playbook);
  const memberAt = (i: number) => placeMember(own[i]!, shared, level.size, level.get(personIds[i]!), playbook);
  return createView(personIds, memberAt, shared, playbook);
}

function createView(
  personIds: readonly PersonId[],
  memberAt: (position: number) => Member,
  shared: SharedPosterior,
  playbook: Playbook,
): JointStrength {
  const { size } = shared;
  const position = new Map(personIds.map((id, i) => [id, i]));
  const weights = SIDES.map((side) => axisWeight(side, playbook));
  // Only a few people stand for any one seat, and looking for what would change the advice asks for many such views.
  const member = remember(memberAt);
  const axisAt = remember((axis: number) => summarise(member(axis >> 1), axis & 1, weights, playbook['prior.mean']));
  /** An axis's combination c as L⁻¹c, of which a product is a covariance: no inverse is needed where only sides are asked for. */
  const halfAt = remember((axis: number) => {
    const dense = new Float64Array(size);
    for (const { place, by } of axisAt(axis).combination) dense[place]! += by * weights[axis & 1]!;
    return solveLower(shared.factor, dense, size);
  });
  const competency = createCompetencies(shared, member);
  return {
    personIds,
    positionOf: (personId) => position.get(personId),
    axisOf: (personId, side) => {
      const at = position.get(personId);
      return at === undefined ? undefined : 2 * at + SIDES.indexOf(side);
    },
    mean: (axis) => axisAt(axis).mean,
    covariance: (first, second) => {
      const common = dot(halfAt(first), 0, halfAt(second), 0, size);
      return first >> 1 === second >> 1 ? common + axisAt(first).rest[second & 1]! : common;
    },
    competencyMean: (person, coordinate) => member(person).mean[coordinate]!,
    competencyVariance: competency.variance,
    competencyCovariance: (person, coordinate, axis) => {
      const common = competency.shared(person, coordinate, axis, axisAt(axis).combination);
      const rest = axis >> 1 === person ? sumRest(member(person), coordinate, ...spanOf(SIDES[axis & 1]!)) : 0;
      return weights[axis & 1]! * (common + rest);
    },
  };
}

/** What is asked of single competencies, of everybody or of nobody: for these the shared state's covariance is worked out. */
function createCompetencies(shared: SharedPosterior, member: (position: number) => Member) {
  const { size } = shared;
  const inverse = remember(() => invert(shared.factor, size));
  /** How the shared state moves with a combination. */
  const moves = (combination: Combination) => {
    const along = new Float64Array(size);
    const covariance = inverse(0);
    for (const { place, by } of combination)
      for (let i = 0; i < size; i++) along[i]! += by * covariance[place * size + i]!;
    return along;
  };
  const total = (combination: Combination, along: Float64Array) => {
    let sum = 0;
    for (const { place, by } of combination) sum += by * along[place]!;
    return sum;
  };
  const combinationOf = (person: number, coordinate: number) => combine(member(person), coordinate, coordinate + 1);
  // Of an axis worked out once, so that each pair costs little.
  const along: Float64Array[] = [];
  return {
    variance: (person: number, coordinate: number) => {
      const combination = combinationOf(person, coordinate);
      const rest = sumRest(member(person), coordinate, coordinate, coordinate + 1);
      return rest + total(combination, moves(combination));
    },
    /** Covariance with the combination of an axis. */
    shared: (person: number, coordinate: number, axis: number, combination: Combination) => {
      along[axis] ??= moves(combination);
      return total(combinationOf(person, coordinate), along[axis]);
    },
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
  /** Of the sum of its competencies, not yet weighted. */
  combination: Combination;
  mean: number;
  /** Own rest: covariance with the same person's technical and people axis. */
  rest: [number, number];
};

function summarise(member: Member, side: number, weights: readonly number[], start: number): Axis {
  const [first, end] = spanOf(SIDES[side]!);
  const weight = weights[side]!;
  const rest: [number, number] = [0, 0];
  SIDES.forEach((other, place) => {
    for (let i = first; i < end; i++) rest[place]! += weight * weights[place]! * sumRest(member, i, ...spanOf(other));
  });
  let mean = start;
  for (let i = first; i < end; i++) mean += weight * (member.mean[i]! - start);
  return { combination: combine(member, first, end), mean, rest };
}
