import { Refusal } from '../../base/errors.ts';
import { addDays, type Day, daysBetween } from '../../base/time.ts';
import { FROM_THE_START, planOneNeed } from '../../model/development/plan.ts';
import { needOf, planInputOf, stepsOf } from '../../model/development/propose-plan.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readCourses } from '../../records/development/course.store.ts';
import { insertNeeds, insertSteps, savePlanWord } from '../../records/development/plan.store.ts';
import {
  deleteFeedback,
  deleteNeed,
  insertFeedback,
  type StepChange,
  updateNeed,
  updateStep,
} from '../../records/development/step.store.ts';
import type { KeptStep, Plan } from '../../records/development/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Competency } from '../../records/voice/types.ts';
import type { ShownPlan } from './contract.ts';
import { aimsOf, type Loaded, load, openPlan, seenPerson } from './loading.actions.ts';
import { proposing } from './propose.actions.ts';
import { show } from './show.actions.ts';

type Changing = { id: PersonId; plan: Plan; loaded: Loaded; today: Day };

/** Changes the open plan of somebody and shows it. What another changes in a proposal, its person is asked about anew. */
async function change(
  ctx: FirmContext,
  personId: number,
  work: (about: Changing) => Promise<void>,
): Promise<ShownPlan> {
  const loaded = await load(ctx, personId === ctx.personId);
  const id = await seenPerson(ctx, personId, loaded);
  const plan = await openPlan(ctx, id);
  await work({ id, plan, loaded, today: loaded.situation.structure.day });
  if (plan.state === 'proposed' && plan.personAgreedOn !== null && id !== ctx.personId)
    await savePlanWord(ctx.db, plan.planId, { personAgreedOn: null, notedBy: null });
  return show(ctx, id, loaded);
}

type OfNeed = { personId: number; competency: Competency };

/** Puts something to grow in into a plan, to begin after what is in it. */
export const putIn = (ctx: FirmContext, { personId, competency }: OfNeed) =>
  change(ctx, personId, async ({ id, plan, loaded, today }) => {
    const { playbook } = loaded.situation;
    if (plan.needs.some((one) => one.competency === competency))
      throw new Refusal('conflict', 'This is in the plan already.', { field: 'competency' });
    const most = Math.max(FROM_THE_START[plan.path].length, Math.round(playbook['plan.needs-most']));
    if (plan.needs.length >= most)
      throw new Refusal('conflict', `A plan with more than ${most} needs is not followed: take one out first.`, {
        field: 'competency',
      });
    const aims = aimsOf(id, loaded);
    const aim = aims.find(({ seatId }) => seatId === plan.seatId) ?? { seatId: null, targets: {} };
    const trainings = plan.steps.filter(({ kind }) => kind === 'training').map(({ day }) => day);
    const apart = Math.round(7 * playbook['plan.needs-apart']);
    const startsOn = [today, ...trainings.map((day) => addDays(day, apart))].sort().at(-1)!;
    const about = await proposing(ctx, loaded, { personId: id, path: plan.path, aim, startsOn });
    const need = planOneNeed(competency, planInputOf(about), playbook);
    await insertNeeds(ctx.db, plan.planId, [needOf(need, 'asked')]);
    await insertSteps(ctx.db, plan.planId, stepsOf(need, about));
  });

type NeedChange = OfNeed & { courseId: number | null; training: string; practice: string };

/** Chooses another training, one of the firm's own or in one's own words, or another practice. */
export const rewriteNeed = (ctx: FirmContext, { personId, competency, courseId, training, practice }: NeedChange) =>
  change(ctx, personId, async ({ plan }) => {
    const need = needIn(plan, competency);
    const course = courseId === null ? null : (await readCourses(ctx.db)).find((one) => one.courseId === courseId);
    if (course === undefined)
      throw new Refusal('not-found', 'There is no such course in this firm.', { field: 'courseId' });
    const same = course === null && training === need.training;
    await updateNeed(ctx.db, plan.planId, {
      competency,
      courseId,
      training: course?.title ?? training,
      hours: course?.hours ?? (same ? need.hours : null),
      practice,
    });
  });

