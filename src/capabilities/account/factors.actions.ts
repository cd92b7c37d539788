import { Refusal } from '../../base/errors.ts';
import type { AccountContext } from '../../platform/context.ts';
import { keepChallenge, takeChallenge } from '../../platform/sign-in/challenge.ts';
import {
  clearTotp,
  confirmTotp,
  deletePasskey,
  insertPasskey,
  listIdentities,
  listPasskeys,
  saveRecoveryCodes,
  saveTotpSecret,
} from '../../platform/sign-in/factor.store.ts';
import { takeAppCode, takeCode, totpSeal } from '../../platform/sign-in/factors.ts';
import { claimAttempt } from '../../platform/sign-in/guard.ts';
import { askForNewPasskey, checkNewPasskey } from '../../platform/sign-in/passkey.ts';
import { bareCode, newRecoveryCodes, newTotpSecret, recoveryHash, totpAddress } from '../../platform/sign-in/totp.ts';
import type { OwnAccount, PasskeyQuestion } from './contract.ts';
import { noteFailure, wrongCode } from './door.actions.ts';
import { atInstall, note, ownAccount, proveAgain, showAccount } from './own.actions.ts';

/** Makes a secret for an app; codes are asked for only once a first one was right. */
export async function startTotp(
  ctx: AccountContext,
  { password }: { password: string },
): Promise<{ secret: string; uri: string }> {
  const account = await ownAccount(ctx);
  if (account.passwordHash === null)
    throw new Refusal('not-allowed', 'Codes go with a password, and you have none: set one first, or use a passkey.');
  if (account.totpSince !== null)
    throw new Refusal('conflict', 'Codes are on already: turn them off before you set up another app.');
  await proveAgain(ctx, account, password);
  const secret = newTotpSecret();
  const sealed = ctx.secrets.seal(secret, totpSeal(account.accountId));
  await atInstall(ctx, (db) => saveTotpSecret(db, account.accountId, sealed));
  return { secret, uri: totpAddress(secret, account.email) };
}

export async function turnTotpOn(
  ctx: AccountContext,
  { code }: { code: string },
): Promise<{ recoveryCodes: string[] }> {
  const account = await ownAccount(ctx);
  if (account.totpSecret === null || account.totpSince !== null)
    throw new Refusal('conflict', 'There is nothing to turn on: begin to set up codes first.');
  const recoveryCodes = newRecoveryCodes();
  const hashes = recoveryCodes.map((one) => recoveryHash(ctx.secrets, account.accountId, one));
  const attempt = await claimAttempt(ctx, account.email);
  const on = await atInstall(ctx, async (db) => {
    if (!(await takeAppCode(ctx, db, account, bareCode(code)))) return false;
    await confirmTotp(db, account.accountId, ctx.now());
    await saveRecoveryCodes(db, account.accountId, hashes);
    return true;
  });
  if (!on) throw wrongCode();
  await attempt.succeeded();
  await note(ctx, { action: 'codes-on' });
  return { recoveryCodes };
}

export async function turnTotpOff(
  ctx: AccountContext,
  { password, code }: { password: string; code: string },
): Promise<OwnAccount> {
  const account = await ownAccount(ctx);
  if (account.totpSince === null) throw new Refusal('conflict', 'Codes are off already.');
  await proveAgain(ctx, account, password);
  const attempt = await claimAttempt(ctx, account.email);
  const right = await atInstall(ctx, async (db) => {
    if (!(await takeCode(ctx, db, account, code))) return false;
    await clearTotp(db, account.accountId);
    return true;
  });
  if (!right) {
    noteFailure(ctx, attempt, account.accountId);
    throw wrongCode();
  }
  await attempt.succeeded();
  await note(ctx, { action: 'codes-off' });
  return showAccount(ctx);
}

export async function startPasskey(ctx: AccountContext, { password }: { password: string }): Promise<PasskeyQuestion> {
  const account = await ownAccount(ctx);
  await proveAgain(ctx, account, password);
  const known = await atInstall(ctx, (db) => listPasskeys(db, account.accountId));
  // What the passkey keeps as whose it is: nothing that says who.
  const handle = Buffer.from(ctx.secrets.sign(String(account.accountId), 'passkey owner'), 'hex');
  const { email, name } = account;
  const options = await askForNewPasskey(ctx.origin, { userHandle: new Uint8Array(handle), email, name }, known);
  const challenge = await keepChallenge(ctx, 'passkey-add', account.accountId, options.challenge);
  return { challenge, options: { ...options } };
}

export async function keepPasskey(
  ctx: AccountContext,
  { challenge, answer, name }: { challenge: string; answer: Record<string, unknown>; name: string },
): Promise<OwnAccount> {
  const account = await ownAccount(ctx);
  const asked = await atInstall(ctx, (db) => takeChallenge(ctx, db, 'passkey-add', challenge));
  if (asked === undefined || asked.accountId !== account.accountId)
    throw new Refusal('not-allowed', 'That took too long: begin again with the passkey.');
  const passkey = await checkNewPasskey(ctx.origin, asked.memory, answer);
  const kept = await atInstall(ctx, (db) => insertPasskey(db, account.accountId, { ...passkey, name }, ctx.now()));
  if (!kept) throw new Refusal('conflict', 'This passkey is kept already.');
  await note(ctx, { action: 'passkey-added' });
  return showAccount(ctx);
}

export async function dropPasskey(
  ctx: AccountContext,
  { credentialId, password }: { credentialId: string; password: string },
): Promise<OwnAccount> {
  const account = await ownAccount(ctx);
  await proveAgain(ctx, account, password);
  const removed = await atInstall(ctx, async (db) => {
    const others = (await listPasskeys(db, account.accountId)).filter((one) => one.credentialId !== credentialId);
    const identities = await listIdentities(db, account.accountId);
    if (account.passwordHash === null && others.length + identities.length === 0)
      throw new Refusal('conflict', 'This passkey is your only way in: set a password first.');
    return deletePasskey(db, account.accountId, credentialId);
  });
  if (!removed) throw new Refusal('not-found', 'There is no such passkey any more.', { field: 'credentialId' });
  await note(ctx, { action: 'passkey-removed' });
  return showAccount(ctx);
}
