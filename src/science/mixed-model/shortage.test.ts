import { describe, expect, it } from 'vitest';
import { accumulateCrossProducts } from './accumulate.ts';
import { crossProductsFrom, listEntries } from './cross-products.ts';
import { fitLinear } from './fit-linear.ts';
import { type MadeObservations, makeObservations, smallFactors } from './fixtures/make-observations.ts';

const spec = { fixed: ['priority'], random: ['technician', 'client'], compare: 'technician' };

function fitted(data: MadeObservations, factors = smallFactors) {
  return fitLinear(accumulateCrossProducts(data, factors), spec);
}

function expectNumbers(value: unknown): void {
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
  else if (value instanceof Float64Array) value.forEach(expectNumbers);
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(expectNumbers);
}

describe('linear mixed model with little or odd data', () => {
  it('says that one technician can’t be compared', () => {
    const result = fitted(makeObservations(1, { technicians: 1 }));
    expect(result).toEqual({ status: 'not-enough-evidence', reason: 'too-few-levels', have: 1, need: 2 });
  });

  it('says so without any observation, and with one', () => {
    expect(fitted({ levels: [[], [], []], y: [] })).toMatchObject({ reason: 'too-few-levels', have: 0 });
    expect(fitted({ levels: [[1], [1], [1]], y: [2] })).toMatchObject({ reason: 'too-few-levels', have: 1 });
  });

  it('says so with one ticket for each technician', () => {
    const data = {
      levels: [
        [1, 2, 3],
        [1, 1, 2],
        [0, 0, 0],
      ],
      y: [1, 2, 4],
    };
    expect(fitted(data)).toMatchObject({ reason: 'one-observation-each', have: 3, need: 4 });
  });

  it('says how many tickets are needed when there are no more than columns', () => {
    const data = {
      levels: [
        [1, 1, 2, 2, 2],
        [1, 2, 1, 2, 2],
        [0, 1, 2, 3, 3],
      ],
      y: [1, 2, 4, 3, 5],
    };
    expect(fitted(data)).toEqual({ status: 'not-enough-evidence', reason: 'too-few-observations', have: 5, need: 7 });
  });

  it.each([0, 3.7, 1e6])('says so when all y are %d', (constant) => {
    const data = makeObservations(2);
    expect(fitted({ ...data, y: data.y.map(() => constant) })).toMatchObject({ reason: 'no-variation' });
  });

  it('says so when the priority, or the technician, explains everything', () => {
    const data = makeObservations(3);
    expect(fitted({ ...data, y: [...data.levels[2]!] })).toMatchObject({ reason: 'nothing-unexplained' });
    expect(fitted({ ...data, y: data.levels[0]!.map((id) => id * id) })).toMatchObject({
      reason: 'nothing-unexplained',
    });
  });

  it('leaves out a single client and clients with one ticket each, and says so', () => {
    const data = makeObservations(4, { clients: 1 });
    const one = fitted(data);
    const each = fitted({ ...data, levels: [data.levels[0]!, data.y.map((_, i) => i), data.levels[2]!] });
    expect(one).toMatchObject({ status: 'fitted', leftOut: [{ name: 'client', reason: 'one-level' }] });
    expect(each).toMatchObject({ status: 'fitted', leftOut: [{ name: 'client', reason: 'one-observation-each' }] });
    expectNumbers(one);
    if (one.status === 'fitted' && each.status === 'fitted') expect(one.remlLogLik).toBe(each.remlLogLik);
  });

  it('drops fixed columns that say what others say, without changing the fit', () => {
    const data = makeObservations(5);
    const factors = [...smallFactors, { key: 9, name: 'urgency' }];
    const sums = accumulateCrossProducts(
      { ...data, levels: [...data.levels, data.levels[2]!.map((id) => id + 5)] },
      factors,
    );
    const twice = fitLinear(sums, { ...spec, fixed: ['priority', 'urgency'] });
    const once = fitLinear(sums, spec);
    expect(twice).toEqual({
      ...once,
      leftOut: [
        { name: 'urgency6', reason: 'aliased' },
        { name: 'urgency7', reason: 'aliased' },
      ],
    });
  });

  it('passes over a technician whose tickets are all gone', () => {
    const sums = accumulateCrossProducts(makeObservations(6), smallFactors);
    const gone = { factorA: 1, levelA: 99, factorB: 1, levelB: 99, n: 0, sumY: 1e-13 };
    const result = fitLinear(crossProductsFrom([...listEntries(sums), gone], sums, smallFactors), spec);
    expect(result).toEqual(fitLinear(sums, spec));
  });

  it('gives numbers where every technician has clients of their own', () => {
    const data = makeObservations(7, { n: 200, technicians: 4 });
    const own = fitted({ ...data, levels: [data.levels[0]!, data.levels[0]!.map((id) => id + 50), data.levels[2]!] });
    expect(own.status).toBe('fitted');
    expectNumbers(own);
  });

  it('finds no difference, with θ exactly 0, where technicians are alike', () => {
    // Each technician has the same values, so the variance between them is below what noise alone would give.
    const levels = [[], [], []] as number[][];
    const y: number[] = [];
    for (let i = 0; i < 60; i++) {
      levels[0]!.push(i % 3);
      levels[1]!.push(Math.floor(i / 3) % 4);
      levels[2]!.push(0);
      y.push(Math.sin(Math.floor(i / 3)));
    }
    const result = fitted({ levels, y });
    expect(result.status === 'fitted' && result.compared.theta).toBe(0);
    expect(result.status === 'fitted' && result.compared.covariance.every((value) => value === 0)).toBe(true);
  });
});
