import type { PersonId } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import { RESOLVING } from './competency-space.ts';
import type { OutcomeReadings } from './outcome-readings.ts';
import type { TicketReadings } from './ticket-readings.ts';

/** An unknown that moves a competency of everyone it concerns: by `by` levels for each of its units. */
type Shift = Load & { coordinate: number };

/** An unknown with what one of its units counts in a sum. */
export type Load = { place: number; by: number };

/** A reading of one competency against the start, with the unknowns that move the reading but not the competency. */
export type DirectReading = {
  coordinate: number;
  mean: number;
  variance: number;
  loads: Load[];
};

/** Everything shared that touches one person. */
export type Influences = { shifts: Shift[]; direct: DirectReading[] };

/**
 * The unknowns that several people share: where tickets place a part of the firm on each competency, the origin of its
 * readings, and errors that readings have in common. Given them, people depend on each other only through resolving.
 */
export type SharedUnknowns = {
  /** Prior precision of each, prior mean 0: 1, or 0 where nothing is known beforehand. */
  prior: number[];
  byPerson: ReadonlyMap<PersonId, Influences>;
};

/** Lays out the shared unknowns of the readings that count under a playbook. */
export function layUnknowns(
  tickets: TicketReadings | null,
  outcomes: readonly OutcomeReadings[],
  playbook: Playbook,
): SharedUnknowns {
  const by = Math.sqrt(playbook['tickets.origin-variance']);
  const prior: number[] = [];
  const byPerson = new Map<PersonId, Influences>();
  const touch = (id: PersonId) => {
    const own = byPerson.get(id) ?? { shifts: [], direct: [] };
    byPerson.set(id, own);
    return own;
  };
  if (tickets) {
    for (let k = 0; k < tickets.parts; k++) prior.push(1);
    tickets.personIds.forEach((id, i) => {
      touch(id).shifts.push({ place: tickets.part[i]!, coordinate: RESOLVING, by });
    });
  }
  for (const readings of outcomes) {
    const { coordinate, shared } = readings;
    // For each part: where it stands, the origin of its readings, and its shared errors.
    const first = prior.length;
    const each = 2 + shared.length;
    for (let k = 0; k < readings.parts; k++) prior.push(1, 0, ...shared.map(() => 1));
    const told = toldBy(readings);
    readings.personIds.forEach((id, i) => {
      const place = first + each * readings.part[i]!;
      const moves = by * told[i]!;
      const loads = [
        { place, by: moves },
        { place: place + 1, by: 1 },
        ...shared.map((load, k) => ({ place: place + 2 + k, by: load[i]! })),
      ];
      const own = touch(id);
      // The less a reading tells of somebody, the less they move with where the firm stands on it.
      own.shifts.push({ place, coordinate, by: moves });
      own.direct.push({ coordinate, mean: readings.mean[i]!, variance: readings.own[i]!, loads });
    });
  }
  return { prior, byPerson };
}

/**
 * How far each reading alone tells its competency, 0 to 1: its origin is known no better than from the others of its part,
 * each as far from solid as people are.
 */
export function toldBy({ own, part, parts }: Pick<OutcomeReadings, 'own' | 'part' | 'parts'>): number[] {
  const among = new Array<number>(parts).fill(0);
  own.forEach((variance, i) => {
    among[part[i]!]! += 1 / (1 + variance);
  });
  return own.map((variance, i) => {
    const others = among[part[i]!]! - 1 / (1 + variance);
    return 1 / (1 + variance + 1 / others);
  });
}
