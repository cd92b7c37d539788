import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { drawNormals, drawUniforms, MOST_SIGMA } from './draw.ts';
import { gammaCdf, gammaQuantile, logGamma } from './gamma.ts';
import {
  admit,
  beginRun,
  createPopulation,
  dismiss,
  HELD,
  type Population,
  SOUGHT,
  STAYS,
  stepMonth,
  takePlace,
  vacate,
} from './population.ts';
import { fillWords, placeOf, scramble } from './threefry.ts';

describe('luck with an address', () => {
  it('equals the known answers of Threefry-2x32 with 20 rounds', () => {
    const out = new Uint32Array(2);
    const answers = [
      [0, 0, 0, 0, 0x6b200159, 0x99ba4efe],
      [-1, -1, -1, -1, 0x1cb996fc, 0xbb002be7],
      [0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3, 0xc4923a9c, 0x483df7a0],
    ];
    for (const [seed, run, place, slots, first, second] of answers) {
      scramble(seed!, run!, place!, slots!, out, 0);
      expect([...out]).toEqual([first, second]);
    }
  });

  it('gives a slot the same word whoever else is asked for', () => {
    const few = new Uint32Array(12);
    const many = new Uint32Array(102);
    fillWords({ seed: 5, run: 9 }, placeOf(3, 40), few, 11);
    fillWords({ seed: 5, run: 9 }, placeOf(3, 40), many, 101);
    expect([...few.slice(0, 11)]).toEqual([...many.slice(0, 11)]);
  });

  it('keeps purposes, months, runs and seeds apart', () => {
    const seen = new Set<number>();
    const out = new Uint32Array(2);
    for (const seed of [1, 2])
      for (const run of [0, 1])
        for (const purpose of [0, 1])
          for (const month of [0, 1]) {
            scramble(seed, run, placeOf(purpose, month), 0, out, 0);
            seen.add(out[0]!).add(out[1]!);
          }
    expect(seen.size).toBe(32);
  });

  it('is uniform, normal and uncorrelated as far as 200,000 draws can tell', () => {
    const n = 200_000;
    const out = new Float64Array(2);
    let furthest = 0;
    const sums = { u: 0, uu: 0, z: 0, zz: 0, both: 0 };
    for (let i = 0; i < n; i++) {
      drawUniforms(3, i, 0, 7, out);
      sums.u += out[0]!;
      sums.uu += out[0]! * out[1]!;
      drawNormals(3, i, 1, 7, out);
      furthest = Math.max(furthest, Math.abs(out[0]!));
      sums.z += out[0]!;
      sums.zz += out[0]! ** 2;
      sums.both += out[0]! * out[1]!;
    }
    const within = (mean: number, expected: number, sd: number) =>
      expect(Math.abs(mean - expected)).toBeLessThan((4 * sd) / Math.sqrt(n));
    expect(furthest).toBe(MOST_SIGMA);
    within(sums.u / n, 1 / 2, Math.sqrt(1 / 12));
    within(sums.uu / n, 1 / 4, Math.sqrt(1 / 9 - 1 / 16));
    within(sums.z / n, 0, 1);
    within(sums.zz / n, 1, Math.SQRT2);
    within(sums.both / n, 0, 1);
  });
});

describe('the gamma distribution', () => {
  // R 4.2.2: qgamma(p, shape).
  const fromR = [
    [0.001, 2, 0.0454020177694896],
    [0.1, 2, 0.531811608389612],
    [0.5, 2, 1.67834699001666],
    [0.9, 2, 3.88972016986743],
    [0.999, 2, 9.23341347645158],
    [0.01, 0.3, 1.50222265523603e-7],
    [0.5, 0.3, 0.0731311358669519],
    [0.99, 0.3, 2.63940915707053],
    [0.01, 40, 26.7700386455394],
    [0.5, 40, 39.6671650106892],
    [0.99, 40, 56.1643962601487],
  ] as const;
  it.each(fromR)('has its quantile at %f of shape %f where R has it', (p, shape, expected) => {
    expect(Math.abs(gammaQuantile(p, shape) / expected - 1)).toBeLessThan(1e-9);
  });

  it('is exponential at shape 1, and its quantile undoes its chance', () => {
    expect(gammaCdf(0.7, 1)).toBeCloseTo(1 - Math.exp(-0.7), 13);
    expect(gammaCdf(0, 2)).toBe(0);
    expect(Math.exp(logGamma(5))).toBeCloseTo(24, 10);
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 0.05, max: 200, noNaN: true }),
        (p, shape) => Math.abs(gammaCdf(gammaQuantile(p, shape), shape) - p) < 1e-9,
      ),
    );
  });

  it('grows with the chance and with the shape', () => {
    const p = fc.double({ min: 0.001, max: 0.99, noNaN: true });
    const shape = fc.double({ min: 0.1, max: 100, noNaN: true });
    fc.assert(
      fc.property(p, shape, (one, of) => {
        const here = gammaQuantile(one, of);
        return gammaQuantile(one + 0.005, of) > here && gammaQuantile(one, of + 0.1) > here;
      }),
    );
  });
});

