import { addDays, dayOf, systemClock } from '../../src/base/time.ts';
import { ANSWER_LEVELS, QUESTION_KEYS } from '../../src/capabilities/people/questions.ts';
import { quarterOf } from '../../src/model/direction/team-direction.ts';
import type { RolesFirm } from './roles-firm.ts';

/** Where a call is made: the firm, and rows made fresh for calls that use their subject up. */
export type Place = {
  firm: RolesFirm;
  /** A seat under Lea’s that nobody holds: she decides on it. */
  seat(): Promise<number>;
  /** A member (technician) with an account of their own. */
  member(): Promise<{ accountId: number; personId: number }>;
  /** A number no other call has. */
  number(): number;
};

type Input = object | ((place: Place) => object | Promise<object>);

/** How an operation is called when every role tries it. */
export type AccessCall = {
  /** A call that whoever the table lets in can make; about Tom where it is about a person. */
  input: Input;
  /** The same about Una, whom Lea and Tom must not reach: refused, or answered without anything of hers. */
  hidden?: Input;
  /** Answers other than success that a permitted caller may get, with why. */
  also?: { status: number | number[]; why: string };
  /** Sent as a file of this text. */
  file?: string;
};

const tom = ({ firm }: Place) => ({ personId: firm.people.tom });
const una = ({ firm }: Place) => ({ personId: firm.people.una });
const PEOPLE_FILE = 'name,team\nTom Tech,Pod A\n';
const HOURS_FILE = 'person,weekday,from,to\nTom Tech,Mon-Fri,9,17\n';
const COURSES_FILE = 'title,competency,hours\nHarder talks,communication,6\n';
const COMPLETIONS_FILE = 'person,course,date\nTom Tech,Hard talks,2026-01-11\n';
const NEED = { competency: 'conflict' };
const SKILLS_FILE = 'skill,person,state\nFirewalls,Tom Tech,learning\n';
const unknown = (what: string) => ({ status: 404, why: `there is no such ${what}: only who may ask is tried here` });
const TOKEN = 'there-is-no-such-secret-anywhere';
const ADDRESS = 'nobody@roles.example';
const refused = (why: string) => ({ status: 403, why });
const noDispatcher = refused('lets in only who hands out tickets, and who keeps the firm');
const noName = refused('an address of numbers has no passkeys, or there is no password to confirm with');
const nobody = refused('whoever holds the server is nobody on the list of people');
const underWay = { status: [404, 409], why: 'a plan is under way, or none waits' };
const noAccount = { status: 403, why: 'whoever holds the server has no account' };

/** 1:1s are for the two alone: an owner gets no further than anybody else. */
const noPairOf = { status: [403, 404], why: 'the caller is none of the two' };
const RHYTHM = { everyDays: 14, minutes: 30, zone: 'Europe/Berlin' };
const TODAY = dayOf(systemClock());
const QUARTER = quarterOf(TODAY);
const KEY = `age1${'q'.repeat(58)}`;
const SEALED = `-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5cHRpb24ub3JnL3YxCg==\n-----END AGE ENCRYPTED FILE-----\n`;
const tomsTalks =
  (more: object = {}) =>
  ({ firm }: Place) => ({ pairId: firm.talks.tom, ...more });
const unasTalks =
  (more: object = {}) =>
  ({ firm }: Place) => ({ pairId: firm.talks.una, ...more });

/** A trial is for the two alone, and theirs is over. */
const noneOfTheTwo = { status: [403, 404, 409], why: 'the caller is none of the two, or it is over' };
const TERMS = {
  criteria: [{ kind: 'behaviour', competency: 'coaching', text: 'Asks before advising' }],
  untilDay: addDays(TODAY, 90),
  ticketHours: null,
};
const LOOK_BACK = { again: 'yes', stayed: 'there', team: 'same' };
const tomsTrial =
  (more: object = {}) =>
  ({ firm }: Place) => ({ trialId: firm.trials.tom.trialId, ...more });
