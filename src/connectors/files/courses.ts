import { Refusal } from '../../base/errors.ts';
import type { Instant } from '../../base/time.ts';
import { hours } from '../../base/units.ts';
import type { GivenCourse } from '../../records/development/types.ts';
import { findCompetency } from './competency-names.ts';
import type { Rejections } from './rejections.ts';
import { readSmallTable, type SmallField, type SmallRow } from './small-table.ts';
import { readNumber } from './values.ts';

export type CourseField = 'title' | 'competency' | 'hours' | 'code' | 'activity';

/** What a catalogue of courses holds. */
export const COURSE_FIELDS: Readonly<Record<CourseField, SmallField>> = {
  title: { title: 'Title', columns: ['title', 'course', 'name', 'course title', 'training'] },
  competency: { title: 'Competency', columns: ['competency', 'skill', 'topic', 'about'] },
  hours: { title: 'Hours', columns: ['hours', 'duration', 'length', 'duration hours'] },
  code: { title: 'Code', columns: ['code', 'course id', 'course code', 'id', 'number'] },
  activity: { title: 'xAPI activity', columns: ['activity', 'activity id', 'xapi activity', 'xapi id', 'iri'] },
};

const NEEDED = ['title', 'competency', 'hours'] as const;
const MOST_HOURS = 1000;

/** How a file is to be read. */
export type TableReading = {
  source: AsyncIterable<Uint8Array>;
  mapping: Readonly<Record<string, string>>;
  now: Instant;
  rejections: Rejections;
};

/** Refuses a file in which a column that every row needs was not found. */
export function refuseMissing<F extends string>(
  mapping: Partial<Record<F, string>>,
  needed: readonly F[],
  fields: Readonly<Record<F, SmallField>>,
): void {
  const missing = needed.filter((field) => mapping[field] === undefined);
  if (missing.length === 0) return;
  const titles = missing.map((field) => `"${fields[field].title}"`).join(', ');
  throw new Refusal('needs-answer', `The file has no column for ${titles}: name one so, as the template does.`, {
    question: 'mapping',
    missing,
  });
}

/** Reads a catalogue: one course a row. Rows that can't be read, and a course named twice, are rejected one by one. */
export async function readCourseFile(reading: TableReading): Promise<{ courses: GivenCourse[]; rows: number }> {
  const { rows, mapping } = await readSmallTable(reading.source, COURSE_FIELDS, reading);
  refuseMissing(mapping, NEEDED, COURSE_FIELDS);
  const courses: GivenCourse[] = [];
  const taken = new Set<string>();
  for (const row of rows) {
    const read = readCourse(row);
    if ('reason' in read) {
      reading.rejections.add(row.line, COURSE_FIELDS[read.field].title, read.reason);
      continue;
    }
    const twice = namesOf(read).find(([, name]) => taken.has(name));
    if (twice) {
      reading.rejections.add(row.line, COURSE_FIELDS[twice[0]].title, 'An earlier row of the file has the same.');
      continue;
    }
    for (const [, name] of namesOf(read)) taken.add(name);
    courses.push(read);
  }
  return { courses, rows: rows.length };
}

/** By what a course is known again. */
export const namesOf = ({ code, activity, title }: GivenCourse): [CourseField, string][] => [
  ...(code === null ? [] : [['code', `code ${code.toLowerCase()}`] as [CourseField, string]]),
  ...(activity === null ? [] : [['activity', `activity ${activity}`] as [CourseField, string]]),
  ['title', `title ${title.toLowerCase()}`],
];

type Unread = { field: CourseField; reason: string };

function readCourse(row: SmallRow<CourseField>): GivenCourse | Unread {
  const title = row.text('title');
  if (title === null) return { field: 'title', reason: 'This is missing.' };
  if (title.length > 200) return { field: 'title', reason: 'This is longer than 200 characters.' };
  const competency = findCompetency(row.text('competency') ?? '');
  if (competency === undefined) return { field: 'competency', reason: 'This is no competency that is known here.' };
  const length = readNumber(row.text('hours') ?? '');
  if (length === undefined || !(length > 0) || length > MOST_HOURS)
    return { field: 'hours', reason: `This must be a number above 0, at most ${MOST_HOURS}.` };
  const code = row.text('code');
  if (code !== null && code.length > 100) return { field: 'code', reason: 'This is longer than 100 characters.' };
  const activity = row.text('activity');
  if (activity !== null && (activity.length > 600 || !/^[a-z][a-z0-9+.-]*:\S+$/i.test(activity)))
    return { field: 'activity', reason: 'This must be an address such as https://learn.example.com/courses/7.' };
  return { title, competency, hours: hours(length), code, activity };
}
