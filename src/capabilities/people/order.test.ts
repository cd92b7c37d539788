import { expect, test } from 'vitest';
import fc from '../../../test/support/properties.ts';
import type { Aspiration } from '../../records/people/types.ts';
import { byTeamThenName, groupByTeam, isAskedFor, ORDERS, orderPeople } from './order.ts';

const person = (name: string, teamName: string | null) => ({ name, teamName });
const anyone = fc.record({
  name: fc.string({ minLength: 1, maxLength: 4 }),
  teamName: fc.option(fc.constantFrom('Pod A', 'pod a', 'Pod B', 'Pod 10', 'Pod 9')),
});

test('people come by team, then name, and those without a team last', () => {
  const people = [person('Zoe', null), person('tom', 'Pod B'), person('Ana', 'Pod B'), person('Sam', 'Pod A')];
  expect(people.sort(byTeamThenName).map((one) => one.name)).toEqual(['Sam', 'Ana', 'tom', 'Zoe']);
});

test('team 9 comes before team 10', () => {
  const people = [person('A', 'Pod 10'), person('B', 'Pod 9')];
  expect(people.sort(byTeamThenName)[0]!.teamName).toBe('Pod 9');
});

test('the order does not depend on the order in which people arrive', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyone, { selector: (one) => `${one.teamName}/${one.name}`.toLowerCase() }),
      (people) => {
        const once = [...people].sort(byTeamThenName);
        const again = [...people].reverse().sort(byTeamThenName);
        expect(again.map((one) => byTeamThenName(one, once[again.indexOf(one)]!))).toEqual(once.map(() => 0));
      },
    ),
  );
});

test('grouping loses nobody, and neighbouring groups differ in team', () => {
  fc.assert(
    fc.property(fc.array(anyone), (people) => {
      const groups = groupByTeam(people);
      expect(groups.flatMap((group) => group.people)).toHaveLength(people.length);
      for (const [i, group] of groups.entries()) {
        expect(group.people.every((one) => one.teamName === group.team)).toBe(true);
        if (i > 0) expect(groups[i - 1]!.team).not.toBe(group.team);
      }
    }),
  );
});

const priya = {
  name: 'Priya Nair',
  teamName: 'Pod A',
  title: 'Senior technician',
  aspiration: 'wants-to-lead' as Aspiration,
  seats: [{ title: 'Lead of Pod A' }],
};
const everybody = { text: '', team: '', wants: '' } as const;

test('an empty filter asks for everybody', () => {
  expect(isAskedFor(priya, everybody)).toBe(true);
});

test('every word of the text must be found, in name, title, team or seat, in any case', () => {
  expect(isAskedFor(priya, { ...everybody, text: ' nair SENIOR ' })).toBe(true);
  expect(isAskedFor(priya, { ...everybody, text: 'lead pod' })).toBe(true);
  expect(isAskedFor(priya, { ...everybody, text: 'nair junior' })).toBe(false);
});

test('team and wish narrow together', () => {
  expect(isAskedFor(priya, { ...everybody, team: 'Pod A', wants: 'wants-to-lead' })).toBe(true);
  expect(isAskedFor(priya, { ...everybody, team: 'Pod A', wants: 'not-now' })).toBe(false);
  expect(isAskedFor(priya, { ...everybody, team: 'Pod B' })).toBe(false);
});

const known = (name: string, teamName: string, aspiration: Aspiration, technical: number, people: number) => ({
  name,
  teamName,
  aspiration,
  technical: { evidence: technical },
  people: { evidence: people },
});
const three = [
  known('Tom', 'Pod A', 'not-asked', 0.9, 0.2),
  known('Ana', 'Pod B', 'wants-to-lead', 0.5, 0.5),
  known('Sam', 'Pod B', 'technical-path', 0.1, 0.9),
];
const namesBy = (order: keyof typeof ORDERS) => orderPeople(three, order).map((one) => one.name);

test('the list can be ordered by team, name, wish and evidence, and by no strength', () => {
  expect(Object.keys(ORDERS)).toEqual(['team', 'name', 'wants', 'evidence']);
  expect(namesBy('team')).toEqual(['Tom', 'Ana', 'Sam']);
  expect(namesBy('name')).toEqual(['Ana', 'Sam', 'Tom']);
  expect(namesBy('wants')).toEqual(['Ana', 'Sam', 'Tom']);
});

test('the least known come first by their less known side', () => {
  expect(namesBy('evidence')).toEqual(['Sam', 'Tom', 'Ana']);
});
