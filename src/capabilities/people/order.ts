import type { Aspiration } from '../../records/people/types.ts';

/** What a list of people is ordered and filtered by. Strength is not among it, on purpose: a list is no ranking. */
type Listed = { name: string; teamName: string | null };

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** By team, then name; people without a team last. The same order every time, in every list. */
export function byTeamThenName(one: Listed, other: Listed): number {
  if (one.teamName !== other.teamName) {
    if (one.teamName === null) return 1;
    if (other.teamName === null) return -1;
    const teams = collator.compare(one.teamName, other.teamName);
    if (teams !== 0) return teams;
  }
  return collator.compare(one.name, other.name);
}

/** People in the order of `byTeamThenName`, cut where the team changes. */
export function groupByTeam<T extends Listed>(people: readonly T[]): { team: string | null; people: T[] }[] {
  const groups: { team: string | null; people: T[] }[] = [];
  for (const person of [...people].sort(byTeamThenName)) {
    const last = groups.at(-1);
    if (last && last.team === person.teamName) last.people.push(person);
    else groups.push({ team: person.teamName, people: [person] });
  }
  return groups;
}

/** Ways to order the list. None goes by strength; `evidence` puts those first whom we know least about. */
export const ORDERS = {
  team: 'team, then name',
  name: 'name',
  wants: 'what they want',
  evidence: 'least known first',
} as const;
export type Order = keyof typeof ORDERS;

type Ordered = Listed & {
  /** Null: not for the reader. */
  aspiration: Aspiration | null;
  technical: { evidence: number } | null;
  people: { evidence: number } | null;
};

const WISHES: readonly Aspiration[] = ['wants-to-lead', 'technical-path', 'not-now', 'not-asked'];

/** People in the order asked for; whoever is equal in it comes by team, then name. */
export function orderPeople<T extends Ordered>(people: readonly T[], order: Order): T[] {
  const by: Record<Order, (one: T, other: T) => number> = {
    team: byTeamThenName,
    name: (one, other) => collator.compare(one.name, other.name),
    wants: (one, other) => wishRank(one) - wishRank(other),
    evidence: (one, other) => evidenceOf(one) - evidenceOf(other),
  };
  return [...people].sort((one, other) => by[order](one, other) || byTeamThenName(one, other));
}

/** Whose wish or numbers the reader doesn't see comes last. */
const wishRank = ({ aspiration }: Ordered) => (aspiration === null ? WISHES.length : WISHES.indexOf(aspiration));
const evidenceOf = ({ technical, people }: Ordered) =>
  technical && people ? Math.min(technical.evidence, people.evidence) : 2;

/** What the reader asked to see; an empty field asks for everybody. */
export type PeopleFilter = { text: string; team: string; wants: Aspiration | '' };

type Filtered = Listed & { title: string | null; aspiration: Aspiration | null; seats: { title: string }[] };

/** Whether a person is among what was asked for. The text is looked for in name, job title, team and seats. */
export function isAskedFor(person: Filtered, filter: PeopleFilter): boolean {
  if (filter.team !== '' && person.teamName !== filter.team) return false;
  if (filter.wants !== '' && person.aspiration !== filter.wants) return false;
  const words = filter.text.trim().toLocaleLowerCase().split(/\s+/);
  const text = [person.name, person.title, person.teamName, ...person.seats.map((seat) => seat.title)]
    .filter((part) => part !== null)
    .join(' ')
    .toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}
