import type { EvidenceFactor, FitTerms, TermEffects } from '../../records/evidence/types.ts';
import type { FixedEffect, RandomEffects } from '../../science/mixed-model/effects.ts';

/** Residual SD of the binomial models on the scale of their predictor: the logistic's π/√3. */
export const LOGISTIC_SD = Math.PI / Math.sqrt(3);

/** What a fit found beside its technicians. */
export function termsOf({ fixed, random }: { fixed: FixedEffect[]; random: RandomEffects[] }, sigma: number): FitTerms {
  const factors: Partial<Record<EvidenceFactor, TermEffects>> = {};
  let intercept = 0;
  for (const { factor, level, estimate, se } of fixed) {
    if (factor === undefined || level === undefined) {
      intercept = estimate;
      continue;
    }
    factors[factor as EvidenceFactor] ??= { ids: [], effect: [], se: [] };
    const term = factors[factor as EvidenceFactor]!;
    term.ids.push(level);
    term.effect.push(estimate);
    term.se.push(se);
  }
  for (const { factor, ids, blup, pevSd } of random) {
    if (factor !== 'technician')
      factors[factor as EvidenceFactor] = { ids, effect: Array.from(blup), se: Array.from(pevSd) };
  }
  return { intercept, sigma, factors };
}
