import { createRandom } from '../../base/random.ts';
import { minutes } from '../../base/units.ts';
import { drawArrivals } from './arrivals.ts';
import { openBenches } from './benches.ts';
import { firstDay, makeCalendar } from './calendar.ts';
import { planOf } from './plan.ts';
import { workTickets } from './tickets.ts';
import { gradeTickets } from './triage.ts';
import { drawTruth } from './truth.ts';
import type { World, WorldSpec } from './types.ts';
import { drawVoices } from './voices.ts';
import { drawWays } from './ways.ts';

/** Keeps the source of triage grades apart from the four of the other parts. */
const GRADING = 0x5bd1e995;
/** And that of people's ways. */
const WAYS = 0x1b873593;

/**
 * Invents a firm whose truth is known: what everyone can do, and from it the tickets, the views and the people file that
 * the product is given. Same spec and seed, same firm. Each part has a source of its own, so that a change of one (say,
 * another panel) leaves the others as they were.
 */
export function generateWorld(spec: WorldSpec, seed: number): World {
  const part = (n: number) => createRandom(Math.imul(seed, 4) + n);
  const calendar = makeCalendar(firstDay(spec.day, spec.days), spec.days);
  const truth = drawTruth(spec, part(0));
  const arrivals = drawArrivals(spec, part(1));
  const ways = drawWays(spec, truth, createRandom(Math.imul(seed, 4) ^ WAYS));
  const benches = openBenches(spec, truth, ways, calendar);
  const worked = workTickets(spec, arrivals, benches, calendar, part(2));
  const grading = createRandom(Math.imul(seed, 4) ^ GRADING);
  const tickets = spec.triageNoise === undefined ? worked : gradeTickets(worked, arrivals, spec.triageNoise, grading);
  const capacity = new Map([...benches.values()].flat().map((bench) => [bench.member.name, minutes(bench.perDay)]));
  return { spec, truth, plan: planOf(spec), observations: drawVoices(spec, truth, part(3)), tickets, capacity };
}
