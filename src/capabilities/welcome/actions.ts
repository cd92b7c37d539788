import { Refusal } from '../../base/errors.ts';
import { dayOf } from '../../base/time.ts';
import { STORY_DAY } from '../../model/world/cast.ts';
import { appendAudit } from '../../platform/audit/store.ts';
import { type FirmContext, firmContext, type InstallContext } from '../../platform/context.ts';
import type { Db } from '../../platform/db/connect.ts';
import { type Scope, withoutLimit } from '../../platform/db/database.ts';
import { SERVER_HOLDER } from '../../platform/sign-in/actions.ts';
import { forgetFirm, grantFirm, readFirmAccess } from '../../platform/sign-in/store.ts';
import { deleteFirm, insertFirm, nextFirmNumber, readSecondFactorRequired } from '../../records/people/firm.store.ts';
import { countHoldings, isDispatcher, readFirm } from '../../records/people/store.ts';
import type { Firm } from '../../records/people/types.ts';
import type { SampleName, Whereabouts } from './contract.ts';
import { fillWithSample } from './sample.actions.ts';

export const SAMPLE_FIRMS: Record<SampleName, string> = { cove: 'Cove IT', harbor: 'Harbor', northline: 'Northline' };

/** What follows on new tickets; brought in from outside, since capabilities don't know each other. */
export type SampleHooks = { refit(ctx: FirmContext): Promise<void> };

const NOTHING_HELD = { people: 0, seats: 0, tickets: 0, observations: 0 };

/** Which firm the session works in, what it holds, and which others the actor may open. */
export async function findWhereabouts(ctx: InstallContext): Promise<Whereabouts> {
  const firms = await readFirms(ctx);
  const firm = firms.find((one) => one.orgId === ctx.orgId) ?? null;
  const today = firm?.storyDay ?? dayOf(ctx.now());
  const { standing, personId, actingBy } = ctx;
  const you = { standing, personId, dispatches: false, actingBy, secondFactorMissing: false };
  if (firm === null || standing === null) return { firm, firms, holds: NOTHING_HELD, today, you };
  const scope = { orgId: firm.orgId, actor: ctx.actor, standing: 'engine' as const };
  const { holds, required, dispatches } = await ctx.database.transact(scope, async (db) => ({
    holds: await countHoldings(db),
    dispatches: personId !== null && (await isDispatcher(db, personId)),
    required: await readSecondFactorRequired(db),
  }));
  return { firm, firms, holds, today, you: { ...you, dispatches, secondFactorMissing: required && !ctx.isStrong } };
}

async function readFirms(ctx: InstallContext): Promise<Firm[]> {
  const access = await ctx.database.transactAsInstall(ctx.actor, (db) => readFirmAccess(db, ctx.actor));
  const firms: Firm[] = [];
  // One short transaction a firm: row-level security shows one firm at a time, and a person has few.
  for (const { orgId, role, personId } of access) {
    const firm = await ctx.database.transact({ orgId, actor: ctx.actor, standing: role, personId }, readFirm);
    if (firm) firms.push(firm);
  }
  return firms;
}

/** Makes an empty firm that the actor may open, and fills it in the same transaction where there is something to fill. */
export async function addFirm(
  ctx: Pick<InstallContext, 'database' | 'actor' | 'now' | 'log' | 'secrets'>,
  firm: Omit<Firm, 'orgId'>,
  fill: (inside: FirmContext) => Promise<void> = async () => undefined,
): Promise<number> {
  const { database, actor, now, log, secrets } = ctx;
  const orgId = await database.transactAsInstall(actor, nextFirmNumber);
  const scope: Scope = { orgId, actor, standing: 'engine' };
  // Everything in a sample is invented, so whoever opens it sees all of it. A real firm has owners.
  const role = actor === SERVER_HOLDER || firm.sample !== null ? 'operator' : 'owner';
  await database.transact(scope, async (db) => {
    await insertFirm(db, firm);
    await grantFirm(db, actor, { orgId, role, personId: null });
    await withoutLimit(db);
    await fill(firmContext(db, scope, { now, log, secrets }));
  });
  return orgId;
}

