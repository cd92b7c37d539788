import { Refusal } from '../../base/errors.ts';
import type { FirmContext } from '../../platform/context.ts';
import { withoutLimit } from '../../platform/db/database.ts';
import { firmDay } from '../../records/firm/store.ts';
import { erasePerson, type InTheWay, readInTheWay } from '../../records/people/erase.store.ts';
import { nameHasher } from '../../records/people/erased.store.ts';
import type { PersonId } from '../../records/people/types.ts';
import { takeImportTurn } from '../../records/work/store.ts';
import type { ErasureWish } from './contract.ts';
import { deleteErasureRequest, readErasureRequests, readName, saveErasureRequest } from './erasure.store.ts';
import { ownPerson } from './remarks.actions.ts';

/** What follows an erasure, inside the same transaction: the models are fitted again. Brought in from outside. */
export type ErasureHooks = { refit(ctx: Pick<FirmContext, 'db' | 'log' | 'now'>): Promise<void> };

/** Somebody asks to be erased. */
export async function askToBeErased(ctx: FirmContext): Promise<{ asked: true }> {
  const personId = ownPerson(ctx);
  await saveErasureRequest(ctx.db, personId, ctx.now());
  ctx.concerns.people.add(personId);
  return { asked: true };
}

/** They take it back. */
export async function takeBackErasure(ctx: FirmContext): Promise<{ asked: false }> {
  const personId = ownPerson(ctx);
  await deleteErasureRequest(ctx.db, personId);
  ctx.concerns.people.add(personId);
  return { asked: false };
}

/** Who asked, and what stands against carrying it out now. */
export async function findErasures(ctx: FirmContext): Promise<{ wishes: ErasureWish[] }> {
  const wishes: ErasureWish[] = [];
  for (const request of await ctx.asEngine(readErasureRequests)) {
    const inTheWay = await ctx.asEngine((db) => readInTheWay(db, request.personId as PersonId));
    wishes.push({ ...request, inTheWay: sayInTheWay(request.name, inTheWay) });
  }
  return { wishes };
}

/** Erases a person for good: their name, typed, is the confirmation. */
export async function erase(
  ctx: FirmContext,
  input: { personId: number; name: string },
  hooks: ErasureHooks,
): Promise<{ wishes: ErasureWish[] }> {
  const personId = input.personId as PersonId;
  const name = await ctx.asEngine((db) => readName(db, personId));
  if (name === undefined)
    throw new Refusal('not-found', 'There is no such person in this firm.', { field: 'personId' });
  if (fold(name) !== fold(input.name))
    throw new Refusal('bad-input', `Type the name as it stands on the list, "${name}": there is no way back.`, {
      field: 'name',
    });
  const day = await firmDay(ctx.db, ctx.now());
  const standIn = await ctx.asEngine(async (db) => {
    // An import that is under way may hold the number of the person who is about to go.
    if (!(await takeImportTurn(db)))
      throw new Refusal('conflict', 'A file is being imported for this firm: wait until it is done, then try again.');
    const inTheWay = sayInTheWay(name, await readInTheWay(db, personId));
    if (inTheWay !== null) throw new Refusal('conflict', inTheWay, { field: 'personId' });
    await withoutLimit(db);
    const done = await erasePerson(db, personId, day, nameHasher(ctx));
    await hooks.refit({ ...ctx, db });
    return done;
  });
  ctx.concerns.people.add(personId);
  ctx.concerns.details.standIn = standIn;
  return findErasures(ctx);
}

const fold = (name: string) => name.normalize('NFC').trim().toLowerCase();

function sayInTheWay(name: string, { seats, onlyOwner }: InTheWay): string | null {
  if (seats.length > 0)
    return `${name} holds the seat ${seats.map((title) => `"${title}"`).join(' and ')}: give it to somebody else or leave it open first.`;
  return onlyOwner ? `${name} is the only owner who can sign in: make somebody else an owner first.` : null;
}
