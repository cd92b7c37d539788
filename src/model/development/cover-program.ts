import type { PersonId } from '../../records/people/types.ts';
import type { DevelopmentRules } from '../../records/playbook/development-values.ts';
import type { Column, Program, Row } from '../../science/assignment/program.ts';
import type { Area, AreaCover, CoverInput } from './cover-types.ts';

/** What one unknown of the program stands for; `short` is there only where shortage is allowed. */
export type Unknown =
  | { kind: 'learns'; area: Area; personId: PersonId; weeks: number }
  | { kind: 'teaches'; area: Area; personId: PersonId }
  | { kind: 'short'; area: Area };

/** An area that the plan reaches for. */
export type Goal = {
  cover: AreaCover;
  /** How many are to learn it in this plan. */
  learners: number;
  /** Nobody here can teach it: one takes a course, who can teach the others later. */
  outside: boolean;
};

/** What a plan reaches for: every area that is short. */
export function goalsOf(areas: readonly AreaCover[]): Goal[] {
  return areas
    .filter((one) => one.missing > 0)
    .map((cover) => {
      const outside = cover.teachers.length === 0;
      return { cover, learners: outside ? 1 : cover.missing, outside };
    });
}

/** A row of the program, by what it is about: `area/…`, `learning/…`, `teaching/…`, or the hours of a person. */
export const areaGroup = (areaId: string) => `area/${areaId}`;
export const LEARNING = 'learning';
export const TEACHING = 'teaching';

/** What the program minimises: hours of everybody, or weighted shortage, or nothing where any solution will do. */
export type Aim = { minimise: 'hours'; shortage: number | null } | { minimise: 'shortage' } | { minimise: 'nothing' };

/**
 * The program behind a cover plan: z_ik (who learns what), u_tk (how many a person teaches), s_k (who stays missing).
 * Σ_i z_ik + s_k ≥ missing_k; Σ_t u_tk = Σ_i z_ik; learning and teaching of a person fit their hours a week.
 */
export function programOf(
  input: CoverInput,
  goals: readonly Goal[],
  rules: DevelopmentRules,
  aim: Aim,
): { program: Program; unknowns: Unknown[] } {
  const short = aim.minimise === 'shortage' || (aim.minimise === 'hours' && aim.shortage !== null);
  const unknowns = goals.flatMap((goal) => unknownsOf(goal, input, rules, short));
  const learners = new Map(goals.map((one) => [one.cover.area, one.learners]));
  const columns = unknowns.map(
    (one): Column => ({
      gain: gainOf(one, aim),
      lower: 0,
      upper: one.kind === 'learns' ? 1 : learners.get(one.area)!,
      whole: true,
    }),
  );
  const numbered = unknowns.map((unknown, at) => ({ unknown, at }));
  const byArea = Map.groupBy(numbered, (one) => one.unknown.area);
  const rows = goals.flatMap((goal) => areaRows(goal, byArea.get(goal.cover.area) ?? []));
  const allowed = aim.minimise === 'hours' && aim.shortage !== null ? [shortageRow(numbered, aim.shortage)] : [];
  return {
    program: { sense: 'minimise', columns, rows: [...rows, ...hoursRows(input, numbered), ...allowed] },
    unknowns,
  };
}

type Numbered = { unknown: Unknown; at: number };

function unknownsOf(
  { cover: { area, teachers }, outside }: Goal,
  { people, levels }: CoverInput,
  rules: DevelopmentRules,
  short: boolean,
): Unknown[] {
  const states = new Map(levels.filter((one) => one.areaId === area.areaId).map((one) => [one.personId, one.state]));
  const may = area.learners && new Set(area.learners);
  const copes = new Set(area.copes);
  const knowsSome = (id: PersonId) => states.get(id) === 'shadowing' || copes.has(id);
  const left = (id: PersonId) =>
    Math.max(1, Math.ceil(area.weeks * (knowsSome(id) ? rules['cover.shadowing-left'] : 1)));
  const learns = people
    .filter(({ personId }) => states.get(personId) !== 'signed-off' && (!may || may.has(personId)))
    .map(({ personId }): Unknown => ({ kind: 'learns', area, personId, weeks: left(personId) }));
  const teaches = outside ? [] : teachers.map((personId): Unknown => ({ kind: 'teaches', area, personId }));
  return [...learns, ...teaches, ...(short ? [{ kind: 'short', area } as const] : [])];
}

function gainOf(one: Unknown, aim: Aim): number {
  if (aim.minimise === 'shortage') return one.kind === 'short' ? one.area.weight : 0;
  return aim.minimise === 'hours' && one.kind === 'learns' ? hoursOf(one.area, one.weeks, true) : 0;
}

/** Hours of a pairing over all its weeks. */
export function hoursOf(area: Area, weeks: number, taught: boolean): number {
  return weeks * (area.learnerHours + (taught ? area.teacherHours : 0));
}

function areaRows({ cover, learners, outside }: Goal, own: readonly Numbered[]): Row[] {
  const counted = own.filter((one) => one.unknown.kind !== 'teaches').map((one) => one.at);
  const reach: Row = {
    group: areaGroup(cover.area.areaId),
    lower: learners,
    upper: Infinity,
    columns: counted,
    factors: counted.map(() => 1),
  };
  if (outside) return [reach];
  const pairs = own.filter((one) => one.unknown.kind !== 'short');
  const taught: Row = {
    group: null,
    lower: 0,
    upper: 0,
    columns: pairs.map((one) => one.at),
    factors: pairs.map((one) => (one.unknown.kind === 'teaches' ? 1 : -1)),
  };
  return [reach, taught];
}

/** Of each person: the hours they learn and teach a week. In the group of what they do, where they do one of both. */
function hoursRows({ people }: CoverInput, numbered: readonly Numbered[]): Row[] {
  const byPerson = Map.groupBy(
    numbered.filter((one) => one.unknown.kind !== 'short'),
    ({ unknown }) => (unknown.kind === 'short' ? null : unknown.personId),
  );
  return people.flatMap(({ personId, hoursPerWeek }): Row[] => {
    const own = byPerson.get(personId) ?? [];
    if (own.length === 0) return [];
    const teaches = own.some((one) => one.unknown.kind === 'teaches');
    const factor = ({ kind, area }: Unknown) => (kind === 'teaches' ? area.teacherHours : area.learnerHours);
    return [
      {
        group: teaches ? TEACHING : LEARNING,
        lower: 0,
        upper: Math.max(0, hoursPerWeek),
        columns: own.map((one) => one.at),
        factors: own.map((one) => factor(one.unknown)),
      },
    ];
  });
}

function shortageRow(numbered: readonly Numbered[], most: number): Row {
  const short = numbered.filter((one) => one.unknown.kind === 'short');
  return {
    group: null,
    lower: 0,
    upper: most,
    columns: short.map((one) => one.at),
    factors: short.map((one) => one.unknown.area.weight),
  };
}
