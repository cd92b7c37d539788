import { on, once } from 'node:events';
import type { Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { admission, mayCall } from './access.ts';
import { notePlaceOf } from './audit.ts';
import { Refusal } from './base/errors.ts';
import { type Clock, systemClock } from './base/time.ts';
import { comeBack } from './capabilities/account/provider.actions.ts';
import { catchUp } from './catch-up.ts';
import { startDelivering } from './deliver.ts';
import { type Install, openInstall, ROOT } from './install.ts';
import { noteHeads } from './platform/audit/notes.ts';
import type { Log } from './platform/context.ts';
import { createFetcher } from './platform/fetch/fetcher.ts';
import { keepCertificate, readCertificate } from './platform/http/certificate.ts';
import { createServer } from './platform/http/server.ts';
import { createMail } from './platform/mail/mail.ts';
import { readAccountsThere } from './platform/sign-in/account.store.ts';
import { issueToken, SERVER_HOLDER } from './platform/sign-in/actions.ts';
import { SIGN_IN_RULES, type SignInRules } from './platform/sign-in/rules.ts';
import { allRoutes, stopWork } from './routes.ts';
import { DEFAULT_PORT, readSettings, type Settings } from './settings.ts';

/** A running Evenkeel, and how to stop it. */
export type Running = {
  /** Where it is; while no firm has an owner with an account, with a one-time token that signs in. */
  address: string;
  signsIn: boolean;
  /** Reads the certificate's files again; does nothing where there are none. */
  renew(): Promise<void>;
  close(): Promise<void>;
};

/** How a server is started; without more than a port on 127.0.0.1, for this machine alone. */
export type ServeOptions = Partial<Settings> & {
  port: number;
  now?: Clock;
  log: Log;
  webRoot?: string;
  requestsPerMinute?: number;
  /** Milliseconds between two looks at which trials begin and whose message is due; absent: this server does neither. */
  deliverEvery?: number;
  /** Absent: as they should be. Tests sign in often. */
  signInRules?: SignInRules;
};

/** Starts the web server on an open database. */
export async function serve({ database, secrets }: Install, options: ServeOptions): Promise<Running> {
  const { host = '127.0.0.1', address = null, certificate: files = null, mail = null, log } = options;
  const now = options.now ?? systemClock;
  const https = files !== null || address?.startsWith('https:') === true;
  const doors = {
    mail: mail && createMail(mail.url, mail.from),
    fetcher: createFetcher({ allowPrivate: options.privateHosts ?? [] }),
  };
  const app = await createServer({
    database,
    secrets,
    admission,
    mayCall,
    comeBack,
    signInRules: options.signInRules ?? SIGN_IN_RULES,
    routes: allRoutes,
    webRoot: options.webRoot ?? join(ROOT, 'dist', 'web'),
    now,
    log,
    address,
    https,
    trustProxy: options.proxies ?? [],
    certificate: files && (await readCertificate(files)),
    ...doors,
    ...(options.requestsPerMinute !== undefined && { requestsPerMinute: options.requestsPerMinute }),
  });
  try {
    await app.listen({ port: options.port, host });
  } catch (cause) {
    throw explainListening(options.port, host, cause as NodeJS.ErrnoException);
  }
  const renewal = files && keepCertificate(app.server as unknown as Server, files, log);
  const { port } = app.server.address() as AddressInfo;
  const origin = address ?? `${https ? 'https' : 'http'}://${host === '::1' ? '[::1]' : host}:${port}`;
  const delivering =
    options.deliverEvery === undefined
      ? undefined
      : startDelivering({ ...doors, database, secrets, now, log, origin }, { every: options.deliverEvery });
  const { owner } = await database.transactAsInstall('sign-in', readAccountsThere);
  const token = owner ? undefined : await issueToken(database, SERVER_HOLDER, now());
  return {
    address: token === undefined ? origin : `${origin}/enter?token=${token}`,
    signsIn: token !== undefined,
    renew: async () => renewal?.renew(),
    close: async () => {
      renewal?.stop();
      await delivering?.stop();
      await stopWork();
      await app.close();
    },
  };
}

function explainListening(port: number, host: string, cause: NodeJS.ErrnoException): Error {
  const other = port === DEFAULT_PORT ? port + 1 : DEFAULT_PORT;
  if (cause.code === 'EADDRINUSE') {
    const message = `Port ${port} is taken, perhaps by another Evenkeel: use its address, or start with PORT=${other}.`;
    return new Refusal('unavailable', message, { field: 'PORT' }, cause);
  }
  if (cause.code === 'EACCES') {
    const message = `Port ${port} is reserved for the administrator: start with PORT=${other}.`;
    return new Refusal('not-allowed', message, { field: 'PORT' }, cause);
  }
  if (cause.code === 'EADDRNOTAVAIL' || cause.code === 'ENOTFOUND') {
    const message = `EVENKEEL_HOST is ${host}, which is no address of this machine: leave it out, or give one that it has.`;
    return new Refusal('bad-input', message, { field: 'EVENKEEL_HOST' }, cause);
  }
  return cause;
}

/** Nobody waits longer for a page; what may take longer, such as an import, says so (`withoutLimit`). */
const STATEMENT_SECONDS = 60;

/** Somebody's hour is told to the minute. */
const DELIVER_EVERY = 60_000;

/** `evenkeel start`: runs until it is told to stop. */
export async function start(environment: NodeJS.ProcessEnv, log: Log): Promise<void> {
  const settings = readSettings(environment);
  // Before the database is opened: what is wrong with a file is said at once.
  if (settings.certificate) await readCertificate(settings.certificate);
  // From here on, so that a Ctrl-C while the database opens doesn't leave its server behind.
  let running: Running | undefined;
  const told = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), hangUp(settings, () => running)]);
  const install = await openInstall(environment, { log, statementSeconds: STATEMENT_SECONDS });
  try {
    await catchUp(install.database, log);
    running = await serve(install, { ...settings, log, deliverEvery: DELIVER_EVERY });
    log('');
    log(
      running.signsIn
        ? 'Evenkeel is ready. Open this address once, within an hour; it signs you in:'
        : 'Evenkeel is ready. Sign in at this address (evenkeel sign-in lets in whoever holds this machine):',
    );
    log(`  ${running.address}`);
    log('Stop with Ctrl+C. Your data stays.');
    await told;
    await running.close();
    // So that lines that are removed from now on are missed by the next check; a stop doesn't wait for trouble with it.
    await noteHeads(install.database, SERVER_HOLDER, notePlaceOf(environment)).catch((error: Error) =>
      log(`The ends of the audit logs were not noted: ${error.message}`),
    );
  } finally {
    await install.database.close();
  }
}

/** A terminal that closes ends a start; with a certificate SIGHUP means to read it again, as for other servers. */
async function hangUp({ certificate }: Settings, running: () => Running | undefined): Promise<void> {
  if (certificate === null) {
    await once(process, 'SIGHUP');
    return;
  }
  for await (const _ of on(process, 'SIGHUP')) await running()?.renew();
}
