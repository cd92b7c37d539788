import { addDays, addMonths, type Day } from '../../base/time.ts';
import type { CameOf, Measure, TeamTarget } from '../../records/teams/types.ts';
import { capitalise, countOf, joinNames, sayDay, sayMonth } from '../words.ts';
import type { Moved, Stands, TeamDirection, Track } from './types.ts';

/** What a target is about. */
export const MEASURE_WORDS: Record<Measure, string> = {
  'service-level': 'Done in time',
  satisfaction: 'Satisfied clients',
  backlog: 'Open tickets',
};

/** How a team stands to a target, or to all. */
export const TRACK_WORDS: Record<Track, string> = {
  on: 'on track',
  off: 'not there yet',
  close: 'too close to tell',
};

/** What came of a quarter's aim. */
export const CAME_OF_WORDS: Record<CameOf, string> = {
  reached: 'reached',
  partly: 'partly reached',
  'not-reached': 'not reached',
};

type Wanted = Pick<TeamTarget, 'measure' | 'value' | 'withinHours'>;

const hundred = (share: number): number => Math.round(100 * share);
const amount = (measure: Measure, value: number): string =>
  measure === 'backlog' ? `${Math.round(value)}` : `${hundred(value)}`;

/** "At least 80 of 100 tickets done within 8 working hours." */
export function sayWanted({ measure, value, withinHours }: Wanted): string {
  if (measure === 'service-level')
    return `At least ${hundred(value)} of 100 tickets done within ${countOf(withinHours!, 'working hour', 'working hours')}`;
  if (measure === 'satisfaction') return `At least ${hundred(value)} of 100 answers of clients satisfied`;
  return `At most ${Math.round(value)} open tickets`;
}

/** How it stands, in a sentence with what it rests on. */
export function sayStands({ measure }: Wanted, stands: Stands): string {
  if (stands.status === 'not-enough-evidence') {
    const what = measure === 'satisfaction' ? 'answers' : 'tickets';
    return `Not enough evidence yet: ${stands.have} of ${stands.need} ${what}.`;
  }
  const { value, n, range } = stands;
  if (measure === 'backlog') return sayBacklog(stands);
  const share = `${hundred(value)} of 100`;
  const what = measure === 'satisfaction' ? countOf(n ?? 0, 'answer', 'answers') : countOf(n ?? 0, 'ticket', 'tickets');
  if (range === null) return `${share} in ${monthOf(stands)}, as typed; of how many isn’t said, so it may be chance.`;
  const rest = `${hundred(range.low)} to ${hundred(range.high)}; ${what}`;
  return `${share} ${when(stands)} (${rest}).`;
}

type Known = Extract<Stands, { status: 'known' }>;

const monthOf = (stands: Known) => (stands.from === 'typed' ? sayMonth(stands.month) : '');
const when = (stands: Known): string =>
  stands.from === 'typed' ? `in ${monthOf(stands)}, as typed` : `in the weeks up to ${sayDay(stands.until)}`;

function sayBacklog(stands: Known): string {
  const open = `${Math.round(stands.value)} open`;
  if (stands.from === 'typed') return `${open} in ${monthOf(stands)}, as typed.`;
  const { low, high } = stands.range!;
  const weeks = countOf(stands.n!, 'week', 'weeks');
  const course = low === high ? `${low}` : `${low} to ${high}`;
  return `${open} on ${sayDay(stands.until)} (${course} at the ends of the last ${weeks}).`;
}

/** What moved it; null: nothing that could be told. */
export function sayMoved({ measure }: Wanted, stands: Stands, areas: ReadonlyMap<number, string>): string | null {
  if (stands.status !== 'known' || stands.from === 'typed') return null;
  const { moved } = stands;
  if (moved.status === 'not-enough-evidence')
    return 'Whether that is better or worse than before can’t be told yet: too little is known of the weeks before.';
  const was = `${amount(measure, moved.before)}${measure === 'backlog' ? '' : ' of 100'}`;
  const then = measure === 'backlog' ? `${countOf(moved.n, 'week', 'weeks')} ago` : 'in the weeks before';
  if (moved.status === 'steady')
    return measure === 'backlog' ? `As many as ${then}.` : `No sure change: it was ${was} ${then}.`;
  return `${sayChange(measure, moved)} from ${was} ${then}${sayRange(moved)}.${sayAreas(moved, areas)}`;
}

type Change = Extract<Moved, { status: 'moved' }>;

const sayChange = (measure: Measure, { change }: Change): string =>
  measure === 'backlog' ? (change > 0 ? 'Up' : 'Down') : change > 0 ? 'Better, up' : 'Worse, down';

function sayRange({ range }: Change): string {
  if (range === null) return '';
  const [least, most] = [Math.abs(range.low), Math.abs(range.high)].sort((a, b) => a - b);
  return ` (by ${Math.max(1, hundred(least!))} to ${hundred(most!)})`;
}

function sayAreas({ areas }: Change, names: ReadonlyMap<number, string>): string {
  const named = areas.flatMap(({ areaId }) => names.get(areaId) ?? []);
  return named.length > 0 ? ` Most of it comes from ${joinNames(named, 'and')}.` : '';
}

/** The last day of the quarter that begins on a day. */
export const quarterEnds = (quarter: Day): Day => addDays(addMonths(quarter, 3), -1);

/** How the teams stand, in a sentence: never one before the other. */
export function sayDirections(
  teams: readonly (Pick<TeamDirection, 'name' | 'track'> & { targets: readonly unknown[] })[],
): string {
  const withTargets = teams.filter(({ targets }) => targets.length > 0);
  if (withTargets.length === 0) return 'No team has a target yet.';
  const named = (track: Track) =>
    joinNames(
      withTargets.filter((one) => one.track === track).map(({ name }) => name),
      'and',
    );
  const parts = [
    { who: named('on'), says: 'on track' },
    { who: named('off'), says: 'not there yet' },
    { who: named('close'), says: 'too close to tell' },
    {
      who: joinNames(
        withTargets.filter(({ track }) => track === null).map(({ name }) => name),
        'and',
      ),
      says: 'not known yet',
    },
  ].filter(({ who }) => who !== '');
  return capitalise(`${parts.map(({ who, says }) => `${says}: ${who}`).join('; ')}.`);
}
