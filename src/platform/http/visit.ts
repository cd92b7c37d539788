import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DoorContext, InstallContext } from '../context.ts';
import { nameBrowser } from '../sign-in/browser-name.ts';
import { withoutPort } from '../sign-in/lock.ts';
import type { SignInRules } from '../sign-in/rules.ts';
import { originOf } from './origin.ts';

const DAY_S = 86_400;
const TRIP_S = 600;

/** What a visit needs of the server's options. */
export type VisitOptions = Pick<
  InstallContext,
  'database' | 'now' | 'log' | 'secrets' | 'mail' | 'fetcher' | 'address'
> & {
  /** Browsers reach us by https, here or at a proxy: then cookies never travel without. */
  https: boolean;
  signInRules: SignInRules;
};

/** With encryption the name itself binds a cookie to this very host, its whole path, and https (`__Host-`). */
const nameOf = (https: boolean, name: string) => `${https ? '__Host-' : ''}${name}`;

/** The secret of the session that a browser says it has. */
export const sessionSecretOf = (request: FastifyRequest, https: boolean): string | undefined =>
  request.cookies[nameOf(https, 'evenkeel_session')];

/** The browser at the door: where it came from, what it brought, and how it is given a session. */
export function visitOf(options: VisitOptions, request: FastifyRequest, reply: FastifyReply): DoorContext {
  const { database, now, log, secrets, mail, fetcher, address, https, signInRules } = options;
  const session = nameOf(https, 'evenkeel_session');
  // Lax: it has to come back with the browser from the provider, and is good for nothing but that.
  const trip = nameOf(https, 'evenkeel_trip');
  const kept = { path: '/', httpOnly: true, secure: https };
  return {
    database,
    now,
    log,
    secrets,
    mail,
    fetcher,
    rules: signInRules,
    // Requests under other names were refused before.
    origin: originOf(request, request.host.toLowerCase(), address) ?? '',
    ip: withoutPort(request.ip).slice(0, 64),
    browser: nameBrowser(request.headers['user-agent']),
    sessionSecret: request.cookies[session],
    signIn(secret, days) {
      reply.setCookie(session, secret, { ...kept, sameSite: 'strict', maxAge: Math.round(days * DAY_S) });
    },
    signOut() {
      reply.clearCookie(session, { ...kept, sameSite: 'strict' });
    },
    tripSecret: request.cookies[trip],
    keepTrip(secret) {
      if (secret === null) reply.clearCookie(trip, { ...kept, sameSite: 'lax' });
      else reply.setCookie(trip, secret, { ...kept, sameSite: 'lax', maxAge: TRIP_S });
    },
  };
}
