import { Refusal } from '../../base/errors.ts';
import type { Standing } from '../../base/roles.ts';
import type { AccountContext } from '../../platform/context.ts';
import type { Db } from '../../platform/db/connect.ts';
import {
  deleteProvider,
  insertProvider,
  type KeptProvider,
  listKeptProviders,
  providerSecret,
  saveProviderSecret,
} from '../../platform/sign-in/provider.store.ts';
import { describeProvider } from '../../platform/sign-in/provider.ts';
import type { Provider } from './contract.ts';
import { inOwnFirm, writeLine } from './members.actions.ts';
import { redirectAddress } from './provider.actions.ts';
import { isOwnerHere } from './store.ts';

type Providers = { providers: Provider[]; redirectAddress: string };

export function showProviders(ctx: AccountContext): Promise<Providers> {
  return inOwnFirm(ctx, (db) => readAll(ctx, db));
}

async function readAll(ctx: AccountContext, db: Db): Promise<Providers> {
  const kept = await listKeptProviders(db);
  const providers = kept.map(({ providerId, label, issuer, clientId, createdAt }) => {
    return { providerId, label, issuer, clientId, createdAt };
  });
  return { providers, redirectAddress: redirectAddress(ctx.address ?? ctx.origin) };
}

type Given = { label: string; issuer: string; clientId: string; clientSecret: string };

/** Keeps a provider after asking it who it is, outside any transaction. */
export async function setUpProvider(ctx: AccountContext, given: Given): Promise<Providers> {
  const { issuer } = await describeProvider(ctx.fetcher, given.issuer).catch((error: unknown) => {
    // Here it is the typed address that leads nowhere, not we that are out of order.
    if (error instanceof Refusal && error.code === 'unavailable')
      throw new Refusal('cannot-read', error.message, { field: 'issuer' }, error);
    throw error;
  });
  const clientSecret = ctx.secrets.seal(given.clientSecret, providerSecret(issuer));
  return inOwnFirm(ctx, async (db, firm) => {
    const kept = { ...given, issuer, clientSecret, createdBy: ctx.actor };
    if (!(await insertProvider(db, kept, ctx.now())))
      throw new Refusal('conflict', 'This provider is set up already: remove it first to enter it anew.', {
        field: 'issuer',
      });
    await writeLine(ctx, db, firm, { action: 'addProvider' });
    return readAll(ctx, db);
  });
}

/** A provider that this firm's owners set up; who holds the server may change any. */
async function findOwn(db: Db, standing: Standing, providerId: number): Promise<KeptProvider> {
  const kept = (await listKeptProviders(db)).find((one) => one.providerId === providerId);
  if (kept === undefined)
    throw new Refusal('not-found', 'There is no such provider any more.', { field: 'providerId' });
  if (standing === 'operator' || (await isOwnerHere(db, kept.createdBy))) return kept;
  throw new Refusal('not-allowed', 'Another firm on this server set this provider up: ask whoever runs the server.');
}

/** Keeps the secret that a provider gave anew, in the place of the one that expires: nobody has to link it again. */
export function renewProviderSecret(
  ctx: AccountContext,
  { providerId, clientSecret }: { providerId: number; clientSecret: string },
): Promise<Providers> {
  return inOwnFirm(ctx, async (db, firm) => {
    const { issuer } = await findOwn(db, firm.standing, providerId);
    await saveProviderSecret(db, providerId, ctx.secrets.seal(clientSecret, providerSecret(issuer)));
    await writeLine(ctx, db, firm, { action: 'changeProviderSecret', details: { providerId } });
    return readAll(ctx, db);
  });
}

export function dropProvider(ctx: AccountContext, { providerId }: { providerId: number }): Promise<Providers> {
  return inOwnFirm(ctx, async (db, firm) => {
    await findOwn(db, firm.standing, providerId);
    await deleteProvider(db, providerId);
    await writeLine(ctx, db, firm, { action: 'removeProvider', details: { providerId } });
    return readAll(ctx, db);
  });
}
