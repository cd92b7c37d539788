import type { Role, Standing } from './base/roles.ts';

/**
 * How far an operation reaches for a role.
 * all: everything it can show or change; seen: only people whose numbers the role may see (`app_visible`: the person, their
 * direct lead, who decides on a seat for which they are a told candidate); own: only what is about oneself.
 */
export type Reach = 'all' | 'seen' | 'own';

/**
 * anyone: before sign-in; everyone: whoever is signed in, for their own account; program: nobody, but a program with a key of
 * its own for it; else the roles that may, and how far.
 */
export type Access = 'anyone' | 'everyone' | 'program' | ({ [R in Role]?: Reach } & { operator?: 'no' });

const decide = { owner: 'all', 'service-manager': 'all' } as const;
const owners = { owner: 'all' } as const;
const people = { owner: 'all', 'service-manager': 'all', 'team-lead': 'all', technician: 'all', hr: 'all' } as const;
/** The two of a trial or of a plan: whoever sees the person, and the person. */
const seenAndSelf = {
  owner: 'seen',
  'service-manager': 'seen',
  'team-lead': 'seen',
  technician: 'own',
  hr: 'own',
} as const;
const self = { owner: 'own', 'service-manager': 'own', 'team-lead': 'own', technician: 'own', hr: 'own' } as const;

/**
 * The one table of who may do what, for every operation there is: the server refuses what is not in it, the test tries every
 * role against every row, `npm run check:access` prints it, docs/access.md draws it. `operator`, whoever holds the server,
 * may all of it but where the row says no. Row-level security (migrations/0006, 0007) holds the same line underneath.
 */
