import { z } from 'zod';
import type { Day, Instant } from '../../base/time.ts';
import { idField, nothing, operation } from '../../platform/contract.ts';
import type { Aspiration } from '../../records/people/types.ts';
import type { Remark, RemarkKind, RemarkOutcome } from '../../records/remarks/types.ts';
import type { Estimate } from '../../records/verdicts/types.ts';
import type { Competency, Side } from '../../records/voice/types.ts';
import type { GroupKey } from './holding.ts';
import type { Look } from './looks.ts';
import type { Cell } from './present.ts';

/** One kind of thing that is held about somebody, with the rows of it. */
export type HeldTable = {
  key: string;
  title: string;
  source: string;
  purpose: string;
  /** Who may see it, in words. */
  seenBy: string;
  kept: string;
  /** Facts of one row, not a table. */
  single: boolean;
  columns: { key: string; label: string; source: string | null }[];
  /** `about` names the row in a remark; of facts, `{column}` stands for the field. */
  rows: { about: string; cells: Record<string, Cell> }[];
  total: number;
  offset: number;
  /** Why there are no rows here although there may be some; null: those that are held are here. */
  note: string | null;
};

export type AboutGroup = { key: GroupKey; title: string; note: string; tables: HeldTable[] };

/** One of one's own numbers: a side, or a competency of it. */
export type OwnNumber = {
  /** Names it in the side panel and in a remark. */
  about: string;
  side: Side;
  /** Null: the side as a whole. */
  competency: Competency | null;
  title: string;
  estimate: Estimate;
  /** Said instead of the number where there is too little. */
  tooLittle: string | null;
  views: number;
  raters: number;
  tickets: number;
  /** Others still see the number before. */
  isNew: boolean;
};

/** What a person said, as it stands on their own page. */
export type OwnRemark = Pick<Remark, 'remarkId' | 'about' | 'kind' | 'text' | 'answer' | 'outcome'> & {
  at: Instant;
  answered: boolean;
};

/** Everything about one person: sections of what is held, their numbers, and who looked. */
export type PersonAbout = {
  state: 'person';
  personId: number;
  name: string;
  firmName: string;
  /** False: whoever holds the server looks; the look is written down. */
  own: boolean;
  /** What they said they want, and when. */
  wish: { aspiration: Aspiration; day: Day | null };
  groups: AboutGroup[];
  numbers: OwnNumber[];
  /** Until this day the newest numbers are theirs alone; null: everyone who may see them does. */
  aloneUntil: Day | null;
  /** "You are considered for Helpdesk Lead. Dana decides and can see your numbers." */
  considered: string[];
  /** One's own next steps as a mentor or a mentee, with where each leads; empty on somebody else's page. */
  mentoring: { text: string; to: string }[];
  looks: { rows: Look[]; total: number; offset: number };
  remarks: OwnRemark[];
  /** When they asked to be erased; null: they didn't. */
  erasureAskedAt: Instant | null;
};

export type AboutMe =
  | PersonAbout
  /** Whoever holds the server chooses whose page to see or print. */
  | { state: 'choose'; people: { personId: number; name: string }[] }
  /** Somebody who works here and is nobody on the list of people. */
  | { state: 'nobody'; firmName: string; groups: AboutGroup[] };

const offsetField = z.coerce.number().int().min(0).max(10_000_000).default(0);

export const readAboutMe = operation({
  id: 'readAboutMe',
  method: 'GET',
  path: '/api/me',
  summary: 'Everything that is held about me, why, who may see it, and who looked',
  who: 'firm',
  input: z.object({
    /** Whoever holds the server says whose. */
    personId: idField.optional(),
    /** How many tickets and lines of the log to pass over. */
    tickets: offsetField,
    looks: offsetField,
  }),
}).returns<AboutMe>();

export const sayWish = operation({
  id: 'sayWish',
  method: 'PUT',
  path: '/api/me/wish',
  summary: 'Say what I want: to lead, the technical path, or not now',
  who: 'firm',
  input: z.object({ aspiration: z.enum(['wants-to-lead', 'technical-path', 'not-now', 'not-asked']) }),
}).returns<{ aspiration: Aspiration }>();

export const exportAboutMe = operation({
  id: 'exportAboutMe',
  method: 'GET',
  path: '/api/me/export',
  summary: 'Everything that is held about me, as a file',
  who: 'firm',
  input: z.object({ format: z.enum(['json', 'html']), personId: idField.optional() }),
}).returns<{ fileName: string; mediaType: string; text: string }>();

/** `strength/12/technical`, `ticket/99`, `person/title`, `membership`. */
const aboutField = z
  .string()
  .max(120)
  .regex(/^[a-z][a-z_-]*(\/[a-z0-9_-]+){0,2}$/, 'This is nothing that is held here.');
const textField = z.string().trim().min(1, 'Write what you want to say.').max(2000, 'At most 2,000 characters.');

export const addRemark = operation({
  id: 'addRemark',
  method: 'POST',
  path: '/api/me/remarks',
  summary: 'Say something about what is held on me, or dispute it',
  who: 'firm',
  input: z.object({ about: aboutField, kind: z.enum(['comment', 'dispute']), text: textField }),
}).returns<{ remarkId: number }>();

/** What somebody said, for whoever may answer it. */
export type OpenRemark = {
  remarkId: number;
  personId: number;
  name: string;
  about: string;
  /** What it is about, in words. */
  title: string;
  /** What the side panel opens on; null: it has none. */
  door: string | null;
  kind: RemarkKind;
  text: string;
  at: Instant;
};

export const listOpenRemarks = operation({
  id: 'listOpenRemarks',
  method: 'GET',
  path: '/api/remarks',
  summary: 'What people whose numbers I see said about what is held on them, and nobody answered yet',
  who: 'firm',
  input: nothing,
}).returns<{ remarks: OpenRemark[] }>();

export const answerRemark = operation({
  id: 'answerRemark',
  method: 'POST',
  path: '/api/remarks/:remarkId/answer',
  summary: 'Answer what somebody said about what is held on them',
  who: 'firm',
  input: z.object({
    remarkId: idField,
    outcome: z.enum(['corrected', 'kept'] satisfies RemarkOutcome[]),
    answer: textField,
  }),
}).returns<{ remarks: OpenRemark[] }>();

export const askErasure = operation({
  id: 'askErasure',
  method: 'POST',
  path: '/api/me/erasure',
  summary: 'Ask to be erased from this firm',
  who: 'firm',
  input: nothing,
}).returns<{ asked: true }>();

export const withdrawErasure = operation({
  id: 'withdrawErasure',
  method: 'DELETE',
  path: '/api/me/erasure',
  summary: 'Take the wish to be erased back',
  who: 'firm',
  input: nothing,
}).returns<{ asked: false }>();

/** Somebody who asked to be erased, and what stands against it now. */
export type ErasureWish = {
  personId: number;
  name: string;
  askedAt: Instant;
  /** A sentence; null: nothing does. */
  inTheWay: string | null;
};

export const listErasures = operation({
  id: 'listErasures',
  method: 'GET',
  path: '/api/erasures',
  summary: 'Who asked to be erased',
  who: 'firm',
  input: nothing,
}).returns<{ wishes: ErasureWish[] }>();

export const erasePerson = operation({
  id: 'erasePerson',
  method: 'POST',
  path: '/api/erasures/:personId',
  summary: 'Erase a person; sums over teams stay right',
  who: 'firm',
  /** Their name, typed: there is no way back. */
  input: z.object({ personId: idField, name: z.string().trim().min(1).max(200) }),
}).returns<{ wishes: ErasureWish[] }>();
