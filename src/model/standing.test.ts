import { describe, expect, it } from 'vitest';
import { playbookWith } from '../records/playbook/definitions.ts';
import { chanceOfReaching, isShort, standTo } from './standing.ts';

const playbook = playbookWith();
const side = (mean: number, sd: number) => ({ mean: () => mean, covariance: () => sd ** 2 });
const statusOf = (mean: number, sd: number, gate = 3) => standTo(side(mean, sd), 0, gate, playbook).status;

describe('a side against its bar', () => {
  it('clears, is likely, is unclear or not yet by the chance of reaching the bar', () => {
    // Spread .5 is evidence .75. Quartiles of the normal lie at ±.6745 spreads.
    expect(statusOf(3.34, 0.5)).toBe('clears');
    expect(statusOf(3.33, 0.5)).toBe('likely');
    expect(statusOf(2.99, 0.5)).toBe('unclear');
    expect(statusOf(2.66, 0.5)).toBe('not-yet');
  });

  it('is never cleared by the starting point alone', () => {
    expect(statusOf(3, 1, 1)).toBe('unclear');
  });

  it('is at most likely, and never "not yet", while evidence is thin', () => {
    expect(statusOf(4.5, 0.9)).toBe('likely');
    expect(statusOf(1.5, 0.9)).toBe('unclear');
  });

  it('is short of the full need only where the evidence would do for a no', () => {
    expect(isShort(standTo(side(2, 0.5), 0, 3, playbook), 4, playbook)).toBe(true);
    expect(isShort(standTo(side(2, 0.9), 0, 3, playbook), 4, playbook)).toBe(false);
  });

  it('knows the chance of something certain', () => {
    expect([chanceOfReaching(3, 3, 0), chanceOfReaching(3, 2.9, 0), chanceOfReaching(3, 3, 1)]).toEqual([1, 0, 0.5]);
  });
});
