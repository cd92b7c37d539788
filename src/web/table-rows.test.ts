import { describe, expect, it } from 'vitest';
import { filterRows, type Readable, sortRows, toTsv } from './table-rows.ts';

type Row = { name: string; level: number | null };
const columns: Readable<Row>[] = [
  { key: 'name', title: 'Name', value: ({ name }) => name },
  { key: 'level', title: 'Level', value: ({ level }) => level },
];
const rows: Row[] = [
  { name: 'Tom', level: 3 },
  { name: 'ana', level: null },
  { name: 'Priya', level: 4.5 },
];
const names = (found: Row[]) => found.map(({ name }) => name);

describe('rows of a table', () => {
  it('sort by words without regard to capitals, and by numbers as numbers', () => {
    expect(names(sortRows(rows, columns, { key: 'name', down: false }))).toEqual(['ana', 'Priya', 'Tom']);
    const ten = [
      { name: 'Pod 10', level: 10 },
      { name: 'Pod 9', level: 9 },
    ];
    expect(names(sortRows(ten, columns, { key: 'level', down: false }))).toEqual(['Pod 9', 'Pod 10']);
    expect(names(sortRows(ten, columns, { key: 'name', down: false }))).toEqual(['Pod 9', 'Pod 10']);
  });

  it('put what is not known last in both directions', () => {
    expect(names(sortRows(rows, columns, { key: 'level', down: false }))).toEqual(['Tom', 'Priya', 'ana']);
    expect(names(sortRows(rows, columns, { key: 'level', down: true }))).toEqual(['Priya', 'Tom', 'ana']);
  });

  it('stay as they came without a column to sort by', () => {
    expect(sortRows(rows, columns, null)).toEqual(rows);
    expect(sortRows(rows, columns, { key: 'gone', down: false })).toEqual(rows);
  });

  it('are found when every word of the filter occurs somewhere', () => {
    expect(names(filterRows(rows, columns, ' TOM 3 '))).toEqual(['Tom']);
    expect(filterRows(rows, columns, 'tom 4')).toEqual([]);
    expect(filterRows(rows, columns, '')).toEqual(rows);
  });
});

describe('a table copied for a spreadsheet', () => {
  it('has a header, one line a row and no stray separators', () => {
    expect(toTsv([{ name: 'A\tB\nC', level: null }], columns)).toBe('Name\tLevel\nA B C\t');
  });

  it('keeps text that looks like a formula as text, and negative numbers as numbers', () => {
    expect(toTsv([{ name: '=HYPERLINK("x")', level: -1 }], columns)).toBe('Name\tLevel\n\'=HYPERLINK("x")\t-1');
  });
});
