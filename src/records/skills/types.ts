import type { Day } from '../../base/time.ts';
import type { Hours } from '../../base/units.ts';
import type { PersonId, TeamId } from '../people/types.ts';

/** What somebody can know: `area/3` or `client/2` of the tickets, `own/7` typed by the firm, `both-ways/queue`. */
export type SkillSubject = string;

/** learning, shadowing: on the way, which is no cover yet; signed-off: somebody else said that they can. */
export type SkillState = 'learning' | 'shadowing' | 'signed-off';

/** What the firm says it needs of a skill or a client; null: as the playbook says. */
export type SkillNeed = {
  subject: SkillSubject;
  /** null: of the whole firm. */
  teamId: TeamId | null;
  /** How many signed-off people. */
  required: number | null;
  /** How much it counts against the others, 1 to 5. */
  weight: number;
  weeks: number | null;
  /** A week, of whoever learns and of whoever shows. */
  hours: Hours | null;
};

/** A skill that tickets don't tell. */
export type OwnSkill = { skillId: number; name: string };

/** How far somebody is. */
export type SkillLevel = {
  subject: SkillSubject;
  personId: PersonId;
  state: SkillState;
  /** Who shows them; null: a course, or nobody was named. */
  teacherId: PersonId | null;
  /** Since when they are in this state. */
  since: Day;
  /** Who signed it off; null: not signed off, or that person was erased. */
  signerId: PersonId | null;
};

/** Hours a week that somebody has for learning and showing. */
export type SkillHours = { personId: PersonId; hours: Hours };

/** How many tickets of a client came to a team first; team 0: not given. */
export type ClientTickets = { clientId: number; teamId: number; tickets: number };

/** Tickets of a client that came to somebody first, and how many of them they brought to an end. */
export type PersonClient = { personId: number; clientId: number; first: number; ended: number };
