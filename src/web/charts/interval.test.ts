import { describe, expect, it } from 'vitest';
import { intervalText } from './interval.tsx';

describe('what an interval bar says', () => {
  it('gives estimate, interval, need and bar', () => {
    const text = intervalText({
      label: 'Priya, leads people',
      estimate: { mean: 3.94, low: 3.2, high: 4.6 },
      need: 3.5,
      gate: 3,
      tooLittle: null,
    });
    expect(text).toBe(
      'Priya, leads people: about 3.9, strong; probably 3.2 to 4.6; the job needs 3.5; the bar is 3.0.',
    );
  });

  it('never gives a number alone where there is too little evidence', () => {
    const tooLittle = 'not enough evidence yet: 4 of 30 tickets';
    expect(intervalText({ label: 'Tom', estimate: null, need: undefined, gate: undefined, tooLittle })).toBe(
      `Tom: ${tooLittle}.`,
    );
    expect(intervalText({ label: 'Tom', estimate: null, need: undefined, gate: undefined, tooLittle: null })).toContain(
      'not enough evidence yet',
    );
  });
});
