import { assert } from '../../base/assert.ts';
import type { BinomialCells } from './binomial-cells.ts';
import type { CrossProducts } from './cross-products.ts';
import { pairCounts } from './cross-products.ts';

/**
 * For every named factor, the connected component of each of its levels (in the order of `ids`), counted from 0 in the
 * order of the first factor's levels. Two levels are joined where one observation has both. Levels in different
 * components share no comparison, not even an indirect one, so that a difference between them is only assumption.
 * Source: Searle 1987, Linear Models for Unbalanced Data, section 5.3 (connectedness).
 * @param blank identifier of levels after the first factor that stand for "not given": they join nothing, because what is
 *   not known need not be alike; unless nothing at all is given, when there is nothing to tell observations apart by
 */
export function connectedComponents(
  sums: CrossProducts,
  names: readonly string[],
  blank?: number,
): Record<string, Int32Array> {
  const positions = names.map((name) => {
    const position = sums.factors.findIndex((factor) => factor.name === name);
    assert(position >= 0, `the sums have no factor ${name}`);
    return position;
  });
  const offset: number[] = [];
  let size = 0;
  for (const position of positions) {
    offset.push(size);
    size += sums.factors[position]!.ids.length;
  }
  const parent = Int32Array.from({ length: size }, (_, node) => node);
  const ids = positions.map((position) => sums.factors[position]!.ids);
  const joins = joinsUnless(ids, blank);
  for (let x = 0; x < positions.length; x++)
    for (let y = x + 1; y < positions.length; y++) {
      const pair = pairCounts(sums, positions[x]!, positions[y]!);
      for (let i = 0; i < pair.n.length; i++) {
        const [a, b] = [pair.levelA[i]!, pair.levelB[i]!];
        if (joins(x, a) && joins(y, b)) join(parent, offset[x]! + a, offset[y]! + b);
      }
    }
  const component = numberRoots(parent);
  return Object.fromEntries(
    names.map((name, x) => [name, component.slice(offset[x]!, offset[x + 1] ?? size)] as const),
  );
}

/** The same of cells: for each level of the first named factor, by its identifier, the component it belongs to. */
export function cellComponents(cells: BinomialCells, names: readonly string[], blank?: number): Map<number, number> {
  const factors = names.map((name) => cells.factors.find((factor) => factor.name === name)!);
  const offset = factors.map((_, x) => factors.slice(0, x).reduce((sum, { ids }) => sum + ids.length, 0));
  const size = factors.reduce((sum, { ids }) => sum + ids.length, 0);
  const parent = Int32Array.from({ length: size }, (_, node) => node);
  const joins = joinsUnless(
    factors.map(({ ids }) => ids),
    blank,
  );
  for (let cell = 0; cell < cells.trials.length; cell++)
    for (let x = 1; x < factors.length; x++) {
      const level = factors[x]!.level[cell]!;
      if (joins(x, level)) join(parent, factors[0]!.level[cell]!, offset[x]! + level);
    }
  const component = numberRoots(parent);
  return new Map(factors[0]!.ids.map((id, at) => [id, component[at]!]));
}

/** Whether a level, by factor and place, joins what has it. */
function joinsUnless(ids: readonly (readonly number[])[], blank: number | undefined) {
  const given = ids.slice(1).some((levels) => levels.some((id) => id !== blank));
  return (factor: number, place: number) => factor === 0 || !given || ids[factor]![place] !== blank;
}

/** Components from 0, in the order of their first nodes. */
function numberRoots(parent: Int32Array): Int32Array {
  const number = new Map<number, number>();
  return parent.map((_, node) => {
    const root = rootOf(parent, node);
    if (!number.has(root)) number.set(root, number.size);
    return number.get(root)!;
  });
}

function rootOf(parent: Int32Array, node: number): number {
  let at = node;
  while (parent[at] !== at) {
    // Halves the path for the next who asks.
    parent[at] = parent[parent[at]!]!;
    at = parent[at]!;
  }
  return at;
}

function join(parent: Int32Array, a: number, b: number): void {
  const x = rootOf(parent, a);
  const y = rootOf(parent, b);
  // The smaller number stays root, so that components are numbered in the order of the first factor.
  parent[Math.max(x, y)] = Math.min(x, y);
}
