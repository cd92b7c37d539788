import type { PersonId } from '../../records/people/types.ts';
import type { SeatRow } from './contract.ts';

/** The seats as read. */
export type SeatList = { seats: SeatRow[]; unseated: { personId: PersonId; name: string }[]; note: string | null };

/** Somebody to choose, by name; people with the same name are told apart by their number. */
export type Choice = { value: string; label: string };

/** Everybody who could hold a seat: holders of others and all who hold none, by name. */
export function peopleToChoose({ seats, unseated }: SeatList): Choice[] {
  const found = new Map<number, string>(unseated.map(({ personId, name }) => [personId, name]));
  for (const { seat, holderName } of seats) {
    if (seat.holderId !== null && holderName !== null) found.set(seat.holderId, holderName);
  }
  return tellApart([...found].map(([id, name]) => ({ value: String(id), label: name })));
}

/** Every seat by its title. */
export function seatsToChoose(seats: readonly SeatRow[], except: number | null = null): Choice[] {
  const listed = seats.filter(({ seat }) => seat.seatId !== except);
  return tellApart(listed.map(({ seat }) => ({ value: String(seat.seatId), label: seat.title })));
}

function tellApart(choices: Choice[]): Choice[] {
  const times = Map.groupBy(choices, ({ label }) => label);
  return choices
    .map((one) => (times.get(one.label)!.length > 1 ? { ...one, label: `${one.label} (no. ${one.value})` } : one))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
}
