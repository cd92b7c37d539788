import { assert } from '../../base/assert.ts';
import { directLeads, findLeads } from '../../model/cards/leads.ts';
import { findAims } from '../../model/development/plan-aims.ts';
import { proposePlan } from '../../model/development/propose-plan.ts';
import { strengthsOf } from '../../model/profile.ts';
import { readChart } from '../../model/structure.ts';
import { STORY_DAY } from '../../model/world/cast.ts';
import { GROWING } from '../../model/world/growing.ts';
import type { PlanStory, StoryStep } from '../../model/world/growing-types.ts';
import type { Db } from '../../platform/db/connect.ts';
import { saveCompletions } from '../../records/development/completion.store.ts';
import { readCourses, saveCourses } from '../../records/development/course.store.ts';
import { emptyPlan, insertPlan, readPlan, readPlanHeads, savePlanWord } from '../../records/development/plan.store.ts';
import { insertAnswer, saveScores } from '../../records/development/practice.store.ts';
import { insertFeedback, updateStep } from '../../records/development/step.store.ts';
import type { Course, KeptStep } from '../../records/development/types.ts';
import { readSituation } from '../../records/firm/store.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Competency } from '../../records/voice/types.ts';
import type { SampleName } from './contract.ts';

/** Fills a sample with how its people grow, in the program's standing: courses, plans as the model proposes them, practice. */
export async function fillGrowing(db: Db, sample: SampleName, personId: ReadonlyMap<string, PersonId>): Promise<void> {
  const story = GROWING[sample];
  const idOf = (name: string) => {
    const id = personId.get(name.toLowerCase());
    assert(id !== undefined, `${name} is nobody of ${sample}`);
    return id;
  };
  await saveCourses(
    db,
    story.courses.map((course) => ({ ...course, courseId: null })),
  );
  const courses = await readCourses(db);
  const courseOf = new Map(courses.map(({ title, courseId }) => [title, courseId]));
  await saveCompletions(
    db,
    story.completions.map(([name, title, doneOn]) => ({
      ...{ personId: idOf(name), courseId: courseOf.get(title)!, doneOn },
      source: 'file',
    })),
  );
  await fillPlans(db, story.plans, { courses, idOf });
  for (const { person, caseId, text, writtenOn, reader, scored } of story.answers) {
    const answer = { personId: idOf(person), caseId, text, writtenOn, scorerId: idOf(reader), sentOn: writtenOn };
    const answerId = await insertAnswer(db, answer);
    if (!scored) continue;
    const scores = Object.entries(scored.levels).map(([key, level]) => ({ competency: key as Competency, level }));
    await saveScores(
      db,
      { ...answer, answerId },
      { scorerId: answer.scorerId, day: scored.on, note: scored.note, scores },
    );
  }
}

type Known = { courses: readonly Course[]; idOf(name: string): PersonId };

async function fillPlans(db: Db, stories: readonly PlanStory[], { courses, idOf }: Known): Promise<void> {
  const situation = await readSituation(db, STORY_DAY, 'themselves');
  const { playbook, structure } = situation;
  const chart = readChart(structure);
  const { people } = strengthsOf(situation);
  const leads = directLeads(findLeads(chart));
  for (const story of stories) {
    const personId = idOf(story.person);
    const { sides, competencies } = people.get(personId)!;
    const aims = findAims(chart.person.get(personId)!, { chart, playbook, sides, candidateFor: [] });
    const aim = aims.find(({ because }) => because === story.aim);
    assert(aim, `${story.person} can't aim at this`);
    const leadId = story.feedbackBy === undefined ? (leads.get(personId)?.leadId ?? null) : idOf(story.feedbackBy);
    const about = {
      personId,
      leadId,
      path: story.path,
      aim,
      startsOn: story.startsOn,
      strengths: competencies,
      courses,
    };
    const by = { proposedBy: idOf(story.proposedBy), proposedOn: story.proposedOn };
    const proposed = proposePlan(about, by, playbook);
    const isKept = ({ competency }: { competency: Competency }) => !story.leftOut?.includes(competency);
    const planId = await insertPlan(db, {
      ...proposed,
      needs: proposed.needs.filter(isKept),
      steps: proposed.steps.filter(isKept),
    });
    await tellOn(db, planId, story, idOf);
  }
}

/** What became of a plan since it was proposed. */
async function tellOn(db: Db, planId: number, story: PlanStory, idOf: Known['idOf']): Promise<void> {
  const { personAgreedOn, leadAgreedOn, declinedOn } = story;
  if (declinedOn) {
    await emptyPlan(db, planId);
    await savePlanWord(db, planId, { state: 'declined', closedOn: declinedOn });
    return;
  }
  if (!personAgreedOn) return;
  await savePlanWord(db, planId, {
    personAgreedOn,
    ...(leadAgreedOn && { leadAgreedOn, leadId: idOf(story.lead!), state: 'agreed' }),
  });
  const head = (await readPlanHeads(db)).find((one) => one.planId === planId)!;
  const { steps } = await readPlan(db, head);
  for (const { on, ...of } of story.done ?? [])
    await updateStep(db, stepOf(steps, of).stepId, { state: 'done', closedOn: on });
  for (const { to, reason, ...of } of story.moved ?? []) {
    const { stepId, day } = stepOf(steps, of);
    await updateStep(db, stepId, { day: to, firstDay: day, reason });
  }
  for (const { author, ...said } of story.feedback ?? [])
    await insertFeedback(db, { ...said, planId, authorId: idOf(author) });
}

function stepOf(steps: readonly KeptStep[], { competency, kind, nth = 0 }: StoryStep): KeptStep {
  const step = steps.filter((one) => one.competency === competency && one.kind === kind)[nth];
  assert(step, `there is no ${kind} ${nth} of ${competency} in this plan`);
  return step;
}
