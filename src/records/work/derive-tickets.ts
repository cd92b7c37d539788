import { classOfStatus, type EventLog, type StatusClass } from './event-log.ts';
import { type WorkingDay, workingMinutes } from './working-time.ts';

/** What an event log says of one ticket. Places are those of the log's names, −1 for none. */
export type DerivedTicket = {
  /** Place of the ticket's number. */
  ticket: number;
  openedAt: number;
  /** First time it was in a resolved state; null: not yet. */
  resolvedAt: number | null;
  /** First assignee who takes tickets: no dispatcher, no service account. */
  firstAssignee: number;
  firstAssignedAt: number | null;
  /** The team whose queue it stood in then. */
  firstTeam: number;
  client: number;
  category: number;
  /** 1 to 5; null: not given. */
  priority: number | null;
  /** Working minutes in active states from first assignment to first resolution; null: one of them is missing. */
  queueMinutes: number | null;
  startedUnassigned: boolean;
  /** Changes of assignee or team after the first assignment. */
  handoffs: number;
  reopenCount: number;
  /** Left the first assignee's hands before it was resolved; null: can't be told (yet). */
  escalated: boolean | null;
  /** Who had it when it was first resolved, where that isn't the first assignee, and who had it before; −1: nobody. */
  resolver: number;
  handedBy: number;
};

export type DeriveOptions = {
  workingDay: WorkingDay;
  /** Whether a person, by place, takes no tickets: a dispatcher or a service account. */
  passesOn: (person: number) => boolean;
  /** Minutes from UTC to the firm's wall clock at an instant. */
  offsetMinutes: (instant: number) => number;
};

/** The rows of each ticket in the order in which they happened; `offsets[t]` to `offsets[t + 1]` are those of ticket t. */
export type Ordered = { rows: Int32Array; offsets: Int32Array };

/** Orders rows by ticket, time, the source's own number, and place in the file, whatever order they came in. */
export function orderRows(log: EventLog): Ordered {
  const { ticket, order } = log.integers;
  const count = log.tickets.list.length;
  const offsets = new Int32Array(count + 1);
  for (let row = 0; row < log.rows; row++) offsets[ticket[row]! + 1]!++;
  for (let t = 0; t < count; t++) offsets[t + 1]! += offsets[t]!;
  const next = offsets.slice();
  const rows = new Int32Array(log.rows);
  for (let row = 0; row < log.rows; row++) rows[next[ticket[row]!]!++] = row;
  const before = (a: number, b: number) => log.at[a]! - log.at[b]! || order[a]! - order[b]! || a - b;
  for (let t = 0; t < count; t++) {
    const own = rows.subarray(offsets[t]!, offsets[t + 1]!);
    if (own.some((row, i) => i > 0 && before(own[i - 1]!, row) > 0)) own.sort(before);
  }
  return { rows, offsets };
}

/** Reads each ticket's story out of its ordered rows. */
export function* deriveTickets(log: EventLog, ordered: Ordered, options: DeriveOptions): Generator<DerivedTicket> {
  const classes = log.statuses.list.map(classOfStatus);
  for (let t = 0; t < log.tickets.list.length; t++) {
    yield deriveTicket(t, ordered.rows.subarray(ordered.offsets[t]!, ordered.offsets[t + 1]!), log, classes, options);
  }
}

