import { invert } from '../linear-algebra/cholesky.ts';
import { invertRandom } from './binomial-criterion.ts';
import type { BinomialDesign } from './binomial-design.ts';
import type { FixedEffect, RandomEffects } from './effects.ts';
import { solveWith } from './mode-equations.ts';
import type { Mode } from './penalised-mode.ts';

/** Fixed effects in log odds. Standard errors: the root of the fixed diagonal of M⁻¹. */
export function listBinomialFixed(design: BinomialDesign, mode: Mode): FixedEffect[] {
  const inverse = invert(mode.factor, design.width);
  return design.fixed.map((column, i) => {
    const at = design.randomWidth + i;
    return { ...column, estimate: mode.at.border[at]!, se: Math.sqrt(inverse[at * (design.width + 1)]!) };
  });
}

/** Random effects θu in log odds, with lme4's conditional SD (fixed effects taken as known) and the prediction error SD. */
export function listBinomialEffects(design: BinomialDesign, mode: Mode): RandomEffects[] {
  const { randomWidth, width, start, at } = design;
  const known = invertRandom(design, mode);
  const whole = invert(mode.factor, width);
  const wholeEliminated = mode.diagonal.map((a, c) => {
    let square = 0;
    for (let i = start[c]!; i < start[c + 1]!; i++)
      for (let j = start[c]!; j < start[c + 1]!; j++)
        square += mode.cross[c * width + at[i]!]! * whole[at[i]! * width + at[j]!]! * mode.cross[c * width + at[j]!]!;
    return 1 / a + square / (a * a);
  });
  return design.random.map(({ name, ids, offset, n }, k) => {
    const theta = mode.theta[k]!;
    const own = (border: (column: number) => number, eliminated: (level: number) => number) =>
      Float64Array.from(ids, (_, one) => (offset < 0 ? eliminated(one) : border(offset + one)));
    return {
      factor: name,
      theta,
      tau2: theta * theta,
      ids: [...ids],
      n,
      blup: own(
        (column) => theta * mode.at.border[column]!,
        (one) => theta * mode.at.eliminated[one]!,
      ),
      condSd: own(
        (column) => theta * Math.sqrt(known.border[column * (randomWidth + 1)]!),
        (one) => theta * Math.sqrt(known.eliminated[one]!),
      ),
      pevSd: own(
        (column) => theta * Math.sqrt(whole[column * (width + 1)]!),
        (one) => theta * Math.sqrt(wholeEliminated[one]!),
      ),
    };
  });
}

/** The joint prediction error covariance of the levels of random factor `k`, row-major, symmetric, in squared log odds. */
export function predictionCovariance(design: BinomialDesign, mode: Mode, k: number): Float64Array {
  const { ids, offset } = design.random[k]!;
  const variance = mode.theta[k]! ** 2;
  const size = ids.length;
  const covariance = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const unit = { eliminated: new Float64Array(mode.diagonal.length), border: new Float64Array(design.width) };
    if (offset < 0) unit.eliminated[i] = 1;
    else unit.border[offset + i] = 1;
    const column = solveWith(design, mode, unit, false);
    for (let j = 0; j < size; j++)
      covariance[i * size + j] = variance * (offset < 0 ? column.eliminated[j]! : column.border[offset + j]!);
  }
  return covariance;
}
