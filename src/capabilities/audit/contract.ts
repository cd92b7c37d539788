import { z } from 'zod';
import type { Instant } from '../../base/time.ts';
import { dayField, idField, nothing, operation } from '../../platform/contract.ts';

/** One line of the log, in words. */
export type AuditRow = {
  seq: number;
  at: Instant;
  /** Who, as people know them: "Dana Brooks (owner)". */
  who: string;
  /** What they did: "looked at Marcus Hill's numbers". */
  what: string;
};

export type AuditPage = {
  rows: AuditRow[];
  /** Lines in the whole log. */
  lines: number;
  /** Give it as `before` to read on; null: there are no older lines. */
  next: number | null;
  /** What occurs in this log, for choosing. */
  actions: { action: string; title: string }[];
  people: { personId: number; name: string }[];
  /** When it was last checked from here, and whether it was whole; null: never. */
  lastCheck: { at: Instant; whole: boolean } | null;
};

/** Which lines are meant; nothing: all of them. */
const filter = {
  /** About whom. */
  personId: idField.optional(),
  action: z.string().max(100).optional(),
  /** On which day, in UTC. */
  day: dayField.optional(),
};

export const readAudit = operation({
  id: 'readAudit',
  method: 'GET',
  path: '/api/audit',
  summary: 'Who looked at whose numbers and who changed what, newest first',
  who: 'firm',
  input: z.object({ ...filter, before: idField.optional() }),
}).returns<AuditPage>();

/** How the log stands. */
export type AuditCheck = {
  whole: boolean;
  lines: number;
  /** Signed with an earlier key of this install: of these only the order could be checked. */
  unchecked: number;
  first: Instant | null;
  last: Instant | null;
  /** The number and the beginning of the hash of the last line, to keep elsewhere. */
  head: string | null;
  /** What is wrong, in a sentence; null: nothing. */
  problem: string | null;
};

export const checkAudit = operation({
  id: 'checkAudit',
  method: 'POST',
  path: '/api/audit/check',
  summary: 'Check that no line of the log was changed, removed or put in',
  who: 'firm',
  input: nothing,
}).returns<AuditCheck>();

export const exportAudit = operation({
  id: 'exportAudit',
  method: 'POST',
  path: '/api/audit/export',
  summary: 'The log as a table for a spreadsheet (CSV)',
  who: 'firm',
  input: z.object(filter),
}).returns<{ fileName: string; text: string /** Older lines than these were left out. */; cut: boolean }>();
