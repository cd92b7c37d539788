/** What somebody did that is about a person, as that person reads it: by operation, in the past. */
const DEEDS: Record<string, string> = {
  readAboutMe: 'opened this page about you',
  exportAboutMe: 'exported what is held on you',
  readPerson: 'looked at your profile',
  listPeople: 'looked at the list of people with your numbers on it',
  readPanel: 'looked at what stands behind one of your numbers',
  readSeat: 'looked at the advice for a seat you could hold',
  listSeats: 'looked at the seats',
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
  openCandidacy: 'began to consider you for a seat',
  tellCandidate: 'noted that you were told you are considered',
  endCandidacy: 'ceased to consider you for a seat',
  recordDecision: 'recorded a decision about you',
  inviteMember: 'invited you',
  changeMember: 'changed what you work as here',
  removeMember: 'ended your access to this firm',
  setProtected: 'changed the protected groups that you gave',
  'sign-in': 'signed in',
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
