import type { Standing } from '../base/roles.ts';
import type { Clock } from '../base/time.ts';
import type { Database, Db } from './db/connect.ts';
import type { Scope } from './db/database.ts';
import { standingAs } from './db/standing.ts';
import type { Secrets } from './secrets/secrets.ts';

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
  /** The firm the session works in, as what, and as which of its people; null before there is one. */
  orgId: number | null;
  standing: Standing | null;
  personId: number | null;
  /** Lets the session work in another firm from the next request on. */
  openFirm(orgId: number): Promise<void>;
  now: Clock;
  log: Log;
  secrets: Secrets;
};
