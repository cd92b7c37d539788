import { describe, expect, it } from 'vitest';
import { ACCESS } from '../../access.ts';
import { sayDeed } from './looks.ts';

/** Operations that are about nobody on the list of people: files, rules that everyone reads, one's own account. */
const ABOUT_NOBODY = [
  /^(readDoor|enter|ask(Passkey)|leave|readInvitation|readAccount|endSession|endOtherSessions|changePassword)/,
  /(Totp|Passkey|Provider|Providers|ProviderSecret|Firm|Sample|Whereabouts|SecondFactor|Audit|Fairness|LetIn|TestMail)$/,
  /^(readAnchors|readPlaybook|readWallboard|previewFile|listImports|readImport|readOwnGroups|listMembers)$/,
  /^(listHours|previewHours|setTeamHours)$/,
  // A team, and never one of them.
  /^(readDirection|closeAim|setTarget|endTarget|typeMeasure|readTicketAddress|setTicketAddress)$/,
  // Plans, facts of the firm and seats that nobody holds yet.
  /^(stopGrowthRun|saveGrowthFacts|readMeasuredWork|importGrowthPlan|exportGrowthPlan|addScenario|changeScenario)$/,
  /^(removeScenario|comparePolicies|planSeat)$/,
  // Of what is in 1:1s the log names nobody.
  /^(listOneOnOnes|readCadence|readOneOnOne|planMeeting|closeMeeting|addAgendaItem|changeAgendaItem|takeInvitation)$/,
  // Of answers to written cases only who reads or scores one; of courses only what somebody completed.
  /^(readPractice|keepAnswer|removeAnswer|listCourses|previewCourses|bringCourses|exportCourses|retireCourse)$/,
  /^(previewCompletions|bringCompletions|dropCompletion|listLearningKeys|makeLearningKey|endLearningKey|readStatementVersions)$/,
  /^(readPrivateNotes|saveNoteKeys|savePrivateNote|removePrivateNote)$/,
];

describe('what the log says of a person, to that person', () => {
  it('has words for every operation that can be about somebody', () => {
    const bare = Object.keys(ACCESS).filter(
      (id) => !ABOUT_NOBODY.some((pattern) => pattern.test(id)) && sayDeed(id).startsWith('did '),
    );
    expect(bare).toEqual([]);
  });

  it('names an operation without words as it is, also one called like a part of every object', () => {
    expect(sayDeed('constructor')).toBe('did “constructor”');
  });
});
