import { describe, expect, it } from 'vitest';
import { hours } from '../../base/units.ts';
import { playbookWith } from '../../records/playbook/definitions.ts';
import { findSeatLoad, type SeatWeek, sayNoTime } from './seat-load.ts';
import { archetypeOf, ownTicketShare } from './spans.ts';

const playbook = playbookWith();
const unknown: SeatWeek = {
  reports: 7,
  starters: 0,
  mentees: 0,
  conflicts: 0,
  week: null,
  withPeople: null,
  escalations: null,
  steering: null,
  ownTickets: null,
};

describe('spans', () => {
  it('leave .55 of the week at 4 reports, .25 at 8, none from 12 on', () => {
    expect([0, 4, 8, 11, 12, 40].map((reports) => ownTicketShare(reports, playbook))).toEqual([
      0.85,
      expect.closeTo(0.55, 12),
      0.25,
      expect.closeTo(0.025, 12),
      0,
      0,
    ]);
  });

  it('have an archetype each', () => {
    expect([0, 5, 6, 7, 8, 10, 11, 15, 16].map((reports) => archetypeOf(reports, playbook))).toEqual([
      'player-coach',
      'player-coach',
      'coach',
      'coach',
      'supervisor',
      'supervisor',
      'facilitator',
      'facilitator',
      'too-many',
    ]);
  });
});

describe('the hours of a seat', () => {
  it('come from the playbook where nothing is known, and say so', () => {
    const load = findSeatLoad(unknown, playbook);
    expect([...load.people, ...load.technical, load.ownTickets].map((one) => one.basis)).toEqual([
      'assumed',
      'assumed',
      'assumed',
    ]);
    expect(load.needed).toBeCloseTo(8.4, 12);
    expect(load.ownTickets).toMatchObject({
      hours: expect.closeTo(13, 12),
      source: '33% of the week with 7 reports (playbook)',
    });
    expect(load.left).toBeCloseTo(21, 12);
    expect(load).toMatchObject({ short: 0, archetype: 'coach', week: { hours: 40, basis: 'assumed' } });
    expect(sayNoTime(load, playbook)).toBeNull();
  });

  it('take what is measured or told before the playbook, part by part', () => {
    const load = findSeatLoad(
      {
        ...unknown,
        starters: 1,
        conflicts: 2,
        week: hours(38),
        withPeople: { hours: hours(4), basis: 'measured', source: '5 weeks of 1:1s' },
        escalations: { aWeek: 8, hoursEach: hours(0.5), tickets: 103 },
        ownTickets: { hours: hours(25), basis: 'told', source: 'told' },
      },
      playbook,
    );
    expect(load.people.map(({ what, hours: h, basis }) => [what, h, basis])).toEqual([
      ['reports', 4, 'measured'],
      ['starters', 2, 'assumed'],
      ['conflicts', 4, 'assumed'],
    ]);
    expect(load.technical).toEqual([
      { what: 'escalations', hours: 4, basis: 'measured', source: '103 escalated tickets' },
      { what: 'steering', hours: 2, basis: 'assumed', source: 'what is left of 6 h (playbook)' },
    ]);
    expect(load).toMatchObject({ needed: 10, left: 7, short: 3, ownTickets: { basis: 'told' } });
    expect(sayNoTime(load, playbook)).toBe('No time left to listen: 10 h needed, 7 h left');
  });

  it('never leave less than nothing', () => {
    const own = { hours: hours(60), basis: 'measured', source: 'tickets' } as const;
    expect(findSeatLoad({ ...unknown, ownTickets: own }, playbook).left).toBe(0);
    expect(findSeatLoad({ ...unknown, reports: 0 }, playbook)).toMatchObject({ needed: 0, short: 0 });
  });
});
