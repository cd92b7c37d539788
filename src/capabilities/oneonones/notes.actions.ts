import { Refusal } from '../../base/errors.ts';
import type { FirmContext } from '../../platform/context.ts';
import { ownPair, ownPerson } from './actions.ts';
import type { PrivateNotes } from './contract.ts';
import { deleteNote, insertNote, readNotes, readOwnKeys, readRecipient, saveKeys } from './notes.store.ts';

/** Ciphertexts and what opens them in the browser; the server can't. */
export async function findNotes(ctx: FirmContext, { pairId }: { pairId: number }): Promise<PrivateNotes> {
  const pair = await ownPair(ctx, pairId);
  return {
    mine: (await readOwnKeys(ctx.db)) ?? null,
    theirs: (await readRecipient(ctx.db, pair.other)) ?? null,
    notes: await readNotes(ctx.db, pairId),
  };
}

/** Keeps keys that a browser made. `replaces` says which ones it saw: nobody's new keys are lost to an old page. */
export async function keepKeys(
  ctx: FirmContext,
  { recipient, sealed, replaces }: { recipient: string; sealed: string; replaces: string | null },
): Promise<{ recipient: string }> {
  ownPerson(ctx);
  const now = await readOwnKeys(ctx.db);
  if ((now?.recipient ?? null) !== replaces)
    throw new Refusal('conflict', 'Your keys were changed meanwhile, perhaps in another window: reload this page.');
  await saveKeys(ctx.db, { recipient, sealed }, ctx.now());
  return { recipient };
}

/** Keeps a note. It must have been encrypted to the keys of today: else its reader could never open it. */
export async function keepNote(
  ctx: FirmContext,
  { pairId, body, mine, theirs }: { pairId: number; body: string; mine: string; theirs: string | null },
): Promise<{ noteId: number }> {
  const pair = await ownPair(ctx, pairId);
  const keys = {
    mine: (await readRecipient(ctx.db, pair.you))?.recipient,
    theirs: (await readRecipient(ctx.db, pair.other))?.recipient,
  };
  if (keys.mine !== mine || (theirs !== null && keys.theirs !== theirs))
    throw new Refusal('conflict', 'One of you made new keys meanwhile: reload this page and write the note again.');
  const noteId = await insertNote(ctx.db, { pairId, other: theirs === null ? null : pair.other, body, at: ctx.now() });
  return { noteId };
}

export async function removeNote(
  ctx: FirmContext,
  { pairId, noteId }: { pairId: number; noteId: number },
): Promise<{ removed: true }> {
  await ownPair(ctx, pairId);
  if (!(await deleteNote(ctx.db, pairId, noteId)))
    throw new Refusal('not-found', 'There is no such note of yours.', { field: 'noteId' });
  return { removed: true };
}
