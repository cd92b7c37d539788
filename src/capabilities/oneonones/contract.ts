import { z } from 'zod';
import { isTimeZone } from '../../base/calendar.ts';
import type { Day, Instant } from '../../base/time.ts';
import { dayField, idField, nothing, operation } from '../../platform/contract.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Cadence } from './cadence.ts';

export type Called = { personId: PersonId; name: string };

/** One of one's own pairs, for the list. */
export type PairRow = {
  pairId: number;
  with: Called;
  /** Whether one is the member of the pair, whose topics come first, or the lead. */
  you: 'member' | 'lead';
  everyDays: number;
  zone: string;
  nextAt: Instant | null;
  lastHeldAt: Instant | null;
  /** What to do now, in a sentence; null: nothing. */
  hint: string | null;
};

export type OneOnOnes = {
  /** Null: whoever asks is none of the people here. */
  you: PersonId | null;
  pairs: PairRow[];
  /** With whom one could begin: one's lead, and people who report to one. */
  others: (Called & { as: 'member' | 'lead' })[];
};

export type MeetingState = 'planned' | 'held' | 'skipped';
export type Meeting = { meetingId: number; at: Instant; state: MeetingState };

export type AgendaItem = {
  itemId: number;
  kind: 'topic' | 'action';
  text: string;
  /** Null: somebody who was erased. */
  authorId: PersonId | null;
  /** Of an action: who does it. */
  ownerId: PersonId | null;
  dueDay: Day | null;
  createdAt: Instant;
  /** Open since before the last meeting. */
  carriedOver: boolean;
};

export type OneOnOne = PairRow & {
  today: Day;
  minutes: number;
  /** Null: they go on. */
  endedOn: Day | null;
  member: Called;
  lead: Called;
  /** The planned one; null: none is. */
  next: Meeting | null;
  /** Closed ones, the newest first. */
  past: Meeting[];
  /** Open ones: the member's topics, the lead's, then actions by their day. */
  items: AgendaItem[];
  /** How many were closed so far. */
  closed: number;
};

export type NoteKeys = { recipient: string; sealed: string; madeAt: Instant };

/** A note as it is kept: made in a browser, for the keys of its readers. */
export type SealedNote = {
  noteId: number;
  authorId: PersonId;
  /** Whether the other was meant to read it too. */
  both: boolean;
  body: string;
  writtenAt: Instant;
};

export type PrivateNotes = {
  /** Null: no keys yet. */
  mine: NoteKeys | null;
  /** The other's public key; null: they have none yet. */
  theirs: { recipient: string; madeAt: Instant } | null;
  notes: SealedNote[];
};

const pair = { pairId: idField };
const text = z.string().trim().min(1, 'Say it in a few words.').max(500, 'At most 500 characters.');
const rhythm = {
  everyDays: z.number().int().min(1, 'At least a day.').max(92, 'At most 92 days.'),
  minutes: z.number().int().min(5, 'At least 5 minutes.').max(240, 'At most four hours.'),
  zone: z.string().max(64).refine(isTimeZone, 'Give a time zone such as Europe/Berlin.'),
};
/** age's armoured form, and nothing else: no plain text gets in by mistake. */
const ciphertext = (most: number) =>
  z
    .string()
    .max(most, 'That is too long: shorten it.')
    .regex(
      /^-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5cHRpb24ub3JnL3Yx[A-Za-z0-9+/=\n]+\n-----END AGE ENCRYPTED FILE-----\n?$/,
      'Only what a browser encrypted is kept here: nothing was saved.',
    );
const recipientField = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/, 'That is no public key of age.');

export const listOneOnOnes = operation({
  id: 'listOneOnOnes',
  method: 'GET',
  path: '/api/one-on-ones',
  summary: 'One’s own 1:1s: with whom, when next, how often, and with whom one could begin',
  who: 'firm',
  input: nothing,
}).returns<OneOnOnes>();

export const readCadence = operation({
  id: 'readCadence',
  method: 'GET',
  path: '/api/one-on-ones/cadence',
  summary: 'How regularly leads talk with their people, as far as one may see it: never what about',
  who: 'firm',
  input: nothing,
}).returns<Cadence>();

export const beginOneOnOne = operation({
  id: 'beginOneOnOne',
  method: 'POST',
  path: '/api/one-on-ones',
  summary: 'Begin 1:1s with one’s lead or with somebody who reports to one',
  who: 'firm',
  input: z.object({ personId: idField, ...rhythm }),
}).returns<{ pairId: number }>();

