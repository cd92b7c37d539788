import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { logOdds } from '../../model/decomposition.ts';
import { chanceScale, sayRare, timeScale } from './part-words.ts';

describe('a part of a difference is said', () => {
  it('of time in per cent of what is usual, from the double on as a multiple', () => {
    expect(timeScale.say(Math.log(0.88))).toBe('12% less');
    expect(timeScale.say(Math.log(1.084), 1)).toBe('8.4% more');
    expect(timeScale.say(Math.log(2.6))).toBe('2.6 times as much');
    expect(timeScale.say(0.001)).toBe('no difference');
  });

  it('of endings in tickets of a hundred, from the usual chance', () => {
    const scale = chanceScale(logOdds(8500, 10_000));
    expect(scale.say(logOdds(9200, 10_000) - logOdds(8500, 10_000))).toBe('7 more of 100');
    expect(scale.say(logOdds(8100, 10_000) - logOdds(8500, 10_000))).toBe('4 fewer of 100');
  });

  it('with its interval from the smaller to the larger, on one side of the usual or across it', () => {
    expect(timeScale.sayRange(Math.log(0.88), Math.log(0.97))).toBe('3% to 12% less');
    expect(timeScale.sayRange(Math.log(0.93), Math.log(1.07))).toBe('7% less to 7% more');
    expect(timeScale.sayRange(Math.log(0.93), Math.log(3))).toBe('7% less to 3.0 times as much');
    const scale = chanceScale(0);
    expect(scale.sayRange(-0.24, 0.08)).toBe('6 fewer to 2 more of 100');
    expect(scale.sayRange(0.1, 0.1)).toBe('2 more of 100');
  });

  it('never with a number that is none, or with less than nothing of a hundred', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -9, max: 9, noNaN: true }),
        fc.double({ min: -9, max: 9, noNaN: true }),
        (usual, value) => {
          const texts = [
            timeScale.say(value),
            timeScale.say(value, 1),
            chanceScale(usual).say(value),
            chanceScale(usual).say(value, 1),
          ];
          for (const text of texts)
            expect(text).toMatch(/^(no difference|\d+(\.\d)?(% (less|more)| times as much| (fewer|more) of 100))$/);
        },
      ),
    );
  });

  it('with how rare a ticket so far off is', () => {
    expect([1, 4, 37, 420, 2000, 1e6].map(sayRare)).toEqual([
      'usual',
      '1 in 4',
      '1 in 40',
      '1 in 400',
      'fewer than 1 in 1,000',
      'fewer than 1 in 1,000',
    ]);
  });
});
