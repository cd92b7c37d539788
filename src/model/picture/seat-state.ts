import type { Side } from '../../records/voice/types.ts';
import { normalCdf } from '../../science/normal.ts';
import { findDemand } from '../demand.ts';
import type { PictureInput, PictureSeat } from './types.ts';

/**
 * How one side of a seat's holder stands to the need. missing: probably below it; enough: probably at it; unknown: can't
 * be told yet, or nobody is there.
 */
export type SideFinding = {
  side: Side;
  state: 'missing' | 'enough' | 'unknown';
  need: number;
  /** Null where nobody holds the seat or nothing is known. */
  mean: number | null;
};

/**
 * Compares one side with the need for a number of technicians. It is "missing" or "enough" only where the chance says so
 * and the evidence would be enough for a no.
 */
export function findSide(seat: PictureSeat, side: Side, input: PictureInput, technicians: number): SideFinding {
  const { playbook } = input;
  const need = findDemand(seat.steps ?? 1, technicians, playbook)[side];
  const strength = seat[side];
  if (!strength || strength.evidence <= 0) return { side, state: 'unknown', need, mean: null };
  const { mean, sd, evidence } = strength;
  const short = sd > 1e-12 ? normalCdf((need - mean) / sd) : mean < need ? 1 : 0;
  const sure = playbook['gate.short'];
  const known = evidence >= playbook['answers.evidence-need'];
  const state = known && short >= sure ? 'missing' : known && 1 - short >= sure ? 'enough' : 'unknown';
  return { side, state, need, mean };
}
