import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { mayCall } from './access.ts';
import { Refusal } from './base/errors.ts';
import { type Clock, systemClock } from './base/time.ts';
import { type Install, openInstall, ROOT } from './install.ts';
import type { Log } from './platform/context.ts';
import { createServer } from './platform/http/server.ts';
import { issueToken, SERVER_HOLDER } from './platform/sign-in/actions.ts';
import { allRoutes } from './routes.ts';

const DEFAULT_PORT = 4580;

/** A running Evenkeel: its address with a one-time token, and how to stop it. */
export type Running = { address: string; close(): Promise<void> };

/** Starts the web server on 127.0.0.1 on an open database. */
export async function serve(
  { database, secrets }: Install,
  options: { port: number; now?: Clock; log: Log; webRoot?: string },
): Promise<Running> {
  const now = options.now ?? systemClock;
  const app = await createServer({
    database,
    secrets,
    mayCall,
    routes: allRoutes,
    webRoot: options.webRoot ?? join(ROOT, 'dist', 'web'),
    now,
    log: options.log,
  });
  try {
    await app.listen({ port: options.port, host: '127.0.0.1' });
  } catch (cause) {
    throw explainPort(options.port, cause as NodeJS.ErrnoException);
  }
  const { port } = app.server.address() as AddressInfo;
  const token = await issueToken(database, SERVER_HOLDER, now());
  return { address: `http://127.0.0.1:${port}/enter?token=${token}`, close: () => app.close() };
}

function explainPort(port: number, cause: NodeJS.ErrnoException): Error {
  const other = port === DEFAULT_PORT ? port + 1 : DEFAULT_PORT;
  if (cause.code === 'EADDRINUSE') {
    const message = `Port ${port} is taken, perhaps by another Evenkeel: use its address, or start with PORT=${other}.`;
    return new Refusal('unavailable', message, { field: 'PORT' }, cause);
  }
  if (cause.code === 'EACCES') {
    const message = `Port ${port} is reserved for the administrator: start with PORT=${other}.`;
    return new Refusal('not-allowed', message, { field: 'PORT' }, cause);
  }
  return cause;
}

/** `evenkeel start`: runs until it is told to stop. */
export async function start(environment: NodeJS.ProcessEnv, log: Log): Promise<void> {
  const port = portOf(environment.PORT);
  // From here on, so that a Ctrl-C while the database opens doesn't leave its server behind.
  const told = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), once(process, 'SIGHUP')]);
  const install = await openInstall(environment, { log });
  try {
    const running = await serve(install, { port, log });
    log('');
    log('Evenkeel is ready. Open this address once; it signs you in:');
    log(`  ${running.address}`);
    log('Stop with Ctrl+C. Your data stays.');
    await told;
    await running.close();
  } finally {
    await install.database.close();
  }
}

function portOf(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Refusal('bad-input', `PORT is "${text}": give a number from 1 to 65535.`, { field: 'PORT' });
}
