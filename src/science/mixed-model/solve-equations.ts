import { cholesky, invert, logDeterminant, solve } from '../linear-algebra/cholesky.ts';
import type { Design } from './design.ts';

/**
 * The mixed model equations solved for one θ. M(θ) = [ΛᵀZᵀZΛ + I, ΛᵀZᵀX; ·, XᵀX]; its eliminated block is the diagonal
 * a = θ²n + 1, its border becomes S = D − Bᵀa⁻¹B.
 */
export type Solution = {
  /** θ of every random factor, in the order of `design.random`. */
  theta: readonly number[];
  /** Profiled REML criterion, −2 log-likelihood. */
  criterion: number;
  /** Its derivative by log θ of every random factor. */
  gradient: Float64Array;
  /** Penalised residual sum of squares r². */
  r2: number;
  /** Cholesky factor of S, and S⁻¹, which is the border block of M⁻¹; both width × width. */
  factor: Float64Array;
  inverse: Float64Array;
  /** Spherical effects u of the border, then the fixed effects (y taken off its mean). */
  border: Float64Array;
  /** Spherical effects u of the eliminated levels, their diagonal a, and their diagonal of M⁻¹. */
  eliminated: Float64Array;
  diagonal: Float64Array;
  inverseDiagonal: Float64Array;
};

/**
 * Undefined where the equations can't be solved in double precision, or leave nothing unexplained.
 * Criterion: Bates et al. 2015, JSS 67(1), equation 42, d(θ) = log|L|² + log|R_X|² + (n−p)(1 + log(2πr²/(n−p))).
 * Gradient: from d log|M| = 2(q − tr M⁻¹_uu) d log θ and, since u and β minimise r², dr² = −2‖u‖² d log θ.
 */
export function solveEquations(design: Design, theta: readonly number[]): Solution | undefined {
  const { n, width, fixed } = design;
  const scale = scaleBorder(design, theta);
  const own = theta[design.eliminated]!;
  const { system, right, diagonal, reduced } = reduce(design, own, scale);
  const factor = cholesky(system, width);
  if (!factor) return undefined;
  const border = solve(factor, right, width);
  let r2 = reduced;
  for (let j = 0; j < width; j++) r2 -= right[j]! * border[j]!;
  // Rounding of a difference of sums of squares: below this r² is noise.
  if (!(r2 > 1e-13 * design.yy)) return undefined;
  const inverse = invert(factor, width);
  const eliminated = solveEliminated(design, own, scale, diagonal, border);
  const inverseDiagonal = invertEliminated(design, own, scaleMatrix(inverse, scale), diagonal);
  const freedom = n - fixed.length;
  const criterion =
    diagonal.reduce((sum, a) => sum + Math.log(a), 0) +
    logDeterminant(factor, width) +
    freedom * (1 + Math.log((2 * Math.PI * r2) / freedom));
  const gradient = new Float64Array(theta.length);
  design.random.forEach(({ factor: { ids }, offset }, k) => {
    const u = offset < 0 ? eliminated : border.subarray(offset, offset + ids.length);
    const trace = sum(offset < 0 ? inverseDiagonal : ids.map((_, level) => inverse[(offset + level) * (width + 1)]!));
    gradient[k] = 2 * (ids.length - trace) - (2 * freedom * sum(u.map((value) => value * value))) / r2;
  });
  return { theta, criterion, gradient, r2, factor, inverse, border, eliminated, diagonal, inverseDiagonal };
}

/** What each border column is multiplied by: θ of its random factor, 1 for a fixed column. */
export function scaleBorder(design: Design, theta: readonly number[]): Float64Array {
  const scale = new Float64Array(design.width).fill(1);
  design.random.forEach(({ factor, offset }, k) => {
    if (offset >= 0) scale.fill(theta[k]!, offset, offset + factor.ids.length);
  });
  return scale;
}

/** Entry (i, j) times scale[i]·scale[j]. */
export function scaleMatrix(matrix: Float64Array, scale: Float64Array): Float64Array {
  const width = scale.length;
  return matrix.map((value, at) => value * scale[Math.floor(at / width)]! * scale[at % width]!);
}

/**
 * xᵀ·matrix·x for the sparse row `c` of the eliminated factor, of the first `limit` columns.
 * `matrix` is symmetric; only its lower triangle is read.
 */
export function squareRow(design: Design, c: number, matrix: Float64Array, limit = design.width): number {
  const { start, column, value, width } = design;
  const from = start[c]!;
  const to = start[c + 1]!;
  let total = 0;
  for (let i = from; i < to && column[i]! < limit; i++) {
    const row = column[i]! * width;
    let below = 0;
    for (let j = from; j < i; j++) below += matrix[row + column[j]!]! * value[j]!;
    total += value[i]! * (2 * below + matrix[row + column[i]!]! * value[i]!);
  }
  return total;
}

/** Eliminates the largest factor: S, its right side, the diagonal a, and what is left of Σ(y − mean)². */
function reduce(design: Design, own: number, scale: Float64Array) {
  const { start, column, value, width, eliminatedY } = design;
  const system = Float64Array.from(design.products);
  const right = Float64Array.from(design.productsY);
  const levels = design.random[design.eliminated]!.factor.n;
  const diagonal = levels.map((n) => own * own * n + 1);
  let reduced = design.yy;
  for (let c = 0; c < levels.length; c++) {
    const weight = (own * own) / diagonal[c]!;
    if (weight === 0) continue;
    const sumY = eliminatedY[c]!;
    reduced -= weight * sumY * sumY;
    for (let i = start[c]!; i < start[c + 1]!; i++) {
      const weighted = weight * value[i]!;
      const row = column[i]! * width;
      right[column[i]!]! -= weighted * sumY;
      for (let j = start[c]!; j <= i; j++) system[row + column[j]!]! -= weighted * value[j]!;
    }
  }
  for (let i = 0; i < width; i++) {
    right[i]! *= scale[i]!;
    for (let j = 0; j <= i; j++) system[i * width + j]! *= scale[i]! * scale[j]!;
    if (i < design.randomWidth) system[i * width + i]! += 1;
  }
  return { system, right, diagonal, reduced };
}

function solveEliminated(
  design: Design,
  own: number,
  scale: Float64Array,
  diagonal: Float64Array,
  border: Float64Array,
): Float64Array {
  return diagonal.map((a, c) => {
    let rest = design.eliminatedY[c]!;
    for (let i = design.start[c]!; i < design.start[c + 1]!; i++) {
      const column = design.column[i]!;
      rest -= design.value[i]! * scale[column]! * border[column]!;
    }
    return (own * rest) / a;
  });
}

/** Diagonal of the eliminated block of M⁻¹: 1/a + bᵀS⁻¹b/a², b being θ times the level's row. */
function invertEliminated(design: Design, own: number, scaled: Float64Array, diagonal: Float64Array): Float64Array {
  return diagonal.map((a, c) => (own === 0 ? 1 : 1 / a + (own * own * squareRow(design, c, scaled)) / (a * a)));
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}
