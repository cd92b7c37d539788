import { describe, expect, it } from 'vitest';
import { createRandom } from '../../base/random.ts';
import { cholesky, invert } from '../linear-algebra/cholesky.ts';
import { freeReadings } from './free-readings.ts';
import { splitErrors } from './split-errors.ts';
import { takeOriginOut } from './take-origin-out.ts';

/** Joint posterior of n effects ~ N(0, τ²) after readings with error covariance `errors` that know no origin. */
function shrunk(y: readonly number[], errors: number[][], tau2: number) {
  const n = y.length;
  const precision = invert(cholesky(Float64Array.from(errors.flat()), n)!, n);
  const term = new Float64Array(n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) term[i]! += precision[i * n + j]! * y[j]!;
  takeOriginOut(precision, term, new Array<number>(n).fill(0), 0);
  for (let i = 0; i < n; i++) precision[i * (n + 1)]! += 1 / tau2;
  const covariance = invert(cholesky(precision, n)!, n);
  const mean = Array.from({ length: n }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += covariance[i * n + j]! * term[j]!;
    return sum;
  });
  return { mean, covariance };
}

/** Two pods that share little: errors within a pod go together. */
const podErrors = (n: number, own: number, pod: number) =>
  Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => (i === j ? own * (1 + (i % 3)) : 0) + (i % 2 === j % 2 ? pod : 0)),
  );

describe('readings free of shrinkage', () => {
  it('give back every difference and its error as they were before the prior', () => {
    const random = createRandom(3);
    const n = 12;
    const y = Array.from({ length: n }, () => random.normal());
    const errors = podErrors(n, 0.2, 0.5);
    const { mean, covariance } = shrunk(y, errors, 0.8);
    const free = freeReadings(mean, covariance, 0.8, new Array<number>(n).fill(0))!;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < i; j++) {
        const tau = Math.sqrt(0.8);
        expect((free.mean[i]! - free.mean[j]!) * tau).toBeCloseTo(y[i]! - y[j]!, 4);
        const variance =
          free.own[i]! + free.own[j]! + free.shared.reduce((sum, load) => sum + (load[i]! - load[j]!) ** 2, 0);
        const before = errors[i]![i]! + errors[j]![j]! - 2 * errors[i]![j]!;
        // What the few shared errors leave out is at most a correlation of .05.
        expect(Math.sqrt(variance * 0.8) / Math.sqrt(before), `${i} ${j}`).toBeGreaterThan(0.97);
        expect(Math.sqrt(variance * 0.8) / Math.sqrt(before), `${i} ${j}`).toBeLessThan(1.03);
      }
  });

  it('claim nothing of whoever the data say nothing of, and nothing where no difference is seen', () => {
    const tau2 = 0.5;
    const covariance = [0.1, 0, 0, 0, 0.1, 0, 0, 0, tau2];
    expect(freeReadings([0.3, -0.3, 0], covariance, tau2, [0, 0, 0])!.mean[2]).toBeNull();
    expect(freeReadings([0, 0], [0, 0, 0, 0], 0, [0, 0])).toBeNull();
    // Alone in its part: there is nobody to compare with.
    expect(freeReadings([0.3, -0.3, 0.2], [0.1, 0, 0, 0, 0.1, 0, 0, 0, 0.1], tau2, [0, 0, 1])!.mean[2]).toBeNull();
  });
});

describe('errors split into own and shared ones', () => {
  it('need no shared one where there is none, and one where one factor made them', () => {
    const diagonal = Float64Array.from([1, 0, 0, 0, 2, 0, 0, 0, 3]);
    expect(splitErrors(diagonal, 3)).toEqual({ own: Float64Array.from([1, 2, 3]), shared: [] });
    const load = [0.9, -0.5, 0.7, 0.2, 1.1];
    const made = Float64Array.from(
      { length: 25 },
      (_, at) => load[Math.floor(at / 5)]! * load[at % 5]! + (at % 6 === 0 ? 0.3 : 0),
    );
    const { own, shared } = splitErrors(made, 5);
    expect(shared).toHaveLength(1);
    for (let i = 0; i < 5; i++) {
      expect(own[i]).toBeCloseTo(0.3, 2);
      expect(Math.abs(shared[0]![i]!)).toBeCloseTo(Math.abs(load[i]!), 2);
    }
  });
});
