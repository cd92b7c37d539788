import { addDays, type Day } from '../base/time.ts';
import { BASELINE_WEEKS, type ConditionWeek, RECENT_WEEKS } from '../records/conditions/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import { baselineOf, runCusum } from '../science/change/cusum.ts';

/** What of a week is watched. */
export type ConditionFact = 'evenings' | 'load' | 'switches' | 'on-call' | 'dissatisfied';

export const CONDITION_FACTS: readonly ConditionFact[] = ['evenings', 'load', 'on-call', 'dissatisfied', 'switches'];

/** So much, of so many where it is a part of something (changes); hours are numbers too. */
export type Amount = { value: number; of: number | null };

/** One week of a fact; null: nothing is known of it, as on leave. */
export type WatchedWeek = { week: Day; amount: Amount | null };

/** A change that lasts until now: which way, and in which week it began. */
export type LastingChange = { direction: 'up' | 'down'; since: Day };

/** How a fact stands against one's own thirteen weeks before the newest four. */
export type Watch = { weeks: WatchedWeek[] } & (
  | {
      status: 'known';
      /** The newest week that is known. */
      last: WatchedWeek & { amount: Amount };
      /** Means of the thirteen, and between what eight of ten of them lay: a share where it is a part, else the number. */
      usual: Amount & { low: number; high: number };
      change: LastingChange | null;
    }
  | { status: 'not-enough-weeks'; have: number; need: number }
);

/** Half of the shift that shall be found soon, in standard deviations: the usual choice (Montgomery, section 9.1). */
const ALLOWANCE = 0.5;

/** The seventeen Mondays up to one. */
export const watchedWeeks = (lastWeek: Day): Day[] =>
  Array.from({ length: BASELINE_WEEKS + RECENT_WEEKS }, (_, i) =>
    addDays(lastWeek, 7 * (i + 1 - BASELINE_WEEKS - RECENT_WEEKS)),
  );

/** What a week says of a fact; null: nothing. */
export function amountOf(fact: ConditionFact, week: ConditionWeek | undefined): Amount | null {
  if (week === undefined) return null;
  const { tickets, changes, afterHours, switches, dissatisfied, onCallMinutes } = week;
  if (fact === 'on-call') return { value: onCallMinutes / 60, of: null };
  if (fact === 'load') return tickets > 0 ? { value: tickets, of: null } : null;
  if (fact === 'dissatisfied') return dissatisfied === null ? null : { value: dissatisfied / 60, of: null };
  return changes > 0 ? { value: fact === 'evenings' ? afterHours : switches, of: changes } : null;
}

/** A fact of somebody's weeks, in the order of `watchedWeeks`. */
export function weeksOf(fact: ConditionFact, own: readonly ConditionWeek[], lastWeek: Day): WatchedWeek[] {
  const byWeek = new Map(own.map((one) => [one.week, one]));
  return watchedWeeks(lastWeek).map((week) => ({ week, amount: amountOf(fact, byWeek.get(week)) }));
}

/**
 * Compares the newest four of seventeen weeks with the thirteen before them: each week standardised on a scale on which
 * chance alone has a known spread, then summed up (CUSUM). A spread below that of chance is taken as chance, so that weeks
 * which happen to be alike make no alarm of one ticket more. See docs/methods/working-conditions.md.
 */
export function watch(weeks: WatchedWeek[], playbook: Playbook): Watch {
  const before = weeks.slice(0, BASELINE_WEEKS).map(({ amount }) => amount);
  const lately = weeks.slice(BASELINE_WEEKS);
  const scaled = before.map((amount) => amount && scale(amount));
  const known = before.filter((amount) => amount !== null);
  const base = baselineOf(scaled, Math.round(playbook['conditions.weeks-need']));
  const last = lately.findLast((one): one is WatchedWeek & { amount: Amount } => one.amount !== null);
  if ((base.status !== 'known' && base.reason === 'too-few-values') || last === undefined) {
    const need = Math.round(playbook['conditions.weeks-need']);
    return { weeks, status: 'not-enough-weeks', have: Math.min(known.length, need), need };
  }
  const { mean, sd } = base.status === 'known' ? base : { mean: scaled.find((value) => value !== null)!, sd: 0 };
  const z = lately.map(({ amount }) => amount && (scale(amount) - mean) / Math.max(sd, chance(amount)));
  return { weeks, status: 'known', last, usual: usualOf(known), change: changeIn(z, lately, playbook) };
}

function changeIn(z: (number | null)[], lately: readonly WatchedWeek[], playbook: Playbook): LastingChange | null {
  const h = playbook['today.conditions-from'];
  const { sums, alarm } = runCusum(z, { mean: 0, sd: 1 }, { k: ALLOWANCE, h });
  if (alarm === null || sums.at(-1)![alarm.direction] <= h) return null;
  return { direction: alarm.direction, since: lately[alarm.since]!.week };
}

/**
 * Numbers on a scale of even spread: 2√(x + 3/8) of a count, and the double arcsine of a part of so many. Sources: Anscombe
 * 1948, Biometrika 35, 246–254; Freeman & Tukey 1950, Annals of Mathematical Statistics 21, 607–611.
 */
function scale({ value, of }: Amount): number {
  if (of === null) return 2 * Math.sqrt(value + 3 / 8);
  return Math.asin(Math.sqrt(value / (of + 1))) + Math.asin(Math.sqrt((value + 1) / (of + 1)));
}

/** The spread that chance alone has on that scale. */
const chance = ({ of }: Amount): number => (of === null ? 1 : 1 / Math.sqrt(of + 0.5));

/** A part as a share, anything else as it is. */
export const drawn = ({ value, of }: Amount): number => (of === null ? value : of === 0 ? 0 : value / of);

function usualOf(known: readonly Amount[]): Amount & { low: number; high: number } {
  const mean = (of: (amount: Amount) => number) => known.reduce((sum, one) => sum + of(one), 0) / known.length;
  const sorted = known.map(drawn).sort((one, other) => one - other);
  const aside = Math.round(0.1 * (known.length - 1));
  return {
    value: mean(({ value }) => value),
    of: known[0]!.of === null ? null : mean(({ of }) => of ?? 0),
    low: sorted[aside]!,
    high: sorted[known.length - 1 - aside]!,
  };
}
