import { Refusal } from '../../base/errors.ts';
import type { Instant } from '../../base/time.ts';
import { type Level, level } from '../../base/units.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Observation } from '../../records/voice/types.ts';
import { findCompetency } from './competency-names.ts';
import type { DateOrder } from './dates.ts';
import type { Rejections } from './rejections.ts';
import { readSmallTable, type SmallField, type SmallRow } from './small-table.ts';
import { readNumber } from './values.ts';

export type RatingField = 'rater' | 'person' | 'competency' | 'level' | 'date';

/** What a file of ratings holds. */
export const RATING_FIELDS: Readonly<Record<RatingField, SmallField>> = {
  rater: { title: 'Rater', columns: ['rater', 'rated by', 'from', 'by', 'reviewer'] },
  person: { title: 'Person', columns: ['person', 'about', 'ratee', 'name', 'employee', 'reviewee'] },
  competency: { title: 'Competency', columns: ['competency', 'skill', 'question'] },
  level: { title: 'Level (1 to 5)', columns: ['level', 'rating', 'score', 'value'] },
  date: { title: 'Date', columns: ['date', 'day', 'rated on', 'submitted'], date: true },
};

const LEVEL_WORDS: readonly [RegExp, number][] = [
  [/^(learning|rarely)$/i, 2],
  [/^(solid|sometimes)$/i, 3],
  [/^(strong|usually)$/i, 4],
  [/^(outstanding|others learn from them)$/i, 5],
];
const NOT_SEEN = /^(-|n\/?a|haven.?t seen it|not seen|don.?t know|unknown)$/i;

/** Finds a person by name or address: their number, or why not. */
export type FindPerson = (text: string) => PersonId | 'unknown' | 'ambiguous';

/** Somebody known, by the texts that may stand for them. */
export type Findable = { personId: PersonId; name: string; email: string | null };

/** A finder over the people of a firm. */
export function createPersonFinder(people: readonly Findable[]): FindPerson {
  const found = new Map<string, PersonId | 'ambiguous'>();
  for (const { personId, name } of people)
    found.set(name.toLowerCase(), found.has(name.toLowerCase()) ? 'ambiguous' : personId);
  for (const { personId, email } of people) if (email !== null) found.set(email.toLowerCase(), personId);
  return (text) => found.get(text.toLowerCase()) ?? 'unknown';
}

/** How a file of ratings is to be read. */
export type RatingsReading = {
  source: AsyncIterable<Uint8Array>;
  mapping: Readonly<Record<string, string>>;
  dateOrder?: DateOrder | undefined;
  now: Instant;
  rejections: Rejections;
  find: FindPerson;
  onColumns?: (mapping: Partial<Record<RatingField, string>>) => void;
};

/** Reads ratings; rows that name nobody we know, no competency or no level are rejected one by one. */
export async function readRatings(reading: RatingsReading): Promise<{ observations: Observation[]; rows: number }> {
  const { rows, mapping } = await readSmallTable(reading.source, RATING_FIELDS, reading);
  const missing = (Object.keys(RATING_FIELDS) as RatingField[]).filter((field) => mapping[field] === undefined);
  if (missing.length > 0) {
    const titles = missing.map((field) => `"${RATING_FIELDS[field].title}"`).join(', ');
    throw new Refusal(
      'needs-answer',
      `No column was recognised for ${titles}: say which column of the file holds it.`,
      {
        question: 'mapping',
        missing,
      },
    );
  }
  const observations: Observation[] = [];
  for (const row of rows) {
    const read = readRating(row, reading.find);
    if ('reason' in read) reading.rejections.add(row.line, RATING_FIELDS[read.field].title, read.reason);
    else observations.push(read);
  }
  return { observations, rows: rows.length };
}

type Unread = { field: RatingField; reason: string };

function readRating(row: SmallRow<RatingField>, find: FindPerson): Observation | Unread {
  const person = row.text('person');
  const personId = person === null ? 'unknown' : find(person);
  if (personId === 'unknown')
    return { field: 'person', reason: 'Nobody of this name or address is on the list of people.' };
  if (personId === 'ambiguous')
    return { field: 'person', reason: 'Several people have this name: give the email address.' };
  const rater = row.text('rater');
  if (rater === null) return { field: 'rater', reason: 'This is missing.' };
  if (rater.length > 300) return { field: 'rater', reason: 'This is longer than 300 characters.' };
  const competency = findCompetency(row.text('competency') ?? '');
  if (competency === undefined) return { field: 'competency', reason: 'This is no competency that is known here.' };
  const value = readLevel(row.text('level'));
  if (value === undefined) return { field: 'level', reason: 'The level must be a number from 1 to 5.' };
  const day = row.day('date');
  if (!day) return { field: 'date', reason: day === null ? 'This is missing.' : 'This is no date that can be read.' };
  const raterId = find(rater);
  return {
    personId,
    rater: typeof raterId === 'number' ? `person:${raterId}` : rater,
    kind: 'rating',
    competency,
    level: value,
    day,
  };
}

/** Null: they haven't seen it. */
function readLevel(text: string | null): Level | null | undefined {
  if (text === null || NOT_SEEN.test(text)) return null;
  const value = readNumber(text) ?? LEVEL_WORDS.find(([pattern]) => pattern.test(text))?.[1];
  return value !== undefined && value >= 1 && value <= 5 ? level(value) : undefined;
}
