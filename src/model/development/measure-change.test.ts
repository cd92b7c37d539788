import { expect, it } from 'vitest';
import { createRandom } from '../../base/random.ts';
import { measureChange } from './measure-change.ts';

const PRIOR = { priorMean: 3, priorVariance: 1 };

it('carries the errors of both readings', () => {
  const { difference } = measureChange(
    { mean: 2, variance: 0.09 },
    { mean: 3, variance: 0.16 },
    { shared: 0, ...PRIOR },
  );
  expect(difference.mean).toBe(1);
  expect(difference.sd).toBeCloseTo(0.5, 12);
  // 80%: ± 1.2816 SD.
  expect(difference.low).toBeCloseTo(1 - 1.2815515655 * 0.5, 9);
});

it("can't tell from two single views of different people whether somebody grew by a level", () => {
  const one = (mean: number) => ({ mean, variance: 0.92 });
  expect(measureChange(one(2.5), one(3.5), { shared: 0, ...PRIOR }).says).toBe('cannot-tell');
});

it('says better or worse once the interval is on one side, which the same rater again allows sooner', () => {
  const one = (mean: number) => ({ mean, variance: 0.4 });
  expect(measureChange(one(2), one(3), { shared: 0, ...PRIOR }).says).toBe('cannot-tell');
  expect(measureChange(one(2), one(3), { shared: 0.3, ...PRIOR }).says).toBe('better');
  expect(measureChange(one(3), one(2), { shared: 0.3, ...PRIOR }).says).toBe('worse');
});

it('says what would be seen had nothing happened, as a simulation of it sees', () => {
  const random = createRandom(7);
  const [shared, own] = [0.3, 0.5];
  const changes: number[] = [];
  for (let round = 0; round < 400_000; round++) {
    const truth = 3 + random.normal();
    const common = Math.sqrt(shared) * random.normal();
    const reading = () => truth + common + Math.sqrt(own) * random.normal();
    const before = reading();
    if (Math.abs(before - 2) < 0.05) changes.push(reading() - before);
  }
  const seen = changes.reduce((sum, one) => sum + one, 0) / changes.length;
  const said = measureChange(
    { mean: 2, variance: shared + own },
    { mean: 2, variance: shared + own },
    { shared, ...PRIOR },
  );
  // About 10,000 of them with an SD of about 0.9: four standard errors are 0.04.
  expect(Math.abs(seen - said.withoutAnything)).toBeLessThan(0.04);
});
