import { assert } from '../../base/assert.ts';

/** One look of several at evidence that grows: with how many cases, and which part of the chance of a false alarm it spends. */
export type LookAt = { n: number; alarm: number; next: number };

/** From one look to the next half as many cases again. */
const FARTHER = 1.5;

/**
 * The last look that is due with so many cases: the first at `first`, each next one with half as many again. The k-th
 * spends alarm / (k·(k + 1)), which over all looks that will ever be adds up to `alarm`: however long one goes on looking,
 * a false alarm is no likelier than that (union bound; spending as in Lan & DeMets 1983, Biometrika 70, 659–663).
 * Between two looks the answer stays that of the last one, from its first n cases. Null: too few for the first.
 * @param cases whole, from 0
 * @param first whole, from 2
 * @param alarm chance of a false alarm, 0 < alarm < 1
 */
export function lastLook(cases: number, first: number, alarm: number): LookAt | null {
  assert(first >= 2, `a first look takes at least 2 cases, not ${first}`);
  if (cases < first) return null;
  let n = first;
  let k = 1;
  for (let next = further(n); next <= cases; next = further(n)) {
    n = next;
    k += 1;
  }
  return { n, alarm: alarm / (k * (k + 1)), next: further(n) };
}

const further = (n: number): number => Math.ceil(n * FARTHER);
