import { Refusal } from '../../base/errors.ts';
import type { Instant } from '../../base/time.ts';
import { appendAudit } from '../../platform/audit/store.ts';
import type { InstallContext } from '../../platform/context.ts';
import type { Scope } from '../../platform/db/database.ts';
import type { LetIn } from './contract.ts';
import { listItems } from './items.ts';
import { countSignIns, readLastBackup } from './store.ts';

/** What is still open before the team can come in. */
export async function findLetIn(ctx: InstallContext): Promise<LetIn> {
  const scope = scopeOf(ctx);
  const counts = await ctx.database.transactAsInstall(ctx.actor, (db) => countSignIns(db, scope.orgId));
  const lastBackup = await ctx.database.transact({ ...scope, standing: 'engine' }, readLastBackup);
  const mail = ctx.mail !== null;
  return { items: listItems({ address: ctx.address, mail, ...counts, lastBackup, now: ctx.now() }), mail };
}

const HOUR_MS = 3_600_000;
const MAILS_AN_HOUR = 5;

/** Test mails of this start, at most a few an hour: nobody's mailbox is filled from here. `sent` holds when they left. */
export async function mailTest(
  ctx: InstallContext,
  input: { to: string },
  sent: Instant[],
): Promise<{ sentTo: string }> {
  if (ctx.mail === null)
    throw new Refusal('conflict', 'No mail server is set: give EVENKEEL_MAIL and EVENKEEL_MAIL_FROM on the server.');
  const now = ctx.now();
  while (sent[0] !== undefined && sent[0] <= now - HOUR_MS) sent.shift();
  if (sent.length >= MAILS_AN_HOUR)
    throw new Refusal('too-many', `${MAILS_AN_HOUR} test mails were sent within an hour: wait a while.`);
  sent.push(now);
  await ctx.mail.send({
    to: input.to,
    subject: 'A test from Evenkeel',
    text: 'If you can read this, Evenkeel can send mail. There is nothing to do.\n',
  });
  const scope = scopeOf(ctx);
  await ctx.database.transact(scope, (db) => appendAudit(db, ctx.secrets, scope, { action: 'sendTestMail' }, now));
  return { sentTo: input.to };
}

function scopeOf({ orgId, actor, standing, personId }: InstallContext): Scope {
  if (orgId === null || standing === null)
    throw new Refusal('not-found', 'There is no firm yet: start with one of the three doors on the welcome page.');
  return { orgId, actor, standing, personId };
}
