import type { PhoneQueue } from '../../records/growth/types.ts';
import type { Queue } from '../../science/queueing/queue.ts';
import { type ServiceLevel, shareAnswered } from '../../science/queueing/service-level.ts';

/**
 * The most calls an hour that 1, 2, 3 … people on the phone can take at the wanted service level, up to so many that `calls` fit;
 * position 0 is nobody. Erlang A where callers hang up, else Erlang C. Found by halving, to 1e-6 of itself.
 */
export function findPhoneSteps(phone: PhoneQueue, calls: number): Float64Array {
  const steps = [0];
  while (steps.at(-1)! < calls) steps.push(mostCalls(phone, steps.length, steps.at(-1)!));
  return Float64Array.from(steps);
}

function mostCalls(phone: PhoneQueue, servers: number, atLeast: number): number {
  const level: ServiceLevel = { share: phone.share, within: phone.withinMinutes };
  const enough = (calls: number) => {
    const queue: Queue = {
      servers,
      arrivals: calls / 60,
      service: 1 / phone.handlingMinutes,
      giveUp: phone.patienceMinutes === null ? null : 1 / phone.patienceMinutes,
    };
    return shareAnswered(queue, level.within) >= level.share;
  };
  const one = 60 / phone.handlingMinutes;
  let low = atLeast;
  let high = atLeast + one;
  // With short patience, each more of us may carry more than one full hour of calls.
  while (enough(high)) {
    low = high;
    high += one;
  }
  while (high - low > 1e-6 * high) {
    const middle = (low + high) / 2;
    if (enough(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** How many people on the phone so many calls an hour take: the first step that holds them. */
export function peopleOnPhone(steps: Float64Array, calls: number): number {
  let low = 0;
  let high = steps.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (steps[middle]! >= calls) high = middle;
    else low = middle + 1;
  }
  return low;
}
