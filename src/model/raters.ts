import type { Person } from '../records/people/types.ts';

/** Who gave a view, as a screen calls them: you, somebody on the list by name, else as it was given. */
export function nameRaters(people: readonly Pick<Person, 'personId' | 'name'>[]): (rater: string) => string {
  const names = new Map(people.map((one) => [`person:${one.personId}`, one.name]));
  // On a start without accounts, views are kept under the name of its one user.
  return (rater) => (rater === 'owner' ? 'you' : (names.get(rater) ?? rater));
}
