import type { Instant } from '../../base/time.ts';

const MINUTE = 60_000;
/** After so many failures in a row an address has to wait. */
const FREE_FAILURES = 5;
const LONGEST_MINUTES = 60;

/** How far back attempts count, and how long they are kept. */
export const ATTEMPTS_COUNT_MS = 24 * 60 * MINUTE;

/** Until when an address has to wait after failures at these times; undefined: it may try. 1, 2, 4 … 60 minutes. */
export function lockedUntil(failures: { count: number; last: Instant | null }, now: Instant): Instant | undefined {
  if (failures.last === null || failures.count < FREE_FAILURES) return undefined;
  const minutes = Math.min(2 ** Math.min(failures.count - FREE_FAILURES, 10), LONGEST_MINUTES);
  const until = (failures.last + minutes * MINUTE) as Instant;
  return until > now ? until : undefined;
}

/** Failures from one network within `NETWORK_WINDOW_MS` after which it has to wait, whatever addresses it tried. */
export const NETWORK_FAILURES = 40;
export const NETWORK_WINDOW_MS = 15 * MINUTE;

/** "in 2 minutes": for a sentence that says when to try again. */
export function waitInWords(until: Instant, now: Instant): string {
  const minutes = Math.max(1, Math.ceil((until - now) / MINUTE));
  return minutes === 1 ? 'in a minute' : `in ${minutes} minutes`;
}

/** The network that an address belongs to, as far as one customer of a provider has it: IPv6 hands out 64 bits at once. */
export function networkOf(address: string): string {
  const ip = withoutPort(address);
  if (!ip.includes(':') || ip.toLowerCase().startsWith('::ffff:')) return ip.toLowerCase().replace(/^::ffff:/, '');
  const [head = '', tail] = ip.toLowerCase().split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(Math.max(0, zeros)).fill('0'), ...after].slice(0, 4).join(':');
}

/** Some proxies put the port of the connection behind the address (IIS): it would make each connection a network. */
export const withoutPort = (address: string) =>
  /^(\d{1,3}(?:\.\d{1,3}){3}):\d+$/.exec(address)?.[1] ?? /^\[([^\]]+)\](?::\d+)?$/.exec(address)?.[1] ?? address;
