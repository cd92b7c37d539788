import type { Instant } from '../../src/base/time.ts';
import { appendAudit } from '../../src/platform/audit/store.ts';
import type { Db } from '../../src/platform/db/connect.ts';
import { testSecrets } from './context.ts';

/** So many lines in a firm's audit log, one a millisecond. */
export async function appendMany(db: Db, orgId: number, count: number, start: Instant): Promise<void> {
  for (let i = 1; i <= count; i++) {
    const note = { action: 'changePerson', people: [i, i + 100], details: { seatId: i, state: 'open' } };
    const by = { orgId, actor: 'account:1', standing: 'owner' as const };
    await appendAudit(db, testSecrets, by, note, (start + i) as Instant);
  }
}
