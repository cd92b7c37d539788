import { describe, expect, it } from 'vitest';
import type { Day } from '../../base/time.ts';
import type { ShownNode } from '../../model/sight-help.ts';
import { clusterName, type DrawnHelp, nodeName, sayHelp, sayIsolated, sayLeftOut, sayYou } from './words.ts';

const node = (at: number, teamId: number | null, more: Partial<ShownNode> = {}): ShownNode => ({
  key: `person${at}`,
  kind: 'person',
  personId: at as never,
  teamId: teamId as never,
  people: 1,
  own: 40,
  given: 0,
  received: 0,
  credit: null,
  within: 0,
  betweenWithTeam: false,
  measures: { endsUp: 0.1, ways: 0, between: 0, reaches: 0 },
  ...more,
});
const team = (teamId: number, closed = false) => ({ teamId: teamId as never, people: 6, closed });
const help = (more: Partial<DrawnHelp>): DrawnHelp => ({
  status: 'drawn',
  months: 12,
  you: null,
  until: '2026-11-15' as Day,
  names: [
    { personId: 1, name: 'Ana' },
    { personId: 2, name: 'Ben' },
  ],
  teamNames: [
    { teamId: 1 as never, name: 'Pod A' },
    { teamId: 2 as never, name: 'Pod B' },
  ],
  nodes: [],
  ties: [],
  findings: { through: null, bridges: [], bottlenecks: [] },
  isolated: [],
  teams: [team(1), team(2)],
  leftOut: 0,
  ...more,
});

describe('the sentence', () => {
  it('says through whom most help between teams goes, and who carries it with which load beside it', () => {
    const measures = { endsUp: 0.1, ways: 0, between: 60, reaches: 1 };
    const found = help({
      nodes: [node(1, null, { own: 0, given: 60, measures }), node(2, 1, { own: 300, given: 90 })],
      findings: {
        through: { key: 'person1', share: 0.6 },
        bridges: [],
        bottlenecks: [{ key: 'person2', share: 0.45, loaded: true }],
      },
    });
    expect(sayHelp(found)).toBe(
      'Most help between teams goes through Ana: 60 of 100 tickets, beside no tickets of their own. Ben resolves 45% of all that is handed on, and has more tickets of their own than most of Pod A.',
    );
  });

  it('names nobody where the reader sees nobody: then it speaks of teams', () => {
    const knot = (teamId: number) =>
      node(teamId, teamId, { key: `team${teamId}`, kind: 'team', personId: null, people: 6 });
    const ties = [{ from: 'team2', to: 'team1', tickets: 44, credit: null }];
    expect(sayHelp(help({ nodes: [knot(1), knot(2)], ties }))).toBe(
      'Between teams, Pod B gets most help from Pod A: 44 tickets.',
    );
    expect(sayHelp(help({ nodes: [knot(1), knot(2)] }))).toMatch(/^There is too little help between teams/);
    expect(nodeName(help({}), knot(1))).toBe('6 people');
    const some = [node(1, 1, { given: 9 }), node(2, 1, { given: 5 }), knot(1)];
    expect(sayHelp(help({ nodes: some }))).toMatch(/In Pod A, of those you see, Ana helps most: nine tickets/);
    expect(clusterName(help({}), node(7, null, { kind: 'elsewhere' }))).toBe('Elsewhere');
  });
});

describe('words on who is on their own', () => {
  it('count them, by team', () => {
    expect(sayIsolated(help({ isolated: [{ teamId: 2 as never, people: 2 }] }))).toEqual([
      'Two people in Pod B get no help from other teams and give none.',
    ]);
    expect(sayIsolated(help({ isolated: [{ teamId: 1 as never, people: 1 }] }))).toEqual([
      'One person in Pod A gets no help from other teams and gives none.',
    ]);
  });

  it('tell somebody of themselves', () => {
    const you = { own: 40, given: 3, received: 12, between: 0, isolated: true, alone: false };
    expect(sayYou(you, 12)).toBe(
      'You got no help from another team in 12 months, and gave none. You resolved three tickets for others, and others 12 tickets for you, beside 40 tickets of your own.',
    );
    expect(sayYou({ ...you, isolated: false, between: 2 }, 12)).toMatch(/ Two tickets went between teams\.$/);
    expect(sayYou({ ...you, alone: true }, 12)).toMatch(/^You got no help from anybody in 12 months/);
  });

  it('say what is left out, and why', () => {
    expect(sayLeftOut(help({ teams: [team(1, true), team(2)], leftOut: 2 }))).toEqual([
      'Of Pod A, only help within the team is shown: with so few ties to others, more would point at people.',
      'Two people of small teams, or in none, are left out: the numbers would be theirs alone.',
    ]);
    expect(sayLeftOut(help({ teams: [team(1, true)] }))).toEqual([]);
  });
});
