import { expect, it } from 'vitest';
import { minimise } from './minimise.ts';

function rosenbrock(x: readonly number[]) {
  const [a, b] = x as [number, number];
  const valley = b - a * a;
  return { x, value: (1 - a) ** 2 + 100 * valley ** 2, gradient: [-2 * (1 - a) - 400 * a * valley, 200 * valley] };
}

it('finds the end of a narrow bent valley (Rosenbrock 1960, minimum at 1, 1)', () => {
  const found = minimise(rosenbrock, rosenbrock([-1.2, 1]), [1, 1], 1e-9);
  expect(found.x[0]).toBeCloseTo(1, 8);
  expect(found.x[1]).toBeCloseTo(1, 8);
});

it('steps back from where the function has no value', () => {
  const evaluate = (x: readonly number[]) => {
    const [a] = x as [number];
    return a > 0 ? { x, value: a - Math.log(a), gradient: [1 - 1 / a] } : undefined;
  };
  expect(minimise(evaluate, evaluate([1.9])!, [1], 1e-10).x[0]).toBeCloseTo(1, 9);
});
