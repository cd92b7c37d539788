import { sayMonth, shiftMonth } from '../../base/month.ts';
import type { PlanRow } from '../../records/growth/types.ts';
import { PLAYBOOK, type Playbook } from '../../records/playbook/definitions.ts';
import { type Plan, placeOf } from './plan.ts';

/** More notes than these say no more. */
const MOST_NOTES = 6;

type Noted = {
  rows: readonly PlanRow[];
  lines?: readonly number[] | undefined;
  technicians: number;
  playbook: Playbook;
};

/**
 * Says plainly, row by row, what can be meant and yet is unlikely: a leap or a fall within a month, no endpoints, hours beyond
 * what is known of endpoints, more people hired or leaving at once than there are. First what the whole plan does.
 */
export function findPlanNotes(plan: Plan, { rows, lines, technicians, playbook }: Noted): string[] {
  const line = new Map(rows.map(({ month }, at) => [month, lines?.[at]]));
  const told = new Map(rows.map((row) => [row.month, row]));
  const notes = Array.from({ length: plan.months }, (_, at) => at).flatMap((at) => {
    const month = shiftMonth(plan.first, at);
    const row = told.get(month);
    const found = row ? [...noteEndpoints(plan, at, playbook), ...noteRow(row, technicians)] : [];
    return found.map((text) => `${placeOf(month, line.get(month))}: ${text}`);
  });
  const more = notes.length - MOST_NOTES;
  return [
    ...noteWhole(plan),
    ...notes.slice(0, MOST_NOTES),
    ...(more > 0 ? [`${more} more ${more === 1 ? 'figure is' : 'figures are'} as unusual as these.`] : []),
  ];
}

const count = (value: number) => value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 });

function noteEndpoints({ endpoints, first, months }: Plan, at: number, playbook: Playbook): string[] {
  const [before, here] = [endpoints[at - 1], endpoints[at]!];
  if (here === 0) {
    if (before === 0) return [];
    const next = endpoints.findIndex((value, place) => place > at && value > 0);
    const until = next < 0 ? 'from here on' : `until ${sayMonth(shiftMonth(first, next - 1))}`;
    return [`no endpoints ${months === 1 ? 'in it' : until}, so there is no work and nobody is needed.`];
  }
  if (before === undefined || before === 0) return [];
  const change = here / before - 1;
  const most = playbook['growth.plan.jump'];
  const percent = `${Math.round(100 * Math.abs(change)).toLocaleString('en')}%`;
  if (change >= most)
    return [
      `endpoints go from ${count(before)} to ${count(here)} within a month, ${percent} more: check that no figure has a digit too many.`,
    ];
  // As much down as up: half as many again, and back.
  if (change <= 1 / (1 + most) - 1)
    return [
      `endpoints fall from ${count(before)} to ${count(here)} within a month, ${percent} fewer: check that no figure lacks a digit.`,
    ];
  return [];
}

const HOURS = PLAYBOOK['growth.work.per-endpoint'];

function noteRow({ hoursPerEndpoint, hires, leavers }: PlanRow, technicians: number): string[] {
  const people = (value: number | null, what: string) =>
    value !== null && value > Math.max(1, technicians)
      ? [`${count(value)} ${what} are more than the ${count(technicians)} technicians of today: check the figure.`]
      : [];
  const isUsual = hoursPerEndpoint === null || (hoursPerEndpoint >= HOURS.low && hoursPerEndpoint <= HOURS.high);
  return [
    ...(isUsual
      ? []
      : [
          `${count(hoursPerEndpoint)} hours per endpoint and month lie outside ${HOURS.low} to ${HOURS.high}: check the unit.`,
        ]),
    ...people(hires, 'hires'),
    ...people(leavers, 'known leavers'),
  ];
}

/** From this growth in a year on, somebody should look whether a figure has a digit too many. */
const MUCH = PLAYBOOK['growth.work.yearly'].high;

function noteWhole({ endpoints, months }: Plan): string[] {
  const [first, last] = [endpoints[0]!, endpoints.at(-1)!];
  const from = `from ${count(first)} to ${count(last)} endpoints`;
  if (last < first) return [`The plan falls ${from}: work that goes needs nobody new.`];
  const years = Math.max(1, (months - 1) / 12);
  const growth = first > 0 ? (last / first) ** (1 / years) - 1 : 0;
  if (growth < MUCH) return [];
  const yearly = Math.round(100 * growth).toLocaleString('en');
  return [`The plan grows by ${yearly}% a year, ${from}: check that no figure has a digit too many.`];
}