/** Starts an empty firm and works in it. */
export async function makeFirm(ctx: InstallContext, input: { name: string }): Promise<Whereabouts> {
  const firm = { name: input.name, sample: null, storyDay: null };
  return enterFirm(ctx, {
    orgId: await addFirm(ctx, firm, (inside) => writeLine(ctx, inside.db, inside.orgId, 'startFirm')),
  });
}

/** Works in another of the actor's firms from now on. */
export async function enterFirm(ctx: InstallContext, input: { orgId: number }): Promise<Whereabouts> {
  const firms = await readFirms(ctx);
  if (!firms.some((firm) => firm.orgId === input.orgId)) {
    throw new Refusal('not-found', 'There is no such firm for you to open.', { field: 'orgId' });
  }
  await ctx.openFirm(input.orgId);
  return findWhereabouts(await inside(ctx, input.orgId));
}

/** Opens a sample firm, making it when the actor has none of that name. */
export async function makeSample(
  ctx: InstallContext,
  input: { sample: SampleName },
  hooks: SampleHooks,
): Promise<Whereabouts> {
  const there = (await readFirms(ctx)).find((firm) => firm.sample === input.sample);
  if (there) return enterFirm(ctx, { orgId: there.orgId });
  const firm = { name: SAMPLE_FIRMS[input.sample], sample: input.sample, storyDay: STORY_DAY };
  const orgId = await addFirm(ctx, firm, async (inside) => {
    await fillWithSample(inside, input.sample);
    await hooks.refit(inside);
    await writeLine(ctx, inside.db, inside.orgId, 'openSample');
  });
  return enterFirm(ctx, { orgId });
}

/** Removes a sample firm with everything in it; a real firm is never removed this way. */
export async function dropSample(ctx: InstallContext, input: { orgId: number }): Promise<Whereabouts> {
  const firms = await readFirms(ctx);
  const firm = firms.find((one) => one.orgId === input.orgId);
  if (!firm) throw new Refusal('not-found', 'There is no such firm for you to remove.', { field: 'orgId' });
  if (!firm.sample)
    throw new Refusal('not-allowed', `${firm.name} is no sample firm, so it is not removed here.`, { field: 'orgId' });
  await ctx.database.transact({ orgId: firm.orgId, actor: ctx.actor, standing: 'engine' }, async (db) => {
    await withoutLimit(db);
    await deleteFirm(db);
    await forgetFirm(db, firm.orgId);
  });
  const next = firms.findLast((one) => one.orgId !== firm.orgId) ?? null;
  const there = await inside(ctx, next?.orgId ?? null);
  if (next !== null) await ctx.openFirm(next.orgId);
  // Its own log went with it: that it went stands in the log of the firm that is worked in now.
  if (next !== null && there.standing !== null) {
    const scope = { orgId: next.orgId, actor: ctx.actor, standing: there.standing, personId: there.personId };
    await ctx.database.transact(scope, (db) => writeLine(there, db, next.orgId, 'removeSample'));
  }
  return findWhereabouts(there);
}

/** One line in the log of the firm that was begun, or is worked in. */
function writeLine(
  ctx: Pick<InstallContext, 'actor' | 'actingBy' | 'standing' | 'secrets' | 'now'>,
  db: Db,
  orgId: number,
  action: string,
): Promise<void> {
  const details: Record<string, string> = ctx.actingBy === null ? {} : { actingBy: ctx.actingBy };
  const by = { orgId, actor: ctx.actor, standing: ctx.standing ?? 'operator' };
  return appendAudit(db, ctx.secrets, by, { action, details }, ctx.now());
}

/** The same session as it stands in another firm. */
async function inside(ctx: InstallContext, orgId: number | null): Promise<InstallContext> {
  const access = await ctx.database.transactAsInstall(ctx.actor, (db) => readFirmAccess(db, ctx.actor));
  const here = access.find((one) => one.orgId === orgId);
  return { ...ctx, orgId, standing: here?.role ?? null, personId: here?.personId ?? null };
}
