import type { Day, Instant } from '../../src/base/time.ts';
import {
  deleteNote,
  insertNote,
  readNotes,
  readOwnKeys,
  readRecipient,
  saveKeys,
} from '../../src/capabilities/oneonones/notes.store.ts';
import {
  countOwnTopics,
  insertAgendaItem,
  insertPair,
  readAgenda,
  readCalledNames,
  readMeetings,
  readPair,
  saveItemState,
  saveMeetingState,
  saveNextMeeting,
  updatePair,
} from '../../src/capabilities/oneonones/store.ts';
import { readConditionFacts, readWeekFacts } from '../../src/records/conditions/facts.store.ts';
import { bringWeeksUpToDate, refreshWeeks } from '../../src/records/conditions/refresh.store.ts';
import {
  deleteOwnWord,
  deleteStep,
  insertOwnWord,
  insertStep,
  readOwnWords,
  readShared,
  readSteps,
  saveShare,
} from '../../src/records/conditions/said.store.ts';
import {
  countAfterHours,
  countAnswers,
  forgetWeeks,
  readClients,
  readNewestDay,
  readNewestWeek,
  readWeeks,
  replaceWeeks,
} from '../../src/records/conditions/store.ts';
import {
  closeMentoringSession,
  countGoalsBefore,
  insertMentoringGoal,
  insertMentoringSessions,
  moveMentoringSession,
  readMentoringChecks,
  readMentoringGoals,
  readMentoringSessions,
  saveGoalState,
  saveMentoringCheck,
  takeGoalsAlong,
} from '../../src/records/mentoring/sessions.store.ts';
import {
  endPairsOfLeft,
  handOverMentoring,
  insertMentoringPairs,
  readMentoringAnswers,
  readMentoringPairs,
  readMentoringRhythms,
  readVetoes,
  readWishes,
  replaceVetoes,
  saveFoundNone,
  saveMentoringAnswer,
  saveMentoringWish,
  savePairState,
} from '../../src/records/mentoring/store.ts';
import { savePairs } from '../../src/records/oneonones/sample.store.ts';
import { handOverPairs, readRhythms } from '../../src/records/oneonones/store.ts';
import { readStructure } from '../../src/records/people/store.ts';
import type { PersonId } from '../../src/records/people/types.ts';
import { readPlaybook } from '../../src/records/playbook/store.ts';
import {
  deleteOwnSkill,
  deleteSkillLevel,
  findOrAddSkills,
  readOwnSkills,
  readSkillFacts,
  readSkillHours,
  readSkillLevels,
  readSkillNames,
  readSkillNeeds,
  saveSkillHours,
  saveSkillLevels,
  saveSkillNeed,
} from '../../src/records/skills/store.ts';
import { type Call, person } from './store-call.ts';

const mentoring = 'src/records/mentoring';

const skills = 'src/records/skills/store.ts';

const conditions = 'src/records/conditions';

const talks = 'src/capabilities/oneonones';

