import type { Standing } from '../../src/base/roles.ts';
import { type Clock, systemClock } from '../../src/base/time.ts';
import { type FirmContext, firmContext } from '../../src/platform/context.ts';
import type { Db } from '../../src/platform/db/connect.ts';
import { createSecrets } from '../../src/platform/secrets/secrets.ts';

/** The key of tests: known, so that what one process seals another opens. */
export const testSecrets = createSecrets(Buffer.alloc(32, 7));

/** What an action gets, inside a transaction that a test opened; its standing has to be the transaction's. */
export function contextIn(
  db: Db,
  orgId: number,
  as: { actor?: string; standing?: Standing; personId?: number | null; now?: Clock } = {},
): FirmContext {
  const { actor = 'test', standing = 'engine', personId = null, now = systemClock } = as;
  return firmContext(db, { orgId, actor, standing, personId }, { now, log: () => undefined, secrets: testSecrets });
}
