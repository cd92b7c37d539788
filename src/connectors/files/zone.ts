import { Refusal } from '../../base/errors.ts';
import type { Instant } from '../../base/time.ts';

const HOUR_MS = 3_600_000;

/** Wall clocks of one time zone. Offsets are kept by the hour, since asking for one takes microseconds. */
export type Zone = {
  name: string;
  /** Minutes east of UTC at an instant. */
  offsetMinutes(instant: Instant): number;
  /** The instant of a wall clock, given as if it were UTC. In the hour that a clock shows twice: the earlier one. */
  instantOf(wallClockMs: number): Instant;
};

/** Opens a time zone by its IANA name, such as `Europe/Berlin`. */
export function openZone(name: string): Zone {
  if (name === 'UTC') return { name, offsetMinutes: () => 0, instantOf: (wallClockMs) => wallClockMs as Instant };
  const format = openFormat(name);
  const known = new Map<number, number>();
  const offsetMinutes = (instant: Instant): number => {
    // By the quarter hour: no zone has ever changed its clocks in between.
    const quarter = Math.floor(instant / (HOUR_MS / 4));
    let offset = known.get(quarter);
    if (offset === undefined) {
      offset = readOffset(format, quarter * (HOUR_MS / 4));
      known.set(quarter, offset);
    }
    return offset;
  };
  const instantOf = (wallClockMs: number): Instant => {
    const guess = (wallClockMs - offsetMinutes((wallClockMs - 24 * HOUR_MS) as Instant) * 60_000) as Instant;
    const offset = offsetMinutes(guess);
    const instant = (wallClockMs - offset * 60_000) as Instant;
    // In the hour that is skipped no offset fits: the clock before the change is used.
    return offsetMinutes(instant) === offset ? instant : guess;
  };
  return { name, offsetMinutes, instantOf };
}

function openFormat(name: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  } catch (cause) {
    throw new Refusal(
      'bad-input',
      `"${name}" is no time zone: give one such as Europe/Berlin or America/Chicago.`,
      { field: 'timeZone' },
      cause,
    );
  }
}

function readOffset(format: Intl.DateTimeFormat, instant: number): number {
  const text = format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(text) ?? [];
  if (!sign) return 0;
  const offset = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -offset : offset;
}
