import { type RawBuilder, sql } from 'kysely';
import { type CustomTypesConfig, types } from 'pg';
import { assert } from '../../base/assert.ts';
import type { Instant } from '../../base/time.ts';

/** PostgreSQL's numbers for its types (pg_type.oid) that we read our own way. */
const INT8 = 20;
const NUMERIC = 1700;
const DATE = 1082;
const TIMESTAMPTZ = 1184;
const TEXT_ARRAY: number = 1009;
const INT8_ARRAY = 1016;
const NUMERIC_ARRAY = 1231;
const DATE_ARRAY = 1182;
const TIMESTAMPTZ_ARRAY = 1185;

type Parse = (text: string) => unknown;

const readTexts: (text: string) => (string | null)[] = types.getTypeParser(TEXT_ARRAY as typeof INT8, 'text');
const arrayOf = (parse: Parse) => (text: string) =>
  readTexts(text).map((entry) => (entry === null ? null : parse(entry)));

const PARSERS = new Map<number, Parse>([
  [INT8, parseInt8],
  [NUMERIC, Number],
  [DATE, (text) => text],
  [TIMESTAMPTZ, parseTimestamp],
  [INT8_ARRAY, arrayOf(parseInt8)],
  [NUMERIC_ARRAY, arrayOf(Number)],
  [DATE_ARRAY, arrayOf((text) => text)],
  [TIMESTAMPTZ_ARRAY, arrayOf(parseTimestamp)],
]);

/** How values arrive: int8 and numeric as number, date as Day, timestamptz as Instant, the rest as `pg` does it. */
export const valueTypes: CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    (format === 'binary' ? undefined : PARSERS.get(oid)) ?? types.getTypeParser(oid, format),
};

/** Whole numbers of 64 bits; those that a JavaScript number can't hold exactly are refused, never rounded. */
function parseInt8(text: string): number {
  const value = Number(text);
  assert(Number.isSafeInteger(value), `${text} from the database is too large for a number`);
  return value;
}

const TIMESTAMP = /^(\d{4,6})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?([+-])(\d\d)(?::(\d\d))?(?::(\d\d))?$/;

/** Reads the ISO form, e.g. `2026-03-01 09:30:00.25+00`, down to the millisecond. */
function parseTimestamp(text: string): Instant {
  const parts = TIMESTAMP.exec(text);
  assert(parts, `${text} from the database is no point in time that Evenkeel can hold`);
  const [, year, month, day, hour, minute, second, fraction, sign, offsetHours, offsetMinutes, offsetSeconds] = parts;
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const offset = Number(offsetHours) * 3600 + Number(offsetMinutes ?? 0) * 60 + Number(offsetSeconds ?? 0);
  const millis = Math.floor(Number((fraction ?? '').padEnd(6, '0')) / 1000);
  return (local + millis - (sign === '-' ? -offset : offset) * 1000) as Instant;
}

/**
 * An instant as a value in a query: `.values({ opened_at: timestamp(now) })`, `.where('opened_at', '<', timestamp(now))`.
 * In bulk: COPY the milliseconds into a bigint column and write `to_timestamp(column / 1000.0)`.
 */
export function timestamp(instant: Instant): RawBuilder<Instant> {
  assert(Number.isFinite(instant), 'an instant must be a finite number');
  return sql<Instant>`to_timestamp(${instant}::float8 / 1000)`;
}
