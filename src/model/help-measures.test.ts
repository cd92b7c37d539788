import { describe, expect, it } from 'vitest';
import type { PersonId, TeamId } from '../records/people/types.ts';
import type { HelpNetwork, HelpPerson } from './help.ts';
import { findInPicture, measurePicture } from './help-measures.ts';
import type { HelpPicture } from './help-picture.ts';

/** Two teams of three; help goes 1 → 2 → 3 within the first, 3 → 4 between, 4 → 5 within the second; 6 is alone. */
const TEAMS = [1, 1, 1, 2, 2, 2];
const key = (at: number) => `person${at}`;
const tie = (from: number, to: number, tickets: number) => ({ from: key(from), to: key(to), tickets, credit: null });
const picture: HelpPicture = {
  nodes: TEAMS.map((team, at) => ({
    key: key(at + 1),
    personId: (at + 1) as PersonId,
    teamId: team as TeamId,
    people: [(at + 1) as PersonId],
    betweenWithTeam: false,
  })),
  ties: [tie(1, 2, 3), tie(2, 3, 3), tie(3, 4, 2), tie(4, 5, 8)],
  isolated: [],
  teams: [],
  leftOut: 0,
};
const network = (own: number[]): HelpNetwork => ({
  people: TEAMS.map((team, at) => ({ personId: at + 1, teamId: team, own: own[at] }) as HelpPerson),
  ties: [],
  tickets: 16,
});

describe('how knots stand', () => {
  const measures = measurePicture(picture);

  it('counts help with other teams and with how many', () => {
    expect(measures.get(key(3))).toMatchObject({ between: 2, reaches: 1 });
    expect(measures.get(key(1))).toMatchObject({ between: 0, reaches: 0 });
  });

  it('takes of the ways between teams the share that leads over somebody', () => {
    // From 1, 2 and 3 to 4 and 5 there are six ways: four lead over 3, three over 4, two over 2.
    expect([1, 2, 3, 4, 5, 6].map((at) => measures.get(key(at))!.ways)).toEqual([0, 2 / 6, 4 / 6, 3 / 6, 0, 0]);
  });

  it('finds that tickets end up where help ends', () => {
    const ends = [1, 2, 3, 4, 5, 6].map((at) => measures.get(key(at))!.endsUp);
    expect(Math.max(...ends)).toBe(ends[4]);
    expect(ends.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
  });
});

describe('who stands out', () => {
  const find = (own: number[], share = 0.35) => findInPicture(picture, measurePicture(picture), network(own), share);

  it('is who joins teams: by tickets, and by ways', () => {
    expect(find([1, 1, 1, 1, 1, 1])).toMatchObject({
      through: { key: key(3), share: 1 },
      bridges: [key(3), key(4), key(2)],
    });
  });

  it('is who carries the help, with their own tickets beside it', () => {
    expect(find([1, 1, 1, 5, 9, 7]).bottlenecks).toEqual([{ key: key(5), share: 0.5, loaded: true }]);
    expect(find([1, 1, 1, 5, 6, 7]).bottlenecks).toEqual([{ key: key(5), share: 0.5, loaded: false }]);
    expect(find([1, 1, 1, 5, 9, 7], 0.6).bottlenecks).toEqual([]);
  });
});
