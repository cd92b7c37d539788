import { sql } from 'kysely';
import type { Day } from '../../base/time.ts';
import type { Hours, Level, Share } from '../../base/units.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { PersonId, SeatId } from '../people/types.ts';
import type { Competency } from '../voice/types.ts';
import type { NewPlan, NewStep, Plan, PlanCount, PlanHead, PlanNeed, PlanPath, PlanState } from './types.ts';

/** Plans that the actor may read, the newest of a person first; of one person, or of everybody. */
export async function readPlanHeads(db: Db, of: { personId?: PersonId } = {}): Promise<PlanHead[]> {
  const rows = await db
    .selectFrom('development_plan')
    .selectAll()
    .$if(of.personId !== undefined, (query) => query.where('person_id', '=', of.personId!))
    .orderBy('plan_id', 'desc')
    .execute();
  return rows.map((row) => ({
    planId: row.plan_id,
    personId: row.person_id as PersonId,
    path: row.path as PlanPath,
    seatId: row.seat_id as SeatId | null,
    startsOn: row.starts_on as Day,
    state: row.state as PlanState,
    proposedOn: row.proposed_on as Day,
    proposedBy: row.proposed_by as PersonId | null,
    personAgreedOn: row.person_agreed_on as Day | null,
    notedBy: row.noted_by as PersonId | null,
    leadAgreedOn: row.lead_agreed_on as Day | null,
    leadId: row.lead_id as PersonId | null,
    closedOn: row.closed_on as Day | null,
    later: row.later as Competency[],
    toFindOut: row.to_find_out as Competency[],
  }));
}

/** How far each open plan has come that the actor may read. */
export async function countPlanSteps(db: Db): Promise<PlanCount[]> {
  const { rows } = await sql<PlanCount>`
    select p.plan_id as "planId", count(*) filter (where s.state = 'open') as open,
      count(*) filter (where s.state = 'done') as done, count(*) filter (where s.state = 'dropped') as dropped,
      min(s.day) filter (where s.state = 'open') as next
    from development_plan p left join plan_step s using (org_id, plan_id)
    where p.state in ('proposed', 'agreed') group by p.plan_id order by p.plan_id`.execute(db);
  return rows;
}

/** What is in a plan. */
export async function readPlan(db: Db, head: PlanHead): Promise<Plan> {
  const { planId } = head;
  const needs = await db
    .selectFrom('plan_need')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('place')
    .orderBy('competency')
    .execute();
  const steps = await db
    .selectFrom('plan_step')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('day')
    .orderBy('step_id')
    .execute();
  const feedback = await db
    .selectFrom('plan_feedback')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('day', 'desc')
    .orderBy('feedback_id', 'desc')
    .execute();
  return {
    ...head,
    needs: needs.map(toNeed),
    steps: steps.map((row) => ({
      stepId: row.step_id,
      planId,
      competency: row.competency as Competency,
      kind: row.kind as Plan['steps'][number]['kind'],
      day: row.day as Day,
      firstDay: row.first_day as Day | null,
      text: row.text,
      caseId: row.case_id,
      ownerId: row.owner_id as PersonId | null,
      state: row.state as 'open' | 'done' | 'dropped',
      closedOn: row.closed_on as Day | null,
      reason: row.reason,
    })),
    feedback: feedback.map((row) => ({
      feedbackId: row.feedback_id,
      planId,
      competency: row.competency as Competency,
      authorId: row.author_id as PersonId | null,
      day: row.day as Day,
      worked: row.worked,
      differently: row.differently,
    })),
  };
}

type NeedRow = {
  competency: string;
  because: string;
  target: number | null;
  gap: number | null;
  gap_low: number | null;
  gap_high: number | null;
  chance_short: number | null;
  course_id: number | null;
  training: string;
  hours: number | null;
  practice: string;
};

const toNeed = (row: NeedRow): PlanNeed => ({
  competency: row.competency as Competency,
  because: row.because as PlanNeed['because'],
  target: row.target as Level | null,
  gap: row.gap === null ? null : { mean: row.gap, low: row.gap_low!, high: row.gap_high! },
  chanceShort: row.chance_short as Share | null,
  courseId: row.course_id,
  training: row.training,
  hours: row.hours as Hours | null,
  practice: row.practice,
});

