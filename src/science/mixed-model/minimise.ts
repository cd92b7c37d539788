/** A point of a function with its derivative. */
export type Point = { x: readonly number[]; value: number; gradient: ArrayLike<number> };

/** No step changes a coordinate by more than this, so that the search doesn't leap over the valley into the plain. */
const LONGEST_STEP = 1;
const MOST_ITERATIONS = 200;

/**
 * A local minimum of a smooth function of a few variables, by BFGS with backtracking; `evaluate` gives undefined where
 * the function has no value. `curvature` is a guess of the second derivative by each variable, above 0: a good one saves
 * steps, a bad one costs some. Ends where every derivative is within `tolerance`, or where rounding allows no descent.
 * Source: Nocedal & Wright 2006, Numerical Optimization, 2nd ed., algorithms 3.1 and 6.1.
 */
export function minimise<P extends Point>(
  evaluate: (x: readonly number[]) => P | undefined,
  start: P,
  curvature: readonly number[],
  tolerance: number,
): P {
  let point = start;
  let inverse = invertDiagonal(curvature);
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
    if (largest(point.gradient) <= tolerance) return point;
    let direction = inverse.map((row) => -dot(row, point.gradient));
    if (!(dot(direction, point.gradient) < 0)) {
      inverse = invertDiagonal(curvature);
      direction = curvature.map((c, i) => -point.gradient[i]! / c);
    }
    const longest = largest(direction);
    if (longest > LONGEST_STEP) direction = direction.map((d) => (d * LONGEST_STEP) / longest);
    const next = search(evaluate, point, direction);
    if (!next) return point;
    inverse = updateInverse(inverse, point, next);
    point = next;
  }
  return point;
}

function search<P extends Point>(
  evaluate: (x: readonly number[]) => P | undefined,
  from: P,
  direction: readonly number[],
): P | undefined {
  const slope = dot(direction, from.gradient);
  for (let step = 1; step > 1e-10; step /= 2) {
    const next = evaluate(from.x.map((x, i) => x + step * direction[i]!));
    if (!next) continue;
    if (next.value <= from.value + 1e-4 * step * slope) return next;
    // Near the minimum the gain drowns in rounding, while the derivative still tells which point is better.
    const level = Math.abs(next.value - from.value) <= 1e-11 * Math.abs(from.value);
    if (level && largest(next.gradient) < 0.5 * largest(from.gradient)) return next;
    // Shorter still would change nothing but the rounding.
    if (level && step < 1e-3) return undefined;
  }
  return undefined;
}

function updateInverse(inverse: number[][], from: Point, to: Point): number[][] {
  const s = to.x.map((x, i) => x - from.x[i]!);
  const y = s.map((_, i) => to.gradient[i]! - from.gradient[i]!);
  const sy = dot(s, y);
  // Bent the other way, as on the way down from a plain: no curvature to learn, so take longer steps.
  if (!(sy > 1e-12 * Math.sqrt(dot(s, s) * dot(y, y)))) return inverse.map((row) => row.map((h) => 4 * h));
  const hy = inverse.map((row) => dot(row, y));
  const factor = (1 + dot(y, hy) / sy) / sy;
  return inverse.map((row, i) =>
    row.map((h, j) => h + factor * s[i]! * s[j]! - (hy[i]! * s[j]! + s[i]! * hy[j]!) / sy),
  );
}

function invertDiagonal(diagonal: readonly number[]): number[][] {
  return diagonal.map((value, i) => diagonal.map((_, j) => (i === j ? 1 / value : 0)));
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function largest(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]!));
  return most;
}
