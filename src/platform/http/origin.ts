import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../base/errors.ts';

const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(?::(\d{1,5}))?$/;

/**
 * A page elsewhere can make a browser send requests here. Reading is stopped by the browser; changing is stopped by the
 * strict cookie and here; and a foreign name that was pointed at this machine (DNS rebinding) is stopped here too.
 * `address` is the origin that people type; null: only this machine, by its loopback names.
 */
export function refuseForeignOrigins(request: FastifyRequest, address: string | null): void {
  // Behind a proxy that is trusted this is what it forwards, else the Host header.
  const host = request.host.toLowerCase();
  const own = originOf(request, host, address);
  if (own === undefined)
    throw new Refusal(
      'not-allowed',
      address === null
        ? 'Evenkeel answers only at the address it printed at its start.'
        : `Evenkeel answers only at ${address}: a proxy before it must pass on the name it was asked for.`,
    );
  // Past the proxy, straight at the port: what is meant to be encrypted is not answered in the clear.
  if (own.startsWith('https:') && request.protocol !== 'https' && isInTheClear(request))
    throw new Refusal(
      'not-allowed',
      `Evenkeel answers only over https, at ${own}: a proxy before it must pass on X-Forwarded-Proto: https.`,
    );
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const foreign = (origin !== undefined && origin !== own) || site === 'cross-site' || site === 'same-site';
  if (foreign) throw new Refusal('not-allowed', 'This change was asked for by another site, so it was not made.');
}

const LOOPBACK_CLIENT = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/** From another machine, or by a proxy that says so. Between a proxy on this machine and us nobody listens. */
const isInTheClear = ({ headers, socket }: FastifyRequest) =>
  headers['x-forwarded-proto'] !== undefined || !LOOPBACK_CLIENT.test(socket.remoteAddress ?? '');

/** Under which origin a request came to us; undefined: under none of ours. */
export function originOf(request: FastifyRequest, host: string, address: string | null): string | undefined {
  if (address !== null && host === new URL(address).host) return address;
  const loopback = LOOPBACK_HOST.exec(host);
  // Only this machine may call us by its own name: anybody else who does has come past the address.
  if (!loopback || !LOOPBACK_CLIENT.test(request.socket.remoteAddress ?? '')) return undefined;
  const { localPort } = request.socket;
  // A test's request comes without a socket, a default port without its number.
  const port = loopback[2] === undefined ? undefined : Number(loopback[2]);
  const fits = localPort === undefined || (port ?? (request.protocol === 'https' ? 443 : 80)) === localPort;
  return fits ? `${request.protocol}://${host}` : undefined;
}
