import type { Situation } from '../records/firm/types.ts';
import type { DataHealth } from '../records/work/types.ts';

/** More first assignees than this in one queue are not one helpdesk team. */
const WIDE_TEAM = 40;
/** From this share on it is worth saying that tickets start with nobody. */
const MANY_UNASSIGNED = 0.1;

/** What the data behind our advice can't tell, in plain sentences, the gravest first; empty when there is nothing to say. */
export function limitsOf(
  { observations, effects, structure }: Pick<Situation, 'observations' | 'effects' | 'structure'>,
  health: DataHealth | null,
): string[] {
  const limits: string[] = [];
  if (structure.people.length > 0 && observations.every((one) => one.level === null)) {
    limits.push(
      'Nobody has said anything about people yet: there is no people side, so our advice is the kind of leader and the technical side only.',
    );
  }
  if (effects?.status === 'fitted') {
    limits.push('Difficulty that only whoever hands out tickets could see is not taken out of what tickets tell.');
  }
  if (health === null) return limits;
  if (health.withMinutes === 0 && effects !== null) {
    limits.push('No minutes worked are kept: tickets are compared by active working time in the queue instead.');
  }
  if (health.withSatisfaction === 0) limits.push('No client satisfaction is kept.');
  if (health.startedUnassigned > health.tickets * MANY_UNASSIGNED) {
    limits.push(
      `${Math.round((100 * health.startedUnassigned) / health.tickets)}% of tickets start with nobody assigned; each counts for the first person who got it.`,
    );
  }
  if (health.widestTeam !== null && health.widestTeam.firstAssignees > WIDE_TEAM) {
    limits.push(
      `${health.widestTeam.name} has ${health.widestTeam.firstAssignees} people who were first to get a ticket: that is not one helpdesk team.`,
    );
  }
  return limits;
}
