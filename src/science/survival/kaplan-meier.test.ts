import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { estimateSurvival, survivalAt, survivalBeyond, timeByWhich, type Watched } from './kaplan-meier.ts';

type Known = (number | null)[];
type Case = {
  name: string;
  confidence: number;
  time: number[];
  ended: number[];
  steps: {
    time: number[];
    atRisk: number[];
    ended: number[];
    left: number[];
    survival: number[];
    low: Known;
    high: Known;
  };
  quantiles: { p: number[]; at: Known; low: Known; high: Known };
};
type Later = Omit<Case, 'name' | 'quantiles'> & { after: number };
const { curves, later } = JSON.parse(readFileSync(new URL('./fixtures/survfit.json', import.meta.url), 'utf8')) as {
  curves: Case[];
  later: Later[];
};

const watchedOf = ({ time, ended }: Pick<Case, 'time' | 'ended'>): Watched[] =>
  time.map((at, i) => ({ time: at, ended: ended[i] === 1 }));
const expectSame = (found: number | null, reference: number | null) => {
  if (found === null || reference === null) expect(found).toBe(reference);
  else expect(Math.abs(found - reference)).toBeLessThan(1e-10);
};

const observations = fc.array(fc.record({ time: fc.integer({ min: 0, max: 12 }), ended: fc.boolean() }), {
  minLength: 1,
  maxLength: 40,
});

describe('the Kaplan–Meier curve', () => {
  it.each(curves)("equals R's survfit: $name, $confidence", (one) => {
    const { steps } = estimateSurvival(watchedOf(one), one.confidence);
    expect(steps.map(({ time, atRisk, ended, left }) => [time, atRisk, ended, left])).toEqual(
      one.steps.time.map((time, i) => [time, one.steps.atRisk[i], one.steps.ended[i], one.steps.left[i]]),
    );
    steps.forEach(({ survival, low, high }, i) => {
      expectSame(survival, one.steps.survival[i]!);
      expectSame(low, one.steps.low[i]!);
      expectSame(high, one.steps.high[i]!);
    });
  });

  it.each(curves)("has the quantiles and their intervals as R's: $name, $confidence", (one) => {
    const curve = estimateSurvival(watchedOf(one), one.confidence);
    one.quantiles.p.forEach((p, i) => {
      const { at, low, high } = timeByWhich(curve, p);
      expectSame(at, one.quantiles.at[i]!);
      expectSame(low, one.quantiles.low[i]!);
      expectSame(high, one.quantiles.high[i]!);
    });
  });

  it.each(later)("of those who lasted beyond $after equals R's on them, and S(t)/S($after)", (one) => {
    const watched = watchedOf(one);
    const whole = estimateSurvival(watched, one.confidence);
    const { steps } = survivalBeyond(watched, one.after, one.confidence);
    expect(steps.map(({ time }) => time)).toEqual(one.steps.time);
    steps.forEach((step, i) => {
      expectSame(step.survival, one.steps.survival[i]!);
      expectSame(step.low, one.steps.low[i]!);
      expectSame(step.high, one.steps.high[i]!);
      expectSame(step.survival, survivalAt(whole, step.time) / survivalAt(whole, one.after));
    });
  });

  it('is the plain share that lasts where nobody is lost from sight', () => {
    fc.assert(
      fc.property(observations, fc.integer({ min: 0, max: 13 }), (some, time) => {
        const all = some.map((one) => ({ ...one, ended: true }));
        const share = all.filter((one) => one.time > time).length / all.length;
        return Math.abs(survivalAt(estimateSurvival(all), time) - share) < 1e-12;
      }),
    );
  });

  it('never rises, stays within its interval, and takes nothing from the order', () => {
    fc.assert(
      fc.property(observations, (some) => {
        const { steps } = estimateSurvival(some, 0.95);
        expect(estimateSurvival(some.toReversed(), 0.95).steps).toEqual(steps);
        return steps.every(
          ({ survival, low, high }, i) =>
            survival <= (steps[i - 1]?.survival ?? 1) && (low ?? 0) <= survival && survival <= (high ?? 1),
        );
      }),
    );
  });

  it('never falls further when something that ended is only known to have lasted so long', () => {
    fc.assert(
      fc.property(observations, fc.nat(39), (some, at) => {
        const i = at % some.length;
        const open = some.with(i, { ...some[i]!, ended: false });
        const [before, after] = [estimateSurvival(some), estimateSurvival(open)];
        return before.steps.every(({ time }) => survivalAt(after, time) >= survivalAt(before, time) - 1e-12);
      }),
    );
  });

  it('of nothing has no steps, and no time by which half has ended', () => {
    const curve = estimateSurvival([]);
    expect(curve.steps).toEqual([]);
    expect(survivalAt(curve, 5)).toBe(1);
    expect(timeByWhich(curve, 0.5)).toEqual({ at: null, low: null, high: null });
  });
});
