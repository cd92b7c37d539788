import { assert } from '../../base/assert.ts';
import { shareAnsweredOfImpatient } from './erlang-a.ts';
import { nextBlocked, shareBlocked } from './erlang-b.ts';
import { chanceToWait, shareAnsweredPatiently } from './erlang-c.ts';
import type { Queue } from './queue.ts';

/** What callers are promised: this share of all arrivals is answered within this time. */
export type ServiceLevel = {
  /** Above 0, below 1. */
  share: number;
  /** Time units of the queue's rates, from 0. */
  within: number;
};

/** More servers than this are not looked for. */
const MOST_SERVERS = 100_000;

/** Share of arrivals answered within a time, by Erlang A where people give up, else by Erlang C. 0 to 1. */
export function shareAnswered(queue: Queue, within: number): number {
  const { servers, arrivals, service, giveUp } = queue;
  if (giveUp !== null) return shareAnsweredOfImpatient({ ...queue, giveUp }, within);
  const load = arrivals / service;
  if (load >= servers) return 0;
  return shareAnsweredPatiently(queue, chanceToWait(shareBlocked(servers, load), servers, load), within);
}

/**
 * The smallest number of servers that keeps a service level; null: more than `most` would be needed. At least 1. More servers
 * never answer fewer in time, so without giving up one pass of the recursion finds it, and with it halving does.
 */
export function findServers(line: Omit<Queue, 'servers'>, level: ServiceLevel, most = MOST_SERVERS): number | null {
  assert(level.share > 0 && level.share < 1, `a service level of ${level.share}`);
  assert(level.within >= 0, `answered within ${level.within}`);
  return line.giveUp === null ? findByRecursion(line, level, most) : findByHalving(line, level, most);
}

function findByRecursion({ arrivals, service }: Omit<Queue, 'servers'>, level: ServiceLevel, most: number) {
  const load = arrivals / service;
  let blocked = 1;
  for (let servers = 1; servers <= most; servers++) {
    blocked = nextBlocked(blocked, servers, load);
    if (load >= servers) continue;
    const wait = chanceToWait(blocked, servers, load);
    if (shareAnsweredPatiently({ servers, arrivals, service }, wait, level.within) >= level.share) return servers;
  }
  return null;
}

function findByHalving(line: Omit<Queue, 'servers'>, level: ServiceLevel, most: number): number | null {
  const enough = (servers: number) => shareAnswered({ ...line, servers }, level.within) >= level.share;
  let high = 1;
  while (!enough(high)) {
    if (high >= most) return null;
    high = Math.min(2 * high, most);
  }
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
