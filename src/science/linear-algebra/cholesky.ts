import { dot } from './dot.ts';

/**
 * Dense symmetric positive definite matrices, row-major n × n in a Float64Array.
 * Source: Golub & Van Loan 2013, Matrix Computations, 4th ed., algorithms 4.2.1 (Cholesky) and 3.1.1 (substitution).
 */

/**
 * The lower triangular L with L·Lᵀ = a; the upper triangle is 0. Reads only the lower triangle of `a`.
 * Undefined where `a` isn't positive definite (a pivot at or below 0, or not a number).
 * @param l where it is written: zeros, or a factor of the same size
 */
export function cholesky(
  a: Float64Array,
  n: number,
  l: Float64Array = new Float64Array(n * n),
): Float64Array | undefined {
  for (let i = 0; i < n; i++) {
    const row = i * n;
    for (let j = 0; j <= i; j++) {
      const other = j * n;
      const rest = a[row + j]! - dot(l, row, l, other, j);
      if (j < i) l[row + j] = rest / l[other + j]!;
      else if (rest > 0 && rest < Number.POSITIVE_INFINITY) l[row + i] = Math.sqrt(rest);
      else return undefined;
    }
  }
  return l;
}

/** log |a| from its Cholesky factor `l`. */
export function logDeterminant(l: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.log(l[i * n + i]!);
  return 2 * sum;
}

/** x with L·x = b. */
export function solveLower(l: Float64Array, b: Float64Array, n: number): Float64Array {
  const x = new Float64Array(n);
  for (let i = 0; i < n; i++) x[i] = (b[i]! - dot(l, i * n, x, 0, i)) / l[i * n + i]!;
  return x;
}

/** x with Lᵀ·x = b. */
export function solveUpper(l: Float64Array, b: Float64Array, n: number): Float64Array {
  const x = Float64Array.from(b.subarray(0, n));
  for (let i = n - 1; i >= 0; i--) {
    const value = x[i]! / l[i * n + i]!;
    x[i] = value;
    for (let k = 0; k < i; k++) x[k]! -= l[i * n + k]! * value;
  }
  return x;
}

/** x with a·x = b, from the Cholesky factor `l` of a. */
export function solve(l: Float64Array, b: Float64Array, n: number): Float64Array {
  return solveUpper(l, solveLower(l, b, n), n);
}

/**
 * a⁻¹, full and symmetric, from the Cholesky factor `l` of a.
 * @param inverse where it is written
 * @param columns n × n of room to work in; whoever inverts many small ones lends the same again
 */
export function invert(
  l: Float64Array,
  n: number,
  inverse: Float64Array = new Float64Array(n * n),
  columns: Float64Array = new Float64Array(n * n),
): Float64Array {
  // Row j holds column j of L⁻¹, so that every inner loop runs along memory.
  for (let j = 0; j < n; j++) {
    const column = j * n;
    columns[column + j] = 1 / l[j * n + j]!;
    for (let i = j + 1; i < n; i++)
      columns[column + i] = -dot(l, i * n + j, columns, column + j, i - j) / l[i * n + i]!;
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const sum = dot(columns, i * n + i, columns, j * n + i, n - i);
      inverse[i * n + j] = sum;
      inverse[j * n + i] = sum;
    }
  }
  return inverse;
}

/** a·x. */
export function multiply(a: Float64Array, x: Float64Array, n: number): Float64Array {
  const y = new Float64Array(n);
  for (let i = 0; i < n; i++) y[i] = dot(a, i * n, x, 0, n);
  return y;
}
