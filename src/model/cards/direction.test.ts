import { describe, expect, it } from 'vitest';
import { morningWith } from '../../../test/support/morning.ts';
import type { Day } from '../../base/time.ts';
import type { PersonId, SeatId, TeamId } from '../../records/people/types.ts';
import type { TeamTarget } from '../../records/teams/types.ts';
import type { TeamDirection, Track } from '../direction/types.ts';
import { chooseCards } from './choose.ts';
import { teamDirection } from './direction.ts';
import { findLeads } from './leads.ts';
import { proposeCards } from './rules.ts';

const POD_A = 1 as TeamId;
const wanted: TeamTarget = {
  ...{ teamId: POD_A, place: 1, measure: 'service-level', value: 0.8, withinHours: 8, words: null },
  ...{ fromDay: '2026-01-05' as Day, endedOn: null },
};
const team = (track: Track | null, given: Partial<TeamDirection> = {}): TeamDirection => ({
  ...{ teamId: POD_A, name: 'Pod A', people: 5, isSmall: false, aim: null, lastAim: null, track },
  movers: { ownerId: null, leadId: 2 as PersonId, seatId: 2 as SeatId, isVacant: false },
  targets:
    track === null
      ? []
      : [
          {
            target: wanted,
            stands: {
              ...{ status: 'known', track, value: 0.9, range: { low: 0.85, high: 0.93 }, n: 120, from: 'tickets' },
              ...{ until: '2026-03-09' as Day, moved: { status: 'steady', before: 0.9, n: 300 } },
            },
          },
        ],
  ...given,
});
const cards = (directions: TeamDirection[], rest: Parameters<typeof morningWith>[0] = {}) =>
  teamDirection.propose(morningWith({ directions, ...rest }));

describe('the card about how the team stands', () => {
  it('thanks a team that is on track, to its lead alone, and never about a person', () => {
    const [card, ...others] = cards([team('on')]);
    expect(others).toEqual([]);
    expect(card).toMatchObject({ leadId: 2, personId: null, kind: 'promise', subject: 'aim/1' });
    expect(card!.trigger).toBe(
      'Pod A is on track: at least 80 of 100 tickets done within eight working hours. Thank them.',
    );
    expect(card!.firstSentence).toMatch(/^Thank you all.*\?$/);
  });

  it('says plainly when it isn’t, with what that rests on, and when it can’t be told', () => {
    expect(cards([team('off')])[0]!.trigger).toMatch(/^Pod A is not there yet: done in time, 90 of 100 .*120 tickets/);
    expect(cards([team('close')])[0]!.trigger).toMatch(/too close to tell/);
    expect(cards([team(null)])).toEqual([]);
  });

  it('asks what came of the last quarter’s aim while the new one is young', () => {
    const lastAim = {
      teamId: POD_A,
      quarter: '2025-10-01' as Day,
      text: 'Fewer repeats.',
      ownerId: null,
      cameOf: null,
    };
    expect(cards([team(null, { lastAim })], { day: '2026-01-13' as Day })[0]!.trigger).toMatch(
      /until 31 December: Fewer/,
    );
    expect(cards([team(null, { lastAim })], { day: '2026-03-10' as Day })).toEqual([]);
    expect(cards([team(null, { lastAim: { ...lastAim, cameOf: 'reached' } })], { day: '2026-01-13' as Day })).toEqual(
      [],
    );
  });

  it('comes once a week, not at the weekend, and can be switched off', () => {
    const input = morningWith({ directions: [team('on')] });
    const [card] = teamDirection.propose(input);
    const on = (day: string) => ({ ...card!, day: day as Day, state: 'open' as const, untilDay: null });
    const chosen = (earlier: string[]) =>
      chooseCards([card!], { day: input.day, earlier: earlier.map(on), playbook: input.playbook });
    expect(chosen([])).toHaveLength(1);
    expect(chosen(['2026-03-09'])).toEqual([]);
    expect(chosen(['2026-03-04'])).toEqual([]);
    expect(chosen(['2026-03-03'])).toHaveLength(1);
    expect(cards([team('on')], { day: '2026-03-14' as Day })).toEqual([]);
    const off = morningWith({ directions: [team('on')], rules: { 'today.rule.direction': 0 } });
    expect(proposeCards(off)).toEqual([]);
  });

  it('goes to whoever stands above where nobody leads the team, who gets none of its people’s tickets by that', () => {
    const vacant = morningWith({ pod: { holderId: null, state: 'vacant' }, directions: [team('on')] });
    expect(teamDirection.propose(vacant)[0]).toMatchObject({ leadId: 1 });
    const sam = findLeads(vacant.chart).find(({ leadId }) => leadId === 1)!;
    expect(sam.teamIds).toEqual([POD_A]);
    expect(sam.reports).toEqual([3]);
  });
});
