import { solve } from '../linear-algebra/cholesky.ts';
import type { BinomialDesign } from './binomial-design.ts';
import type { Coefficients } from './weigh-cells.ts';

/**
 * The weighted equations at a mode, M = [ΛZᵀWZΛ + I, ΛZᵀWX; ·, XᵀWX], with the largest random factor eliminated: its block
 * is the diagonal `diagonal` = θ²Σw + 1; the border becomes S, of which `factor` is the Cholesky factor.
 */
export type ModeEquations = {
  diagonal: Float64Array;
  /** θ times the weighted products of the eliminated levels with the scaled border, levels × width. */
  cross: Float64Array;
  factor: Float64Array;
};

/** What each border column is multiplied by: θ of its random factor, 1 for a fixed column. */
export function scaleOf(design: BinomialDesign, theta: readonly number[]): Float64Array {
  const scale = new Float64Array(design.width).fill(1);
  design.random.forEach(({ offset, ids }, k) => {
    if (offset >= 0) scale.fill(theta[k]!, offset, offset + ids.length);
  });
  return scale;
}

/** M⁻¹b; with `randomOnly` the inverse of its random part alone, and 0 for the fixed columns. */
export function solveWith(
  design: BinomialDesign,
  mode: ModeEquations,
  b: Coefficients,
  randomOnly: boolean,
): Coefficients {
  const { width, randomWidth, start, at } = design;
  const { diagonal, cross, factor } = mode;
  const right = reduceRight(design, mode, b);
  const border = new Float64Array(width);
  if (randomOnly)
    border.set(solve(leadingBlock(factor, width, randomWidth), right.subarray(0, randomWidth), randomWidth));
  else border.set(solve(factor, right, width));
  const eliminated = b.eliminated.map((value, c) => {
    let rest = value;
    for (let i = start[c]!; i < start[c + 1]!; i++) rest -= cross[c * width + at[i]!]! * border[at[i]!]!;
    return rest / diagonal[c]!;
  });
  return { eliminated, border };
}

/** What is left of b for the border when the eliminated levels are out: b − Bᵀa⁻¹b. */
export function reduceRight(
  { width, start, at }: BinomialDesign,
  { diagonal, cross }: ModeEquations,
  b: Coefficients,
): Float64Array {
  const right = Float64Array.from(b.border);
  for (let c = 0; c < diagonal.length; c++)
    for (let i = start[c]!; i < start[c + 1]!; i++)
      right[at[i]!]! -= (cross[c * width + at[i]!]! * b.eliminated[c]!) / diagonal[c]!;
  return right;
}

/** The leading size × size block of a width × width matrix: of a Cholesky factor, the factor of the leading block. */
export function leadingBlock(matrix: Float64Array, width: number, size: number): Float64Array {
  const block = new Float64Array(size * size);
  for (let i = 0; i < size; i++) block.set(matrix.subarray(i * width, i * width + size), i * size);
  return block;
}
