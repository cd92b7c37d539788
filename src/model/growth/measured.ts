import { type Month, monthOf, monthsBetween, parseMonth, sayMonth, shiftMonth } from '../../base/month.ts';
import type { Day } from '../../base/time.ts';
import type { KeptScenario, MeasuredNote, PlanRow, TicketMonths } from '../../records/growth/types.ts';
import type { Person } from '../../records/people/types.ts';
import type { Playbook, PlaybookKey } from '../../records/playbook/definitions.ts';
import { meanInterval } from '../../science/mean-interval.ts';
import type { Assumption } from './assumptions.ts';

/** Assumptions that the firm's own tickets can say something of. */
export const MEASURABLE = ['growth.work.per-endpoint', 'growth.work.utilisation'] as const satisfies PlaybookKey[];
export type MeasurableKey = (typeof MEASURABLE)[number];

/** What tickets say of an assumption, or what is missing before they can. */
export type Measured =
  | ({
      status: 'measured';
      /** Mean over the months, in the assumption's unit, to two digits: as it would be taken over. */
      value: number;
      /** "Your tickets say 0.31 h (0.27–0.35, 12 months, 5,210 tickets)." */
      sentence: string;
      /** What that rests on, sentence by sentence. */
      restsOn: string[];
    } & MeasuredNote)
  | { status: 'not-enough'; missing: string };

export type MeasuredWork = Record<MeasurableKey, Measured>;

/** What is measured from. */
export type WorkSources = {
  tickets: TicketMonths;
  /** The months of the plan, which tell endpoints; and how many the firm has told of. */
  plan: readonly PlanRow[];
  endpoints: number | null;
  /** Technicians who are here now: leads and others aren't among them. */
  technicians: readonly Pick<Person, 'personId' | 'startedOn' | 'hoursPerWeek'>[];
  playbook: Playbook;
};

/** The days between which tickets are looked at: so many full months, as far as they lie before this one. */
export function spanOf(today: Day, playbook: Playbook): { from: Day; until: Day } {
  const now = monthOf(today);
  const from = shiftMonth(now, -Math.round(playbook['growth.measured.back']));
  return { from: `${from}-01` as Day, until: `${now}-01` as Day };
}

/** Both measures: hours of work per endpoint and month, and the part of technicians' paid hours that is booked on tickets. */
export function measureWork(sources: WorkSources): MeasuredWork {
  const found = fullMonths(sources);
  if (typeof found === 'string') {
    const none: Measured = { status: 'not-enough', missing: found };
    return { 'growth.work.per-endpoint': none, 'growth.work.utilisation': none };
  }
  return {
    'growth.work.per-endpoint': measureEndpoints(found, sources),
    'growth.work.utilisation': measureUtilisation(found, sources),
  };
}

/** A month with what its tickets took; those without minutes are taken to be as long as the others. */
type FullMonth = { month: Month; tickets: number; kept: number; hours: number; rows: TicketMonths['rows'] };

/** Months that are whole and keep their minutes; a sentence where there are too few of them. */
function fullMonths({ tickets: { rows, first, last }, playbook }: WorkSources): FullMonth[] | string {
  if (rows.length === 0 || first === null || last === null)
    return 'No closed tickets of the last full months are here: bring them under Data, with the time worked on each.';
  const all = [...Map.groupBy(rows, ({ month }) => month)].map(([month, own]): FullMonth => {
    const [tickets, kept, minutes] = [sum(own, 'tickets'), sum(own, 'withMinutes'), sum(own, 'minutes')];
    const hours = kept === 0 ? 0 : ((minutes / 60) * tickets) / kept;
    return { month: month as Month, tickets, kept, hours, rows: own };
  });
  // Cut off at either end, a month would look quieter than it was.
  const whole = all.filter(({ month }) => monthOf(first) < month && month < monthOf(last));
  const told = whole.filter(({ tickets, kept }) => kept > 0 && kept >= playbook['growth.measured.kept'] * tickets);
  const need = playbook['growth.measured.months'];
  if (told.length >= need) return told;
  if (!rows.some(({ withMinutes }) => withMinutes > 0))
    return 'Your tickets keep no minutes: bring a file that has the time worked on each.';
  const without = whole.length - told.length;
  const lacking = without > 0 ? ` In ${say(without, 'other')} too few tickets keep their minutes.` : '';
  return `Only ${say(told.length, 'full month')} of tickets with their minutes ${told.length === 1 ? 'is' : 'are'} here, and ${need} are needed.${lacking}`;
}

function measureEndpoints(months: readonly FullMonth[], sources: WorkSources): Measured {
  const endpoints = endpointsBy(sources);
  if (!endpoints)
    return {
      status: 'not-enough',
      missing: 'Nobody has said how many endpoints you look after: correct it under “The firm today”.',
    };
  const told = months.filter(({ month }) => endpoints.of(month) > 0);
  const values = told.map(({ month, hours }) => hours / endpoints.of(month));
  return summed(told, values, sources.playbook, 'h', [
    endpoints.sayFor(told),
    'Hours of tickets that were closed in the month, projects among them where they are tickets. What no ticket keeps is missing.',
  ]);
}

