import { describe, expect, it } from 'vitest';
import { aPerson, oneTeam, personId } from '../../test/support/small-firm.ts';
import type { Day } from '../base/time.ts';
import { hours } from '../base/units.ts';
import { playbookWith } from '../records/playbook/definitions.ts';
import { archetypeOf, ownTicketShare } from './growth/spans.ts';
import { findLoad, findWeek, isShortOfHours, sayLoad, sayNoTime, type WeekFacts } from './load.ts';
import { readChart } from './structure.ts';

const playbook = playbookWith();
const unknown: WeekFacts = {
  reports: 7,
  monthsHere: [],
  mentees: 0,
  conflicts: 0,
  week: null,
  oneOnOnes: null,
  escalations: null,
  steering: null,
  ownTickets: null,
};
const told = (ownTickets: number) => ({ hours: hours(ownTickets), basis: 'told', source: 'as told' }) as const;

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
      ...['player-coach', 'player-coach', 'coach', 'coach', 'supervisor', 'supervisor', 'facilitator', 'facilitator'],
      'too-many',
    ]);
  });
});

describe('the hours of a lead', () => {
  it('set what reports need against what own tickets leave', () => {
    const load = findLoad({ ...unknown, reports: 11, ownTickets: told(31) }, playbook);
    expect(load.needed).toBeCloseTo(13.2, 12);
    expect(load.left).toBe(3);
    expect(sayLoad(load)).toBe('needs 13 h with people a week, has 3');
    expect(isShortOfHours(load, playbook)).toBe(true);
    expect(sayNoTime(load, playbook)).toBe('No time left to listen: 13 h needed, 3 h left');
  });

  it('never leave less than nothing', () => {
    expect(findLoad({ ...unknown, ownTickets: told(60) }, playbook).left).toBe(0);
    expect(findLoad({ ...unknown, reports: 0, ownTickets: told(60) }, playbook)).toMatchObject({ needed: 0, short: 0 });
  });

  it('come from the playbook where nothing is known, and then claim nothing', () => {
    const load = findLoad(unknown, playbook);
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
    expect(load).toMatchObject({ left: null, short: null, archetype: 'coach', week: { hours: 40, basis: 'assumed' } });
    expect([sayLoad(load), sayNoTime(load, playbook)]).toEqual([null, null]);
    expect(isShortOfHours(load, playbook)).toBe(false);
  });

  it('take what is measured or told before the playbook, part by part', () => {
    const load = findLoad(
      {
        ...unknown,
        monthsHere: [1, 2.9, 3, 40],
        conflicts: 2,
        mentees: 1,
        week: hours(38),
        oneOnOnes: { hours: hours(1.5), basis: 'measured', source: '1:1s agreed with 5 people' },
        escalations: { aWeek: 8, hoursEach: hours(0.5), source: '103 tickets in 13 weeks' },
        ownTickets: { hours: hours(25), basis: 'measured', source: '400 tickets in 13 weeks' },
      },
      playbook,
    );
    expect(load.people.map(({ what, hours: h, basis }) => [what, h, basis])).toEqual([
      ['one-on-ones', 1.5, 'measured'],
      ['reports', expect.closeTo(6.9, 12), 'assumed'],
      ['starters', 4, 'assumed'],
      ['mentees', 1, 'assumed'],
      ['conflicts', 4, 'assumed'],
    ]);
    expect(load.technical).toEqual([
      { what: 'escalations', hours: 4, basis: 'measured', source: '103 tickets in 13 weeks' },
      { what: 'steering', hours: 2, basis: 'assumed', source: 'what is left of 6 h (playbook)' },
    ]);
    expect(load).toMatchObject({ left: 7, ownTickets: { basis: 'measured' } });
    expect(sayNoTime(load, playbook)).toBe('No time left to listen: 17 h needed, 7 h left');
  });
});

describe('what is known of a week', () => {
  const held = oneTeam([aPerson(1), aPerson(2, { startedOn: '2026-01-01' as Day })], {
    state: 'held',
    holderId: personId(1),
  });
  const seat = held.seats[0]!;
  const booked = { hours: hours(12), tickets: 90 };
  const leading = {
    weeks: 13,
    seen: new Map([
      [
        personId(1),
        {
          oneOnOnes: { hours: hours(0.5), pairs: 1 },
          escalations: { aWeek: 1, hoursEach: hours(0.5), tickets: 13 },
          ownTickets: booked,
          mentees: 1,
        },
      ],
    ]),
    told: new Map([[personId(1), { mentees: 2, conflicts: null, steering: hours(9) }]]),
  };

  it('is nothing of a seat that nobody holds', () => {
    const vacant = oneTeam([aPerson(1)]);
    expect(findWeek(readChart(vacant), vacant.seats[0]!)).toBeNull();
    expect(findWeek(readChart(held), seat)).toMatchObject({
      reports: 1,
      week: null,
      ownTickets: null,
      oneOnOnes: null,
    });
  });

  it('is what data tell of the holder and people told of them', () => {
    expect(findWeek(readChart(held), seat, leading)).toMatchObject({
      reports: 1,
      monthsHere: [expect.any(Number)],
      mentees: 2,
      conflicts: 0,
      oneOnOnes: { hours: 0.5, basis: 'measured', source: '1:1s agreed with 1 person' },
      escalations: { aWeek: 1, source: '13 tickets in 13 weeks, each as long as a usual one' },
      steering: { hours: 9, basis: 'told' },
      ownTickets: { hours: 12, basis: 'measured', source: '90 tickets in 13 weeks' },
    });
  });

  it('counts people mentored by the pairs that run, where nobody told otherwise', () => {
    const untold = { ...leading, told: new Map() };
    expect(findWeek(readChart(held), seat, untold)!.mentees).toBe(1);
  });

  it('counts own tickets as told before booked minutes, and says where these differ', () => {
    const people = held.people.map((one) => (one.personId === 1 ? { ...one, ownTicketHours: hours(20) } : one));
    const week = findWeek(readChart({ ...held, people }), seat, leading)!;
    expect(week.ownTickets).toEqual({
      hours: 20,
      basis: 'told',
      source: 'as told; 90 tickets in 13 weeks took 12 h',
    });
  });
});
