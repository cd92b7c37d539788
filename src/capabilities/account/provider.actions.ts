import { Refusal } from '../../base/errors.ts';
import type { DoorContext } from '../../platform/context.ts';
import type { Db } from '../../platform/db/connect.ts';
import { type Account, actorOf, readAccountByEmail, readAccountById } from '../../platform/sign-in/account.store.ts';
import { findSession } from '../../platform/sign-in/actions.ts';
import { keepChallenge, takeChallenge } from '../../platform/sign-in/challenge.ts';
import { linkIdentity, readIdentity } from '../../platform/sign-in/factor.store.ts';
import { type KeptProvider, listKeptProviders, providerSecret } from '../../platform/sign-in/provider.store.ts';
import { beginTrip, type Claimed, finishTrip, type Provider } from '../../platform/sign-in/provider.ts';
import { hashOf } from '../../platform/sign-in/secrets.ts';
import { beginSession, noteForAccount } from '../../platform/sign-in/sessions.ts';
import { findInvitation, joinBy, makeAccount } from './joining.actions.ts';
import { isFresh, proveAgain } from './own.actions.ts';
import { mayVouch } from './store.ts';

/** Where a provider sends browsers back to: it has to be told this address beforehand. */
export const redirectAddress = (origin: string): string => `${origin}/sign-in/back`;

/** What is remembered while a browser is at a provider. */
type Trip = { providerId: number; invitation: string | null; memory: string };

const asProvider = (ctx: Pick<DoorContext, 'secrets'>, kept: KeptProvider): Provider => ({
  issuer: kept.issuer,
  clientId: kept.clientId,
  clientSecret: ctx.secrets.unseal(kept.clientSecret, providerSecret(kept.issuer)),
});

async function findProvider(ctx: DoorContext, providerId: number): Promise<KeptProvider | undefined> {
  const all = await ctx.database.transactAsInstall('sign-in', listKeptProviders);
  return all.find((one) => one.providerId === providerId);
}

type SettingOut = { providerId: number; invitation?: string | undefined; link: boolean; password: string };

/** Sends a browser to a provider. Who is signed in may add the provider to their account; who has an invitation redeems it. */
export async function setOut(ctx: DoorContext, input: SettingOut): Promise<{ address: string }> {
  const { providerId, invitation } = input;
  const provider = await findProvider(ctx, providerId);
  if (provider === undefined)
    throw new Refusal('not-found', 'This way to sign in is no longer offered: reload the page.');
  if (invitation !== undefined) await findInvitation(ctx, hashOf(invitation));
  const own = await ownToLink(ctx, input);
  const { address, memory } = await beginTrip(ctx.fetcher, asProvider(ctx, provider), redirectAddress(ctx.origin));
  const trip: Trip = { providerId, invitation: invitation === undefined ? null : hashOf(invitation), memory };
  ctx.keepTrip(await keepChallenge(ctx, 'provider', own, JSON.stringify(trip)));
  return { address };
}

/** The account that is signed in here, where the provider may be added to it: that is a new way in. Null: none. */
async function ownToLink(ctx: DoorContext, { invitation, link, password }: SettingOut): Promise<number | null> {
  const here = await findSession(ctx.database, ctx.sessionSecret, ctx.now());
  const accountId = here && here.actingBy === null && here.standing !== 'wallboard' ? here.accountId : null;
  if (here === undefined || accountId === null) return null;
  if (!link) return invitation !== undefined && isFresh(here, ctx.now()) ? accountId : null;
  const account = await ctx.database.transactAsInstall('sign-in', (db) => readAccountById(db, accountId));
  if (account === undefined) return null;
  await proveAgain({ ...ctx, begunAt: here.begunAt }, account, password);
  return accountId;
}

/** Fixed words that an address may carry; the page says them in sentences. */
type Problem = 'late' | 'provider' | 'uninvited' | 'invitation';
class Stuck extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem);
    this.problem = problem;
  }
}

/** Takes in a browser that comes back from a provider; answers with the page to show. */
export async function comeBack(ctx: DoorContext, address: URL): Promise<string> {
  try {
    await takeIn(ctx, address);
    return '/';
  } catch (error) {
    if (error instanceof Stuck) return `/sign-in?problem=${error.problem}`;
    // What a provider said may name somebody, so it is told to nobody; its word for the kind of trouble is in the log.
    if (error instanceof Refusal) {
      ctx.log(`A single sign-on failed: ${reasonOf(error)}.`);
      return '/sign-in?problem=provider';
    }
    throw error;
  }
}

