import { createNames, type Names } from './names.ts';

/** What a status means for time and for being done. */
export type StatusClass = 'active' | 'waiting' | 'resolved';

/** One row of an event log: what a ticket looked like after a change. Places are those of the log's names, −1 for none. */
export type LogRow = {
  /** External number of the ticket. */
  ticket: string;
  /** Milliseconds since 1970, when the change was made. */
  at: number;
  /** Orders changes of the same minute; 0 where the source has none. */
  order: number;
  status: number;
  person: number;
  team: number;
  client: number;
  category: number;
  /** 1 to 5; 0: not given. */
  priority: number;
  /** Milliseconds since 1970, when the ticket was opened; NaN: not given. */
  openedAt: number;
  reopened: number;
};

/** Columns of the log that are whole numbers. */
const INTEGERS = ['ticket', 'order', 'status', 'person', 'team', 'client', 'category', 'priority', 'reopened'] as const;
type IntegerColumn = (typeof INTEGERS)[number];

/** An event log in memory, one array a column: 5 million rows take some 300 MB, and any order of rows will do. */
export type EventLog = {
  rows: number;
  tickets: Names;
  statuses: Names;
  people: Names;
  teams: Names;
  clients: Names;
  categories: Names;
  integers: Record<IntegerColumn, Int32Array>;
  at: Float64Array;
  openedAt: Float64Array;
};

const FIRST_CAPACITY = 16_384;
const asIs = (name: string) => name;

/** An event log without rows. */
export function createEventLog(): EventLog {
  return {
    rows: 0,
    tickets: createNames(asIs),
    statuses: createNames(asIs),
    people: createNames(),
    teams: createNames(),
    clients: createNames(asIs),
    categories: createNames(asIs),
    integers: Object.fromEntries(
      INTEGERS.map((name) => [name, new Int32Array(FIRST_CAPACITY)]),
    ) as EventLog['integers'],
    at: new Float64Array(FIRST_CAPACITY),
    openedAt: new Float64Array(FIRST_CAPACITY),
  };
}

/** Adds a row at the end. */
export function addLogRow(log: EventLog, row: LogRow): void {
  if (log.rows === log.at.length) grow(log);
  const { integers, rows } = log;
  integers.ticket[rows] = log.tickets.placeOf(row.ticket);
  integers.order[rows] = row.order;
  integers.status[rows] = row.status;
  integers.person[rows] = row.person;
  integers.team[rows] = row.team;
  integers.client[rows] = row.client;
  integers.category[rows] = row.category;
  integers.priority[rows] = row.priority;
  integers.reopened[rows] = row.reopened;
  log.at[rows] = row.at;
  log.openedAt[rows] = row.openedAt;
  log.rows++;
}

function grow(log: EventLog): void {
  const capacity = log.at.length * 2;
  for (const name of INTEGERS) {
    const larger = new Int32Array(capacity);
    larger.set(log.integers[name]);
    log.integers[name] = larger;
  }
  for (const name of ['at', 'openedAt'] as const) {
    const larger = new Float64Array(capacity);
    larger.set(log[name]);
    log[name] = larger;
  }
}

/** What a status means, by the words that ticket systems use. */
export function classOfStatus(status: string): StatusClass {
  if (/^\s*(re-?opened|unresolved)/i.test(status)) return 'active';
  if (/\b(resolved|closed|done|completed?|solved|cancell?ed|fixed|merged)\b/i.test(status)) return 'resolved';
  if (/\b(await\w*|wait\w*|pending|on.?hold|hold|scheduled)\b/i.test(status)) return 'waiting';
  return 'active';
}
