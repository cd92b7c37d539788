import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { Role } from '../../src/base/roles.ts';
import type { Instant } from '../../src/base/time.ts';
import type { SignInRules } from '../../src/platform/sign-in/rules.ts';
import { type Running, type ServeOptions, serve } from '../../src/start.ts';
import { testSecrets } from './context.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

/** Guesses that cost nothing, and as many requests as a test needs. */
export const QUICK: SignInRules = { cost: { n: 16, r: 1, p: 1 }, requestsPerMinute: 100_000 };

export type Answer<T = Record<string, never>> = { status: number; body: T; message: string; headers: Headers };

/** A browser without a screen: it keeps cookies as told, and says where it is from. */
export type Visitor = {
  cookies: Map<string, string>;
  send<T = Record<string, never>>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<T>>;
  /** Opens an address as typed; answers with where it leads. */
  open(address: string): Promise<string | null>;
};

export function visitorOf(origin: string, userAgent = 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0'): Visitor {
  const cookies = new Map<string, string>();
  const request = async (address: string, init: RequestInit) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'user-agent': userAgent, ...(cookie && { cookie }), ...(init.headers as Record<string, string>) };
    const answer = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value) cookies.set(name!, value);
      else cookies.delete(name!);
    }
    return answer;
  };
  return {
    cookies,
    open: async (address) => (await request(address, {})).headers.get('location'),
    send: async (method, path, body, more = {}) => {
      const given = body !== undefined && { body: JSON.stringify(body) };
      const headers = { ...(given && { 'content-type': 'application/json' }), ...more };
      const answer = await request(origin + path, { method, headers, ...given });
      const read = (await answer.json()) as never;
      const { error } = read as { error?: { message: string } };
      return { status: answer.status, body: read, message: error?.message ?? '', headers: answer.headers };
    },
  };
}

/** An Evenkeel whose clock stands until a test moves it. */
export type Stage = {
  test: TestDatabase;
  running: Running;
  origin: string;
  /** Milliseconds since the stage was set; tests add to it. */
  clock: { now: Instant };
  log: string[];
  visitor(userAgent?: string): Visitor;
  close(): Promise<void>;
};

export const PASSWORD = 'we fix it before lunch, mostly';

export async function setStage(options: Partial<ServeOptions> = {}): Promise<Stage> {
  const test = await createTestDatabase();
  const clock = { now: Date.parse('2026-11-23T09:00:00Z') as Instant };
  const log: string[] = [];
  const running = await serve(
    { database: test.database, secrets: testSecrets },
    {
      port: 0,
      log: (line) => log.push(line),
      now: () => clock.now,
      signInRules: QUICK,
      requestsPerMinute: 100_000,
      ...options,
    },
  );
  const { origin } = new URL(running.address);
  return {
    test,
    running,
    origin,
    clock,
    log,
    visitor: (userAgent) => visitorOf(origin, userAgent),
    close: async () => {
      await running.close();
      await test.close();
    },
  };
}

type Invited = { link: string; mailed: boolean };

/** Invites somebody and follows their link up to an account with `PASSWORD`; answers with their browser. */
export async function bringIn(
  stage: Stage,
  host: Visitor,
  who: { email: string; name: string; role: Role; personId?: number },
): Promise<Visitor> {
  const { email, role, personId = null } = who;
  const { body, message } = await host.send<Invited>('POST', '/api/members/invitations', { email, role, personId });
  if (!body.link) throw new Error(message);
  const guest = stage.visitor();
  const token = tokenIn(body.link);
  const accepted = await guest.send('POST', '/api/invitation', { token, name: who.name, password: PASSWORD });
  if (accepted.status !== 200) throw new Error(accepted.message);
  return guest;
}

/** The secret of an invitation's link. */
export const tokenIn = (link: string): string => new URL(link).hash.slice(1);

/** A port that is free, where one has to be known before we start. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
