/**
 * A seeded source of random numbers, so that every generated firm and every simulation can be made again exactly.
 * xoshiro128** 1.1 (Blackman and Vigna 2018, public domain), seeded by SplitMix32.
 */
export type Random = {
  /** Uniform on [0, 1), 32 bits. */
  uniform(): number;
  /** Standard normal, by the polar method (Marsaglia and Bray 1964). */
  normal(): number;
  /** A whole number from 0 to `below` − 1. */
  integer(below: number): number;
  /** One of the items, each as likely. */
  pick<T>(items: readonly T[]): T;
  /** An index with probability proportional to its weight; weights ≥ 0, at least one above 0. */
  weighted(weights: readonly number[]): number;
};

const rotl = (x: number, k: number) => (x << k) | (x >>> (32 - k));

/** Same seed, same sequence, on every machine. */
export function createRandom(seed: number): Random {
  const s = splitMix(seed, 4);
  const next = () => {
    const result = Math.imul(rotl(Math.imul(s[1]!, 5), 7), 9) >>> 0;
    const t = s[1]! << 9;
    s[2]! ^= s[0]!;
    s[3]! ^= s[1]!;
    s[1]! ^= s[2]!;
    s[0]! ^= s[3]!;
    s[2]! ^= t;
    s[3] = rotl(s[3]!, 11);
    return result;
  };
  const uniform = () => next() / 2 ** 32;
  let spare: number | undefined;
  const normal = () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const r = u * u + v * v;
      if (r === 0 || r >= 1) continue;
      const f = Math.sqrt((-2 * Math.log(r)) / r);
      spare = v * f;
      return u * f;
    }
  };
  const integer = (below: number) => Math.floor(uniform() * below);
  return {
    uniform,
    normal,
    integer,
    pick: (items) => items[integer(items.length)]!,
    weighted: (weights) => {
      let rest = uniform() * weights.reduce((sum, w) => sum + w, 0);
      const last = weights.findLastIndex((w) => w > 0);
      for (let i = 0; i < last; i++) {
        rest -= weights[i]!;
        if (rest < 0) return i;
      }
      return last;
    },
  };
}

function splitMix(seed: number, count: number): Int32Array {
  const state = new Int32Array(count);
  let x = seed | 0;
  for (let i = 0; i < count; i++) {
    x = (x + 0x9e3779b9) | 0;
    let z = x;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    state[i] = z ^ (z >>> 16);
  }
  return state;
}
