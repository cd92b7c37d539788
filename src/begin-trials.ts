import { Refusal } from './base/errors.ts';
import { type Clock, dayOf } from './base/time.ts';
import { beginAgreed } from './capabilities/trials/begin.actions.ts';
import { appendAudit } from './platform/audit/store.ts';
import { firmContext, type Log } from './platform/context.ts';
import type { Database } from './platform/db/database.ts';
import { describeFailure } from './platform/http/failure.ts';
import type { Secrets } from './platform/secrets/secrets.ts';
import { SERVER_HOLDER } from './platform/sign-in/actions.ts';
import { firmDay } from './records/firm/store.ts';
import { readStarting, readStartingFirms } from './records/trials/starting.store.ts';

type Beginning = { database: Database; secrets: Secrets; now: Clock; log: Log };

/**
 * Begins every trial whose day has come, in every firm: one small query where there is none. Each in a transaction of its own;
 * what something is in the way of by now stays agreed and its two are told (cards, its page). Two processes share it out.
 */
export async function beginTrials({ database, secrets, now, log }: Beginning): Promise<void> {
  const firms = await database.transactAsInstall(SERVER_HOLDER, (db) => readStartingFirms(db, dayOf(now())));
  for (const orgId of firms) {
    const scope = { orgId, actor: 'engine', standing: 'engine', personId: null } as const;
    const starting = await database.transact(scope, async (db) => readStarting(db, await firmDay(db, now())));
    for (const trialId of starting)
      await database
        .transact(scope, async (db) => {
          const personId = await beginAgreed(firmContext(db, scope, { now, log, secrets }), trialId);
          if (personId === null) return;
          const note = { action: 'beginTrial', people: [personId], details: { trialId } };
          await appendAudit(db, secrets, scope, note, now());
        })
        .catch((error: unknown) => {
          if (!(error instanceof Refusal))
            log(`A trial of firm ${orgId} did not begin on its day: ${describeFailure(error)}`);
        });
  }
}
