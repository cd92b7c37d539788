import type { Day, Instant } from '../../src/base/time.ts';
import { hours, share } from '../../src/base/units.ts';
import { endToken, insertToken, listTokens, touchToken } from '../../src/platform/sign-in/token.store.ts';
import {
  countCompletions,
  deleteWaiting,
  readCompletions,
  readKnownCompletions,
  readWaitingCompletions,
  saveCompletions,
  saveWaiting,
} from '../../src/records/development/completion.store.ts';
import { readCourses, retireCourse, saveCourses } from '../../src/records/development/course.store.ts';
import {
  countPlanSteps,
  deletePlan,
  emptyPlan,
  insertNeeds,
  insertPlan,
  insertSteps,
  readPlan,
  readPlanHeads,
  savePlanWord,
} from '../../src/records/development/plan.store.ts';
import {
  deleteAnswer,
  insertAnswer,
  readAnswers,
  saveScores,
  updateAnswer,
} from '../../src/records/development/practice.store.ts';
import {
  countWaitedStatements,
  readStatements,
  saveStatements,
  takeStatementTurn,
  voidStatements,
} from '../../src/records/development/statement.store.ts';
import {
  answerStepOfCard,
  closeCaseSteps,
  closeTrainings,
  deleteFeedback,
  deleteNeed,
  insertFeedback,
  readDuePlanSteps,
  updateNeed,
  updateStep,
} from '../../src/records/development/step.store.ts';
import type { NewPlan, PlanHead, PlanNeed } from '../../src/records/development/types.ts';

import { type Call, type Ids, person } from './store-call.ts';

const FIRST = 1;
const AT = 0 as Instant;
const STATEMENT = '6690e6c9-3ef0-4ed3-8b37-7f3964730bee';

const NEED: PlanNeed = {
  ...{ competency: 'conflict', because: 'asked', target: null, gap: null, chanceShort: share(0.5) },
  ...{ courseId: null, training: 'Stolen', hours: hours(1), practice: 'Stolen' },
};
const step = (ids: Ids, day: Day) => ({
  ...{ competency: 'conflict' as const, kind: 'practice' as const, day, text: 'Stolen', caseId: null },
  ownerId: person(ids),
});
const plan = (ids: Ids, day: Day): NewPlan => ({
  ...{ personId: person(ids), path: 'technical-lead', seatId: null, startsOn: day, proposedOn: day },
  ...{ proposedBy: null, later: [], toFindOut: [], needs: [NEED], steps: [step(ids, day)] },
});
const completion = (ids: Ids, day: Day) => ({
  ...{ personId: person(ids), courseId: FIRST, doneOn: day },
  source: 'file' as const,
});

const records = 'src/records/development';
const tokens = 'src/platform/sign-in/token.store.ts';

