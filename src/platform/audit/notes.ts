import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Refusal } from '../../base/errors.ts';
import type { Database } from '../db/connect.ts';
import type { Head } from './chain.ts';
import { listFirms, readHash, readHead } from './store.ts';

/** The end of a firm's log as it was when it was last noted, kept outside the database. */
export type NotedHead = Head & { sample: boolean };

/** Notes of one database by firm number. */
export type Notes = Record<string, NotedHead>;

/** Where notes are kept, and of which database; several may share a key's folder. */
export type NotePlace = { file: string; database: string };

type Kept = Record<string, Notes>;

/** The notes of a database; none where there is no file yet. */
export async function readNotes({ file, database }: NotePlace): Promise<Notes> {
  return (await readKept(file))[database] ?? {};
}

/** Keeps the notes of a database beside those of others: all or nothing, readable by their owner only. */
export async function writeNotes({ file, database }: NotePlace, notes: Notes): Promise<void> {
  const kept = { ...(await readKept(file)), [database]: notes };
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

async function readKept(file: string): Promise<Kept> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw new Refusal('unavailable', `The notes of audit logs in ${file} can't be read: ${error.message}.`, {}, error);
  });
  try {
    const kept = JSON.parse(text) as unknown;
    if (isKept(kept)) return kept;
  } catch {
    // Said below.
  }
  throw new Refusal(
    'cannot-read',
    `The notes of audit logs in ${file} are damaged: put them back from a copy, or remove the file to note anew.`,
    { file },
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isKept = (value: unknown): value is Kept =>
  isRecord(value) &&
  Object.values(value).every(
    (notes) =>
      isRecord(notes) &&
      Object.values(notes).every(
        (one) =>
          isRecord(one) && Number.isSafeInteger(one.seq) && typeof one.hash === 'string' && one.hash.length === 64,
      ),
  );

/**
 * Notes the end of every firm's log, at an orderly stop or after a backup. Nothing is checked here: a note is only moved on
 * where the line noted before still stands in the database, so that what was removed is still found by the next check.
 */
export async function noteHeads(database: Database, actor: string, place: NotePlace): Promise<void> {
  const notes = await readNotes(place);
  const firms = await database.transactAsInstall(actor, listFirms);
  const moved = { ...notes };
  for (const { orgId, sample } of firms) {
    const noted = notes[orgId];
    await database.transact({ orgId, actor, standing: 'operator' }, async (db) => {
      const head = await readHead(db);
      if (!head || head.seq === 0) return;
      if (noted && (await readHash(db, noted.seq)) !== noted.hash) return;
      moved[orgId] = { ...head, sample };
    });
  }
  if (JSON.stringify(moved) !== JSON.stringify(notes)) await writeNotes(place, moved);
}
