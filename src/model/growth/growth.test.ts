import { describe, expect, it } from 'vitest';
import { aForecastInput, aGrower, aGrowingFirm, NOW, planRows } from '../../../test/support/growing-firm.ts';
import fc from '../../../test/support/properties.ts';
import type { PlanRow, Policy } from '../../records/growth/types.ts';
import { playbookWith } from '../../records/playbook/definitions.ts';
import { chancesOf, fansOf, meansOf, quantileOf } from './fans.ts';
import { type ForecastInput, prepare } from './forecast.ts';
import { findMarkers } from './markers.ts';
import { outcomeOf } from './outcome.ts';
import { readPlan } from './plan.ts';
import { findGrowFrom, POLICIES } from './policies.ts';
import { joinRuns, MARKERS, type Runs } from './runs.ts';
import { sayStart, sayTrigger } from './say-marker.ts';
import { simulateRuns } from './simulate.ts';

const RUNS = 200;
const run = (input: ForecastInput, policy: Policy = 'by-fit', runs = RUNS): Runs => {
  const forecast = prepare(input);
  return simulateRuns(forecast, policy, policy === 'grow-early' ? findGrowFrom(input, forecast) : 0, 0, runs);
};
const planned = (input: ForecastInput, rows: PlanRow[]): ForecastInput => ({
  ...input,
  plan: readPlan(rows, input.firm.firstMonth, NOW, input.playbook),
});
const calm = playbookWith({ 'growth.turnover.yearly': 0 });
const certain = playbookWith({
  'growth.turnover.yearly': 0,
  'growth.work.spread': 0,
  'growth.work.plan-spread': 0,
});
/** Run by run: whether nothing is due later in the first than in the second. */
const neverLater = (one: Runs, other: Runs) =>
  other.due.every((month, at) => month === 0 || (one.due[at]! > 0 && one.due[at]! <= month));

describe('the same luck', () => {
  it('makes the same numbers again, and other numbers with another seed', () => {
    const input = aForecastInput(12, 0.3);
    expect(run(input)).toEqual(run(input));
    expect(run({ ...input, seed: 8 }).available).not.toEqual(run(input).available);
  });

  it('gives the same numbers however the runs are split over threads', () => {
    const forecast = prepare(aForecastInput(12, 0.3));
    const whole = simulateRuns(forecast, 'grow-early', 3, 0, 90);
    const parts = [
      [50, 90],
      [0, 1],
      [1, 50],
    ].map(([from, to]) => simulateRuns(structuredClone(forecast), 'grow-early', 3, from!, to!));
    expect(joinRuns(parts)).toEqual(whole);
    expect(() => joinRuns(parts.slice(0, 2))).toThrow('runs are missing');
  });

  it('is shared by policies: what the work needs is the same in each', () => {
    const input = aForecastInput(10, 0.3);
    for (const policy of POLICIES) expect(run(input, policy).needed).toEqual(run(input).needed);
  });
});

describe('more growth', () => {
  it('never brings a need later, run by run', () => {
    const size = fc.integer({ min: 1, max: 30 });
    const growth = fc.double({ min: -0.6, max: 3, noNaN: true });
    fc.assert(
      fc.property(size, growth, fc.double({ min: 0, max: 2, noNaN: true }), (technicians, aYear, more) => {
        const slow = run(aForecastInput(technicians, aYear, { months: 24 }), 'by-fit', 20);
        const fast = run(aForecastInput(technicians, aYear + more, { months: 24 }), 'by-fit', 20);
        return neverLater(fast, slow);
      }),
      { numRuns: 40 },
    );
  });

  it('never brings a need later with hires that the plan tells, nor with more clients', () => {
    const input = aForecastInput(9, 0.2);
    const told = (hires: number) => run(planned(input, planRows(36, 2340, 0.2, { hires })));
    expect(neverLater(told(2), told(1))).toBe(true);
    expect(neverLater(told(1), told(0))).toBe(true);
    const rows = (aMonth: number) =>
      planRows(36, 2340, 0).map((row, at) => ({ ...row, clients: Math.round(20 + aMonth * at) }));
    expect(neverLater(run(planned(input, rows(5))), run(planned(input, rows(0))))).toBe(true);
  });
});

