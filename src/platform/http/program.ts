import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../base/errors.ts';
import type { InstallContext } from '../context.ts';
import { hashOf } from '../sign-in/secrets.ts';
import { findToken, touchToken } from '../sign-in/token.store.ts';
import type { Route } from './routes.ts';

type ProgramRoute = Extract<Route, { kind: 'program' }>;
type ProgramOptions = Pick<InstallContext, 'database' | 'now' | 'log' | 'secrets'>;

/** Carries out an operation for a program that shows a key for it. A session is worth nothing here, and a key nothing elsewhere. */
export async function runForProgram(
  options: ProgramOptions,
  { operation, run }: ProgramRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { database, now, log, secrets } = options;
  const key = keyIn(request.headers.authorization);
  const found = key === undefined ? undefined : await openKey(options, key, operation.keyOf ?? operation.id);
  if (found === undefined) {
    reply.header('www-authenticate', 'Basic realm="Evenkeel"');
    throw new Refusal(
      'not-signed-in',
      'This needs the key that was made for it under Courses, and it must not be ended.',
    );
  }
  const { orgId, tokenId } = found;
  // What the program has to say of the body stands in the address, as its standard has it; the body itself is none of it.
  const input = operation.input.parse({ ...(request.query as object), body: request.body });
  const answerHeader = (name: string, value: string) => void reply.header(name, value);
  const answerNothing = () => void reply.status(204);
  const header = (name: string) => {
    const given = request.headers[name.toLowerCase()];
    return typeof given === 'string' ? given : undefined;
  };
  const actor = `program:${tokenId}`;
  const answer = await run({ database, now, log, secrets, orgId, actor, header, answerHeader, answerNothing }, input);
  return reply.statusCode === 204 ? null : answer;
}

/** As a password of any user, which is how learning systems ask for it, or as a bearer. */
function keyIn(authorization: string | undefined): string | undefined {
  const [scheme, given, ...rest] = (authorization ?? '').trim().split(/ +/);
  if (given === undefined || rest.length > 0) return undefined;
  if (scheme?.toLowerCase() === 'bearer') return given;
  if (scheme?.toLowerCase() !== 'basic') return undefined;
  const pair = Buffer.from(given, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  return colon < 0 ? undefined : pair.slice(colon + 1);
}

async function openKey({ database, now }: ProgramOptions, key: string, operation: string) {
  const found = await database.transactAsInstall('program', (db) => findToken(db, hashOf(key)));
  if (found?.operation !== operation) return undefined;
  const scope = { orgId: found.orgId, actor: `program:${found.tokenId}`, standing: 'engine' as const };
  const stands = await database.transact(scope, (db) => touchToken(db, found.tokenId, now()));
  return stands ? found : undefined;
}
