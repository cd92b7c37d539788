import { sql } from 'kysely';
import type { Day } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { PersonId } from '../people/types.ts';
import type { Competency } from '../voice/types.ts';
import type { KeptStep, PlanFeedback, PlanNeed, PlanStepDue } from './types.ts';

/** What becomes of a step. */
export type StepChange = Partial<
  Pick<KeptStep, 'day' | 'firstDay' | 'text' | 'ownerId' | 'state' | 'closedOn' | 'reason'>
>;

/** Changes a step; false: the actor sees none of this number. */
export async function updateStep(db: Db, stepId: number, change: StepChange): Promise<boolean> {
  const row = await db
    .updateTable('plan_step')
    .set({
      ...(change.day !== undefined && { day: change.day }),
      ...(change.firstDay !== undefined && { first_day: change.firstDay }),
      ...(change.text !== undefined && { text: change.text }),
      ...(change.ownerId !== undefined && { owner_id: change.ownerId }),
      ...(change.state !== undefined && { state: change.state }),
      ...(change.closedOn !== undefined && { closed_on: change.closedOn }),
      ...(change.reason !== undefined && { reason: change.reason }),
    })
    .where('step_id', '=', stepId)
    .returning('step_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes a need out of a plan, with its steps. */
export async function deleteNeed(db: Db, planId: number, competency: Competency): Promise<boolean> {
  const row = await db
    .deleteFrom('plan_need')
    .where('plan_id', '=', planId)
    .where('competency', '=', competency)
    .returning('competency')
    .executeTakeFirst();
  return row !== undefined;
}

/** Changes the training and the practice of a need, and what the steps for them say. */
export async function updateNeed(
  db: Db,
  planId: number,
  {
    competency,
    courseId,
    training,
    hours,
    practice,
  }: Pick<PlanNeed, 'competency' | 'courseId' | 'training' | 'hours' | 'practice'>,
): Promise<void> {
  await sql`
    with before as (select practice from plan_need where plan_id = ${planId} and competency = ${competency}),
    changed as (
      update plan_need set course_id = ${courseId}, training = ${training}, hours = ${hours}, practice = ${practice}
      where plan_id = ${planId} and competency = ${competency})
    update plan_step s set text = case s.kind when 'training' then ${training} else ${practice} end
    from before b where s.plan_id = ${planId} and s.competency = ${competency} and s.state = 'open'
      and (s.kind = 'training' or s.kind = 'practice' and s.text = b.practice)`.execute(db);
}

/** Keeps what somebody says of a try. */
export async function insertFeedback(db: Db, feedback: Omit<PlanFeedback, 'feedbackId'>): Promise<void> {
  await db
    .insertInto('plan_feedback')
    .values({
      plan_id: feedback.planId,
      competency: feedback.competency,
      author_id: feedback.authorId,
      day: feedback.day,
      worked: feedback.worked,
      differently: feedback.differently,
    })
    .execute();
}

/** Takes one's own feedback back; false: it is none of this author's. Null: whoever holds the server. */
export async function deleteFeedback(
  db: Db,
  { planId, feedbackId, authorId }: { planId: number; feedbackId: number; authorId: PersonId | null },
): Promise<boolean> {
  const row = await db
    .deleteFrom('plan_feedback')
    .where('plan_id', '=', planId)
    .where('feedback_id', '=', feedbackId)
    .where('author_id', authorId === null ? 'is' : '=', authorId)
    .returning('feedback_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Open steps of plans that are under way and due by a day, of everybody whom the actor sees; the longest due first. */
export async function readDuePlanSteps(db: Db, day: Day): Promise<PlanStepDue[]> {
  const rows = await db
    .selectFrom('plan_step as s')
    .innerJoin('development_plan as p', (join) =>
      join.onRef('p.org_id', '=', 's.org_id').onRef('p.plan_id', '=', 's.plan_id'),
    )
    .select(['s.step_id', 's.competency', 's.kind', 's.day', 's.text', 's.case_id', 's.owner_id', 'p.person_id'])
    .where('p.state', '=', 'agreed')
    .where('s.state', '=', 'open')
    .where('s.day', '<=', day)
    .where('s.owner_id', 'is not', null)
    .orderBy('s.day')
    .orderBy('s.step_id')
    .execute();
  return rows.map((row) => ({
    stepId: row.step_id,
    competency: row.competency as Competency,
    kind: row.kind as PlanStepDue['kind'],
    day: row.day as Day,
    text: row.text,
    caseId: row.case_id,
    ownerId: row.owner_id as PersonId,
    personId: row.person_id as PersonId,
  }));
}

/** Closes the open training steps of these people for these courses: they completed them. In the program's standing. */
export async function closeTrainings(
  db: Db,
  done: readonly { personId: PersonId; courseId: number; doneOn: Day }[],
): Promise<void> {
  await sql`
    update plan_step s set state = 'done', closed_on = d."doneOn"
    from jsonb_to_recordset(${JSON.stringify(done)}::jsonb) as d ("personId" bigint, "courseId" bigint, "doneOn" date)
      join development_plan p on p.person_id = d."personId" and p.state = 'agreed'
      join plan_need n on n.org_id = p.org_id and n.plan_id = p.plan_id and n.course_id = d."courseId"
    where s.org_id = n.org_id and s.plan_id = n.plan_id and s.competency = n.competency
      and s.kind = 'training' and s.state = 'open'`.execute(db);
}

/** Closes steps of one's own plan that a written answer is for: the practice once it is sent, the feedback once it is scored. */
export async function closeCaseSteps(
  db: Db,
  { personId, caseId, kind, day }: { personId: PersonId; caseId: string; kind: 'practice' | 'feedback'; day: Day },
): Promise<void> {
  // The feedback to a try is planned for the same day as the try itself.
  await sql`
    update plan_step s set state = 'done', closed_on = ${day}
    from plan_step tried join development_plan p
      on p.org_id = tried.org_id and p.plan_id = tried.plan_id and p.person_id = ${personId} and p.state = 'agreed'
    where tried.case_id = ${caseId} and s.org_id = tried.org_id and s.plan_id = tried.plan_id and s.state = 'open'
      and s.competency = tried.competency and s.kind = ${kind}
      and case ${kind}::text when 'practice' then s.step_id = tried.step_id
        else s.step_id = (select f.step_id from plan_step f where f.org_id = tried.org_id and f.plan_id = tried.plan_id
          and f.competency = tried.competency and f.kind = 'feedback' and f.step_id > tried.step_id
          order by f.step_id limit 1) end`.execute(db);
}

/** What a lead says to a card about a step of a plan is said of the step: done, or open again on the same day. */
export async function answerStepOfCard(
  db: Db,
  { cardId, isDone, day }: { cardId: number; isDone: boolean; day: Day },
): Promise<void> {
  const before = isDone ? sql`s.state = 'open'` : sql`s.state = 'done' and s.closed_on = ${day}`;
  await sql`
    update plan_step s set state = ${isDone ? 'done' : 'open'}, closed_on = ${isDone ? day : null}::date
    from card c where c.card_id = ${cardId} and c.subject = 'plan-step/' || s.step_id and ${before}`.execute(db);
}