/** One word such as `invalid_client` or `OAUTH_JWT_TIMESTAMP_CHECK_FAILED`, which somebody may have forged; no contents. */
function reasonOf({ code, details }: Refusal): string {
  const { reason } = details;
  return typeof reason === 'string' && /^[a-z0-9_]{1,60}$/i.test(reason) ? reason : code;
}

async function takeIn(ctx: DoorContext, address: URL): Promise<void> {
  const { tripSecret } = ctx;
  ctx.keepTrip(null);
  const found = tripSecret
    ? await ctx.database.transactAsInstall('sign-in', (db) => takeChallenge(ctx, db, 'provider', tripSecret))
    : undefined;
  if (found === undefined) throw new Stuck('late');
  const trip = JSON.parse(found.memory) as Trip;
  const provider = await findProvider(ctx, trip.providerId);
  if (provider === undefined) throw new Stuck('late');
  const { memory } = trip;
  const claimed = await finishTrip(
    ctx.fetcher,
    asProvider(ctx, provider),
    redirectAddress(ctx.origin),
    address,
    memory,
  );
  const { accountId, orgId } = await recognise(ctx, { provider, claimed, own: found.accountId, ...trip });
  const actor = actorOf(accountId);
  await beginSession(ctx, async () => ({ actor, accountId, method: 'provider', ...(orgId !== null && { orgId }) }));
}

type Arrival = { provider: KeptProvider; claimed: Claimed; own: number | null; invitation: string | null };
type Known = { accountId: number; orgId: number | null };

/**
 * Whose account it is: the one this subject of this provider is linked to; else the one that set out; else that of the
 * invitation; else the one with this address, if the provider says that it checked it. Else nobody's.
 */
async function recognise(ctx: DoorContext, arrival: Arrival): Promise<Known> {
  const { claimed, own, invitation } = arrival;
  const atInstall = <T>(work: (db: Db) => Promise<T>) => ctx.database.transactAsInstall('sign-in', work);
  const known = await atInstall(async (db) => {
    const accountId = await readIdentity(db, claimed.issuer, claimed.subject);
    return accountId === undefined ? undefined : readAccountById(db, accountId);
  });
  if (known && invitation === null) return { accountId: known.accountId, orgId: null };
  const mine = known ?? (own === null ? undefined : await atInstall((db) => readAccountById(db, own)));
  if (invitation !== null) return joinOrMake(ctx, arrival, invitation, mine);
  const account = mine ?? (await atInstall((db) => vouchedFor(db, arrival)));
  if (account === undefined) throw new Stuck('uninvited');
  await link(ctx, account.accountId, claimed);
  return { accountId: account.accountId, orgId: null };
}

async function joinOrMake(
  ctx: DoorContext,
  arrival: Arrival,
  tokenHash: string,
  mine: Account | undefined,
): Promise<Known> {
  const { claimed } = arrival;
  try {
    const invitation = await findInvitation(ctx, tokenHash);
    const { orgId } = invitation;
    // An account with the invited address is taken only by who proves to be its owner.
    const theirs = await ctx.database.transactAsInstall('sign-in', async (db) => {
      const taken = await readAccountByEmail(db, invitation.email);
      if (mine || !taken) return mine;
      const vouched = await vouchedFor(db, arrival);
      if (vouched?.accountId !== taken.accountId) throw new Stuck('invitation');
      return vouched;
    });
    if (theirs) await joinBy(ctx, tokenHash, theirs);
    const name = claimed.name?.trim().slice(0, 200) || invitation.email;
    const accountId = theirs?.accountId ?? (await makeAccount(ctx, invitation, { name, passwordHash: null }));
    await link(ctx, accountId, claimed);
    return { accountId, orgId };
  } catch (error) {
    if (error instanceof Refusal) throw new Stuck('invitation');
    throw error;
  }
}

/**
 * The account whose address the provider checked. Its word counts only where whoever set it up could let themselves in
 * anyway: else the owner of one firm could open accounts of another by a provider of their own.
 */
async function vouchedFor(db: Db, { provider, claimed }: Arrival): Promise<Account | undefined> {
  if (!claimed.emailVerified || claimed.email === null) return undefined;
  const account = await readAccountByEmail(db, claimed.email);
  return account && (await mayVouch(db, provider.createdBy, account.accountId)) ? account : undefined;
}

async function link(ctx: DoorContext, accountId: number, claimed: Claimed): Promise<void> {
  await ctx.database.transactAsInstall('sign-in', (db) => linkIdentity(db, accountId, claimed, ctx.now()));
  await noteForAccount(ctx, actorOf(accountId), { action: 'provider-linked' });
}
