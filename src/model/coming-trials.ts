import type { Day } from '../base/time.ts';
import type { SeatId, Structure } from '../records/people/types.ts';
import type { Trial } from '../records/trials/types.ts';
import { readChart } from './structure.ts';
import { sayDay } from './words.ts';

/** Who leads a seat on trial from a day that is still to come: agreed, not begun. */
export type ComingTrial = { name: string; fromDay: Day };

/** Agreed trials that have not begun, by seat. Whoever may not read a trial is not told of it: give those that the reader may. */
export function comingIn(trials: readonly Trial[], structure: Structure): Map<SeatId, ComingTrial> {
  const { person, called } = readChart(structure);
  return new Map(
    trials.flatMap(({ state, seatId, personId, fromDay }) =>
      state === 'agreed' && fromDay !== null && person.has(personId)
        ? [[seatId, { name: called.get(personId)!, fromDay }] as const]
        : [],
    ),
  );
}

/** "Dana on trial from 7 December". */
export const sayComing = ({ name, fromDay }: ComingTrial): string => `${name} on trial from ${sayDay(fromDay)}`;
