import type { Day } from '../base/time.ts';
import { RECENT_WEEKS } from '../records/conditions/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import {
  type Amount,
  amountOf,
  type ConditionFact,
  drawn,
  type Watch,
  type WatchedWeek,
  watch,
  watchedWeeks,
} from './conditions.ts';
import { mostly } from './conditions-client.ts';
import { isSpread, ofMembers, ofOne, type Said, type Team, tooFew } from './conditions-group.ts';
import { sayMonth as sayMonthAndYear } from './words.ts';

const TREND_WORDS: Record<'evenings' | 'load' | 'switches', { what: string; unit: string }> = {
  evenings: { what: 'After-hours work', unit: 'of 100 changes' },
  load: { what: 'The load of each person', unit: 'tickets a week' },
  switches: { what: 'Switching between tickets', unit: 'of 100 changes' },
};

/** A fact summed up over the team, against the thirteen weeks before. */
export function trend(fact: 'evenings' | 'load' | 'switches', team: Team): Said {
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
  return trendSentence(fact, watched, isShared(watched, amounts, playbook), team);
}

/** Whether several moved the same way as the sum, none of them making up most of it: one person's change isn't the team's. */
function isShared(watched: Watch, people: readonly WatchedWeek[][], playbook: Playbook): boolean {
  if (watched.status !== 'known' || watched.change === null) return false;
  const lately = watched.weeks.at(-RECENT_WEEKS)!.week;
  const up = watched.change.direction === 'up' ? 1 : -1;
  const mean = (weeks: readonly WatchedWeek[]) => {
    const known = weeks.flatMap(({ amount }) => amount ?? []);
    return known.length === 0 ? null : known.reduce((sum, one) => sum + drawn(one), 0) / known.length;
  };
  const moved = people.map((weeks) => {
    const now = mean(weeks.filter(({ week }) => week >= lately));
    const before = mean(weeks.filter(({ week }) => week < lately));
    return now === null || before === null ? 0 : Math.max(0, up * (now - before));
  });
  return isSpread(moved, playbook);
}

function trendSentence(fact: keyof typeof TREND_WORDS, watched: Watch, shared: boolean, team: Team): Said {
  const { what, unit } = TREND_WORDS[fact];
  if (watched.status !== 'known')
    return { what, why: `Not enough weeks of so many people yet: ${watched.have} of ${watched.need}.` };
  const { change, usual } = watched;
  const lately = sumOf(watched.weeks.slice(-RECENT_WEEKS).flatMap(({ amount }) => amount ?? []));
  const weeks = watched.weeks.slice(-RECENT_WEEKS).filter(({ amount }) => amount !== null).length;
  const now = fives(fact, lately.of === null ? lately.value / weeks : drawn(lately));
  const before = fives(fact, drawn(usual));
  // In the same words whether nobody's moved or one person's alone did.
  if (change === null || !shared || now === before)
    return { key: fact, text: `${what} is as usual for most: about ${before} ${unit}.`, stands: false };
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
