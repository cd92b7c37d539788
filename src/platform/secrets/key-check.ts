import type { Client } from 'pg';
import { Refusal } from '../../base/errors.ts';
import type { Database } from '../db/connect.ts';
import type { Secrets } from './secrets.ts';

/** What a key says of itself: a database keeps it, so that another key is noticed before it does harm. */
export const markOf = (secrets: Secrets): string => secrets.sign('key', 'check');

/** The mark of the key that this database was kept with; undefined: it has seen none yet. */
export function readMark(database: Database): Promise<string | undefined> {
  return database.transactAsInstall('start', async (db) => {
    const row = await db.selectFrom('auth.key_check').select('mark').executeTakeFirst();
    return row?.mark;
  });
}

/** Writes the mark on the first start; refuses a key that isn't the one of this database. `where`: what gave the key. */
export async function checkKey(database: Database, secrets: Secrets, where: string): Promise<void> {
  const mark = await database.transactAsInstall('start', async (db) => {
    // Of two first starts with different keys the second is refused.
    await db
      .insertInto('auth.key_check')
      .values({ mark: markOf(secrets) })
      .onConflict((one) => one.doNothing())
      .execute();
    return db.selectFrom('auth.key_check').select('mark').executeTakeFirstOrThrow();
  });
  if (mark.mark === markOf(secrets)) return;
  throw new Refusal(
    'unavailable',
    `The key in ${where} is not the one that this database was kept with: ${WHAT_TO_DO}`,
  );
}

/** The key is nowhere and the database needs one: making another would only hide that. */
export const missingKey = (file: string) =>
  new Refusal(
    'unavailable',
    `The key of this database is missing: EVENKEEL_KEY is not set and there is no file ${file}. ${WHAT_TO_DO.replace('put', 'Put')}`,
  );

const WHAT_TO_DO =
  'put the right key there (secret.key of the machine it ran on before), or name it by EVENKEEL_KEY_FILE or EVENKEEL_KEY; ' +
  'if it is lost for good, `evenkeel new-key` goes on without it.';

/** The same for the owner of the tables, on a database of whatever age. */
export async function readMarkAsOwner(owner: Client): Promise<string | undefined> {
  const { rows } = await owner.query<{ there: boolean }>(`select to_regclass('auth.key_check') is not null as there`);
  if (!rows[0]?.there) return undefined;
  const found = await owner.query<{ mark: string }>('select mark from auth.key_check');
  return found.rows[0]?.mark;
}

/**
 * Lets a database go on with another key, all of it or nothing: `carryOver` seals anew what it can, and what only the old key
 * knows is taken away, so that it can be set up again.
 */
export async function replaceMark(
  owner: Client,
  secrets: Secrets,
  carryOver: (owner: Client) => Promise<void>,
): Promise<void> {
  await owner.query('begin');
  await carryOver(owner);
  // Of these only hashes under the old key are kept.
  await owner.query('delete from auth.recovery_code');
  await owner.query('delete from auth.challenge');
  await owner.query('delete from auth.attempt');
  await owner.query('delete from auth.key_check');
  await owner.query('insert into auth.key_check (mark) values ($1)', [markOf(secrets)]);
  await owner.query('commit');
}