/** Keeps a proposed plan; one of the same person that still waits, or was declined, gives way to it. */
export async function insertPlan(db: Db, plan: NewPlan): Promise<number> {
  await db
    .deleteFrom('development_plan')
    .where('person_id', '=', plan.personId)
    .where('state', 'in', ['proposed', 'declined'])
    .execute();
  const row = await db
    .insertInto('development_plan')
    .values({
      person_id: plan.personId,
      path: plan.path,
      seat_id: plan.seatId,
      starts_on: plan.startsOn,
      proposed_on: plan.proposedOn,
      proposed_by: plan.proposedBy,
      later: plan.later,
      to_find_out: plan.toFindOut,
    })
    .returning('plan_id')
    .executeTakeFirstOrThrow();
  await insertNeeds(db, row.plan_id, plan.needs);
  await insertSteps(db, row.plan_id, plan.steps);
  return row.plan_id;
}

/** Adds needs to a plan, behind those that are there. */
export async function insertNeeds(db: Db, planId: number, needs: readonly PlanNeed[]): Promise<void> {
  if (needs.length === 0) return;
  const there = await db
    .selectFrom('plan_need')
    .select((one) => one.fn.max('place').as('last'))
    .where('plan_id', '=', planId)
    .executeTakeFirst();
  const first = (there?.last ?? -1) + 1;
  await db
    .insertInto('plan_need')
    .values(
      needs.map((need, at) => ({
        plan_id: planId,
        competency: need.competency,
        place: first + at,
        because: need.because,
        target: need.target,
        gap: need.gap?.mean ?? null,
        gap_low: need.gap?.low ?? null,
        gap_high: need.gap?.high ?? null,
        chance_short: need.chanceShort,
        course_id: need.courseId,
        training: need.training,
        hours: need.hours,
        practice: need.practice,
      })),
    )
    .execute();
}

/** Adds steps to a plan. */
export async function insertSteps(db: Db, planId: number, steps: readonly NewStep[]): Promise<void> {
  if (steps.length === 0) return;
  await db
    .insertInto('plan_step')
    .values(
      steps.map(({ competency, kind, day, text, caseId, ownerId }) => ({
        plan_id: planId,
        competency,
        kind,
        day,
        text,
        case_id: caseId,
        owner_id: ownerId,
      })),
    )
    .execute();
}

/** What somebody said to a plan, or that it is over. */
export type PlanWord = Partial<
  Pick<PlanHead, 'state' | 'personAgreedOn' | 'notedBy' | 'leadAgreedOn' | 'leadId' | 'closedOn'>
>;

/** Keeps a word to a plan. */
export async function savePlanWord(db: Db, planId: number, word: PlanWord): Promise<void> {
  await db
    .updateTable('development_plan')
    .set({
      ...(word.state !== undefined && { state: word.state }),
      ...(word.personAgreedOn !== undefined && { person_agreed_on: word.personAgreedOn }),
      ...(word.notedBy !== undefined && { noted_by: word.notedBy }),
      ...(word.leadAgreedOn !== undefined && { lead_agreed_on: word.leadAgreedOn }),
      ...(word.leadId !== undefined && { lead_id: word.leadId }),
      ...(word.closedOn !== undefined && { closed_on: word.closedOn }),
    })
    .where('plan_id', '=', planId)
    .execute();
}

/** Empties a plan: nothing of what it proposed is kept. */
export async function emptyPlan(db: Db, planId: number): Promise<void> {
  await db.deleteFrom('plan_need').where('plan_id', '=', planId).execute();
  await db.updateTable('development_plan').set({ later: [], to_find_out: [] }).where('plan_id', '=', planId).execute();
}

/** Removes a plan. */
export async function deletePlan(db: Db, planId: number): Promise<void> {
  await db.deleteFrom('development_plan').where('plan_id', '=', planId).execute();
}
