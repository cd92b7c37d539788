/** One row of a ticket list: what is known of a ticket now. Null: not given. Times are milliseconds since 1970. */
export type ListedTicket = {
  /** Line of the file. */
  line: number;
  /** Number of the ticket in its source. */
  ticket: string;
  openedAt: number;
  resolvedAt: number | null;
  assignee: string | null;
  assignedAt: number | null;
  team: string | null;
  client: string | null;
  category: string | null;
  /** 1 most urgent to 5. */
  priority: number | null;
  /** Minutes worked by everyone. */
  minutes: number | null;
  /** 0 to 1. */
  satisfaction: number | null;
  /** Difficulty as set, 1 easy to 5 hard. */
  triage: number | null;
  /** When that was. */
  triagedAt: number | null;
  /** Who resolved it, where the assignee is the first one. */
  resolver: string | null;
  reopenCount: number | null;
};
