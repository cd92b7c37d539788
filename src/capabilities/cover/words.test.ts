import { describe, expect, it } from 'vitest';
import type { Day } from '../../base/time.ts';
import { hours } from '../../base/units.ts';
import type { CoverSpan, ShownCover } from '../../model/sight-cover.ts';
import { layOut } from './layout.ts';
import { sayGrounds, sayTeam, sayTeams, sayWho } from './words.ts';

const NOBODY = { names: [], others: 0 };
const span = (given: Partial<CoverSpan>): CoverSpan => ({
  weekday: 1,
  from: 480,
  to: 540,
  hours: hours(1),
  present: 0,
  reachable: 0,
  who: NOBODY,
  ...given,
});
const known = (uncovered: number, more: object = {}): ShownCover['finding'] => ({
  status: 'known',
  length: hours(168),
  served: hours(50),
  uncovered: hours(uncovered),
  unknown: NOBODY,
  awayWithoutEnd: NOBODY,
  spans: [],
  ...more,
});
const team = (given: Partial<ShownCover>): ShownCover => ({
  teamId: 1 as never,
  name: 'Pod A',
  seatId: null,
  monday: '2026-11-30' as Day,
  timeZone: 'UTC',
  zoneAssumed: false,
  ownHours: false,
  people: 8,
  technicalKnown: 5,
  able: { names: ['Ann Bell'], others: 1 },
  notInAreas: 0,
  withoutAreas: 0,
  areas: null,
  peopleLeader: null,
  finding: known(21),
  ...given,
});

describe('what is said of cover', () => {
  it('says the hours, at most where somebody’s are not known, and all of them as what they are', () => {
    expect(sayTeam(team({}))).toBe('Nobody can jump in for 21 h of 50 h.');
    expect(sayTeam(team({ finding: known(21.25, { unknown: { names: [], others: 1 } }) }))).toBe(
      'Nobody can jump in for at most 21.25 h of 50 h.',
    );
    expect(sayTeam(team({ finding: known(50) }))).toBe('Nobody can jump in at any of the 50 h.');
    expect(sayTeam(team({ able: NOBODY, finding: known(50) }))).toBe(
      "Nobody can jump in at any of the 50 h. Of three people it can't be told yet.",
    );
    expect(sayTeam(team({ finding: known(0) }))).toBe('Somebody can jump in at every hour of the 50 h.');
  });

  it('flags a people leader without a technical second with the hours', () => {
    expect(sayTeam(team({ peopleLeader: 'Dana Brooks' }))).toBe(
      'Dana Brooks leads people more than the work, and is without a technical second for 21 h of 50 h.',
    );
    expect(sayTeam(team({ peopleLeader: 'Dana Brooks', finding: known(0) }))).not.toContain('Dana');
  });

  it('says how much evidence there is before there is enough', () => {
    const missing = (what: 'technical' | 'hours', have: number, need: number) =>
      sayTeam(team({ finding: { status: 'not-enough-evidence', missing: what, have, need } }));
    expect(missing('technical', 2, 8)).toBe(
      'Not enough evidence yet: of 2 of 8 people it can be told whether they could jump in.',
    );
    expect(missing('hours', 0, 1)).toBe(
      'Not enough evidence yet: the hours of 0 of the one person who could jump in are known.',
    );
  });

  it('names the teams with the most hours first, and counts those that are not known', () => {
    const open = team({ finding: { status: 'not-enough-evidence', missing: 'hours', have: 0, need: 2 } });
    expect(sayTeams([team({ name: 'Pod B', finding: known(4) }), team({}), open])).toBe(
      "In this week nobody can jump in: in Pod A 21 h and in Pod B 4 h. For one team it isn't known yet.",
    );
    expect(sayTeams([team({ finding: known(0) })])).toBe('Somebody can always jump in.');
    expect(sayTeams([open])).toBe("It isn't known yet for any team when nobody can jump in.");
  });

  it('counts people who are not named, and says whether areas count', () => {
    expect(sayGrounds(team({}))[0]).toMatch(/^Able: Ann Bell and one other, of eight people/);
    expect(sayGrounds(team({})).join(' ')).toContain('The technical side alone counts');
    expect(sayGrounds(team({ areas: { tickets: 90, main: ['Mail', 'Printers'] } })).join(' ')).toContain(
      'Mail and Printers',
    );
    expect(sayWho(span({ reachable: 1, who: { names: [], others: 1 } }))).toBe('somebody (on call)');
    expect(sayWho(span({}))).toBe('Nobody');
  });
});

describe('hours by days', () => {
  it('lays every day over the same hours and joins neighbours that look alike', () => {
    const layout = layOut([
      span({ from: 480, to: 600, hours: hours(2) }),
      span({ from: 600, to: 720, hours: hours(2), present: 1 }),
      span({ from: 720, to: 1080, hours: hours(6), present: 2 }),
      span({ weekday: 3, from: 480, to: 1080, hours: hours(10), reachable: 1 }),
    ])!;
    expect([layout.from, layout.to]).toEqual([480, 1080]);
    expect(layout.days.map(({ weekday, missing }) => [weekday, missing])).toEqual([
      [1, 2],
      [3, 0],
    ]);
    expect(layout.days[0]!.bars.map(({ look, left, width }) => [look, left, width])).toEqual([
      ['nobody', 0, 0.2],
      ['there', 0.2, 0.8],
    ]);
    expect(layout.ticks.map(({ minute }) => minute / 60)).toEqual([8, 10, 12, 14, 16, 18]);
    expect(layOut([])).toBeNull();
  });
});
