import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { type Month, shiftMonth } from '../../base/month.ts';
import type { Day } from '../../base/time.ts';
import { hours } from '../../base/units.ts';
import type { TicketMonths } from '../../records/growth/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import { playbookWith } from '../../records/playbook/definitions.ts';
import { type Measured, measureWork, notesFor, spanOf, type WorkSources } from './measured.ts';

const playbook = playbookWith();
const START = '2025-11' as Month;
const row = (month: string, endpoints: number) => ({
  ...{ month, endpoints, clients: null, hoursPerEndpoint: null, hires: null, leavers: null, budget: null },
});
const technician = (id: number, startedOn: string | null = null) => ({
  ...{ personId: id as PersonId, startedOn: startedOn as Day | null, hoursPerWeek: hours(40) },
});
const THREE = [technician(1), technician(2), technician(3)];

/** A month of three technicians with so many hours on a hundred tickets each, `kept` of which have their minutes. */
function months(each: readonly number[], kept = 100): TicketMonths {
  const rows = each.flatMap((worked, at) =>
    THREE.map(({ personId }) => ({
      ...{
        month: shiftMonth(START, at),
        personId,
        tickets: 100,
        withMinutes: kept,
        minutes: 60 * worked * (kept / 100),
      },
    })),
  );
  const end = shiftMonth(START, each.length);
  return { rows, first: '2025-10-03' as Day, last: `${end}-02` as Day };
}

const sources = (own: Partial<WorkSources> = {}): WorkSources => ({
  ...{ tickets: months([40, 50, 60, 50, 40, 60, 50, 50]), plan: [], endpoints: 500, technicians: THREE, playbook },
  ...own,
});
const perEndpoint = (own: Partial<WorkSources> = {}): Measured => measureWork(sources(own))['growth.work.per-endpoint'];
const utilisation = (own: Partial<WorkSources> = {}): Measured => measureWork(sources(own))['growth.work.utilisation'];

describe('what tickets say of the work per endpoint', () => {
  it('is the mean of full months, with the range that comes from how much they differ', () => {
    // Hours of three: 120 to 180 of 500 endpoints. R 4.2.2: t.test(c(.24,.3,.36,.3,.24,.36,.3,.3), conf.level = .8)
    expect(perEndpoint()).toMatchObject({
      ...{ status: 'measured', value: 0.3, low: 0.28, high: 0.32, months: 8, to: '2026-06', tickets: 2400 },
      sentence: 'Your tickets say 0.30 h (0.28–0.32, 8 months, 2,400 tickets).',
    });
  });

  it('leaves out a month that is cut off at either end, and one that keeps too few minutes', () => {
    const all = months([10, 50, 50, 50, 50, 50, 50, 10]);
    const cut = { ...all, first: '2025-11-20' as Day, last: '2026-06-10' as Day };
    expect(perEndpoint({ tickets: cut })).toMatchObject({ months: 6, value: 0.3, low: 0.3, high: 0.3 });
    const [first, ...others] = [months([50, 50, 50, 50, 50, 50]), months([50])];
    const thin = others[0]!.rows.map((one) => ({ ...one, month: '2026-05', withMinutes: 50, minutes: 1500 }));
    const found = perEndpoint({ tickets: { ...first!, rows: [...first!.rows, ...thin], last: '2026-06-02' as Day } });
    expect(found).toMatchObject({ status: 'measured', months: 6 });
  });

  it('takes tickets without minutes to be as long as the others, and says how many', () => {
    const found = perEndpoint({ tickets: months([50, 50, 50, 50, 50, 50], 90) });
    expect(found).toMatchObject({ value: 0.3, tickets: 1800 });
    expect(found.status === 'measured' && found.restsOn.join(' ')).toContain('180 of the tickets keep no minutes');
  });

  it('takes endpoints by month from the plan, and those of its first month before', () => {
    const plan = [row('2026-01', 500), row('2026-02', 1000), row('2026-03', 1000)];
    const found = perEndpoint({ tickets: months([50, 50, 50, 100, 100, 100]), plan });
    expect(found).toMatchObject({ value: 0.3, low: 0.3, high: 0.3 });
    expect(found.status === 'measured' && found.restsOn.join(' ')).toContain(
      'The plan tells endpoints from January 2026 to March 2026',
    );
  });

  it.each([
    [{ tickets: { rows: [], first: null, last: null } }, 'No closed tickets of the last full months are here'],
    [{ tickets: months([50, 50, 50, 50, 50, 50], 0) }, 'Your tickets keep no minutes'],
    [{ tickets: months([50, 50, 50]) }, 'Only 3 full months of tickets with their minutes are here, and 6 are needed.'],
    [{ tickets: months([50]) }, 'Only 1 full month of tickets with their minutes is here'],
    [{ endpoints: null }, 'Nobody has said how many endpoints you look after'],
  ])('says what is missing where it can’t be told', (own, sentence) => {
    expect(perEndpoint(own)).toEqual({ status: 'not-enough', missing: expect.stringContaining(sentence) });
  });

  it('is always a number within its range, or says why not', () => {
    const worked = fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { maxLength: 14 });
    fc.assert(
      fc.property(worked, fc.nat(100), fc.option(fc.nat(2000)), (each, kept, endpoints) => {
        for (const one of Object.values(measureWork(sources({ tickets: months(each, kept), endpoints })))) {
          if (one.status === 'not-enough') expect(one.missing).toMatch(/^[A-Z].*\.$/);
          else {
            expect(one.low).toBeLessThanOrEqual(one.value);
            expect(one.value).toBeLessThanOrEqual(one.high);
            expect(one.months).toBeGreaterThanOrEqual(playbook['growth.measured.months']);
          }
        }
      }),
    );
  });
});

