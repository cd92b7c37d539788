import { Refusal } from '../../base/errors.ts';
import type { DoorContext } from '../../platform/context.ts';
import { describeFailure } from '../../platform/http/failure.ts';
import {
  type Account,
  actorOf,
  readAccountByEmail,
  readAccountById,
  readAccountsThere,
  savePassword,
} from '../../platform/sign-in/account.store.ts';
import { findChallenge, keepChallenge, takeChallenge } from '../../platform/sign-in/challenge.ts';
import { lockPasskey, notePasskeyUse } from '../../platform/sign-in/factor.store.ts';
import { takeCode } from '../../platform/sign-in/factors.ts';
import { type Attempt, claimAttempt } from '../../platform/sign-in/guard.ts';
import { askForPasskey, checkPasskey, passkeyName } from '../../platform/sign-in/passkey.ts';
import { checkPassword, hashPassword } from '../../platform/sign-in/password.ts';
import { listKeptProviders } from '../../platform/sign-in/provider.store.ts';
import { hashOf } from '../../platform/sign-in/secrets.ts';
import { endSessionBy } from '../../platform/sign-in/session.store.ts';
import { beginSession, noteForAccount } from '../../platform/sign-in/sessions.ts';
import type { Entered, PasskeyQuestion, ProviderButton } from './contract.ts';
import { joinBy } from './joining.actions.ts';

/** Which ways in there are, here and now. */
export async function showDoor(
  ctx: DoorContext,
): Promise<{ providers: ProviderButton[]; passkeys: boolean; fresh: boolean }> {
  const { providers, there } = await ctx.database.transactAsInstall('sign-in', async (db) => ({
    providers: await listKeptProviders(db),
    there: await readAccountsThere(db),
  }));
  return {
    providers: providers.map(({ providerId, label }) => ({ providerId, label })),
    passkeys: passkeyName(ctx.origin) !== undefined,
    fresh: !there.any,
  };
}

const wrongPassword = () =>
  new Refusal('not-allowed', "This address and password don't belong together: check both, or ask for an invitation.");

/** An account by address and password; refuses in one sentence and with the same work whether or not there is one. */
export async function provePassword(
  ctx: DoorContext,
  email: string,
  password: string,
): Promise<{ account: Account; attempt: Attempt }> {
  const attempt = await claimAttempt(ctx, email);
  const account = await ctx.database.transactAsInstall('sign-in', (db) => readAccountByEmail(db, email));
  const checked = await checkPassword(password, account?.passwordHash ?? null, ctx.rules.cost);
  if (account === undefined || !checked.right) {
    noteFailure(ctx, attempt, account?.accountId);
    throw wrongPassword();
  }
  if (checked.outdated) {
    const anew = await hashPassword(password, ctx.rules.cost);
    await ctx.database.transactAsInstall('sign-in', (db) => savePassword(db, account.accountId, anew));
  }
  return { account, attempt };
}

/**
 * The account's firms are told when somebody fails to sign in with it, once in a while, and when it has to wait. The answer
 * doesn't wait for it: else its time would say who has an account.
 */
export function noteFailure(ctx: DoorContext, attempt: Attempt, accountId: number | undefined): void {
  if (accountId === undefined || !(attempt.locks || attempt.isFirst)) return;
  const action = attempt.locks ? 'sign-in-locked' : 'sign-in-failed';
  const by = { actor: 'sign-in', standing: 'engine' };
  void noteForAccount(ctx, actorOf(accountId), { action, by }).catch((error: unknown) =>
    ctx.log(`A failed sign-in could not be written down: ${describeFailure(error)}`),
  );
}

/** What stands between a right password and a session. `invitation`: the hash of one that is redeemed on the way. */
type Halfway = { invitation: string | null };

export async function enterByPassword(
  ctx: DoorContext,
  { email, password }: { email: string; password: string },
): Promise<Entered> {
  const { account, attempt } = await provePassword(ctx, email, password);
  if (account.totpSince !== null) return askForCode(ctx, account, attempt, { invitation: null });
  await attempt.succeeded();
  await beginSession(ctx, async () => ({
    actor: actorOf(account.accountId),
    accountId: account.accountId,
    method: 'password',
  }));
  return { state: 'in' };
}

