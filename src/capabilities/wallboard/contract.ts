import type { Day } from '../../base/time.ts';
import { nothing, operation } from '../../platform/contract.ts';
import type { TeamId } from '../../records/people/types.ts';

/** One team on the wall. Never a person, never a client. */
export type WallTeam = {
  teamId: TeamId;
  name: string;
  /** Tickets that stood first in its queue and are not resolved. */
  open: number;
  /** Of the seven days up to `day`; null: the team is so small that its numbers would be one person's. */
  week: { opened: number; resolved: number } | null;
};

export const readWallboard = operation({
  id: 'readWallboard',
  method: 'GET',
  path: '/api/wallboard',
  summary: 'Teams and their queues, without names',
  who: 'firm',
  input: nothing,
}).returns<{
  firmName: string;
  teams: WallTeam[];
  /** Last day of the week that is counted: the newest ticket's. */
  day: Day;
  isToday: boolean;
  hasTickets: boolean;
}>();
