import { Refusal } from '../../base/errors.ts';
import { type DateOrder, dependsOnOrder, orderShownBy, readDate } from './dates.ts';
import type { RowBatch } from './rows.ts';

/** A column of the file. */
export type Column = { name: string; index: number };

/** Rows together with the order of day and month that holds for the whole file. */
export type OrderedBatch = RowBatch & { order: DateOrder };

/** So many rows are held back while every date fits both orders; that many without a single day after the 12th ask. */
const MOST_HELD = 400_000;

/**
 * Decides between day/month and month/day over all dates of the file: from the first date that depends on it, rows wait
 * until one shows the order (a 13th or later), which in real exports takes a few hundred. When none does it is asked,
 * never guessed. A later date that contradicts is rejected where it is read. Batches come in the order of the file; until
 * something depends on it, the order they carry means nothing.
 */
export async function* settleDateOrder(
  batches: AsyncIterable<RowBatch>,
  columns: readonly Column[],
  given: DateOrder | undefined,
): AsyncGenerator<OrderedBatch> {
  let order = given;
  let held: RowBatch[] = [];
  let rows = 0;
  let unsure: Question | undefined;
  for await (const batch of batches) {
    if (order === undefined) {
      const seen = lookAt(batch, columns);
      order = seen.order;
      unsure ??= seen.unsure;
    }
    if (order === undefined && unsure) {
      held.push(batch);
      rows += batch.rows.length;
      if (rows >= MOST_HELD) throw askForOrder(unsure);
      continue;
    }
    for (const one of held) yield { ...one, order: order! };
    held = [];
    yield { ...batch, order: order ?? 'day-first' };
  }
  if (order === undefined && unsure) throw askForOrder(unsure);
}

type Question = { question: 'date-order'; column: string; example: string };

function lookAt(batch: RowBatch, columns: readonly Column[]): { order?: DateOrder; unsure?: Question } {
  let unsure: Question | undefined;
  for (const row of batch.rows) {
    for (const { name, index } of columns) {
      const text = row[index]?.trim();
      const parts = text ? readDate(text) : undefined;
      const order = parts && orderShownBy(parts);
      if (order) return { order };
      if (!unsure && text && parts && dependsOnOrder(parts))
        unsure = { question: 'date-order', column: name, example: text };
    }
  }
  return unsure ? { unsure } : {};
}

function askForOrder(question: Question): Refusal {
  return new Refusal(
    'needs-answer',
    `The dates in column "${question.column}" can be read both ways ("${question.example}"): say whether the day or the month comes first.`,
    question,
  );
}
