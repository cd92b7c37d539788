import { z } from 'zod';
import type { Instant } from '../../base/time.ts';
import { idField, nothing, operation } from '../../platform/contract.ts';

/** An open ticket that nobody has yet. Its title and text are never stored. */
export type WaitingTicket = {
  ticketId: number;
  /** Its number in the ticket system. */
  number: string;
  openedAt: Instant;
  client: string | null;
  area: string | null;
  /** 1 most urgent to 5. */
  priority: number | null;
  /** 1 easy to 5 hard; null: nobody has said it. */
  difficulty: number | null;
};

export type Triage = {
  /** Nobody has said how hard they look; the oldest first, some hundred at most. */
  waiting: WaitingTicket[];
  /** It was said, and nobody has them yet. */
  said: WaitingTicket[];
  /** How many there are of each, listed or not. */
  counts: { waiting: number; said: number };
  /** When the newest file of tickets was brought in; null: none was. */
  asOf: Instant | null;
};

export const readTriage = operation({
  id: 'readTriage',
  method: 'GET',
  path: '/api/triage',
  summary: 'Open tickets that nobody has yet, for whoever hands them out to say how hard they look',
  who: 'firm',
  input: nothing,
}).returns<Triage>();

export const setTriage = operation({
  id: 'setTriage',
  method: 'PUT',
  path: '/api/triage/:ticketId',
  summary: 'Say how hard a ticket looks before anybody has it, or take that back',
  who: 'firm',
  input: z.object({ ticketId: idField, difficulty: z.number().int().min(1).max(5).nullable() }),
}).returns<{ ticketId: number; difficulty: number | null }>();
