import type { Day } from '../base/time.ts';
import { type ConditionFacts, type ConditionWeek, type OfClient, RECENT_WEEKS } from '../records/conditions/types.ts';
import type { Person, PersonId, TeamId } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import { type Amount, amountOf, type ConditionFact, drawn, type Watch, watch, watchedWeeks } from './conditions.ts';
import { longWithout, sayWhile } from './conditions-steps.ts';
import type { Chart } from './structure.ts';
import { capitalise, countOf, sayMonth as sayMonthAndYear } from './words.ts';

/** What in a team's work makes conditions what they are; never about one person. */
export type CauseKey = 'on-call' | 'evenings' | 'load' | 'switches' | 'client' | 'steps';
export type Cause = {
  key: CauseKey;
  text: string;
  /** It moved against the thirteen weeks before, or it falls on few: worth a look. */
  stands: boolean;
};

/** What isn't said, and why. */
export type NotShown = { what: string; why: string };

export type TeamCauses = { teamId: TeamId; people: number; causes: Cause[]; notShown: NotShown[] };

type Team = { members: readonly Person[]; facts: ConditionFacts; playbook: Playbook };
type Said = Cause | NotShown | null;

/**
 * The causes in a team, over whoever does product work in it and doesn't lead it. How work is handed out (on-call) is known
 * to everyone and said of any number. Everything else is a sum over at least the playbook's smallest group, from at least
 * three of them, of which nobody makes up more than half, and rounded to fives: no answer here tells one person's number.
 */
export function teamCauses(teamId: TeamId, chart: Chart, facts: ConditionFacts, playbook: Playbook): TeamCauses {
  const leads = new Set(chart.structure.seats.filter((seat) => seat.teamId === teamId).map(({ holderId }) => holderId));
  const members = (chart.members.get(teamId) ?? []).filter((one) => one.work === 'product' && !leads.has(one.personId));
  const team = { members, facts, playbook };
  const said: Said[] = [
    onCall(team),
    ...(['evenings', 'load', 'switches'] as const).map((fact) => trend(fact, team)),
    client(team),
    steps(team),
  ];
  return {
    teamId,
    people: members.length,
    causes: said.filter((one): one is Cause => one !== null && 'key' in one),
    notShown: said.filter((one): one is NotShown => one !== null && 'what' in one),
  };
}

const tooFew = (what: string, { playbook }: Team): NotShown => ({
  what,
  why: `Said of at least ${playbook['conditions.group']} people besides the lead, so that nobody’s own number can be told.`,
});
const ofOne = (what: string): NotShown => ({
  what,
  why: 'It would be about one or two people more than about the team.',
});

const ofMembers = (of: readonly ConditionWeek[], { members }: Team): Map<PersonId, ConditionWeek[]> => {
  const ids = new Set(members.map(({ personId }) => personId));
  return Map.groupBy(
    of.filter(({ personId }) => ids.has(personId)),
    ({ personId }) => personId,
  );
};

function onCall(team: Team): Said {
  const all = team.members.length;
  const carrying = [...ofMembers(team.facts.weeks, team)].filter(([, own]) => own.some((one) => one.onCallMinutes > 0));
  const few = carrying.length;
  if (all === 0) return null;
  if (few === 0) return { what: 'On-call', why: 'No on-call times are known of this team.' };
  const share = few / all;
  return {
    key: 'on-call',
    text:
      few === all
        ? `On-call is shared by all ${countOf(all, 'person', 'people')}.`
        : `On-call falls on ${word(few)} of ${countOf(all, 'person', 'people')}.`,
    stands: all > 1 && share <= team.playbook['conditions.few'],
  };
}

/** "two", "12". */
const word = (count: number) => countOf(count, '', '').trim();

const TREND_WORDS: Record<'evenings' | 'load' | 'switches', { what: string; unit: string }> = {
  evenings: { what: 'After-hours work', unit: 'of 100 changes' },
  load: { what: 'Tickets for each person', unit: 'a week' },
  switches: { what: 'Switching between tickets', unit: 'of 100 changes' },
};

/** A fact summed up over the team, against the thirteen weeks before. */
function trend(fact: 'evenings' | 'load' | 'switches', team: Team): Said {
  const { facts, playbook } = team;
  const { what } = TREND_WORDS[fact];
  if (facts.lastWeek === null) return { what, why: 'No week of tickets is known yet.' };
  const least = playbook['conditions.group'];
  const days = watchedWeeks(facts.lastWeek);
  const people = [...ofMembers(facts.weeks, team)].filter(
    ([, own]) => own.filter((week) => amountOf(fact, week) !== null).length >= playbook['conditions.weeks-need'],
  );
  if (people.length < least) return tooFew(what, team);
  const amounts = people.map(([, own]) => own.map((week) => ({ week: week.week, amount: amountOf(fact, week) })));
  const lately = days.at(-RECENT_WEEKS)!;
  for (const since of [days[0]!, lately]) {
    const own = amounts.map((weeks) =>
      sumOf(weeks.flatMap(({ week, amount }) => (week < since ? [] : (amount ?? [])))),
    );
    // Before the rule about one person: with next to none it would be about whoever had one.
    if (since !== lately && fact !== 'load' && fives(fact, drawn(sumOf(own))) === 0)
      return { key: fact, text: `${what}: hardly any.`, stands: false };
    if (
      !isSpread(
        own.map(({ value }) => value),
        playbook,
      )
    )
      return ofOne(what);
  }
  const watched = watch(
    days.map((week) => {
      const known = amounts.flatMap((own) => own.find((one) => one.week === week)?.amount ?? []);
      const sum = sumOf(known);
      // Of a count the mean, so that a week with more people at work isn't one with more work for each.
      const amount = fact === 'load' ? { value: sum.value / known.length, of: null } : sum;
      return { week, amount: known.length >= least ? amount : null };
    }),
    playbook,
  );
  return trendSentence(fact, watched, team);
}

