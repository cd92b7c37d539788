import { type CrossProductEntry, type CrossProducts, crossProductsFrom, type Factor } from './cross-products.ts';

/** Observations as columns of equal length: the only thing here that grows with their number. */
export type Observations = {
  /** For every factor, in the order of the factors, the level of each observation: any whole number. */
  levels: readonly ArrayLike<number>[];
  /** Outcome of each observation, a finite number. */
  y: ArrayLike<number>;
};

/** Above so many possible pairs of levels a table of all of them would take more than 128 MB, and a map takes over. */
const LARGEST_TABLE = 2 ** 24;

/** One pass over observations: their pairwise cross-products. */
export function accumulateCrossProducts(observations: Observations, factors: readonly Factor[]): CrossProducts {
  const { y } = observations;
  const columns = factors.map((_, index) => indexLevels(observations.levels[index]!));
  const entries: CrossProductEntry[] = [];
  factors.forEach((factor, a) => {
    listDiagonal(factor.key, columns[a]!, y, entries);
    for (let b = a + 1; b < factors.length; b++)
      listTogether(factor.key, columns[a]!, factors[b]!.key, columns[b]!, entries);
  });
  let sumY = 0;
  let sumYY = 0;
  for (let i = 0; i < y.length; i++) {
    sumY += y[i]!;
    sumYY += y[i]! * y[i]!;
  }
  return crossProductsFrom(entries, { n: y.length, sumY, sumYY }, factors);
}

/** A column with its identifiers replaced by positions in `ids`. */
type Column = { ids: number[]; at: Int32Array };

function indexLevels(levels: ArrayLike<number>): Column {
  const positions = new Map<number, number>();
  const at = new Int32Array(levels.length);
  for (let i = 0; i < levels.length; i++) {
    const id = levels[i]!;
    let position = positions.get(id);
    if (position === undefined) {
      position = positions.size;
      positions.set(id, position);
    }
    at[i] = position;
  }
  return { ids: [...positions.keys()], at };
}

function listDiagonal(key: number, { ids, at }: Column, y: ArrayLike<number>, entries: CrossProductEntry[]): void {
  const n = new Float64Array(ids.length);
  const sumY = new Float64Array(ids.length);
  for (let i = 0; i < at.length; i++) {
    n[at[i]!]! += 1;
    sumY[at[i]!]! += y[i]!;
  }
  ids.forEach((id, index) => {
    entries.push({ factorA: key, levelA: id, factorB: key, levelB: id, n: n[index]!, sumY: sumY[index]! });
  });
}

function listTogether(keyA: number, a: Column, keyB: number, b: Column, entries: CrossProductEntry[]): void {
  const width = b.ids.length;
  const list = (code: number, n: number) => {
    const levelA = a.ids[Math.floor(code / width)]!;
    entries.push({ factorA: keyA, levelA, factorB: keyB, levelB: b.ids[code % width]!, n, sumY: 0 });
  };
  if (a.ids.length * width <= LARGEST_TABLE) {
    const table = new Float64Array(a.ids.length * width);
    for (let i = 0; i < a.at.length; i++) table[a.at[i]! * width + b.at[i]!]! += 1;
    table.forEach((n, code) => {
      if (n > 0) list(code, n);
    });
    return;
  }
  const counts = new Map<number, number>();
  for (let i = 0; i < a.at.length; i++) {
    const code = a.at[i]! * width + b.at[i]!;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  for (const [code, n] of counts) list(code, n);
}
