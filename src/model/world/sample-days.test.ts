import { describe, expect, it } from 'vitest';
import { COVE } from './cove.ts';
import { HARBOR } from './harbor.ts';
import { NORTHLINE } from './northline.ts';
import { SAMPLE_DAYS } from './sample-days.ts';

describe.each([
  ['cove', COVE],
  ['harbor', HARBOR],
  ['northline', NORTHLINE],
] as const)('the days of the sample %s', (sample, { members, teams, seats }) => {
  const days = SAMPLE_DAYS[sample];
  const names = new Set(members.map(({ name }) => name));
  const teamNames = new Set(teams.map(({ name }) => name));

  it('name only its cast and its teams', () => {
    const named = [
      ...days.aims.flatMap(({ owner }) => owner ?? []),
      ...days.talks.flatMap(({ lead, members: people }) => [lead, ...people]),
      ...days.hours.flatMap(({ of }) => of),
      ...days.steps.map(({ of }) => of),
    ];
    expect(named.filter((name) => !names.has(name))).toEqual([]);
    expect([...days.aims, ...days.targets].filter(({ team }) => !teamNames.has(team))).toEqual([]);
  });

  it('have one aim a team and quarter, and at most two targets of different kinds', () => {
    const aims = days.aims.map(({ team, quarter }) => `${team} ${quarter}`);
    expect(new Set(aims).size).toBe(aims.length);
    for (const own of Map.groupBy(days.targets, ({ team }) => team).values()) {
      expect(own.length).toBeLessThanOrEqual(2);
      expect(new Set(own.map(({ measure }) => measure)).size).toBe(own.length);
    }
  });

  it('have 1:1s with whom somebody leads, or stands above', () => {
    const holder = new Map(seats.map(({ key, holder: name }) => [key, name]));
    const reportsTo = new Map(seats.map(({ key, reportsTo: above }) => [key, above]));
    const filledAbove = (key: string | null | undefined): string | null =>
      key == null ? null : (holder.get(key) ?? filledAbove(reportsTo.get(key)));
    for (const { lead, members: people } of days.talks)
      for (const name of people) {
        const seat = seats.find((one) => one.holder === name);
        const under = seat ? seat.reportsTo : members.find((one) => one.name === name)!.under;
        expect([name, filledAbove(under)]).toEqual([name, lead]);
      }
  });
});
