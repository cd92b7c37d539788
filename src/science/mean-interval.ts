import { studentQuantile } from './student-quantile.ts';

/**
 * A mean with Student's interval: values taken to be independent and about normal. null: fewer than two, which say nothing of how
 * much they differ. As R's `t.test(values, conf.level = confidence)`. Source: Student 1908, Biometrika 6, 1–25.
 */
export function meanInterval(
  values: readonly number[],
  confidence = 0.8,
): { mean: number; low: number; high: number } | null {
  const n = values.length;
  if (n < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const half = studentQuantile((1 + confidence) / 2, n - 1) * Math.sqrt(variance / n);
  return { mean, low: mean - half, high: mean + half };
}
