import { sql } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { Db } from '../db/connect.ts';
import { timestamp } from '../db/values.ts';
import type { Passkey } from './passkey.ts';

/** Keeps a secret that is only being set up; codes are not asked for yet. */
export async function saveTotpSecret(db: Db, accountId: number, sealed: string): Promise<void> {
  await db
    .updateTable('auth.account')
    .set({ totp_secret: sealed, totp_since: null, totp_last_step: 0 })
    .where('account_id', '=', accountId)
    .execute();
}

/** From now on codes are asked for. */
export async function confirmTotp(db: Db, accountId: number, now: Instant): Promise<void> {
  await db
    .updateTable('auth.account')
    .set({ totp_since: timestamp(now) })
    .where('account_id', '=', accountId)
    .execute();
}

export async function clearTotp(db: Db, accountId: number): Promise<void> {
  await db
    .updateTable('auth.account')
    .set({ totp_secret: null, totp_since: null, totp_last_step: 0 })
    .where('account_id', '=', accountId)
    .execute();
  await db.deleteFrom('auth.recovery_code').where('account_id', '=', accountId).execute();
}

/** Takes a code's step; false: this one or a later one was taken before. */
export async function takeTotpStep(db: Db, accountId: number, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('auth.account')
    .set({ totp_last_step: step })
    .where('account_id', '=', accountId)
    .where('totp_last_step', '<', step)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function saveRecoveryCodes(db: Db, accountId: number, hashes: string[]): Promise<void> {
  await db.deleteFrom('auth.recovery_code').where('account_id', '=', accountId).execute();
  await db
    .insertInto('auth.recovery_code')
    .values(hashes.map((code_hash) => ({ account_id: accountId, code_hash })))
    .execute();
}

/** Uses a recovery code up; false: there is none, or it was used. */
export async function spendRecoveryCode(db: Db, accountId: number, hash: string, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('auth.recovery_code')
    .set({ used_at: timestamp(now) })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function countRecoveryCodes(db: Db, accountId: number): Promise<number> {
  const { n } = await db
    .selectFrom('auth.recovery_code')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return n;
}

/** A passkey as its owner sees it. */
export type PasskeyLine = { credentialId: string; name: string; createdAt: Instant; usedAt: Instant | null };

/** Keeps a passkey; false: it is known already. */
export async function insertPasskey(
  db: Db,
  accountId: number,
  passkey: Passkey & { name: string },
  now: Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('auth.passkey')
    .values({
      credential_id: passkey.credentialId,
      account_id: accountId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: passkey.transports,
      name: passkey.name,
      created_at: timestamp(now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function listPasskeys(db: Db, accountId: number): Promise<(PasskeyLine & { transports: string[] })[]> {
  const rows = await db
    .selectFrom('auth.passkey')
    .select(['credential_id', 'name', 'created_at', 'used_at', 'transports'])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({
    credentialId: row.credential_id,
    name: row.name,
    createdAt: row.created_at as Instant,
    usedAt: row.used_at as Instant | null,
    transports: row.transports,
  }));
}

/** A passkey and whose it is; held until the transaction ends, so that one answer counts once. */
export async function lockPasskey(
  db: Db,
  credentialId: string,
): Promise<(Passkey & { accountId: number }) | undefined> {
  const row = await db
    .selectFrom('auth.passkey')
    .select(['credential_id', 'account_id', 'public_key', 'counter', 'transports'])
    .where('credential_id', '=', credentialId)
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      credentialId: row.credential_id,
      accountId: row.account_id,
      publicKey: row.public_key,
      counter: row.counter,
      transports: row.transports,
    }
  );
}

export async function notePasskeyUse(db: Db, credentialId: string, counter: number, now: Instant): Promise<void> {
  await db
    .updateTable('auth.passkey')
    .set({ counter, used_at: timestamp(now) })
    .where('credential_id', '=', credentialId)
    .execute();
}

/** Removes a passkey of an account; false: it has none of that name. */
export async function deletePasskey(db: Db, accountId: number, credentialId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('auth.passkey')
    .where('account_id', '=', accountId)
    .where('credential_id', '=', credentialId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Whose account somebody at a provider is; undefined: nobody's yet. */
export async function readIdentity(db: Db, issuer: string, subject: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('auth.identity')
    .select('account_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.account_id;
}

export async function linkIdentity(
  db: Db,
  accountId: number,
  who: { issuer: string; subject: string },
  now: Instant,
): Promise<void> {
  await db
    .insertInto('auth.identity')
    .values({ issuer: who.issuer, subject: who.subject, account_id: accountId, linked_at: timestamp(now) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** At which providers an account is known, with what their buttons say. */
export async function listIdentities(
  db: Db,
  accountId: number,
): Promise<{ issuer: string; label: string | null; linkedAt: Instant }[]> {
  const { rows } = await sql<{ issuer: string; label: string | null; linked_at: Instant }>`
    select i.issuer, p.label, i.linked_at from auth.identity i left join auth.provider p using (issuer)
    where i.account_id = ${accountId} order by i.linked_at`.execute(db);
  return rows.map((row) => ({ issuer: row.issuer, label: row.label, linkedAt: row.linked_at }));
}
