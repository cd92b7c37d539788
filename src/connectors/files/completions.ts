import type { Day } from '../../base/time.ts';
import { refuseMissing, type TableReading } from './courses.ts';
import type { DateOrder } from './dates.ts';
import { readSmallTable, type SmallField, type SmallRow } from './small-table.ts';

export type CompletionField = 'person' | 'course' | 'date';

/** What a list of completions holds. */
export const COMPLETION_FIELDS: Readonly<Record<CompletionField, SmallField>> = {
  person: { title: 'Person', columns: ['person', 'name', 'email', 'employee', 'learner', 'user'] },
  course: {
    title: 'Course',
    columns: ['course', 'title', 'course title', 'code', 'course code', 'activity', 'training'],
  },
  date: {
    title: 'Date',
    columns: ['date', 'completed', 'completed on', 'completion date', 'day', 'done on'],
    date: true,
  },
};

/** A completion as it is given: whom and what it names isn't looked up yet. */
export type GivenCompletion = { line: number; who: string; what: string; doneOn: Day };

/** Reads completions, one a row: a person by name or address, a course by title, code or activity, and a day. */
export async function readCompletionFile(
  reading: TableReading & { dateOrder?: DateOrder | undefined; today: Day },
): Promise<{ completions: GivenCompletion[]; rows: number }> {
  const { rows, mapping } = await readSmallTable(reading.source, COMPLETION_FIELDS, reading);
  refuseMissing(mapping, ['person', 'course', 'date'], COMPLETION_FIELDS);
  const completions: GivenCompletion[] = [];
  for (const row of rows) {
    const read = readCompletion(row, reading.today);
    if ('reason' in read) reading.rejections.add(row.line, COMPLETION_FIELDS[read.field].title, read.reason);
    else completions.push(read);
  }
  return { completions, rows: rows.length };
}

type Unread = { field: CompletionField; reason: string };

function readCompletion(row: SmallRow<CompletionField>, today: Day): GivenCompletion | Unread {
  const who = row.text('person');
  if (who === null) return { field: 'person', reason: 'This is missing.' };
  if (who.length > 320) return { field: 'person', reason: 'This is longer than 320 characters.' };
  const what = row.text('course');
  if (what === null) return { field: 'course', reason: 'This is missing.' };
  if (what.length > 600) return { field: 'course', reason: 'This is longer than 600 characters.' };
  const doneOn = row.day('date');
  if (!doneOn)
    return { field: 'date', reason: doneOn === null ? 'This is missing.' : 'This is no date that can be read.' };
  if (doneOn > today) return { field: 'date', reason: 'This day is still to come.' };
  return { line: row.line, who, what, doneOn };
}
