import type { Standing } from '../base/roles.ts';
import type { Person, PersonId, Structure } from '../records/people/types.ts';

/** Says who gave a view about somebody, as the reader may know it. */
export type NameRater = (rater: string, about: PersonId) => string;

/** Where it isn't told who said what, at least so many people are taken together, and left over. */
export const FEWEST = 3;

/** A rater whom the reader isn't told. */
export const COLLEAGUE = 'a colleague';

/** Who gave a view, as a screen calls them: you, somebody on the list by name, else as it was given. */
export function nameRaters(people: readonly Pick<Person, 'personId' | 'name'>[]): (rater: string) => string {
  const names = new Map(people.map((one) => [`person:${one.personId}`, one.name]));
  // On a start without accounts, views are kept under the name of its one user.
  return (rater) => (rater === 'owner' ? 'you' : (names.get(rater) ?? rater));
}

/** Under which name a reader's own words are kept: the same as `app_rater()` in the database. */
export function ownRater({ personId, actor }: { personId: number | null; actor: string }): string {
  return personId === null ? actor : `person:${personId}`;
}

type RaterReader = {
  standing: Standing;
  personId: number | null;
  actor: string;
  structure: Pick<Structure, 'people' | 'seats' | 'lines'>;
};

/**
 * Who gave a view, for whoever reads: among people who have accounts nobody is named, so that everyone can speak freely;
 * only one's own words and the lead's are told apart. Whoever holds the server sees the names.
 */
export function nameRatersFor({ standing, personId, actor, structure }: RaterReader): NameRater {
  if (standing === 'operator' || standing === 'engine') return nameRaters(structure.people);
  const own = ownRater({ personId, actor });
  const leads = readLeads(structure);
  return (rater, about) => {
    if (rater === own) return 'you';
    const lead = leads.get(about);
    if (lead === undefined || rater !== `person:${lead}`) return COLLEAGUE;
    return about === personId ? 'your lead' : 'their lead';
  };
}

/** Who leads whom directly: the holder of the seat that somebody's line, or their own seat, reports to. */
function readLeads({ seats, lines }: Pick<Structure, 'seats' | 'lines'>): Map<PersonId, PersonId> {
  const holder = new Map(seats.map((seat) => [seat.seatId, seat.holderId]));
  const leads = new Map<PersonId, PersonId>();
  const add = (person: PersonId | null, lead: PersonId | null | undefined) => {
    if (person !== null && lead != null) leads.set(person, lead);
  };
  for (const line of lines) add(line.personId, holder.get(line.seatId));
  for (const seat of seats) if (seat.reportsTo !== null) add(seat.holderId, holder.get(seat.reportsTo));
  return leads;
}
