import { sql } from 'kysely';
import type { Role } from '../../base/roles.ts';
import type { Instant } from '../../base/time.ts';
import type { Db } from '../db/connect.ts';
import { timestamp } from '../db/values.ts';

/** How a session began. address: the printed one-time address, or a wallboard's invitation; acting: from the server, for somebody. */
export type Method = 'address' | 'password' | 'passkey' | 'provider' | 'acting';

/** A session as stored: only the hash of its secret is kept. */
export type Session = {
  sessionHash: string;
  actor: string;
  orgId: number | null;
  accountId?: number | null;
  /** Who acts in the name of this account from the server; null: the account itself. */
  actingBy?: string | null;
  method?: Method;
  /** "Firefox on Windows", and the address it came from, for its owner to recognise. */
  browser?: string | null;
  ip?: string | null;
  /** Days without a request after which it ends. */
  idleDays?: number;
};

/** A session that stands, with what its actor is in the firm it works in. */
export type OpenSession = {
  sessionHash: string;
  actor: string;
  orgId: number | null;
  sessionId: number;
  accountId: number | null;
  /** Null: the session works in no firm, or the actor may not open it any more. */
  standing: Role | 'operator' | null;
  personId: number | null;
  actingBy: string | null;
  begunAt: Instant;
  seenAt: Instant;
  /** It began with two factors, or somebody vouches for it: single sign-on. Whoever holds the server needs none. */
  isStrong: boolean;
  /** The firm it works in asks everyone for a second factor. */
  isStrongAsked: boolean;
};

/** In whose name a one-time address signs in, and who does it for them. */
export type TokenFor = { actor: string; actingBy: string | null };

export async function insertToken(db: Db, tokenHash: string, whom: TokenFor, expiresAt: Instant): Promise<void> {
  await db
    .insertInto('auth.sign_in_token')
    .values({
      token_hash: tokenHash,
      actor: whom.actor,
      acting_by: whom.actingBy,
      expires_at: timestamp(expiresAt),
    })
    .execute();
}

/** Uses a token up; undefined when there is none, it is too old or was used before. */
export async function useToken(db: Db, tokenHash: string, now: Instant): Promise<TokenFor | undefined> {
  const row = await db
    .updateTable('auth.sign_in_token')
    .set({ used_at: timestamp(now) })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', timestamp(now))
    .returning(['actor', 'acting_by'])
    .executeTakeFirst();
  return row && { actor: row.actor, actingBy: row.acting_by };
}

export async function insertSession(db: Db, session: Session, expiresAt: Instant, now?: Instant): Promise<void> {
  await db
    .insertInto('auth.session')
    .values({
      session_hash: session.sessionHash,
      actor: session.actor,
      org_id: session.orgId,
      account_id: session.accountId ?? null,
      acting_by: session.actingBy ?? null,
      method: session.method ?? 'address',
      browser: session.browser ?? null,
      ip: session.ip ?? null,
      expires_at: timestamp(expiresAt),
      ...(session.idleDays !== undefined && { idle_days: session.idleDays }),
      ...(now !== undefined && { created_at: timestamp(now), seen_at: timestamp(now) }),
    })
    .execute();
}

/** The session with this hash, unless it has ended or has rested for too long. */
export async function readSession(db: Db, sessionHash: string, now: Instant): Promise<OpenSession | undefined> {
  const row = await db
    .selectFrom('auth.session as s')
    .leftJoin('auth.firm_access as a', (join) =>
      join.onRef('a.actor', '=', 's.actor').onRef('a.org_id', '=', 's.org_id'),
    )
    .leftJoin('auth.account as c', 'c.account_id', 's.account_id')
    .select([
      's.session_id',
      's.actor',
      's.account_id',
      's.acting_by',
      's.created_at',
      's.seen_at',
      'a.org_id',
      'a.role',
      'a.person_id',
      sql<boolean>`s.method <> 'password' or c.totp_since is not null`.as('strong'),
      sql<boolean>`app_asks_second_factor(a.org_id)`.as('strong_asked'),
    ])
    .where('s.session_hash', '=', sessionHash)
    .where('s.expires_at', '>', timestamp(now))
    .where('c.ended_at', 'is', null)
    .where(sql<boolean>`s.seen_at + make_interval(days => s.idle_days) > ${timestamp(now)}`)
    .executeTakeFirst();
  return (
    row && {
      sessionHash,
      sessionId: row.session_id,
      actor: row.actor,
      accountId: row.account_id,
      actingBy: row.acting_by,
      begunAt: row.created_at as Instant,
      seenAt: row.seen_at as Instant,
      isStrong: row.strong,
      isStrongAsked: row.strong_asked,
      orgId: row.org_id,
      standing: row.role as OpenSession['standing'],
      personId: row.person_id,
    }
  );
}

export async function setSessionFirm(db: Db, sessionHash: string, orgId: number | null): Promise<void> {
  await db.updateTable('auth.session').set({ org_id: orgId }).where('session_hash', '=', sessionHash).execute();
}

/** A firm that an actor may work in: as what, and as which of its people. */
export type FirmAccess = { orgId: number; role: Role | 'operator'; personId: number | null };

/** Firms that an actor may work in, oldest first. */
export async function readFirmAccess(db: Db, actor: string): Promise<FirmAccess[]> {
  const rows = await db
    .selectFrom('auth.firm_access')
    .select(['org_id', 'role', 'person_id'])
    .where('actor', '=', actor)
    .orderBy('org_id')
    .execute();
  return rows.map((row) => ({ orgId: row.org_id, role: row.role as FirmAccess['role'], personId: row.person_id }));
}

export async function grantFirm(db: Db, actor: string, access: FirmAccess): Promise<void> {
  const { orgId, role, personId } = access;
  await db.insertInto('auth.firm_access').values({ actor, org_id: orgId, role, person_id: personId }).execute();
}

/** Nobody may open this firm any more, and sessions that worked in it work in none. */
export async function forgetFirm(db: Db, orgId: number): Promise<void> {
  await db.deleteFrom('auth.firm_access').where('org_id', '=', orgId).execute();
  await db.deleteFrom('auth.invitation').where('org_id', '=', orgId).execute();
  await db.updateTable('auth.session').set({ org_id: null }).where('org_id', '=', orgId).execute();
}
