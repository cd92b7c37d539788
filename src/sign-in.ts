import { Refusal } from './base/errors.ts';
import { systemClock } from './base/time.ts';
import { openInstall } from './install.ts';
import type { Log } from './platform/context.ts';
import type { Database } from './platform/db/connect.ts';
import { actorOf, readAccountByEmail } from './platform/sign-in/account.store.ts';
import { issueToken, SERVER_HOLDER } from './platform/sign-in/actions.ts';
import { refuseEmptyInstall } from './review-firms.ts';
import { readSettings, type Settings } from './settings.ts';

/** What `evenkeel sign-in` was given, as command-line.ts declares it. */
export type SignInOptions = { as?: string };

const MINUTES = 15;

/**
 * `evenkeel sign-in`: an address that signs in once, for whoever holds this machine; with `--as`, in the name of an
 * account. What is done then is in the audit log as done for them, and so is that it began.
 */
export async function signIn(environment: NodeJS.ProcessEnv, options: SignInOptions, log: Log): Promise<void> {
  const settings = readSettings(environment);
  await refuseEmptyInstall(environment);
  const { database } = await openInstall(environment, { log: () => undefined });
  try {
    const actor = options.as === undefined ? SERVER_HOLDER : await findActor(database, options.as);
    const actingBy = options.as === undefined ? null : SERVER_HOLDER;
    const token = await issueToken(database, actor, systemClock(), { minutes: MINUTES, actingBy });
    log(`Open this address within ${MINUTES} minutes, once, while Evenkeel runs:`);
    log(`  ${originOf(settings)}/enter?token=${token}`);
    if (actingBy) log('What you do there is written down as done by you in their name, and they can read it.');
  } finally {
    await database.close();
  }
}

async function findActor(database: Database, address: string): Promise<string> {
  const account = await database.transactAsInstall('sign-in', (db) => readAccountByEmail(db, address));
  if (account) return actorOf(account.accountId);
  throw new Refusal('not-found', `Nobody has an account with the address ${address} here: look under Members.`, {
    field: '--as',
  });
}

const originOf = ({ address, certificate, host, port }: Settings) =>
  address ?? `${certificate ? 'https' : 'http'}://${host === '::1' ? '[::1]' : host}:${port}`;
