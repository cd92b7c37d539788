import { level } from '../base/units.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import type { Demand, Distance, Gate, LeaderKind } from '../records/verdicts/types.ts';

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

/**
 * How much a firm has grown past the reference size: ln(technicians / reference), inside the playbook's ends.
 * Unit: e-folds. No technicians count as the smallest size.
 */
function sizeEffect(technicians: number, playbook: Playbook): number {
  const growth = technicians > 0 ? Math.log(technicians / playbook['demand.size.reference']) : Number.NEGATIVE_INFINITY;
  return clamp(growth, playbook['demand.size.low'], playbook['demand.size.high']);
}

/**
 * What a seat asks for, in levels, from its steps to the product and the number of technicians.
 * A seat that does the work itself (0 steps) asks what a seat one step away asks. All coefficients are assumed.
 */
export function findDemand(steps: number, technicians: number, playbook: Playbook): Demand {
  const away = Math.max(steps, 1) - 1;
  const size = sizeEffect(technicians, playbook);
  const high = playbook['demand.high'];
  const technical =
    playbook['demand.technical.base'] -
    playbook['demand.technical.per-step'] * away -
    playbook['demand.technical.per-size'] * size;
  const people =
    playbook['demand.people.base'] +
    playbook['demand.people.per-step'] * away +
    playbook['demand.people.per-size'] * size;
  return {
    technical: level(clamp(technical, playbook['demand.technical.low'], high)),
    people: level(clamp(people, playbook['demand.people.low'], high)),
  };
}

/** Steps that the demand is taken at: while nobody has said how far a seat is, as if one step away. */
export function stepsForDemand(distance: Distance): number {
  return distance.status === 'known' ? distance.steps : 1;
}

/** The lower bar that a candidate must probably clear. */
export function findGate(demand: Demand, playbook: Playbook): Gate {
  return {
    technical: level(demand.technical - playbook['gate.technical.below']),
    people: level(Math.max(playbook['gate.people.low'], demand.people - playbook['gate.people.below'])),
  };
}

/** Which kind of leader a seat asks for. */
export function findLeaderKind(demand: Demand, playbook: Playbook): LeaderKind {
  const more = demand.technical - demand.people;
  if (more >= playbook['demand.first-by']) return 'technical-first';
  if (more <= -playbook['demand.first-by']) return 'people-first';
  return 'both';
}

const KIND_WORDS: Record<LeaderKind, string> = {
  'technical-first': 'a technical leader with people skills',
  both: 'somebody who leads the work and the people alike',
  'people-first': 'a people leader who understands the work',
};

/** "Pod A needs a technical leader with people skills." */
export function sayLeaderKind(place: string, kind: LeaderKind): string {
  return `${place} needs ${KIND_WORDS[kind]}.`;
}
