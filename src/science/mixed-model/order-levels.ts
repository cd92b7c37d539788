/** Levels of a factor, one for each observation, as positions from 0 to `size` − 1. */
export type LevelColumn = { level: Int32Array; size: number };

/**
 * The order in which observations stand when sorted by the first column, then by the second and so on; those alike keep
 * theirs. Linear in the number of observations and of levels.
 * Source: radix sort by counting, Cormen, Leiserson, Rivest & Stein 2009, Introduction to Algorithms, 3rd ed., section 8.3.
 */
export function orderByLevels(columns: readonly LevelColumn[], count: number): Int32Array {
  let order = Int32Array.from({ length: count }, (_, i) => i);
  for (let f = columns.length - 1; f >= 0; f--) {
    const { level, size } = columns[f]!;
    const next = startsOf(level, size);
    const sorted = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      const one = order[i]!;
      sorted[next[level[one]!]!++] = one;
    }
    order = sorted;
  }
  return order;
}

/** Where the observations of each level begin among all, sorted by level: `size` + 1 numbers. */
export function startsOf(level: Int32Array, size: number): Int32Array {
  const start = new Int32Array(size + 1);
  for (let i = 0; i < level.length; i++) start[level[i]! + 1]! += 1;
  for (let at = 0; at < size; at++) start[at + 1]! += start[at]!;
  return start;
}

/** Numbers the different combinations of levels from 0, in their order; `group` says which one each observation has. */
export function groupByLevels(columns: readonly LevelColumn[], count: number): { group: Int32Array; groups: number } {
  const order = orderByLevels(columns, count);
  const group = new Int32Array(count);
  let groups = 0;
  for (let i = 0; i < count; i++) {
    const [one, before] = [order[i]!, order[i - 1]];
    if (before === undefined || columns.some(({ level }) => level[one] !== level[before])) groups++;
    group[one] = groups - 1;
  }
  return { group, groups };
}
