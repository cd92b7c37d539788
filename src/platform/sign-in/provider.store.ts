import type { Instant } from '../../base/time.ts';
import type { Db } from '../db/connect.ts';
import { timestamp } from '../db/values.ts';

/** A provider of single sign-on as kept: its client secret is sealed (`providerSecret`). */
export type KeptProvider = {
  providerId: number;
  label: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  createdAt: Instant;
  /** Who set it up, as the audit log names them. */
  createdBy: string;
};

/** What a provider's client secret is sealed for. */
export const providerSecret = (issuer: string): string => `provider/${issuer}`;

export async function listKeptProviders(db: Db): Promise<KeptProvider[]> {
  const rows = await db.selectFrom('auth.provider').selectAll().orderBy('provider_id').execute();
  return rows.map((row) => ({
    providerId: row.provider_id,
    label: row.label,
    issuer: row.issuer,
    clientId: row.client_id,
    clientSecret: row.client_secret,
    createdAt: row.created_at as Instant,
    createdBy: row.created_by,
  }));
}

/** Keeps a provider; false: this issuer is set up already. */
export async function insertProvider(
  db: Db,
  given: Omit<KeptProvider, 'providerId' | 'createdAt'>,
  now: Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('auth.provider')
    .values({
      label: given.label,
      issuer: given.issuer,
      client_id: given.clientId,
      client_secret: given.clientSecret,
      created_by: given.createdBy,
      created_at: timestamp(now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function saveProviderSecret(db: Db, providerId: number, sealed: string): Promise<void> {
  await db.updateTable('auth.provider').set({ client_secret: sealed }).where('provider_id', '=', providerId).execute();
}

export async function deleteProvider(db: Db, providerId: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('auth.provider')
    .where('provider_id', '=', providerId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
