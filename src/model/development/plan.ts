import { addDays, type Day } from '../../base/time.ts';
import { type Level, level, type Share, share } from '../../base/units.ts';
import type { PlanPath, StepKind } from '../../records/development/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { DevelopmentRules } from '../../records/playbook/development-values.ts';
import type { Estimate } from '../../records/verdicts/types.ts';
import type { Competency } from '../../records/voice/types.ts';
import { normalCdf } from '../../science/normal.ts';
import { COMPETENCIES } from '../competency-space.ts';
import { PRACTICE_CASES } from './practice-cases.ts';
import { PRACTICES, SUGGESTED_TRAININGS, type Training } from './trainings.ts';

/** What is known of one competency. */
export type KnownStrength = { estimate: Estimate; evidence: Share };

export type PlanInput = {
  personId: PersonId;
  path: PlanPath;
  /** First day of the plan. */
  starts: Day;
  /** The level that each competency is to reach: of the seat, or of the next level of the technical path. */
  targets: Partial<Record<Competency, Level>>;
  strengths: Partial<Record<Competency, KnownStrength>>;
  /** The firm's own courses. */
  courses: readonly Training[];
};

/** How a competency stands to its target. */
export type Gap = {
  competency: Competency;
  /** null: none is set. */
  target: Level | null;
  /** Target less strength, with its 80% interval; negative: above. null: no target, or nothing is known. */
  gap: Estimate | null;
  evidence: Share;
  /** Chance of being below the target; null: nothing is known. */
  chanceShort: Share | null;
  status: 'need' | 'met' | 'unknown';
};

/** A step of the plan, in the week of a day. */
export type PlanStep = {
  kind: StepKind;
  day: Day;
  text: string;
  /** The written case to practise on. */
  caseId: string | null;
};

export type PlannedNeed = Gap & {
  /** start: part of every plan of this path, whatever the gap; gap: found by the needs analysis. */
  because: 'start' | 'gap';
  training: Training;
  practice: string;
  steps: PlanStep[];
};

export type DevelopmentPlan = {
  personId: PersonId;
  path: PlanPath;
  /** Every competency with a target: the needs analysis. */
  analysis: Gap[];
  needs: PlannedNeed[];
  /** Needs beyond what one plan holds, for the next. */
  later: Competency[];
  /** Competencies with a target of which nothing is known: get a view first. */
  toFindOut: Competency[];
};

/** What every plan of a path begins with, whatever is known. */
export const FROM_THE_START: Record<PlanPath, readonly Competency[]> = {
  'technical-lead': ['communication', 'conflict', 'team-building'],
  'people-leader': ['knowledge', 'resolving'],
  'technical-path': [],
};

/**
 * A development plan from gaps: an analysis of needs, and for each need one training and one practice with feedback after each
 * of three spaced tries, and a reading before and after. Technical leads begin with communication, conflict resolution and
 * team building; people leaders with product and queue time.
 * Source: Lacerenza et al. 2017, J. Applied Psychology 102, 1686–1718 (needs analysis, practice, feedback and spacing each go
 * with better training of leaders). Which weeks is ours [assumed].
 */
export function planDevelopment(input: PlanInput, rules: DevelopmentRules): DevelopmentPlan {
  const start = FROM_THE_START[input.path];
  const analysis = COMPETENCIES.filter((one) => start.includes(one) || input.targets[one] !== undefined).map((one) =>
    findGap(one, input, rules),
  );
  const gapOf = new Map(analysis.map((one) => [one.competency, one]));
  const found = analysis
    .filter((one) => one.status === 'need' && !start.includes(one.competency))
    .sort((one, other) => other.gap!.mean - one.gap!.mean);
  const wanted = [...start.map((one) => gapOf.get(one)!), ...found];
  const most = Math.max(start.length, Math.round(rules['plan.needs-most']));
  return {
    personId: input.personId,
    path: input.path,
    analysis,
    needs: wanted.slice(0, most).map((gap, at) => planNeed(gap, at, input, rules)),
    later: wanted.slice(most).map((one) => one.competency),
    toFindOut: analysis.filter((one) => one.status === 'unknown').map((one) => one.competency),
  };
}

function findGap(competency: Competency, { targets, strengths }: PlanInput, rules: DevelopmentRules): Gap {
  const target = targets[competency] ?? null;
  const known = strengths[competency];
  const plain = { competency, target, evidence: known?.evidence ?? share(0) };
  if (target === null || known === undefined || known.evidence === 0)
    return { ...plain, gap: null, chanceShort: null, status: 'unknown' };
  const { mean, low, high, sd } = known.estimate;
  const gap = { mean: level(target - mean), low: level(target - high), high: level(target - low), sd };
  const chanceShort = share(sd > 0 ? normalCdf(gap.mean / sd) : gap.mean > 0 ? 1 : 0);
  return { ...plain, gap, chanceShort, status: chanceShort >= rules['plan.gap-sure'] ? 'need' : 'met' };
}

function planNeed(gap: Gap, at: number, input: PlanInput, rules: DevelopmentRules): PlannedNeed {
  const { competency } = gap;
  const because = FROM_THE_START[input.path].includes(competency) ? 'start' : 'gap';
  // The firm's own course comes first; of several the shortest.
  const training = [...input.courses]
    .sort((one, other) => one.hours - other.hours)
    .concat(SUGGESTED_TRAININGS)
    .find((one) => one.competency === competency)!;
  const practice = PRACTICES[competency];
  const begins = addDays(input.starts, weeks(at * rules['plan.needs-apart']));
  return { ...gap, because, training, practice, steps: stepsOf(competency, training, begins, rules) };
}

/** One need more, put in by hand, to begin on a day. */
export function planOneNeed(competency: Competency, input: PlanInput, rules: DevelopmentRules): PlannedNeed {
  return planNeed(findGap(competency, input, rules), 0, input, rules);
}

const weeks = (count: number) => Math.round(count * 7);

function stepsOf(competency: Competency, training: Training, begins: Day, rules: DevelopmentRules): PlanStep[] {
  const step = (kind: PlanStep['kind'], after: number, text: string, caseId: string | null = null): PlanStep => ({
    kind,
    day: addDays(begins, weeks(after)),
    text,
    caseId,
  });
  const written = PRACTICE_CASES.find((one) => Object.keys(one.anchors)[0] === competency);
  const tries = (['plan.practice-1', 'plan.practice-2', 'plan.practice-3'] as const).flatMap((key, at) => [
    at === 0 && written
      ? step('practice', rules[key], `In writing first: ${written.title}.`, written.caseId)
      : step('practice', rules[key], PRACTICES[competency]),
    step('feedback', rules[key], at === 2 ? 'What has become habit, what not: with the mentor.' : FEEDBACK),
  ]);
  return [
    step('measure-before', 0, 'A view of somebody else before it begins.'),
    step('training', 0, training.title),
    ...tries,
    step('measure-after', rules['plan.measure-after'], 'The same question to the same people again.'),
  ];
}

const FEEDBACK = 'Feedback in the same week: what worked, one thing to try differently.';
