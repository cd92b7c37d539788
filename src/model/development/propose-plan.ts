import type { Day } from '../../base/time.ts';
import type { Course, NewPlan, NewStep, PlanNeed, PlanPath } from '../../records/development/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { DevelopmentRules } from '../../records/playbook/development-values.ts';
import { type PlanInput, type PlannedNeed, planDevelopment } from './plan.ts';
import type { Aim } from './plan-aims.ts';
import type { Training } from './trainings.ts';

/** Whose plan it is and what it is worked out from. */
export type Proposing = {
  personId: PersonId;
  /** Who leads them directly, for views and feedback; null: nobody. */
  leadId: PersonId | null;
  path: PlanPath;
  aim: Pick<Aim, 'seatId' | 'targets'>;
  startsOn: Day;
  strengths: PlanInput['strengths'];
  /** The firm's own that are offered. */
  courses: readonly Course[];
};

/** How an own course is called among trainings. */
const OWN = 'own/';

/** What a plan is worked out from. */
export function planInputOf({ personId, path, aim, startsOn, strengths, courses }: Proposing): PlanInput {
  const own = courses.map(
    ({ courseId, title, competency, hours }): Training => ({
      ...{ title, competency, hours },
      trainingId: `${OWN}${courseId}`,
      origin: 'own',
    }),
  );
  return { personId, path, starts: startsOn, targets: aim.targets, strengths, courses: own };
}

/** A plan as it is kept, from gaps. It may hold no need: then nothing is missing, or nothing is known. */
export function proposePlan(
  about: Proposing,
  by: { proposedBy: PersonId | null; proposedOn: Day },
  rules: DevelopmentRules,
): NewPlan {
  const { personId, path, needs, later, toFindOut } = planDevelopment(planInputOf(about), rules);
  return {
    ...{ personId, path, later, toFindOut },
    seatId: about.aim.seatId,
    startsOn: about.startsOn,
    ...by,
    needs: needs.map((need) => needOf(need)),
    steps: needs.flatMap((need) => stepsOf(need, about)),
  };
}

/** A need as it is kept. */
export function needOf(need: PlannedNeed, because: PlanNeed['because'] = need.because): PlanNeed {
  const { competency, target, gap, chanceShort, training, practice } = need;
  return {
    ...{ competency, because, target, chanceShort, practice },
    gap: gap && { mean: gap.mean, low: gap.low, high: gap.high },
    courseId: training.origin === 'own' ? Number(training.trainingId.slice(OWN.length)) : null,
    training: training.title,
    hours: training.hours,
  };
}

/** Steps as they are kept: the person learns and tries; views and feedback are for whoever leads them to see to. */
export function stepsOf(
  { competency, steps }: PlannedNeed,
  { personId, leadId }: Pick<Proposing, 'personId' | 'leadId'>,
): NewStep[] {
  return steps.map(({ kind, day, text, caseId }) => ({
    ...{ competency, kind, day, text, caseId },
    ownerId: kind === 'training' || kind === 'practice' ? personId : (leadId ?? personId),
  }));
}
