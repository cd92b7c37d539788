import { assert } from '../../base/assert.ts';
import { assertQueue, type LineState, type Queue } from './queue.ts';

type Impatient = Queue & { giveUp: number };

/** What is left out of a sum, relative to it. */
const NEGLIGIBLE = 1e-18;
/** Longer lines than this need patience of millions of handling times, and loads that no desk has. */
const LONGEST = 1e7;

/** Chances of the states in which arrivals wait: `chance[i]` of n + from + i in the system; those before `from` are nil. */
type Waiting = { from: number; chance: number[] };

/**
 * Erlang A: a line in which those who wait give up after a random time (M/M/n+M). Always stable.
 * Birth–death chances, taken outward from the likeliest state, so that no product can overflow (what log space is used for,
 * without its rounding): within 1e-12 of themselves.
 * Source: Palm 1957; Mandelbaum & Zeltyn 2007, "Service engineering in action: the Palm/Erlang-A queue".
 */
export function findImpatientLine(queue: Impatient): LineState {
  const { chance, from } = findWaiting(queue);
  let wait = 0;
  let waiting = 0;
  for (let i = chance.length - 1; i >= 0; i--) {
    wait += chance[i]!;
    waiting += (from + i) * chance[i]!;
  }
  const { arrivals, giveUp } = queue;
  const meanWait = arrivals === 0 ? 0 : waiting / arrivals;
  return { stable: true, wait, waiting, meanWait, lost: giveUp * meanWait };
}

/**
 * Share of all arrivals that are answered, and within a time (time units, from 0). Who gives up counts as not answered.
 *
 * Somebody who finds n + j in the system is served after j + 1 ends of service or givings-up, whose rates fall from nμ + jθ to
 * nμ: the wait V of a patient one has exp(−θV) ~ Beta(nμ/θ, j + 1). Weighing with the chance exp(−θV) not to have given
 * up makes it Beta(nμ/θ + 1, j + 1), whose tail is a sum of j + 1 terms.
 */
export function shareAnsweredOfImpatient(queue: Impatient, within: number): number {
  assert(within >= 0, `within ${within}`);
  const { servers, service, giveUp } = queue;
  const { chance, from } = findWaiting(queue);
  const wait = chance.reduce((sum, one) => sum + one, 0);
  const room = servers * service;
  const gone = -Math.expm1(-giveUp * within);
  // The logarithm of the term of the beta tail: it starts below the smallest number where the time is long.
  let log = -(room + giveUp) * within;
  let tail = Math.exp(log);
  let answered = 0;
  for (let j = 0; j < from + chance.length; j++) {
    if (j > 0) {
      log += Math.log((gone * (room / giveUp + j)) / j);
      tail += Math.exp(log);
    }
    if (j >= from) answered += chance[j - from]! * (room / (room + (j + 1) * giveUp)) * Math.max(0, 1 - tail);
  }
  return Math.max(0, 1 - wait) + answered;
}

function findWaiting(queue: Impatient): Waiting {
  assertQueue(queue);
  const { servers, arrivals, service, giveUp } = queue;
  const leaving = (k: number) => Math.min(k, servers) * service + Math.max(0, k - servers) * giveUp;
  const likeliest = findLikeliest(queue);
  assert(likeliest - servers < LONGEST, `a line of ${likeliest} people: patience is too long for so much work`);
  const down: number[] = [];
  let total = 1;
  for (let k = likeliest, term = 1; k > 0 && term > NEGLIGIBLE * total; k--) {
    term *= leaving(k) / arrivals;
    total += term;
    if (k > servers) down.push(term);
  }
  const chance = likeliest >= servers ? [...down.reverse(), 1] : [];
  let sumWaiting = 0;
  // A small chance to wait must still be right to its last digits: the sum that counts is that of those who wait.
  for (let k = likeliest, term = 1; term > 0 && (k <= servers || term > NEGLIGIBLE * sumWaiting); k++) {
    term *= arrivals / leaving(k + 1);
    total += term;
    if (k + 1 < servers) continue;
    chance.push(term);
    sumWaiting += term;
  }
  const from = likeliest >= servers ? likeliest - servers - down.length : 0;
  return { from, chance: chance.map((one) => one / total) };
}

/** The last state into which the line moves at least as fast as it leaves it. */
function findLikeliest({ servers, arrivals, service, giveUp }: Impatient): number {
  if (arrivals < servers * service) return Math.floor(arrivals / service);
  return servers + Math.floor((arrivals - servers * service) / giveUp);
}
