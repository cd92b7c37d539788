import type { Instant } from '../../base/time.ts';
import type { PersonId, TeamId } from '../people/types.ts';

/** An open ticket as it stood at an instant. */
export type DeskTicket = {
  ticketId: number;
  /** Its number in the ticket system. */
  number: string;
  openedAt: Instant;
  areaId: number | null;
  clientId: number | null;
  /** 1 most urgent to 5; null: not given. */
  priority: number | null;
  /** 1 easy to 5 hard as set by then; null: not set. */
  difficulty: number | null;
  /** Who got it first; null: nobody yet. */
  firstId: PersonId | null;
  /** Who has it; null: nobody. Of a list, which tells no story, whoever got it first. */
  holderId: PersonId | null;
  heldSince: Instant | null;
  /** In which team's queue it stands. */
  teamId: TeamId | null;
  /** Changes of hands or queue since it was first given to somebody. */
  changes: number;
  /** It waits for somebody else: a client, a supplier. */
  waits: boolean;
  /** It was resolved before, and came back. */
  cameBack: boolean;
  /** Working minutes since it was opened. */
  minutes: number;
};

/** A ticket that was resolved by then. 0: not given. */
export type Finished = {
  areaId: number;
  priority: number;
  /** Working minutes from opening to first resolution. */
  minutes: number;
};

/** What somebody did in an area, of the tickets they got first that were resolved by then. */
export type AreaRecord = { personId: PersonId; areaId: number; of: number; kept: number };

/** Tickets of one area that somebody took over and resolved for whoever had them before. */
export type TakenOver = { byId: PersonId; fromId: PersonId; areaId: number; at: Instant };

/** The desk as it was at an instant: nothing in it comes from later. */
export type Desk = {
  asOf: Instant;
  tickets: DeskTicket[];
  finished: Finished[];
  records: AreaRecord[];
  takenOver: TakenOver[];
  areas: ReadonlyMap<number, string>;
  clients: ReadonlyMap<number, string>;
  /** Something is known of later; it isn't in here, but a model that was fitted on everything knows of it. */
  hasLater: boolean;
};
