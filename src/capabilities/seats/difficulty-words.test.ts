import { describe, expect, it } from 'vitest';
import { sayDifficulty, sayTimes } from './difficulty-words.ts';

describe('hidden difficulty in words', () => {
  it('has a name at each mark and between them', () => {
    expect([0, 0.3, 0.6, 1].map(sayDifficulty)).toEqual(['none', 'some', 'much', 'very much']);
    expect(sayDifficulty(0.05)).toBe('between none and some');
    expect(sayDifficulty(0.45)).toBe('between some and much');
    expect(sayDifficulty(0.95)).toBe('between much and very much');
  });

  it('says what it means for tickets that look alike', () => {
    expect(sayTimes(0)).toContain('equally hard');
    expect(sayTimes(0.3)).toContain('1.3 times as long');
    expect(sayTimes(1)).toContain('2.7 times as long');
  });
});
