import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../records/people/types.ts';
import type { AttributeReport } from './contract.ts';
import { compareStage, type Passage } from './stages.ts';
import { chanceWord, rateWord, ratioWord, sayFairness, sayTooFew, whyNoTable } from './words.ts';

/** People in two groups, so many of each named. */
function report(a: [size: number, named: number], b: [size: number, named: number]): AttributeReport {
  const passage: Passage = new Map();
  const groupOf = new Map<PersonId, string>();
  const add = (name: string, [size, named]: [number, number]) => {
    for (let i = 0; i < size; i++) {
      const id = (passage.size + 1) as PersonId;
      passage.set(id, i < named);
      groupOf.set(id, name);
    }
  };
  add('men', a);
  add('women', b);
  const stages = [compareStage('named', passage, groupOf), compareStage('chosen', new Map(), groupOf)];
  return { attribute: 'gender', given: groupOf.size, known: [], stages };
}

describe('what the page says', () => {
  it('begins with the answer', () => {
    expect(sayFairness([report([0, 0], [0, 0])])).toMatch(/^Nothing can be compared yet: no groups are known/);
    expect(sayFairness([report([3, 1], [0, 0])])).toMatch(/^Nothing can be compared yet: there are no two groups/);
    expect(sayFairness([report([6, 1], [6, 0])])).toBe(
      'Too few to tell: the one comparison there is has too few people.',
    );
    expect(sayFairness([report([20, 8], [12, 2])])).toBe(
      'Of the one comparison, none shows a difference beyond chance: 1 is below four fifths, and chance alone could do that.',
    );
    expect(sayFairness([report([40, 30], [40, 12])])).toBe(
      'Of the one comparison, 1 shows fewer than four fifths, hardly by chance: gender (women, named). Look into it.',
    );
  });

  it('says why there is no table', () => {
    const [named, chosen] = report([6, 0], [6, 0]).stages;
    expect(whyNoTable(named!)).toMatch(/names nobody at the moment/);
    expect(whyNoTable(chosen!)).toBe('No decision has been recorded yet.');
    expect(whyNoTable(report([6, 2], [2, 0]).stages[0]!)).toMatch(/no two groups of at least 3/);
    expect(whyNoTable(report([6, 2], [6, 0]).stages[0]!)).toBeNull();
  });

  it('puts numbers in words', () => {
    expect(rateWord(5 / 12)).toBe('42%');
    expect(ratioWord(0.4167)).toBe('0.42');
    expect(ratioWord(null)).toBe('∞');
    expect(chanceWord(0.2479)).toBe('25 in 100');
    expect(chanceWord(0.0073)).toBe('7 in 1,000');
    expect(chanceWord(0.00001)).toBe('fewer than 1 in 1,000');
    expect(chanceWord(1)).toBe('always');
    expect(sayTooFew({ have: 4, need: 5, of: 'group' })).toBe('too few to tell: 4 of 5 people that a group needs');
  });
});
