import { describe, expect, it } from 'vitest';
import { aGrower } from '../../../test/support/growing-firm.ts';
import fc from '../../../test/support/properties.ts';
import { level } from '../../base/units.ts';
import type { PhoneQueue } from '../../records/growth/types.ts';
import { playbookWith } from '../../records/playbook/definitions.ts';
import { findServers } from '../../science/queueing/service-level.ts';
import { findPhoneSteps, peopleOnPhone } from './phone.ts';
import { findSoonest, monthsUntilReady } from './ready.ts';
import { believeTurnover, leaveInMonth, turnoverAt } from './turnover.ts';

const playbook = playbookWith();
const gate = { technical: level(3), people: level(3) };
const sure = (technical: number, people: number) =>
  aGrower(1, { technical: { mean: technical, sd: 0 }, people: { mean: people, sd: 0 } });

describe('how long somebody takes to be ready', () => {
  it('is the gap over the pace where both are known for sure', () => {
    const exact = playbookWith({ 'growth.ready.pace-spread': 0 });
    expect(monthsUntilReady(sure(3, 3), gate, exact)).toBe(0);
    expect(monthsUntilReady(sure(3, 2.5), gate, exact)).toBe(12);
    expect(monthsUntilReady(sure(2.75, 2.5), gate, exact)).toBe(12);
    expect(monthsUntilReady(sure(4, 1.9), gate, exact)).toBeNull();
  });

  it('is never shorter for a higher bar or a slower pace, nor for less certainty above the bar', () => {
    const mean = fc.double({ min: 2, max: 4, noNaN: true });
    const sd = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(mean, sd, fc.double({ min: 0, max: 1, noNaN: true }), (people, unsure, more) => {
        const months = (one: typeof gate, pace: number) =>
          monthsUntilReady(
            aGrower(1, { technical: { mean: 5, sd: 0.1 }, people: { mean: people, sd: unsure } }),
            one,
            playbookWith({ 'growth.levels-per-year': pace }),
          ) ?? 999;
        const base = months(gate, 0.5);
        return months({ ...gate, people: level(3 + more) }, 0.5) >= base && months(gate, 0.5 / (1 + more)) >= base;
      }),
    );
  });

  it('names whoever is ready soonest among those who would lead', () => {
    const people = [
      aGrower(1),
      { ...sure(3.5, 3.2), personId: aGrower(2).personId },
      { ...sure(5, 5), wouldLead: false },
    ];
    expect(findSoonest(people, gate, playbook)).toEqual({ personId: 2, months: 0 });
    expect(findSoonest([aGrower(1, { wouldLead: false })], gate, playbook)).toBeNull();
  });
});

describe('what is believed of turnover', () => {
  it('is wide at first, and the firm counts for more the longer it has looked', () => {
    const range = (leavers: number, personYears: number) => {
      const belief = believeTurnover({ leavers, personYears }, playbook);
      return [turnoverAt(belief, 0.1), turnoverAt(belief, 0.5), turnoverAt(belief, 0.9)] as [number, number, number];
    };
    const [low, , high] = range(0, 0);
    // R: qgamma(c(.1, .9), 2, 10)
    expect(low).toBeCloseTo(0.0531811608389612, 10);
    expect(high).toBeCloseTo(0.388972016986743, 10);
    const [ownLow, ownMiddle, ownHigh] = range(40, 100);
    expect(ownHigh - ownLow).toBeLessThan((high - low) / 2);
    expect(ownMiddle).toBeCloseTo(42 / 110, 1);
  });

  it('is that nobody leaves where the rate is 0', () => {
    const none = believeTurnover({ leavers: 3, personYears: 10 }, playbookWith({ 'growth.turnover.yearly': 0 }));
    expect(leaveInMonth(turnoverAt(none, 0.99))).toBe(0);
  });

  it('makes twelve months of leaving one year of it', () => {
    expect((1 - leaveInMonth(-Math.log(1 - 0.2))) ** 12).toBeCloseTo(0.8, 12);
  });
});

describe('people on the phone', () => {
  const phone: PhoneQueue = {
    callsPerEndpoint: 0.01,
    handlingMinutes: 8,
    patienceMinutes: null,
    share: 0.8,
    withinMinutes: 1,
  };
  it.each([null, 3])('are as many as the queueing formula says, patience %o', (patienceMinutes) => {
    const queue = { ...phone, patienceMinutes };
    const steps = findPhoneSteps(queue, 200);
    for (const calls of [0.5, 3, 17, 60, 133, 199]) {
      const line = {
        arrivals: calls / 60,
        service: 1 / queue.handlingMinutes,
        giveUp: patienceMinutes === null ? null : 1 / patienceMinutes,
      };
      expect(peopleOnPhone(steps, calls)).toBe(findServers(line, { share: 0.8, within: 1 }));
    }
    expect(peopleOnPhone(steps, 0)).toBe(0);
  });
});