/** Every store function of 1:1s, working conditions, mentoring and skills, called with another firm's numbers. */
export const TALKS_CALLS: Record<string, Call> = {
  [`${conditions}/facts.store.ts: readWeekFacts`]: (db, _, day) => readWeekFacts(db, day),
  [`${conditions}/facts.store.ts: readConditionFacts`]: async (db, _, day) =>
    readConditionFacts(db, { structure: await readStructure(db, day), playbook: await readPlaybook(db) }),
  [`${conditions}/said.store.ts: readShared`]: (db) => readShared(db),
  [`${conditions}/said.store.ts: saveShare`]: (db, ids) => saveShare(db, person(ids), true, 0 as Instant),
  [`${conditions}/said.store.ts: readOwnWords`]: (db, ids) => readOwnWords(db, [person(ids)]),
  [`${conditions}/said.store.ts: insertOwnWord`]: (db, ids) =>
    insertOwnWord(db, { personId: person(ids), feeling: 'fine', text: null, withLead: false }, 0 as Instant),
  [`${conditions}/said.store.ts: deleteOwnWord`]: (db, ids) => deleteOwnWord(db, person(ids), ids.ticket),
  [`${conditions}/said.store.ts: readSteps`]: (db, _, day) => readSteps(db, day),
  [`${conditions}/said.store.ts: insertStep`]: (db, ids, day) =>
    insertStep(db, { personId: person(ids), day, text: 'Own' }, 'self'),
  [`${conditions}/said.store.ts: deleteStep`]: (db, ids) => deleteStep(db, ids.ticket, [person(ids)]),
  [`${conditions}/store.ts: readNewestDay`]: (db, _, day) => readNewestDay(db, day),
  [`${conditions}/store.ts: readNewestWeek`]: (db) => readNewestWeek(db),
  [`${conditions}/store.ts: readWeeks`]: (db, _, day) => readWeeks(db, { since: '1970-01-05' as Day, until: day }),
  [`${conditions}/store.ts: replaceWeeks`]: (db, ids, day) => {
    const onCall = [{ personId: person(ids), week: '1970-01-05' as Day, minutes: 60 }];
    const span = { since: '1970-01-05' as Day, until: day };
    return replaceWeeks(db, { span, clocks: { people: [], offsets: [] }, onCall, satisfiedFrom: 0.5 }, span.since);
  },
  'src/records/oneonones/sample.store.ts: savePairs': (db, ids, day) =>
    savePairs(db, [
      {
        memberId: person(ids),
        leadId: (ids.person + 1) as PersonId,
        everyDays: 7,
        zone: 'UTC',
        beganOn: day,
        meetings: [],
      },
    ]),
  [`${conditions}/store.ts: forgetWeeks`]: (db) => forgetWeeks(db),
  [`${conditions}/refresh.store.ts: refreshWeeks`]: (db) => refreshWeeks(db, 8.64e12 as Instant, null),
  [`${conditions}/refresh.store.ts: bringWeeksUpToDate`]: (db) => bringWeeksUpToDate(db, 8.64e12 as Instant),
  [`${conditions}/store.ts: countAfterHours`]: (db, ids, day) =>
    countAfterHours(
      db,
      { since: '1970-01-05' as Day, until: day },
      {
        people: [{ personId: person(ids), zone: 0, starts: 0, ends: 1, weekdays: [] }],
        offsets: [{ zone: 0, day, minutes: 0 }],
      },
    ),
  [`${conditions}/store.ts: countAnswers`]: (db, _, day) =>
    countAnswers(db, { from: '1970-01-05' as Day, to: day, below: 2 }),
  [`${conditions}/store.ts: readClients`]: (db) => readClients(db),
  [`${talks}/store.ts: readPair`]: (db) => readPair(db, 1),
  [`${talks}/store.ts: readCalledNames`]: (db, ids) => readCalledNames(db, [ids.person]),
  [`${talks}/store.ts: insertPair`]: (db, ids, day) =>
    insertPair(db, {
      memberId: person(ids),
      leadId: (ids.person + 1) as PersonId,
      everyDays: 14,
      minutes: 30,
      zone: 'UTC',
      beganOn: day,
    }),
  [`${talks}/store.ts: updatePair`]: (db, _, day) =>
    updatePair(db, 1, { everyDays: 7, minutes: 15, zone: 'UTC', endedOn: day }),
  [`${talks}/store.ts: readMeetings`]: (db) => readMeetings(db, 1),
  [`${talks}/store.ts: saveNextMeeting`]: (db) => saveNextMeeting(db, 1, 0 as Instant),
  [`${talks}/store.ts: saveMeetingState`]: (db) => saveMeetingState(db, 1, 1, 'held'),
  [`${talks}/store.ts: readAgenda`]: (db) => readAgenda(db, 1),
  [`${talks}/store.ts: insertAgendaItem`]: (db) =>
    insertAgendaItem(db, { pairId: 1, kind: 'topic', text: 's', ownerId: null, dueDay: null, at: 0 as Instant }),
  [`${talks}/store.ts: saveItemState`]: (db) => saveItemState(db, 1, 1, 'done', 0 as Instant),
  [`${talks}/store.ts: countOwnTopics`]: (db) => countOwnTopics(db),
  [`${talks}/notes.store.ts: readRecipient`]: (db, ids) => readRecipient(db, person(ids)),
  [`${talks}/notes.store.ts: readOwnKeys`]: (db) => readOwnKeys(db),
  [`${talks}/notes.store.ts: saveKeys`]: (db) => saveKeys(db, { recipient: 'r', sealed: 's' }, 0 as Instant),
  [`${talks}/notes.store.ts: readNotes`]: (db) => readNotes(db, 1),
  [`${talks}/notes.store.ts: insertNote`]: (db, ids) =>
    insertNote(db, { pairId: 1, other: person(ids), body: 's', at: 0 as Instant }),
  [`${talks}/notes.store.ts: deleteNote`]: (db) => deleteNote(db, 1, 1),
  'src/records/oneonones/store.ts: readRhythms': (db) => readRhythms(db),
  'src/records/oneonones/store.ts: handOverPairs': (db, ids, day) =>
    handOverPairs(db, person(ids), (ids.person + 1) as PersonId, day),
  [`${mentoring}/store.ts: readWishes`]: (db) => readWishes(db),
  [`${mentoring}/store.ts: saveMentoringWish`]: (db, ids) =>
    saveMentoringWish(db, {
      personId: person(ids),
      ...{ wantsMentor: true, places: 1, wants: ['coaching'], helpWith: 'h', interests: 'i', saidAt: 0 as Instant },
    }),
  [`${mentoring}/store.ts: saveFoundNone`]: (db, ids, day) =>
    saveFoundNone(db, day, [{ personId: person(ids), text: 'Nobody' }]),
  [`${mentoring}/store.ts: readVetoes`]: (db) => readVetoes(db),
  [`${mentoring}/store.ts: replaceVetoes`]: (db, ids) => replaceVetoes(db, person(ids), []),
  [`${mentoring}/store.ts: readMentoringPairs`]: (db) => readMentoringPairs(db),
  [`${mentoring}/store.ts: insertMentoringPairs`]: (db, ids, day) =>
    insertMentoringPairs(db, day, [{ mentorId: person(ids), menteeId: 1 as PersonId, wants: [], reasons: [] }]),
  [`${mentoring}/store.ts: savePairState`]: (db) => savePairState(db, 1, 'running', { state: 'asked' }),
  [`${mentoring}/store.ts: endPairsOfLeft`]: (db, _, day) => endPairsOfLeft(db, day),
  [`${mentoring}/store.ts: saveMentoringAnswer`]: (db, ids) => saveMentoringAnswer(db, 1, person(ids), true),
  [`${mentoring}/store.ts: readMentoringAnswers`]: (db) => readMentoringAnswers(db),
  [`${mentoring}/store.ts: readMentoringRhythms`]: (db) => readMentoringRhythms(db),
  [`${mentoring}/store.ts: handOverMentoring`]: (db, ids, day) =>
    handOverMentoring(db, person(ids), (ids.person + 1) as PersonId, day),
  [`${mentoring}/sessions.store.ts: readMentoringSessions`]: (db) => readMentoringSessions(db, 1),
  [`${mentoring}/sessions.store.ts: insertMentoringSessions`]: (db) =>
    insertMentoringSessions(db, 1, [{ at: 0 as Instant, minutes: 60, zone: 'UTC' }]),
  [`${mentoring}/sessions.store.ts: moveMentoringSession`]: (db) => moveMentoringSession(db, 1, 1, 0 as Instant),
  [`${mentoring}/sessions.store.ts: closeMentoringSession`]: (db) => closeMentoringSession(db, 1, 1, 'removed'),
  [`${mentoring}/sessions.store.ts: readMentoringGoals`]: (db) => readMentoringGoals(db, 1),
  [`${mentoring}/sessions.store.ts: insertMentoringGoal`]: (db, ids) =>
    insertMentoringGoal(db, 1, { authorId: person(ids), text: 'Own', at: 0 as Instant }),
  [`${mentoring}/sessions.store.ts: saveGoalState`]: (db) => saveGoalState(db, 1, 1, 'dropped', 0 as Instant),
  [`${mentoring}/sessions.store.ts: countGoalsBefore`]: (db, ids) => countGoalsBefore(db, person(ids)),
  [`${mentoring}/sessions.store.ts: takeGoalsAlong`]: (db, ids) => takeGoalsAlong(db, person(ids), 1),
  [`${mentoring}/sessions.store.ts: readMentoringChecks`]: (db) => readMentoringChecks(db, 1),
  [`${mentoring}/sessions.store.ts: saveMentoringCheck`]: (db, ids) =>
    saveMentoringCheck(db, 1, { personId: person(ids), moment: 'end', answer: 'worth-it', text: null }, 0 as Instant),
  [`${skills}: readSkillFacts`]: (db) => readSkillFacts(db, 12),
  [`${skills}: readSkillNames`]: (db) => readSkillNames(db),
  [`${skills}: readSkillNeeds`]: (db) => readSkillNeeds(db),
  [`${skills}: saveSkillNeed`]: (db) =>
    saveSkillNeed(db, { subject: 'area/1', teamId: null, required: 1, weight: 1, weeks: null, hours: null }),
  [`${skills}: readOwnSkills`]: (db) => readOwnSkills(db),
  [`${skills}: findOrAddSkills`]: (db) => findOrAddSkills(db, ['Own']),
  [`${skills}: deleteOwnSkill`]: (db) => deleteOwnSkill(db, 1),
  [`${skills}: readSkillLevels`]: (db) => readSkillLevels(db),
  [`${skills}: saveSkillLevels`]: (db, ids, day) =>
    saveSkillLevels(db, [
      {
        subject: 'area/1',
        personId: person(ids),
        state: 'learning',
        ...{ teacherId: null, signerId: null, since: day },
      },
    ]),
  [`${skills}: deleteSkillLevel`]: (db, ids) => deleteSkillLevel(db, 'area/1', person(ids)),
  [`${skills}: readSkillHours`]: (db) => readSkillHours(db),
  [`${skills}: saveSkillHours`]: (db, ids) => saveSkillHours(db, person(ids), null),
};