const unasTrial =
  (more: object = {}) =>
  ({ firm }: Place) => ({ trialId: firm.trials.una.trialId, ...more });
const tomsMentoring =
  (more: object = {}) =>
  ({ firm }: Place) => ({ pairId: firm.mentoring.tom, ...more });
const unasMentoring =
  (more: object = {}) =>
  ({ firm }: Place) => ({ pairId: firm.mentoring.una, ...more });

/** One row for every operation; test/access.test.ts fails where one is missing. */
export const ACCESS_CALLS: Record<string, AccessCall> = {
  readDoor: { input: {} },
  enterPassword: {
    input: ({ number }) => ({ email: `nobody${number()}@roles.example`, password: 'not this one' }),
    also: refused('nobody has this address and password'),
  },
  enterCode: { input: { challenge: TOKEN, code: '123456' }, also: refused('no code was asked for') },
  askPasskey: { input: {}, also: noName },
  enterPasskey: { input: { challenge: TOKEN, answer: {} }, also: refused('no passkey was asked for') },
  leaveForProvider: { input: { providerId: 999_999 }, also: unknown('provider') },
  readInvitation: { input: { token: TOKEN }, also: unknown('invitation') },
  acceptInvitation: { input: { token: TOKEN }, also: unknown('invitation') },
  leave: { input: {} },
  readAccount: { input: {} },
  endSession: { input: { sessionId: 999_999 }, also: unknown('session') },
  endOtherSessions: { input: {} },
  changePassword: { input: { password: 'a calm day at the harbour' }, also: noAccount },
  beginTotp: { input: {}, also: noAccount },
  finishTotp: { input: { code: '000000' }, also: { status: [403, 409], why: 'nothing was begun' } },
  removeTotp: {
    input: { password: 'x', code: '000000' },
    also: { status: [403, 409], why: 'there is nothing to turn off' },
  },
  beginPasskey: { input: {}, also: noName },
  addPasskey: { input: { challenge: TOKEN, answer: {}, name: 'Key' }, also: refused('nothing was begun') },
  removePasskey: {
    input: { credentialId: 'none-of-mine' },
    also: { status: [403, 404], why: 'there is no such passkey, and a wallboard can have none' },
  },
  listMembers: { input: {} },
  invite: { input: ({ number }) => ({ email: `new${number()}@roles.example`, role: 'technician' }) },
  withdrawInvitation: { input: { invitationId: 'no-such-invitation' }, also: unknown('invitation') },
  changeMember: { input: async ({ member }) => ({ accountId: (await member()).accountId, role: 'team-lead' }) },
  endMemberSessions: { input: async ({ member }) => ({ accountId: (await member()).accountId }) },
  requireSecondFactor: { input: { required: false } },
  removeMember: { input: async ({ member }) => ({ accountId: (await member()).accountId }) },
  listProviders: { input: {} },
  addProvider: {
    input: { label: 'Nowhere', issuer: 'https://127.0.0.1:1', clientId: 'x', clientSecret: 'y' },
    also: { status: 400, why: 'an address inside the network is never asked' },
  },
  changeProviderSecret: { input: { providerId: 999_999, clientSecret: 'y' }, also: unknown('provider') },
  removeProvider: { input: { providerId: 999_999 }, also: unknown('provider') },
  readLetIn: { input: {} },
  sendTestMail: { input: { to: ADDRESS }, also: { status: 409, why: 'mail is not set up here' } },
  openSample: { input: { sample: 'cove' } },
  removeSample: { input: { orgId: 999_999 }, also: unknown('firm') },
  openDecision: { input: async ({ seat }) => ({ seatId: await seat(), tellMyself: true }) },
  closeDecision: { input: async ({ seat }) => ({ seatId: await seat() }) },
  readAboutMe: { input: {}, hidden: una },
  sayWish: { input: { aspiration: 'technical-path' }, also: nobody },
  exportAboutMe: {
    input: { format: 'json' },
    also: { status: 400, why: 'whoever holds the server says whose' },
    hidden: (place) => ({ format: 'json', ...una(place) }),
  },
  addRemark: { input: { about: 'person/title', kind: 'comment', text: 'Not quite my title' }, also: nobody },
  listOpenRemarks: { input: {}, hidden: {} },
  answerRemark: { input: { remarkId: 999_999, outcome: 'kept', answer: 'As it is' }, also: unknown('remark') },
  askErasure: { input: {}, also: nobody },
  withdrawErasure: { input: {}, also: nobody },
  listErasures: { input: {} },
  erasePerson: {
    input: async ({ member }) => ({ personId: (await member()).personId, name: 'Not the name' }),
    also: { status: 400, why: 'the name typed to be sure is another' },
  },
  readConditions: { input: {}, hidden: {} },
  shareConditions: { input: { withLead: true }, also: nobody },
  sayOwnWord: { input: { feeling: 'fine' }, also: nobody },
  takeBackOwnWord: { input: { wordId: 999_999 }, also: { status: [403, 404], why: 'there is no such word' } },
  readTeamConditions: { input: {}, hidden: {} },
  addGrowthStep: {
    input: (place) => ({ ...tom(place), day: '2026-01-15', text: 'A course' }),
    also: nobody,
    hidden: (place) => ({ ...una(place), day: '2026-01-15', text: 'A course' }),
  },
  removeGrowthStep: { input: { stepId: 999_999 }, also: unknown('step') },
  readDirection: { input: {}, hidden: {} },
  setAim: {
    input: ({ firm }) => ({ teamId: firm.teams.podA, quarter: QUARTER, text: 'Fewer repeats' }),
    hidden: ({ firm }) => ({ teamId: firm.teams.podB, quarter: QUARTER, text: 'Fewer repeats' }),
  },
  closeAim: {
    input: ({ firm }) => ({ teamId: firm.teams.podA, quarter: '2000-01-01', cameOf: 'partly' }),
    also: unknown('aim'),
    hidden: ({ firm }) => ({ teamId: firm.teams.podB, quarter: '2026-01-01', cameOf: 'partly' }),
  },
  setTarget: {
    input: ({ firm }) => ({ teamId: firm.teams.podA, measure: 'backlog', value: 10 }),
    also: { status: 400, why: 'the team is too small for a target that is not about a person' },
    hidden: ({ firm }) => ({ teamId: firm.teams.podB, measure: 'backlog', value: 10 }),
  },
  endTarget: {
    input: ({ firm }) => ({ teamId: firm.teams.podA, measure: 'satisfaction' }),
    also: unknown('target'),
    hidden: ({ firm }) => ({ teamId: firm.teams.podB, measure: 'backlog' }),
  },
  typeMeasure: {
    input: ({ firm }) => ({ teamId: firm.teams.podA, measure: 'backlog', month: `${TODAY.slice(0, 7)}-01`, value: 3 }),
    hidden: ({ firm }) => ({ teamId: firm.teams.podB, measure: 'backlog', month: `${TODAY.slice(0, 7)}-01`, value: 3 }),
  },
  readTicketAddress: { input: {} },
  setTicketAddress: { input: { pattern: 'https://tickets.example.com/{number}' } },
  listPlans: { input: {}, hidden: {} },
  readPlan: { input: tom, also: nobody, hidden: una },
  proposePlan: {
    input: (place) => ({ ...tom(place), path: 'technical-lead', seatId: null, startsOn: TODAY }),
    also: underWay,
    hidden: (place) => ({ ...una(place), path: 'technical-lead', seatId: null, startsOn: TODAY }),
  },
  sayToPlan: {
    input: (place) => ({ ...tom(place), answer: 'yes' }),
    also: underWay,
    hidden: (place) => ({ ...una(place), answer: 'yes' }),
  },
  addNeed: {
    input: (place) => ({ ...tom(place), competency: 'fairness' }),
    also: { status: [404, 409], why: 'it may be in the plan already, or the plan was ended' },
    hidden: (place) => ({ ...una(place), competency: 'fairness' }),
  },
  changeNeed: {
    input: (place) => ({ ...tom(place), ...NEED, courseId: null, training: 'A talk', practice: 'Try it' }),
    also: unknown('need'),
    hidden: (place) => ({ ...una(place), ...NEED, courseId: null, training: 'A talk', practice: 'Try it' }),
  },
  dropNeed: {
    input: (place) => ({ ...tom(place), competency: 'depth' }),
    also: unknown('need'),
    hidden: (place) => ({ ...una(place), competency: 'depth' }),
  },
  changeStep: {
    input: (place) => ({ ...tom(place), stepId: 999_999, change: 'done' }),
    also: unknown('step'),
    hidden: (place) => ({ ...una(place), stepId: 999_999, change: 'done' }),
  },
  giveFeedback: {
    input: (place) => ({ ...tom(place), ...NEED, worked: 'It worked' }),
    also: unknown('plan'),
    hidden: (place) => ({ ...una(place), ...NEED, worked: 'It worked' }),
  },
  takeBackFeedback: {
    input: (place) => ({ ...tom(place), feedbackId: 999_999 }),
    also: unknown('feedback'),
    hidden: (place) => ({ ...una(place), feedbackId: 999_999 }),
  },
  endPlan: { input: tom, also: unknown('plan'), hidden: una },
  readPractice: { input: {}, hidden: {} },
  readAnswer: { input: { answerId: 999_999 }, also: unknown('answer') },
  keepAnswer: { input: { caseId: 'conflict/joke', text: 'An answer' }, also: nobody },
  removeAnswer: { input: { answerId: 999_999 }, also: { status: [403, 404], why: 'there is no such answer' } },
  scoreAnswer: {
    input: { answerId: 999_999, levels: [{ competency: 'conflict', level: 3 }] },
    also: { status: [403, 404], why: 'there is no such answer' },
  },
  listCourses: { input: {} },
  previewCourses: { input: {}, file: COURSES_FILE },
  bringCourses: { input: {}, file: COURSES_FILE },
  exportCourses: { input: {} },
  retireCourse: { input: { courseId: 999_999, offered: false }, also: unknown('course') },
  previewCompletions: { input: {}, file: COMPLETIONS_FILE },
  bringCompletions: { input: {}, file: COMPLETIONS_FILE },
  listWaitingCompletions: { input: {} },
  matchCompletion: { input: { waitingId: 999_999, personId: 999_999, courseId: 999_999 }, also: unknown('completion') },
  dropCompletion: { input: { waitingId: 999_999 }, also: unknown('completion') },
  listLearningKeys: { input: {} },
  makeLearningKey: { input: ({ number }) => ({ label: `System ${number()}` }) },
  endLearningKey: { input: { tokenId: 999_999 }, also: unknown('key') },
  takeStatements: { input: { statements: [] } },
  readAudit: { input: {} },
  checkAudit: { input: {} },
  exportAudit: { input: {} },
  readFairness: { input: {} },
  saveAttributes: {
    input: ({ firm }) => ({ rows: [{ personId: firm.people.tom, attribute: 'gender', group: 'man' }] }),
  },
  removeAttributes: { input: tom },
  readOwnGroups: { input: {} },
  saveOwnGroup: { input: { attribute: 'gender', group: 'man' } },
  readWhereabouts: { input: {} },
  openFirm: { input: ({ firm }) => ({ orgId: firm.orgId }) },
  startFirm: { input: ({ number }) => ({ name: `New ${number()}` }) },
  readToday: { input: {}, hidden: {} },
  answerCard: { input: { cardId: 999_999, answer: 'done' }, also: unknown('card') },
  readDelivery: { input: {} },
  saveDelivery: {
    input: { way: 'off', time: '07:30', zone: 'Europe/Berlin', weekdays: [1], reminders: false },
    also: nobody,
  },
  sendTestDelivery: { input: {}, also: { status: [403, 409], why: 'nothing is set, or the caller is nobody here' } },
  listFailingDeliveries: { input: {} },
  readBalance: { input: {}, hidden: {} },
  readChanges: { input: {}, hidden: {} },
  recordStep: {
    input: ({ number }) => ({ key: `step-${number()}`, text: 'Ask', evidenceKey: 'e' }),
    also: refused('a lead changes only steps of their own'),
  },
  listSeats: { input: {}, hidden: {} },
  readSeat: { input: ({ firm }) => ({ seatId: firm.seats.podA }), hidden: ({ firm }) => ({ seatId: firm.seats.podB }) },
  readHiddenDifficulty: {
    input: ({ firm }) => ({ seatId: firm.seats.podA }),
    hidden: ({ firm }) => ({ seatId: firm.seats.podB }),
  },
  addSeat: { input: ({ number }) => ({ title: `Seat ${number()}` }) },
  changeSeat: { input: async ({ seat }) => ({ seatId: await seat(), title: 'Renamed' }) },
  holdSeat: {
    input: async ({ seat, firm }) => ({ seatId: await seat(), personId: firm.people.tom, reason: 'Asked for it' }),
  },
  closeSeat: { input: async ({ seat }) => ({ seatId: await seat() }) },
  listTrials: { input: {}, hidden: {} },
  prepareTrial: {
    input: async ({ seat, firm }) => ({ seatId: await seat(), personId: firm.people.tom }),
  },
  proposeTrial: {
    input: async ({ seat, member }) => ({
      ...TERMS,
      seatId: await seat(),
      personId: (await member()).personId,
      reason: 'They asked for it',
    }),
  },
  readTrial: { input: tomsTrial(), hidden: unasTrial(), also: noneOfTheTwo },
  agreeToTrial: { input: tomsTrial(), hidden: unasTrial(), also: noneOfTheTwo },
  changeTrial: { input: tomsTrial(TERMS), hidden: unasTrial(TERMS), also: noneOfTheTwo },
  lengthenTrial: {
    input: tomsTrial({ untilDay: null }),
    hidden: unasTrial({ untilDay: null }),
    also: noneOfTheTwo,
  },
  writeTrialReview: {
    input: ({ firm }) => ({ ...firm.trials.tom, words: 'It goes', marks: ['seen'] }),
    hidden: ({ firm }) => ({ ...firm.trials.una, words: 'It goes', marks: ['seen'] }),
    also: noneOfTheTwo,
  },
  endTrial: {
    input: tomsTrial({ outcome: 'returned', words: 'Back' }),
    hidden: unasTrial({ outcome: 'returned', words: 'Back' }),
    also: noneOfTheTwo,
  },
  listJournal: { input: {}, hidden: {} },
  readJournalEntry: {
    input: ({ firm }) => ({ decisionId: firm.trials.tom.decisionId }),
    hidden: ({ firm }) => ({ decisionId: firm.trials.una.decisionId }),
    also: unknown('decision'),
  },
  lookBack: {
    input: ({ firm }) => ({ decisionId: firm.trials.tom.decisionId, ...LOOK_BACK }),
    hidden: ({ firm }) => ({ decisionId: firm.trials.una.decisionId, ...LOOK_BACK }),
    also: { status: [403, 404, 409], why: 'whoever decides on the seat looks back, and here the trial never began' },
  },
  sayToDecision: {
    input: ({ firm }) => ({ decisionId: firm.trials.tom.decisionId, words: 'Fine' }),
    hidden: ({ firm }) => ({ decisionId: firm.trials.una.decisionId, words: 'Fine' }),
    also: { status: [403, 404], why: 'only whom it was about says something to it' },
  },
  readHelp: { input: {}, hidden: {} },
  listPeople: { input: {}, hidden: {} },
  readPerson: { input: tom, hidden: una },
  typePeople: { input: ({ number }) => ({ people: [{ name: `New ${number()}` }] }) },
  changePerson: { input: (place) => ({ ...tom(place), title: 'Technician' }) },
  readQuestions: { input: {}, hidden: {} },
  answerQuestion: {
    input: ({ firm }) => ({
      key: QUESTION_KEYS[1],
      answers: [{ personId: firm.people.tom, answer: ANSWER_LEVELS[0] }],
    }),
    hidden: ({ firm }) => ({
      key: QUESTION_KEYS[1],
      answers: [{ personId: firm.people.una, answer: ANSWER_LEVELS[0] }],
    }),
  },
  readAnchors: { input: {} },
  assessPerson: {
    input: (place) => ({ ...tom(place), levels: [{ competency: 'coaching', level: 3 }] }),
    hidden: (place) => ({ ...una(place), levels: [{ competency: 'coaching', level: 3 }] }),
  },
  readPanel: {
    input: ({ firm }) => ({ ref: `strength/${firm.people.tom}/people` }),
    hidden: ({ firm }) => ({ ref: `strength/${firm.people.una}/people` }),
  },
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
  readPlaybook: { input: {} },
  readRuleRates: { input: {} },
  setPlaybookValue: { input: { key: 'load.fixed', value: 4 } },
  resetPlaybookValue: { input: { key: 'load.fixed' } },
  readWallboard: { input: {} },
  readTriage: { input: {}, also: noDispatcher },
  setTriage: { input: { ticketId: 999_999, difficulty: 3 }, also: { ...noDispatcher, status: [403, 404] } },
  readGrowth: { input: {} },
  lookAhead: { input: ({ firm }) => ({ scenarioId: firm.scenarioId }) },
  readGrowthRun: { input: { runId: '00'.repeat(16) }, also: unknown('run') },
  stopGrowthRun: { input: { runId: '00'.repeat(16) }, also: unknown('run') },
  saveGrowthFacts: { input: { founded: '2014-05', endpoints: null, coordinators: null, managers: null } },
  readMeasuredWork: { input: {} },
  importGrowthPlan: {
    input: ({ firm }) => ({ scenarioId: firm.scenarioId }),
    file: `month,endpoints\n${TODAY.slice(0, 7)},900\n`,
  },
  exportGrowthPlan: { input: ({ firm }) => ({ scenarioId: firm.scenarioId }) },
  addScenario: {
    input: ({ firm, number }) => ({ from: firm.scenarioId, name: `Scenario ${number()}` }),
    also: { status: 409, why: 'there may be as many as a firm can keep' },
  },
  changeScenario: { input: ({ firm }) => ({ scenarioId: firm.scenarioId, policy: 'grow-early' }) },
  removeScenario: { input: { scenarioId: 999_999 }, also: unknown('scenario') },
  compareScenarios: { input: ({ firm }) => ({ one: firm.scenarioId, other: 999_999 }), also: unknown('scenario') },
  comparePolicies: { input: {} },
  planSeat: {
    input: ({ firm }) => ({ scenarioId: firm.scenarioId, kind: 'next-lead' }),
    also: { status: 409, why: 'there is a seat for it already, or it is not due' },
  },
  readLoads: { input: {}, hidden: {} },
  tellWeek: { input: ({ firm }) => ({ seatId: firm.seats.podA, mentees: 1, conflicts: null, steering: null }) },
  readCover: { input: {}, hidden: {} },
  listHours: { input: {} },
  previewHours: { input: { timeZone: 'UTC' }, file: HOURS_FILE },
  bringHours: { input: { timeZone: 'UTC' }, file: HOURS_FILE },
  typeWeek: {
    input: (place) => ({
      ...tom(place),
      teamId: null,
      kind: 'shift',
      weekdays: [1],
      from: 540,
      to: 1020,
      timeZone: 'UTC',
    }),
  },
  removeHours: { input: async ({ member }) => ({ personId: (await member()).personId }) },
  setTeamHours: { input: ({ firm }) => ({ teamId: firm.teams.podB, hours: null }) },
  previewFile: { input: { kind: 'people' }, file: PEOPLE_FILE },
  importFile: {
    input: { kind: 'people' },
    file: PEOPLE_FILE,
    also: { status: 409, why: 'the import of the caller before may still run' },
  },
  listImports: { input: {} },
  readImport: { input: { importId: 999_999 }, also: unknown('import') },
};
