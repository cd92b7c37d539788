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
  reopenCount: number;
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
