import { Refusal } from '../../base/errors.ts';
import { appendAudit } from '../../platform/audit/store.ts';
import type { DoorContext } from '../../platform/context.ts';
import type { Db } from '../../platform/db/connect.ts';
import { actorOf, insertAccount } from '../../platform/sign-in/account.store.ts';
import { type Invitation, readInvitationBy, spendInvitation } from '../../platform/sign-in/invitation.store.ts';
import { newSecret } from '../../platform/sign-in/secrets.ts';
import { grantFirm, readFirmAccess } from '../../platform/sign-in/store.ts';
import { readPlace } from './store.ts';

type Joining = Pick<DoorContext, 'database' | 'secrets' | 'now'>;

export const spentInvitation = () =>
  new Refusal('not-found', 'This invitation was used, withdrawn or is older than a week: ask for a new one.');

/** An invitation that is still good, by the hash of its secret. */
export async function findInvitation(ctx: Joining, tokenHash: string): Promise<Invitation> {
  const found = await ctx.database.transactAsInstall('sign-in', (db) => readInvitationBy(db, tokenHash, ctx.now()));
  if (found === undefined) throw spentInvitation();
  return found;
}

/** Lets an account into the firm of an invitation; answers with the firm's number. */
export async function joinBy(ctx: Joining, tokenHash: string, account: { accountId: number }): Promise<number> {
  const invitation = await findInvitation(ctx, tokenHash);
  await redeem(ctx, invitation, async () => account.accountId);
  return invitation.orgId;
}

/** Makes the account of an invitation, in its firm; answers with its number. */
export async function makeAccount(
  ctx: Joining,
  invitation: Invitation,
  account: { name: string; passwordHash: string | null },
): Promise<number> {
  // A wallboard is nobody: it must not take the place of an account that somebody with this address may want.
  const email = invitation.role === 'wallboard' ? `${invitation.email}${MARK}${newSecret()}` : invitation.email;
  return redeem(ctx, invitation, async (db) => {
    const accountId = await insertAccount(db, { ...account, email }, ctx.now());
    if (accountId !== undefined) return accountId;
    throw new Refusal('conflict', 'This address has an account by now: open the invitation again.');
  });
}

/** No address of a mailbox holds this after its @. */
const MARK = '#wallboard-';
/** An account's address as it is shown: a wallboard's is the one that its invitation was sent to. */
export const shownAddress = (email: string): string => email.split(MARK)[0]!;

/** All of it or nothing: the invitation used up, the account, its place in the firm, and the line in the firm's log. */
async function redeem(ctx: Joining, invitation: Invitation, accountIn: (db: Db) => Promise<number>): Promise<number> {
  const { orgId, role, personId, tokenHash } = invitation;
  const now = ctx.now();
  return ctx.database.transact({ orgId, actor: 'sign-in', standing: 'engine' }, async (db) => {
    if (!(await spendInvitation(db, tokenHash, now))) throw spentInvitation();
    const accountId = await accountIn(db);
    const actor = actorOf(accountId);
    if ((await readFirmAccess(db, actor)).some((firm) => firm.orgId === orgId))
      throw new Refusal('conflict', 'You are a member of this firm already: sign in.');
    if (personId !== null && (await readPlace(db, personId, accountId)) !== 'free')
      throw new Refusal(
        'conflict',
        'The person that this invitation names left or has another account by now: ask for a new one.',
      );
    await grantFirm(db, actor, { orgId, role, personId });
    const note = {
      action: 'invitation-accepted',
      people: personId === null ? [] : [personId],
      details: { accountId, role },
    };
    await appendAudit(db, ctx.secrets, { orgId, actor, standing: role }, note, now);
    return accountId;
  });
}
