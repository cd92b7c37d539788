import { sql } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { timestamp } from '../../platform/db/values.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { NoteKeys, SealedNote } from './contract.ts';

/** The public key that notes to somebody are encrypted to; undefined: they have none. */
export async function readRecipient(
  db: Db,
  personId: PersonId,
): Promise<{ recipient: string; madeAt: Instant } | undefined> {
  const row = await db
    .selectFrom('note_recipient')
    .select(['recipient', 'made_at'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row && { recipient: row.recipient, madeAt: row.made_at as Instant };
}

/** Both halves of one's own keys, the secret one locked; undefined: there are none. */
export async function readOwnKeys(db: Db): Promise<NoteKeys | undefined> {
  const { rows } = await sql<NoteKeys>`
    select r.recipient, i.sealed, r.made_at as "madeAt" from note_identity i join note_recipient r using (person_id)
    where i.person_id = app_person()`.execute(db);
  return rows[0];
}

/** Keeps one's own keys; with the public half as it was, only its lock changes. */
export async function saveKeys(db: Db, { recipient, sealed }: Omit<NoteKeys, 'madeAt'>, at: Instant): Promise<void> {
  await sql`
    insert into note_recipient (person_id, recipient, made_at) values (app_person(), ${recipient}, ${timestamp(at)})
    on conflict (org_id, person_id) do update set recipient = excluded.recipient, made_at = excluded.made_at
    where note_recipient.recipient <> excluded.recipient`.execute(db);
  await sql`
    insert into note_identity (person_id, sealed) values (app_person(), ${sealed})
    on conflict (org_id, person_id) do update set sealed = excluded.sealed`.execute(db);
}

/** Ciphertexts of a pair that whoever acts is a reader of, the newest first. */
export async function readNotes(db: Db, pairId: number): Promise<SealedNote[]> {
  const { rows } = await sql<SealedNote>`
    select note_id as "noteId", author_id as "authorId", cardinality(readers) > 1 as both, body, written_at as "writtenAt"
    from private_note where pair_id = ${pairId} and app_person() = any(readers)
    order by written_at desc, note_id desc limit 500`.execute(db);
  return rows;
}

/** Keeps a ciphertext in the name of whoever acts; `other`: who can open it besides. */
export async function insertNote(
  db: Db,
  note: { pairId: number; other: PersonId | null; body: string; at: Instant },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into private_note (pair_id, author_id, readers, body, written_at)
    values (${note.pairId}, app_person(), array_remove(array[app_person(), ${note.other}::bigint], null), ${note.body},
      ${timestamp(note.at)})
    returning note_id as id`.execute(db);
  return rows[0]!.id;
}

/** Removes a note of one's own; false: there is none. */
export async function deleteNote(db: Db, pairId: number, noteId: number): Promise<boolean> {
  const result = await db
    .deleteFrom('private_note')
    .where('pair_id', '=', pairId)
    .where('note_id', '=', noteId)
    .where('author_id', '=', sql<number>`app_person()`)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
