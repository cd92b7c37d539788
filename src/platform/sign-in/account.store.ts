import { sql } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { Db } from '../db/connect.ts';
import { timestamp } from '../db/values.ts';

/** Somebody who signs in themselves. */
export type Account = {
  accountId: number;
  email: string;
  name: string;
  /** sign-in/password; null: none. */
  passwordHash: string | null;
  /** Sealed; null: not set up. */
  totpSecret: string | null;
  /** Since when codes are asked for; null: they are not. */
  totpSince: Instant | null;
};

/** How the audit log and sessions name an account. */
export const actorOf = (accountId: number): string => `account:${accountId}`;

const select = (db: Db) =>
  db
    .selectFrom('auth.account')
    .select(['account_id', 'email', 'name', 'password_hash', 'totp_secret', 'totp_since'])
    .where('ended_at', 'is', null);

type Row = {
  account_id: number;
  email: string;
  name: string;
  password_hash: string | null;
  totp_secret: string | null;
  totp_since: unknown;
};

const toAccount = (row: Row): Account => ({
  accountId: row.account_id,
  email: row.email,
  name: row.name,
  passwordHash: row.password_hash,
  totpSecret: row.totp_secret,
  totpSince: row.totp_since as Instant | null,
});

export async function readAccountByEmail(db: Db, email: string): Promise<Account | undefined> {
  const row = await select(db).where(sql<boolean>`lower(email) = ${email.toLowerCase()}`).executeTakeFirst();
  return row && toAccount(row);
}

export async function readAccountById(db: Db, accountId: number): Promise<Account | undefined> {
  const row = await select(db).where('account_id', '=', accountId).executeTakeFirst();
  return row && toAccount(row);
}

/** Makes an account; undefined: the address has one already. */
export async function insertAccount(
  db: Db,
  account: { email: string; name: string; passwordHash: string | null },
  now: Instant,
): Promise<number | undefined> {
  const row = await db
    .insertInto('auth.account')
    .values({
      email: account.email,
      name: account.name,
      password_hash: account.passwordHash,
      created_at: timestamp(now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('account_id')
    .executeTakeFirst();
  return row?.account_id;
}

export async function savePassword(db: Db, accountId: number, passwordHash: string): Promise<void> {
  await db
    .updateTable('auth.account')
    .set({ password_hash: passwordHash })
    .where('account_id', '=', accountId)
    .execute();
}

/** Removes an account with its passkeys, codes, identities and sessions. */
export async function deleteAccount(db: Db, accountId: number): Promise<void> {
  await db.deleteFrom('auth.account').where('account_id', '=', accountId).execute();
}

/** Whether anybody has an account, and whether anybody owns a firm by one. */
export async function readAccountsThere(db: Db): Promise<{ any: boolean; owner: boolean }> {
  const { rows } = await sql<{ any: boolean; owner: boolean }>`
    select exists (select from auth.account where ended_at is null) as any,
           exists (select from auth.firm_access where role = 'owner' and actor like 'account:%') as owner`.execute(db);
  return rows[0]!;
}
