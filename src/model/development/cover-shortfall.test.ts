import { beforeAll, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { hours } from '../../base/units.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Solver } from '../../science/assignment/program.ts';
import { loadSolver } from '../../science/assignment/solver.ts';
import { planCover } from './cover-plan.ts';
import type { CoverInput, CoverPlan } from './cover-types.ts';
import { smallFirms } from './fixtures/cover-firm.ts';
import { RULES } from './fixtures/mentoring-people.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const reaches = (input: CoverInput) => planCover(solver, input, RULES).status === 'reached';
const only = (input: CoverInput, areaIds: string[]) => ({
  ...input,
  areas: input.areas.filter((one) => areaIds.includes(one.areaId)),
});
/** Every area but one asks only for what a plan brings it to. */
const asFarAs = (input: CoverInput, { pairings }: CoverPlan, but: string) => ({
  ...input,
  areas: input.areas.map((one) => {
    const here = input.people.map(({ personId }) => personId);
    const have = input.levels.filter(
      ({ areaId, personId, state }) => areaId === one.areaId && state === 'signed-off' && here.includes(personId),
    );
    const more = pairings.filter(({ areaId }) => areaId === one.areaId);
    return one.areaId === but ? one : { ...one, required: Math.min(one.required, have.length + more.length) };
  }),
});
/** Everyone who passes gets all the time in the world. */
const withTime = (input: CoverInput, passes: (personId: PersonId) => boolean) => ({
  ...input,
  people: input.people.map((one) => (passes(one.personId) ? { ...one, hoursPerWeek: hours(999) } : one)),
});

it('blames what must be lifted, and nothing that need not be', () => {
  const blamed = new Set<string>();
  fc.assert(
    fc.property(smallFirms, (input) => {
      const plan = planCover(solver, input, RULES);
      for (const { areaId, because, beside } of plan.shortfalls) {
        blamed.add(because);
        const alone = only(input, [areaId]);
        const teaches = (id: PersonId) =>
          input.levels.some((one) => one.areaId === areaId && one.personId === id && one.state === 'signed-off');
        // Which hours would have to be there for this area alone?
        const helps = [
          reaches(alone),
          reaches(withTime(alone, teaches)),
          reaches(withTime(alone, (id) => !teaches(id))),
          reaches(withTime(alone, () => true)),
        ];
        expect(helps).toEqual(
          {
            together: [true, true, true, true],
            'teaching-time': [false, true, false, true],
            'learning-time': [false, false, true, true],
            'teaching-and-learning-time': [false, false, false, true],
            'too-few-people': [false, false, false, false],
          }[because],
        );
        if (because !== 'together') continue;
        const asPlanned = asFarAs(input, plan, areaId);
        expect(beside.length).toBeGreaterThan(0);
        expect(reaches(only(asPlanned, [areaId, ...beside]))).toBe(false);
        for (const one of beside)
          expect(reaches(only(asPlanned, [areaId, ...beside.filter((other) => other !== one)]))).toBe(true);
      }
    }),
    { numRuns: 60, seed: 7 },
  );
  expect([...blamed].sort()).toEqual([
    'learning-time',
    'teaching-and-learning-time',
    'teaching-time',
    'together',
    'too-few-people',
  ]);
});
