import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { type Considered, compareGroups, SMALLER_GROUPS } from './compare.ts';

/** So many of a group, the first of them chosen. */
const group = (name: string, size: number, chosen: number): Considered[] =>
  Array.from({ length: size }, (_, i) => ({ group: name, chosen: i < chosen }));
const compare = (...groups: Considered[][]) => compareGroups(groups.flat());
const rowOf = (name: string, ...groups: Considered[][]) => compare(...groups).find((row) => row.name === name)!;

describe('comparing groups', () => {
  it('gives the measured reference: 2 of 12 against 8 of 20, ratio .4167, p .2479, and says what it is', () => {
    const [highest, other] = compare(group('men', 20, 8), group('women', 12, 2));
    expect(highest).toMatchObject({ name: 'men', rate: 0.4, reading: 'highest', ratio: null, p: null });
    expect(other).toMatchObject({ name: 'women', size: 12, chosen: 2, reading: 'watch', tooFew: null });
    expect(other!.ratio!.value).toBeCloseTo(0.4167, 4);
    expect(other!.p).toBeCloseTo(0.2479, 4);
    expect(other!.ratio!.low).toBeCloseTo(0.1086, 4);
    expect(other!.ratio!.high).toBeCloseTo(1.3638, 4);
  });

  it('marks a rate below four fifths that chance hardly explains, and only that', () => {
    expect(rowOf('b', group('a', 40, 30), group('b', 40, 12)).reading).toBe('fewer');
    expect(rowOf('b', group('a', 40, 30), group('b', 40, 24)).reading).toBe('close');
    expect(rowOf('b', group('a', 1000, 900), group('b', 1000, 800)).reading).toBe('close');
  });

  it('says how many there are and how many it takes where there are too few to tell', () => {
    const few = rowOf('b', group('a', 9, 4), group('b', 4, 0));
    expect(few).toMatchObject({ reading: 'too-few', tooFew: { have: 4, need: 5, of: 'group' } });
    const rare = rowOf('b', group('a', 8, 1), group('b', 8, 0));
    expect(rare).toMatchObject({ reading: 'too-few', tooFew: { have: 16, of: 'both' } });
    expect(rare.tooFew!.need).toBeGreaterThan(40);
    const all = rowOf('b', group('a', 8, 8), group('b', 8, 8));
    expect(all).toMatchObject({ reading: 'too-few', tooFew: { have: 16, need: null, of: 'both' } });
  });

  it('compares nothing where there is one group', () => {
    expect(compare(group('a', 20, 5))).toEqual([]);
    expect(compare()).toEqual([]);
    expect(compare(group('a', 20, 5), group('b', 2, 1)).map((row) => row.name)).toEqual([]);
  });

  it('puts small groups together, a single one with the next larger', () => {
    const names = (...groups: Considered[][]) =>
      compare(...groups)
        .map((row) => `${row.name} ${row.size}`)
        .sort();
    expect(names(group('a', 9, 1), group('b', 2, 1), group('c', 1, 0))).toEqual(['a 9', `${SMALLER_GROUPS} 3`]);
    expect(names(group('a', 9, 1), group('b', 4, 1), group('c', 2, 0))).toEqual(['a 9', `${SMALLER_GROUPS} 6`]);
    expect(names(group('a', 9, 1), group('b', 4, 1), group('c', 1, 0), group('d', 1, 1))).toEqual([
      'a 9',
      `${SMALLER_GROUPS} 6`,
    ]);
  });

  it('never shows fewer than three together, nobody twice, and no rate above the highest', () => {
    const anyGroups = fc.array(
      fc.record({ size: fc.integer({ min: 1, max: 12 }), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
      {
        maxLength: 7,
      },
    );
    fc.assert(
      fc.property(anyGroups, (given) => {
        const groups = given.map(({ size, share }, i) => group(`g${i}`, size, Math.round(size * share)));
        const rows = compare(...groups);
        const all = groups.flat();
        for (const row of rows) expect(row.size).toBeGreaterThanOrEqual(3);
        if (rows.length > 0) {
          expect(rows.reduce((sum, row) => sum + row.size, 0)).toBe(all.length);
          expect(rows.reduce((sum, row) => sum + row.chosen, 0)).toBe(all.filter((one) => one.chosen).length);
          expect(Math.max(...rows.map((row) => row.rate))).toBe(rows[0]!.rate);
          expect(rows.filter((row) => row.reading === 'highest')).toHaveLength(1);
        }
        for (const { ratio, p, reading } of rows.slice(1)) {
          if (ratio) expect(ratio.value).toBeLessThanOrEqual(1);
          expect(p).toBeGreaterThan(0);
          if (reading === 'fewer') expect(p).toBeLessThan(0.05);
        }
      }),
      { numRuns: 300 },
    );
  });
});
