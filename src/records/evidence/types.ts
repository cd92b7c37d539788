import type { PersonId } from '../people/types.ts';

/** minutes-worked: by everyone until the first resolution; queue-minutes: active working minutes, where no minutes are kept. */
export type Outcome = 'minutes-worked' | 'queue-minutes';

/** Factors of the ticket model in the order of their numbers in evidence_cross, from 1. */
export const EVIDENCE_FACTORS = ['technician', 'client', 'category', 'queue', 'priority', 'hour'] as const;

/**
 * Technician effects of the linear mixed model on log minutes, joint. Negative is faster than the mean on like tickets.
 * Source: Bates, Mächler, Bolker & Walker 2015, JSS 67(1); PEV after Henderson 1975.
 */
export type TicketEffects = {
  outcome: Outcome;
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
  /** How hard-to-see difficulty is assumed to be; 0 = none assumed. Applied later, by the model. */
  theta: Record<string, number>;
};

/** What the ticket model can say now. */
export type TicketEvidence =
  | { status: 'fitted'; effects: TicketEffects }
  | { status: 'not-enough-evidence'; reason: string; have: number; need: number };
