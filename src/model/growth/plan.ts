import { Refusal } from '../../base/errors.ts';
import { type Month, monthsBetween, parseMonth, sayMonth, shiftMonth } from '../../base/month.ts';
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
 * Checks a plan and lays it out by month, from this month on. Refuses in one sentence what can't be planned with: a month that is
 * missing or there twice, hires before the firm exists, numbers that are none or below 0. Falling numbers and any growth are fine.
 */
export function readPlan(rows: readonly PlanRow[], firstMonth: Month, now: Month, playbook: Playbook): Plan {
  const sorted = rows.map((row, at) => checkRow(row, at)).sort((one, other) => (one.month < other.month ? -1 : 1));
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

type Checked = PlanRow & { month: Month };

function checkRow(row: PlanRow, at: number): Checked {
  const month = parseMonth(row.month);
  if (!month) refuse(`Row ${at + 1} of the plan has “${row.month}” for its month: write it like 2027-03.`, 'month', at);
  const say = (name: string, field: keyof PlanRow, value: number, whole: boolean, high: number) => {
    if (value >= 0 && value <= high && (!whole || Number.isInteger(value))) return;
    const kind = whole ? 'a whole number' : 'a number';
    const most = high < Number.MAX_SAFE_INTEGER ? ` to ${high.toLocaleString('en')}` : '';
    refuse(`The plan has ${value} ${name} in ${sayMonth(month)}: enter ${kind} from 0${most}.`, field, at);
  };
  const most = Number.MAX_SAFE_INTEGER;
  say('endpoints', 'endpoints', row.endpoints, false, 1e9);
  say('clients', 'clients', row.clients ?? 0, false, 1e7);
  say('hours per endpoint', 'hoursPerEndpoint', row.hoursPerEndpoint ?? 0, false, 100);
  say('hires', 'hires', row.hires ?? 0, true, MOST_PEOPLE);
  say('leavers', 'leavers', row.leavers ?? 0, true, MOST_PEOPLE);
  say('of budget', 'budget', row.budget ?? 0, false, most);
  return { ...row, month };
}

function refuseEarlyHires(rows: readonly Checked[], firstMonth: Month): void {
  const early = rows.find(({ month, hires }) => month < firstMonth && (hires ?? 0) > 0);
  if (!early) return;
  const people = early.hires === 1 ? '1 person' : `${early.hires} people`;
  refuse(
    `The plan hires ${people} in ${sayMonth(early.month)}, before the firm began in ${sayMonth(firstMonth)}: move them to a later month, or correct when the firm began.`,
    'hires',
  );
}

function refuseGaps(rows: readonly Checked[]): void {
  rows.forEach(({ month }, at) => {
    const before = rows[at - 1]?.month;
    if (before === undefined) return;
    const step = monthsBetween(before, month);
    if (step === 0) refuse(`The plan has ${sayMonth(month)} twice: keep one of the two rows.`, 'month');
    if (step === 2)
      refuse(`${sayMonth(shiftMonth(before, 1))} is missing in the plan: add a row for that month.`, 'month');
    if (step > 2) {
      const last = sayMonth(shiftMonth(month, -1));
      refuse(
        `${sayMonth(shiftMonth(before, 1))} to ${last} are missing in the plan: add a row for each of those months.`,
        'month',
      );
    }
  });
}

function refuse(message: string, field: keyof PlanRow, at?: number): never {
  throw new Refusal('bad-input', message, { field, ...(at !== undefined && { line: at + 1 }) });
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
