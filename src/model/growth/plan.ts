import { Refusal } from '../../base/errors.ts';
import { type Month, monthsBetween, parseMonth, sayMonth, shiftMonth } from '../../base/month.ts';
import { PLAN_TITLES } from '../../records/growth/plan-titles.ts';
import type { PlanRow } from '../../records/growth/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';

/** A plan that was checked, month after month without a gap; position 0 is `first`. */
export type Plan = {
  first: Month;
  months: number;
  endpoints: Float64Array;
  hoursPerEndpoint: Float64Array;
  /** Clients who come in a month, from 0. */
  newClients: Float64Array;
  /** −1: hire as the work asks for it. */
  hires: Int32Array;
  leavers: Int32Array;
  /** Infinity: no limit. */
  budget: Float64Array;
};

/** Longer plans are no plans. */
const MOST_MONTHS = 120;
const MOST_PEOPLE = 2000;

/**
 * Checks a plan and lays it out by month, from this month on. Refuses in one sentence, with row and column, what can't be planned
 * with: a month that is missing or there twice, hires before the firm exists, numbers that are none or below 0. Falling numbers and
 * any growth are fine. `lines`: where the rows stand in a file, in their order; absent: they were typed, and a month says where.
 */
export function readPlan(
  rows: readonly PlanRow[],
  firstMonth: Month,
  now: Month,
  playbook: Playbook,
  lines?: readonly number[],
): Plan {
  const sorted = rows
    .map((row, at) => checkRow(row, at, lines?.[at]))
    .sort((one, other) => (one.month < other.month ? -1 : 1));
  refuseEarlyHires(sorted, firstMonth);
  refuseGaps(sorted);
  const ahead = sorted.filter(({ month }) => month >= now);
  const begin = ahead[0];
  if (!begin) refuse(`The plan ends before ${sayMonth(now)}: add the months that lie ahead.`, 'month');
  const gap = monthsBetween(now, begin.month);
  if (gap > 1)
    refuse(`The plan begins only in ${sayMonth(begin.month)}: add the months from ${sayMonth(now)} on.`, 'month');
  if (ahead.length > MOST_MONTHS)
    refuse(`The plan has ${ahead.length} months, and ${MOST_MONTHS} are the most: end it earlier.`, 'month');
  return layOut(sorted, sorted.length - ahead.length, playbook);
}

/** A row with its month read; `line`: where it stands in a file. */
type Checked = PlanRow & { month: Month; line: number | undefined };

/** Where a row stands: "Line 5 of the plan (February 2027)", or "February 2027 in the plan". */
export const placeOf = (month: Month, line: number | undefined): string =>
  line === undefined ? `${sayMonth(month)} in the plan` : `Line ${line} of the plan (${sayMonth(month)})`;

/** What each column may hold, up to which number. */
const LIMITS: Record<Exclude<keyof PlanRow, 'month'>, { whole: boolean; high: number }> = {
  endpoints: { whole: false, high: 1e9 },
  clients: { whole: false, high: 1e7 },
  hoursPerEndpoint: { whole: false, high: 100 },
  hires: { whole: true, high: MOST_PEOPLE },
  leavers: { whole: true, high: MOST_PEOPLE },
  budget: { whole: false, high: Number.MAX_SAFE_INTEGER },
};

function checkRow(row: PlanRow, at: number, line: number | undefined): Checked {
  const month = parseMonth(row.month);
  if (!month) {
    const where = line === undefined ? `Row ${at + 1}` : `Line ${line}`;
    refuse(`${where} of the plan has “${row.month}” for its month: write it like 2027-03.`, 'month', line ?? at + 1);
  }
  for (const [field, { whole, high }] of Object.entries(LIMITS) as [keyof typeof LIMITS, (typeof LIMITS)['hires']][]) {
    const value = row[field] ?? 0;
    if (value >= 0 && value <= high && (!whole || Number.isInteger(value))) continue;
    const kind = whole ? 'a whole number' : 'a number';
    const most = high < Number.MAX_SAFE_INTEGER ? ` to ${high.toLocaleString('en')}` : '';
    refuse(
      `${placeOf(month, line)}: ${PLAN_TITLES[field]} is ${value}, and has to be ${kind} from 0${most}.`,
      field,
      line ?? at + 1,
    );
  }
  return { ...row, month, line };
}

function refuseEarlyHires(rows: readonly Checked[], firstMonth: Month): void {
  const early = rows.find(({ month, hires }) => month < firstMonth && (hires ?? 0) > 0);
  if (!early) return;
  const people = early.hires === 1 ? '1 person' : `${early.hires} people`;
  const where = early.line === undefined ? '' : ` (line ${early.line})`;
  refuse(
    `The plan hires ${people} in ${sayMonth(early.month)}${where}, before the firm began in ${sayMonth(firstMonth)}: move them to a later month, or correct when the firm began.`,
    'hires',
    early.line,
  );
}

function refuseGaps(rows: readonly Checked[]): void {
  rows.forEach(({ month, line }, at) => {
    const before = rows[at - 1];
    if (before === undefined) return;
    const step = monthsBetween(before.month, month);
    if (step === 0) {
      const lines = [before.line, line].sort((one, other) => (one ?? 0) - (other ?? 0));
      const where = line === undefined ? '' : `, in lines ${lines.join(' and ')}`;
      refuse(`The plan has ${sayMonth(month)} twice${where}: keep one of the two rows.`, 'month', lines[1]);
    }
    const where = before.line === undefined ? '' : `, after line ${before.line}`;
    if (step === 2)
      refuse(
        `${sayMonth(shiftMonth(before.month, 1))} is missing in the plan${where}: add a row for that month.`,
        'month',
        before.line,
      );
    if (step > 2) {
      const last = sayMonth(shiftMonth(month, -1));
      refuse(
        `${sayMonth(shiftMonth(before.month, 1))} to ${last} are missing in the plan${where}: add a row for each of those months.`,
        'month',
        before.line,
      );
    }
  });
}

/** `line`: in the file, or the row as it was given, from 1. */
function refuse(message: string, field: keyof PlanRow, line?: number): never {
  throw new Refusal('bad-input', message, { field, column: PLAN_TITLES[field], ...(line !== undefined && { line }) });
}

function layOut(rows: readonly Checked[], from: number, playbook: Playbook): Plan {
  const ahead = rows.slice(from);
  const newClients = ahead.map((row, at) => {
    const before = rows[from + at - 1]?.clients ?? null;
    return row.clients === null || before === null ? 0 : Math.max(0, row.clients - before);
  });
  return {
    first: ahead[0]!.month,
    months: ahead.length,
    endpoints: Float64Array.from(ahead, (row) => row.endpoints),
    hoursPerEndpoint: Float64Array.from(ahead, (row) => row.hoursPerEndpoint ?? playbook['growth.work.per-endpoint']),
    newClients: Float64Array.from(newClients),
    hires: Int32Array.from(ahead, (row) => row.hires ?? -1),
    leavers: Int32Array.from(ahead, (row) => row.leavers ?? 0),
    budget: Float64Array.from(ahead, (row) => row.budget ?? Number.POSITIVE_INFINITY),
  };
}
