import { instantAt, weekdayOf } from '../../base/calendar.ts';
import { addDays, type Day, type Instant } from '../../base/time.ts';
import type { OutgoingState, SendingWay } from '../../records/delivery/types.ts';
import type { Firm } from '../../records/people/types.ts';
import { STORY_DAY } from './cast.ts';

type SampleName = NonNullable<Firm['sample']>;

/** When and where a lead of a sample has their cards sent, and how the last week of it went: the newest day last. */
export type InventedMorning = {
  name: string;
  way: SendingWay;
  /** Of a webhook: a server that the story names; nothing is ever sent to it. */
  host: string | null;
  /** Minutes after midnight. */
  at: number;
  days: {
    day: Day;
    at: Instant;
    state: Extract<OutgoingState, 'sent' | 'nothing' | 'failed' | 'unsure'>;
    why: string | null;
  }[];
};

export const MORNING_ZONE = 'Europe/London';

type Row = readonly [name: string, way: SendingWay, at: number, host: string | null, ended?: Ended];
/** How it went on the last days: s sent, n nothing to say, f failed, u unsure. */
type Ended = { days: string; why?: string };

const FINE: Ended = { days: 'sssss' };
const GONE = 'hooks.slack.com answered 404: this address is gone. Make a new one there.';
const SLOW = 'contoso.logic.azure.com answered 504: what stands behind it may have taken the message all the same.';

const ROWS: Record<SampleName, readonly Row[]> = {
  cove: [['Grace Adeyemi', 'mail', 435, null, { days: 'snsss' }]],
  harbor: [
    ['Marcus Bell', 'mail', 465, null],
    ['Dana Ruiz', 'teams', 480, 'harbor.logic.azure.com', { days: 'sssns' }],
    ['Tom Okafor', 'slack', 450, 'hooks.slack.com', { days: 'sssff', why: GONE }],
  ],
  northline: [
    ['Fatima Haddad', 'mail', 450, null],
    ['Viktor Petrov', 'mail', 420, null, { days: 'nnsns' }],
    ['Kwame Mensah', 'teams', 480, 'contoso.logic.azure.com', { days: 'ssssu', why: SLOW }],
  ],
};

const STATES = { s: 'sent', n: 'nothing', f: 'failed', u: 'unsure' } as const;

/** The mornings of a sample's leads up to the day on which its story stands still. */
export function morningsOf(sample: SampleName): InventedMorning[] {
  return ROWS[sample].map(([name, way, at, host, { days, why } = FINE]) => {
    const ended = weekdaysUpTo(STORY_DAY, days.length).map((day, i) => {
      const state = STATES[days[i] as keyof typeof STATES];
      const isWhy = state === 'failed' || state === 'unsure';
      return { day, at: instantAt(day, at, MORNING_ZONE), state, why: isWhy ? (why ?? null) : null };
    });
    return { name, way, host, at, days: ended };
  });
}

function weekdaysUpTo(last: Day, count: number): Day[] {
  const days: Day[] = [];
  for (let day = last; days.length < count; day = addDays(day, -1)) if (weekdayOf(day) <= 5) days.unshift(day);
  return days;
}
