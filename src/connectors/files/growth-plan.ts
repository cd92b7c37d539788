import { csvOf } from '../../base/csv.ts';
import { Refusal } from '../../base/errors.ts';
import type { Instant } from '../../base/time.ts';
import { PLAN_TITLES } from '../../records/growth/plan-titles.ts';
import type { PlanRow } from '../../records/growth/types.ts';
import { readSmallTable, type SmallField, type SmallRow } from './small-table.ts';
import { readNumber } from './values.ts';

type PlanField = keyof PlanRow;

/** What a plan holds, a row a month. */
const PLAN_FIELDS = fieldsOf({
  month: ['month', 'date', 'period'],
  clients: ['clients', 'customers', 'accounts', 'number of clients'],
  endpoints: ['endpoints', 'devices', 'seats', 'users', 'number of endpoints'],
  hoursPerEndpoint: [
    'hours per endpoint',
    'rhem',
    'reactive hours per endpoint',
    'reactive hours per endpoint per month',
  ],
  hires: ['hires', 'new hires', 'starters', 'technicians hired'],
  leavers: ['known leavers', 'leavers', 'leaving'],
  budget: ['budget', 'budget for technicians', 'staff budget'],
});

function fieldsOf(columns: Readonly<Record<PlanField, string[]>>): Readonly<Record<PlanField, SmallField>> {
  const all = Object.entries(columns) as [PlanField, string[]][];
  const fields = all.map(([field, names]) => [field, { title: PLAN_TITLES[field], columns: names }]);
  return Object.fromEntries(fields) as Record<PlanField, SmallField>;
}

/** Counted in whole numbers: in these "1,200" and "1.200" are a thousand and two hundred. */
const WHOLE: ReadonlySet<PlanField> = new Set<PlanField>(['clients', 'endpoints', 'hires', 'leavers']);
const THOUSANDS = /^[+-]?[1-9]\d{0,2}(?:(?:,\d{3})+|(?:\.\d{3})+)$/;

/** A plan of more months is none; the model says so in a sentence of its own. */
const MOST_ROWS = 1000;

/** A plan as a file tells it; anything that can't be read refuses the whole, with its line. */
export type PlanFile = {
  rows: PlanRow[];
  /** The line of each row. */
  lines: number[];
  columns: { field: PlanField; column: string }[];
  leftOut: string[];
};

/** Reads a plan: one row a month, numbers with point or comma. */
export async function readPlanFile(source: AsyncIterable<Uint8Array>, now: Instant): Promise<PlanFile> {
  const { rows, mapping, columns } = await readSmallTable(source, PLAN_FIELDS, { mapping: {}, now });
  for (const field of ['month', 'endpoints'] as const)
    if (mapping[field] === undefined)
      throw new Refusal(
        'cannot-read',
        `The plan has no column “${PLAN_FIELDS[field].title}”: its first line has to name the columns, month and endpoints among them.`,
        { line: 1, field },
      );
  if (rows.length > MOST_ROWS)
    throw new Refusal('too-large', `The file has ${rows.length.toLocaleString('en')} rows: a plan has one a month.`);
  const known = Object.entries(mapping) as [PlanField, string][];
  return {
    rows: rows.map(readRow),
    lines: rows.map(({ line }) => line),
    columns: known.map(([field, column]) => ({ field, column })),
    leftOut: columns.filter((column) => !known.some(([, one]) => one === column)),
  };
}

function readRow(row: SmallRow<PlanField>): PlanRow {
  const number = (field: PlanField) => {
    const text = row.text(field);
    if (text === null) return null;
    const counts = WHOLE.has(field);
    const plain = text.replace(/[\s\u00a0']/g, '');
    const value =
      (counts || field === 'budget') && THOUSANDS.test(plain) ? Number(plain.replace(/[.,]/g, '')) : readNumber(text);
    if (value !== undefined && (!counts || Number.isInteger(value))) return value;
    throw unreadable(row, field, text, counts ? 'a whole number' : 'a number');
  };
  const text = row.text('month');
  const month = text === null ? undefined : readMonth(text);
  if (month === undefined) throw unreadable(row, 'month', text, 'a month like 2027-03');
  const endpoints = number('endpoints');
  if (endpoints === null) throw unreadable(row, 'endpoints', null, 'a whole number');
  return {
    month,
    endpoints,
    clients: number('clients'),
    hoursPerEndpoint: number('hoursPerEndpoint'),
    hires: number('hires'),
    leavers: number('leavers'),
    budget: number('budget'),
  };
}

function unreadable({ line }: SmallRow<PlanField>, field: PlanField, text: string | null, wanted: string): Refusal {
  const { title } = PLAN_FIELDS[field];
  const what = text === null ? 'is empty' : `is “${text.slice(0, 60)}”`;
  return new Refusal('cannot-read', `Line ${line} of the plan: ${title} ${what}, and has to be ${wanted}.`, {
    line,
    field,
    column: title,
  });
}

const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `YYYY-MM` of 2027-03, 2027-03-01, 03/2027, March 2027 or Mar-27; undefined where it can't be told. */
function readMonth(text: string): string | undefined {
  const first = /^(\d{4})[-/.](\d{1,2})(?:[-/.]\d{1,2})?$/.exec(text);
  const last = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
  const named = /^([A-Za-z]{3,9})\.?[\s-]+(\d{4}|\d{2})$/.exec(text);
  const of = (year: string, month: number) =>
    month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : undefined;
  if (first) return of(first[1]!, Number(first[2]));
  if (last) return of(last[2]!, Number(last[1]));
  if (!named) return undefined;
  const year = named[2]!.length === 2 ? `20${named[2]}` : named[2]!;
  return of(year, 1 + NAMES.indexOf(named[1]!.slice(0, 3).toLowerCase()));
}

/** A plan as a table for a spreadsheet; `readPlanFile` reads it back. */
export function planCsv(rows: readonly PlanRow[]): string {
  const fields = Object.keys(PLAN_FIELDS) as PlanField[];
  return csvOf(
    fields.map((field) => PLAN_FIELDS[field].title.toLowerCase()),
    rows.map((row) => fields.map((field) => row[field] ?? '')),
  );
}