/** Takes something to grow in out of a plan, with its steps. */
export const takeOut = (ctx: FirmContext, { personId, competency }: OfNeed) =>
  change(ctx, personId, async ({ plan }) => {
    needIn(plan, competency);
    if (plan.needs.length === 1)
      throw new Refusal('conflict', 'Nothing would be left of the plan: end it, or take the proposal back.', {
        field: 'competency',
      });
    await deleteNeed(ctx.db, plan.planId, competency);
  });

function needIn(plan: Plan, competency: Competency) {
  const need = plan.needs.find((one) => one.competency === competency);
  if (need) return need;
  throw new Refusal('not-found', 'This is not in the plan.', { field: 'competency' });
}

type StepInput = {
  personId: number;
  stepId: number;
  change: 'done' | 'move' | 'drop' | 'open';
  day?: string | null | undefined;
  reason?: string | null | undefined;
};

/** A step is done, moved, dropped or opened again. */
export const changeOneStep = (ctx: FirmContext, input: StepInput) =>
  change(ctx, input.personId, async ({ plan, today }) => {
    const step = plan.steps.find(({ stepId }) => stepId === input.stepId);
    if (!step) throw new Refusal('not-found', 'There is no such step in this plan.', { field: 'stepId' });
    await updateStep(ctx.db, step.stepId, changeOf(step, input, { plan, today }));
  });

const MOST_MOVED = 731;

function changeOf(step: KeptStep, input: StepInput, { plan, today }: { plan: Plan; today: Day }): StepChange {
  const { change, reason = null } = input;
  const day = (input.day ?? today) as Day;
  const isUnderWay = plan.state === 'agreed';
  switch (change) {
    case 'done':
      if (!isUnderWay)
        throw new Refusal('conflict', 'The plan isn’t agreed yet: nothing of it can be done.', { field: 'change' });
      if (day > today) throw new Refusal('bad-input', 'Choose a day up to today.', { field: 'day' });
      return { state: 'done', closedOn: day, reason: null };
    case 'drop':
      return { state: 'dropped', closedOn: today, reason };
    case 'open':
      return { state: 'open', closedOn: null, reason: null };
    case 'move':
      if (day < today || daysBetween(today, day) > MOST_MOVED)
        throw new Refusal('bad-input', 'Choose a day from today on, within two years.', { field: 'day' });
      if (isUnderWay && !reason)
        throw new Refusal('bad-input', 'Say why it moves: the plan was agreed.', { field: 'reason' });
      return { state: 'open', closedOn: null, day, reason, ...(isUnderWay && { firstDay: step.firstDay ?? step.day }) };
  }
}

type Feedback = OfNeed & { worked: string; differently: string; stepId?: number | null | undefined };

/** What worked in a try, and one thing to do differently; the step that planned it is done. */
export const sayFeedback = (ctx: FirmContext, { personId, competency, worked, differently, stepId }: Feedback) =>
  change(ctx, personId, async ({ plan, today }) => {
    needIn(plan, competency);
    if (plan.state !== 'agreed')
      throw new Refusal('conflict', 'The plan isn’t agreed yet: there is nothing to give feedback to.', {
        field: 'personId',
      });
    const { planId } = plan;
    const authorId = ctx.personId as PersonId | null;
    await insertFeedback(ctx.db, {
      ...{ planId, competency, authorId, day: today },
      worked: worked || null,
      differently: differently || null,
    });
    const step = plan.steps.find((one) => one.stepId === stepId && one.kind === 'feedback' && one.state === 'open');
    if (step) await updateStep(ctx.db, step.stepId, { state: 'done', closedOn: today, reason: null });
  });

/** Takes one's own feedback back. */
export const removeFeedback = (ctx: FirmContext, { personId, feedbackId }: { personId: number; feedbackId: number }) =>
  change(ctx, personId, async ({ plan: { planId } }) => {
    const authorId = ctx.personId as PersonId | null;
    if (!(await deleteFeedback(ctx.db, { planId, feedbackId, authorId })))
      throw new Refusal('not-found', 'There is no such feedback of yours.', { field: 'feedbackId' });
  });
