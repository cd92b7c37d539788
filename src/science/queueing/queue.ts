import { assert } from '../../base/assert.ts';

/** One line in front of equal servers. All rates are per the same time unit, whichever it is. */
export type Queue = {
  /** A whole number from 1. */
  servers: number;
  /** Arrivals a time unit, at random (Poisson), from 0. */
  arrivals: number;
  /** How many arrivals one busy server finishes a time unit, above 0: 1 / mean handling time. */
  service: number;
  /** How fast those who wait give up, above 0: 1 / mean patience; null: nobody ever does. */
  giveUp: number | null;
};

/** How a line behaves in the long run. A line that grows without end says so: there is no long run. */
export type LineState =
  | { stable: false }
  | {
      stable: true;
      /** Chance that an arrival has to wait. */
      wait: number;
      /** Mean number of those who wait. */
      waiting: number;
      /** Mean time that an arrival waits, those who give up included; time units. */
      meanWait: number;
      /** Share of arrivals who give up. */
      lost: number;
    };

/** Stops where a queue is none. */
export function assertQueue({ servers, arrivals, service, giveUp }: Queue): void {
  assert(Number.isInteger(servers) && servers >= 1, `${servers} servers`);
  assert(arrivals >= 0 && Number.isFinite(arrivals), `${arrivals} arrivals`);
  assert(service > 0 && Number.isFinite(service), `a service rate of ${service}`);
  assert(giveUp === null || (giveUp > 0 && Number.isFinite(giveUp)), `a rate of giving up of ${giveUp}`);
}
