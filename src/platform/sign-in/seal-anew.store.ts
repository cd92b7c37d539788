import type { Client } from 'pg';
import type { Secrets } from '../secrets/secrets.ts';
import { totpSeal } from './factors.ts';
import { providerSecret } from './provider.store.ts';

/**
 * Seals what the old key opens with the new one: secrets of apps for codes, and of single sign-on. As the owner of the tables,
 * in the transaction that takes the new key. Refuses, and so changes nothing, where one of them doesn't open.
 */
export async function sealAnew(owner: Client, from: Secrets, to: Secrets): Promise<void> {
  const again = (sealed: string, about: string) => to.seal(from.unseal(sealed, about), about);
  const accounts = await owner.query<{ account_id: string; totp_secret: string }>(
    'select account_id, totp_secret from auth.account where totp_secret is not null for update',
  );
  for (const { account_id, totp_secret } of accounts.rows) {
    const sealed = again(totp_secret, totpSeal(Number(account_id)));
    await owner.query('update auth.account set totp_secret = $2 where account_id = $1', [account_id, sealed]);
  }
  const providers = await owner.query<{ provider_id: string; issuer: string; client_secret: string }>(
    'select provider_id, issuer, client_secret from auth.provider for update',
  );
  for (const { provider_id, issuer, client_secret } of providers.rows) {
    const sealed = again(client_secret, providerSecret(issuer));
    await owner.query('update auth.provider set client_secret = $2 where provider_id = $1', [provider_id, sealed]);
  }
}

/** The old key is lost: codes are off until they are set up again; a provider's secret is entered again. */
export async function clearSealed(owner: Client): Promise<void> {
  await owner.query('update auth.account set totp_secret = null, totp_since = null, totp_last_step = 0');
}
