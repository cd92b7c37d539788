import type { Day } from '../../base/time.ts';
import type { PersonId, SeatId, TeamId } from '../../records/people/types.ts';
import type { TeamAim, TeamTarget } from '../../records/teams/types.ts';

/** on: the whole range is at the target or better; off: all of it is worse; close: it can't be told. */
export type Track = 'on' | 'off' | 'close';

/** What moved a measure, of the weeks that are looked at against those before. */
export type Moved =
  | { status: 'not-enough-evidence'; have: number; need: number }
  /** The range of the change holds none. */
  | { status: 'steady'; before: number; n: number }
  | {
      status: 'moved';
      /** How it stood before, of how many. */
      before: number;
      n: number;
      change: number;
      /** 80% interval of the change; a backlog is counted and has none. */
      range: { low: number; high: number } | null;
      /** Areas that make up most of it, each with its part of the change. */
      areas: { areaId: number; part: number }[];
    };

/** How a team stands to a target. */
export type Stands =
  | {
      status: 'known';
      track: Track;
      /** A share, or open tickets. */
      value: number;
      /** 80% interval of a share; of a backlog the least and the most at the ends of the weeks; null: it can't be told. */
      range: { low: number; high: number } | null;
      /** Tickets or answers that it rests on; of a backlog weeks; null: not said. */
      n: number | null;
      from: 'tickets';
      /** The last day that is counted. */
      until: Day;
      moved: Moved;
    }
  | {
      status: 'known';
      track: Track;
      value: number;
      range: { low: number; high: number } | null;
      n: number | null;
      from: 'typed';
      /** First day of the month that it was typed for. */
      month: Day;
    }
  | { status: 'not-enough-evidence'; have: number; need: number };

/** Who moves what a team aims at. Nobody is measured by it. */
export type Movers = {
  /** Who sees to the aim. */
  ownerId: PersonId | null;
  /** Who leads the team; where nobody does, the nearest above. */
  leadId: PersonId | null;
  /** The seat that leads the team. */
  seatId: SeatId | null;
  /** Nobody leads it; `leadId` is somebody above. */
  isVacant: boolean;
};

/** Where one team is going. */
export type TeamDirection = {
  teamId: TeamId;
  name: string;
  /** Who works in it, its lead included. */
  people: number;
  /** Too few for a target that is not about one of them. */
  isSmall: boolean;
  aim: TeamAim | null;
  /** That of the quarter before. */
  lastAim: TeamAim | null;
  targets: { target: TeamTarget; stands: Stands }[];
  movers: Movers;
  /** off where any target is, on where all are; null: nothing is known, or there is no target. */
  track: Track | null;
};
