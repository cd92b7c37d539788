import type { Client } from 'pg';
import type { Instant } from '../../base/time.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { type Head, hashLine, NEW_KEY } from './chain.ts';

/**
 * Lets every log that has lines go on under another key, with a line that says so and is signed with it. As the owner of the
 * tables, inside the transaction that takes the new key: one without the other would look like tampering.
 */
export async function beginUnderNewKey(owner: Client, secrets: Secrets, actor: string, at: Instant): Promise<void> {
  const { rows: there } = await owner.query<{ there: boolean }>(
    `select to_regclass('public.audit_head') is not null as there`,
  );
  if (!there[0]?.there) return;
  const { rows: heads } = await owner.query<Head & { org_id: string }>(
    'select org_id, seq::int as seq, hash from public.audit_head where seq > 0 order by org_id for update',
  );
  for (const { org_id, seq, hash: previousHash } of heads) {
    const line = { seq: seq + 1, at, actor, standing: 'operator', action: NEW_KEY, people: '{}', details: '{}' };
    const hash = hashLine(secrets, { orgId: Number(org_id), previousHash, ...line });
    const { rowCount } = await owner.query(
      `insert into public.audit_entry (org_id, seq, at, actor, standing, action, people, details, previous_hash, hash)
       values ($1, $2, to_timestamp($3::float8 / 1000), $4, $5, $6, $7, $8, $9, $10)
       on conflict do nothing`,
      [org_id, line.seq, at, actor, line.standing, line.action, line.people, line.details, previousHash, hash],
    );
    // Lines stand beyond the end: that log was tampered with, and goes on saying so.
    if (rowCount === 0) continue;
    await owner.query('update public.audit_head set seq = $2, hash = $3 where org_id = $1', [org_id, line.seq, hash]);
  }
}
