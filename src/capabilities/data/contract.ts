import { z } from 'zod';
import { idField, nothing, operation } from '../../platform/contract.ts';
import type { ImportRejection, ImportRun } from '../../records/work/types.ts';

export const FILE_KINDS = ['people', 'tickets', 'ratings'] as const;

/** Said with a file: as form fields beside it. */
export const fileOptions = z.object({
  kind: z.enum(FILE_KINDS),
  /** Corrected mapping: our field → the file's column; absent: as recognised. */
  mapping: z.record(z.string(), z.string()).optional(),
  dateOrder: z.enum(['day-first', 'month-first']).optional(),
  timeZone: z.string().max(64).optional(),
});
export type FileOptions = z.infer<typeof fileOptions>;

/** What was understood of a file before anything is imported. */
export type FilePreview = {
  kind: (typeof FILE_KINDS)[number];
  source: string;
  /** In words: "ServiceNow event log". */
  sourceTitle: string;
  columns: string[];
  /** Our fields, each with the column it was found in. */
  fields: { field: string; title: string; column: string | null; required: boolean }[];
  /** The first rows as understood. */
  sample: Record<string, string>[];
  /** Asked when it can't be decided from the file. */
  questions: { question: 'date-order'; column: string; example: string }[];
  /** Columns that are not read: titles, bodies and what isn't needed. */
  unread: string[];
};

/** Multipart: a `file` and the fields of `fileOptions` as JSON in `options`. */
export const previewFile = operation({
  id: 'previewFile',
  method: 'POST',
  path: '/api/files/preview',
  summary: 'What a file is understood to be, before anything is imported (the head of the file is enough)',
  who: 'firm',
  input: fileOptions,
}).returns<FilePreview>();

/** Multipart, as `previewFile`. Answers when the import has begun; follow it by `readImport`. */
export const importFile = operation({
  id: 'importFile',
  method: 'POST',
  path: '/api/imports',
  summary: 'Import a file in one transaction',
  who: 'firm',
  input: fileOptions,
}).returns<{ importId: number }>();

export const listImports = operation({
  id: 'listImports',
  method: 'GET',
  path: '/api/imports',
  summary: 'Every import with what came of it',
  who: 'firm',
  input: nothing,
}).returns<{ imports: ImportRun[] }>();

export const readImport = operation({
  id: 'readImport',
  method: 'GET',
  path: '/api/imports/:importId',
  summary: 'One import: progress, result, the rows that could not be read, and what the data can tell',
  who: 'firm',
  input: z.object({ importId: idField }),
}).returns<{ run: ImportRun; rejections: ImportRejection[]; canTell: string[]; cantTell: string[] }>();

export const readTicketAddress = operation({
  id: 'readTicketAddress',
  method: 'GET',
  path: '/api/ticket-address',
  summary: 'Where a ticket opens in the ticket system; null: not said',
  who: 'firm',
  input: nothing,
}).returns<{ pattern: string | null }>();

export const setTicketAddress = operation({
  id: 'setTicketAddress',
  method: 'PUT',
  path: '/api/ticket-address',
  summary:
    'Say where a ticket opens in the ticket system: an address with {number} in it, which only ever becomes a link',
  who: 'firm',
  input: z.object({ pattern: z.string().trim().max(300, 'At most 300 characters.').nullable() }),
}).returns<{ pattern: string | null }>();
