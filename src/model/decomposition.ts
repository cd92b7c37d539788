import type { EvidenceFactor, FitTerms } from '../records/evidence/types.ts';

/** What tickets differ in beside who got them. */
export type MixFactor = Exclude<EvidenceFactor, 'technician'>;

/** One level of a factor: how many of the person's tickets have it, and how many of all tickets. */
export type LevelCount = { level: number; own: number; all: number };

/** What a person's tickets are made of, beside all tickets that are compared. */
export type TicketMix = {
  /** Tickets of the person, above 0, and of everybody. */
  own: number;
  all: number;
  factors: Partial<Record<MixFactor, readonly LevelCount[]>>;
};

/** The person in a fit, in the units of its predictor. */
export type PersonEffect = {
  /** Shrunk effect of the person against the mean ticket's. */
  value: number;
  /** What shrinking took off, where the fit tells it exactly; null: whatever is left over. */
  heldBack: number | null;
};

/** What a level adds: its share among the person's tickets against its share among all, times its effect. */
export type LevelPart = { level: number; value: number; own: number; all: number };

/** A difference in parts that add up to it, all in the units of the predictor. */
export type Decomposition = {
  /** Mean of the person's tickets against the mean of all. */
  difference: number;
  /** What comes of the person getting other tickets than others, by factor in the order of the model. */
  mix: { factor: MixFactor; value: number; levels: LevelPart[] }[];
  person: number;
  /** The person's own difference that shrinking takes for chance. */
  heldBack: number;
  /** What the fit doesn't know of yet, because tickets came after it; 0: nothing. */
  since: number;
};

const FACTORS: readonly MixFactor[] = ['category', 'client', 'queue', 'priority', 'hour', 'band', 'difficulty'];

/**
 * Takes a difference between a person's mean and everybody's apart. The linear predictor is additive, so a factor's part is
 * Σ over its levels of (own share − share of all)·effect: exact, whatever the reference level. Σ of all parts = difference.
 */
export function decompose(
  difference: number,
  mix: TicketMix,
  terms: Pick<FitTerms, 'factors'>,
  person: PersonEffect,
): Decomposition {
  const parts = FACTORS.flatMap((factor) => {
    const levels = mix.factors[factor];
    const effects = terms.factors[factor];
    return levels && effects ? [partOf(factor, levels, new Map(zip(effects.ids, effects.effect)), mix)] : [];
  });
  const rest = parts.reduce((left, part) => left - part.value, difference) - person.value;
  const heldBack = person.heldBack ?? rest;
  return { difference, mix: parts, person: person.value, heldBack, since: rest - heldBack };
}

function partOf(
  factor: MixFactor,
  levels: readonly LevelCount[],
  effect: ReadonlyMap<number, number>,
  { own, all }: Pick<TicketMix, 'own' | 'all'>,
): Decomposition['mix'][number] {
  const of = (level: number) => effect.get(level) ?? 0;
  // Against the mean ticket's effect, so that the part of one level doesn't hang on which level the model has as reference.
  const usual = levels.reduce((sum, one) => sum + (one.all / all) * of(one.level), 0);
  const parts = levels.map((one) => ({
    ...one,
    value: (one.own / own - one.all / all) * (of(one.level) - usual),
  }));
  return { factor, value: parts.reduce((sum, one) => sum + one.value, 0), levels: parts };
}

const zip = (ids: readonly number[], values: readonly number[]): [number, number][] =>
  ids.map((id, i) => [id, values[i]!]);

/** A fit's people, as far as one of them is set against the mean ticket. */
type Effects = { effect: readonly number[]; tickets: readonly number[] };

/**
 * One person's effect against that of the mean ticket (weights: tickets of each), with the SD of that contrast.
 * @param pev joint prediction error covariance, row-major, unit²; null: only `sd` of the person's own effect is known
 */
export function againstUsual(
  { effect, tickets }: Effects,
  at: number,
  error: { pev: readonly number[] } | { sd: number },
): { value: number; sd: number } {
  const n = tickets.reduce((sum, one) => sum + one, 0);
  const weight = tickets.map((own, i) => (i === at ? 1 : 0) - own / n);
  const value = weight.reduce((sum, one, i) => sum + one * effect[i]!, 0);
  if ('sd' in error) return { value, sd: error.sd };
  const size = weight.length;
  let variance = 0;
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) variance += weight[i]! * weight[j]! * error.pev[i * size + j]!;
  return { value, sd: Math.sqrt(Math.max(variance, 0)) };
}

/**
 * What shrinking takes off the person's mean in the linear mixed model. The equations say Zᵀr = (σ²/τ²)·u, so the mean
 * residual of the person's tickets is σ²/(τ²·n)·u, and that of all tickets 0. Null where τ² = 0: then it is what is left.
 * Source: Henderson 1975, Biometrics 31, 423–447 (the mixed model equations).
 */
export function heldBackOf({
  effect,
  tickets,
  sigma,
  tau2,
}: {
  effect: number;
  tickets: number;
  sigma: number;
  tau2: number;
}): number | null {
  return tau2 > 0 && tickets > 0 ? (sigma ** 2 / (tau2 * tickets)) * effect : null;
}

/**
 * SD of a person's effect when difficulty that no column shows differs by `hidden` (SD) between people: what the tickets say
 * gets that error too, the spread between people stays. All in the units of the predictor; never below `sd`, never above τ.
 */
export function widenByHidden(sd: number, tau2: number, hidden: number): number {
  if (!(tau2 > 0 && sd > 0)) return sd;
  const told = Math.max(1 / sd ** 2 - 1 / tau2, 0);
  return Math.max(sd, Math.sqrt(1 / (told / (1 + hidden ** 2 * told) + 1 / tau2)));
}

/**
 * Log odds of a share that may be none or all: (k + ½)/(n − k + ½).
 * Source: Haldane 1956, Ann. Hum. Genet. 20, 309–311; Anscombe 1956, Biometrika 43, 461–464.
 */
export function logOdds(of: number, trials: number): number {
  return Math.log((of + 0.5) / (trials - of + 0.5));
}

/** Chance of log odds. */
export function chanceOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
