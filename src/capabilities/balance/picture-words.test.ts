import { expect, test } from 'vitest';
import type { Row, RowSide } from '../../model/picture/types.ts';
import { sayNextLead, saySide, sayStrip } from './picture-words.ts';

const side = (part: Partial<RowSide>) => ({ need: 4, mean: 2.6, missing: false, enough: false, ...part }) as RowSide;
const row = (holderName: string | null, technical: boolean, people: boolean) =>
  ({
    seat: { holderName, state: 'held' },
    technical: side({ missing: technical }),
    people: side({ missing: people }),
  }) as Row;

test('a side claims no more than its evidence does', () => {
  expect(saySide(side({ missing: true }), true)).toBe('about 2.6, probably short of 4.0');
  expect(saySide(side({ enough: true, mean: 4.2 }), true)).toBe('about 4.2, probably enough for 4.0');
  expect(saySide(side({ mean: 3.9 }), true)).toBe("about 3.9; can't be told yet against 4.0");
  expect(saySide(side({ mean: null }), true)).toBe('not known yet; needs 4.0');
  expect(saySide(side({ mean: null }), false)).toBe('needs 4.0');
});

test('a strip names only those who are probably short, and counts the rest', () => {
  const rows = [row('Ana', false, true), row('Bo', true, false), row('Cy', false, false), row(null, false, false)];
  expect(sayStrip(rows)).toBe('short with people: Ana; short with the work: Bo; 1 open');
  const many = ['A', 'B', 'C', 'D'].map((name) => row(name, false, true));
  expect(sayStrip(many)).toBe('short with people: A, B, 2 more');
  expect(sayStrip([row('Cy', false, false)])).toBe('');
  const planned = { ...row(null, false, false), seat: { holderName: null, state: 'planned' } } as Row;
  expect(sayStrip([planned, row(null, false, false)])).toBe('1 open; 1 planned');
});

test('the next lead is announced, and named due once the firm is large enough', () => {
  expect(sayNextLead(10, 5)).toBe('at about 10 technicians');
  expect(sayNextLead(10, 12)).toBe('worth a look: due from about 10 technicians');
});