export const ACCESS: Record<string, Access> = {
  // Before sign-in.
  readDoor: 'anyone',
  enterPassword: 'anyone',
  enterCode: 'anyone',
  askPasskey: 'anyone',
  enterPasskey: 'anyone',
  leaveForProvider: 'anyone',
  readInvitation: 'anyone',
  acceptInvitation: 'anyone',
  leave: 'anyone',
  // One's own account.
  readAccount: 'everyone',
  endSession: 'everyone',
  endOtherSessions: 'everyone',
  changePassword: 'everyone',
  beginTotp: 'everyone',
  finishTotp: 'everyone',
  removeTotp: 'everyone',
  beginPasskey: 'everyone',
  addPasskey: 'everyone',
  removePasskey: 'everyone',
  // Members and single sign-on.
  listMembers: { owner: 'all', 'service-manager': 'all', hr: 'all' },
  invite: owners,
  withdrawInvitation: owners,
  changeMember: owners,
  removeMember: owners,
  endMemberSessions: owners,
  requireSecondFactor: owners,
  listProviders: owners,
  addProvider: owners,
  changeProviderSecret: owners,
  removeProvider: owners,
  // Firms and samples of this install.
  readWhereabouts: 'everyone',
  openFirm: 'everyone',
  startFirm: owners,
  openSample: owners,
  removeSample: owners,
  // Today: everybody their own cards, as whoever leads.
  readToday: { owner: 'own', 'service-manager': 'own', 'team-lead': 'own' },
  answerCard: { owner: 'own', 'service-manager': 'own', 'team-lead': 'own' },
  // The morning message: everybody their own; who keeps the firm sees that one fails, never what it says.
  readDelivery: self,
  saveDelivery: self,
  sendTestDelivery: self,
  listFailingDeliveries: owners,
  // Balance and seats.
  readBalance: { ...decide, 'team-lead': 'own' },
  readChanges: { ...decide, 'team-lead': 'own' },
  readGoing: { ...decide, 'team-lead': 'own' },
  recordStep: { ...decide, 'team-lead': 'own' },
  listSeats: { ...decide, 'team-lead': 'own' },
  readSeat: { ...decide, 'team-lead': 'seen' },
  readHiddenDifficulty: { ...decide, 'team-lead': 'seen' },
  addSeat: decide,
  changeSeat: decide,
  holdSeat: { owner: 'seen', 'service-manager': 'seen', 'team-lead': 'seen' },
  closeSeat: decide,
  openDecision: { owner: 'seen', 'service-manager': 'seen', 'team-lead': 'seen' },
  closeDecision: { owner: 'seen', 'service-manager': 'seen', 'team-lead': 'seen' },
  // Trials: whoever tries it, and whoever decides on the seat; nobody else reads what the two said.
  listTrials: seenAndSelf,
  prepareTrial: { owner: 'seen', 'service-manager': 'seen', 'team-lead': 'seen' },
  proposeTrial: { owner: 'seen', 'service-manager': 'seen', 'team-lead': 'seen' },
  readTrial: seenAndSelf,
  agreeToTrial: seenAndSelf,
  changeTrial: seenAndSelf,
  lengthenTrial: seenAndSelf,
  writeTrialReview: seenAndSelf,
  endTrial: seenAndSelf,
  // The journal: that something was decided; of the people in it as much as the advice itself shows.
  listJournal: { owner: 'seen', 'service-manager': 'seen', 'team-lead': 'seen', technician: 'own', hr: 'all' },
  readJournalEntry: { owner: 'seen', 'service-manager': 'seen', 'team-lead': 'seen', technician: 'own', hr: 'all' },
  lookBack: { owner: 'seen', 'service-manager': 'seen', 'team-lead': 'seen' },
  sayToDecision: self,
  // Teams: who helps whom out; who isn't seen stays within their team.
  readHelp: { owner: 'seen', 'service-manager': 'seen', 'team-lead': 'seen', technician: 'own' },
  // Who can jump in when: every count, and names of those whose numbers the role may see; a lead, of the teams below them.
  readCover: { ...decide, 'team-lead': 'seen' },
  listHours: decide,
  previewHours: decide,
  bringHours: decide,
  typeWeek: decide,
  removeHours: decide,
  setTeamHours: decide,
  // Where teams are going: a lead reads those below and their own and says it of those they lead; a technician reads their own.
  readDirection: { ...decide, 'team-lead': 'seen', technician: 'own' },
  setAim: { ...decide, 'team-lead': 'seen' },
  closeAim: { ...decide, 'team-lead': 'seen' },
  setTarget: { ...decide, 'team-lead': 'seen' },
  endTarget: { ...decide, 'team-lead': 'seen' },
  typeMeasure: { ...decide, 'team-lead': 'seen' },
  // Plan ahead: who is to come and who is known to go is for those who keep the firm; a lead reads the hours of their own week.
  readGrowth: decide,
  lookAhead: decide,
  readGrowthRun: decide,
  stopGrowthRun: decide,
  saveGrowthFacts: decide,
  readMeasuredWork: decide,
  importGrowthPlan: decide,
  exportGrowthPlan: decide,
  addScenario: decide,
  changeScenario: decide,
  removeScenario: decide,
  compareScenarios: decide,
  comparePolicies: decide,
  planSeat: decide,
  readLoads: { ...decide, 'team-lead': 'seen' },
  tellWeek: decide,
  // People.
  listPeople: { owner: 'seen', 'service-manager': 'seen', 'team-lead': 'seen', technician: 'own', hr: 'all' },
  readPerson: { owner: 'seen', 'service-manager': 'seen', 'team-lead': 'seen', technician: 'own' },
  typePeople: decide,
  changePerson: decide,
  readQuestions: { ...decide, 'team-lead': 'seen' },
  answerQuestion: { ...decide, 'team-lead': 'seen' },
  readAnchors: people,
  assessPerson: { ...decide, 'team-lead': 'seen' },
  // 1:1s: the two of a pair alone; from above one sees only that they happen.
  listOneOnOnes: self,
  readCadence: { owner: 'all', 'service-manager': 'all', 'team-lead': 'seen', technician: 'own', hr: 'own' },
  beginOneOnOne: self,
  changeOneOnOne: self,
  readOneOnOne: self,
  planMeeting: self,
  closeMeeting: self,
  addAgendaItem: self,
  changeAgendaItem: self,
  takeInvitation: self,
  readPrivateNotes: self,
  saveNoteKeys: self,
  savePrivateNote: self,
  removePrivateNote: self,
  // Working conditions: one's own weeks; causes by team; of people only what they share with their direct lead.
  readConditions: self,
  shareConditions: self,
  sayOwnWord: self,
  takeBackOwnWord: self,
  readTeamConditions: { ...decide, 'team-lead': 'seen' },
  addGrowthStep: seenAndSelf,
  removeGrowthStep: seenAndSelf,
  // Plans: the person, whoever leads them, who decides on a seat they were told of; owner and service manager see whether a
  // lead has one. Practice in writing is for its writer and whom they asked.
  listPlans: { owner: 'seen', 'service-manager': 'seen', 'team-lead': 'seen' },
  readPlan: seenAndSelf,
  proposePlan: seenAndSelf,
  sayToPlan: seenAndSelf,
  endPlan: seenAndSelf,
  addNeed: seenAndSelf,
  changeNeed: seenAndSelf,
  dropNeed: seenAndSelf,
  changeStep: seenAndSelf,
  giveFeedback: seenAndSelf,
  takeBackFeedback: seenAndSelf,
  readPractice: self,
  readAnswer: self,
  keepAnswer: self,
  removeAnswer: self,
  scoreAnswer: self,
  // The firm's own courses, and who completed them: by file, or by a learning system with a key of its own.
  listCourses: people,
  previewCourses: decide,
  bringCourses: decide,
  exportCourses: people,
  retireCourse: decide,
  previewCompletions: decide,
  bringCompletions: decide,
  listWaitingCompletions: decide,
  matchCompletion: decide,
  dropCompletion: decide,
  listLearningKeys: owners,
  makeLearningKey: owners,
  endLearningKey: owners,
  takeStatements: 'program',
  putStatement: 'program',
  readStatementVersions: 'anyone',
  // Mentoring: oneself says what one wants, the two of a pair read what is in it; who keeps the round sees that they meet.
  readMentoring: self,
  sayMentoringWish: self,
  readMentoringRound: decide,
  askMentoringPairs: decide,
  takeBackMentoringPair: decide,
  readMentoringPair: self,
  answerMentoring: self,
  planMentoringSessions: self,
  changeMentoringSession: self,
  takeMentoringSession: self,
  addMentoringGoal: self,
  changeMentoringGoal: self,
  sayMentoringCheck: self,
  endMentoring: self,
  // Cross-training: who can do what is known to who leads; tickets that suggest more only as far as one sees them.
  readSkills: { ...decide, 'team-lead': 'seen' },
  readCoverPlan: { ...decide, 'team-lead': 'seen' },
  setSkillNeed: decide,
  addOwnSkill: decide,
  removeOwnSkill: decide,
  setSkillLevel: { ...decide, 'team-lead': 'seen', technician: 'own', hr: 'own' },
  beginPairings: { ...decide, 'team-lead': 'seen' },
  setSkillHours: { ...decide, 'team-lead': 'seen', technician: 'own', hr: 'own' },
  readOwnLearning: self,
  bringSkills: decide,
  takeSkills: decide,
  // Evidence and rules.
  readPanel: { owner: 'seen', 'service-manager': 'seen', 'team-lead': 'seen', technician: 'own' },
  readPlaybook: people,
  readRuleRates: people,
  setPlaybookValue: decide,
  resetPlaybookValue: decide,
  // About me: what is held, what one says to it, and erasure.
  readAboutMe: self,
  sayWish: self,
  exportAboutMe: self,
  addRemark: self,
  listOpenRemarks: { owner: 'seen', 'service-manager': 'seen', 'team-lead': 'seen' },
  answerRemark: { owner: 'seen', 'service-manager': 'seen', 'team-lead': 'seen' },
  askErasure: self,
  withdrawErasure: self,
  listErasures: { owner: 'all', hr: 'all' },
  erasePerson: { owner: 'all', hr: 'all' },
  // For everyone in the room.
  readWallboard: { ...people, wallboard: 'all' },
  // What is still open before the team comes in.
  readLetIn: owners,
  sendTestMail: owners,
  // How hard tickets look: of all these the action lets in who hands them out, and who keeps the firm.
  readTriage: people,
  setTriage: people,
  // Data.
  previewFile: decide,
  importFile: decide,
  listImports: decide,
  readImport: decide,
  readTicketAddress: decide,
  setTicketAddress: decide,
  // Who looked and who changed; whoever is named in a line reads it under About me.
  readAudit: { owner: 'all', hr: 'all' },
  checkAudit: { owner: 'all', hr: 'all' },
  exportAudit: { owner: 'all', hr: 'all' },
  // The comparison of groups: for HR alone. Everyone may give, see and take back their own.
  readFairness: { hr: 'all', operator: 'no' },
  saveAttributes: { hr: 'all', operator: 'no' },
  removeAttributes: { hr: 'all', operator: 'no' },
  readOwnGroups: { ...self, operator: 'no' },
  saveOwnGroup: { ...self, operator: 'no' },
};

/** Whether a standing may call an operation at all; null: signed in, but in no firm. What is not in the table is refused. */
export function mayCall(operationId: string, standing: Standing | null): boolean {
  const access = Object.hasOwn(ACCESS, operationId) ? ACCESS[operationId] : undefined;
  if (access === undefined || access === 'program' || standing === 'engine') return false;
  if (typeof access === 'string') return true;
  if (standing === 'operator') return access.operator !== 'no';
  return standing !== null && access[standing] !== undefined;
}

/** Whom an operation lets in at all; undefined: it stands nowhere in the table. */
export function admission(operationId: string): 'anyone' | 'everyone' | 'program' | 'roles' | undefined {
  const access = Object.hasOwn(ACCESS, operationId) ? ACCESS[operationId] : undefined;
  return typeof access === 'object' ? 'roles' : access;
}
