import type { Client } from 'pg';
import { hashOf } from '../../src/platform/sign-in/secrets.ts';
import type { Visit } from './visit.ts';

/** Goes on as somebody of the firm, with a session of their own. */
export async function goOn(
  visit: Visit,
  owner: Client,
  { orgId, name, role }: { orgId: number; name: string; role: string },
): Promise<void> {
  const secret = `secret of ${name}`;
  await owner.query(
    `with who as (select person_id from person where org_id = $1 and name = $2),
       account as (insert into auth.account (email, name) values ($2 || '@harbor.example', $2)
         on conflict (lower(email)) do update set name = excluded.name returning account_id),
       access as (insert into auth.firm_access (actor, org_id, role, person_id)
         select 'account:' || account_id, $1, $3, person_id from account, who on conflict do nothing)
     insert into auth.session (session_hash, actor, org_id, account_id, expires_at, method, browser)
     select $4, 'account:' || account_id, $1, account_id, now() + interval '1 day', 'password', 'Firefox' from account
     on conflict do nothing`,
    [orgId, name, role, hashOf(secret)],
  );
  await visit.context.addCookies([
    { name: 'evenkeel_session', value: secret, url: visit.origin, httpOnly: true, sameSite: 'Strict' },
  ]);
}
