import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { Refusal } from '../../base/errors.ts';
import type { Standing } from '../../base/roles.ts';
import type { Clock } from '../../base/time.ts';
import { appendAudit } from '../audit/store.ts';
import { type Concerns, firmContext, type InstallContext, type Log } from '../context.ts';
import type { Operation } from '../contract.ts';
import type { Database, Db } from '../db/connect.ts';
import type { Scope } from '../db/database.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { enter, findSession, SESSION_DAYS } from '../sign-in/actions.ts';
import { type OpenSession, setSessionFirm } from '../sign-in/store.ts';
import { errorAnswer } from './errors.ts';
import { readInput } from './input.ts';
import type { Route } from './routes.ts';

const COOKIE = 'evenkeel_session';
const MIB = 1024 * 1024;
const FILE_LIMIT = 2048 * MIB;

export type ServerOptions = {
  database: Database;
  routes: Route[];
  /** Folder of the built web; its absence is said on the first page. */
  webRoot: string;
  now: Clock;
  log: Log;
  secrets: Secrets;
  /** Which standings may call an operation: one table for all of them. An operation it does not know is refused. */
  mayCall(operationId: string, standing: Standing | null): boolean;
};

/** The web server: every route validated from its contract, every answer and error in one form. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({ bodyLimit: 2 * MIB, genReqId: () => randomUUID(), trustProxy: false });
  await app.register(helmet, { contentSecurityPolicy: { directives: POLICY }, strictTransportSecurity: false });
  await app.register(cookie);
  await app.register(rateLimit, { max: 1200, timeWindow: '1 minute' });
  await app.register(multipart, { limits: { fileSize: FILE_LIMIT, files: 1, fields: 4, fieldSize: 64 * 1024 } });
  app.addHook('onRequest', async (request) => refuseForeignOrigins(request));
  app.setErrorHandler((error, request, reply) => {
    const answer = errorAnswer(error);
    if (answer.status >= 500)
      options.log(`${request.method} ${request.routeOptions.url ?? '?'} failed: ${(error as Error).stack ?? error}`);
    return reply.status(answer.status).send({ error: answer.body });
  });
  addSignIn(app, options);
  for (const route of options.routes) addRoute(app, options, route);
  await addWeb(app, options.webRoot);
  return app;
}

/** No inline script, nothing from elsewhere. Inline styles stay allowed: the component library sets style attributes. */
const POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  upgradeInsecureRequests: null,
};

/**
 * A page elsewhere can make a browser send requests here. Reading is stopped by the browser; changing is stopped by the
 * strict cookie and here; and a foreign name that was pointed at this machine (DNS rebinding) is stopped here too.
 */
function refuseForeignOrigins(request: FastifyRequest) {
  const host = request.headers.host ?? '';
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host)) {
    throw new Refusal('not-allowed', 'Evenkeel answers only at the address it printed at its start.');
  }
  const origin = request.headers.origin;
  const foreign = origin !== undefined && origin !== `http://${host}`;
  if (request.method !== 'GET' && request.method !== 'HEAD' && foreign) {
    throw new Refusal('not-allowed', 'This change was asked for by another site, so it was not made.');
  }
}

function addSignIn(app: FastifyInstance, { database, now }: ServerOptions) {
  app.get('/enter', { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } }, async (request, reply) => {
    const { token } = request.query as { token?: string };
    const secret = typeof token === 'string' ? await enter(database, token, now()) : undefined;
    if (secret === undefined) return reply.redirect('/?entered=no');
    reply.setCookie(COOKIE, secret, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: request.protocol === 'https',
      maxAge: SESSION_DAYS * 86_400,
    });
    return reply.redirect('/');
  });
}

function addRoute(app: FastifyInstance, options: ServerOptions, route: Route) {
  const { operation } = route;
  app.route({
    method: operation.method,
    url: operation.path,
    handler: async (request) => {
      const session = await findSession(options.database, request.cookies[COOKIE], options.now());
      if (session === undefined)
        throw new Refusal('not-signed-in', 'Open the address that Evenkeel printed at its start to sign in.');
      return run(options, route, session, request);
    },
  });
}

async function run(
  options: ServerOptions,
  route: Route,
  session: OpenSession,
  request: FastifyRequest,
): Promise<unknown> {
  const { database, now, log, secrets } = options;
  const install: InstallContext = {
    database,
    now,
    log,
    secrets,
    actor: session.actor,
    accountId: session.accountId,
    orgId: session.orgId,
    standing: session.standing,
    personId: session.personId,
    openFirm: (orgId) => database.transactAsInstall('sign-in', (db) => setSessionFirm(db, session.sessionHash, orgId)),
  };
  refuseStanding(options, route.operation, session);
  if (route.kind === 'install') return route.run(install, readInput(route.operation, request));
  const { orgId, standing } = session;
  if (orgId === null || standing === null)
    throw new Refusal('not-found', 'There is no firm yet: start with one of the three doors on the welcome page.');
  if (route.kind === 'upload') {
    const file = await request.file();
    if (file === undefined)
      throw new Refusal('bad-input', 'No file came with this request: choose one.', { field: 'file' });
    const input = readInput(route.operation, request, file.fields);
    return route.run({ ...install, orgId, standing }, input, { stream: file.file, fileName: file.filename });
  }
  const input = readInput(route.operation, request);
  const scope: Scope = { orgId, actor: session.actor, standing, personId: session.personId };
  return database.transact(scope, async (db) => {
    const concerns: Concerns = { people: new Set(), details: {} };
    const answer = await route.run(firmContext(db, scope, { now, log, secrets, concerns }), input);
    await writeDown(options, db, session, scope, route.operation, concerns);
    return answer;
  });
}

function refuseStanding({ mayCall }: ServerOptions, operation: Operation, session: OpenSession) {
  // Whoever holds the server has no firm at first.
  const standing = session.standing ?? (session.accountId === null ? 'operator' : null);
  if (mayCall(operation.id, standing)) return;
  throw new Refusal(
    'not-allowed',
    `Your role doesn't include this (${operation.summary.toLowerCase()}): ask whoever keeps the members under Settings.`,
  );
}

/** Whatever changed something, or showed somebody's numbers, is in the firm's audit log, in the same transaction. */
async function writeDown(
  { secrets, now }: ServerOptions,
  db: Db,
  session: OpenSession,
  scope: Scope,
  operation: Operation,
  concerns: Concerns,
): Promise<void> {
  // Whoever looks at their own leaves no trace: the log is there for them.
  const people = [...concerns.people].filter((one) => operation.method !== 'GET' || one !== session.personId);
  if (operation.method === 'GET' && people.length === 0) return;
  const details = { ...concerns.details, ...(session.actingBy !== null && { actingBy: session.actingBy }) };
  const note = { action: operation.id, people, details };
  const { orgId, actor, standing } = scope;
  await appendAudit(db, secrets, { orgId, actor, standing }, note, now());
}

async function addWeb(app: FastifyInstance, webRoot: string) {
  if (existsSync(webRoot)) {
    await app.register(fastifyStatic, {
      root: webRoot,
      wildcard: false,
      immutable: true,
      maxAge: '365d',
      index: false,
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    if (request.method !== 'GET' || /^\/(api|assets)\//.test(request.url)) {
      throw new Refusal('not-found', 'There is nothing at this address.');
    }
    if (!existsSync(webRoot))
      return reply.type('text/plain').send('The screens are not built yet: run npm start once.');
    // Every other address is a place inside the web application; the page itself must never be cached.
    return reply
      .header('cache-control', 'no-store')
      .type('text/html')
      .sendFile('index.html', { maxAge: 0, immutable: false });
  });
}