function trendSentence(fact: keyof typeof TREND_WORDS, watched: Watch, team: Team): Said {
  const { what, unit } = TREND_WORDS[fact];
  if (watched.status !== 'known')
    return { what, why: `Not enough weeks of so many people yet: ${watched.have} of ${watched.need}.` };
  const { change, usual } = watched;
  const lately = sumOf(watched.weeks.slice(-RECENT_WEEKS).flatMap(({ amount }) => amount ?? []));
  const weeks = watched.weeks.slice(-RECENT_WEEKS).filter(({ amount }) => amount !== null).length;
  const now = fives(fact, lately.of === null ? lately.value / weeks : drawn(lately));
  const before = fives(fact, drawn(usual));
  if (change === null || now === before)
    return { key: fact, text: `${what} is as usual: about ${before} ${unit}.`, stands: false };
  const most = fact === 'evenings' && change.direction === 'up' ? mostly(team) : '';
  return {
    key: fact,
    text: `${what} ${change.direction === 'up' ? 'has risen' : 'has gone down'} since ${sayMonth(change.since)}: about ${now} ${unit}, usually about ${before}${most}.`,
    stands: change.direction === 'up',
  };
}

const fives = (fact: ConditionFact, value: number) => 5 * Math.round((fact === 'load' ? value : 100 * value) / 5);
const sayMonth = (day: Day) => sayMonthAndYear(day).split(' ')[0]!;

/** Amounts of one kind together; none: nothing of nothing. */
const sumOf = (amounts: readonly Amount[]): Amount => ({
  value: amounts.reduce((sum, { value }) => sum + value, 0),
  of: amounts.some(({ of }) => of === null) ? null : amounts.reduce((sum, { of }) => sum + (of ?? 0), 0),
});

/** Enough people behind a sum, and none of them most of it. */
function isSpread(parts: readonly number[], playbook: Playbook): boolean {
  const all = parts.reduce((sum, part) => sum + part, 0);
  const those = parts.filter((part) => part > 0).length;
  return those >= playbook['conditions.affected'] && Math.max(...parts) <= playbook['conditions.one-most'] * all;
}

/** The client with most of a count, where that may be said. */
function topClient(rows: readonly OfClient[], { members, facts, playbook }: Team) {
  const ids = new Set(members.map(({ personId }) => personId));
  const own = rows.filter(({ personId }) => ids.has(personId));
  const all = own.reduce((sum, { count }) => sum + count, 0);
  const clients = [...Map.groupBy(own, ({ clientId }) => clientId)].map(([clientId, of]) => {
    const parts = of.map(({ count }) => count);
    return { clientId, parts, count: parts.reduce((sum, part) => sum + part, 0) };
  });
  const top = clients.sort((one, other) => other.count - one.count || one.clientId - other.clientId)[0];
  if (top === undefined) return undefined;
  const mayBeSaid = members.length >= playbook['conditions.group'] && isSpread(top.parts, playbook);
  return { name: facts.clients.get(top.clientId) ?? 'one client', share: top.count / all, count: top.count, mayBeSaid };
}

function mostly(team: Team): string {
  const top = topClient(team.facts.afterHours, team);
  return top?.mayBeSaid && top.share > 0.5 ? `, most of it for ${top.name}` : '';
}

function client(team: Team): Said {
  const what = 'Dissatisfied clients';
  if (team.members.length < team.playbook['conditions.group']) return tooFew(what, team);
  const top = topClient(team.facts.answers, team);
  if (top === undefined || top.count === 0)
    return { what, why: 'No answers of dissatisfied clients are known of the last 13 weeks.' };
  if (!top.mayBeSaid) return ofOne(what);
  const share = 5 * Math.round((100 * top.share) / 5);
  return {
    key: 'client',
    text: `About ${share} of 100 answers of dissatisfied clients in the last 13 weeks came from ${top.name}.`,
    stands: share >= 50,
  };
}

function steps(team: Team): Said {
  const { members, facts, playbook } = team;
  const what = 'Growth steps';
  if (members.length < playbook['conditions.group']) return tooFew(what, team);
  if (facts.stepsSince === null) return { what, why: 'None is noted yet: they are noted under My weeks.' };
  const days = playbook['today.without-step'];
  const { length } = longWithout(members, facts, days);
  const all = countOf(members.length, 'person', 'people');
  // "All of them" would say it of each.
  const who = length === 0 ? 'Nobody' : length >= members.length - 1 ? 'Most' : capitalise(word(length));
  const has = length > 1 || who === 'Most' ? 'have' : 'has';
  return {
    key: 'steps',
    text: `${who} of ${all} ${has} been without a growth step for ${sayWhile(days)}.`,
    stands: length > 0,
  };
}
