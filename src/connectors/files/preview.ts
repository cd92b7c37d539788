import type { Instant } from '../../base/time.ts';
import type { Column } from './date-order.ts';
import { type DateOrder, dependsOnOrder, orderShownBy, readDate } from './dates.ts';
import { createInstantReader } from './instants.ts';
import { recogniseSource } from './recognise.ts';
import type { RowBatch } from './rows.ts';
import { mapColumns, type SmallField } from './small-table.ts';
import { TICKET_DATES, TICKET_FIELDS, type TicketField } from './sources.ts';
import { openTable } from './table.ts';
import { openZone } from './zone.ts';

/** How a file is to be looked at. */
export type PreviewReading = {
  source: AsyncIterable<Uint8Array>;
  mapping: Readonly<Record<string, string>>;
  dateOrder: DateOrder | undefined;
  timeZone: string;
  now: Instant;
};

/** What the head of a file shows. */
export type Preview = {
  columns: string[];
  fields: { field: string; title: string; column: string | null; required: boolean }[];
  sample: Record<string, string>[];
  questions: { question: 'date-order'; column: string; example: string }[];
  unread: string[];
};

/** From this size on what is looked at is taken for the head of a longer file, where a later row may decide. */
const WHOLE_BELOW_BYTES = 250_000;
const SAMPLE_ROWS = 5;

/** What a file of tickets is understood to be. */
export async function previewTickets(
  reading: PreviewReading,
): Promise<Preview & { source: string; sourceTitle: string }> {
  const head = await readHead(reading.source);
  const recognised = recogniseSource(head.columns, reading.mapping);
  const { source, mapping, unused } = recognised;
  const shown = (Object.keys(TICKET_FIELDS) as TicketField[]).filter((field) =>
    source.shape === 'log' ? field in source.columns : field !== 'changed' && field !== 'change-number',
  );
  const dates = new Set<string>(TICKET_DATES);
  const fields = shown.map((field) => ({
    field,
    title: TICKET_FIELDS[field],
    column: mapping[field] ?? null,
    required: source.required.includes(field),
  }));
  return { source: source.source, sourceTitle: source.title, ...describe(head, fields, dates, unused, reading) };
}

/** What a list of people or of ratings is understood to be. */
export async function previewSmall<F extends string>(
  reading: PreviewReading,
  all: Readonly<Record<F, SmallField>>,
  required: readonly F[],
): Promise<Preview> {
  const head = await readHead(reading.source);
  const mapping = mapColumns(head.columns, all, reading.mapping);
  const keys = Object.keys(all) as F[];
  const dates = new Set<string>(keys.filter((field) => all[field].date));
  const used = new Set<string | undefined>(Object.values(mapping));
  const fields = keys.map((field) => ({
    field,
    title: all[field].title,
    column: mapping[field] ?? null,
    required: required.includes(field),
  }));
  return describe(
    head,
    fields,
    dates,
    [...new Set(head.columns)].filter((name) => name !== '' && !used.has(name)),
    reading,
  );
}

type Head = { columns: string[]; rows: string[][]; whole: boolean };

/** The header and the rows that come with the first piece of the file. */
async function readHead(source: AsyncIterable<Uint8Array>): Promise<Head> {
  let bytes = 0;
  async function* counted() {
    for await (const chunk of source) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  const table = await openTable(counted());
  const rows: string[][] = [];
  for await (const batch of upTo(table.batches, WHOLE_BELOW_BYTES, () => bytes)) rows.push(...batch.rows);
  return { columns: table.columns, rows, whole: bytes < WHOLE_BELOW_BYTES };
}

/** Stops before the piece that may be cut off in the middle of a row. */
async function* upTo(batches: AsyncIterable<RowBatch>, limit: number, bytes: () => number): AsyncGenerator<RowBatch> {
  for await (const batch of batches) {
    yield batch;
    if (bytes() >= limit) return;
  }
}

function describe(
  head: Head,
  fields: Preview['fields'],
  dates: ReadonlySet<string>,
  unread: string[],
  reading: PreviewReading,
): Preview {
  const columns = fields.flatMap(({ field, column }): (Column & { field: string })[] =>
    column === null ? [] : [{ field, name: column, index: head.columns.indexOf(column) }],
  );
  const { order, question } = lookForOrder(
    head.rows,
    columns.filter(({ field }) => dates.has(field)),
  );
  const known = reading.dateOrder ?? order;
  const read = createInstantReader(known ?? 'day-first', openZone(reading.timeZone), reading.now, 1950);
  const show = (field: string, text: string): string => {
    const parts = dates.has(field) ? readDate(text) : undefined;
    if (!parts || (parts.open && known === undefined)) return text;
    const instant = read(text);
    return 'value' in instant ? inZone(instant.value, reading.timeZone, parts.seconds > 0) : text;
  };
  return {
    columns: head.columns,
    fields,
    sample: head.rows
      .slice(0, SAMPLE_ROWS)
      .map((row) =>
        Object.fromEntries(
          columns.map(({ field, index }) => [field, show(field, (row[index] ?? '').trim().slice(0, 200))]),
        ),
      ),
    questions: known === undefined && question && head.whole ? [question] : [],
    unread,
  };
}

function lookForOrder(rows: readonly string[][], columns: readonly Column[]) {
  let question: Preview['questions'][number] | undefined;
  for (const row of rows) {
    for (const { name, index } of columns) {
      const text = row[index]?.trim() ?? '';
      const parts = readDate(text);
      const order = parts && orderShownBy(parts);
      if (order) return { order };
      if (!question && parts && dependsOnOrder(parts))
        question = { question: 'date-order', column: name, example: text };
    }
  }
  return { question };
}

/** `2026-03-01 09:30`, in the zone of the file. */
function inZone(instant: Instant, timeZone: string, withTime: boolean): string {
  const options: Intl.DateTimeFormatOptions = { timeZone, dateStyle: 'short', ...(withTime && { timeStyle: 'short' }) };
  return new Intl.DateTimeFormat('sv-SE', options).format(instant);
}