describe('what tickets say of paid hours', () => {
  it('is the part that technicians who are here booked, against the hours that the playbook reckons with', () => {
    // 50 of 160 hours each.
    expect(utilisation({ tickets: months([50, 50, 50, 50, 50, 50]) })).toMatchObject({
      ...{ value: 0.31, low: 0.31, high: 0.31 },
      sentence: 'Your tickets say 0.31 of paid hours (0.31–0.31, 6 months, 1,800 tickets).',
    });
    const part = [technician(1), technician(2), { ...technician(3), hoursPerWeek: hours(20) }];
    expect(utilisation({ tickets: months([50, 50, 50, 50, 50, 50]), technicians: part })).toMatchObject({
      value: 0.38,
    });
  });

  it('is never told of fewer than three, nor of months before they came', () => {
    const sentence = expect.stringContaining('it would be a number about somebody');
    const [one, two] = THREE;
    expect(utilisation({ technicians: [one!, two!] })).toEqual({ status: 'not-enough', missing: sentence });
    expect(utilisation({ technicians: [one!, two!, technician(3, '2026-04-10')] })).toEqual({
      ...{ status: 'not-enough', missing: sentence },
    });
  });
});

describe('an assumption that was taken over', () => {
  const work = measureWork(sources());
  const note = { low: 0.28, high: 0.32, months: 8, to: '2026-06', tickets: 2400 };
  const before = { assumptions: {}, measured: {} };

  it('is marked with what tickets said, while it says what they say', () => {
    expect(notesFor({ 'growth.work.per-endpoint': 0.3 }, work, before)).toEqual({ 'growth.work.per-endpoint': note });
    expect(notesFor({ 'growth.work.per-endpoint': 0.31, 'growth.ramp.start': 0.3 }, work, before)).toEqual({});
  });

  it('stays so when tickets say something else later, and not when somebody changes it', () => {
    const kept = { assumptions: { 'growth.work.per-endpoint': 0.4 }, measured: { 'growth.work.per-endpoint': note } };
    expect(notesFor({ 'growth.work.per-endpoint': 0.4 }, work, kept)).toEqual(kept.measured);
    expect(notesFor({ 'growth.work.per-endpoint': 0.41 }, work, kept)).toEqual({});
  });
});

it('looks back over full months that lie behind', () => {
  expect(spanOf('2026-11-16' as Day, playbook)).toEqual({ from: '2025-11-01', until: '2026-11-01' });
});