const NEVER = new Int32Array([1_000_000]);

/** Held places after each month of one run, and the population. */
function live(
  population: Population,
  run: number,
  rules: { start: number; leave: number; hires: number; open: number; search: Int32Array; months: number },
): { held: number[]; departures: number[] } {
  beginRun(population, { seed: 11, run });
  for (let i = 0; i < rules.start; i++) takePlace(population, i, 0, rules.leave);
  const held: number[] = [];
  const departures: number[] = [];
  for (let month = 1; month <= rules.months; month++) {
    stepMonth(population, { month, leave: rules.leave, open: rules.open, search: rules.search });
    admit(population, rules.hires, month, rules.leave);
    held.push(population.held);
    departures.push(population.departures);
  }
  return { held, departures };
}

describe('a population', () => {
  it('has the expected size of the closed form, within 4 standard errors', () => {
    const [start, hires, months, runs] = [40, 3, 36, 2000];
    for (const yearly of [0.1, 0.3, 0.7]) {
      const leave = 1 - (1 - yearly) ** (1 / 12);
      const population = createPopulation(200);
      const sum = new Float64Array(months);
      const squares = new Float64Array(months);
      for (let run = 0; run < runs; run++) {
        live(population, run, { start, hires, leave, open: 0, search: NEVER, months }).held.forEach((held, t) => {
          sum[t]! += held;
          squares[t]! += held * held;
        });
      }
      for (let t = 1; t <= months; t++) {
        const stay = (1 - leave) ** t;
        const mean = sum[t - 1]! / runs;
        const error = Math.sqrt((squares[t - 1]! / runs - mean ** 2) / runs);
        expect(Math.abs(mean - (start * stay + (hires * (1 - stay)) / leave))).toBeLessThan(4 * error);
      }
    }
  });

  it('stays as it is where nobody leaves, and empties where everybody does', () => {
    const population = createPopulation(50);
    const still = { start: 20, hires: 0, open: 20, search: NEVER, months: 12 };
    expect(new Set(live(population, 0, { ...still, leave: 0 }).held)).toEqual(new Set([20]));
    expect(live(population, 0, { ...still, leave: 1 }).held[0]).toBe(0);
  });

  it('never has fewer departures with more turnover, nor fewer people with more places, run by run', () => {
    const population = createPopulation(60);
    const search = new Int32Array([1, 2, 2, 5]);
    const chance = fc.double({ min: 0, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(chance, chance, fc.nat(15), fc.nat(15), fc.nat(1000), (one, other, places, more, run) => {
        const base = { start: 15, hires: 0, open: 15 + places, search, months: 40 };
        const [low, high] = one < other ? [one, other] : [other, one];
        const calm = live(population, run, { ...base, leave: low });
        const rough = live(population, run, { ...base, leave: high });
        const wide = live(population, run, { ...base, leave: low, open: base.open + more });
        return (
          calm.departures.every((left, t) => rough.departures[t]! >= left) &&
          calm.held.every((held, t) => wide.held[t]! >= held)
        );
      }),
    );
  });

  it('refills a place after the search, and gives up the search where the place is no longer wanted', () => {
    const population = createPopulation(4);
    beginRun(population, { seed: 1, run: 1 });
    takePlace(population, 0, 0, 0);
    vacate(population, 0);
    const rules = { leave: 0, open: 1, search: new Int32Array([2]) };
    stepMonth(population, { ...rules, month: 1 });
    expect(population.state[0]).toBe(SOUGHT);
    stepMonth(population, { ...rules, month: 2, open: 0 });
    expect(population.state[0]).not.toBe(SOUGHT);
    for (const month of [3, 4, 5]) stepMonth(population, { ...rules, month });
    expect([population.state[0], population.since[0], population.turn[0]]).toEqual([HELD, 5, 1]);
  });

  it('lets those go who are known to go, but never who never leaves', () => {
    const population = createPopulation(6);
    beginRun(population, { seed: 1, run: 1 });
    takePlace(population, 0, 0, STAYS);
    for (let i = 1; i < 5; i++) takePlace(population, i, 0, 0);
    stepMonth(population, { month: 1, leave: 0, open: 0, search: NEVER });
    dismiss(population, 3, 1);
    expect(population.held).toBe(2);
    dismiss(population, 30, 1);
    expect([population.held, population.state[0]]).toEqual([1, HELD]);
    expect(population.departures).toBe(4);
  });
});
