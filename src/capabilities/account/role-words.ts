import { ROLES, type Role } from '../../base/roles.ts';

/** What each role sees and does, in a sentence for whoever gives it. src/access.ts has every detail. */
export const ROLE_SENTENCES: Record<Role, string> = {
  owner:
    'Sets up seats, members and rules, and sees advice. Sees numbers only of their own reports and of candidates they decide on.',
  'service-manager':
    'Works with seats, people and rules, and sees advice. Sees numbers only of their own reports and of candidates they decide on.',
  'team-lead': 'Sees their own row of the picture and the numbers of their own people; answers questions about them.',
  technician: 'Sees everything held about themselves, and nothing about anyone else.',
  hr: "Sees who works here, members, and the fairness and audit pages. Sees nobody's numbers.",
  wallboard: 'A screen for everyone in the room: teams only, no names.',
};

/** Roles as choices of a form, in the order of the table of access. */
export const ROLE_CHOICES = ROLES.map((role) => ({ role, sentence: ROLE_SENTENCES[role] }));
