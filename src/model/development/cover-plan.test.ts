import { beforeAll, describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { hours } from '../../base/units.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Solver } from '../../science/assignment/program.ts';
import { loadSolver } from '../../science/assignment/solver.ts';
import { pairBothWays } from './both-ways.ts';
import { planCover } from './cover-plan.ts';
import type { CoverInput, CoverPlan } from './cover-types.ts';
import { area, coverOf, smallFirms } from './fixtures/cover-firm.ts';
import { RULES } from './fixtures/mentoring-people.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});
const plan = (input: CoverInput) => planCover(solver, input, RULES);
const who = ({ pairings }: CoverPlan) => pairings.map((one) => `${one.teacherId}→${one.learnerId} ${one.areaId}`);
const id = (value: number) => value as PersonId;

describe('a cover plan', () => {
  it('pairs whoever can with whoever is to learn, and prefers somebody who shadows already', () => {
    const input = coverOf([area('printers', 2)], { Ann: [4, 'printers'], Ben: [4], Cy: [4, 'printers?'] });
    expect(plan(input)).toMatchObject({
      status: 'reached',
      gap: 0,
      hours: 20,
      pairings: [{ learnerId: 3, teacherId: 1, weeks: 5, hours: 20 }],
      shareNow: 0.5,
      shareAfter: 1,
      shortfalls: [],
    });
  });

  it('does nothing where everything is covered, or nobody is there', () => {
    expect(plan(coverOf([area('printers', 1)], { Ann: [0, 'printers'] }))).toMatchObject({
      status: 'reached',
      pairings: [],
    });
    expect(plan(coverOf([], {}))).toMatchObject({ status: 'reached', pairings: [], shareNow: 1, shareAfter: 1 });
  });

  it('gives nobody more hours a week than they have, as a learner and a teacher together', () => {
    const areas = [area('printers', 2), area('mail', 2)];
    // Each could teach what they know and learn the other, with four hours a week.
    expect(who(plan(coverOf(areas, { Ann: [4, 'printers'], Ben: [4, 'mail'] })))).toEqual(['1→2 printers', '2→1 mail']);
    const less = plan(coverOf(areas, { Ann: [4, 'printers'], Ben: [3, 'mail'] }));
    expect(less.status).toBe('as-far-as-hours-allow');
    expect(less.pairings).toHaveLength(1);
  });

  it('says that a skill nobody has needs an outside course, for one who can teach the others later', () => {
    const answer = plan(coverOf([area('firewalls', 3)], { Ann: [2], Ben: [2], Cy: [2] }));
    expect(answer.pairings).toMatchObject([{ learnerId: 1, teacherId: null, hours: 20 }]);
    expect(answer.notes).toEqual([
      'Nobody here is signed off for firewalls: it needs an outside course. Whoever takes it can then teach the 2 more that are needed.',
    ]);
    expect(answer.shareAfter).toBeCloseTo(1 / 3, 12);
  });

  it('counts as known what only somebody knew who has left', () => {
    const input = coverOf([area('printers', 1)], { Ann: [4, 'printers'], Ben: [4] });
    const answer = plan({ ...input, people: input.people.slice(1) });
    expect(answer.pairings).toMatchObject([{ learnerId: 2, teacherId: null }]);
  });
});

describe('what stays short', () => {
  const textFor = (input: CoverInput) => plan(input).shortfalls.map((one) => one.text);

  it('is blamed on the hours of whoever could teach', () => {
    expect(textFor(coverOf([area('printers', 2)], { Ann: [1, 'printers'], Ben: [9] }))).toEqual([
      'printers stays one person short: whoever could teach it has too few hours a week for it.',
    ]);
  });

  it('is blamed on the hours of those who could learn, also where it takes a course', () => {
    expect(textFor(coverOf([area('printers', 3)], { Ann: [9, 'printers'], Ben: [1], Cy: [9] }))).toEqual([
      'printers stays one person short: too few of those who could learn it have 2 hours a week.',
    ]);
    expect(textFor(coverOf([area('printers', 1)], { Ann: [0], Ben: [1] }))).toEqual([
      'printers stays one person short: too few of those who could take the course have 2 hours a week.',
    ]);
  });

  it('is blamed on both where both lack', () => {
    expect(plan(coverOf([area('printers', 2)], { Ann: [1, 'printers'], Ben: [1] })).shortfalls).toMatchObject([
      { because: 'teaching-and-learning-time', missing: 1 },
    ]);
  });

  it('is blamed on too few people who may learn it', () => {
    const printers = area('printers', 3, { learners: [id(2)] });
    expect(textFor(coverOf([printers], { Ann: [9, 'printers'], Ben: [9], Cy: [9] }))).toEqual([
      'printers stays one person short: too few people may learn it.',
    ]);
  });

  it('is blamed on the areas it competes with, and the one that weighs more goes first', () => {
    const areas = [area('printers', 2), area('mail', 2, { weight: 2 }), area('phones', 1)];
    const input = coverOf(areas, { Ann: [2, 'printers', 'mail', 'phones'], Ben: [9] });
    const answer = plan(input);
    expect(who(answer)).toEqual(['1→2 mail']);
    expect(answer.shortfalls).toEqual([
      {
        areaId: 'printers',
        missing: 1,
        because: 'together',
        beside: ['mail'],
        text: "printers stays one person short: the hours a week don't suffice for it beside mail.",
      },
    ]);
  });
});

describe('any small firm', () => {
  it('gets the least weighted shortage and then the fewest hours of all ways to pair its people', () => {
    fc.assert(
      fc.property(smallFirms, (input) => {
        const answer = plan(input);
        const best = tryAll(input);
        const short = answer.shortfalls.reduce((sum, one) => sum + one.missing * weightOf(input, one.areaId), 0);
        expect([short, answer.hours]).toEqual([best.short, best.hours]);
        for (const { personId, hoursPerWeek } of input.people)
          expect(weeklyHours(answer, input, personId)).toBeLessThanOrEqual(hoursPerWeek);
      }),
      { numRuns: 60 },
    );
  });
});

const weightOf = ({ areas }: CoverInput, areaId: string) => areas.find((one) => one.areaId === areaId)!.weight;

function weeklyHours({ pairings }: CoverPlan, { areas }: CoverInput, personId: PersonId): number {
  return pairings.reduce((sum, one) => {
    const { learnerHours, teacherHours } = areas.find((two) => two.areaId === one.areaId)!;
    return sum + (one.learnerId === personId ? learnerHours : 0) + (one.teacherId === personId ? teacherHours : 0);
  }, 0);
}

/** The best of all plans: one person and area after another, learning with each teacher, by a course, or not at all. */
function tryAll({ people, areas, levels }: CoverInput): { short: number; hours: number } {
  const stateOf = (personId: PersonId, areaId: string) =>
    levels.find((one) => one.personId === personId && one.areaId === areaId)?.state;
  const goals = areas.map((one) => {
    const teachers = people.filter(({ personId }) => stateOf(personId, one.areaId) === 'signed-off');
    const missing = Math.max(0, one.required - teachers.length);
    return { area: one, teachers, missing: teachers.length === 0 ? Math.min(missing, 1) : missing };
  });
  const places = goals.flatMap((goal) =>
    people.filter((one) => !goal.teachers.includes(one)).map((person) => ({ goal, person })),
  );
  const left = new Map(people.map((one) => [one.personId, one.hoursPerWeek as number]));
  const got = new Map(goals.map((goal) => [goal, 0]));
  let best = { short: Infinity, hours: Infinity };
  const use = (personId: PersonId, amount: number) => left.set(personId, left.get(personId)! - amount);
  const visit = (at: number, used: number) => {
    if (at === places.length) {
      const short = goals.reduce((sum, goal) => sum + goal.area.weight * (goal.missing - got.get(goal)!), 0);
      if (short < best.short || (short === best.short && used < best.hours)) best = { short, hours: used };
      return;
    }
    visit(at + 1, used);
    const { goal, person } = places[at]!;
    const { learnerHours, teacherHours, areaId, weeks } = goal.area;
    if (got.get(goal)! >= goal.missing) return;
    got.set(goal, got.get(goal)! + 1);
    use(person.personId, learnerHours);
    const span = stateOf(person.personId, areaId) === 'shadowing' ? weeks / 2 : weeks;
    const teachers: (PersonId | null)[] = goal.teachers.length > 0 ? goal.teachers.map((one) => one.personId) : [null];
    for (const teacher of teachers) {
      if (teacher !== null) use(teacher, teacherHours);
      if ([...left.values()].every((one) => one >= 0))
        visit(at + 1, used + span * (learnerHours + (teacher === null ? 0 : teacherHours)));
      if (teacher !== null) use(teacher, -teacherHours);
    }
    use(person.personId, -learnerHours);
    got.set(goal, got.get(goal)! - 1);
  };
  visit(0, 0);
  return best;
}

it('pairs leads both ways: people leaders beside the queue, technical leads in 1:1s and planning', () => {
  const both = pairBothWays(
    { peopleLeaders: [id(1)], technicalLeads: [id(2)], queueTeachers: [id(2)], peopleTeachers: [id(1)] },
    RULES,
  );
  const people = [1, 2].map((one) => ({ personId: id(one), name: `P${one}`, hoursPerWeek: hours(4) }));
  const answer = plan({ ...both, people });
  expect(answer.pairings.map((one) => [one.kind, one.teacherId, one.learnerId])).toEqual([
    ['queue', 2, 1],
    ['people-work', 1, 2],
    ['people-work', 1, 2],
  ]);
  expect(answer.hours).toBe(6 * 4 + 2 * 8 * 2);
});
