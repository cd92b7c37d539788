import { assert } from '../../base/assert.ts';
import type { Policy } from '../../records/growth/types.ts';
import type { Forecast } from './forecast.ts';
import { runOnce } from './run.ts';
import { createRuns, type Runs } from './runs.ts';
import { createWorld } from './world.ts';

/**
 * Runs the firm through its plan so many times, from run `from` on. Run r is the same whoever asks for it.
 * `growFrom`: the first month of growing somebody, for the policy grow-early.
 */
export function simulateRuns(forecast: Forecast, policy: Policy, growFrom: number, from: number, to: number): Runs {
  assert(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to >= from, `runs ${from} to ${to}`);
  const runs = createRuns(forecast.plan.months, from, to);
  const world = createWorld(forecast, policy, growFrom);
  for (let run = from; run < to; run++) runOnce(world, run, runs, run - from);
  return runs;
}
