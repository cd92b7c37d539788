import type { DevelopmentRules } from '../../records/playbook/development-values.ts';
import { findConflict } from '../../science/assignment/find-conflict.ts';
import type { Limits, Solver } from '../../science/assignment/program.ts';
import { countOf, joinNames } from '../words.ts';
import { areaGroup, type Goal, LEARNING, programOf, TEACHING } from './cover-program.ts';
import type { Area, CoverInput, Shortfall } from './cover-types.ts';

type Blame = Pick<Shortfall, 'because' | 'beside'>;

/**
 * For each area that stays short, the condition to blame: lifts teachers' and learners' hours in turn where the area can't
 * be reached even alone, and the other areas in turn where it can.
 */
export function explainShortfalls(
  solver: Solver,
  input: CoverInput,
  goals: readonly Goal[],
  rules: DevelopmentRules,
  missing: ReadonlyMap<Area, number>,
  limits: Limits,
): Shortfall[] {
  const reached = goals
    .map((goal) => ({ ...goal, learners: goal.learners - (missing.get(goal.cover.area) ?? 0) }))
    .filter(({ learners }) => learners > 0);
  return goals.flatMap((goal): Shortfall[] => {
    const { area } = goal.cover;
    const short = missing.get(area);
    if (short === undefined) return [];
    const blame =
      blameAlone(solver, input, goal, rules, limits) ??
      blameOthers(solver, input, [...reached.filter(({ cover }) => cover.area !== area), goal], goal, rules, limits);
    return [{ areaId: area.areaId, missing: short, ...blame, text: sayShortfall(goal, short, blame, goals) }];
  });
}

/** What keeps an area from being reached even if it were the only one; null: nothing does. */
function blameAlone(
  solver: Solver,
  input: CoverInput,
  goal: Goal,
  rules: DevelopmentRules,
  limits: Limits,
): Blame | null {
  const { program } = programOf(input, [goal], rules, { minimise: 'nothing' });
  const own = areaGroup(goal.cover.area.areaId);
  const rows = program.rows.map((row) => (row.group === own ? { ...row, group: null } : row));
  // Alone, nobody both learns and teaches it, so that each kind of hours can be looked at without the other.
  const conflicts = [LEARNING, TEACHING].map((lifted) =>
    findConflict(solver, { ...program, rows: rows.filter((row) => row.group !== lifted) }, [], limits),
  );
  if (conflicts.some((one) => one?.groups.length === 0)) return { because: 'too-few-people', beside: [] };
  const [teaching, learning] = conflicts.map((one) => one !== null);
  if (!teaching && !learning) return null;
  const both = teaching && learning;
  return { because: both ? 'teaching-and-learning-time' : teaching ? 'teaching-time' : 'learning-time', beside: [] };
}

/**
 * The smallest set of other areas beside which an area can't be reached, each as far as the plan reaches it: together they
 * can be, so that what conflicts then conflicts with this one. Where parts of a person would not suffice either,
 * which is quickly seen, only the areas that already conflict then are looked at with whole people.
 */
function blameOthers(
  solver: Solver,
  input: CoverInput,
  goals: readonly Goal[],
  goal: Goal,
  rules: DevelopmentRules,
  limits: Limits,
): Blame {
  const within = (some: readonly Goal[], whole: boolean) => {
    const { program } = programOf(input, some, rules, { minimise: 'nothing' });
    // Hours are the frame here, and so is the area itself: which of the others can't share them with it?
    const others = new Map(some.filter((one) => one !== goal).map((one) => [areaGroup(one.cover.area.areaId), one]));
    const rows = program.rows.map((row) => ({ ...row, group: row.group && others.has(row.group) ? row.group : null }));
    const columns = program.columns.map((one) => ({ ...one, whole }));
    const conflict = findConflict(solver, { ...program, columns, rows }, [], limits);
    return conflict?.groups.map((group) => others.get(group)!);
  };
  const rough = within(goals, false);
  const beside = within(rough ? [...rough, goal] : goals, true);
  // Where all of them can be reached after all (time ran out before), nothing is named.
  return { because: 'together', beside: (beside ?? []).map((one) => one.cover.area.areaId) };
}

/** At most three; beyond that two and how many more. */
const shorten = (names: readonly string[]) =>
  names.length <= 3 ? names : [...names.slice(0, 2), `${names.length - 2} others`];

const sayHoursAWeek = (hours: number) => `${hours} ${hours === 1 ? 'hour' : 'hours'} a week`;

function sayShortfall(
  { cover, outside }: Goal,
  short: number,
  { because, beside }: Blame,
  goals: readonly Goal[],
): string {
  const more = `${cover.area.name} stays ${countOf(short, 'person', 'people')} short`;
  switch (because) {
    case 'too-few-people':
      return `${more}: too few people may learn it.`;
    case 'teaching-time':
      return `${more}: whoever could teach it has too few hours a week for it.`;
    case 'learning-time':
      return `${more}: too few of those who ${outside ? 'could take the course' : 'could learn it'} have ${sayHoursAWeek(cover.area.learnerHours)}.`;
    case 'teaching-and-learning-time':
      return `${more}: neither those who could teach it nor those who could learn it have the hours.`;
    case 'together': {
      const names = goals.filter((one) => beside.includes(one.cover.area.areaId)).map((one) => one.cover.area.name);
      return names.length === 0
        ? `${more}: no plan with enough hours was found in time.`
        : `${more}: the hours a week don't suffice for it beside ${joinNames(shorten(names), 'and')}.`;
    }
  }
}
