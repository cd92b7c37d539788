import { assert } from '../../base/assert.ts';

/**
 * Erlang B: the share of arrivals that find every server taken when nobody waits, from 0 to 1.
 * `servers`: a whole number from 0; `load`: arrivals a time unit × mean handling time (erlang), from 0. Handling times may
 * have any distribution. By the recursion B(n) = aB(n−1)/(n + aB(n−1)), which only adds positive numbers: within 1e-13 of
 * itself for thousands of servers.
 * Source: Erlang 1917; the recursion as in Jagerman 1974, Bell System Technical Journal 53, 525–551.
 */
export function shareBlocked(servers: number, load: number): number {
  assert(Number.isInteger(servers) && servers >= 0, `${servers} servers`);
  assert(load >= 0 && load < Number.POSITIVE_INFINITY, `a load of ${load} erlang`);
  let blocked = 1;
  for (let n = 1; n <= servers; n++) blocked = nextBlocked(blocked, n, load);
  return blocked;
}

/** One step of the recursion: B of n servers from that of n − 1, under the same load (erlang). */
export function nextBlocked(blocked: number, servers: number, load: number): number {
  return (load * blocked) / (servers + load * blocked);
}
