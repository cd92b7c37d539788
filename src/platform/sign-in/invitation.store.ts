import { sql } from 'kysely';
import type { Role } from '../../base/roles.ts';
import type { Instant } from '../../base/time.ts';
import type { Db } from '../db/connect.ts';
import { timestamp } from '../db/values.ts';

/** A place in a firm that is offered to whoever has its link. */
export type Invitation = {
  tokenHash: string;
  orgId: number;
  email: string;
  role: Role;
  personId: number | null;
  invitedBy: string;
};

/** Keeps an invitation; an earlier one for the same address and firm is no longer good (a firm has many wallboards). */
export async function insertInvitation(db: Db, given: Invitation, now: Instant, expiresAt: Instant): Promise<void> {
  if (given.role !== 'wallboard')
    await db
      .deleteFrom('auth.invitation')
      .where('org_id', '=', given.orgId)
      .where('role', '<>', 'wallboard')
      .where(sql<boolean>`lower(email) = ${given.email.toLowerCase()}`)
      .execute();
  await db
    .insertInto('auth.invitation')
    .values({
      token_hash: given.tokenHash,
      org_id: given.orgId,
      email: given.email,
      role: given.role,
      person_id: given.personId,
      invited_by: given.invitedBy,
      created_at: timestamp(now),
      expires_at: timestamp(expiresAt),
    })
    .execute();
}

const good = (db: Db, now: Instant) =>
  db.selectFrom('auth.invitation').selectAll().where('used_at', 'is', null).where('expires_at', '>', timestamp(now));

/** An invitation that is still good. */
export async function readInvitationBy(db: Db, tokenHash: string, now: Instant): Promise<Invitation | undefined> {
  const row = await good(db, now).where('token_hash', '=', tokenHash).executeTakeFirst();
  return (
    row && {
      tokenHash,
      orgId: row.org_id,
      email: row.email,
      role: row.role as Role,
      personId: row.person_id,
      invitedBy: row.invited_by,
    }
  );
}

/** Uses an invitation up; false: it is no longer good. */
export async function spendInvitation(db: Db, tokenHash: string, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('auth.invitation')
    .set({ used_at: timestamp(now) })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', timestamp(now))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Withdraws an invitation of a firm; false: there is none. */
export async function deleteInvitation(db: Db, orgId: number, tokenHash: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('auth.invitation')
    .where('org_id', '=', orgId)
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
