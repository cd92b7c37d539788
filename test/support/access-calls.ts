import { addDays } from '../../src/base/time.ts';
import { ANSWER_LEVELS, QUESTION_KEYS } from '../../src/capabilities/people/questions.ts';
import { quarterOf } from '../../src/model/direction/team-direction.ts';
import { type AccessCall, nobody, type Place, refused, TODAY, tom, una, unknown } from './access-call.ts';
import { TALKS_ACCESS } from './access-calls-talks.ts';

const PEOPLE_FILE = 'name,team\nTom Tech,Pod A\n';
const HOURS_FILE = 'person,weekday,from,to\nTom Tech,Mon-Fri,9,17\n';
const COURSES_FILE = 'title,competency,hours\nHarder talks,communication,6\n';
const COMPLETIONS_FILE = 'person,course,date\nTom Tech,Hard talks,2026-01-11\n';
const NEED = { competency: 'conflict' };
const TOKEN = 'there-is-no-such-secret-anywhere';
const ADDRESS = 'nobody@roles.example';
const noDispatcher = refused('lets in only who hands out tickets, and who keeps the firm');
const noName = refused('an address of numbers has no passkeys, or there is no password to confirm with');
const underWay = { status: [404, 409], why: 'a plan is under way, or none waits' };
const noAccount = { status: 403, why: 'whoever holds the server has no account' };

const QUARTER = quarterOf(TODAY);

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
  putStatement: { input: {} },
  readStatementVersions: { input: {} },
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
  readGoing: { input: {}, hidden: {} },
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
  ...TALKS_ACCESS,
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
