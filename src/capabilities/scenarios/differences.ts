import { type Month, parseMonth, sayMonth } from '../../base/month.ts';
import type { PhoneQueue, PlanRow, Policy } from '../../records/growth/types.ts';
import { PLAYBOOK, type Playbook, type PlaybookKey } from '../../records/playbook/definitions.ts';
import type { Compared } from './contract.ts';
import { POLICY_WORDS } from './policy-words.ts';

/** What a scenario rests on, as far as two can differ in it. */
export type Side = {
  rows: readonly PlanRow[];
  assumptions: Readonly<Record<string, number>>;
  phone: PhoneQueue | null;
  policy: Policy;
};

type Column = Exclude<keyof PlanRow, 'month'>;

/** One thing in which two scenarios differ. */
export type Difference = {
  /** What it is called, and what each says of it, in words. */
  what: string;
  one: string;
  other: string;
  /** "its endpoints come to 1,400 by March 2029, not 1,900": why the other is as it is. */
  because: string;
  /** The first side with this one thing as the other has it. */
  mix: (one: Side, other: Side) => Side;
};

/** Everything in which two scenarios differ, the plan first. `playbook`: what holds where neither assumes anything. */
export function findDifferences(one: Side, other: Side, playbook: Playbook): Difference[] {
  return [
    ...planDifferences(one.rows, other.rows),
    ...phoneDifference(one.phone, other.phone),
    ...assumptionDifferences(one, other, playbook),
    ...policyDifference(one.policy, other.policy),
  ];
}

const numberText = (value: number) => value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : 0 });

function planDifferences(one: readonly PlanRow[], other: readonly PlanRow[]): Difference[] {
  if (one.length === 0 && other.length === 0) return [];
  if (one.length === 0 || other.length === 0) {
    const say = (rows: readonly PlanRow[]) => (rows.length === 0 ? 'none typed' : sayPlan(rows));
    const because = other.length === 0 ? 'it has no months of its own' : `its plan is ${sayPlan(other)}`;
    const mix = (mine: Side, theirs: Side) => ({ ...mine, rows: theirs.rows });
    return [{ what: 'The plan', one: say(one), other: say(other), because, mix }];
  }
  const shared = sharedMonths(one, other);
  return (Object.keys(COLUMNS) as Column[]).flatMap((column) => {
    const differs = shared.some(({ mine, theirs }) => mine[column] !== theirs[column]);
    if (!differs) return [];
    const { what, say, because } = COLUMNS[column];
    const [mine, theirs] = [shared.map((row) => row.mine), shared.map((row) => row.theirs)];
    const [first, second] = [say(mine), say(theirs)];
    return [{ what, one: first, other: second, because: because(first, second), mix: mixColumn(column) }];
  });
}

const sayPlan = (rows: readonly PlanRow[]) =>
  `${rows.length} months, up to ${numberText(rows.at(-1)!.endpoints)} endpoints`;

function sharedMonths(one: readonly PlanRow[], other: readonly PlanRow[]) {
  const byMonth = new Map(other.map((row) => [row.month, row]));
  return one.flatMap((mine) => {
    const theirs = byMonth.get(mine.month);
    return theirs ? [{ mine, theirs }] : [];
  });
}

const mixColumn =
  (column: Column) =>
  (one: Side, other: Side): Side => {
    const byMonth = new Map(other.rows.map((row) => [row.month, row]));
    const rows = one.rows.map((row) => {
      const theirs = byMonth.get(row.month);
      return theirs ? { ...row, [column]: theirs[column] } : row;
    });
    return { ...one, rows };
  };

type Words = {
  what: string;
  say: (rows: readonly PlanRow[]) => string;
  because: (one: string, other: string) => string;
};

const monthText = (row: PlanRow) => sayMonth(parseMonth(row.month) ?? (row.month as Month));
const atEnd = (column: Column) => (rows: readonly PlanRow[]) => {
  const last = rows.at(-1)!;
  const value = last[column];
  return value === null ? 'not told' : `${numberText(value)} by ${monthText(last)}`;
};
const inAll = (column: Column, untold: string) => (rows: readonly PlanRow[]) => {
  const told = rows.flatMap((row) => row[column] ?? []);
  return told.length === 0 ? untold : numberText(told.reduce((sum, value) => sum + value, 0));
};
const onAverage = (column: Column, untold: string) => (rows: readonly PlanRow[]) => {
  const told = rows.flatMap((row) => row[column] ?? []);
  return told.length === 0 ? untold : numberText(told.reduce((sum, value) => sum + value, 0) / told.length);
};