/** The password was right; now the code. */
export async function askForCode(
  ctx: DoorContext,
  account: Account,
  attempt: Attempt,
  halfway: Halfway,
): Promise<Entered> {
  await attempt.takeBack();
  const challenge = await keepChallenge(ctx, 'second-factor', account.accountId, JSON.stringify(halfway));
  return { state: 'code-needed', challenge };
}

export async function enterByCode(
  ctx: DoorContext,
  { challenge, code }: { challenge: string; code: string },
): Promise<Entered> {
  const asked = await ctx.database.transactAsInstall('sign-in', async (db) => {
    const found = await findChallenge(ctx, db, 'second-factor', challenge);
    return found?.accountId ? await readAccountById(db, found.accountId) : undefined;
  });
  if (asked === undefined) throw tooLate();
  const attempt = await claimAttempt(ctx, asked.email);
  const right = await ctx.database.transactAsInstall('sign-in', (db) => takeCode(ctx, db, asked, code));
  if (!right) {
    noteFailure(ctx, attempt, asked.accountId);
    throw wrongCode();
  }
  await attempt.succeeded();
  const { accountId } = asked;
  const memory = await ctx.database.transactAsInstall('sign-in', async (db) =>
    takeChallenge(ctx, db, 'second-factor', challenge),
  );
  if (memory === undefined) throw tooLate();
  const { invitation } = JSON.parse(memory.memory) as Halfway;
  const orgId = invitation === null ? undefined : await joinBy(ctx, invitation, asked);
  const actor = actorOf(accountId);
  await beginSession(ctx, async () => ({
    actor,
    accountId,
    method: 'password',
    ...(orgId !== undefined && { orgId }),
  }));
  return { state: 'in' };
}

const tooLate = () => new Refusal('not-allowed', 'That took too long: begin again with your password.');
export const wrongCode = () =>
  new Refusal('not-allowed', "This code isn't right, or was used already: wait for the next one.", { field: 'code' });

export async function askAnyPasskey(ctx: DoorContext): Promise<PasskeyQuestion> {
  const options = await askForPasskey(ctx.origin);
  const challenge = await keepChallenge(ctx, 'passkey-enter', null, options.challenge);
  return { challenge, options: { ...options } };
}

/** A passkey is two factors at once: the thing itself, and the finger, face or PIN that it asked for. */
export async function enterByPasskey(
  ctx: DoorContext,
  { challenge, answer }: { challenge: string; answer: Record<string, unknown> },
): Promise<Entered> {
  // Used up whatever the answer is.
  const asked = await ctx.database.transactAsInstall('sign-in', (db) =>
    takeChallenge(ctx, db, 'passkey-enter', challenge),
  );
  if (asked === undefined) throw new Refusal('not-allowed', 'That took too long: try the passkey again.');
  const begun = await beginSession(ctx, async (db) => {
    const passkey = typeof answer.id === 'string' ? await lockPasskey(db, answer.id) : undefined;
    const account = passkey && (await readAccountById(db, passkey.accountId));
    if (passkey === undefined || account === undefined) return undefined;
    const counter = await checkPasskey(ctx.origin, asked.memory, answer, passkey);
    await notePasskeyUse(db, passkey.credentialId, counter, ctx.now());
    return { actor: actorOf(account.accountId), accountId: account.accountId, method: 'passkey' };
  });
  if (begun) return { state: 'in' };
  throw new Refusal('not-allowed', 'Nobody here knows this passkey: sign in another way and add it to your account.');
}

export async function leaveHere(ctx: DoorContext): Promise<{ state: 'out' }> {
  const { sessionSecret } = ctx;
  if (sessionSecret) await ctx.database.transactAsInstall('sign-in', (db) => endSessionBy(db, hashOf(sessionSecret)));
  ctx.signOut();
  return { state: 'out' };
}
