import { shareBlocked } from './erlang-b.ts';
import { assertQueue, type LineState, type Queue } from './queue.ts';

type Patient = Omit<Queue, 'giveUp'>;

/**
 * Erlang C: a line in which nobody gives up (M/M/n). Not stable where there is at least as much work as the servers can do.
 * C = nB/(n − a(1 − B)) with load a = arrivals/service. Source: Erlang 1917; Cooper 1981, Introduction to Queueing Theory,
 * 2nd ed., section 3.4.
 */
export function findPatientLine(queue: Patient): LineState {
  assertQueue({ ...queue, giveUp: null });
  const { servers, arrivals, service } = queue;
  const load = arrivals / service;
  if (load >= servers) return { stable: false };
  const wait = chanceToWait(shareBlocked(servers, load), servers, load);
  const waiting = (wait * load) / (servers - load);
  return { stable: true, wait, waiting, meanWait: wait / (servers * service - arrivals), lost: 0 };
}

/** Erlang C from Erlang B: the chance to wait; `load` (erlang) below `servers`. */
export function chanceToWait(blocked: number, servers: number, load: number): number {
  return (servers * blocked) / (servers - load * (1 - blocked));
}

/**
 * Share of arrivals answered within a time (time units, from 0) where nobody gives up: 1 − C·exp(−(nμ − λ)t); 0 where the
 * line grows without end. `wait`: the chance to wait of the same queue.
 */
export function shareAnsweredPatiently({ servers, arrivals, service }: Patient, wait: number, within: number): number {
  const spare = servers * service - arrivals;
  return spare <= 0 ? 0 : 1 - wait * Math.exp(-spare * within);
}
