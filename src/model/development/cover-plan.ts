import { assert } from '../../base/assert.ts';
import { hours } from '../../base/units.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { DevelopmentRules } from '../../records/playbook/development-values.ts';
import type { Limits, Solved, Solver } from '../../science/assignment/program.ts';
import { measureCover, shareOf } from './cover.ts';
import { type Aim, type Goal, goalsOf, hoursOf, programOf, type Unknown } from './cover-program.ts';
import { explainShortfalls } from './cover-shortfall.ts';
import type { Area, CoverInput, CoverMeasure, CoverPlan, Pairing } from './cover-types.ts';

const PATIENCE: Limits = { seconds: 5 };

/**
 * The cheapest set of pairings that gives every area the people it requires: fewest hours of learners and teachers together,
 * within everybody's hours a week, all pairings at the same time. Where hours don't suffice: first as little weighted
 * shortage as possible, then as few hours, and for each area that stays short which condition is to blame.
 * Source: set multicover with budgets as a whole-number program (Nemhauser & Wolsey 1988, ch. I.1); ours in its conditions.
 */
export function planCover(
  solver: Solver,
  input: CoverInput,
  rules: DevelopmentRules,
  limits: Limits = PATIENCE,
): CoverPlan {
  const cover = measureCover(input);
  const goals = goalsOf(cover.areas);
  const ask = (aim: Aim) => {
    const { program, unknowns } = programOf(input, goals, rules, aim);
    return { solved: solver.solve(program, limits), unknowns };
  };
  const whole = ask({ minimise: 'hours', shortage: null });
  if (whole.solved.status !== 'infeasible') return readPlan(cover, goals, whole, []);
  const least = ask({ minimise: 'shortage' });
  if (!isFound(least.solved)) return readPlan(cover, goals, least, []);
  const cheapest = ask({ minimise: 'hours', shortage: least.solved.objective });
  const partial = isFound(cheapest.solved) ? cheapest : least;
  return readPlan(cover, goals, partial, explainShortfalls(solver, input, goals, rules, missingIn(partial), limits));
}

type Asked = { solved: Solved; unknowns: readonly Unknown[] };
type Found = Extract<Solved, { values: Float64Array }>;

const isFound = (solved: Solved): solved is Found => solved.status === 'optimal' || solved.status === 'best-found';

function missingIn({ solved, unknowns }: Asked): Map<Area, number> {
  assert(isFound(solved), 'a plan with values');
  return new Map(
    unknowns.flatMap((one, at) =>
      one.kind === 'short' && solved.values[at]! > 0 ? [[one.area, solved.values[at]!]] : [],
    ),
  );
}

function readPlan(
  cover: CoverMeasure,
  goals: readonly Goal[],
  asked: Asked,
  shortfalls: CoverPlan['shortfalls'],
): CoverPlan {
  const { solved } = asked;
  const notes = goals.filter((goal) => goal.outside).map(sayOutside);
  const plain = { shortfalls, notes, shareNow: cover.share };
  if (!isFound(solved))
    return { ...plain, status: 'time-is-up', pairings: [], hours: hours(0), gap: 1, shareAfter: cover.share };
  const pairings = goals.flatMap((goal) => pairingsOf(goal, solved, asked.unknowns));
  const more = new Map([...Map.groupBy(pairings, (one) => one.areaId)].map(([id, list]) => [id, list.length]));
  return {
    ...plain,
    status: shortfalls.length > 0 ? 'as-far-as-hours-allow' : 'reached',
    pairings,
    hours: hours(pairings.reduce((sum, one) => sum + one.hours, 0)),
    gap: solved.status === 'best-found' ? solved.gap : 0,
    shareAfter: shareOf(cover.areas, more),
  };
}

/** Who teaches whom within an area is as good one way as another: in order of their numbers. */
function pairingsOf({ cover: { area }, outside }: Goal, { values }: Found, unknowns: readonly Unknown[]): Pairing[] {
  const teachers: PersonId[] = [];
  const learners: { learnerId: PersonId; weeks: number }[] = [];
  unknowns.forEach((one, at) => {
    if (one.area !== area || one.kind === 'short') return;
    if (one.kind === 'learns' && values[at]! > 0) learners.push({ learnerId: one.personId, weeks: one.weeks });
    if (one.kind === 'teaches') for (let k = 0; k < values[at]!; k++) teachers.push(one.personId);
  });
  assert(outside || teachers.length === learners.length, `${area.areaId} has a teacher for each learner`);
  return learners.map(({ learnerId, weeks }, at) => ({
    areaId: area.areaId,
    kind: area.kind,
    learnerId,
    teacherId: teachers[at] ?? null,
    weeks,
    hours: hours(hoursOf(area, weeks, !outside)),
  }));
}

function sayOutside({ cover: { area, missing } }: Goal): string {
  const others = missing === 2 ? 'the one more that is needed' : `the ${missing - 1} more that are needed`;
  const later = missing > 1 ? ` Whoever takes it can then teach ${others}.` : '';
  return `Nobody here is signed off for ${area.name}: it needs an outside course.${later}`;
}
