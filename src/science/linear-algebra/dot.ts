/**
 * Σ a[i + k]·b[j + k] over k < count. In four sums side by side: one alone would wait for each addition before the next. Its
 * rounding error is therefore that of sums a quarter as long (Higham 2002, Accuracy and Stability, section 4.2).
 */
export function dot(a: Float64Array, i: number, b: Float64Array, j: number, count: number): number {
  let one = 0;
  let two = 0;
  let three = 0;
  let four = 0;
  let k = 0;
  for (; k + 3 < count; k += 4) {
    one += a[i + k]! * b[j + k]!;
    two += a[i + k + 1]! * b[j + k + 1]!;
    three += a[i + k + 2]! * b[j + k + 2]!;
    four += a[i + k + 3]! * b[j + k + 3]!;
  }
  for (; k < count; k++) one += a[i + k]! * b[j + k]!;
  return one + two + (three + four);
}
