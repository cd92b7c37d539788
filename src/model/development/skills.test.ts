import { expect, it } from 'vitest';
import { aPerson, aSeat, DAY, personId, seatId, teamId } from '../../../test/support/small-firm.ts';
import { hours } from '../../base/units.ts';
import { playbookWith } from '../../records/playbook/definitions.ts';
import type { KeptShift } from '../../records/shifts/types.ts';
import { readChart } from '../structure.ts';
import { type SkillEvidence, skillsOf } from './skills.ts';
import { usualWeek } from './usual-week.ts';

const PLAYBOOK = playbookWith();
const NOTHING: SkillEvidence = {
  ...{ needs: [], own: [], levels: [], hours: [], teamAreas: [], personAreas: [], clients: [], personClients: [] },
  areaNames: new Map([[1, 'Network']]),
  clientNames: new Map([[5, 'Acme']]),
};

/** Two teams of two, led by people 1 and 2. */
const chart = readChart({
  day: DAY,
  people: [1, 2, 3, 4, 5, 6].map((id) => aPerson(id, { timeZone: 'Europe/Berlin' })),
  teams: [
    { teamId: teamId(1), name: 'Pod A' },
    { teamId: teamId(2), name: 'Pod B' },
  ],
  seats: [1, 2].map((id) => aSeat(id, { teamId: teamId(id), holderId: personId(id), state: 'held' })),
  memberships: [3, 4, 5, 6].map((id) => ({ personId: personId(id), teamId: teamId(id < 5 ? 1 : 2) })),
  lines: [3, 4, 5, 6].map((id) => ({ personId: personId(id), seatId: seatId(id < 5 ? 1 : 2) })),
});
const busy = { teamAreas: [1, 2].map((team) => ({ teamId: team, areaId: 1, tickets: 500 })) };

it('asks for people in each team where an area comes often, of that team alone', () => {
  const found = skillsOf(
    chart,
    { ...NOTHING, ...busy, teamAreas: [...busy.teamAreas, { teamId: 2, areaId: 9, tickets: 3 }] },
    PLAYBOOK,
  );
  expect(found.map(({ areaId, team, required, learners }) => [areaId, team, required, learners])).toEqual([
    ['area/1/team/1', 'Pod A', 2, [3, 4]],
    ['area/1/team/2', 'Pod B', 2, [5, 6]],
  ]);
});

it('takes the firm’s own word before the playbook’s, and lets no one cope who is signed off', () => {
  const evidence: SkillEvidence = {
    ...NOTHING,
    ...busy,
    needs: [{ subject: 'area/1', teamId: teamId(2), required: 1, weight: 4, weeks: 3, hours: hours(2) }],
    personAreas: [3, 5, 6].map((id) => ({ personId: id, areaId: 1, first: 100, ended: id === 3 ? 1 : 90 })),
    levels: [
      { subject: 'area/1', personId: personId(6), state: 'signed-off', teacherId: null, since: DAY, signerId: null },
    ],
  };
  const [a, b] = skillsOf(chart, evidence, PLAYBOOK);
  expect(a).toMatchObject({ required: 2, isSet: false, copes: [] });
  expect(b).toMatchObject({ required: 1, isSet: true, weight: 4, weeks: 3, hours: 2, copes: [5] });
});

it('lets those learn a client whose team has most of its tickets, and everybody where several share it', () => {
  const clients = (rows: [number, number][]) => rows.map(([team, tickets]) => ({ clientId: 5, teamId: team, tickets }));
  const learners = (rows: [number, number][]) =>
    skillsOf(chart, { ...NOTHING, clients: clients(rows) }, PLAYBOOK)[0]!.learners;
  expect(
    learners([
      [1, 10],
      [2, 90],
    ]),
  ).toEqual([5, 6]);
  expect(
    learners([
      [1, 50],
      [2, 50],
    ]),
  ).toEqual([3, 4, 5, 6]);
});

it('knows a week from weekly shifts, else assumes the usual one by the clocks where somebody is', () => {
  const shift: KeptShift<ReturnType<typeof personId>> = {
    ...{ person: personId(3), kind: 'shift', weekday: 2, first: null, last: null, from: 1320, to: 1800 },
    timeZone: 'America/Chicago',
  };
  const person = chart.person.get(personId(3))!;
  expect(usualWeek(person, [shift], DAY, PLAYBOOK)).toEqual({
    week: { timeZone: 'America/Chicago', days: [{ weekday: 2, starts: 22, ends: 30 }] },
    weekAssumed: false,
  });
  expect(usualWeek(person, [], DAY, PLAYBOOK)).toMatchObject({
    week: { timeZone: 'Europe/Berlin' },
    weekAssumed: true,
  });
  expect(usualWeek({ ...person, timeZone: null }, [], DAY, PLAYBOOK)).toEqual({ week: null, weekAssumed: false });
});
