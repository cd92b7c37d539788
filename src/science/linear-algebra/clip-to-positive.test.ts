import { describe, expect, it } from 'vitest';
import { clipToPositive } from './clip-to-positive.ts';

describe('clipping to positive semidefinite', () => {
  it('sets a negative eigenvalue to 0 and keeps the other', () => {
    // Eigenvalues 3 (1,1) and -1 (1,-1): what is left is 3/2 in every place.
    const clipped = clipToPositive([1, 2, 2, 1], 2);
    for (const value of clipped) expect(value).toBeCloseTo(1.5, 12);
  });

  it('changes nothing that is positive already', () => {
    const matrix = [4, 1, 0.5, 1, 3, 0.2, 0.5, 0.2, 2];
    const clipped = clipToPositive(matrix, 3);
    for (const [i, value] of matrix.entries()) expect(clipped[i]).toBeCloseTo(value, 12);
  });

  it('takes a matrix of one', () => {
    expect([...clipToPositive([-2], 1)]).toEqual([0]);
  });
});