const COLUMNS: Record<Column, Words> = {
  endpoints: {
    what: 'Endpoints',
    say: atEnd('endpoints'),
    because: (one, other) => `its endpoints come to ${other}, not ${one.split(' ')[0]}`,
  },
  hoursPerEndpoint: {
    what: 'Hours per endpoint, on average',
    say: onAverage('hoursPerEndpoint', 'as the playbook has it'),
    because: (one, other) => `an endpoint takes ${other} h a month, not ${one}`,
  },
  clients: {
    what: 'Clients',
    say: atEnd('clients'),
    because: (one, other) => `its clients come to ${other}, not ${one.split(' ')[0]}`,
  },
  hires: {
    what: 'Hires',
    say: inAll('hires', 'as the work asks'),
    because: (one, other) => `it plans ${other} hires in all, not ${one}`,
  },
  leavers: {
    what: 'Known leavers',
    say: inAll('leavers', 'none told'),
    because: (one, other) => `${other} are known to leave, not ${one}`,
  },
  budget: {
    what: 'Budget a month, on average',
    say: onAverage('budget', 'no limit'),
    because: (one, other) => `its budget is ${other} a month on average, not ${one}`,
  },
};

function phoneDifference(one: PhoneQueue | null, other: PhoneQueue | null): Difference[] {
  if (JSON.stringify(one) === JSON.stringify(other)) return [];
  const say = (phone: PhoneQueue | null) =>
    phone
      ? `${Math.round(100 * phone.share)}% within ${numberText(phone.withinMinutes)} min, ${numberText(phone.handlingMinutes)} min a call`
      : 'none';
  const because = other ? `it wants ${say(other)} on the phone` : 'it keeps no service level on the phone';
  const mix = (mine: Side, theirs: Side) => ({ ...mine, phone: theirs.phone });
  return [{ what: 'Service level on the phone', one: say(one), other: say(other), because, mix }];
}

function assumptionDifferences(one: Side, other: Side, playbook: Playbook): Difference[] {
  const keys = [...new Set([...Object.keys(one.assumptions), ...Object.keys(other.assumptions)])] as PlaybookKey[];
  return keys.flatMap((key) => {
    const [mine, theirs] = [one.assumptions[key] ?? playbook[key], other.assumptions[key] ?? playbook[key]];
    if (mine === theirs || !Object.hasOwn(PLAYBOOK, key)) return [];
    const { title, unit } = PLAYBOOK[key];
    const mix = (own: Side, from: Side): Side => {
      const { [key]: _, ...rest } = own.assumptions;
      const value = from.assumptions[key];
      return { ...own, assumptions: value === undefined ? rest : { ...rest, [key]: value } };
    };
    const because = `“${title}” is ${numberText(theirs)}, not ${numberText(mine)}`;
    return [{ what: title, one: `${numberText(mine)} ${unit}`, other: `${numberText(theirs)} ${unit}`, because, mix }];
  });
}

/** Who becomes a lead makes nobody due sooner: it stands in the list and explains no marker. */
function policyDifference(one: Policy, other: Policy): Difference[] {
  if (one === other) return [];
  const say = (policy: Policy) => POLICY_WORDS[policy].name;
  const mix = (mine: Side, theirs: Side) => ({ ...mine, policy: theirs.policy });
  return [{ what: 'When a lead is due', one: say(one), other: say(other), because: `it does otherwise`, mix }];
}

type Due = Pick<Compared['markers'][number], 'name' | 'one' | 'other' | 'months'>;

/**
 * "B needs its service manager 7 months later because its endpoints come to 1,400 by March 2029, not 1,900." null: no difference.
 * `because`: the one difference that moves it most, null where none does alone.
 */
export function sayCompared(
  { name, one, other, months }: Due,
  names: { one: string; other: string },
  because: string | null,
): string | null {
  if (one === other) return null;
  const what = name.charAt(0).toLowerCase() + name.slice(1);
  const why = because === null ? 'because of several differences together' : `because ${because}`;
  if (other === null)
    return `${names.other} needs no ${what} before its plan ends, and ${names.one} does in ${sayMonth(one!)}, ${why}.`;
  if (one === null)
    return `${names.other} needs its ${what} in ${sayMonth(other)}, and ${names.one} needs none before its plan ends, ${why}.`;
  const count = Math.abs(months!);
  return `${names.other} needs its ${what} ${count === 1 ? '1 month' : `${count} months`} ${months! > 0 ? 'later' : 'sooner'} ${why}.`;
}
