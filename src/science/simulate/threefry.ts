/**
 * Luck with an address: a random word is a pure function of (seed, run, place in the run, slot), so that nothing has to be drawn
 * in order. Two scenarios with the same seed share the luck of every entity in every month, however different they are,
 * and a run means the same on every thread.
 *
 * Threefry-2x32 with 20 rounds: key (seed, run), counter (place, slot pair); slots 2j and 2j + 1 share a block of two words.
 * Source: Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3", SC '11; our own code, checked
 * against the known answers of their library.
 */
export type LuckKey = {
  /** Any 32-bit whole number. */
  seed: number;
  /** Number of the run, 32 bits. */
  run: number;
};

/** What a place of the counter is for: each purpose has 65,536 places of its own, which months or holders count through. */
export const placeOf = (purpose: number, at: number) => (purpose << 16) | at;

const PARITY = 0x1bd11bda;

/** Fills `out` from 0 to `count` − 1 with the words of slots 0 to `count` − 1 at a place. 32 random bits each. */
export function fillWords({ seed, run }: LuckKey, place: number, out: Uint32Array, count: number): void {
  for (let slot = 0; slot < count; slot += 2) scramble(seed, run, place, slot >>> 1, out, slot);
}

/** The two words of a slot pair at a place, into `out` from `at` on. */
export function scramble(seed: number, run: number, place: number, pair: number, out: Uint32Array, at: number): void {
  const third = PARITY ^ seed ^ run;
  let a = (place + seed) | 0;
  let b = (pair + run) | 0;
  let first = run | 0;
  let second = third;
  let last = seed | 0;
  for (let group = 1; group <= 5; group++) {
    if ((group & 1) === 1) {
      a = (a + b) | 0;
      b = ((b << 13) | (b >>> 19)) ^ a;
      a = (a + b) | 0;
      b = ((b << 15) | (b >>> 17)) ^ a;
      a = (a + b) | 0;
      b = ((b << 26) | (b >>> 6)) ^ a;
      a = (a + b) | 0;
      b = ((b << 6) | (b >>> 26)) ^ a;
    } else {
      a = (a + b) | 0;
      b = ((b << 17) | (b >>> 15)) ^ a;
      a = (a + b) | 0;
      b = ((b << 29) | (b >>> 3)) ^ a;
      a = (a + b) | 0;
      b = ((b << 16) | (b >>> 16)) ^ a;
      a = (a + b) | 0;
      b = ((b << 24) | (b >>> 8)) ^ a;
    }
    a = (a + first) | 0;
    b = (b + second + group) | 0;
    const turn = first;
    first = second;
    second = last;
    last = turn;
  }
  out[at] = a;
  out[at + 1] = b;
}

/** A word as a number above 0 and below 1. */
export const uniformOf = (word: number) => (word + 0.5) / 2 ** 32;
