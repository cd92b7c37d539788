import { sql } from 'kysely';
import type { Db } from '../../platform/db/connect.ts';
import type { PersonId } from './types.ts';
import { wholeNames } from './whole-names.ts';

/** Under which names, addresses and actors somebody is known in a firm. */
export type KnownAs = {
  personId: PersonId;
  name: string;
  /** Names and addresses. */
  texts: string[];
  /** Those of them that nobody else here has. */
  own: string[];
  /** Their first name, where nobody else here has it; else empty. */
  firstName: string;
  actors: string[];
};

/** What stands in a text where a name was: short, so that no text outgrows its limit. */
const GAP = '–';

/**
 * Tables that hold no text about people: tickets never hold any, a firm, its clients and its areas are not people, the log
 * holds only numbers, and of erased names only hashes are kept.
 */
const WITHOUT_NAMES = [
  'firm',
  'person',
  'client',
  'category',
  'ticket',
  'ticket_event',
  'evidence_case',
  'evidence_cross',
  'evidence_total',
  'evidence_fit',
  'evidence_cell',
  'evidence_made_with',
  'audit_entry',
  'audit_head',
  'erased_name',
  // Ciphertext.
  'note_recipient',
  'note_identity',
  'private_note',
];

/** Columns that others refer to by what they say. */
const KEYS = [
  ...['step_key', 'key', 'about', 'kind', 'state', 'outcome', 'competency', 'attribute', 'rater', 'measure', 'came_of'],
  ...['side', 'end_side', 'waits_for', 'wish', 'again', 'stayed', 'team'],
  ...['subject', 'moment'],
];

/**
 * Takes a name and its addresses out of every text that the firm keeps, wherever somebody typed it. Goes by the catalogue,
 * so that a table added later can't be forgotten. A first name alone is taken out where our own sentences use it.
 */
export async function removeNames(db: Db, { own, firstName }: KnownAs): Promise<void> {
  if (own.length > 0) {
    for (const column of await readTextColumns(db)) await replaceIn(db, column, own, 'gi');
  }
  if (firstName === '') return;
  for (const column of WITH_FIRST_NAMES) await replaceIn(db, column, [firstName], 'g');
}

type TextColumn = { table: string; column: string; type: 'text' | 'jsonb' };

/** Where our own sentences, or an answer to them, call people by their first name. */
const WITH_FIRST_NAMES: readonly TextColumn[] = [
  { table: 'card', column: 'trigger', type: 'text' },
  { table: 'card', column: 'first_sentence', type: 'text' },
  { table: 'card', column: 'reason', type: 'text' },
  { table: 'card', column: 'evidence', type: 'jsonb' },
  { table: 'mentoring_pair', column: 'reasons', type: 'jsonb' },
  { table: 'mentoring_wish', column: 'found_none', type: 'text' },
  { table: 'decision', column: 'advice', type: 'jsonb' },
  { table: 'decision', column: 'reason', type: 'text' },
  { table: 'decision_review', column: 'words', type: 'text' },
  { table: 'next_step', column: 'text', type: 'text' },
  { table: 'next_step', column: 'result', type: 'text' },
];

async function readTextColumns(db: Db): Promise<TextColumn[]> {
  const { rows } = await sql<TextColumn>`
    select c.relname as table, a.attname as column, t.typname as type
    from pg_class c
      join pg_attribute o on o.attrelid = c.oid and o.attname = 'org_id'
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid and t.typname in ('text', 'jsonb')
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname <> all(${WITHOUT_NAMES}::text[]) and a.attname <> all(${KEYS}::text[])
      and has_column_privilege(c.oid, a.attnum, 'update')
    order by 1, 2`.execute(db);
  return rows;
}

async function replaceIn(
  db: Db,
  { table, column, type }: TextColumn,
  texts: readonly string[],
  flags: 'g' | 'gi',
): Promise<void> {
  const name = sql.ref(column);
  const pattern = wholeNames(texts, type);
  const match = flags === 'gi' ? sql`~*` : sql`~`;
  const cast = sql.raw(type === 'jsonb' ? '::jsonb' : '');
  await sql`
    update ${sql.table(table)} set ${name} = regexp_replace(${name}::text, ${pattern}, ${GAP}, ${flags})${cast}
    where ${name}::text ${match} ${pattern}`.execute(db);
}
