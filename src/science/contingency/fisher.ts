/** Two groups and how many of each were chosen: whole numbers, 0 ≤ chosen ≤ size. */
export type TwoGroups = { chosen: number; size: number; otherChosen: number; otherSize: number };

/** As in R: two tables count as equally likely when they differ by less than this share. */
const EQUALLY_LIKELY = 1 + 1e-7;

/**
 * Fisher's exact test, two-sided: given how many were chosen in all, the chance that chance alone splits them between the
 * groups in a way no likelier than what was seen. 0 < p ≤ 1; the definition of R's `fisher.test` (Fisher 1935).
 */
export function fisherExact({ chosen, size, otherChosen, otherSize }: TwoGroups): number {
  const { first, chances } = splits(size, otherSize, chosen + otherChosen);
  const seen = chances[chosen - first]! * EQUALLY_LIKELY;
  return Math.min(
    1,
    chances.reduce((sum, one) => (one <= seen ? sum + one : sum), 0),
  );
}

/**
 * The smallest p that groups of these sizes can give when so many are chosen in all, however they are split. Above .05 the
 * test can't say anything, whatever happened.
 */
export function smallestP(size: number, otherSize: number, chosenInAll: number): number {
  const from = Math.max(0, chosenInAll - otherSize);
  const to = Math.min(size, chosenInAll);
  const at = (chosen: number) => fisherExact({ chosen, size, otherChosen: chosenInAll - chosen, otherSize });
  return Math.min(at(from), at(to));
}

/**
 * The chance of each number of chosen in the first group (hypergeometric), from the smallest possible one on. By ratios of
 * neighbours from the likeliest outward, so that nothing overflows and no logarithm rounds.
 */
function splits(size: number, otherSize: number, total: number): { first: number; chances: number[] } {
  const first = Math.max(0, total - otherSize);
  const last = Math.min(size, total);
  const middle = Math.floor(((size + 1) * (total + 1)) / (size + otherSize + 2));
  const start = Math.min(last, Math.max(first, middle));
  const chances = new Array<number>(last - first + 1).fill(0);
  /** The chance of k + 1 as a multiple of the chance of k. */
  const step = (k: number) => ((size - k) * (total - k)) / ((k + 1) * (otherSize - total + k + 1));
  chances[start - first] = 1;
  for (let k = start; k < last; k++) chances[k + 1 - first] = chances[k - first]! * step(k);
  for (let k = start; k > first; k--) chances[k - 1 - first] = chances[k - first]! / step(k - 1);
  const sum = chances.reduce((all, one) => all + one, 0);
  return { first, chances: chances.map((one) => one / sum) };
}
