import { describe, expect, it } from 'vitest';
import type { Month } from '../../base/month.ts';
import type { PlanRow } from '../../records/growth/types.ts';
import { addMonth, growYearly, moveCell, pasteCells, rowsOf, setCell } from './plan-rows.ts';

const row = (month: string, endpoints: number, more: Partial<PlanRow> = {}): PlanRow => ({
  month,
  clients: null,
  endpoints,
  hoursPerEndpoint: null,
  hires: null,
  leavers: null,
  budget: null,
  ...more,
});
const rows = [row('2027-01', 1000), row('2027-02', 1100), row('2027-03', 1210)];
const endpointsOf = (plan: readonly PlanRow[]) => plan.map(({ endpoints }) => endpoints);

describe('the rows of a plan', () => {
  it('are what was typed, else what was looked at', () => {
    const look = {
      months: ['2027-01', '2027-02'] as Month[],
      plan: { endpoints: [10.4, 11], hoursPerEndpoint: [1, 1] },
    };
    expect(rowsOf(rows, look)).toEqual(rows);
    expect(rowsOf([], look)).toEqual([row('2027-01', 10), row('2027-02', 11)]);
  });

  it('take an empty cell for not told, and no endpoints for none', () => {
    expect(setCell(rows, 1, 'hires', 2)[1]!.hires).toBe(2);
    expect(setCell(rows, 1, 'endpoints', null)[1]!.endpoints).toBe(0);
  });
});

describe('a point drawn to another height', () => {
  it('moves its month alone, or the later months with it in proportion', () => {
    expect(endpointsOf(moveCell(rows, 1, 'endpoints', 1320, false))).toEqual([1000, 1320, 1210]);
    expect(endpointsOf(moveCell(rows, 1, 'endpoints', 1320, true))).toEqual([1000, 1320, 1452]);
  });

  it('never goes below nothing, and lifts later months by as much where it stood at 0', () => {
    expect(endpointsOf(moveCell(rows, 0, 'endpoints', -50, false))).toEqual([0, 1100, 1210]);
    expect(endpointsOf(moveCell([row('2027-01', 0), row('2027-02', 7)], 0, 'endpoints', 5, true))).toEqual([5, 12]);
  });

  it('leaves months alone of which nothing is told', () => {
    const moved = moveCell([row('2027-01', 9, { hires: 2 }), row('2027-02', 9)], 0, 'hires', 4, true);
    expect(moved.map(({ hires }) => hires)).toEqual([4, null]);
  });
});

describe('whole stretches of a plan', () => {
  it('are pasted from a spreadsheet over the cells from one on', () => {
    const pasted = pasteCells(rows, 1, 'endpoints', '2,000\t0.5\t80\nx\t\t81\n9\t9\t9');
    expect(pasted[0]).toEqual(rows[0]);
    expect(pasted[1]).toEqual(row('2027-02', 2000, { hoursPerEndpoint: 0.5, clients: 80 }));
    expect(pasted[2]).toEqual(row('2027-03', 1210, { clients: 81 }));
  });

  it('grow by a share a year', () => {
    const year = Array.from({ length: 13 }, (_, at) => row(`x${at}`, 500));
    expect(endpointsOf(growYearly(year, 0.2)).at(-1)).toBe(600);
    expect(endpointsOf(growYearly(year, -1))[1]).toBe(0);
  });

  it('go on by a month as the last one was, over the end of a year', () => {
    const longer = addMonth([row('2027-12', 70, { hires: 3, budget: 9 })], '2027-01' as Month);
    expect(longer[1]).toEqual(row('2028-01', 70, { hires: 0, budget: 9 }));
    expect(addMonth([], '2027-01' as Month)).toEqual([row('2027-01', 0)]);
  });
});
