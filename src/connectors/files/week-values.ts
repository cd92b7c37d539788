import { DAY_MINUTES } from '../../base/calendar.ts';

const NAME = /^(mon|tues?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(day)?$/;
const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Minutes after midnight of `8`, `08:30`, `8.30` or `8:30 pm`, at most 24:00; undefined when it is no time of day. */
export function readClock(text: string): number | undefined {
  const parts = /^(\d{1,2})(?:[:.](\d{2}))?(?::00)?\s*([ap])?\.?(?:m\.?)?$/i.exec(text.trim());
  if (!parts) return undefined;
  const minute = Number(parts[2] ?? 0);
  let hour = Number(parts[1]);
  if (parts[3] !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (parts[3].toLowerCase() === 'p' ? 12 : 0);
  }
  const minutes = hour * 60 + minute;
  return minute < 60 && minutes <= DAY_MINUTES ? minutes : undefined;
}

/** Days of the week, 1 for Monday to 7, of `Mon`, `Tuesday`, `Mon-Fri`, `Sat, Sun` or `1-5`; undefined when one is none. */
export function readWeekdays(text: string): number[] | undefined {
  const days = new Set<number>();
  for (const part of text.split(/[,;/+&]|\band\b/i)) {
    const ends = part.split(/[-–]|\bto\b/i).map(readWeekday);
    const [from, to = from] = ends;
    if (from === undefined || to === undefined || ends.length > 2 || ends.includes(undefined)) return undefined;
    // Sat-Mon runs over the end of the week.
    for (let day = from; ; day = (day % 7) + 1) {
      days.add(day);
      if (day === to) break;
    }
  }
  return [...days].sort((one, other) => one - other);
}

function readWeekday(text: string): number | undefined {
  const plain = text.trim().toLowerCase().replace(/\.$/, '');
  if (/^[1-7]$/.test(plain)) return Number(plain);
  const place = NAME.test(plain) ? NAMES.indexOf(plain.slice(0, 3)) : -1;
  return place < 0 ? undefined : place + 1;
}
