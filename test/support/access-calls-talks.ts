import { type AccessCall, nobody, noPairOf, type Place, TODAY, tom, una, unknown } from './access-call.ts';

const RHYTHM = { everyDays: 14, minutes: 30, zone: 'Europe/Berlin' };
const KEY = `age1${'q'.repeat(58)}`;
const SEALED = `-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5cHRpb24ub3JnL3YxCg==\n-----END AGE ENCRYPTED FILE-----\n`;
const tomsTalks =
  (more: object = {}) =>
  ({ firm }: Place) => ({ pairId: firm.talks.tom, ...more });
const unasTalks =
  (more: object = {}) =>
  ({ firm }: Place) => ({ pairId: firm.talks.una, ...more });
const tomsMentoring =
  (more: object = {}) =>
  ({ firm }: Place) => ({ pairId: firm.mentoring.tom, ...more });
const unasMentoring =
  (more: object = {}) =>
  ({ firm }: Place) => ({ pairId: firm.mentoring.una, ...more });
const SKILLS_FILE = 'skill,person,state\nFirewalls,Tom Tech,learning\n';

/** 1:1s, mentoring and skills: for the two alone, or for who keeps the firm. */
export const TALKS_ACCESS: Record<string, AccessCall> = {
  listOneOnOnes: { input: {}, hidden: {} },
  readCadence: { input: {}, hidden: {} },
  beginOneOnOne: { input: ({ firm }) => ({ personId: firm.people.una, ...RHYTHM }), also: noPairOf },
  changeOneOnOne: { input: tomsTalks(RHYTHM), hidden: unasTalks(RHYTHM), also: noPairOf },
  readOneOnOne: { input: tomsTalks(), hidden: unasTalks(), also: noPairOf },
  planMeeting: {
    input: tomsTalks({ day: TODAY, time: '09:30' }),
    hidden: unasTalks({ day: TODAY, time: '09:30' }),
    also: noPairOf,
  },
  closeMeeting: {
    input: ({ firm }) => ({ pairId: firm.talks.tom, meetingId: firm.talks.tomNext, state: 'skipped' }),
    also: { status: [403, 404, 409], why: 'a meeting is closed once, and by one of the two' },
  },
  addAgendaItem: {
    input: tomsTalks({ kind: 'topic', text: 'Shifts' }),
    hidden: unasTalks({ kind: 'topic', text: 'Shifts' }),
    also: noPairOf,
  },
  changeAgendaItem: { input: tomsTalks({ itemId: 999_999, state: 'done' }), also: noPairOf },
  takeInvitation: { input: tomsTalks(), hidden: unasTalks(), also: noPairOf },
  readPrivateNotes: { input: tomsTalks(), hidden: unasTalks(), also: noPairOf },
  saveNoteKeys: {
    input: { recipient: KEY, sealed: SEALED, replaces: KEY },
    also: { status: [403, 409], why: 'other keys are there by now, or none, or the caller is nobody here' },
  },
  savePrivateNote: {
    input: tomsTalks({ body: SEALED, mine: KEY, theirs: null }),
    hidden: unasTalks({ body: SEALED, mine: KEY, theirs: null }),
    also: { status: [403, 404, 409], why: 'none of the two, or without keys' },
  },
  removePrivateNote: { input: tomsTalks({ noteId: 999_999 }), hidden: unasTalks({ noteId: 999_999 }), also: noPairOf },
  readMentoring: { input: {}, hidden: {} },
  sayMentoringWish: { input: { wantsMentor: false, places: 0 }, also: nobody },
  readMentoringRound: { input: {} },
  askMentoringPairs: {
    input: ({ firm }) => ({ pairs: [{ mentorId: firm.people.tom, menteeId: firm.people.sam }] }),
    also: { status: 409, why: 'only pairs that are proposed are asked' },
  },
  takeBackMentoringPair: { input: { pairId: 999_999 }, also: unknown('pair') },
  readMentoringPair: { input: tomsMentoring(), hidden: unasMentoring(), also: noPairOf },
  answerMentoring: {
    input: tomsMentoring({ yes: true }),
    hidden: unasMentoring({ yes: true }),
    also: { status: [403, 404, 409], why: 'none of the two, or it was answered' },
  },
  planMentoringSessions: {
    input: tomsMentoring({ day: TODAY, time: '09:30', zone: 'UTC' }),
    hidden: unasMentoring({ day: TODAY, time: '09:30', zone: 'UTC' }),
    also: noPairOf,
  },
  changeMentoringSession: { input: tomsMentoring({ sessionId: 999_999, state: 'skipped' }), also: noPairOf },
  takeMentoringSession: { input: tomsMentoring({ sessionId: 999_999 }), also: noPairOf },
  addMentoringGoal: {
    input: tomsMentoring({ text: 'A talk' }),
    hidden: unasMentoring({ text: 'A talk' }),
    also: noPairOf,
  },
  changeMentoringGoal: { input: tomsMentoring({ goalId: 999_999, state: 'reached' }), also: noPairOf },
  sayMentoringCheck: {
    input: tomsMentoring({ moment: 'half-way', answer: 'worth-it' }),
    hidden: unasMentoring({ moment: 'half-way', answer: 'worth-it' }),
    also: noPairOf,
  },
  endMentoring: { input: tomsMentoring(), hidden: unasMentoring(), also: noPairOf },
  readSkills: { input: {}, hidden: {} },
  readCoverPlan: { input: {}, hidden: {} },
  setSkillNeed: { input: { subject: 'own/999999', teamId: null, required: 1 }, also: unknown('skill') },
  addOwnSkill: { input: ({ number }) => ({ name: `Skill ${number()}` }) },
  removeOwnSkill: { input: { skillId: 999_999 }, also: unknown('skill') },
  setSkillLevel: {
    input: (place) => ({ ...tom(place), subject: 'both-ways/queue', state: 'learning' }),
    hidden: (place) => ({ ...una(place), subject: 'both-ways/queue', state: 'learning' }),
  },
  beginPairings: {
    input: ({ firm }) => ({ pairings: [{ subject: 'both-ways/queue', learnerId: firm.people.tom, teacherId: null }] }),
    hidden: ({ firm }) => ({ pairings: [{ subject: 'both-ways/queue', learnerId: firm.people.una, teacherId: null }] }),
  },
  setSkillHours: {
    input: (place) => ({ ...tom(place), hours: 2 }),
    hidden: (place) => ({ ...una(place), hours: 2 }),
  },
  readOwnLearning: { input: {}, hidden: {} },
  bringSkills: { input: {}, file: SKILLS_FILE },
  takeSkills: { input: {} },
};
