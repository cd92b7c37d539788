import type { Instant } from '../../base/time.ts';
import type { DoorContext } from '../context.ts';
import type { Db } from '../db/connect.ts';
import { type ChallengeKind, deleteChallenge, insertChallenge, readChallenge } from './guard.store.ts';
import { hashOf, newSecret } from './secrets.ts';

const MINUTES = 10;

/** Remembers what a browser was asked; it gets the secret that finds it again. */
export async function keepChallenge(
  ctx: Pick<DoorContext, 'database' | 'secrets' | 'now'>,
  kind: ChallengeKind,
  accountId: number | null,
  memory: string,
): Promise<string> {
  const secret = newSecret();
  const hash = hashOf(secret);
  const sealed = ctx.secrets.seal(memory, `challenge/${hash}`);
  const until = (ctx.now() + MINUTES * 60_000) as Instant;
  await ctx.database.transactAsInstall('sign-in', (db) =>
    insertChallenge(db, { hash, kind, accountId, sealed }, until),
  );
  return secret;
}

export type Challenge = { accountId: number | null; memory: string };

/** What a browser was asked; undefined: nothing, or too long ago. It stays until it is used up. */
export async function findChallenge(
  ctx: Pick<DoorContext, 'secrets' | 'now'>,
  db: Db,
  kind: ChallengeKind,
  secret: string,
): Promise<Challenge | undefined> {
  const hash = hashOf(secret);
  const found = await readChallenge(db, hash, kind, ctx.now());
  return found && { accountId: found.accountId, memory: ctx.secrets.unseal(found.sealed, `challenge/${hash}`) };
}

/** Uses up what a browser was asked: an answer counts once. Undefined: there is nothing, or somebody was faster. */
export async function takeChallenge(
  ctx: Pick<DoorContext, 'secrets' | 'now'>,
  db: Db,
  kind: ChallengeKind,
  secret: string,
): Promise<Challenge | undefined> {
  const found = await findChallenge(ctx, db, kind, secret);
  return found && (await deleteChallenge(db, hashOf(secret))) ? found : undefined;
}
