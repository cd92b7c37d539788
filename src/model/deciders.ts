import { Refusal } from '../base/errors.ts';
import type { PersonId, Structure } from '../records/people/types.ts';

/** Who decides on a seat, in words: whoever was said by hand, the holder of the seat above, else the owner. */
export function sayDecider({ seats, people }: Structure, seatId: number, deciderId: PersonId | null): string {
  const seat = seats.find((one) => one.seatId === seatId);
  const above = seats.find((one) => one.seatId === seat?.reportsTo);
  const id = deciderId ?? above?.holderId ?? null;
  return people.find((one) => one.personId === id)?.name ?? 'the owner';
}

/** Refuses a seat that isn't there, and whoever doesn't decide on it (`decided`: the seats that they do). */
export function refuseUnlessDecides(
  structure: Structure,
  seatId: number,
  decided: ReadonlySet<number>,
  deciders: ReadonlyMap<number, PersonId>,
): void {
  if (!structure.seats.some((seat) => seat.seatId === seatId))
    throw new Refusal('not-found', 'There is no such seat in this firm.', { field: 'seatId' });
  if (decided.has(seatId)) return;
  const decider = sayDecider(structure, seatId, deciders.get(seatId) ?? null);
  throw new Refusal(
    'not-allowed',
    `About this seat ${decider} decides. The owner can say on its page that somebody else does.`,
    { field: 'seatId' },
  );
}
