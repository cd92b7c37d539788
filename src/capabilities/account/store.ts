import { sql } from 'kysely';
import type { Role } from '../../base/roles.ts';
import type { Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { timestamp } from '../../platform/db/values.ts';
import { actorOf } from '../../platform/sign-in/account.store.ts';
import { SERVER_HOLDER } from '../../platform/sign-in/actions.ts';

/** What a table of members shows of one. */
export type MemberRow = {
  accountId: number;
  name: string;
  email: string;
  role: Role;
  personId: number | null;
  personName: string | null;
  secondFactor: boolean;
  seenAt: Instant | null;
};

/** Accounts that may work in this transaction's firm. Who acts for them from the server doesn't count as having seen them. */
export async function readMembers(db: Db): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select c.account_id as "accountId", c.name, c.email, a.role, a.person_id as "personId", p.name as "personName",
           c.totp_since is not null or exists (select from auth.passkey k where k.account_id = c.account_id) as "secondFactor",
           (select max(s.seen_at) from auth.session s where s.account_id = c.account_id and s.acting_by is null) as "seenAt"
    from auth.firm_access a
    join auth.account c on a.actor = 'account:' || c.account_id
    left join person_called p on p.person_id = a.person_id
    where a.org_id = app_org()
    order by lower(c.name), c.account_id`.execute(db);
  return rows;
}

export type InvitedRow = {
  invitationId: string;
  email: string;
  role: Role;
  personId: number | null;
  personName: string | null;
  createdAt: Instant;
  expiresAt: Instant;
};

/** Invitations of this firm that are still good, newest first. */
export async function readInvited(db: Db, now: Instant): Promise<InvitedRow[]> {
  const { rows } = await sql<InvitedRow>`
    select i.token_hash as "invitationId", i.email, i.role, i.person_id as "personId", p.name as "personName",
           i.created_at as "createdAt", i.expires_at as "expiresAt"
    from auth.invitation i left join person_called p on p.person_id = i.person_id
    where i.org_id = app_org() and i.used_at is null and i.expires_at > ${timestamp(now)}
    order by i.created_at desc, i.token_hash`.execute(db);
  return rows;
}

/** People of this firm without an account. */
export async function readPeopleWithout(db: Db): Promise<{ personId: number; name: string; email: string | null }[]> {
  const { rows } = await sql<{ personId: number; name: string; email: string | null }>`
    select person_id as "personId", name, email from person
    where left_on is null and work <> 'service-account'
      and not exists (select from auth.firm_access a where a.org_id = app_org() and a.person_id = person.person_id)
    order by lower(name), person_id`.execute(db);
  return rows;
}

/** Whether a person of this firm may be given to an account: there is one, and nobody else has it. */
export async function readPlace(
  db: Db,
  personId: number,
  accountId: number | null,
): Promise<'free' | 'taken' | 'nobody'> {
  const mine = accountId === null ? '' : actorOf(accountId);
  const { rows } = await sql<{ there: boolean; taken: boolean }>`
    select exists (select from person where person_id = ${personId} and left_on is null) as there,
           exists (select from auth.firm_access
                   where org_id = app_org() and person_id = ${personId} and actor <> ${mine}) as taken`.execute(db);
  const { there, taken } = rows[0]!;
  return !there ? 'nobody' : taken ? 'taken' : 'free';
}

/** The accounts that own this firm; held until the transaction ends, so that two can't leave at once. */
export async function lockOwners(db: Db): Promise<string[]> {
  const { rows } = await sql<{ actor: string }>`
    select actor from auth.firm_access where org_id = app_org() and role = 'owner' and actor like 'account:%'
    order by actor for update`.execute(db);
  return rows.map(({ actor }) => actor);
}

/** Changes as what an account works in this firm. */
export async function saveMember(
  db: Db,
  accountId: number,
  { role, personId }: { role: Role; personId: number | null },
): Promise<void> {
  await sql`update auth.firm_access set role = ${role}, person_id = ${personId}
            where org_id = app_org() and actor = ${actorOf(accountId)}`.execute(db);
}

/** Ends a membership in this firm. */
export async function deleteMember(db: Db, accountId: number): Promise<void> {
  await sql`delete from auth.firm_access where org_id = app_org() and actor = ${actorOf(accountId)}`.execute(db);
}

/**
 * Whether whoever set up a provider holds the server, or owns every firm that an account works in: then its word about
 * addresses counts for that account. Samples, which belong to whoever opened them, don't count.
 */
export async function mayVouch(db: Db, createdBy: string, accountId: number): Promise<boolean> {
  if (createdBy === SERVER_HOLDER) return true;
  const { rows } = await sql<{ vouches: boolean }>`
    select coalesce(bool_and(exists (
      select from auth.firm_access theirs
      where theirs.org_id = mine.org_id and theirs.actor = ${createdBy} and theirs.role = 'owner')), false) as vouches
    from auth.firm_access mine
    where mine.actor = ${actorOf(accountId)} and mine.role <> 'operator'`.execute(db);
  return rows[0]!.vouches;
}

/** Whether somebody owns this transaction's firm, or holds its server. */
export async function isOwnerHere(db: Db, actor: string): Promise<boolean> {
  const { rows } = await sql<{ owns: boolean }>`
    select exists (select from auth.firm_access
                   where org_id = app_org() and actor = ${actor} and role in ('owner', 'operator')) as owns`.execute(
    db,
  );
  return rows[0]!.owns;
}
