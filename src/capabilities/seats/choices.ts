import type { SeatList, SeatRow } from './contract.ts';

/** Somebody to choose, by name; people with the same name are told apart by their number. */
export type Choice = { value: string; label: string };

/** Everybody who could hold a seat, by name. */
export function peopleToChoose({ people }: Pick<SeatList, 'people'>): Choice[] {
  return tellApart(people.map(({ personId, name }) => ({ value: String(personId), label: name })));
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
