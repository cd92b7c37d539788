import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { createRandom } from '../../base/random.ts';
import { type CellEntry, collectCells } from './binomial-cells.ts';
import { differentiate } from './binomial-criterion.ts';
import { setUpBinomial } from './binomial-design.ts';
import { type BinomialFit, fitBinomial } from './fit-binomial.ts';
import { readOutcomes } from './fixtures/read-fixtures.ts';
import { findMode } from './penalised-mode.ts';
import type { Coefficients } from './weigh-cells.ts';

const NAMES = ['technician', 'client', 'category', 'priority'];
const SPEC = { fixed: ['priority', 'category'], random: ['technician', 'client'], compare: 'technician' };
type Effects = { id: number[]; blup: number[]; condSd?: number[] };
type Reference = { logLik: number; fixed: Record<string, number>; technician: Effects; client?: Effects } & Record<
  string,
  unknown
>;
const reference = (name: string) =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as Reference;

const cells = collectCells(NAMES, readOutcomes());
const fitted = (method: 'joint' | 'laplace') => {
  const fit = fitBinomial(cells, SPEC, { method });
  if (fit.status !== 'fitted') throw new Error(fit.reason);
  return fit;
};
const furthest = (one: ArrayLike<number>, other: ArrayLike<number>) =>
  Math.max(...Array.from(one, (value, at) => Math.abs(value - other[at]!)));
const fixedOf = (fit: BinomialFit, wanted: Record<string, number>) =>
  Math.max(...fit.fixed.map(({ name, estimate }) => Math.abs(estimate - wanted[name]!)));

describe('the joint mode', () => {
  const fit = fitted('joint');
  const lme4 = reference('binomial-nagq0');

  it('equals glmer with nAGQ = 0 and a tight inner tolerance', () => {
    const [technician, client] = fit.random;
    // lme4 searches θ without derivatives until it moves by less than 1e-7 or so.
    expect(technician!.theta).toBeCloseTo(lme4.thetaTechnician as number, 6);
    expect(client!.theta).toBeCloseTo(lme4.thetaClient as number, 6);
    expect(fixedOf(fit, lme4.fixed)).toBeLessThan(1e-6);
    expect(furthest(lme4.technician.blup, fit.compared.blup)).toBeLessThan(1e-6);
    expect(furthest(lme4.technician.condSd!, fit.compared.condSd)).toBeLessThan(1e-6);
    expect(furthest(lme4.client!.blup, client!.blup)).toBeLessThan(1e-6);
    expect(furthest(lme4.client!.condSd!, client!.condSd)).toBeLessThan(1e-6);
  });

  it('reaches its log-likelihood: glmer stops its inner loop at 1e-12 of 10,000, which leaves 2e-6', () => {
    expect(fit.logLik).toBeGreaterThan(lme4.logLik - 1e-6);
    expect(fit.logLik - lme4.logLik).toBeLessThan(3e-6);
  });

  it('begins from an earlier fit and comes to the same', () => {
    const again = fitBinomial(cells, SPEC, { start: { technician: 0.9, client: 0.05 } });
    expect(again.status === 'fitted' && furthest(again.compared.blup, fit.compared.blup)).toBeLessThan(1e-6);
  });
});

describe('the Laplace likelihood', () => {
  const fit = fitted('laplace');
  const tmb = reference('binomial-laplace');

  it('equals glmmTMB in θ and the technicians', () => {
    expect(Math.abs(fit.random[0]!.theta - (tmb.sdTechnician as number))).toBeLessThan(1e-5);
    expect(Math.abs(fit.random[1]!.theta - (tmb.sdClient as number))).toBeLessThan(1e-5);
    expect(furthest(tmb.technician.blup, fit.compared.blup)).toBeLessThan(1e-5);
    // glmmTMB ends where its search gains less than 1e-10 of the likelihood, which leaves a flat fixed effect free by 1e-4.
    expect(fixedOf(fit, tmb.fixed)).toBeLessThan(2e-4);
  });

  it('is no smaller than glmmTMB found it, and no larger than rounding explains', () => {
    expect(fit.logLik).toBeGreaterThan(tmb.logLik - 1e-8);
    expect(fit.logLik - tmb.logLik).toBeLessThan(1e-6);
  });
});

describe('its derivatives', () => {
  const design = setUpBinomial(cells, SPEC.fixed, SPEC.random);
  const zero: Coefficients = {
    eliminated: new Float64Array(design.random[design.eliminated]!.ids.length),
    border: new Float64Array(design.width),
  };
  const theta = [0.4, 0.2];
  const step = 1e-4;
  const at = (k: number, sign: number) => theta.map((one, i) => (i === k ? one * Math.exp(sign * step) : one));
  const value = (where: number[], from: Coefficients, hold: boolean) => {
    const mode = findMode(design, where, from, hold)!;
    return mode.deviance + mode.penalty + mode.logDeterminant;
  };

  it.each([true, false])('are what differences of the criterion say (joint: %s)', (joint) => {
    const mode = findMode(design, theta, zero, !joint)!;
    const { gradient, fixedGradient } = differentiate(design, mode, joint);
    for (const k of [0, 1]) {
      const slope = (value(at(k, 1), mode.at, !joint) - value(at(k, -1), mode.at, !joint)) / (2 * step);
      expect(gradient[k]! - slope).toBeCloseTo(0, 4);
    }
    if (joint) return;
    const shifted = (sign: number) => {
      const border = Float64Array.from(mode.at.border);
      border[design.randomWidth + 2]! += sign * step;
      return value(theta, { eliminated: mode.at.eliminated, border }, true);
    };
    expect(fixedGradient[2]! - (shifted(1) - shifted(-1)) / (2 * step)).toBeCloseTo(0, 3);
  });
});