/** Stores of plans, courses and practice, called by one firm with another's numbers. */
export const GROWING_CALLS: Record<string, Call> = {
  [`${records}/plan.store.ts: readPlanHeads`]: (db) => readPlanHeads(db),
  [`${records}/plan.store.ts: countPlanSteps`]: (db) => countPlanSteps(db),
  [`${records}/plan.store.ts: readPlan`]: (db) => readPlan(db, { planId: FIRST } as PlanHead),
  [`${records}/plan.store.ts: insertPlan`]: (db, ids, day) => insertPlan(db, plan(ids, day)),
  [`${records}/plan.store.ts: insertNeeds`]: (db) => insertNeeds(db, FIRST, [NEED]),
  [`${records}/plan.store.ts: insertSteps`]: (db, ids, day) => insertSteps(db, FIRST, [step(ids, day)]),
  [`${records}/plan.store.ts: savePlanWord`]: (db, _, day) =>
    savePlanWord(db, FIRST, { state: 'ended', closedOn: day }),
  [`${records}/plan.store.ts: emptyPlan`]: (db) => emptyPlan(db, FIRST),
  [`${records}/plan.store.ts: deletePlan`]: (db) => deletePlan(db, FIRST),
  [`${records}/step.store.ts: updateStep`]: (db) => updateStep(db, FIRST, { text: 'Stolen' }),
  [`${records}/step.store.ts: deleteNeed`]: (db) => deleteNeed(db, FIRST, 'communication'),
  [`${records}/step.store.ts: updateNeed`]: (db) => updateNeed(db, FIRST, { ...NEED, competency: 'communication' }),
  [`${records}/step.store.ts: insertFeedback`]: (db, ids, day) =>
    insertFeedback(db, {
      ...{ planId: FIRST, competency: 'communication', authorId: person(ids), day },
      ...{ worked: 'Stolen', differently: null },
    }),
  [`${records}/step.store.ts: deleteFeedback`]: (db) =>
    deleteFeedback(db, { planId: FIRST, feedbackId: FIRST, authorId: null }),
  [`${records}/step.store.ts: readDuePlanSteps`]: (db) => readDuePlanSteps(db, '2999-12-31' as Day),
  [`${records}/step.store.ts: closeTrainings`]: (db, ids, day) => closeTrainings(db, [completion(ids, day)]),
  [`${records}/step.store.ts: closeCaseSteps`]: (db, ids, day) =>
    closeCaseSteps(db, { personId: person(ids), caseId: 'conversation/outage-update', kind: 'practice', day }),
  [`${records}/step.store.ts: answerStepOfCard`]: (db, _, day) =>
    answerStepOfCard(db, { cardId: FIRST, isDone: true, day }),
  [`${records}/course.store.ts: readCourses`]: (db) => readCourses(db),
  [`${records}/course.store.ts: saveCourses`]: (db) =>
    saveCourses(db, [
      { courseId: FIRST, code: null, title: 'Stolen', competency: 'depth', hours: hours(1), activity: null },
    ]),
  [`${records}/course.store.ts: retireCourse`]: (db, _, day) => retireCourse(db, FIRST, day),
  [`${records}/completion.store.ts: countCompletions`]: (db) => countCompletions(db),
  [`${records}/completion.store.ts: readCompletions`]: (db, ids) => readCompletions(db, person(ids)),
  [`${records}/completion.store.ts: readKnownCompletions`]: (db, ids) => readKnownCompletions(db, [person(ids)]),
  [`${records}/completion.store.ts: saveCompletions`]: (db, ids, day) => saveCompletions(db, [completion(ids, day)]),
  [`${records}/completion.store.ts: readWaitingCompletions`]: (db) => readWaitingCompletions(db),
  [`${records}/completion.store.ts: saveWaiting`]: (db, _, day) =>
    saveWaiting(
      db,
      [{ who: 'Jake Morley', what: 'C-1', title: null, doneOn: day, source: 'file', statementId: null }],
      AT,
    ),
  [`${records}/completion.store.ts: deleteWaiting`]: (db) => deleteWaiting(db, [FIRST]),
  [`${records}/statement.store.ts: takeStatementTurn`]: (db) => takeStatementTurn(db),
  [`${records}/statement.store.ts: readStatements`]: (db) => readStatements(db, [STATEMENT]),
  [`${records}/statement.store.ts: saveStatements`]: (db, ids, day) =>
    saveStatements(
      db,
      [
        {
          ...{ statementId: STATEMENT, fingerprint: 'f'.repeat(64), became: 'counted' },
          ...{ personId: ids.person, courseId: FIRST, doneOn: day },
        },
      ],
      AT,
    ),
  [`${records}/statement.store.ts: voidStatements`]: (db) => voidStatements(db, [STATEMENT], AT),
  [`${records}/statement.store.ts: countWaitedStatements`]: (db, ids, day) =>
    countWaitedStatements(db, [{ statementId: STATEMENT, personId: ids.person, courseId: FIRST, doneOn: day }]),
  [`${records}/practice.store.ts: readAnswers`]: (db) => readAnswers(db),
  [`${records}/practice.store.ts: insertAnswer`]: (db, ids, day) =>
    insertAnswer(db, {
      ...{ personId: person(ids), caseId: 'conflict/joke', text: 'Stolen', writtenOn: day },
      ...{ scorerId: null, sentOn: null },
    }),
  [`${records}/practice.store.ts: updateAnswer`]: (db, ids, day) =>
    updateAnswer(db, FIRST, {
      ...{ personId: person(ids), text: 'Stolen', writtenOn: day },
      ...{ scorerId: null, sentOn: null },
    }),
  [`${records}/practice.store.ts: deleteAnswer`]: (db, ids) => deleteAnswer(db, FIRST, person(ids)),
  [`${records}/practice.store.ts: saveScores`]: (db, ids, day) =>
    saveScores(
      db,
      { answerId: FIRST, personId: person(ids) },
      { scorerId: person(ids), day, note: 'Stolen', scores: [{ competency: 'conflict', level: 3 }] },
    ),
  [`${tokens}: touchToken`]: (db) => touchToken(db, FIRST, AT),
  [`${tokens}: listTokens`]: (db) => listTokens(db, 'takeStatements'),
  [`${tokens}: insertToken`]: (db) =>
    insertToken(db, { label: 'Own', operation: 'takeStatements', hash: 'own', madeBy: 'test' }, AT),
  [`${tokens}: endToken`]: (db) => endToken(db, FIRST, AT),
};
