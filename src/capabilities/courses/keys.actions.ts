import { Refusal } from '../../base/errors.ts';
import type { FirmContext } from '../../platform/context.ts';
import { hashOf, newSecret } from '../../platform/sign-in/secrets.ts';
import { endToken, insertToken, listTokens } from '../../platform/sign-in/token.store.ts';
import { type Keys, takeStatements } from './contract.ts';

/** Keys of learning systems; of one, only that it is there. */
export async function findKeys(ctx: FirmContext): Promise<Keys> {
  return { keys: await listTokens(ctx.db, takeStatements.id), path: ENDPOINT };
}

/** Makes a key: shown this once, kept as a hash. */
export async function makeKey(ctx: FirmContext, { label }: { label: string }): Promise<Keys & { key: string }> {
  const key = newSecret();
  const token = { label, operation: takeStatements.id, hash: hashOf(key), madeBy: ctx.actor };
  await insertToken(ctx.db, token, ctx.now());
  return { ...(await findKeys(ctx)), key };
}

/** Ends a key at once. */
export async function endKey(ctx: FirmContext, { tokenId }: { tokenId: number }): Promise<Keys> {
  if (!(await endToken(ctx.db, tokenId, ctx.now())))
    throw new Refusal('not-found', 'There is no such key any more.', { field: 'tokenId' });
  return findKeys(ctx);
}

/** A learning system puts `statements` behind it. */
const ENDPOINT = takeStatements.path.replace(/statements$/, '');
