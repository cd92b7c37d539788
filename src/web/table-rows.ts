/** What a table sorts, filters and copies by. */
export type Cell = string | number | null;
export type Sorting = { key: string; down: boolean };
export type Readable<Row> = { key: string; title: string; value: (row: Row) => Cell };

const words = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Rows in order of one column; nothing known sorts last either way; equal rows keep their order. */
export function sortRows<Row>(rows: readonly Row[], columns: readonly Readable<Row>[], by: Sorting | null): Row[] {
  const column = columns.find(({ key }) => key === by?.key);
  if (!column || !by) return [...rows];
  const sign = by.down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const left = column.value(a);
    const right = column.value(b);
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * words.compare(String(left), String(right));
  });
}

/** Rows in which every word of the filter occurs in some column. */
export function filterRows<Row>(rows: readonly Row[], columns: readonly Readable<Row>[], filter: string): Row[] {
  const wanted = filter.toLocaleLowerCase('en').split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [...rows];
  return rows.filter((row) => {
    const text = columns
      .map(({ value }) => String(value(row) ?? ''))
      .join('\n')
      .toLocaleLowerCase('en');
    return wanted.every((word) => text.includes(word));
  });
}

/** The table as tab-separated text for a spreadsheet. A cell that could run as a formula there is kept as text. */
export function toTsv<Row>(rows: readonly Row[], columns: readonly Readable<Row>[]): string {
  const clean = (cell: Cell) => {
    if (typeof cell === 'number') return String(cell);
    const text = (cell ?? '').replace(/[\t\r\n]+/g, ' ');
    return /^[=+\-@]/.test(text) ? `'${text}` : text;
  };
  const lines = rows.map((row) => columns.map(({ value }) => clean(value(row))).join('\t'));
  return [columns.map(({ title }) => clean(title)).join('\t'), ...lines].join('\n');
}