export const changeOneOnOne = operation({
  id: 'changeOneOnOne',
  method: 'PATCH',
  path: '/api/one-on-ones/:pairId',
  summary: 'Change how often and how long two people talk, or end it',
  who: 'firm',
  input: z.object({ ...pair, ...rhythm, ends: z.boolean().default(false) }),
}).returns<OneOnOne>();

export const readOneOnOne = operation({
  id: 'readOneOnOne',
  method: 'GET',
  path: '/api/one-on-ones/:pairId',
  summary: 'A 1:1 of one’s own: what is on the agenda, actions that are open, when it is next',
  who: 'firm',
  input: z.object(pair),
}).returns<OneOnOne>();

export const planMeeting = operation({
  id: 'planMeeting',
  method: 'PUT',
  path: '/api/one-on-ones/:pairId/next',
  summary: 'Plan the next meeting, or move it',
  who: 'firm',
  input: z.object({
    ...pair,
    day: dayField,
    /** On the clock of the pair's zone. */
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time as HH:MM.'),
  }),
}).returns<OneOnOne>();

export const closeMeeting = operation({
  id: 'closeMeeting',
  method: 'POST',
  path: '/api/one-on-ones/:pairId/meetings/:meetingId',
  summary: 'Say that a planned meeting was held or skipped; the next one is planned after it',
  who: 'firm',
  input: z.object({ ...pair, meetingId: idField, state: z.enum(['held', 'skipped']) }),
}).returns<OneOnOne>();

export const addAgendaItem = operation({
  id: 'addAgendaItem',
  method: 'POST',
  path: '/api/one-on-ones/:pairId/agenda',
  summary: 'Add a topic or an action that both can read',
  who: 'firm',
  input: z.object({
    ...pair,
    kind: z.enum(['topic', 'action']),
    text,
    /** Of an action: which of the two does it. */
    ownerId: idField.nullable().default(null),
    dueDay: dayField.nullable().default(null),
  }),
}).returns<OneOnOne>();

export const changeAgendaItem = operation({
  id: 'changeAgendaItem',
  method: 'PATCH',
  path: '/api/one-on-ones/:pairId/agenda/:itemId',
  summary: 'Close a topic or an action, or put it back',
  who: 'firm',
  input: z.object({ ...pair, itemId: idField, state: z.enum(['open', 'done', 'dropped']) }),
}).returns<OneOnOne>();

export const takeInvitation = operation({
  id: 'takeInvitation',
  method: 'GET',
  path: '/api/one-on-ones/:pairId/invitation',
  summary: 'The planned meeting as a file for a calendar',
  who: 'firm',
  input: z.object(pair),
}).returns<{ fileName: string; text: string }>();

export const readPrivateNotes = operation({
  id: 'readPrivateNotes',
  method: 'GET',
  path: '/api/one-on-ones/:pairId/notes',
  summary: 'Private notes one can open, encrypted, with the keys to them',
  who: 'firm',
  input: z.object(pair),
}).returns<PrivateNotes>();

export const saveNoteKeys = operation({
  id: 'saveNoteKeys',
  method: 'PUT',
  path: '/api/note-keys',
  summary:
    'Keep one’s own keys for private notes, the secret half locked with a passphrase that never leaves the browser',
  who: 'firm',
  input: z.object({
    recipient: recipientField,
    sealed: ciphertext(4000),
    /** The public key that this takes the place of; null: there was none. */
    replaces: recipientField.nullable(),
  }),
}).returns<{ recipient: string }>();

export const savePrivateNote = operation({
  id: 'savePrivateNote',
  method: 'POST',
  path: '/api/one-on-ones/:pairId/notes',
  summary: 'Keep a private note that a browser encrypted',
  who: 'firm',
  input: z.object({
    ...pair,
    body: ciphertext(100_000),
    /** The other's public key that it was encrypted to as well; null: a note to oneself. */
    theirs: recipientField.nullable(),
    /** One's own public key that it was encrypted to. */
    mine: recipientField,
  }),
}).returns<{ noteId: number }>();

export const removePrivateNote = operation({
  id: 'removePrivateNote',
  method: 'DELETE',
  path: '/api/one-on-ones/:pairId/notes/:noteId',
  summary: 'Remove a private note of one’s own',
  who: 'firm',
  input: z.object({ ...pair, noteId: idField }),
}).returns<{ removed: true }>();
