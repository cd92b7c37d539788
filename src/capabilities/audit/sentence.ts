import { ROLE_NAMES, type Role } from '../../base/roles.ts';
import { PHRASES } from './phrases.ts';

/** Names to put in place of numbers, as they are today. */
export type Names = { people: ReadonlyMap<number, string>; actors: ReadonlyMap<string, string> };

/** A line as it is stored. */
export type StoredLine = {
  actor: string;
  standing: string;
  action: string;
  people: readonly number[];
  details: Record<string, string | number>;
};

const MOST_NAMED = 3;

/** What an action is called where no people are named, for choosing among actions. */
export function titleOf(action: string): string {
  const phrase = fillIn(phraseOf(action), []);
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

/** Who did it: "Dana Brooks (owner)"; whoever acts for another is named too. */
export function whoDid({ actor, standing, details }: StoredLine, { actors }: Names): string {
  const name = nameOfActor(actor, actors);
  const acting = typeof details.actingBy === 'string' ? `, acted for by ${nameOfActor(details.actingBy, actors)}` : '';
  const role = standing in ROLE_NAMES ? ` (${ROLE_NAMES[standing as Role].toLowerCase()})` : '';
  return `${name}${role}${acting}`;
}

function nameOfActor(actor: string, actors: ReadonlyMap<string, string>): string {
  if (actor === 'owner') return 'Whoever holds the server';
  if (actor.startsWith('account:')) return actors.get(actor) ?? 'Somebody whose account is gone';
  if (actor.startsWith('program:')) return `A program, by its key ${actor.slice('program:'.length)}`;
  return `Evenkeel (${actor})`;
}

/** What was done: "looked at Marcus Hill's numbers". */
export function whatWasDone({ action, people, details }: StoredLine, { people: names }: Names): string {
  return fillIn(
    phraseOf(action),
    people.map((id) => names.get(id) ?? 'somebody who was erased'),
  ).concat(detailText(details));
}

function fillIn(phrase: string, names: readonly string[]): string {
  const known = names.length > 0;
  const parts: Record<string, string> = {
    whose: known ? owners(names) : "somebody's",
    who: known ? listOf(names) : 'somebody',
    naming: known ? ` (${listOf(names)})` : '',
    about: known ? ` about ${listOf(names)}` : '',
  };
  // In one go: a name may look like a place for one.
  return phrase.replace(/\{([a-z]+)\}/g, (_, part: string) => parts[part] ?? '');
}

/** Of an operation that has no words yet its own name still says something. */
const phraseOf = (action: string) =>
  Object.hasOwn(PHRASES, action)
    ? PHRASES[action]!
    : `did "${action
        .replace(/([A-Z])/g, ' $1')
        .replaceAll('-', ' ')
        .toLowerCase()}"{naming}`;

const owning = (name: string) => (name.endsWith('s') ? `${name}'` : `${name}'s`);

const owners = (names: readonly string[]) =>
  names.length <= MOST_NAMED ? listOf(names.map(owning)) : owning(listOf(names));

function listOf(names: readonly string[]): string {
  if (names.length === 1) return names[0]!;
  const few = names.length <= MOST_NAMED;
  const shown = names.slice(0, few ? -1 : MOST_NAMED - 1).join(', ');
  return `${shown} and ${few ? names.at(-1) : `${names.length - MOST_NAMED + 1} others`}`;
}

/** Only what we know how to say; numbers of seats and the like stay in the export. */
function detailText({ saved, removed, lines, whole }: Record<string, string | number>): string {
  if (saved !== undefined) return `: ${saved}`;
  if (removed !== undefined) return `: ${removed}`;
  if (whole !== undefined) return whole === 'yes' ? `: whole, ${lines} lines` : ': NOT whole';
  return '';
}
