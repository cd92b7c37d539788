import { describe, expect, it } from 'vitest';
import { sayDifficulty } from './difficulty-words.ts';

describe('what is said of the difficulty in a file', () => {
  const say = (withDifficulty: number, difficultyDated: number, difficultyBefore: number) =>
    sayDifficulty({ withDifficulty, difficultyDated, difficultyBefore });

  it('counts those that were set before anybody had the ticket, which are used', () => {
    expect(say(4120, 4120, 3900)).toBe(
      'Difficulty was set on 4,120 tickets; on 3,900 of them before anybody had it: these are used.',
    );
    expect(say(1, 1, 1)).toBe('Difficulty was set on 1 ticket, on all of them before anybody had it: it is used.');
  });

  it('says why it is not used', () => {
    expect(say(40, 0, 0)).toContain("not used: the file doesn't say when");
    expect(say(40, 40, 0)).toContain('not used: on none of them the file says that it was set before');
  });

  it('says nothing where there is none', () => {
    expect(say(0, 0, 0)).toBeNull();
  });
});