describe('more turnover', () => {
  it('never means fewer places left, run by run, nor fewer being filled on average', () => {
    const at = (yearly: number) =>
      run(aForecastInput(15, 0.2, { playbook: playbookWith({ 'growth.turnover.yearly': yearly }) }), 'hire-outside');
    const rates = [0, 0.05, 0.2, 0.5, 1].map(at);
    for (let i = 1; i < rates.length; i++) {
      const [calmer, rougher] = [rates[i - 1]!, rates[i]!];
      const left = (runs: Runs) => meansOf(runs, 'departures');
      expect(left(rougher).every((count, month) => count >= left(calmer)[month]!)).toBe(true);
      const sought = (runs: Runs) => runs.vacancies.reduce((sum, one) => sum + one, 0);
      expect(sought(rougher)).toBeGreaterThan(sought(calmer));
    }
  });

  it('is learnt from the firm: own leavers move what is expected', () => {
    const leavers = (seen: { leavers: number; personYears: number }) =>
      meansOf(run(aForecastInput(15, 0, { firm: aGrowingFirm(15, { leavers: seen }) })), 'departures').at(-1)!;
    const [few, unknown, many] = [
      leavers({ leavers: 1, personYears: 60 }),
      leavers({ leavers: 0, personYears: 0 }),
      leavers({ leavers: 30, personYears: 60 }),
    ];
    expect(few).toBeLessThan(unknown);
    expect(unknown).toBeLessThan(many);
  });
});

describe('the ends of what can be planned', () => {
  it('nothing moves without growth and turnover', () => {
    const input = aForecastInput(7, 0, { playbook: certain });
    const runs = run(input);
    expect(new Set(runs.vacancies)).toEqual(new Set([0]));
    const { needed, available } = fansOf(runs);
    expect(needed.low).toEqual(needed.high);
    expect(needed.middle[0]).toBeCloseTo((7 * 260 * 0.45) / 120, 4);
    // Seven, all but settled after two years, and what their lead does beside leading them.
    expect(available.middle.at(-1)).toBeCloseTo(7 + (0.325 * Math.exp(0.3 * 3.8)) / usual(input), 2);
    expect(meansOf(runs, 'departures').at(-1)).toBe(0);
  });

  it('a firm of one person who stays is left alone, or grows', () => {
    const owner = aGrower(1, { stays: true });
    const firm = aGrowingFirm(1, { technicians: [owner], others: 0, teams: 0 });
    const still = run(aForecastInput(1, 0, { firm, playbook: playbookWith({ 'growth.turnover.yearly': 1 }) }));
    expect(meansOf(still, 'departures').at(-1)).toBe(0);
    expect(new Set(still.due)).toEqual(new Set([0]));
    const markers = findMarkers(firm, aForecastInput(1, 2).plan, chancesOf(run(aForecastInput(1, 2, { firm }))), calm);
    expect(markers.map((one) => one.state)).toContain('due');
  });

  it('a firm of nobody that has no work stays one of nobody', () => {
    const firm = aGrowingFirm(0, { others: 0 });
    const runs = run(aForecastInput(0, 0, { firm }));
    expect(new Set([...runs.needed, ...runs.available])).toEqual(new Set([0]));
  });

  it('a firm that shrinks hires nobody and needs nothing new', () => {
    const runs = run(aForecastInput(7, -0.5, { playbook: certain }));
    expect(fansOf(runs).vacancies.high.every((one) => one <= 1)).toBe(true);
    expect(fansOf(runs).needed.middle.at(-1)).toBeLessThan(1.1);
    expect(runs.due[MARKERS.indexOf('next-lead') * RUNS]).toBe(0);
    // Whoever leaves while there are too many isn't replaced.
    const leaving = playbookWith({ 'growth.turnover.yearly': 0.5, 'growth.work.spread': 0 });
    const falling = run(aForecastInput(20, -0.9, { playbook: leaving, months: 12 }), 'hire-outside');
    expect(fansOf(falling).vacancies.high.slice(6)).toEqual(new Float64Array(6));
  });

  it('growth of 1,000% in a year is planned, and far more is refused with one sentence', () => {
    const runs = run(aForecastInput(8, 10, { months: 13 }), 'by-fit', 20);
    expect(fansOf(runs).needed.middle.at(-1)).toBeGreaterThan(60);
    expect([...runs.due].every((month) => month > 0)).toBe(true);
    expect(() => prepare(aForecastInput(70, 300, { months: 13 }))).toThrow(
      /^The plan may ask for [\d,]+ technicians, most of them in December 2027, and 20,000 are the most: check its endpoints and hours\.$/,
    );
  });
});

