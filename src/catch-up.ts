import { systemClock } from './base/time.ts';
import { refit } from './capabilities/evidence/refit.actions.ts';
import { listFirms } from './platform/audit/store.ts';
import type { Log } from './platform/context.ts';
import type { Database } from './platform/db/database.ts';
import { describeFailure } from './platform/http/failure.ts';
import { SERVER_HOLDER } from './platform/sign-in/actions.ts';

/**
 * Brings what is worked out from every firm's tickets to what this release works out: after an update its sums may be
 * gone or its models older. Where nothing changed, it reads a few rows. One firm's trouble doesn't keep the others waiting.
 */
export async function catchUp(database: Database, log: Log): Promise<void> {
  const firms = await database.transactAsInstall(SERVER_HOLDER, listFirms);
  for (const { orgId } of firms) {
    await database
      .transact({ orgId, actor: SERVER_HOLDER, standing: 'engine' }, (db) => refit({ db, log, now: systemClock }))
      .catch((error: unknown) =>
        log(`What tickets say in firm ${orgId} was not brought up to date: ${describeFailure(error)}`),
      );
  }
}
