import type { PersonId } from '../people/types.ts';

/** Of how long tickets take. minutes-worked: by everyone until the first resolution; queue-minutes: active working minutes, where no minutes are kept. */
export type MinutesOutcome = 'minutes-worked' | 'queue-minutes';

/**
 * Of how tickets end. kept: resolved by whoever had it first; lasted: not reopened; satisfied: the client was, from the
 * playbook's share of the scale on.
 */
export type EndOutcome = 'kept' | 'lasted' | 'satisfied';

/** Of how somebody works. breadth: in how many areas; rescue: what of others' tickets they brought to an end. */
export type WorkOutcome = 'breadth' | 'rescue';

/** Outcomes whose readings are compared without joint minutes: everything but `MinutesOutcome`. */
export type ReadOutcome = EndOutcome | WorkOutcome;

export const MINUTES_OUTCOMES: readonly MinutesOutcome[] = ['minutes-worked', 'queue-minutes'];
export const END_OUTCOMES: readonly EndOutcome[] = ['kept', 'lasted', 'satisfied'];

/** Factors of the models in the order of their numbers in evidence_cross, from 1. */
export const EVIDENCE_FACTORS = [
  'technician',
  'client',
  'category',
  'queue',
  'priority',
  'hour',
  'difficulty',
] as const;
/** Factors of the cells of the binomial models: the hour in the playbook's parts of the day. */
export const CELL_FACTORS = ['technician', 'client', 'category', 'queue', 'priority', 'band', 'difficulty'] as const;
export type EvidenceFactor = (typeof EVIDENCE_FACTORS)[number] | 'band';

/**
 * Technician effects of the linear mixed model on log minutes, joint. Negative is faster than the mean on like tickets.
 * Source: Bates, Mächler, Bolker & Walker 2015, JSS 67(1); PEV after Henderson 1975.
 */
export type TicketEffects = {
  outcome: MinutesOutcome;
  /** Version of the sums it was fitted from. */
  dataVersion: number;
  modelVersion: string;
  /** Tickets in the fit. */
  n: number;
  /** Fitted technicians; every array below is in this order. */
  personIds: PersonId[];
  /** BLUP of each, log minutes. */
  effect: number[];
  /** Joint prediction error covariance, row-major personIds.length², (log minutes)². */
  pev: number[];
  /** Between-technician variance θ²σ², (log minutes)². 0: no difference between people can be seen. */
  tau2: number;
  /** Residual standard deviation, log minutes. */
  sigma: number;
  /** Tickets of each. */
  tickets: number[];
  /** Which connected part of the technician–client–area graph each belongs to: compare only within one. */
  component: number[];
  clients: number;
  categories: number;
  /** θ of each random factor, where the next fit begins. */
  theta: Record<string, number>;
};

/** Why nothing can be said: what there is, and the least that is needed. */
export type Shortage = { status: 'not-enough-evidence'; reason: string; have: number; need: number };

/** What the model of minutes can say now. */
export type TicketEvidence = { status: 'fitted'; effects: TicketEffects } | Shortage;

/** What one of the other outcomes says of several people. More is better in all of them. */
export type OutcomeEffects = {
  outcome: ReadOutcome;
  dataVersion: number;
  modelVersion: string;
  /** Tickets in the fit. */
  n: number;
  /** In which unit `effect` and `sd` are. */
  unit: 'log odds' | 'log areas' | 'log rescues';
  /** Compared people; every array below is in this order. */
  personIds: PersonId[];
  /** Shrunk effect of each, in the unit. */
  effect: number[];
  /** Its prediction error SD, in the unit. */
  sd: number[];
  /** Variance between people, unit². 0: no difference between people can be seen. */
  tau2: number;
  /** Tickets of each that can tell. */
  tickets: number[];
  /** Which connected part each belongs to: compare only within one. */
  component: number[];
  /**
   * The same free of shrinkage, in levels (one level = one SD between people), as far as it is told apart from the part's
   * mean: reading i = level i + origin of its part + Σ shared[k][i]·f_k + an own error. f_k are standard normal.
   */
  reading: {
    /** null: nothing was learned of this person. */
    mean: (number | null)[];
    /** Variance of the own error, levels². */
    own: number[];
    /** Loads on errors that several share, one list a factor. */
    shared: number[][];
  };
  theta: Record<string, number>;
};

/** What another outcome can say now. */
export type OutcomeEvidence = { outcome: ReadOutcome } & ({ status: 'fitted'; effects: OutcomeEffects } | Shortage);

/** Level of a factor → its effect, and the SD of its error; units as the fit's. */
export type TermEffects = { ids: number[]; effect: number[]; se: number[] };

/**
 * What a fit found beside people: what a ticket takes anybody. The linear predictor of a ticket is the intercept + the
 * effects of its levels (+ the person's). A level that isn't listed has effect 0.
 */
export type FitTerms = {
  intercept: number;
  /** Residual SD on the scale of the predictor; for the binomial models π/√3, that of the logistic. */
  sigma: number;
  factors: Partial<Record<Exclude<EvidenceFactor, 'technician'>, TermEffects>>;
};