/** A small case: technicians by clients, with or without differences. */
function smallCase(seed: number, n: number, spread: number): CellEntry[] {
  const random = createRandom(seed);
  const effect = Array.from({ length: 5 }, () => random.normal() * spread);
  return Array.from({ length: n }, () => {
    const technician = Math.floor(random.uniform() * 5);
    const chance = 1 / (1 + Math.exp(-0.8 - effect[technician]!));
    const levels = [technician, Math.floor(random.uniform() * 7), Math.floor(random.uniform() * 3), 1];
    return { levels, trials: 1, successes: random.uniform() < chance ? 1 : 0 };
  });
}

describe('whatever it is given', () => {
  it('comes to the same from single observations, from cells, in any order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
        const entries = smallCase(seed, 120, 0.8);
        const one = fitBinomial(collectCells(NAMES, entries), SPEC);
        const other = fitBinomial(collectCells(NAMES, [...entries].reverse()), SPEC);
        if (one.status !== 'fitted' || other.status !== 'fitted') return one.status === other.status;
        return Math.abs(one.logLik - other.logLik) < 1e-7 && furthest(one.compared.blup, other.compared.blup) < 1e-4;
      }),
      { numRuns: 25 },
    );
  });

  it('gives finite effects and intervals, or says what is missing; never NaN', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(0, 1, 6),
        fc.constantFrom('joint' as const, 'laplace' as const),
        (seed, n, spread, method) => {
          const fit = fitBinomial(collectCells(NAMES, smallCase(seed, n, spread)), SPEC, { method });
          if (fit.status === 'not-enough-evidence') return fit.have < fit.need;
          const numbers = [fit.logLik, ...fit.fixed.map((one) => one.estimate), ...fit.compared.covariance];
          for (const { blup, pevSd } of fit.random) numbers.push(...blup, ...pevSd);
          return numbers.every(Number.isFinite);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('leaves out a fixed level where everything succeeds, and fits the rest as without it', () => {
    const entries = smallCase(3, 400, 0.8);
    const sure = entries
      .slice(0, 30)
      .map(({ levels }) => ({ levels: [...levels.slice(0, 2), 9, 1], trials: 1, successes: 1 }));
    const fit = fitBinomial(collectCells(NAMES, [...entries, ...sure]), SPEC);
    const without = fitBinomial(collectCells(NAMES, entries), SPEC);
    if (fit.status !== 'fitted' || without.status !== 'fitted') throw new Error('not fitted');
    expect(fit.leftOut).toContainEqual({ name: 'category9', reason: 'separated' });
    expect(furthest(fit.compared.blup, without.compared.blup)).toBeLessThan(1e-9);
  });

  it('keeps fixed effects finite, with wide intervals, that are separated only together', () => {
    // Priority 2 with category 7 always succeeds; without those tickets priority 2 and category 8 say the same.
    const entries = smallCase(5, 500, 0.8).map((one, at) => ({
      ...one,
      levels: [one.levels[0]!, one.levels[1]!, at % 2 === 0 ? 7 : 8, at % 2 === 0 ? 1 : 2],
    }));
    const sure = Array.from({ length: 30 }, (_, at) => ({ levels: [at % 5, at % 7, 7, 2], trials: 1, successes: 1 }));
    const fit = fitBinomial(collectCells(NAMES, [...entries, ...sure]), SPEC);
    const without = fitBinomial(collectCells(NAMES, entries), SPEC);
    if (fit.status !== 'fitted' || without.status !== 'fitted') throw new Error('not fitted');
    for (const { estimate, se } of fit.fixed.filter(({ name }) => name !== '(Intercept)')) {
      expect(Math.abs(estimate)).toBeLessThan(30);
      expect(se).toBeGreaterThan(100);
    }
    expect(furthest(fit.compared.blup, without.compared.blup)).toBeLessThan(1e-5);
  });

  it('holds a technician who never fails to a finite effect with an interval wider than anyone else’s', () => {
    const entries = smallCase(8, 600, 0.5);
    const star = Array.from({ length: 12 }, (_, at) => ({ levels: [77, at % 7, at % 3, 1], trials: 1, successes: 1 }));
    const fit = fitBinomial(collectCells(NAMES, [...entries, ...star]), SPEC);
    if (fit.status !== 'fitted') throw new Error(fit.reason);
    const at = fit.compared.ids.indexOf(77);
    expect(fit.compared.blup[at]).toBeGreaterThan(0);
    expect(fit.compared.blup[at]).toBeLessThan(3);
    expect(fit.compared.pevSd[at]).toBe(Math.max(...fit.compared.pevSd));
  });

  it('says what is missing where nothing can be compared', () => {
    const all = (successes: number) => smallCase(1, 50, 0).map((one) => ({ ...one, successes }));
    expect(fitBinomial(collectCells(NAMES, all(1)), SPEC)).toMatchObject({ reason: 'no-variation', have: 1, need: 2 });
    const alone = smallCase(1, 50, 0).map((one) => ({ ...one, levels: [1, ...one.levels.slice(1)] }));
    expect(fitBinomial(collectCells(NAMES, alone), SPEC)).toMatchObject({ reason: 'too-few-levels', have: 1, need: 2 });
    expect(fitBinomial(collectCells(NAMES, []), SPEC)).toMatchObject({ status: 'not-enough-evidence' });
  });
});
