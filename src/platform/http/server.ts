import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { assert } from '../../base/assert.ts';
import { Refusal } from '../../base/errors.ts';
import type { DoorContext } from '../context.ts';
import { enter, findSession } from '../sign-in/actions.ts';
import { withoutPort } from '../sign-in/lock.ts';
import { type Certificate, TLS_RULES } from './certificate.ts';
import { errorAnswer } from './errors.ts';
import { describeFailure } from './failure.ts';
import { addHealth } from './health.ts';
import { readInput, refuseOtherContent } from './input.ts';
import { refuseForeignOrigins } from './origin.ts';
import { headersFor, PERMISSIONS } from './policy.ts';
import { runForProgram } from './program.ts';
import type { Route } from './routes.ts';
import { type RunOptions, run } from './run.ts';
import { sessionSecretOf, visitOf } from './visit.ts';

const MIB = 1024 * 1024;
const FILE_LIMIT = 2048 * MIB;

export type ServerOptions = RunOptions & {
  routes: Route[];
  /** Folder of the built web; its absence is said on the first page. */
  webRoot: string;
  /** Whose X-Forwarded-* headers are believed; empty: nobody's. */
  trustProxy: readonly string[];
  /** Answers over TLS itself with this pair; null: in the clear, or behind a proxy that does. */
  certificate: Certificate | null;
  /** Takes in a browser that comes back from a provider of single sign-on; answers with the path to show. */
  comeBack(visit: DoorContext, address: URL): Promise<string>;
  /** Requests of one network address a minute; absent: plenty for a person. A test that sends thousands asks for more. */
  requestsPerMinute?: number;
};

const REQUESTS_PER_MINUTE = 1200;

/** The web server: every route validated from its contract, every answer and error in one form. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = createApp(options);
  await app.register(helmet, headersFor(options.https));
  await app.register(cookie);
  await app.register(rateLimit, {
    max: options.requestsPerMinute ?? REQUESTS_PER_MINUTE,
    timeWindow: '1 minute',
    keyGenerator: ({ ip }) => withoutPort(ip),
  });
  await app.register(multipart, { limits: { fileSize: FILE_LIMIT, files: 1, fields: 4, fieldSize: 64 * 1024 } });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', PERMISSIONS);
    // What is the web's own says otherwise below.
    reply.header('cache-control', 'no-store');
    // No protocol is changed here, and Node may leave a connection mute that asked for one: it ends with this answer.
    if (request.headers.upgrade !== undefined) reply.header('connection', 'close');
    refuseForeignOrigins(request, options.address);
  });
  app.setErrorHandler((error, request, reply) => {
    const answer = errorAnswer(error);
    if (answer.status >= 500)
      options.log(`${request.method} ${request.routeOptions.url ?? '?'} failed: ${describeFailure(error)}`);
    return reply.status(answer.status).send({ error: answer.body });
  });
  addHealth(app, options.database);
  addSignIn(app, options);
  for (const route of options.routes) addRoute(app, options, route);
  await addWeb(app, options.webRoot);
  return app;
}

function createApp({ trustProxy, certificate }: ServerOptions): FastifyInstance {
  const base = {
    bodyLimit: 2 * MIB,
    genReqId: () => randomUUID(),
    trustProxy: trustProxy.length > 0 ? [...trustProxy] : false,
  };
  if (!certificate) return fastify(base);
  // To us both kinds of server are the same.
  return fastify({ ...base, https: { ...certificate, ...TLS_RULES } }) as unknown as FastifyInstance;
}

function addSignIn(app: FastifyInstance, options: ServerOptions) {
  const config = slowly(options);
  // Once it was asked for, the address is spent: whoever only looks ahead must not ask.
  app.get('/enter', { config, exposeHeadRoute: false }, async (request, reply) => {
    const { token } = request.query as { token?: string };
    const entered =
      typeof token === 'string' && !isLookingAhead(request) && (await enter(visitOf(options, request, reply), token));
    return reply.redirect(entered ? '/' : '/?entered=no');
  });
  app.get('/sign-in/back', { config, exposeHeadRoute: false }, async (request, reply) => {
    const visit = visitOf(options, request, reply);
    return reply.redirect(await options.comeBack(visit, new URL(request.url, visit.origin)));
  });
}

/** A browser that fetches a page before anybody opened it says so. */
const isLookingAhead = ({ headers }: FastifyRequest) =>
  [headers['sec-purpose'], headers.purpose, headers['x-moz']].some((said) =>
    /prefetch|prerender|preview/.test(`${said}`),
  );

/** Before sign-in a network address asks less often. */
const slowly = ({ signInRules }: ServerOptions) => ({
  rateLimit: { max: signInRules.requestsPerMinute, timeWindow: '1 minute' },
});

function addRoute(app: FastifyInstance, options: ServerOptions, route: Route) {
  const { operation, kind } = route;
  assertAdmission(options, route);
  app.route({
    method: operation.method,
    url: operation.path,
    ...(kind === 'door' && { config: slowly(options) }),
    // Before anything can be refused.
    onRequest: async (_, reply) => void reply.headers({ ...operation.answersWith }),
    preParsing: async (request) => refuseOtherContent(request, kind === 'upload'),
    handler: async (request, reply) => {
      if (kind === 'door') return route.run(visitOf(options, request, reply), readInput(operation, request));
      if (kind === 'program') return runForProgram(options, route, request, reply);
      const session = await findSession(options.database, sessionSecretOf(request, options.https), options.now());
      if (session === undefined) throw new Refusal('not-signed-in', 'You are not signed in here: sign in first.');
      return run(options, route, session, request, reply);
    },
  });
}

/** A program with an operation that nobody decided about does not start. */
function assertAdmission({ admission }: ServerOptions, { operation, kind }: Route) {
  const admitted = admission(operation.id);
  assert(admitted !== undefined, `${operation.id} stands nowhere in the table of who may do what (src/access.ts)`);
  const anyone = [admitted === 'anyone', operation.who === 'anyone', kind === 'door'];
  assert(new Set(anyone).size === 1, `${operation.id} is before sign-in in one place and not in another`);
  const program = [admitted === 'program', operation.who === 'program', kind === 'program'];
  assert(new Set(program).size === 1, `${operation.id} is for programs in one place and not in another`);
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
    return reply.header('cache-control', 'no-store').type('text/html').sendFile('index.html', { cacheControl: false });
  });
}
