import type { Day } from '../../base/time.ts';
import type { ShownHelp } from '../../model/sight-help.ts';
import { nothing, operation } from '../../platform/contract.ts';
import type { TeamId } from '../../records/people/types.ts';

/** What somebody is told of themselves, and nobody else is; tickets. */
export type OwnHelp = {
  own: number;
  given: number;
  received: number;
  /** With other teams, given and got. */
  between: number;
  /** Has worked enough, and has no help from or to another team. */
  isolated: boolean;
  alone: boolean;
};

/** Who helps whom out, as far as the reader may see it. */
export type Help = {
  months: number;
  /** Null: the reader is nobody who takes part. */
  you: OwnHelp | null;
} & (
  | { status: 'nothing-known'; hasTickets: boolean }
  | { status: 'not-enough-evidence'; have: number; need: number }
  | ({
      status: 'drawn';
      /** The last day of that time. */
      until: Day;
      /** Names of the people who are named. */
      names: { personId: number; name: string }[];
      /** Every team of the picture. */
      teamNames: { teamId: TeamId; name: string }[];
    } & ShownHelp)
);

export const readHelp = operation({
  id: 'readHelp',
  method: 'GET',
  path: '/api/teams/help',
  summary: 'Who helps whom out, between teams and within them',
  who: 'firm',
  input: nothing,
}).returns<Help>();
