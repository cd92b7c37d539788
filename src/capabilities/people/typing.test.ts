import { describe, expect, it } from 'vitest';
import { cellsOfPaste, EMPTY_ROW, pasteInto, peopleOfGrid } from './typing.ts';

describe('a paste into the grid', () => {
  it('fills cells from where it lands and adds the rows that it needs', () => {
    const cells = cellsOfPaste('Ana\tDesk\r\nTom\tDesk\r\n');
    expect(cells).toEqual([
      ['Ana', 'Desk'],
      ['Tom', 'Desk'],
    ]);
    const rows = pasteInto([{ ...EMPTY_ROW, reportsTo: 'Priya' }], cells, 0, 0);
    expect(rows).toEqual([
      { name: 'Ana', team: 'Desk', title: '', reportsTo: 'Priya' },
      { name: 'Tom', team: 'Desk', title: '', reportsTo: '' },
    ]);
  });

  it('drops what lies beyond the last column', () => {
    const rows = pasteInto([EMPTY_ROW], [['Lead', 'Ana', 'more']], 0, 2);
    expect(rows).toEqual([{ name: '', team: '', title: 'Lead', reportsTo: 'Ana' }]);
  });
});

describe('the people of a grid', () => {
  it('are the rows with a name; empty fields are not known', () => {
    expect(peopleOfGrid([EMPTY_ROW, { ...EMPTY_ROW, name: ' Ana ', team: ' ' }])).toEqual([
      { name: 'Ana', team: null, title: null, reportsTo: null },
    ]);
  });
});
