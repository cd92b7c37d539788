/**
 * What each operation is called in the log, in plain words after somebody's name. {whose}: the people's names as owners
 * ("Marcus Hill's"); {who}: their names; {about}: " about Marcus Hill" and
 * {naming}: " (Marcus Hill)", or nothing where a line names nobody. A test fails when an operation that
 * is written down has none.
 */
export const PHRASES: Record<string, string> = {
  // Looks.
  readBalance: 'looked at {whose} numbers in the balance picture',
  listSeats: 'looked at {whose} numbers in the list of seats',
  readSeat: 'looked at {whose} numbers beside a seat',
  listPeople: 'looked at {whose} numbers in the list of people',
  readPerson: 'looked at {whose} numbers',
  readQuestions: 'looked at the questions{about}',
  readPanel: 'looked at what stands behind {whose} numbers',
  // Balance and seats.
  recordStep: 'recorded what came of a next step{naming}',
  addSeat: 'added a seat{naming}',
  changeSeat: 'changed a seat{naming}',
  holdSeat: 'changed who holds a seat{naming}',
  closeSeat: 'closed a seat{naming}',
  // People.
  typePeople: 'added people{naming}',
  changePerson: 'changed {whose} entry',
  answerQuestion: 'answered a question{about}',
  assessPerson: 'assessed {whose} strengths',
  // Rules.
  setPlaybookValue: 'changed a playbook value',
  resetPlaybookValue: 'set a playbook value back to its default',
  // Data.
  importFile: 'brought in a file',
  previewFile: 'looked into a file before bringing it in',
  // Firms.
  startFirm: 'started this firm',
  openSample: 'opened a sample firm',
  removeSample: 'removed a sample firm',
  openFirm: 'opened this firm',
  sendTestMail: 'sent a mail to try the way',
  openDecision: 'opened the decision on a seat{naming}',
  closeDecision: 'closed the decision on a seat{naming}',
  // Accounts and members.
  'sign-in': 'signed in',
  'sign-in-locked': 'was locked out for a while after wrong attempts to sign in',
  'acting-began': 'began to act for somebody from the server',
  'session-ended': 'ended a session',
  'password-changed': 'changed a password',
  'codes-on': 'switched codes for signing in on',
  'codes-off': 'switched codes for signing in off',
  'passkey-added': 'added a passkey',
  'passkey-removed': 'removed a passkey',
  'provider-linked': 'joined an account to single sign-on',
  'invitation-accepted': 'accepted an invitation',
  leave: 'signed out',
  endSession: 'ended a session',
  endOtherSessions: 'ended the other sessions',
  changePassword: 'changed a password',
  beginTotp: 'began to set up codes for signing in',
  finishTotp: 'switched codes for signing in on',
  removeTotp: 'switched codes for signing in off',
  beginPasskey: 'began to add a passkey',
  addPasskey: 'added a passkey',
  removePasskey: 'removed a passkey',
  invite: 'invited somebody{naming}',
  withdrawInvitation: 'took back an invitation{naming}',
  changeMember: 'changed what a member may do{naming}',
  removeMember: 'ended a membership{naming}',
  addProvider: 'set up single sign-on',
  removeProvider: 'removed single sign-on',
  // What is held on people.
  readAboutMe: 'looked at everything held on {who}',
  exportAboutMe: 'took a copy of everything held on {who}',
  addRemark: 'said something to what is held on them',
  listOpenRemarks: 'looked at what {who} said about their numbers',
  answerRemark: 'answered what somebody said about what is held on them{naming}',
  askErasure: 'asked to be erased',
  withdrawErasure: 'took back the wish to be erased',
  listErasures: 'looked at who asked to be erased{naming}',
  erasePerson: 'erased a person{naming}',
  // Trust.
  backup: 'made a backup',
  restore: 'put a backup back',
  checkAudit: 'checked this log',
  exportAudit: 'took a copy of this log',
  saveAttributes: 'entered groups for the fairness audit',
  removeAttributes: 'removed groups from the fairness audit',
  saveOwnGroup: 'changed what is known of their own groups',
};