const usual = (input: ForecastInput) =>
  input.firm.technicians.reduce((sum, one) => sum + Math.exp(0.3 * one.technical.mean), 0) /
  input.firm.technicians.length;

describe('what the plan tells', () => {
  it('starters start in their month, and leavers leave in theirs', () => {
    const alone = { ...certain, 'load.reports-high': 15 };
    const input = aForecastInput(6, 0, { playbook: alone, months: 12 });
    const rows = planRows(12, 1560, 0, { hires: 0 });
    rows[3]!.hires = 2;
    rows[6]!.leavers = 3;
    const runs = run(planned(input, rows));
    const departures = meansOf(runs, 'departures');
    expect([departures[5], departures[6], departures[11]]).toEqual([0, 3, 3]);
    const jump = fansOf(runs).available.middle;
    expect(jump[3]! - jump[2]!).toBeGreaterThan(0.3);
    expect(jump[6]! - jump[5]!).toBeLessThan(-1.5);
    // Who left is sought from the next month on.
    expect(fansOf(runs).vacancies.middle[7]).toBe(3);
  });

  it('a budget holds places back', () => {
    const input = aForecastInput(6, 1, { playbook: certain });
    const free = run(input);
    const tight = run(planned(input, planRows(36, 1560, 1, { budget: 8 * 6000 })));
    expect(meansOf(free, 'held-back').at(-1)).toBe(0);
    expect(meansOf(tight, 'held-back').at(-1)).toBeGreaterThan(20);
    expect(fansOf(tight).available.middle.at(-1)).toBeLessThan(fansOf(free).available.middle.at(-1)!);
  });

  it('a phone queue needs at least as many as the work does', () => {
    const input = aForecastInput(6, 0.5);
    const phone = { callsPerEndpoint: 0.01, handlingMinutes: 10, patienceMinutes: 3, share: 0.9, withinMinutes: 0.5 };
    const [without, withPhone] = [run(input), run({ ...input, phone })];
    expect(withPhone.needed.every((need, at) => need >= without.needed[at]!)).toBe(true);
    expect(withPhone.needed[0]).toBeGreaterThan(without.needed[0]!);
  });
});

describe('policies', () => {
  it('promoting costs the desk a technician, and hiring outside costs months without a ready lead', () => {
    const input = aForecastInput(14, 0.25);
    const outcomes = POLICIES.map((policy) => outcomeOf(policy, run(input, policy, 400), input.playbook));
    const [early, fit, closer, outside] = outcomes as [Outcome, Outcome, Outcome, Outcome];
    expect(outside.promoted).toBe(0);
    expect(outside.leftBehind).toEqual({ technicianMonths: 0, money: 0 });
    for (const one of [early, fit, closer]) {
      expect(one.promoted).toBeGreaterThan(0.5);
      // A search of two months and 2.5 months of settling in, each.
      expect(one.leftBehind.technicianMonths / one.promoted).toBeGreaterThan(3);
      expect(one.short.middle).toBeGreaterThan(outside.short.middle);
    }
    expect(fit.monthsWithoutReadyLead).toBeLessThan(closer.monthsWithoutReadyLead);
    expect(early.monthsWithoutReadyLead).toBeLessThan(fit.monthsWithoutReadyLead);
    expect(outside.monthsWithoutReadyLead).toBeGreaterThan(fit.monthsWithoutReadyLead);
  });

  it('promote nobody who would rather not', () => {
    const technicians = aGrowingFirm(14).technicians.map((one) => ({ ...one, wouldLead: false }));
    const firm = aGrowingFirm(14, { technicians });
    const runs = run(aForecastInput(14, 0, { firm, playbook: certain, months: 12 }), 'top-closer');
    expect(new Set(runs.promoted)).toEqual(new Set([0]));
  });
});

