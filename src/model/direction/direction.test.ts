import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { aPerson, aSeat, oneTeam, personId, seatId, teamId } from '../../../test/support/small-firm.ts';
import { addDays, type Day, type Instant, instantOf } from '../../base/time.ts';
import { playbookWith } from '../../records/playbook/definitions.ts';
import type { DirectionFacts, Measure, TeamTarget, TeamTicket, TypedMeasure } from '../../records/teams/types.ts';
import { readChart } from '../structure.ts';
import { standsOf } from './stands.ts';
import { directionsOf, quarterOf } from './team-direction.ts';
import { sayDirections, sayMoved, sayStands } from './words.ts';

const DAY = '2026-11-02' as Day;
const NOW = instantOf(addDays(DAY, 1));
const TEAM = teamId(1);
const playbook = playbookWith();
const HOUR = 3_600_000;
/** Ten working hours on each of five days of seven, roughly: enough to tell the weeks apart. */
const workingMinutes = (from: number, to: number) => ((to - from) / 60_000) * (50 / 168);

const target = (measure: Measure, value: number, withinHours: number | null = null): TeamTarget => ({
  ...{ teamId: TEAM, place: 1, measure, value, withinHours, words: null, fromDay: DAY, endedOn: null },
});
const facts = (given: Partial<DirectionFacts>): DirectionFacts => ({
  ...{
    day: DAY,
    asOf: NOW,
    aims: [],
    targets: [],
    typed: [],
    tickets: [],
    areas: new Map([
      [1, 'Email'],
      [2, 'Network'],
    ]),
  },
  ...given,
});

/** Opened so many days ago; done after so many hours, or still open. */
function ticket(daysAgo: number, hours: number | null, given: Partial<TeamTicket> = {}): TeamTicket {
  const openedAt = (NOW - daysAgo * 24 * HOUR) as Instant;
  const done = hours === null ? null : ((openedAt + hours * HOUR) as Instant);
  const resolvedAt = done !== null && done <= NOW ? done : null;
  return {
    ...{ teamId: TEAM, areaId: 1, openedAt, resolvedAt, satisfaction: null },
    minutes: workingMinutes(openedAt, resolvedAt ?? NOW),
    age: workingMinutes(openedAt, NOW),
    ...given,
  };
}
const many = (n: number, make: (i: number) => TeamTicket) => Array.from({ length: n }, (_, i) => make(i));
const stands = (one: TeamTarget, given: Partial<DirectionFacts>) => standsOf(one, facts(given), playbook);

describe('how a team stands to a target', () => {
  it('counts what was done in time by when its time was over, and says how far that can be told', () => {
    // 40 done after a day, 10 after two weeks; 8 working hours are 26.9 hours here.
    const tickets = [...many(40, (i) => ticket(3 + (i % 20), 24)), ...many(10, (i) => ticket(15 + (i % 10), 336))];
    const found = stands(target('service-level', 0.6, 8), { tickets });
    expect(found).toMatchObject({ status: 'known', from: 'tickets', value: 0.8, n: 50, track: 'on' });
    expect(stands(target('service-level', 0.8, 8), { tickets })).toMatchObject({ track: 'close' });
    expect(stands(target('service-level', 0.95, 8), { tickets })).toMatchObject({ track: 'off' });
    expect(sayStands(target('service-level', 0.6, 8), found)).toBe(
      '80 of 100 in the weeks up to 3 November (72 to 86; 50 tickets).',
    );
  });

  it('does not count what may still be done in time, whether it is done already or not', () => {
    const old = many(30, (i) => ticket(4 + (i % 15), 24));
    const young = [...many(50, () => ticket(0.2, 2)), ...many(50, () => ticket(0.2, null))];
    expect(stands(target('service-level', 0.8, 8), { tickets: [...old, ...young] })).toEqual(
      stands(target('service-level', 0.8, 8), { tickets: old }),
    );
  });

  it('says how many answers are missing, and takes no answer of an open ticket', () => {
    const answered = many(19, (i) => ticket(5 + (i % 9), 20, { satisfaction: 1 }));
    expect(stands(target('satisfaction', 0.8), { tickets: answered })).toEqual({
      status: 'not-enough-evidence',
      have: 19,
      need: 20,
    });
    const tickets = [...answered, ticket(6, 20, { satisfaction: 0 })];
    expect(stands(target('satisfaction', 0.8), { tickets })).toMatchObject({ n: 20, value: 0.95, track: 'on' });
  });

  it('counts open tickets at the ends of the weeks: on track where all fit, not there where none does', () => {
    const tickets = [...many(30, (i) => ticket(20 - i / 2, 12)), ...many(12, (i) => ticket(40 + i, null))];
    const found = stands(target('backlog', 20), { tickets });
    expect(found).toMatchObject({ value: 12, range: { low: 12 }, n: 4, track: 'on' });
    expect(stands(target('backlog', 11), { tickets })).toMatchObject({ track: 'off' });
    const rising = [...tickets, ...many(20, () => ticket(3, null))];
    const risen = stands(target('backlog', 20), { tickets: rising });
    expect(risen).toMatchObject({ value: 32, track: 'close' });
    expect(sayMoved(target('backlog', 20), risen, new Map([[1, 'Email']]))).toBe(
      'Up from 12 four weeks ago. Most of it comes from Email.',
    );
  });

  it('names the area that moved it, and nothing where the change may be chance', () => {
    const before = many(60, (i) => ticket(40 + (i % 20), 10, { areaId: 1 + (i % 2) }));
    const worse = many(60, (i) => ticket(6 + (i % 14), i % 2 === 0 ? 10 : 120, { areaId: 1 + (i % 2) }));
    const found = stands(target('service-level', 0.8, 8), { tickets: [...before, ...worse] });
    expect(
      sayMoved(
        target('service-level', 0.8, 8),
        found,
        new Map([
          [1, 'Email'],
          [2, 'Network'],
        ]),
      ),
    ).toMatch(/^Worse, down from 100 of 100 in the weeks before \(by \d+ to \d+\)\. Most of it comes from Network\.$/);
    const same = many(60, (i) => ticket(6 + (i % 14), 10, { areaId: 1 + (i % 2) }));
    const steady = stands(target('service-level', 0.8, 8), { tickets: [...before, ...same] });
    expect(sayMoved(target('service-level', 0.8, 8), steady, new Map())).toMatch(/^No sure change/);
  });

  it('never says on track where the target lies inside the range or above it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 200 }),
        fc.nat(200),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, k, want) => {
          const tickets = many(n, (i) => ticket(5, i < k ? 10 : 90));
          const found = stands(target('service-level', want, 8), { tickets });
          if (found.status !== 'known') throw new Error('20 are enough');
          const { low, high } = found.range!;
          expect(found.track).toBe(want <= low ? 'on' : want > high ? 'off' : 'close');
          expect(Number.isFinite(found.value)).toBe(true);
        },
      ),
    );
  });

  describe('without tickets', () => {
    const typed = (given: Partial<TypedMeasure>): TypedMeasure => ({
      ...{ teamId: TEAM, measure: 'service-level', month: '2026-10-01' as Day, value: 0.9, of: 200 },
      ...given,
    });
    it('goes by what was typed for the last months, the newest first', () => {
      const two = [typed({}), typed({ month: '2026-09-01' as Day, value: 0.2 })];
      const found = stands(target('service-level', 0.8, 8), { typed: two });
      expect(found).toMatchObject({ from: 'typed', value: 0.9, n: 200, track: 'on' });
      expect(sayStands(target('service-level', 0.8, 8), found)).toBe(
        '90 of 100 in October 2026, as typed (87 to 92; 200 tickets).',
      );
      const old = [typed({ month: '2026-08-01' as Day })];
      expect(stands(target('service-level', 0.8, 8), { typed: old })).toMatchObject({ status: 'not-enough-evidence' });
    });

    it('calls a share of how many isn’t said too close to tell, and counts a backlog', () => {
      const share = stands(target('service-level', 0.8, 8), { typed: [typed({ of: null })] });
      expect(share).toMatchObject({ track: 'close', range: null });
      const backlog = [typed({ measure: 'backlog', value: 31, of: null })];
      expect(stands(target('backlog', 30), { typed: backlog })).toMatchObject({ track: 'off', value: 31 });
    });

    it('does not take a file of long ago for now', () => {
      const tickets = many(60, () => ticket(6, null));
      const old = (NOW - 40 * 24 * HOUR) as Instant;
      expect(stands(target('backlog', 10), { tickets, asOf: old })).toMatchObject({ status: 'not-enough-evidence' });
    });
  });
});

