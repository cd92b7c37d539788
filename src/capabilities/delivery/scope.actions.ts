import { Refusal } from '../../base/errors.ts';
import { appendAudit } from '../../platform/audit/store.ts';
import type { InstallContext } from '../../platform/context.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { Scope } from '../../platform/db/database.ts';

/** As what somebody works in their firm. */
export function scopeOf({ orgId, actor, standing, personId }: InstallContext): Scope {
  if (orgId === null || standing === null)
    throw new Refusal('not-found', 'There is no firm yet: start with one of the three doors on the welcome page.');
  return { orgId, actor, standing, personId };
}

/** One line in the firm's log, at the end of a transaction that stands as `scope` does. */
export function writeLine(
  ctx: InstallContext,
  db: Db,
  scope: Scope,
  note: { action: 'saveDelivery' | 'sendTestDelivery'; way: string },
): Promise<void> {
  const acting = ctx.actingBy !== null && { actingBy: ctx.actingBy };
  const people = scope.personId ? [scope.personId] : [];
  const { orgId, actor, standing } = scope;
  const by = { orgId, actor, standing };
  const line = { action: note.action, people, details: { way: note.way, ...acting } };
  return appendAudit(db, ctx.secrets, by, line, ctx.now());
}
