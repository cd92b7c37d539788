import type { Instant } from '../../base/time.ts';
import { addLogRow, classOfStatus, createEventLog, type EventLog } from '../../records/work/event-log.ts';
import type { ListedTicket } from '../../records/work/listed.ts';
import { type Column, settleDateOrder } from './date-order.ts';
import { type DateOrder, readDate } from './dates.ts';
import { createInstantReader } from './instants.ts';
import { plainName, type Recognised } from './recognise.ts';
import type { Rejections } from './rejections.ts';
import { TICKET_DATES, type TicketField } from './sources.ts';
import type { Table } from './table.ts';
import {
  type DurationUnit,
  type Read,
  readDifficulty,
  readMinutes,
  readName,
  readNumber,
  readPriority,
  readSatisfaction,
} from './values.ts';
import type { Zone } from './zone.ts';

/** How a file of tickets is to be read. */
export type TicketReading = {
  table: Table;
  recognised: Recognised;
  zone: Zone;
  now: Instant;
  /** As told by the user; absent: found out from the file. */
  dateOrder?: DateOrder | undefined;
  rejections: Rejections;
  /** Told how many rows were read so far, after every few hundred. */
  onRows: (rows: number) => void;
};

const DAY_MS = 86_400_000;

/** A value that makes its whole row unreadable. Thrown and caught within this file, once per bad row. */
class Unreadable {
  readonly column: string;
  readonly reason: string;
  constructor(column: string, reason: string) {
    this.column = column;
    this.reason = reason;
  }
}

/** Reads an event log, one row a change of a ticket, into memory; in any order of rows. */
export async function readEventLog(reading: TicketReading): Promise<EventLog> {
  const log = createEventLog();
  for await (const rows of readRows(reading, addEvent(log))) void rows;
  return log;
}

/** Reads a ticket list, one row a ticket, some hundred at a time. */
export function readTicketList(reading: TicketReading): AsyncGenerator<ListedTicket[]> {
  return readRows(reading, listTicket(reading.recognised));
}

/** What a row's reader sees of it. */
type Row = {
  line: number;
  /** The field's text, trimmed; null when empty, missing or what the source writes for nothing. */
  text(field: TicketField): string | null;
  /** The text of a field that every row has. */
  required(field: TicketField): string;
  name(field: TicketField): string | null;
  instant(field: TicketField): Instant | null;
  fail(field: TicketField, reason: string): never;
};

async function* readRows<T>(reading: TicketReading, read: (row: Row) => T): AsyncGenerator<T[]> {
  const { table, recognised, rejections } = reading;
  const { mapping } = recognised;
  const columnOf = (field: TicketField): Column => ({
    name: mapping[field]!,
    index: table.columns.indexOf(mapping[field]!),
  });
  const dates = TICKET_DATES.filter((field) => mapping[field] !== undefined).map(columnOf);
  let count = 0;
  let view: ReturnType<typeof createRowView> | undefined;
  let order: DateOrder | undefined;
  for await (const batch of settleDateOrder(table.batches, dates, reading.dateOrder)) {
    if (view === undefined || batch.order !== order) {
      order = batch.order;
      view = createRowView(reading, createInstantReader(order, reading.zone, reading.now));
    }
    const done: T[] = [];
    for (let i = 0; i < batch.rows.length; i++) {
      try {
        done.push(read(view(batch.rows[i]!, batch.lines[i]!)));
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        rejections.add(batch.lines[i]!, error.column, error.reason);
      }
    }
    count += batch.rows.length;
    reading.onRows(count);
    yield done;
  }
}

/** One view for all rows of a file: it is moved from row to row. */
function createRowView({ table, recognised }: TicketReading, readInstant: (text: string) => Read<Instant>) {
  const { mapping, source } = recognised;
  const indexes = Object.fromEntries(
    (Object.entries(mapping) as [TicketField, string][]).map(([field, name]) => [field, table.columns.indexOf(name)]),
  ) as Partial<Record<TicketField, number>>;
  const width = table.columns.length;
  let cells: string[] = [];
  const fail = (field: TicketField, reason: string): never => {
    throw new Unreadable(mapping[field] ?? '', reason);
  };
  const text = (field: TicketField): string | null => {
    const index = indexes[field];
    const cell = index === undefined ? undefined : cells[index];
    if (cell === undefined || cell === '' || cell === source.nothing) return null;
    const trimmed = cell.trim();
    return trimmed === '' || trimmed === source.nothing ? null : trimmed;
  };
  const row: Row = {
    line: 0,
    text,
    fail,
    required: (field) =>
      text(field) ??
      fail(field, cells.length < width ? 'The row has fewer columns than the header.' : 'This is missing.'),
    name: (field) => {
      const given = text(field);
      return given === null ? null : (readName(given) ?? fail(field, 'This is longer than 200 characters.'));
    },
    instant: (field) => {
      const given = text(field);
      if (given === null) return null;
      const read = readInstant(given);
      return 'value' in read ? read.value : fail(field, read.reason);
    },
  };
  return (next: string[], line: number): Row => {
    cells = next;
    row.line = line;
    if (next.length > width && !source.wide && next.slice(width).some((cell) => cell.trim() !== '')) {
      throw new Unreadable('', 'The row has more columns than the header.');
    }
    return row;
  };
}

