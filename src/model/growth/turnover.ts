import { assert } from '../../base/assert.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import { gammaQuantile } from '../../science/simulate/gamma.ts';

/** What the firm has seen of people leaving; 0 and 0 where it has seen nothing. */
export type LeaversSeen = {
  /** How many left, a whole number from 0. */
  leavers: number;
  /** How long people were there in all, in person-years, from 0. */
  personYears: number;
};

/** What is believed of the yearly rate of leaving: a gamma distribution. */
export type TurnoverBelief = { shape: number /** person-years */; rate: number };

/**
 * The rate of leaving (leavers a year and person) after the firm's own leavers: a gamma prior of mean `growth.turnover.yearly` that
 * weighs `growth.turnover.weight` person-years, and a Poisson number of leavers, so the posterior is gamma with shape + leavers
 * and rate + person-years. A mean of 0 means that nobody ever leaves, whatever was seen.
 * Source: Gelman et al. 2013, Bayesian Data Analysis, 3rd ed., section 2.6.
 */
export function believeTurnover({ leavers, personYears }: LeaversSeen, playbook: Playbook): TurnoverBelief {
  assert(leavers >= 0 && personYears >= 0, `${leavers} leavers in ${personYears} person-years`);
  const mean = playbook['growth.turnover.yearly'];
  const weight = playbook['growth.turnover.weight'];
  if (mean === 0) return { shape: 0, rate: weight };
  return { shape: mean * weight + leavers, rate: weight + personYears };
}

/** Leavers a year and person below which the rate lies with chance p, 0 < p < 1. */
export function turnoverAt({ shape, rate }: TurnoverBelief, p: number): number {
  return shape === 0 ? 0 : gammaQuantile(p, shape) / rate;
}

/** The chance to leave in a month at a yearly rate: 1 − exp(−rate/12), that is 1 − (1 − a)^(1/12) for a share a that leaves in a year. */
export function leaveInMonth(yearly: number): number {
  return -Math.expm1(-yearly / 12);
}
