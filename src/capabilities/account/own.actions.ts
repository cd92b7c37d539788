import { Refusal } from '../../base/errors.ts';
import type { Instant } from '../../base/time.ts';
import type { AccountContext, DoorContext } from '../../platform/context.ts';
import type { Db } from '../../platform/db/connect.ts';
import { type Account, readAccountById, savePassword } from '../../platform/sign-in/account.store.ts';
import { countRecoveryCodes, listIdentities, listPasskeys } from '../../platform/sign-in/factor.store.ts';
import { claimAttempt } from '../../platform/sign-in/guard.ts';
import { passkeyName } from '../../platform/sign-in/passkey.ts';
import { checkPassword, hashPassword } from '../../platform/sign-in/password.ts';
import { hashOf, newSecret } from '../../platform/sign-in/secrets.ts';
import { endOtherSessionsOf, endSessionOf, listSessions, renewSession } from '../../platform/sign-in/session.store.ts';
import { type AccountNote, noteForAccount } from '../../platform/sign-in/sessions.ts';
import type { OwnAccount } from './contract.ts';
import { noteFailure } from './door.actions.ts';
import { refuseWeak } from './invitation.actions.ts';
import { shownAddress } from './joining.actions.ts';

/** Work in the tables of signing in, which belong to no firm. */
export const atInstall = <T>(ctx: AccountContext, work: (db: Db) => Promise<T>): Promise<T> =>
  ctx.database.transactAsInstall(ctx.actor, work);

/** Whoever is signed in: how they may sign in, and where they are. */
export async function showAccount(ctx: AccountContext): Promise<OwnAccount> {
  return atInstall(ctx, async (db) => {
    const account = ctx.accountId === null ? undefined : await readAccountById(db, ctx.accountId);
    const sessions = await listSessions(db, ctx.actor, ctx.now());
    return {
      account: account ? await describeAccount(db, account) : null,
      sessions: sessions.map((one) => ({ ...one, here: one.sessionId === ctx.sessionId })),
      passkeysPossible: passkeyName(ctx.origin) !== undefined,
    };
  });
}

async function describeAccount(db: Db, account: Account): Promise<NonNullable<OwnAccount['account']>> {
  const passkeys = await listPasskeys(db, account.accountId);
  return {
    name: account.name,
    email: shownAddress(account.email),
    hasPassword: account.passwordHash !== null,
    totpSince: account.totpSince,
    recoveryCodes: await countRecoveryCodes(db, account.accountId),
    passkeys: passkeys.map(({ transports: _, ...line }) => line),
    identities: await listIdentities(db, account.accountId),
  };
}

/** The account that changes how it signs in: nobody else does that for it. */
export async function ownAccount(ctx: AccountContext): Promise<Account> {
  if (ctx.accountId === null)
    throw new Refusal(
      'not-allowed',
      'You came in by the printed address, which is no account: invite yourself under Members first.',
    );
  if (ctx.actingBy !== null)
    throw new Refusal('not-allowed', 'Only the person themselves changes how they sign in, not who acts for them.');
  if (ctx.standing === 'wallboard')
    throw new Refusal('not-allowed', 'A wallboard is nobody, so it has no way to sign in: invite a person instead.');
  const { accountId } = ctx;
  const account = await atInstall(ctx, (db) => readAccountById(db, accountId));
  if (account === undefined) throw new Refusal('not-signed-in', 'This account has ended.');
  return account;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
/** How long after signing in somebody without a password may change their ways in. */
const FRESH_MINUTES = 10;

/** Whether a session has only just begun, so that a found or stolen one is not. */
export const isFresh = (session: { begunAt: Instant }, now: Instant): boolean =>
  now - session.begunAt < FRESH_MINUTES * MINUTE;

/**
 * Lets nobody change a way in by an open session alone: asks for the present password, where guesses count as at the door;
 * where there is none, for a session that has only just begun.
 */
export async function proveAgain(
  ctx: DoorContext & { begunAt: Instant },
  account: Account,
  given: string,
  field = 'password',
): Promise<void> {
  if (account.passwordHash === null) {
    if (isFresh(ctx, ctx.now())) return;
    throw new Refusal('not-allowed', 'Sign in again first, then change this.');
  }
  const attempt = await claimAttempt(ctx, account.email);
  const { right } = await checkPassword(given, account.passwordHash, ctx.rules.cost);
  if (right) return attempt.succeeded();
  noteFailure(ctx, attempt, account.accountId);
  throw new Refusal('not-allowed', "This isn't your present password: type it again.", { field });
}

/** Writes down what changed, in each of the account's firms. */
export const note = (ctx: AccountContext, what: AccountNote): Promise<void> => noteForAccount(ctx, ctx.actor, what);

export async function setPassword(
  ctx: AccountContext,
  { current, password }: { current: string; password: string },
): Promise<OwnAccount> {
  const account = await ownAccount(ctx);
  refuseWeak(password, account);
  await proveAgain(ctx, account, current, 'current');
  const hash = await hashPassword(password, ctx.rules.cost);
  const secret = newSecret();
  const until = await atInstall(ctx, async (db) => {
    await savePassword(db, account.accountId, hash);
    await endOtherSessionsOf(db, ctx.actor, ctx.sessionId);
    // Whoever has a copy of this session's secret is out as well.
    const ends = await renewSession(db, ctx.sessionId, hashOf(secret));
    // Working out a hash takes a moment, in which it may have been ended from elsewhere: then nothing is changed.
    if (ends === undefined)
      throw new Refusal('not-signed-in', 'This session was ended meanwhile: sign in again, then change the password.');
    return ends;
  });
  ctx.signIn(secret, (until - ctx.now()) / DAY);
  await note(ctx, { action: 'password-changed' });
  return showAccount(ctx);
}

export async function endOne(ctx: AccountContext, { sessionId }: { sessionId: number }): Promise<OwnAccount> {
  refuseActing(ctx);
  const ended = await atInstall(ctx, (db) => endSessionOf(db, ctx.actor, sessionId));
  if (!ended) throw new Refusal('not-found', 'This session has ended already.', { field: 'sessionId' });
  if (sessionId === ctx.sessionId) ctx.signOut();
  await note(ctx, { action: 'session-ended' });
  return showAccount(ctx);
}

export async function endOthers(ctx: AccountContext): Promise<OwnAccount> {
  refuseActing(ctx);
  await atInstall(ctx, (db) => endOtherSessionsOf(db, ctx.actor, ctx.sessionId));
  await note(ctx, { action: 'session-ended' });
  return showAccount(ctx);
}

function refuseActing(ctx: AccountContext): void {
  if (ctx.actingBy === null) return;
  throw new Refusal('not-allowed', 'Only the person themselves ends their sessions, not who acts for them.');
}
