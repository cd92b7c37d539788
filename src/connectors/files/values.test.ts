import { describe, expect, it } from 'vitest';
import { readDifficulty, readMinutes, readName, readNumber, readPriority, readSatisfaction } from './values.ts';

describe('reading values', () => {
  it('reads numbers with point or comma', () => {
    expect(['12', '1.5', '1,5', '1,234.5', '1.234,5', '-3', '1 000', "1'000"].map(readNumber)).toEqual([
      12, 1.5, 1.5, 1234.5, 1234.5, -3, 1000, 1000,
    ]);
    expect(['', 'a', '1.2.3', '1,2,3', '--1', '1e5'].map(readNumber)).toEqual(Array(6).fill(undefined));
  });

  it('reads lengths of time as minutes', () => {
    expect(readMinutes('01:30:30', 'hours')).toEqual({ value: 90.5 });
    expect(readMinutes('120:00', 'minutes')).toEqual({ value: 7200 });
    expect(readMinutes('1,5', 'hours')).toEqual({ value: 90 });
    expect(readMinutes('45', 'minutes')).toEqual({ value: 45 });
    expect(readMinutes('1h 30m', 'hours')).toEqual({ value: 90 });
    expect(readMinutes('0', 'hours')).toEqual({ value: 0 });
  });

  it('rejects lengths of time that are negative, absurd or none', () => {
    expect(readMinutes('-5', 'minutes')).toHaveProperty('reason', 'A length of time can not be negative.');
    expect(readMinutes('-01:00', 'minutes')).toHaveProperty('reason', 'A length of time can not be negative.');
    expect(readMinutes('99999999', 'minutes')).toHaveProperty('reason');
    expect(readMinutes('long', 'minutes')).toHaveProperty('reason');
  });

  it('reads priorities by number or word', () => {
    expect(
      ['3 - Moderate', 'P1', 'Priority 2 - High', '4', 'Urgent', 'medium', 'Lowest', '10', 'x'].map(readPriority),
    ).toEqual([3, 1, 2, 4, 1, 3, 5, undefined, undefined]);
  });

  it('reads difficulty by number or word, where high is hard and not urgent', () => {
    expect(
      ['1', '5 - hard', 'Very easy', 'easy', 'Medium', 'High', 'complex', 'very hard', '6', '12', '2.5', 'x'].map(
        readDifficulty,
      ),
    ).toEqual([1, 5, 1, 2, 3, 4, 4, 5, undefined, undefined, undefined, undefined]);
  });

  it('brings satisfaction onto 0 to 1', () => {
    expect(['5', '1', '3', '80%', '4/5', 'Extremely Happy', 'neutral', '9', ''].map(readSatisfaction)).toEqual([
      1,
      0,
      0.5,
      0.8,
      0.75,
      1,
      0.5,
      undefined,
      undefined,
    ]);
  });

  it('cleans names and refuses what is too long for one', () => {
    expect(readName('  Ann \t Bell ')).toBe('Ann Bell');
    expect(readName('Opened by  8')).toBe('Opened by 8');
    expect(readName('x'.repeat(201))).toBeUndefined();
  });
});
