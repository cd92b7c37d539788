import type { Role, Standing } from './base/roles.ts';

/**
 * How far an operation reaches for a role.
 * all: everything it can show or change; seen: only people whose numbers the role may see (`app_visible`: the person, their
 * direct lead, who decides on a seat for which they are a told candidate); own: only what is about oneself.
 */
export type Reach = 'all' | 'seen' | 'own';

/** anyone: before sign-in; everyone: whoever is signed in, for their own account; else the roles that may, and how far. */
export type Access = 'anyone' | 'everyone' | ({ [R in Role]?: Reach } & { operator?: 'no' });

const decide = { owner: 'all', 'service-manager': 'all' } as const;
const owners = { owner: 'all' } as const;
const people = { owner: 'all', 'service-manager': 'all', 'team-lead': 'all', technician: 'all', hr: 'all' } as const;

/**
 * The one table of who may do what, for every operation there is: the server refuses what is not in it, the test tries every
 * role against every row, `npm run check:access` prints it, docs/access.md draws it. `operator`, whoever holds the server,
 * may all of it but where the row says no. Row-level security (migrations/0006, 0007) holds the same line underneath.
 */
export const ACCESS: Record<string, Access> = {
  // Firms and samples of this install.
  readWhereabouts: 'everyone',
  openFirm: 'everyone',
  startFirm: owners,
  openSample: owners,
  removeSample: owners,
  // Balance and seats.
  readBalance: { ...decide, 'team-lead': 'own' },
  recordStep: { ...decide, 'team-lead': 'own' },
  listSeats: { ...decide, 'team-lead': 'own' },
  readSeat: { ...decide, 'team-lead': 'seen' },
  addSeat: decide,
  changeSeat: decide,
  holdSeat: { owner: 'seen', 'service-manager': 'seen', 'team-lead': 'seen' },
  closeSeat: decide,
  // People.
  listPeople: { owner: 'seen', 'service-manager': 'seen', 'team-lead': 'seen', technician: 'own', hr: 'all' },
  readPerson: { owner: 'seen', 'service-manager': 'seen', 'team-lead': 'seen', technician: 'own' },
  typePeople: decide,
  changePerson: decide,
  readQuestions: { ...decide, 'team-lead': 'seen' },
  answerQuestion: { ...decide, 'team-lead': 'seen' },
  readAnchors: people,
  assessPerson: { ...decide, 'team-lead': 'seen' },
  // Evidence and rules.
  readPanel: { owner: 'seen', 'service-manager': 'seen', 'team-lead': 'seen', technician: 'own' },
  readPlaybook: people,
  setPlaybookValue: decide,
  resetPlaybookValue: decide,
  // Data.
  previewFile: decide,
  importFile: decide,
  listImports: decide,
  readImport: decide,
};

/** Whether a standing may call an operation at all; null: signed in, but in no firm. What is not in the table is refused. */
export function mayCall(operationId: string, standing: Standing | null): boolean {
  const access = Object.hasOwn(ACCESS, operationId) ? ACCESS[operationId] : undefined;
  if (access === undefined || standing === 'engine') return false;
  if (typeof access === 'string') return true;
  if (standing === 'operator') return access.operator !== 'no';
  return standing !== null && access[standing] !== undefined;
}
