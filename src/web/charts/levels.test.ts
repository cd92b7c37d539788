import { describe, expect, it } from 'vitest';
import { levelWord, positionOf } from './levels.ts';

describe('a level in words', () => {
  it('takes the name within a quarter of a level and says between otherwise', () => {
    expect(levelWord(3)).toBe('solid');
    expect(levelWord(3.25)).toBe('solid');
    expect(levelWord(3.5)).toBe('between solid and strong');
    expect(levelWord(3.8)).toBe('strong');
  });

  it('has words beyond both ends', () => {
    expect(levelWord(1.2)).toBe('below learning');
    expect(levelWord(5.6)).toBe('outstanding');
  });
});

describe('the place of a level on a bar', () => {
  it('rises with the level and stops at the ends', () => {
    expect(positionOf(2)).toBeLessThan(positionOf(3));
    expect(positionOf(-4)).toBe(0);
    expect(positionOf(9)).toBe(100);
  });
});
