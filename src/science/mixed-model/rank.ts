/**
 * Below this share of its own length outside the earlier columns, a column says nothing new. Rounding leaves about 1e-14;
 * a column of counts that differs from the others in one of a million observations leaves 1e-6.
 */
const NOTHING_NEW = 1e-10;

/**
 * The columns of X, by position, that are no combination of earlier ones, from XᵀX (width × width): later columns give
 * way, as in R's `lm` and lme4. Source: Cholesky with dropped pivots, Golub & Van Loan 2013, section 4.2.8.
 */
export function listIndependentColumns(products: Float64Array, width: number): number[] {
  const l = new Float64Array(width * width);
  const kept: number[] = [];
  for (let i = 0; i < width; i++) {
    const own = products[i * width + i]!;
    let rest = own;
    for (const j of kept) {
      let sum = products[i * width + j]!;
      for (const k of kept) {
        if (k >= j) break;
        sum -= l[i * width + k]! * l[j * width + k]!;
      }
      const value = sum / l[j * width + j]!;
      l[i * width + j] = value;
      rest -= value * value;
    }
    if (rest <= NOTHING_NEW * own) continue;
    l[i * width + i] = Math.sqrt(rest);
    kept.push(i);
  }
  return kept;
}
