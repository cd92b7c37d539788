import { describe, expect, it } from 'vitest';
import { studentQuantile } from './student-quantile.ts';

describe('the quantile of Student’s t', () => {
  it('is that of R’s qt', () => {
    // qt(c(.9, .9, .9, .9, .9, .95, .975), c(1, 2, 3, 4, 30, 7, 12))
    const known = [
      [0.9, 1, 3.077683537175253],
      [0.9, 2, 1.8856180831641267],
      [0.9, 3, 1.6377443536962102],
      [0.9, 4, 1.5332062740589438],
      [0.9, 30, 1.3104150253913947],
      [0.95, 7, 1.8945786050613054],
      [0.975, 12, 2.1788128296634177],
    ] as const;
    for (const [p, df, value] of known) expect(studentQuantile(p, df)).toBeCloseTo(value, 9);
  });

  it('shrinks with more degrees of freedom, towards that of the normal', () => {
    const all = Array.from({ length: 300 }, (_, at) => studentQuantile(0.9, at + 1));
    for (let at = 1; at < all.length; at++) expect(all[at]!).toBeLessThan(all[at - 1]!);
    expect(all.at(-1)!).toBeCloseTo(1.2844, 3);
  });
});
