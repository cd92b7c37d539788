import { Refusal } from '../../base/errors.ts';
import type { Role } from '../../base/roles.ts';
import type { DoorContext } from '../../platform/context.ts';
import { type Account, actorOf, readAccountByEmail, readAccountById } from '../../platform/sign-in/account.store.ts';
import { findSession } from '../../platform/sign-in/actions.ts';
import { takeCode } from '../../platform/sign-in/factors.ts';
import type { Invitation } from '../../platform/sign-in/invitation.store.ts';
import { hashPassword } from '../../platform/sign-in/password.ts';
import { hashOf } from '../../platform/sign-in/secrets.ts';
import { beginSession } from '../../platform/sign-in/sessions.ts';
import { setSessionFirm } from '../../platform/sign-in/store.ts';
import { weaknessOf } from '../../platform/sign-in/weak-password.ts';
import { readFirm } from '../../records/people/store.ts';
import type { Entered } from './contract.ts';
import { askForCode, noteFailure, provePassword, wrongCode } from './door.actions.ts';
import { findInvitation, joinBy, makeAccount } from './joining.actions.ts';

/** A wallboard hangs on a wall, perhaps over a closed season: nobody stands before it to sign in. */
const WALLBOARD_DAYS = 90;

/** What an invitation is for, for whoever holds its link. */
export async function showInvitation(
  ctx: DoorContext,
  { token }: { token: string },
): Promise<{ firmName: string; email: string; role: Role; invitedBy: string; hasAccount: boolean }> {
  const invitation = await findInvitation(ctx, hashOf(token));
  const { orgId, email, role } = invitation;
  const firm = await ctx.database.transact({ orgId, actor: 'sign-in', standing: 'engine' }, readFirm);
  if (firm === undefined) throw new Refusal('not-found', 'The firm of this invitation is no longer kept here.');
  const { account, inviter } = await ctx.database.transactAsInstall('sign-in', async (db) => {
    const inviterId = Number(/^account:(\d+)$/.exec(invitation.invitedBy)?.[1] ?? 0);
    return {
      account: role === 'wallboard' ? undefined : await readAccountByEmail(db, email),
      inviter: await readAccountById(db, inviterId),
    };
  });
  const invitedBy = inviter?.name ?? 'Whoever runs this Evenkeel';
  return { firmName: firm.name, email, role, invitedBy, hasAccount: account !== undefined };
}

type Accepting = { token: string; name?: string | undefined; password?: string | undefined; code?: string | undefined };

/** Makes an account from an invitation and signs it in; who has one joins the firm with it. */
export async function acceptBy(ctx: DoorContext, input: Accepting): Promise<Entered> {
  const invitation = await findInvitation(ctx, hashOf(input.token));
  if (invitation.role === 'wallboard') return hangWallboard(ctx, invitation);
  const account = await ctx.database.transactAsInstall('sign-in', (db) => readAccountByEmail(db, invitation.email));
  return account ? joinWith(ctx, invitation, account, input) : startWith(ctx, invitation, input);
}

async function hangWallboard(ctx: DoorContext, invitation: Invitation): Promise<Entered> {
  const accountId = await makeAccount(ctx, invitation, { name: 'Wallboard', passwordHash: null });
  await beginSession(ctx, async () => ({
    actor: actorOf(accountId),
    accountId,
    method: 'address',
    orgId: invitation.orgId,
    days: WALLBOARD_DAYS,
    mayRest: true,
  }));
  return { state: 'in' };
}

async function startWith(ctx: DoorContext, invitation: Invitation, input: Accepting): Promise<Entered> {
  const { name, password } = input;
  if (name === undefined)
    throw new Refusal('bad-input', 'A name is needed: as colleagues know you.', { field: 'name' });
  if (password === undefined)
    throw new Refusal('bad-input', 'A password is needed: a sentence is easiest.', { field: 'password' });
  refuseWeak(password, { email: invitation.email, name });
  const passwordHash = await hashPassword(password, ctx.rules.cost);
  const accountId = await makeAccount(ctx, invitation, { name, passwordHash });
  await enterFirm(ctx, accountId, invitation.orgId);
  return { state: 'in' };
}

/** Refuses a password that is tried first. */
export function refuseWeak(password: string, about: { email: string; name: string }): void {
  const weakness = weaknessOf(password, about);
  if (weakness !== undefined) throw new Refusal('bad-input', weakness, { field: 'password' });
}

async function joinWith(
  ctx: DoorContext,
  invitation: Invitation,
  account: Account,
  { password, code }: Accepting,
): Promise<Entered> {
  const { tokenHash, orgId } = invitation;
  const here = await findSession(ctx.database, ctx.sessionSecret, ctx.now());
  if (here && here.accountId === account.accountId && here.actingBy === null) {
    await joinBy(ctx, tokenHash, account);
    await ctx.database.transactAsInstall('sign-in', (db) => setSessionFirm(db, here.sessionHash, orgId));
    return { state: 'in' };
  }
  if (password === undefined)
    throw new Refusal(
      'not-allowed',
      'This address has an account: give its password, or sign in another way and open the invitation again.',
      { field: 'password' },
    );
  const { attempt } = await provePassword(ctx, account.email, password);
  if (account.totpSince !== null) {
    if (code === undefined) return askForCode(ctx, account, attempt, { invitation: tokenHash });
    const right = await ctx.database.transactAsInstall('sign-in', (db) => takeCode(ctx, db, account, code));
    if (!right) {
      noteFailure(ctx, attempt, account.accountId);
      throw wrongCode();
    }
  }
  await attempt.succeeded();
  await joinBy(ctx, tokenHash, account);
  await enterFirm(ctx, account.accountId, orgId);
  return { state: 'in' };
}

async function enterFirm(ctx: DoorContext, accountId: number, orgId: number): Promise<void> {
  await beginSession(ctx, async () => ({ actor: actorOf(accountId), accountId, method: 'password', orgId }));
}