type Outcome = ReturnType<typeof outcomeOf>;

describe('what growth brings', () => {
  const input = aForecastInput(6, 0.6, { playbook: certain });
  const markers = findMarkers(input.firm, input.plan, chancesOf(run(input)), certain);
  const of = (kind: (typeof MARKERS)[number]) => markers.find((one) => one.kind === kind)!;

  it('has the month in which the rule is met, where nothing is unsure', () => {
    // The work fills one technician with 120 / .45 endpoints; the eighth place opens once it fills seven and a half.
    const month = Math.ceil(12 * (Math.log((7.5 * 120) / 0.45 / 1560) / Math.log(1.6)));
    expect(of('next-lead')).toMatchObject({ state: 'due', size: 8, due: '2027-07' });
    expect(month).toBe(7);
    expect(of('next-lead').chance[6]).toBe(0);
    expect(of('next-lead').chance[7]).toBe(1);
    expect(of('coordinator').due).toBe(NOW);
  });

  it('says why, and by when to begin', () => {
    const named = (id: number) => `Person ${id}`;
    const lead = of('next-lead');
    expect(sayTrigger(lead, input.firm)).toBe(
      'From 8 people on the desk on, one lead has too many reports to listen to.',
    );
    const { start } = lead;
    expect(start).toMatchObject({ by: 'grow', late: expect.any(Number) });
    expect(sayStart(lead, named)).toMatch(
      /^(You need your next lead by July 2027, and Person \d+ is ready for it today\.|Start growing your next lead .*Person \d+ takes about \d+ months?, and one is due in July 2027.*\.)$/,
    );
    for (const one of markers) expect(sayTrigger(one, input.firm)).toMatch(/^From \d+ people .*\.$/);
    expect(sayStart(of('coordinator'), named)).toContain(
      'Start looking for a coordinator now: one is due in December 2026, 2 months',
    );
  });

  it('looks outside where nobody can be grown, and is silent about what is there', () => {
    const firm = aGrowingFirm(6, {
      technicians: aGrowingFirm(6).technicians.map((one) => ({ ...one, wouldLead: false })),
      coordinators: 1,
      managers: 1,
    });
    const found = findMarkers(firm, input.plan, chancesOf(run({ ...input, firm })), certain);
    expect(found.map((one) => one.state)).toEqual(['there', 'due', 'there', 'there', 'due']);
    expect(found[1]!.start).toMatchObject({
      by: 'hire',
      personId: null,
      months: 4,
      month: '2027-03',
      late: 0,
      outside: null,
    });
    expect(sayStart(found[1]!, String)).toBe(
      'Start looking outside for your next lead by March 2027: nobody here could be grown for it, and one is due in July 2027.',
    );
    expect(sayStart(found[0]!, String)).toBeNull();
  });

  it('comes no later when the playbook asks for it earlier', () => {
    const strict = aForecastInput(6, 0.3, {
      playbook: playbookWith({ 'load.reports-high': 6, 'growth.manager-at': 9 }),
    });
    expect(neverLater(run(strict), run(aForecastInput(6, 0.3)))).toBe(true);
  });
});

it('a quantile lies between its neighbours in proportion', () => {
  const sorted = new Float32Array([1, 2, 4]);
  expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantileOf(sorted, share))).toEqual([1, 1.5, 2, 3, 4]);
});
