/** What somebody did that is about a person, as that person reads it: by operation, in the past. */
const DEEDS: Record<string, string> = {
  readAboutMe: 'opened this page about you',
  exportAboutMe: 'exported what is held on you',
  readPerson: 'looked at your profile',
  listPeople: 'looked at the list of people with your numbers on it',
  readPanel: 'looked at what stands behind one of your numbers',
  readSeat: 'looked at the advice for a seat you could hold',
  listSeats: 'looked at the seats',
  readCover: 'looked at whether you can jump in',
  readGrowth: 'looked at how soon you could lead',
  lookAhead: 'looked at how soon you could lead, with other numbers',
  readGrowthRun: 'looked at how soon you could lead',
  compareScenarios: 'looked at how soon you could lead in two scenarios',
  readLoads: 'looked at the hours of your week',
  tellWeek: 'told something of your week as a lead',
  bringHours: 'brought in a file with your hours in it',
  typeWeek: 'typed your usual week',
  removeHours: 'took away your hours',
  readToday: 'looked at cards of the day that name you',
  listFailingDeliveries: 'looked at whether your morning message arrives',
  readDelivery: 'looked at when your morning message comes',
  saveDelivery: 'changed when and where your morning message comes',
  sendTestDelivery: 'sent you a test of your morning message',
  answerCard: 'answered a card of the day',
  setAim: 'said that you see to an aim of a team',
  readRuleRates: 'looked at how useful rules for cards were found',
  readHiddenDifficulty: 'looked at what hidden difficulty would change for a seat you could hold',
  readHelp: 'looked at who helps whom',
  readConditions: 'looked at your weeks',
  shareConditions: 'changed whether your lead sees your weeks',
  sayOwnWord: 'said a word of their own',
  takeBackOwnWord: 'took a word of their own back',
  readTeamConditions: 'looked at the working conditions of your team',
  addGrowthStep: 'noted a step in your growth',
  removeGrowthStep: 'took a step in your growth off the list',
  readTriage: 'looked at tickets that nobody has yet',
  setTriage: 'said how hard a ticket looks',
  readBalance: 'looked at the balance of the firm',
  changePerson: 'changed what is held on you',
  typePeople: 'typed you into the list of people',
  assessPerson: 'gave an assessment of you',
  answerQuestion: 'answered a question about you',
  readQuestions: 'opened the questions about you',
  holdSeat: 'changed who holds a seat',
  recordStep: 'changed a next step about you',
  addRemark: 'said something about what is held on you',
  answerRemark: 'answered what you said',
  listOpenRemarks: 'read what you said',
  askErasure: 'asked for your erasure',
  withdrawErasure: 'took the wish to be erased back',
  importFile: 'imported a file with you in it',
  setPlaybookValue: 'changed a rule of the playbook that moves advice about you',
  resetPlaybookValue: 'set a rule of the playbook back that moves advice about you',
  changeSeat: 'changed a seat of yours',
  addSeat: 'added a seat with you in it',
  closeSeat: 'closed a seat of yours',
  openDecision: 'opened a decision for which you are considered',
  closeDecision: 'closed a decision for which you were considered',
  sayWish: 'said what you want',
  listErasures: 'read that you asked to be erased',
  erasePerson: 'carried out an erasure',
  invite: 'invited you',
  withdrawInvitation: 'took your invitation back',
  changeMember: 'changed what you work as here',
  removeMember: 'ended your access to this firm',
  endMemberSessions: 'ended your sessions',
  beginOneOnOne: 'began 1:1s with you',
  changeOneOnOne: 'changed when your 1:1s take place, or ended them',
  saveAttributes: 'changed the protected groups that you gave',
  removeAttributes: 'removed the protected groups that you gave',
  saveOwnGroup: 'changed the protected groups that you gave',
  acceptInvitation: 'took up an invitation',
  'invitation-accepted': 'took up an invitation',
  'sign-in': 'signed in',
  'sign-in-failed': 'failed to sign in',
  'sign-in-locked': 'was locked out for a while after wrong attempts to sign in',
  'acting-began': 'began to act in your name from the server',
};

/** What was done, in words; an operation without words of its own is named as it is. */
export function sayDeed(action: string): string {
  return Object.hasOwn(DEEDS, action) ? DEEDS[action]! : `did “${action}”`;
}

/** One line of the log about somebody, in words. */
export type Look = {
  seq: number;
  /** Date and time, UTC. */
  at: string;
  who: string;
  role: string;
  did: string;
};
