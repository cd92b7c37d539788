import { type Share, share } from '../../base/units.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';

/** How a lead can lead so many people; `too-many`: nobody can. */
export type Archetype = 'player-coach' | 'coach' | 'supervisor' | 'facilitator' | 'too-many';

/** The archetype of a number of reports, from 0. Bounds: playbook `growth.spans.*` (McKinsey, as quoted by others). */
export function archetypeOf(reports: number, playbook: Playbook): Archetype {
  if (reports <= playbook['growth.spans.player-coach']) return 'player-coach';
  if (reports <= playbook['growth.spans.coach']) return 'coach';
  if (reports <= playbook['growth.spans.supervisor']) return 'supervisor';
  return reports <= playbook['growth.spans.facilitator'] ? 'facilitator' : 'too-many';
}

/** Hours a week of all leading, people and work, for so many reports: c₀ + c₁s. Assumed. */
export function leadingHours(reports: number, playbook: Playbook): number {
  return playbook['load.fixed'] + playbook['growth.spans.hours-per-report'] * reports;
}

/**
 * The share of a lead's week that is left for own tickets with s reports: h(s) = max(0, 1 − (c₀ + c₁s)/week), 0 to 1.
 * With the defaults .55 at 4, .25 at 8, none from 12 on.
 */
export function ownTicketShare(reports: number, playbook: Playbook): Share {
  const week = playbook['load.week'];
  return share(Math.max(0, week - leadingHours(reports, playbook)) / week);
}
