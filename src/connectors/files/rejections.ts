import { Refusal } from '../../base/errors.ts';
import type { ImportRejection } from '../../records/work/types.ts';

const MOST_KEPT = 1000;
/** With more unreadable rows than this share the file is not what it was taken for. */
const MOST_SHARE = 0.2;

/** Rows that could not be read: all counted, the first thousand kept. */
export type Rejections = {
  count: number;
  kept: ImportRejection[];
  add(line: number, column: string, reason: string): void;
};

/** An empty list of rejections. */
export function createRejections(): Rejections {
  const rejections: Rejections = {
    count: 0,
    kept: [],
    add(line, columnName, reason) {
      rejections.count++;
      if (rejections.kept.length < MOST_KEPT)
        rejections.kept.push({ line, columnName: columnName.slice(0, 200), reason });
    },
  };
  return rejections;
}

/** Refuses a file of which too many rows could not be read: something is wrong with all of it. */
export function refuseTooMany(rejections: Rejections, rows: number): void {
  if (rows > 0 && rejections.count < rows && rejections.count <= rows * MOST_SHARE) return;
  const first = rejections.kept[0];
  const where = first
    ? ` The first is on line ${first.line}${first.columnName ? `, column "${first.columnName}"` : ''}: ${first.reason}`
    : '';
  throw new Refusal(
    'cannot-read',
    `${rejections.count} of ${rows} rows could not be read, so nothing was imported: check the file and the columns.${where}`,
    { line: first?.line ?? 1, rejected: rejections.count, rows, rejections: rejections.kept.slice(0, 20) },
  );
}
