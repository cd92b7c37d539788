import { sayHoursOf } from '../../model/cover-words.ts';
import type { CoverSpan, ShownCover, SomePeople } from '../../model/sight-cover.ts';
import { capitalise, countOf, joinNames } from '../../model/words.ts';

/** "Tom Tech and 2 others"; people who aren't named to the reader are only counted. */
export function sayPeople({ names, others }: SomePeople): string {
  if (names.length === 0) return others === 1 ? 'somebody' : `${others} people`;
  const more = others > 0 ? [countOf(others, 'other', 'others')] : [];
  return joinNames([...names, ...more], 'and');
}

export const countPeople = ({ names, others }: SomePeople): number => names.length + others;

/** The sentence above the page: the teams in which somebody is missing, the most hours first. */
export function sayTeams(teams: readonly ShownCover[]): string {
  const known = teams.flatMap(({ name, finding }) => (finding.status === 'known' ? [{ name, ...finding }] : []));
  const missing = known
    .filter(({ uncovered }) => uncovered > 0)
    .sort((one, other) => other.uncovered - one.uncovered)
    .map(({ name, uncovered }) => `in ${name} ${sayHoursOf(uncovered)}`);
  const open = teams.length - known.length;
  const rest = open > 0 ? ` For ${countOf(open, 'team', 'teams')} it isn't known yet.` : '';
  if (known.length === 0) return "It isn't known yet for any team when nobody can jump in.";
  if (missing.length === 0) return `Somebody can always jump in${open > 0 ? ' where it is known' : ''}.${rest}`;
  const shown =
    missing.length > 3 ? [...missing.slice(0, 2), countOf(missing.length - 2, 'more team', 'more teams')] : missing;
  return `In this week nobody can jump in: ${joinNames(shown, 'and')}.${rest}`;
}

/** What is found about one team. */
export function sayTeam(cover: ShownCover): string {
  const { finding, peopleLeader } = cover;
  if (finding.status === 'not-enough-evidence') return sayMissing(finding);
  const { uncovered, served, unknown } = finding;
  if (served === 0) return 'This team owes its clients nobody in this week.';
  if (uncovered === 0) return `Somebody can jump in at every hour of the ${sayHoursOf(served)}.`;
  const most = countPeople(unknown) > 0 ? 'at most ' : '';
  const hours =
    uncovered === served ? `all ${sayHoursOf(served)}` : `${most}${sayHoursOf(uncovered)} of ${sayHoursOf(served)}`;
  if (peopleLeader !== null)
    return `${peopleLeader} leads people more than the work, and is without a technical second for ${hours}.${sayOpen(cover)}`;
  return uncovered === served
    ? `Nobody can jump in at any of the ${sayHoursOf(served)}.${sayOpen(cover)}`
    : `Nobody can jump in for ${hours}.`;
}

type Missing = Extract<ShownCover['finding'], { status: 'not-enough-evidence' }>;

function sayMissing({ have, need, missing }: Missing): string {
  if (missing === 'technical')
    return `Not enough evidence yet: of ${have} of ${need} people it can be told whether they could jump in.`;
  const whose = need === 1 ? 'the one person' : `the ${need} people`;
  return `Not enough evidence yet: the hours of ${have} of ${whose} who could jump in are known.`;
}

/** Where nobody is able: of how many that can't be told yet. */
function sayOpen({ able, people, technicalKnown }: ShownCover): string {
  const open = people - technicalKnown;
  if (countPeople(able) > 0 || open === 0) return '';
  return ` Of ${countOf(open, 'person', 'people')} it can't be told yet.`;
}

/** What the finding rests on, and what it can't tell; a sentence each. */
export function sayGrounds(cover: ShownCover): string[] {
  const { able, people, technicalKnown, areas, notInAreas, withoutAreas, finding } = cover;
  const count = countPeople(able);
  const open = people - technicalKnown;
  const known = finding.status === 'known' ? finding : null;
  return [
    `Able: ${count === 0 ? 'nobody' : sayPeople(able)}, of ${countOf(people, 'person', 'people')} with the lead. Counted is who probably reaches the technical bar of this team's lead.`,
    areas
      ? `Counted too is whether they know the areas that most of its ${areas.tickets.toLocaleString('en')} tickets come from: ${joinNames(areas.main, 'and')}.`
      : 'The technical side alone counts: too few of its tickets say which area they are from.',
    notInAreas > 0
      ? `${capitalise(countOf(notInAreas, 'person reaches', 'people reach'))} the bar and ${notInAreas === 1 ? 'has' : 'have'} not shown yet to know enough of these areas.`
      : null,
    areas && withoutAreas > 0
      ? `Of ${countOf(withoutAreas, 'able person', 'able people')} the tickets are too few to tell about areas: the technical side alone counts.`
      : null,
    open > 0 && count > 0 ? `Of ${countOf(open, 'person', 'people')} it can't be told yet whether they could.` : null,
    known && countPeople(known.unknown) > 0 ? `It isn't known when ${sayPeople(known.unknown)} would be there.` : null,
    known && countPeople(known.awayWithoutEnd) > 0
      ? `Away, and no end is known: ${sayPeople(known.awayWithoutEnd)}.`
      : null,
    cover.zoneAssumed ? 'Nobody has said by whose clocks this team goes: the hours are in UTC.' : null,
  ].filter((sentence) => sentence !== null);
}

/** Who could jump in within a span: "Nobody", "Tom Tech", "2 people (on call)". */
export function sayWho({ present, reachable, who }: CoverSpan): string {
  if (present + reachable === 0) return 'Nobody';
  return present === 0 ? `${sayPeople(who)} (on call)` : sayPeople(who);
}
