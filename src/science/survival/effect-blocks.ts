/** A factor whose levels shift what is observed. */
export type EffectFactor = {
  levels: number;
  /** Level of each observation; −1: none, so that this factor leaves it alone. */
  of: Int32Array;
  /** Variance between levels as guessed, above 0, and how many levels the guess is worth; Infinity: nothing is learned. */
  variance: number;
  worth: number;
  /** Variance of each level beside that, known; it isn't learned. None: 0. */
  known?: Float64Array;
};

/**
 * The equations of crossed effects, divided by σ²: the factor with most levels lies outside as a diagonal D, with B to
 * the others, whose block is S = S₀ − BᵀD⁻¹B. So the cost grows with the cube of the other factors' levels only.
 * Source: Bates, Mächler, Bolker & Walker 2015, JSS 67(1), section 5 (the same order of elimination).
 */
export type Blocks = {
  /** Levels of the factor outside. */
  outer: number;
  diagonal: Float64Array;
  /** Row-major outer × size. */
  cross: Float64Array;
  /** Levels of all others. */
  size: number;
  inner: Float64Array;
  outerRight: Float64Array;
  innerRight: Float64Array;
};

/** Where the levels of each factor stand in one list: those of the factor with most levels first. */
export function layOut(factors: readonly EffectFactor[]) {
  const most = outermost(factors);
  const start: number[] = [];
  let total = factors[most]!.levels;
  factors.forEach((factor, f) => {
    start[f] = f === most ? 0 : total;
    if (f !== most) total += factor.levels;
  });
  return {
    total,
    split: (list: Float64Array) => factors.map(({ levels }, f) => list.slice(start[f]!, start[f]! + levels)),
    fitted: (effects: Float64Array) => {
      const sum = new Float64Array(factors[0]!.of.length);
      factors.forEach(({ of }, f) => {
        for (let t = 0; t < sum.length; t++) if (of[t]! >= 0) sum[t]! += effects[start[f]! + of[t]!]!;
      });
      return sum;
    },
    precision: (between: readonly number[], sigma: number) => {
      const list = new Float64Array(total);
      factors.forEach(({ levels, known }, f) => {
        for (let j = 0; j < levels; j++) list[start[f]! + j] = sigma ** 2 / (between[f]! + (known?.[j] ?? 0));
      });
      return list;
    },
    start,
  };
}

const outermost = (factors: readonly EffectFactor[]) =>
  factors.reduce((best, { levels }, f) => (levels > factors[best]!.levels ? f : best), 0);

/** Sums the equations up: `weight` of each observation, `aim` its weighted value, `precision` of each level before it. */
export function gatherBlocks(
  factors: readonly EffectFactor[],
  weight: Float64Array,
  aim: Float64Array,
  precision: Float64Array,
): Blocks {
  const { start, total } = layOut(factors);
  const most = outermost(factors);
  const outer = factors[most]!.levels;
  const size = total - outer;
  const cross = new Float64Array(outer * size);
  const inner = new Float64Array(size * size);
  const diagonal = precision.slice(0, outer);
  const right = new Float64Array(total);
  for (let j = 0; j < size; j++) inner[j * size + j] = precision[outer + j]!;
  const others = factors.flatMap((factor, f) => (f === most ? [] : [{ of: factor.of, from: start[f]! - outer }]));
  const places = new Int32Array(others.length);
  for (let t = 0; t < weight.length; t++) {
    let count = 0;
    for (const { of, from } of others) if (of[t]! >= 0) places[count++] = from + of[t]!;
    const row = factors[most]!.of[t]!;
    if (row >= 0) {
      diagonal[row]! += weight[t]!;
      right[row]! += aim[t]!;
    }
    for (let a = 0; a < count; a++) {
      right[outer + places[a]!]! += aim[t]!;
      if (row >= 0) cross[row * size + places[a]!]! += weight[t]!;
      for (let b = 0; b < count; b++) inner[places[a]! * size + places[b]!]! += weight[t]!;
    }
  }
  return eliminate({
    outer,
    diagonal,
    cross,
    size,
    inner,
    outerRight: right.slice(0, outer),
    innerRight: right.slice(outer),
  });
}

/** Takes the outer factor out of the inner block and its right-hand side. */
function eliminate(blocks: Blocks): Blocks {
  const { outer, diagonal, cross, size, inner, outerRight, innerRight } = blocks;
  for (let i = 0; i < outer; i++) {
    for (let a = 0; a < size; a++) {
      const part = cross[i * size + a]! / diagonal[i]!;
      if (part === 0) continue;
      innerRight[a]! -= part * outerRight[i]!;
      for (let b = 0; b < size; b++) inner[a * size + b]! -= part * cross[i * size + b]!;
    }
  }
  return blocks;
}
