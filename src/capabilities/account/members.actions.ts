import { Refusal } from '../../base/errors.ts';
import { ROLE_NAMES, type Role, type Standing } from '../../base/roles.ts';
import type { Instant } from '../../base/time.ts';
import { type AuditNote, appendAudit } from '../../platform/audit/store.ts';
import type { AccountContext } from '../../platform/context.ts';
import type { Db } from '../../platform/db/connect.ts';
import { actorOf, deleteAccount } from '../../platform/sign-in/account.store.ts';
import { deleteInvitation, insertInvitation } from '../../platform/sign-in/invitation.store.ts';
import { hashOf, newSecret } from '../../platform/sign-in/secrets.ts';
import { endAllSessionsOf, endSessionsIn } from '../../platform/sign-in/session.store.ts';
import { readFirmAccess } from '../../platform/sign-in/store.ts';
import { readSecondFactorRequired, saveSecondFactorRequired } from '../../records/people/firm.store.ts';
import { readFirm } from '../../records/people/store.ts';
import type { Members } from './contract.ts';
import { shownAddress } from './joining.actions.ts';
import {
  deleteMember,
  lockOwners,
  type MemberRow,
  readInvited,
  readMembers,
  readPeopleWithout,
  readPlace,
  saveMember,
} from './store.ts';

const DAY = 86_400_000;
const INVITATION_DAYS = 7;

/** One transaction in the firm that the session works in. */
export function inOwnFirm<T>(
  ctx: AccountContext,
  work: (db: Db, firm: { orgId: number; standing: Standing }) => Promise<T>,
): Promise<T> {
  const { orgId, standing, actor, personId } = ctx;
  if (orgId === null || standing === null)
    throw new Refusal('not-found', 'You work in no firm yet: start or open one first.');
  return ctx.database.transact({ orgId, actor, standing, personId }, (db) => work(db, { orgId, standing }));
}

/** One line in the firm's log, at the end of a transaction. */
export function writeLine(
  ctx: AccountContext,
  db: Db,
  firm: { orgId: number; standing: Standing },
  { details, ...line }: AuditNote,
): Promise<void> {
  const acting = ctx.actingBy !== null && { actingBy: ctx.actingBy };
  return appendAudit(
    db,
    ctx.secrets,
    { ...firm, actor: ctx.actor },
    { ...line, details: { ...details, ...acting } },
    ctx.now(),
  );
}

export function showMembers(ctx: AccountContext): Promise<Members> {
  return inOwnFirm(ctx, (db) => readAll(ctx, db));
}

async function readAll(ctx: AccountContext, db: Db): Promise<Members> {
  const members = await readMembers(db);
  return {
    members: members.map(({ personId, personName, ...row }) => ({
      ...row,
      email: shownAddress(row.email),
      person: personId === null ? null : { personId, name: personName ?? '' },
      you: row.accountId === ctx.accountId,
    })),
    invited: (await readInvited(db, ctx.now())).map(({ personId, personName, ...row }) => ({
      ...row,
      person: personId === null ? null : { personId, name: personName ?? '' },
    })),
    without: await readPeopleWithout(db),
    mail: ctx.mail !== null,
    secondFactorRequired: await readSecondFactorRequired(db),
  };
}

type Inviting = { email: string; role: Role; personId: number | null };

/** Makes a link that lets its holder in once, and sends it where mail is set up. */
export async function sendInvitation(
  ctx: AccountContext,
  { email, role, personId }: Inviting,
): Promise<{ link: string; mailed: boolean; members: Members }> {
  const secret = newSecret();
  const now = ctx.now();
  const { members, firmName } = await inOwnFirm(ctx, async (db, firm) => {
    const there = (await readMembers(db)).find((one) => one.email.toLowerCase() === email);
    if (there)
      throw new Refusal('conflict', `${there.name} is a member with this address already: change their role instead.`, {
        field: 'email',
      });
    await refusePlace(db, { role, personId }, null);
    const given = { tokenHash: hashOf(secret), orgId: firm.orgId, email, role, personId, invitedBy: ctx.actor };
    await insertInvitation(db, given, now, (now + INVITATION_DAYS * DAY) as Instant);
    await writeLine(ctx, db, firm, { action: 'invite', people: peopleOf(personId), details: { role } });
    return { members: await readAll(ctx, db), firmName: (await readFirm(db))?.name ?? '' };
  });
  // After the sign #, so that it stands in no log of a server or proxy.
  const link = `${ctx.address ?? ctx.origin}/invitation#${secret}`;
  return { link, mailed: await mailInvitation(ctx, { email, role, firmName, link }), members };
}

async function mailInvitation(
  ctx: AccountContext,
  { email, role, firmName, link }: { email: string; role: Role; firmName: string; link: string },
): Promise<boolean> {
  if (ctx.mail === null) return false;
  const text = `You are invited to Evenkeel of ${firmName}, as ${ROLE_NAMES[role].toLowerCase()}.

Open this address to join. It works once, within ${INVITATION_DAYS} days:

${link}

If you did not expect this, do nothing: without the address nobody joins.
`;
  try {
    await ctx.mail.send({ to: email, subject: `Invitation to Evenkeel of ${firmName}`, text });
    return true;
  } catch {
    // The link is on the screen all the same; whom it was for is nobody else's business.
    ctx.log('An invitation could not be mailed; its link was shown instead.');
    return false;
  }
}