function deriveTicket(
  ticket: number,
  rows: Int32Array,
  log: EventLog,
  classes: readonly StatusClass[],
  options: DeriveOptions,
): DerivedTicket {
  const { person, team, status, client, category, priority } = log.integers;
  const assigned = rows.findIndex((row) => person[row]! >= 0 && !options.passesOn(person[row]!));
  const resolved = rows.findIndex((row) => classes[status[row]!] === 'resolved');
  const openedRow = rows.find((row) => !Number.isNaN(log.openedAt[row]!));
  const hands = assigned < 0 ? { handoffs: 0, leftAt: -1 } : followHands(rows, assigned, log);
  const comparable = assigned >= 0 && resolved >= assigned;
  return {
    ticket,
    openedAt: openedRow === undefined ? log.at[rows[0]!]! : log.openedAt[openedRow]!,
    resolvedAt: resolved < 0 ? null : log.at[rows[resolved]!]!,
    firstAssignee: assigned < 0 ? -1 : person[rows[assigned]!]!,
    firstAssignedAt: assigned < 0 ? null : log.at[rows[assigned]!]!,
    firstTeam: assigned < 0 ? -1 : team[rows[assigned]!]!,
    client: firstKnown(rows, client),
    category: firstKnown(rows, category),
    priority: firstGiven(rows, priority),
    queueMinutes: comparable ? activeMinutes(rows.subarray(assigned, resolved + 1), log, classes, options) : null,
    startedUnassigned: person[rows[0]!]! < 0,
    handoffs: hands.handoffs,
    reopenCount: rows.reduce((most, row) => Math.max(most, log.integers.reopened[row]!), 0),
    escalated: escalated(assigned, resolved, hands.leftAt),
    ...(comparable ? findHelp(rows.subarray(assigned, resolved + 1), person, options) : NO_HELP),
  };
}

/** The earliest value that was known: what came later may be the outcome's doing. */
const firstKnown = (rows: Int32Array, column: Int32Array): number => {
  const row = rows.find((one) => column[one]! >= 0);
  return row === undefined ? -1 : column[row]!;
};
const firstGiven = (rows: Int32Array, column: Int32Array): number | null => {
  const row = rows.find((one) => column[one]! > 0);
  return row === undefined ? null : column[row]!;
};

/** Counts changes of hands after the first assignment, and finds where the ticket left the first assignee. */
function followHands(rows: Int32Array, assigned: number, log: EventLog): { handoffs: number; leftAt: number } {
  const { person, team } = log.integers;
  const first = person[rows[assigned]!]!;
  let lastPerson = first;
  let lastTeam = team[rows[assigned]!]!;
  let handoffs = 0;
  let leftAt = -1;
  for (let i = assigned + 1; i < rows.length; i++) {
    const who = person[rows[i]!]!;
    const where = team[rows[i]!]!;
    const otherTeam = where >= 0 && lastTeam >= 0 && where !== lastTeam;
    // A blank assignee in the same queue is a gap in the record more often than a change of hands.
    const otherPerson = who >= 0 && who !== lastPerson;
    if (otherTeam || otherPerson) handoffs++;
    if (leftAt < 0 && who !== first && (who >= 0 || otherTeam)) leftAt = i;
    if (who >= 0) lastPerson = who;
    if (where >= 0) lastTeam = where;
  }
  return { handoffs, leftAt };
}

const NO_HELP = { resolver: -1, handedBy: -1 };

/** Whoever had it at the end of these rows, and the one before them: help, unless it came back to where it began. */
function findHelp(
  rows: Int32Array,
  person: Int32Array,
  { passesOn }: DeriveOptions,
): Pick<DerivedTicket, 'resolver' | 'handedBy'> {
  const hands: number[] = [];
  for (const row of rows) {
    const who = person[row]!;
    if (who >= 0 && who !== hands.at(-1) && !passesOn(who)) hands.push(who);
  }
  const resolver = hands.at(-1)!;
  return hands.length < 2 || resolver === hands[0] ? NO_HELP : { resolver, handedBy: hands.at(-2)! };
}

function escalated(assigned: number, resolved: number, leftAt: number): boolean | null {
  if (assigned < 0) return null;
  if (resolved < 0) return leftAt >= 0 ? true : null;
  return resolved < assigned ? null : leftAt >= 0 && leftAt <= resolved;
}

/** Working minutes in active states over these rows; the state of a row holds until the next. */
function activeMinutes(
  rows: Int32Array,
  log: EventLog,
  classes: readonly StatusClass[],
  options: DeriveOptions,
): number {
  const wallClock = (row: number) => log.at[row]! / 60_000 + options.offsetMinutes(log.at[row]!);
  let minutes = 0;
  for (let i = 0; i + 1 < rows.length; i++) {
    if (classes[log.integers.status[rows[i]!]!] !== 'active') continue;
    const from = wallClock(rows[i]!);
    minutes += workingMinutes(from, Math.max(from, wallClock(rows[i + 1]!)), options.workingDay);
  }
  return minutes;
}