/** Paid hours as `growth.work.hours-month` reckons them, so that they mean the same in both places. */
function measureUtilisation(months: readonly FullMonth[], { technicians, playbook }: WorkSources): Measured {
  const need = playbook['growth.measured.people'];
  const part = playbook['growth.work.hours-month'] / playbook['load.week'];
  const found = months.flatMap((one) => {
    const there = technicians.filter(({ startedOn }) => startedOn === null || monthOf(startedOn) < one.month);
    if (there.length < need) return [];
    const ids = new Set<number | null>(there.map(({ personId }) => personId));
    const rows = one.rows.filter(({ personId }) => ids.has(personId));
    const [tickets, kept, minutes] = [sum(rows, 'tickets'), sum(rows, 'withMinutes'), sum(rows, 'minutes')];
    const paid = there.reduce((total, { hoursPerWeek }) => total + part * (hoursPerWeek ?? playbook['load.week']), 0);
    return kept === 0 ? [] : [{ month: { ...one, tickets, kept }, share: ((minutes / 60) * tickets) / kept / paid }];
  });
  if (found.length < playbook['growth.measured.months'])
    return {
      status: 'not-enough',
      missing: `Fewer than ${need} technicians were here in most of these months: of so few it would be a number about somebody, so none is told.`,
    };
  const told = found.map(({ month }) => month);
  const shares = found.map(({ share }) => share);
  return summed(told, shares, playbook, 'of paid hours', [
    `Tickets that came first to technicians who are here now, against ${playbook['growth.work.hours-month']} paid hours a month each; leads are not among them.`,
    'Work that nobody booked counts as none, so the true share is likely higher.',
  ]);
}

const round = (value: number) => Math.round(100 * value) / 100;

function summed(
  months: readonly FullMonth[],
  values: readonly number[],
  playbook: Playbook,
  unit: string,
  restsOn: readonly string[],
): Measured {
  const need = Math.max(2, playbook['growth.measured.months']);
  const interval = values.length < need ? null : meanInterval(values);
  if (!interval)
    return {
      status: 'not-enough',
      missing: `Only ${say(values.length, 'month')} can be reckoned, and ${need} are needed.`,
    };
  const [value, low, high] = [round(interval.mean), round(Math.max(0, interval.low)), round(interval.high)];
  const [from, to] = [months[0]!.month, months.at(-1)!.month];
  const tickets = sum(months, 'tickets');
  const without = tickets - sum(months, 'kept');
  const number = (one: number) => one.toFixed(2);
  const count = tickets.toLocaleString('en');
  return {
    status: 'measured',
    ...{ value, low, high, months: months.length, to, tickets },
    sentence: `Your tickets say ${number(value)} ${unit} (${number(low)}–${number(high)}, ${months.length} months, ${count} tickets).`,
    restsOn: [
      `The range is of the mean of these months, ${sayMonth(from)} to ${sayMonth(to)}, and comes from how much they differ; each counts as much as another.`,
      ...restsOn,
      ...(without > 0
        ? [`${without.toLocaleString('en')} of the tickets keep no minutes and are taken to be as long as the others.`]
        : []),
    ],
  };
}

/** Endpoints by month: as the plan tells them, before its first and after its last month as there; else as the firm has told. */
function endpointsBy({ plan, endpoints }: WorkSources) {
  const rows = plan
    .flatMap((row) => {
      const month = parseMonth(row.month);
      return month ? [{ month, endpoints: row.endpoints }] : [];
    })
    .sort((one, other) => monthsBetween(other.month, one.month));
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) {
    if (!endpoints) return null;
    const sayFor = () => `${count(endpoints)} endpoints, as you told, taken to have been as many in every month.`;
    return { of: () => endpoints, sayFor };
  }
  const byMonth = new Map(rows.map((row) => [row.month, row.endpoints]));
  const of = (month: Month) => byMonth.get(month) ?? (month < first.month ? first : last).endpoints;
  const sayFor = (months: readonly FullMonth[]) =>
    months.every(({ month }) => byMonth.has(month))
      ? 'Endpoints by month, as the plan tells them.'
      : `The plan tells endpoints from ${sayMonth(first.month)} to ${sayMonth(last.month)}; in months before and after they are taken to have been ${count(first.endpoints)} and ${count(last.endpoints)}.`;
  return { of, sayFor };
}

const count = (value: number) => Math.round(value).toLocaleString('en');
const say = (value: number, what: string) => `${value} ${what}${value === 1 ? '' : 's'}`;

function sum<Key extends string>(rows: readonly Record<Key, number>[], key: Key): number {
  return rows.reduce((total, row) => total + row[key], 0);
}

/** What is kept with assumptions that say what tickets say; a value that was typed or moved otherwise has nothing. */
export function notesFor(
  assumptions: Readonly<Record<string, number>>,
  work: MeasuredWork,
  before: Pick<KeptScenario, 'assumptions' | 'measured'>,
): Record<string, MeasuredNote> {
  const kept = MEASURABLE.flatMap((key): [string, MeasuredNote][] => {
    const one = work[key];
    const value = assumptions[key];
    if (value === undefined) return [];
    if (one.status === 'measured' && one.value === value) {
      return [[key, noteOf(one)]];
    }
    // What was measured earlier stays so as long as nobody changes it.
    const note = before.measured[key];
    return note && before.assumptions[key] === value ? [[key, note]] : [];
  });
  return Object.fromEntries(kept);
}

/** An assumption of the scenario that says what tickets say is marked so before it is kept, too. */
export function markMeasured(row: Assumption, work: MeasuredWork | null): Assumption {
  const one = work?.[row.key as MeasurableKey];
  if (row.basis !== 'own' || one?.status !== 'measured' || one.value !== row.value) return row;
  return { ...row, basis: 'measured', measured: noteOf(one) };
}

const noteOf = ({ low, high, months, to, tickets }: MeasuredNote): MeasuredNote => ({ low, high, months, to, tickets });