export function takeBackInvitation(ctx: AccountContext, { invitationId }: { invitationId: string }): Promise<Members> {
  return inOwnFirm(ctx, async (db, firm) => {
    if (!(await deleteInvitation(db, firm.orgId, invitationId)))
      throw new Refusal('not-found', 'This invitation is no longer open.', { field: 'invitationId' });
    await writeLine(ctx, db, firm, { action: 'withdrawInvitation' });
    return readAll(ctx, db);
  });
}

type Changing = { accountId: number; role?: Role | undefined; personId?: number | null | undefined };

export function editMember(ctx: AccountContext, { accountId, ...change }: Changing): Promise<Members> {
  return inOwnFirm(ctx, async (db, firm) => {
    const owners = await lockOwners(db);
    const member = await findMember(db, accountId);
    const role = change.role ?? member.role;
    const personId = change.personId === undefined ? member.personId : change.personId;
    if (role !== 'owner') refuseLastOwner(owners, member);
    if ((role === 'wallboard') !== (member.role === 'wallboard'))
      throw new Refusal('bad-input', 'A person can be no wallboard, nor a wallboard a person: invite one instead.', {
        field: 'role',
      });
    await refusePlace(db, { role, personId }, accountId);
    await saveMember(db, accountId, { role, personId });
    const people = [...peopleOf(member.personId), ...peopleOf(personId)];
    await writeLine(ctx, db, firm, { action: 'changeMember', people, details: { accountId, role } });
    return readAll(ctx, db);
  });
}

export function dropMember(ctx: AccountContext, { accountId }: { accountId: number }): Promise<Members> {
  return inOwnFirm(ctx, async (db, firm) => {
    const owners = await lockOwners(db);
    const member = await findMember(db, accountId);
    refuseLastOwner(owners, member);
    await deleteMember(db, accountId);
    await endSessionsIn(db, actorOf(accountId), firm.orgId);
    const people = peopleOf(member.personId);
    await writeLine(ctx, db, firm, { action: 'removeMember', people, details: { accountId } });
    // An account that may work nowhere is kept for nothing.
    const elsewhere = await readFirmAccess(db, actorOf(accountId));
    if (elsewhere.length === 0) await deleteAccount(db, accountId);
    return readAll(ctx, db);
  });
}

/** Ends every session of a member, in whatever firm, but the one that asks: for a device that was lost. */
export function endSessionsOfMember(ctx: AccountContext, { accountId }: { accountId: number }): Promise<Members> {
  return inOwnFirm(ctx, async (db, firm) => {
    const member = await findMember(db, accountId);
    await endAllSessionsOf(db, actorOf(accountId), member.accountId === ctx.accountId ? ctx.sessionId : null);
    const people = peopleOf(member.personId);
    await writeLine(ctx, db, firm, { action: 'endMemberSessions', people, details: { accountId } });
    return readAll(ctx, db);
  });
}

/** Says whether everyone signs in with a second factor; who asks it of others has one. */
export function askSecondFactor(ctx: AccountContext, { required }: { required: boolean }): Promise<Members> {
  return inOwnFirm(ctx, async (db, firm) => {
    if (required && !ctx.isStrong)
      throw new Refusal(
        'conflict',
        'You came in with a password alone and would be asked first: set up codes under Your account, or sign in with a passkey, then ask it of everyone.',
      );
    await saveSecondFactorRequired(db, required);
    await writeLine(ctx, db, firm, { action: 'requireSecondFactor', details: { required: required ? 'yes' : 'no' } });
    return readAll(ctx, db);
  });
}

const peopleOf = (personId: number | null): number[] => (personId === null ? [] : [personId]);

async function findMember(db: Db, accountId: number): Promise<MemberRow> {
  const member = (await readMembers(db)).find((one) => one.accountId === accountId);
  if (member) return member;
  throw new Refusal('not-found', 'There is no such member in this firm.', { field: 'accountId' });
}

function refuseLastOwner(owners: string[], member: MemberRow): void {
  if (owners.length === 1 && owners[0] === actorOf(member.accountId))
    throw new Refusal('conflict', `${member.name} is the only owner: make somebody else owner first.`);
}

async function refusePlace(
  db: Db,
  { role, personId }: { role: Role; personId: number | null },
  accountId: number | null,
): Promise<void> {
  if (personId === null) return;
  const field = { field: 'personId' };
  if (role === 'wallboard') throw new Refusal('bad-input', 'A wallboard is nobody: leave the person out.', field);
  const place = await readPlace(db, personId, accountId);
  if (place === 'nobody') throw new Refusal('bad-input', 'There is no such person in this firm.', field);
  if (place === 'taken')
    throw new Refusal('conflict', 'This person has an account already: one person, one account.', field);
}
