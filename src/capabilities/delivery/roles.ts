import type { Standing } from '../../base/roles.ts';

/** Who has cards: the same as for Today. Everybody else is reminded of 1:1s alone. */
export const mayLead = (standing: Standing | null): boolean =>
  standing === 'owner' || standing === 'service-manager' || standing === 'team-lead';