describe('where the teams are going', () => {
  const aim = { teamId: TEAM, text: 'Fewer repeats.', ownerId: personId(2), cameOf: null };
  it('finds the quarter of a day', () => {
    expect(['2026-01-01', '2026-03-31', '2026-11-02', '2026-12-31'].map((day) => quarterOf(day as Day))).toEqual([
      '2026-01-01',
      '2026-01-01',
      '2026-10-01',
      '2026-10-01',
    ]);
  });

  it('says nothing of a team so small that it would be said of a person', () => {
    const chart = readChart(oneTeam([aPerson(1), aPerson(2)], { holderId: personId(1), state: 'held' }));
    const [team] = directionsOf(chart, facts({ targets: [target('backlog', 3)] }), playbook);
    expect(team).toMatchObject({ people: 2, isSmall: true, targets: [], track: null });
  });

  it('names who leads the team, else the nearest above, and who sees to the aim of this quarter', () => {
    const people = [1, 2, 3, 4].map((id) => aPerson(id));
    const led = readChart(oneTeam(people, { holderId: personId(1), state: 'held' }));
    const aims = [
      { ...aim, quarter: '2026-10-01' as Day },
      { ...aim, quarter: '2026-07-01' as Day, text: 'Older.' },
    ];
    const [team] = directionsOf(led, facts({ aims }), playbook);
    expect(team).toMatchObject({ aim: { text: 'Fewer repeats.' }, lastAim: { text: 'Older.' }, track: null });
    expect(team!.movers).toEqual({ ownerId: 2, leadId: 1, seatId: 1, isVacant: false });
    const structure = oneTeam(people.slice(1), { reportsTo: seatId(9) });
    const above = aSeat(9, { holderId: personId(1), state: 'held' });
    const vacant = readChart({ ...structure, people, seats: [...structure.seats, above] });
    expect(directionsOf(vacant, facts({}), playbook)[0]!.movers).toMatchObject({ leadId: 1, isVacant: true });
  });

  it('calls no team on track while one of its targets isn’t known', () => {
    const chart = readChart(
      oneTeam(
        [1, 2, 3, 4].map((id) => aPerson(id)),
        { holderId: personId(1), state: 'held' },
      ),
    );
    const tickets = many(40, (i) => ticket(3 + (i % 20), 10));
    const both = [target('service-level', 0.5, 8), { ...target('satisfaction', 0.5), place: 2 as const }];
    expect(directionsOf(chart, facts({ tickets, targets: both.slice(0, 1) }), playbook)[0]!.track).toBe('on');
    const teams = directionsOf(chart, facts({ tickets, targets: both }), playbook);
    expect(teams[0]!.track).toBe('close');
    expect(sayDirections(teams)).toBe('Too close to tell: Pod A.');
  });
});
