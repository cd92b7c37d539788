import { sql } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';

/** Who may sign in to a firm, in numbers. */
export type SignInCounts = { members: number; owners: number; strong: number; providers: number };

/** Counts a firm's accounts, and those that need more than a password. */
export async function countSignIns(db: Db, orgId: number): Promise<SignInCounts> {
  const { rows } = await sql<SignInCounts>`
    with member as (
      select a.account_id, a.totp_since, f.role
      from auth.firm_access f join auth.account a on f.actor = 'account:' || a.account_id
      where f.org_id = ${orgId} and a.ended_at is null and f.role not in ('wallboard', 'operator')
    )
    select count(*)::int as members,
      count(*) filter (where role = 'owner')::int as owners,
      count(*) filter (where totp_since is not null
        or exists (select from auth.passkey p where p.account_id = member.account_id)
        or exists (select from auth.identity i where i.account_id = member.account_id))::int as strong,
      (select count(*)::int from auth.provider) as providers
    from member`.execute(db);
  return rows[0]!;
}

/** When a backup was last written into the firm's audit log; null: never. */
export async function readLastBackup(db: Db): Promise<Instant | null> {
  const row = await db
    .selectFrom('audit_entry')
    .select('at')
    .where('action', '=', 'backup')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}
