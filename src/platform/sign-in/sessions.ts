import type { Instant } from '../../base/time.ts';
import { appendAudit } from '../audit/store.ts';
import type { DoorContext } from '../context.ts';
import type { Db } from '../db/connect.ts';
import { forgetOld } from './guard.store.ts';
import { ATTEMPTS_COUNT_MS } from './lock.ts';
import { hashOf, newSecret } from './secrets.ts';
import { endSessionBy } from './session.store.ts';
import { type FirmAccess, insertSession, type Method, readFirmAccess } from './store.ts';

const DAY = 86_400_000;
const SESSION_DAYS = 30;

/** Who somebody turned out to be, and how. */
export type Beginning = {
  actor: string;
  accountId: number | null;
  method: Method;
  actingBy?: string;
  /** In which firm the session begins; absent: the newest one. */
  orgId?: number;
  /** After how many days it ends in any case; absent: 30. A wallboard's also rests for so long. */
  days?: number;
  mayRest?: boolean;
};

/**
 * Begins a session for whoever `prove` finds, in the same transaction, so that what was used up for it isn't lost. The
 * browser's earlier session ends: a secret from before sign-in is worth nothing after it. Undefined: nobody was found.
 */
export async function beginSession(
  ctx: DoorContext,
  prove: (db: Db) => Promise<Beginning | undefined>,
): Promise<Beginning | undefined> {
  const now = ctx.now();
  const secret = newSecret();
  const begun = await ctx.database.transactAsInstall('sign-in', async (db) => {
    const who = await prove(db);
    if (who === undefined) return undefined;
    const firms = await readFirmAccess(db, who.actor);
    if (ctx.sessionSecret) await endSessionBy(db, hashOf(ctx.sessionSecret));
    const days = who.days ?? SESSION_DAYS;
    const session = {
      sessionHash: hashOf(secret),
      actor: who.actor,
      orgId: who.orgId ?? firms.at(-1)?.orgId ?? null,
      accountId: who.accountId,
      actingBy: who.actingBy ?? null,
      method: who.method,
      browser: ctx.browser,
      ip: ctx.ip,
      ...(who.mayRest === true && { idleDays: days }),
    };
    await insertSession(db, session, (now + days * DAY) as Instant, now);
    await forgetOld(db, now, (now - ATTEMPTS_COUNT_MS) as Instant);
    return { who, days, firms };
  });
  if (begun === undefined) return undefined;
  const { who, days, firms } = begun;
  const note = who.actingBy
    ? { action: 'acting-began', by: { actor: who.actingBy, standing: 'operator' } }
    : { action: 'sign-in', details: { method: who.method } };
  await noteInFirms(ctx, who.actor, firms, note);
  ctx.signIn(secret, days);
  return who;
}

/** What happened to an account: fixed words and numbers, never an address. */
export type AccountNote = {
  action: string;
  details?: Record<string, string | number>;
  /** Who did it, where it wasn't the account itself. */
  by?: { actor: string; standing: string };
};

type Noting = Pick<DoorContext, 'database' | 'secrets' | 'now'>;

/** Writes what happened to an account into the log of every firm of theirs, about the person they are there. */
export async function noteForAccount(ctx: Noting, actor: string, note: AccountNote): Promise<void> {
  const firms = await ctx.database.transactAsInstall('sign-in', (db) => readFirmAccess(db, actor));
  await noteInFirms(ctx, actor, firms, note);
}

async function noteInFirms(ctx: Noting, actor: string, firms: FirmAccess[], note: AccountNote): Promise<void> {
  for (const { orgId, role, personId } of firms) {
    const by = { orgId, ...(note.by ?? { actor, standing: role }) };
    const people = personId === null ? [] : [personId];
    await ctx.database.transact({ orgId, actor, standing: role, personId }, (db) =>
      appendAudit(db, ctx.secrets, by, { action: note.action, people, details: note.details ?? {} }, ctx.now()),
    );
  }
}
