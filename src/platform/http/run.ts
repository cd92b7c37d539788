import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../base/errors.ts';
import type { Standing } from '../../base/roles.ts';
import { appendAudit } from '../audit/store.ts';
import { type Concerns, firmContext, type InstallContext } from '../context.ts';
import type { Operation } from '../contract.ts';
import type { Db } from '../db/connect.ts';
import type { Scope } from '../db/database.ts';
import { type OpenSession, setSessionFirm } from '../sign-in/store.ts';
import { readInput } from './input.ts';
import type { Route } from './routes.ts';
import { type VisitOptions, visitOf } from './visit.ts';

type SignedInRoute = Exclude<Route, { kind: 'door' | 'program' }>;

/** What carrying out an operation needs of the server's options. */
export type RunOptions = VisitOptions & {
  /** Which standings may call an operation: one table for all of them. */
  mayCall(operationId: string, standing: Standing | null): boolean;
  /** Whom an operation lets in at all; undefined: nobody decided, so the server does not start. */
  admission(operationId: string): 'anyone' | 'everyone' | 'program' | 'roles' | undefined;
};

/** Carries out an operation for a session, if its role may. */
export async function run(
  options: RunOptions,
  route: SignedInRoute,
  session: OpenSession,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { database, now, log, secrets, address, mail, fetcher } = options;
  const install: InstallContext = {
    database,
    now,
    log,
    secrets,
    address,
    mail,
    fetcher,
    actor: session.actor,
    accountId: session.accountId,
    actingBy: session.actingBy,
    orgId: session.orgId,
    standing: session.standing,
    personId: session.personId,
    isStrong: session.isStrong,
    openFirm: (orgId) => database.transactAsInstall('sign-in', (db) => setSessionFirm(db, session.sessionHash, orgId)),
  };
  refuseStanding(options, route.operation, session);
  if (route.kind === 'install') return route.run(install, readInput(route.operation, request));
  if (route.kind === 'account') {
    const visit = visitOf(options, request, reply);
    const { sessionId, begunAt } = session;
    return route.run({ ...visit, ...install, sessionId, begunAt }, readInput(route.operation, request));
  }
  const { orgId, standing } = session;
  if (orgId === null || standing === null)
    throw new Refusal('not-found', 'There is no firm yet: start with one of the three doors on the welcome page.');
  const scope: Scope = { orgId, actor: session.actor, standing, personId: session.personId };
  if (route.kind === 'upload') {
    const file = await request.file();
    if (file === undefined)
      throw new Refusal('bad-input', 'No file came with this request: choose one.', { field: 'file' });
    const input = readInput(route.operation, request, file.fields);
    const upload = { stream: file.file, fileName: file.filename };
    const answer = await route.run({ ...install, orgId, standing }, input, upload);
    if (route.brings) {
      const nobody: Concerns = { people: new Set(), details: {} };
      await database.transact(scope, (db) => writeDown(options, db, session, scope, route.operation, nobody));
    }
    return answer;
  }
  const input = readInput(route.operation, request);
  return database.transact(scope, async (db) => {
    const concerns: Concerns = { people: new Set(), details: {} };
    const answer = await route.run(firmContext(db, scope, { now, log, secrets, concerns }), input);
    await writeDown(options, db, session, scope, route.operation, concerns);
    return answer;
  });
}

function refuseStanding({ mayCall, admission, log }: RunOptions, operation: Operation, session: OpenSession) {
  // Whoever holds the server has no firm at first.
  const standing = session.standing ?? (session.accountId === null ? 'operator' : null);
  if (mayCall(operation.id, standing)) {
    // What concerns nobody but themselves stays open: there the second factor is set up.
    if (session.isStrong || !session.isStrongAsked || admission(operation.id) === 'everyone') return;
    throw new Refusal(
      'not-allowed',
      'This firm asks everyone for a second step at sign-in: set up codes under Your account, or sign in with a passkey.',
      { field: 'secondFactor' },
    );
  }
  // Numbers and fixed words alone: a try at what isn't one's own is worth a look.
  log(`${session.actor} as ${standing ?? 'nobody'} was refused ${operation.id}.`);
  throw new Refusal(
    'not-allowed',
    `Your role doesn't include this (${operation.summary.toLowerCase()}): ask whoever keeps the members under Settings.`,
  );
}

/** Whatever changed something, or showed somebody's numbers, is in the firm's audit log, in the same transaction. */
async function writeDown(
  { secrets, now }: RunOptions,
  db: Db,
  session: OpenSession,
  scope: Scope,
  operation: Operation,
  concerns: Concerns,
): Promise<void> {
  // Whoever looks at their own leaves no trace: the log is there for them.
  const look = operation.method === 'GET' || operation.looks === true;
  const people = [...concerns.people].filter((one) => !look || one !== session.personId);
  if (look && people.length === 0) return;
  const details = { ...concerns.details, ...(session.actingBy !== null && { actingBy: session.actingBy }) };
  const note = { action: operation.id, people, details, look };
  const { orgId, actor, standing } = scope;
  await appendAudit(db, secrets, { orgId, actor, standing }, note, now());
}
