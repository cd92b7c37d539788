import type { Instant } from '../../base/time.ts';

/** A ticket as evidence: who got it first, how like tickets compare, what came of it. Never a title or a body. */
export type TicketRow = {
  ticketId: number;
  externalId: string;
  openedAt: Instant;
  resolvedAt: Instant | null;
  client: string | null;
  area: string | null;
  team: string | null;
  priority: number | null;
  /** Minutes as compared, with what they are. */
  minutes: number | null;
  outcome: string | null;
  handoffs: number;
  /** Somebody else resolved it; null: not known. */
  escalated: boolean | null;
  reopenCount: number;
  /** Whether the client was satisfied, as it is compared; null: no answer, or the ticket isn't compared. */
  satisfied: boolean | null;
  /** 1 easy to 5 hard as set before anybody had it; null: not set, or not known to be set before. */
  difficulty: number | null;
  firstAssigneeId: number | null;
};

/** What a ticket's state and hands were after each event. */
export type EventRow = {
  at: Instant;
  status: string | null;
  personId: number | null;
  person: string | null;
  team: string | null;
};
