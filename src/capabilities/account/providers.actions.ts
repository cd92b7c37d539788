import { Refusal } from '../../base/errors.ts';
import type { AccountContext } from '../../platform/context.ts';
import type { Db } from '../../platform/db/connect.ts';
import {
  deleteProvider,
  insertProvider,
  listKeptProviders,
  providerSecret,
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

/** Removes a provider of this firm's owners; who holds the server removes any. */
export function dropProvider(ctx: AccountContext, { providerId }: { providerId: number }): Promise<Providers> {
  return inOwnFirm(ctx, async (db, firm) => {
    const kept = (await listKeptProviders(db)).find((one) => one.providerId === providerId);
    if (kept === undefined)
      throw new Refusal('not-found', 'There is no such provider any more.', { field: 'providerId' });
    if (firm.standing !== 'operator' && !(await isOwnerHere(db, kept.createdBy)))
      throw new Refusal(
        'not-allowed',
        'Another firm on this server set this provider up: ask whoever runs the server.',
      );
    await deleteProvider(db, providerId);
    await writeLine(ctx, db, firm, { action: 'removeProvider', details: { providerId } });
    return readAll(ctx, db);
  });
}
