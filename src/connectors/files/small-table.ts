import { Refusal } from '../../base/errors.ts';
import { type Day, dayOf, type Instant } from '../../base/time.ts';
import { type OrderedBatch, settleDateOrder } from './date-order.ts';
import type { DateOrder } from './dates.ts';
import { createInstantReader } from './instants.ts';
import { plainName } from './recognise.ts';
import { openTable } from './table.ts';
import { openZone } from './zone.ts';

/** Lists of people and of ratings are read whole; nobody has this many. */
const MOST_ROWS = 100_000;
const FIRST_YEAR = 1950;

/** A field of a small file: its name on screen and the columns that it may be in. */
export type SmallField = { title: string; columns: readonly string[]; date?: boolean };

/** One row of a small file. */
export type SmallRow<F extends string> = {
  line: number;
  /** Trimmed; null when empty. */
  text(field: F): string | null;
  /** Undefined when it can't be read; null when empty. */
  day(field: F): Day | null | undefined;
};

/** A small file, read whole, with the columns that were found. */
export type SmallTable<F extends string> = {
  columns: string[];
  mapping: Partial<Record<F, string>>;
  rows: SmallRow<F>[];
};

/** Finds the columns of a small file by their names; `overrides` are the user's corrections. */
export function mapColumns<F extends string>(
  columns: readonly string[],
  fields: Readonly<Record<F, SmallField>>,
  overrides: Readonly<Record<string, string>>,
): Partial<Record<F, string>> {
  const byName = new Map<string, string>();
  for (const name of columns) if (!byName.has(plainName(name))) byName.set(plainName(name), name);
  const mapping: Partial<Record<F, string>> = {};
  for (const [field, { columns: names }] of Object.entries(fields) as [F, SmallField][]) {
    const found = names.map((name) => byName.get(plainName(name))).find((name) => name !== undefined);
    if (found !== undefined) mapping[field] = found;
  }
  for (const [field, column] of Object.entries(overrides)) {
    if (!Object.hasOwn(fields, field)) {
      throw new Refusal(
        'bad-input',
        `There is no field "${field}": the fields are ${Object.keys(fields).join(', ')}.`,
        { field },
      );
    }
    if (column === '') delete mapping[field as F];
    else if (columns.includes(column)) mapping[field as F] = column;
    else
      throw new Refusal('bad-input', `The file has no column "${column}": choose one of its columns.`, {
        field,
        column,
      });
  }
  return mapping;
}

/** Reads a small file whole. */
export async function readSmallTable<F extends string>(
  source: AsyncIterable<Uint8Array>,
  fields: Readonly<Record<F, SmallField>>,
  options: {
    mapping: Readonly<Record<string, string>>;
    dateOrder?: DateOrder | undefined;
    now: Instant;
    onColumns?: (mapping: Partial<Record<F, string>>) => void;
  },
): Promise<SmallTable<F>> {
  const table = await openTable(source);
  const mapping = mapColumns(table.columns, fields, options.mapping);
  options.onColumns?.(mapping);
  const index = (field: F) => table.columns.indexOf(mapping[field]!);
  const dates = (Object.keys(mapping) as F[]).filter((field) => fields[field].date);
  const rows: SmallRow<F>[] = [];
  const dateColumns = dates.map((field) => ({ name: mapping[field]!, index: index(field) }));
  for await (const batch of settleDateOrder(table.batches, dateColumns, options.dateOrder)) {
    if (rows.length + batch.rows.length > MOST_ROWS) {
      throw new Refusal('too-large', `The file has more than ${MOST_ROWS.toLocaleString('en')} rows: split it.`);
    }
    rows.push(...toRows(batch, (field: F) => (mapping[field] === undefined ? -1 : index(field)), options.now));
  }
  return { columns: table.columns, mapping, rows };
}

function toRows<F extends string>(
  { rows, lines, order }: OrderedBatch,
  index: (field: F) => number,
  now: Instant,
): SmallRow<F>[] {
  const readInstant = createInstantReader(order, openZone('UTC'), now, FIRST_YEAR);
  return rows.map((cells, i) => {
    const text = (field: F) => cells[index(field)]?.trim() || null;
    return {
      line: lines[i]!,
      text,
      day: (field) => {
        const given = text(field);
        if (given === null) return null;
        const read = readInstant(given);
        return 'value' in read ? dayOf(read.value) : undefined;
      },
    };
  });
}
