import type { Clock } from '../base/time.ts';
import type { Database, Db } from './db/connect.ts';

/** Writes one line of what the program did; never a secret, never a person's data. */
export type Log = (line: string) => void;

/** What an action of a firm works with: one transaction that already carries the firm and the actor. */
export type FirmContext = {
  db: Db;
  orgId: number;
  /** Who acts: `owner` on a single-user start. */
  actor: string;
  now: Clock;
  log: Log;
};

/** What an action outside any one firm works with: it opens its own transactions, short ones. */
export type InstallContext = {
  database: Database;
  actor: string;
  /** The firm the session works in; null before there is one. */
  orgId: number | null;
  /** Lets the session work in another firm from the next request on. */
  openFirm(orgId: number): Promise<void>;
  now: Clock;
  log: Log;
};
