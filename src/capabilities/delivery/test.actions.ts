import { Refusal } from '../../base/errors.ts';
import { dayOf, type Instant } from '../../base/time.ts';
import type { InstallContext } from '../../platform/context.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { Scope } from '../../platform/db/database.ts';
import { standingAs } from '../../platform/db/standing.ts';
import { countTests, endTry, readRecipients } from '../../records/delivery/outgoing.store.ts';
import { insertOutgoing, readDelivery } from '../../records/delivery/store.ts';
import type { Delivery } from '../../records/delivery/types.ts';
import { readFirm } from '../../records/people/store.ts';
import type { PersonId } from '../../records/people/types.ts';
import { findDelivery } from './actions.ts';
import { openAddress } from './compose.actions.ts';
import type { OwnDelivery } from './contract.ts';
import { zoneOr } from './due.ts';
import { testMessage } from './message.ts';
import { scopeOf, writeLine } from './scope.actions.ts';
import { send, type Target } from './send.actions.ts';
import { ownPerson } from './set.actions.ts';

const HOUR = 3_600_000;
const TESTS_AN_HOUR = 5;
/** Longer than a mail server or a webhook is waited for. */
const LEASE = 300_000;

/** Sends oneself a test, once: it says nothing but that it is one. How it ended stands among the last ones. */
export async function sendTest(ctx: InstallContext): Promise<OwnDelivery> {
  const scope = scopeOf(ctx);
  const personId = ownPerson(ctx);
  const { target, outgoingId } = await begin(ctx, scope, personId);
  const outcome = await send(ctx, target, testMessage(ctx.address));
  const state = outcome.kind === 'again' ? 'failed' : outcome.kind;
  const why = outcome.kind === 'sent' ? null : outcome.why.slice(0, 500);
  await ctx.database.transact({ ...scope, standing: 'engine' }, (db) =>
    endTry(db, { outgoingId, tries: 1, way: target.way, state, why, tryAt: null }, ctx.now()),
  );
  return findDelivery(ctx);
}

/** Writes down that a test leaves, before it does. */
function begin(ctx: InstallContext, scope: Scope, personId: PersonId): Promise<{ target: Target; outgoingId: number }> {
  return ctx.database.transact(scope, async (db) => {
    const begun = await standingAs(db, 'engine', (inside) => noteTest(ctx, inside, personId));
    await writeLine(ctx, db, scope, { action: 'sendTestDelivery', way: begun.target.way });
    return begun;
  });
}

async function noteTest(
  ctx: InstallContext,
  db: Db,
  personId: PersonId,
): Promise<{ target: Target; outgoingId: number }> {
  const now = ctx.now();
  if ((await readFirm(db))?.sample != null)
    throw new Refusal('conflict', 'This is a sample firm, and everybody in it is made up: nothing leaves it.');
  const delivery = await readDelivery(db, personId);
  const email = (await readRecipients(db, [personId])).get(personId)?.email;
  const target = targetOf(ctx, personId, delivery, email);
  if ((await countTests(db, personId, (now - HOUR) as Instant)) >= TESTS_AN_HOUR)
    throw new Refusal('too-many', `${TESTS_AN_HOUR} tests were sent within an hour: wait a while.`);
  const day = dayOf(now, zoneOr(delivery!.zone));
  const row = { personId, day, what: 'test', way: target.way, state: 'sending', tries: 1, dueAt: now } as const;
  const [outgoingId] = await insertOutgoing(db, [
    { ...row, tryAt: (now + LEASE) as Instant, endedAt: null, why: null },
  ]);
  return { target, outgoingId: outgoingId! };
}

function targetOf(
  ctx: InstallContext,
  personId: PersonId,
  delivery: Delivery | undefined,
  email: string | undefined,
): Target {
  if (delivery === undefined || (delivery.way === 'off' && !delivery.reminders))
    throw new Refusal('conflict', 'Nothing is sent to you yet: choose a way and keep it, then send a test.');
  if (delivery.way === 'teams' || delivery.way === 'slack') {
    const address = openAddress({ secrets: ctx.secrets, orgId: ctx.orgId! }, { address: delivery.address, personId });
    if (typeof address !== 'string') throw address;
    return { way: delivery.way, address };
  }
  if (email === undefined) throw new Refusal('conflict', 'You have no account here, so there is no address for mail.');
  return { way: 'mail', email };
}
