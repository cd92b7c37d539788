import { HELD } from '../../science/simulate/population.ts';
import { expectedGain, promote } from './coming.ts';
import type { World } from './world.ts';

/** Above any level: whoever clears both bars stands before whoever doesn't. */
const CLEARS = 100;

/**
 * Fills the lead's seats that are wanted and empty, as the policy has it. Who is hired outside is being sought anyway; who promotes
 * takes the best of the desk at once, and hires outside only while nobody can be taken.
 */
export function fillLeads(world: World, month: number): void {
  if (world.policy === 'hire-outside') return;
  const { leads, now } = world;
  for (let slot = 0; leads.held < now.wanted; slot++) {
    if (leads.state[slot] === HELD) continue;
    const place = choose(world, month);
    if (place < 0) return;
    promote(world, place, slot, month);
  }
}

/** Whom the policy takes; −1: nobody. The first listed of equals. */
function choose(world: World, month: number): number {
  const { desk, policy, growing, holders } = world;
  if (policy === 'grow-early' && growing >= 0 && mayLead(world, growing, month)) return growing;
  let best = -1;
  let highest = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < desk.used; place++) {
    if (!mayLead(world, place, month)) continue;
    const score = policy === 'top-closer' ? holders.closing[place]! : fitOf(world, place, month);
    if (score > highest) [best, highest] = [place, score];
  }
  return best;
}

function mayLead({ desk, holders, forecast }: World, place: number, month: number): boolean {
  if (desk.state[place] !== HELD || holders.wouldLead[place] === 0) return false;
  return month - desk.since[place]! >= forecast.playbook['growth.ready.settled'];
}

/** Those expected to clear both bars by strength weighed by need; others by the side that is furthest below its bar. */
function fitOf(world: World, place: number, month: number): number {
  const { holders, now, forecast } = world;
  const { barTechnical, barPeople, weightTechnical } = forecast.tables;
  const gain = expectedGain(world, place, month);
  const technical = holders.technical[place]! + gain;
  const people = holders.people[place]! + gain;
  const spare = Math.min(technical - barTechnical[now.desk]!, people - barPeople[now.desk]!);
  if (spare < 0) return spare;
  const weight = weightTechnical[now.desk]!;
  return CLEARS + weight * technical + (1 - weight) * people;
}

/** Keeps somebody growing from the month on in which growing has to begin: whoever fits best, until they lead or leave. */
export function keepGrowing(world: World, month: number): void {
  if (world.policy !== 'grow-early' || month < world.growFrom) return;
  const { desk, holders } = world;
  for (let k = 0; k < desk.leftCount; k++) if (desk.left[k] === world.growing) world.growing = -1;
  if (world.growing < 0) world.growing = choose(world, month);
  if (world.growing >= 0) holders.grown[world.growing]! += 1;
}
