/** What several noisy measurements of one kind say of how people differ. */
export type MeansFit = {
  /** Weighted mean of the measurements. */
  mean: number;
  /** Variance between people; 0: no difference can be seen. */
  tau2: number;
  /** Shrunk difference of each from the mean, and its error SD. */
  effect: number[];
  sd: number[];
};

/**
 * The normal–normal model for one measurement each: y_i ~ N(θ_i, v_i), θ_i ~ N(mean, τ²), τ² by the method of moments.
 * Source: DerSimonian & Laird 1986, Controlled Clinical Trials 7, 177–188.
 * @param y measurements, at least 2
 * @param v their variances, above 0
 */
export function fitMeans(y: readonly number[], v: readonly number[]): MeansFit {
  const fixed = weigh(
    y,
    v.map((value) => 1 / value),
  );
  const q = y.reduce((sum, value, i) => sum + (value - fixed.mean) ** 2 / v[i]!, 0);
  const tau2 = Math.max(0, (q - (y.length - 1)) / (fixed.sum - fixed.squares / fixed.sum));
  const { mean } = weigh(
    y,
    v.map((value) => 1 / (value + tau2)),
  );
  return {
    mean,
    tau2,
    effect: y.map((value, i) => (tau2 / (tau2 + v[i]!)) * (value - mean)),
    sd: v.map((value) => Math.sqrt((tau2 * value) / (tau2 + value))),
  };
}

function weigh(y: readonly number[], weights: readonly number[]) {
  let sum = 0;
  let squares = 0;
  let total = 0;
  weights.forEach((weight, i) => {
    sum += weight;
    squares += weight * weight;
    total += weight * y[i]!;
  });
  return { mean: total / sum, sum, squares };
}
