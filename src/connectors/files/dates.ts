/** Which of day and month comes first where a date is written in numbers only. */
export type DateOrder = 'day-first' | 'month-first';

/** A date as it was read, before it is known which number is the day. */
export type DateParts = {
  year: number;
  /** The month where `open` is false, else the number that came first. */
  first: number;
  /** The day where `open` is false, else the number that came second. */
  second: number;
  /** Whether day and month could be the other way round. */
  open: boolean;
  /** Seconds since midnight. */
  seconds: number;
  /** Minutes east of UTC where the text says so, else null. */
  offset: number | null;
};

const TIME = String.raw`(?:(?:T|,?\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([AaPp])?\.?(?:[Mm]\.?)?)?`;
const ZONE = String.raw`\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?`;
const NUMBERS = new RegExp(String.raw`^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})${TIME}${ZONE}$`);
const DAY_NAMED_MONTH = new RegExp(
  String.raw`^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})[\s/.-]+([A-Za-z]{3,9})[\s/.,-]+(\d{2}|\d{4})${TIME}${ZONE}$`,
);
const NAMED_MONTH_DAY = new RegExp(
  String.raw`^(?:[A-Za-z]{3,9},?\s+)?([A-Za-z]{3,9})[\s.]+(\d{1,2}),?\s+(\d{4})${TIME}${ZONE}$`,
);
/** Days since 1899-12-30, as Excel keeps dates; five digits are the years 1927 to 2173. */
const SERIAL = /^([1-9]\d{4})(\.\d+)?$/;
const EXCEL_DAY_OF_1970 = 25_569;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Reads a date with or without time and zone, as the known exports write them; undefined when it is none. */
export function readDate(text: string): DateParts | undefined {
  const numbers = NUMBERS.exec(text);
  if (numbers) return fromNumbers(numbers);
  const dayMonth = DAY_NAMED_MONTH.exec(text);
  if (dayMonth) return fromNames(dayMonth[3]!, dayMonth[2]!, dayMonth[1]!, dayMonth.slice(4));
  const monthDay = NAMED_MONTH_DAY.exec(text);
  if (monthDay) return fromNames(monthDay[3]!, monthDay[1]!, monthDay[2]!, monthDay.slice(4));
  const serial = SERIAL.exec(text);
  return serial ? fromSerial(Number(text)) : undefined;
}

function fromNumbers(match: RegExpExecArray): DateParts | undefined {
  const [, one, separator, two, three] = match;
  const clock = readClock(match[5], match[6], match[7], match[8], match[9]);
  if (!clock) return undefined;
  if (one!.length === 4) return { year: Number(one), first: Number(two), second: Number(three), open: false, ...clock };
  if (one!.length > 2 || three!.length === 3 || three!.length === 1) return undefined;
  const year = fullYear(three!);
  // With dots the day always comes first.
  if (separator === '.') return { year, first: Number(two), second: Number(one), open: false, ...clock };
  return { year, first: Number(one), second: Number(two), open: true, ...clock };
}

function fromNames(year: string, month: string, day: string, time: (string | undefined)[]): DateParts | undefined {
  const index = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  const clock = readClock(time[0], time[1], time[2], time[3], time[4]);
  if (index < 0 || !clock) return undefined;
  return { year: fullYear(year), first: index + 1, second: Number(day), open: false, ...clock };
}

function fromSerial(value: number): DateParts {
  const seconds = Math.round((value - EXCEL_DAY_OF_1970) * 86_400);
  const days = Math.floor(seconds / 86_400);
  const [year, month, day] = civilOf(days);
  return { year, first: month, second: day, open: false, seconds: seconds - days * 86_400, offset: null };
}

const fullYear = (text: string): number => {
  const year = Number(text);
  return text.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
};

function readClock(hour?: string, minute?: string, second?: string, half?: string, zone?: string) {
  let hours = Number(hour ?? 0);
  if (half) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  const minutes = Number(minute ?? 0);
  const seconds = Number(second ?? 0);
  if (hours > 23 || minutes > 59 || seconds > 60) return undefined;
  return { seconds: hours * 3600 + minutes * 60 + seconds, offset: readOffset(zone) };
}

function readOffset(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  if (/^[A-Z]/.test(zone)) return 0;
  const digits = zone.replace(':', '');
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3));
  return digits.startsWith('-') ? -minutes : minutes;
}

/** What a date says about the order of day and month; null when it fits both. */
export function orderShownBy(parts: DateParts): DateOrder | null {
  if (!parts.open) return null;
  if (parts.first > 12 && parts.second <= 12) return 'day-first';
  if (parts.second > 12 && parts.first <= 12) return 'month-first';
  return null;
}

/** Whether it would be another day with the order turned round. */
export const dependsOnOrder = (parts: DateParts): boolean =>
  parts.open && parts.first !== parts.second && parts.first <= 12 && parts.second <= 12;

/** Days since 1970-01-01 of the date; undefined when there is no such day. */
export function dayNumber(parts: DateParts, order: DateOrder): number | undefined {
  const dayFirst = parts.open && order === 'day-first';
  const month = dayFirst ? parts.second : parts.first;
  const day = dayFirst ? parts.first : parts.second;
  if (month < 1 || month > 12 || day < 1 || day > 31 || parts.year < 1000) return undefined;
  const days = Math.floor(Date.UTC(parts.year, month - 1, day) / 86_400_000);
  // A day that the month doesn't have would come out in the next one.
  return day <= 28 || civilOf(days)[2] === day ? days : undefined;
}

/** Year, month and day of a day number. Source: H. Hinnant, chrono-Compatible Low-Level Date Algorithms, civil_from_days. */
function civilOf(days: number): [number, number, number] {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1];
}
