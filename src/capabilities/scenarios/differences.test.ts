import { describe, expect, it } from 'vitest';
import { planRows } from '../../../test/support/growing-firm.ts';
import type { Month } from '../../base/month.ts';
import { playbookWith } from '../../records/playbook/definitions.ts';
import { findDifferences, type Side, sayCompared } from './differences.ts';
import { sayPolicies } from './policy-words.ts';

const side = (own: Partial<Side> = {}): Side => ({
  rows: planRows(24, 1000, 0),
  assumptions: {},
  phone: null,
  policy: 'by-fit',
  ...own,
});
const PHONE = { callsPerEndpoint: 0.01, handlingMinutes: 8, patienceMinutes: null, share: 0.8, withinMinutes: 1 };

describe('in what two scenarios differ', () => {
  const one = side({ assumptions: { 'growth.hiring.months': 3 } });
  const other = side({
    rows: planRows(24, 1000, 0).map((row, at) => ({ ...row, endpoints: 1000 + 100 * at, hires: at === 3 ? 2 : null })),
    assumptions: { 'growth.turnover.yearly': 0.1 },
    phone: PHONE,
    policy: 'grow-early',
  });
  const differences = findDifferences(one, other, playbookWith());

  it('is said thing by thing, the plan first', () => {
    expect(differences.map(({ what, one: mine, other: theirs }) => [what, mine, theirs])).toEqual([
      ['Endpoints', '1,000 by November 2028', '3,300 by November 2028'],
      ['Hires', 'as the work asks', '2'],
      ['Service level on the phone', 'none', '80% within 1 min, 8 min a call'],
      ["Time to fill a technician's place", '3 months', '2 months'],
      ['Leavers a year for each person', '0.2 leavers a year and person', '0.1 leavers a year and person'],
      ['When a lead is due', 'Promote by fit', 'Grow somebody early'],
    ]);
    expect(findDifferences(one, one, playbookWith())).toEqual([]);
  });

  it('goes over to the other one by one, and all of it makes one the other', () => {
    const [endpoints] = differences;
    const mixed = endpoints!.mix(one, other);
    expect([mixed.rows[5]!.endpoints, mixed.rows[3]!.hires, mixed.assumptions]).toEqual([1500, null, one.assumptions]);
    expect(differences.reduce((mine, { mix }) => mix(mine, other), one)).toEqual(other);
  });

  it('is the whole plan where only one has typed its months', () => {
    const [plan] = findDifferences(side({ rows: [] }), side(), playbookWith());
    expect(plan).toMatchObject({ what: 'The plan', one: 'none typed', other: '24 months, up to 1,000 endpoints' });
    expect(plan!.mix(side({ rows: [] }), side()).rows).toHaveLength(24);
  });
});

describe('why one needs somebody later', () => {
  const names = { one: 'A', other: 'B' };
  const say = (mine: string | null, theirs: string | null, months: number | null, because: string | null) =>
    sayCompared(
      { name: 'Service manager', one: mine as Month | null, other: theirs as Month | null, months },
      names,
      because,
    );

  it('is one sentence', () => {
    const because = 'its endpoints come to 1,400 by March 2029, not 1,900';
    expect(say('2027-03', '2027-10', 7, because)).toBe(
      'B needs its service manager 7 months later because its endpoints come to 1,400 by March 2029, not 1,900.',
    );
    expect(say('2027-03', '2027-02', -1, null)).toBe(
      'B needs its service manager 1 month sooner because of several differences together.',
    );
    expect(say('2027-03', null, null, because)).toMatch(
      /^B needs no service manager before its plan ends, and A does in March 2027, because/,
    );
    expect(say(null, '2027-03', null, because)).toMatch(
      /^B needs its service manager in March 2027, and A needs none before its plan ends, because/,
    );
    expect(say('2027-03', '2027-03', 0, because)).toBeNull();
  });
});

describe('policies in one sentence', () => {
  const told = (policy: 'grow-early' | 'by-fit' | 'top-closer' | 'hire-outside', months: number, cost: number) => ({
    policy,
    monthsWithoutReadyLead: months,
    leftBehind: { technicianMonths: cost, money: 0 },
  });

  it('say what the best saves and costs, and which is as good', () => {
    const [fit, closer, outside] = [told('by-fit', 5, 6), told('top-closer', 14, 6), told('hire-outside', 12, 0)];
    expect(sayPolicies([told('grow-early', 3, 6.4), fit, closer, outside])).toBe(
      'Growing somebody early saves 11 months without a ready lead against promoting the top closer, at about the same price for the desk.',
    );
    expect(sayPolicies([told('grow-early', 4.8, 9), fit, closer, outside])).toBe(
      'Growing somebody early saves 9.2 months without a ready lead against promoting the top closer, and costs the desk 3 months of a technician more. Promoting by fit does as well.',
    );
  });

  it('claim nothing where nothing stands out', () => {
    const none = (['grow-early', 'by-fit', 'top-closer', 'hire-outside'] as const).map((policy) =>
      told(policy, 0.1, 0),
    );
    expect(sayPolicies(none)).toMatch(/^No way of filling a lead’s seat stands out/);
  });
});
