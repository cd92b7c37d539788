import { scramble, uniformOf } from './threefry.ts';

const pair = new Uint32Array(2);
/** Draws stop here: nothing rests on tails this far out, and what is drawn stays in known bounds. */
export const MOST_SIGMA = 4;

/**
 * The two uniform numbers (above 0, below 1) that belong to a place and an entity of a run, into `out[0]` and `out[1]`.
 */
export function drawUniforms(seed: number, run: number, place: number, entity: number, out: Float64Array): void {
  scramble(seed, run, place, entity, pair, 0);
  out[0] = uniformOf(pair[0]!);
  out[1] = uniformOf(pair[1]!);
}

/**
 * The two standard normal numbers that belong to a place and an entity of a run, cut at ±4.
 * Source: Box & Muller 1958, Annals of Mathematical Statistics 29, 610–611.
 */
export function drawNormals(seed: number, run: number, place: number, entity: number, out: Float64Array): void {
  drawUniforms(seed, run, place, entity, out);
  const far = Math.sqrt(-2 * Math.log(out[0]!));
  const angle = 2 * Math.PI * out[1]!;
  out[0] = Math.min(Math.max(far * Math.cos(angle), -MOST_SIGMA), MOST_SIGMA);
  out[1] = Math.min(Math.max(far * Math.sin(angle), -MOST_SIGMA), MOST_SIGMA);
}
