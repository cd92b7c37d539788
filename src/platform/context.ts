import type { Standing } from '../base/roles.ts';
import type { Clock, Instant } from '../base/time.ts';
import type { Database, Db } from './db/connect.ts';
import type { Scope } from './db/database.ts';
import { standingAs } from './db/standing.ts';
import type { Fetcher } from './fetch/fetcher.ts';
import type { Mail } from './mail/mail.ts';
import type { Secrets } from './secrets/secrets.ts';
import type { SignInRules } from './sign-in/rules.ts';

/** Writes one line of what the program did; never a secret, never a person's data. */
export type Log = (line: string) => void;

/** What the audit log will say a request was about; collected while an action runs. */
export type Concerns = { people: Set<number>; details: Record<string, string | number> };

/** What an action of a firm works with: one transaction that already carries the firm, the actor and the standing. */
export type FirmContext = {
  db: Db;
  orgId: number;
  /** Who acts: `account:7`; `owner` for whoever holds the server. */
  actor: string;
  standing: Standing;
  /** Which person of the firm acts; null: none of them. */
  personId: number | null;
  now: Clock;
  log: Log;
  secrets: Secrets;
  /** Reads or writes in the program's own standing. What comes out must be cut to what the actor may see. */
  asEngine<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** Says whose numbers this answer shows, for the audit log ("who looked"). */
  concerns: Concerns;
};

/** Joins a transaction and its scope to the context of an action. */
export function firmContext(
  db: Db,
  scope: Scope,
  rest: { now: Clock; log: Log; secrets: Secrets; concerns?: Concerns },
): FirmContext {
  return {
    db,
    orgId: scope.orgId,
    actor: scope.actor,
    standing: scope.standing,
    personId: scope.personId ?? null,
    now: rest.now,
    log: rest.log,
    secrets: rest.secrets,
    asEngine: (work) => standingAs(db, 'engine', work),
    concerns: rest.concerns ?? { people: new Set(), details: {} },
  };
}

/** What an action outside any one firm works with: it opens its own transactions, short ones. */
export type InstallContext = {
  database: Database;
  actor: string;
  /** The account that is signed in; null for whoever holds the server. */
  accountId: number | null;
  /** Who acts in the name of this account from the server; null: the account itself. */
  actingBy: string | null;
  /** The firm the session works in, as what, and as which of its people; null before there is one. */
  orgId: number | null;
  standing: Standing | null;
  personId: number | null;
  /** The session began with two factors or by single sign-on, as a firm may ask of everyone. */
  isStrong: boolean;
  /** Lets the session work in another firm from the next request on. */
  openFirm(orgId: number): Promise<void>;
  now: Clock;
  log: Log;
  secrets: Secrets;
  /** The origin that people type, `https://evenkeel.example.com`; null: only this machine. */
  address: string | null;
  /** Null: no mail is sent here. Never inside a transaction. */
  mail: Mail | null;
  /** The one way to addresses that users typed. Never inside a transaction. */
  fetcher: Fetcher;
};

/** What an operation before sign-in works with: it decides itself who somebody is. */
export type DoorContext = Pick<InstallContext, 'database' | 'now' | 'log' | 'secrets' | 'mail' | 'fetcher'> & {
  rules: SignInRules;
  /** Scheme, name and port under which the browser reached us. */
  origin: string;
  ip: string;
  /** "Firefox on Windows", as far as it can be told. */
  browser: string | null;
  /** What the browser's cookie holds; undefined: it has none. */
  sessionSecret: string | undefined;
  /** Lets the browser keep a session's secret for so many days, in place of the one it has. */
  signIn(secret: string, days: number): void;
  /** Lets the browser forget its session. */
  signOut(): void;
  /** What this browser keeps while it is away at a provider of single sign-on. */
  tripSecret: string | undefined;
  /** null: the trip is over. */
  keepTrip(secret: string | null): void;
};

/** What an operation for a program works with: a firm by its key, no session, no role. It opens its own transactions. */
export type ProgramContext = Pick<InstallContext, 'database' | 'now' | 'log' | 'secrets'> & {
  orgId: number;
  /** Who acts, for the audit log: `program:3`. */
  actor: string;
  /** What the request says beside its body. */
  header(name: string): string | undefined;
  /** Says something beside the answer. */
  answerHeader(name: string, value: string): void;
  /** Says that it is done and that there is nothing to answer (204). */
  answerNothing(): void;
};

/** What operations on one's own account and on members work with: they also have to know the browser. */
export type AccountContext = InstallContext &
  DoorContext & {
    sessionId: number;
    /** When its owner proved last who they are, as far as the session tells. */
    begunAt: Instant;
  };
