import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import type { ShownNode } from '../../model/sight-help.ts';
import { layOutHelp } from './layout.ts';

const node = (at: number, team: number | null, own: number, given: number): ShownNode => ({
  key: `person${at}`,
  kind: 'person',
  personId: at as never,
  teamId: team as never,
  people: 1,
  own,
  given,
  received: 0,
  credit: null,
  within: 0,
  betweenWithTeam: false,
  measures: null,
});

const amount = fc.integer({ min: 0, max: 900 });
const helps = fc
  .array(fc.record({ team: fc.option(fc.integer({ min: 1, max: 30 })), own: amount, given: amount }), {
    minLength: 2,
    maxLength: 90,
  })
  .chain((people) => {
    const someone = fc.integer({ min: 0, max: people.length - 1 }).map((at) => `person${at}`);
    return fc.record({
      nodes: fc.constant(people.map(({ team, own, given }, at) => node(at, team, own, given))),
      ties: fc.array(
        fc.record({
          from: someone,
          to: someone,
          tickets: fc.integer({ min: 1, max: 99 }),
          credit: fc.constant(null),
        }),
        { maxLength: 200 },
      ),
    });
  });

describe('the layout of the network', () => {
  it('keeps every row apart and inside, on a phone and on a large screen', () => {
    fc.assert(
      fc.property(helps, fc.constantFrom(358, 719, 720, 1312), (help, width) => {
        const { clusters, height, x } = layOutHelp(help, width, null);
        for (const bank of ['left', 'right'] as const) {
          const rows = clusters.filter((one) => one.bank === bank).flatMap((one) => one.rows);
          const sorted = rows.map(({ y }) => y).sort((a, b) => a - b);
          expect(sorted.every((y, at) => at === 0 || y - sorted[at - 1]! >= 30)).toBe(true);
          expect(rows.every(({ y, dot, ring }) => y <= height && dot + ring + 2 <= 15)).toBe(true);
        }
        expect(x.left).toBeGreaterThan(0);
        expect(x.right).toBeLessThan(width);
        if (width < 720) expect(clusters.every(({ bank }) => bank === 'left')).toBe(true);
      }),
    );
  });

  it('draws the strongest ties and says how many there are', () => {
    fc.assert(
      fc.property(helps, (help) => {
        const { curves, ties } = layOutHelp(help, 1312, null);
        const drawn = curves.map(({ tie }) => tie.tickets);
        expect(curves.length).toBeLessThanOrEqual(48);
        expect(ties).toBe(help.ties.length);
        expect(drawn).toEqual([...drawn].sort((a, b) => b - a));
      }),
    );
  });

  it('is the same every time', () => {
    fc.assert(
      fc.property(helps, (help) => {
        expect(layOutHelp(help, 1312, null)).toEqual(layOutHelp(help, 1312, null));
      }),
      { numRuns: 20 },
    );
  });

  it('draws all the ties of one person alone when asked', () => {
    const nodes = [node(1, 1, 5, 5), node(2, 1, 9, 2), node(3, 2, 1, 0)];
    const ties = [
      { from: 'person1', to: 'person2', tickets: 3, credit: null },
      { from: 'person3', to: 'person2', tickets: 1, credit: null },
      { from: 'person3', to: 'person1', tickets: 2, credit: null },
    ];
    const { curves } = layOutHelp({ nodes, ties }, 1312, 'person1');
    expect(curves.map(({ tie }) => tie.tickets)).toEqual([3, 2]);
    expect(curves.map(({ between }) => between)).toEqual([false, true]);
  });
});
