import { assert } from '../../base/assert.ts';
import type { Verdict } from '../../records/verdicts/types.ts';

/**
 * Our advice for programs, as text: `flips` is empty only together with `flipsNote`, which then says that nothing in range
 * flips it; `cantTell` says in sentences what the data can't.
 */
export function jsonOf(verdicts: Verdict[], limits: string[]): string {
  return JSON.stringify({ verdicts: verdicts.map(adviceOf), cantTell: limits }, refuseNoNumber, 2);
}

const adviceOf = (verdict: Verdict) => ({
  seat: verdict.title,
  seatId: verdict.seatId,
  team: verdict.teamName,
  state: verdict.state,
  kind: verdict.kind,
  kindSentence: verdict.kindSentence,
  distance: verdict.distance,
  demand: verdict.demand,
  gate: verdict.gate,
  answer: verdict.answer,
  sentence: verdict.sentence,
  short: verdict.short,
  reasons: verdict.reasons,
  flips: verdict.flips,
  flipsNote: verdict.flipsNote,
  candidates: verdict.candidates,
  evidence: verdict.evidence,
  dataVersion: verdict.dataVersion,
  modelVersion: verdict.modelVersion,
  playbookVersion: verdict.playbookVersion,
});

/** JSON writes what is no number as null, which would read as "not known". */
function refuseNoNumber(key: string, value: unknown): unknown {
  assert(typeof value !== 'number' || Number.isFinite(value), `${key} is ${String(value)}`);
  return value;
}
