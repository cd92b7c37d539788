import type { Month } from '../../base/month.ts';
import { shiftMonth } from '../../base/month.ts';
import { parseTyped } from '../../base/typed-number.ts';
import type { Look } from '../../model/growth/look.ts';
import { PLAN_TITLES } from '../../records/growth/plan-titles.ts';
import type { PlanRow } from '../../records/growth/types.ts';

/** What a plan says of a month. */
export type PlanField = Exclude<keyof PlanRow, 'month'>;

type FieldWords = {
  field: PlanField;
  title: string;
  /** What an empty cell means. */
  empty: string;
  /** Counted in whole numbers. */
  whole: boolean;
};

/** The columns of a plan, in the order in which they are shown. */
export const PLAN_FIELDS: readonly FieldWords[] = [
  { field: 'endpoints', title: PLAN_TITLES.endpoints, empty: '0', whole: true },
  { field: 'hoursPerEndpoint', title: PLAN_TITLES.hoursPerEndpoint, empty: 'as assumed', whole: false },
  { field: 'clients', title: PLAN_TITLES.clients, empty: 'not told', whole: true },
  { field: 'hires', title: PLAN_TITLES.hires, empty: 'as needed', whole: true },
  { field: 'leavers', title: PLAN_TITLES.leavers, empty: 'none', whole: true },
  { field: 'budget', title: PLAN_TITLES.budget, empty: 'no limit', whole: true },
];

/** The rows of a plan: as it was typed, else the months that were looked at, so that there is something to change. */
export function rowsOf(plan: readonly PlanRow[], look: Pick<Look, 'months' | 'plan'>): PlanRow[] {
  if (plan.length > 0) return [...plan];
  return look.months.map((month, at) => ({
    month,
    clients: null,
    endpoints: Math.round(look.plan.endpoints[at] ?? 0),
    hoursPerEndpoint: null,
    hires: null,
    leavers: null,
    budget: null,
  }));
}

/** One cell set. An empty cell is "not told", but for endpoints, which are then 0. */
export function setCell(rows: readonly PlanRow[], at: number, field: PlanField, value: number | null): PlanRow[] {
  return rows.map((row, place) => (place === at ? withValue(row, field, value) : row));
}

function withValue(row: PlanRow, field: PlanField, value: number | null): PlanRow {
  return field === 'endpoints' ? { ...row, endpoints: value ?? 0 } : { ...row, [field]: value };
}

const roundTo = (value: number, whole: boolean) => (whole ? Math.round(value) : Math.round(value * 1000) / 1000);

/**
 * A point drawn to another height. `onwards`: the months after it go along in proportion, those that are told at all; never
 * below 0.
 */
export function moveCell(
  rows: readonly PlanRow[],
  at: number,
  field: PlanField,
  to: number,
  onwards: boolean,
): PlanRow[] {
  const { whole } = PLAN_FIELDS.find((one) => one.field === field)!;
  const before = rows[at]?.[field] ?? null;
  const value = Math.max(0, to);
  return rows.map((row, place) => {
    if (place === at) return withValue(row, field, roundTo(value, whole));
    const own = row[field];
    if (!onwards || place < at || own === null) return row;
    const moved = before ? own * (value / before) : own + value;
    return withValue(row, field, roundTo(Math.max(0, moved), whole));
  });
}

/** Cells copied from a spreadsheet, laid over the table from one cell on; what isn't a number or has no place is left out. */
export function pasteCells(rows: readonly PlanRow[], at: number, field: PlanField, text: string): PlanRow[] {
  const column = PLAN_FIELDS.findIndex((one) => one.field === field);
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  return rows.map((row, place) => {
    const cells = lines[place - at]?.split('\t') ?? [];
    return cells.reduce<PlanRow>((changed, cell, shift) => {
      const into = PLAN_FIELDS[column + shift];
      const value = parseTyped(cell);
      return into && value !== undefined ? withValue(changed, into.field, value) : changed;
    }, row);
  });
}

/** One month more, as the last one was; nobody is hired or leaves in it as far as is told. */
export function addMonth(rows: readonly PlanRow[], now: Month): PlanRow[] {
  const last = rows.at(-1);
  if (!last)
    return [
      { month: now, clients: null, endpoints: 0, hoursPerEndpoint: null, hires: null, leavers: null, budget: null },
    ];
  return [
    ...rows,
    { ...last, month: shiftMonth(last.month as Month, 1), hires: last.hires === null ? null : 0, leavers: null },
  ];
}

/** Endpoints that grow by a share a year from the first month on, e.g. .2; never below 0. */
export function growYearly(rows: readonly PlanRow[], yearly: number): PlanRow[] {
  const first = rows[0]?.endpoints ?? 0;
  const monthly = Math.max(0, 1 + yearly) ** (1 / 12);
  return rows.map((row, at) => ({ ...row, endpoints: Math.round(first * monthly ** at) }));
}
