import { addDays, dayOf, type Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { describeFailure } from '../../platform/http/failure.ts';
import { SERVER_HOLDER } from '../../platform/sign-in/actions.ts';
import {
  type Claimed,
  claimOutgoing,
  type Ended,
  endTry,
  type Recipient,
  readDueFirms,
  readRecipients,
  saveNext,
  sweepOutgoing,
  takeDue,
} from '../../records/delivery/outgoing.store.ts';
import { insertOutgoing, readLastMorning } from '../../records/delivery/store.ts';
import type { Outgoing } from '../../records/delivery/types.ts';
import { compose } from './compose.actions.ts';
import { zoneOr } from './due.ts';
import { type Outcome, tryAgainAt } from './outcome.ts';
import { planDue } from './plan.ts';
import { type RoundContext, send } from './send.actions.ts';

const MINUTE = 60_000;
/** Whoever has taken something has so long to send it: longer than mail and webhooks are waited for together. */
const LEASE = 5 * MINUTE;
/** So many at once: one that hangs keeps few others waiting. */
const AT_ONCE = 8;
const KEPT_DAYS = 60;

/** Sees to everything that is due now, in every firm. Two processes at once share it out; nothing is sent twice. */
export async function runRound(ctx: RoundContext): Promise<void> {
  const firms = await ctx.database.transactAsInstall(SERVER_HOLDER, (db) => readDueFirms(db, ctx.now()));
  for (const orgId of firms) {
    if (ctx.isStopping()) return;
    await runFirm(ctx, orgId).catch((error: unknown) =>
      ctx.log(`Messages of firm ${orgId} were not sent: ${describeFailure(error)}`),
    );
  }
}

const inFirm = <T>({ database }: RoundContext, orgId: number, work: (db: Db) => Promise<T>): Promise<T> =>
  database.transact({ orgId, actor: SERVER_HOLDER, standing: 'engine' }, work);

async function runFirm(ctx: RoundContext, orgId: number): Promise<void> {
  await inFirm(ctx, orgId, (db) => plan(db, ctx.now()));
  while (!ctx.isStopping()) {
    const taken = await inFirm(ctx, orgId, async (db) => {
      const claimed = await claimOutgoing(db, ctx.now(), (ctx.now() + LEASE) as Instant, AT_ONCE);
      return { claimed, recipients: await readRecipients(db, [...new Set(claimed.map(({ personId }) => personId))]) };
    });
    if (taken.claimed.length === 0) return;
    await Promise.all(taken.claimed.map((one) => see(ctx, orgId, one, taken.recipients.get(one.personId))));
  }
}

/** Writes down what is due, once, and when each is due next. */
async function plan(db: Db, now: Instant): Promise<void> {
  for (const over of await sweepOutgoing(db, now, addDays(dayOf(now), -KEPT_DAYS))) await noteTrouble(db, over, now);
  const due = await takeDue(db, now);
  if (due.length === 0) return;
  const recipients = await readRecipients(
    db,
    due.map(({ personId }) => personId),
  );
  const plans = due.map((one) => planDue(one, recipients.get(one.personId)?.role ?? null, now));
  await insertOutgoing(
    db,
    plans.flatMap(({ rows }) => rows),
  );
  await saveNext(db, plans, now);
}

/** Sends one thing that this process has taken, and writes down how that ended. */
async function see(
  ctx: RoundContext,
  orgId: number,
  claimed: Claimed,
  recipient: Recipient | undefined,
): Promise<void> {
  const ended = await attempt(ctx, orgId, claimed, recipient).catch((error: unknown) => {
    ctx.log(`A message of firm ${orgId} could not be put together: ${describeFailure(error)}`);
    const again: Outcome = { kind: 'again', why: 'Something went wrong on our side.', notBefore: null };
    return endOf(again, claimed, ctx.now());
  });
  await inFirm(ctx, orgId, async (db) => {
    const isOurs = await endTry(db, { ...claimed, ...ended }, ctx.now());
    if (isOurs) await noteTrouble(db, { ...claimed, state: ended.state }, ctx.now());
  });
}

type End = Pick<Ended, 'state' | 'why' | 'tryAt'>;

async function attempt(
  ctx: RoundContext,
  orgId: number,
  claimed: Claimed,
  recipient: Recipient | undefined,
): Promise<End> {
  const over = (state: 'nothing' | 'dropped' | 'failed', why: string | null): End => ({ state, why, tryAt: null });
  if (dayOf(ctx.now(), zoneOr(claimed.zone)) !== claimed.day)
    return claimed.tries > 1 ? over('failed', claimed.why) : over('dropped', 'Its day was over before it could leave.');
  if (recipient === undefined) return over('dropped', 'They can’t sign in here any more.');
  const composed = await compose(ctx, orgId, claimed, recipient);
  if (!('message' in composed)) return over(composed.state, composed.why);
  const outcome = await send(ctx, composed.target, composed.message);
  return endOf(outcome, claimed, ctx.now());
}

function endOf(outcome: Outcome, { tries }: Claimed, now: Instant): End {
  if (outcome.kind === 'sent') return { state: 'sent', why: null, tryAt: null };
  const why = outcome.why.slice(0, 500);
  if (outcome.kind !== 'again') return { state: outcome.kind, why, tryAt: null };
  const tryAt = tryAgainAt(tries, now, outcome.notBefore);
  return tryAt === null ? { state: 'failed', why, tryAt } : { state: 'waiting', why, tryAt };
}

/**
 * Tells the person by mail that a webhook did not take the morning's message; of several mornings in a row at the first
 * alone. Where mail itself fails there is no other way: the page Today says so.
 */
async function noteTrouble(
  db: Db,
  { personId, day, what, way, state }: Pick<Outgoing, 'personId' | 'day' | 'what' | 'way' | 'state'>,
  now: Instant,
): Promise<void> {
  if (what !== 'morning' || way === 'mail' || (state !== 'failed' && state !== 'unsure')) return;
  const before = await readLastMorning(db, personId, day);
  if (before !== undefined && before.state !== 'sent') return;
  const due = {
    personId,
    day,
    what: 'trouble',
    way: null,
    state: 'waiting',
    tries: 0,
    dueAt: now,
    tryAt: now,
  } as const;
  await insertOutgoing(db, [{ ...due, endedAt: null, why: null }]);
}
