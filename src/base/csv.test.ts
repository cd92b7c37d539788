import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import fc from '../../test/support/properties.ts';
import { csvCell, csvOf } from './csv.ts';

it('keeps as text what a spreadsheet would run', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r']) expect(csvCell(`${start}1+1`).replace(/^"/, '')).toMatch(/^'/);
  expect(csvCell("O'Neil, Ana")).toBe(`"O'Neil, Ana"`);
  expect(csvCell(-3)).toBe('-3');
});

it('reads back as what was written, whatever it holds', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '\t', '=', '@', ' ', 'é', "'") });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
      const read = parse(csvOf(['a', 'b'], rows), { record_delimiter: '\r\n' }) as string[][];
      const kept = (one: string) => (/^[=+\-@\t\r]/.test(one) ? `'${one}` : one);
      expect(read.slice(1)).toEqual(rows.map((row) => row.map(kept)));
      for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});
