import type ICAL from 'ical.js';
import type { PersonId } from '../../records/people/types.ts';
import { createPersonFinder, type Findable } from './ratings.ts';

/** Somebody whom an entry may name. */
export type Named = Findable;

/** People by the texts that stand for them, made once for a list. */
const finders = new WeakMap<readonly Named[], Finder>();
type Finder = { find: ReturnType<typeof createPersonFinder>; names: { text: string; pattern: RegExp }[] };

function finderOf(people: readonly Named[]): Finder {
  const made = finders.get(people) ?? {
    find: createPersonFinder(people),
    names: [...new Set(people.map(({ name }) => name))].map((text) => ({ text, pattern: wholeWords(text) })),
  };
  finders.set(people, made);
  return made;
}

const wholeWords = (text: string) =>
  new RegExp(`(^|[^\\p{L}\\p{N}])${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}($|[^\\p{L}\\p{N}])`, 'iu');

/** Whose entry it is: whom its title names, else who attends, else who organises it. */
export function whoIsIn(
  event: ICAL.Component,
  title: string,
  people: readonly Named[],
): PersonId[] | { reason: string } {
  const { find, names } = finderOf(people);
  const inTitle = [
    ...names.filter(({ text, pattern }) => title.toLowerCase().includes(text.toLowerCase()) && pattern.test(title)),
  ].map(({ text }) => text);
  const texts = [
    [...inTitle, ...(title.match(/[^\s<>()"',;]+@[^\s<>()"',;]+/g) ?? [])],
    addressesOf(event, 'attendee'),
    addressesOf(event, 'organizer'),
  ];
  for (const some of texts) {
    const found = some.map(find);
    if (found.includes('ambiguous'))
      return { reason: `Several people are called ${some[found.indexOf('ambiguous')]}: name them by email address.` };
    const ids = found.filter((one): one is PersonId => typeof one === 'number');
    if (ids.length > 0) return [...new Set(ids)];
  }
  const said = [title, ...texts[1]!].filter(Boolean).join(', ').slice(0, 80);
  return {
    reason: said
      ? `“${said}” names nobody on the list of people: write a full name or an email address into the title.`
      : 'Nothing says whose entry it is: write a full name or an email address into the title.',
  };
}

const addressesOf = (event: ICAL.Component, name: string): string[] =>
  event
    .getAllProperties(name)
    .map((one) => String(one.jCal[3]))
    .map((value) => value.replace(/^mailto:/i, '').trim())
    .filter((value) => value.includes('@'));
