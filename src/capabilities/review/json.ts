import type { Verdict } from '../../records/verdicts/types.ts';

/** Our advice for programs: `flips` is empty only together with `flipsNote`, which then says that nothing in range flips it. */
export function jsonOf(verdicts: Verdict[]) {
  return {
    verdicts: verdicts.map((verdict) => ({
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
    })),
  };
}
