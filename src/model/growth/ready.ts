import type { PersonId } from '../../records/people/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import type { Gate } from '../../records/verdicts/types.ts';
import { normalCdf } from '../../science/normal.ts';
import { findDemand, findGate } from '../demand.ts';
import type { GrowthPerson, SideNow } from './firm.ts';

/** Who of the firm could be ready for a seat soonest, and in how many months of growing. */
export type Readiness = { personId: PersonId; months: number };

/** Longer than this nobody is grown for a seat. */
const MOST_MONTHS = 60;

/** The bars of a seat so many steps from the product in a firm of so many technicians. */
export function gateAt(steps: number, technicians: number, playbook: Playbook): Gate {
  return findGate(findDemand(steps, technicians, playbook), playbook);
}

/**
 * Months of growing with plan, practice and mentor until both sides of somebody clear the bars of a seat, each with the chance
 * `gate.clears`; 0: today. null: one side is further below its bar than `growth.gap-high`, or it takes more than five years.
 * Both sides grow at once, by `growth.levels-per-year` a year give or take `growth.ready.pace-spread` of it.
 */
export function monthsUntilReady(
  person: Pick<GrowthPerson, 'technical' | 'people'>,
  gate: Gate,
  playbook: Playbook,
): number | null {
  const technical = monthsOfSide(person.technical, gate.technical, playbook);
  const people = monthsOfSide(person.people, gate.people, playbook);
  return technical === null || people === null ? null : Math.max(technical, people);
}

function monthsOfSide(side: SideNow, bar: number, playbook: Playbook): number | null {
  if (bar - side.mean > playbook['growth.gap-high']) return null;
  const aMonth = playbook['growth.levels-per-year'] / 12;
  for (let months = 0; months <= MOST_MONTHS; months++) {
    const above = side.mean + aMonth * months - bar;
    const sd = Math.hypot(side.sd, aMonth * months * playbook['growth.ready.pace-spread']);
    if (sd === 0 ? above >= 0 : normalCdf(above / sd) >= playbook['gate.clears']) return months;
  }
  return null;
}

/** Who of those who would lead is ready soonest; the first listed of equals. null: nobody can be grown for it. */
export function findSoonest(people: readonly GrowthPerson[], gate: Gate, playbook: Playbook): Readiness | null {
  let soonest: Readiness | null = null;
  for (const person of people) {
    if (!person.wouldLead) continue;
    const months = monthsUntilReady(person, gate, playbook);
    if (months !== null && (!soonest || months < soonest.months)) soonest = { personId: person.personId, months };
  }
  return soonest;
}
