import { describe, expect, it } from 'vitest';
import { assume, isUnchanged, sayChanges } from './draft.ts';
import type { Scenario } from './scenario.ts';

const scenario: Scenario = {
  scenarioId: 1,
  name: 'As planned',
  isMain: true,
  months: 0,
  ownAssumptions: 1,
  hasPhone: false,
  policy: 'grow-early',
  plan: [],
  assumptions: { 'growth.due-from': 0.4 },
  phone: null,
};
const due = { key: 'growth.due-from', without: 0.5 };
const ramp = { key: 'growth.ramp.months', without: 3 };

describe('what was changed on the screen', () => {
  it('carries all own assumptions of the scenario, so that one change loses no other', () => {
    expect(assume(scenario, {}, ramp, 5)).toEqual({ assumptions: { 'growth.due-from': 0.4, 'growth.ramp.months': 5 } });
  });

  it('takes an own value away by setting it to what it is without', () => {
    expect(assume(scenario, {}, due, null)).toEqual({ assumptions: {} });
    expect(assume(scenario, {}, due, 0.5)).toEqual({ assumptions: {} });
  });

  it('is nothing again once everything is as it was kept', () => {
    const changed = assume(scenario, {}, ramp, 5);
    expect(isUnchanged(changed)).toBe(false);
    expect(isUnchanged(assume(scenario, changed, ramp, null))).toBe(true);
    expect(isUnchanged(assume(scenario, assume(scenario, {}, due, null), due, 0.4))).toBe(true);
  });

  it('keeps a changed plan while assumptions come and go', () => {
    const draft = assume(scenario, { plan: [] }, ramp, 5);
    expect(assume(scenario, draft, ramp, null)).toEqual({ plan: [] });
  });

  it('is said in words', () => {
    const draft = assume(scenario, assume(scenario, { plan: [] }, ramp, 5), due, null);
    expect(sayChanges(scenario, draft)).toBe('the plan by month and 2 assumptions');
    expect(sayChanges(scenario, { policy: 'by-fit' })).toBe('what is done when a lead is due');
  });
});