function addEvent(log: EventLog): (row: Row) => void {
  return (row) => {
    const ticket = row.required('ticket');
    const status = row.required('status');
    // ServiceNow writes the number of a state that it has no name for.
    if (/^-\d+$/.test(status)) row.fail('status', 'This is no state.');
    row.required('changed');
    const priority = row.text('priority');
    addLogRow(log, {
      ticket: ticket.length <= 200 ? ticket : row.fail('ticket', 'This is longer than 200 characters.'),
      at: row.instant('changed')!,
      order: readCount(row, 'change-number') ?? 0,
      status: log.statuses.placeOf(status.slice(0, 100)),
      person: log.people.placeOf(row.name('assignee')),
      team: log.teams.placeOf(row.name('team')),
      client: log.clients.placeOf(row.name('client')),
      category: log.categories.placeOf(row.name('category')),
      priority: (priority === null ? undefined : readPriority(priority)) ?? 0,
      openedAt: row.instant('opened') ?? Number.NaN,
      reopened: readCount(row, 'reopened') ?? 0,
    });
  };
}

function listTicket({ source, mapping }: Recognised): (row: Row) => ListedTicket {
  const unit = unitOf(mapping.minutes, source.unit);
  return (row) => {
    const ticket = row.required('ticket');
    row.required('opened');
    const assignee = row.name('assignee');
    const status = row.text('status');
    const closed = status === null || classOfStatus(status) === 'resolved' ? row.instant('closed') : null;
    const satisfaction = row.text('satisfaction');
    const priority = row.text('priority');
    return {
      line: row.line,
      ticket: ticket.length <= 200 ? ticket : row.fail('ticket', 'This is longer than 200 characters.'),
      openedAt: row.instant('opened')!,
      resolvedAt: row.instant('resolved') ?? closed,
      assignee: assignee === null ? null : firstOf(assignee, source.source),
      assignedAt: row.instant('assigned'),
      team: row.name('team'),
      client: row.name('client'),
      category: row.name('category'),
      priority: (priority === null ? undefined : readPriority(priority)) ?? null,
      minutes: readDuration(row, unit),
      satisfaction: (satisfaction === null ? undefined : readSatisfaction(satisfaction)) ?? null,
      ...readTriage(row),
      resolver: row.name('resolver'),
      reopenCount: readCount(row, 'reopened'),
    };
  };
}

/** How hard a ticket looked, and when that was said: a day without a time counts as its end, so that it proves no order. */
function readTriage(row: Row): Pick<ListedTicket, 'triage' | 'triagedAt'> {
  const said = row.text('triage');
  const at = row.instant('triaged');
  if (said === null) return { triage: null, triagedAt: null };
  const triage = readDifficulty(said) ?? row.fail('triage', 'This is no difficulty from 1 (easy) to 5 (hard).');
  const isDay = at !== null && readDate(row.text('triaged')!)?.seconds === 0;
  return { triage, triagedAt: isDay ? at + DAY_MS - 1 : at };
}

/** The column's name says its unit more surely than the kind of file does. */
function unitOf(column: string | undefined, usual: DurationUnit): DurationUnit {
  if (column === undefined) return usual;
  if (/hour|hrs|stunden/.test(plainName(column))) return 'hours';
  return /minute|mins?$/.test(plainName(column)) ? 'minutes' : usual;
}

/** Where several people are listed, the first counts. */
function firstOf(assignee: string, source: string): string {
  const first = assignee.split(source === 'connectwise' ? /[,;]/ : ';').find((part) => part.trim() !== '');
  return first?.trim() ?? assignee;
}

function readDuration(row: Row, unit: DurationUnit): number | null {
  const text = row.text('minutes');
  if (text === null) return null;
  const read = readMinutes(text, unit);
  return 'value' in read ? read.value : row.fail('minutes', read.reason);
}

function readCount(row: Row, field: TicketField): number | null {
  const text = row.text(field);
  if (text === null) return null;
  const value = readNumber(text);
  if (value === undefined || !Number.isInteger(value) || value < 0 || value > 1_000_000) {
    return row.fail(field, 'This is no whole number of times.');
  }
  return value;
}
