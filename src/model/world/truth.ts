import type { Random } from '../../base/random.ts';
import { level } from '../../base/units.ts';
import { type Competency, PEOPLE_COMPETENCIES, TECHNICAL_COMPETENCIES } from '../../records/voice/types.ts';
import type { Truth, WorldSpec } from './types.ts';

/**
 * Draws what everyone can do: the two sides bivariate normal around level 3 with SD 1 and `spec.correlation`, kept where
 * the spec gives them; competencies around their side with SD `spec.spread`, so that a side is the mean of its own.
 */
export function drawTruth(spec: WorldSpec, random: Random): Map<string, Truth> {
  const truth = new Map<string, Truth>();
  for (const member of spec.members) {
    const technical = random.normal();
    const people = spec.correlation * technical + Math.sqrt(1 - spec.correlation ** 2) * random.normal();
    const sides = { technical: member.technical ?? 3 + technical, people: member.people ?? 3 + people };
    const competencies = {
      ...drawCompetencies(TECHNICAL_COMPETENCIES, sides.technical, spec.spread, random),
      ...drawCompetencies(PEOPLE_COMPETENCIES, sides.people, spec.spread, random),
    } as Truth['competencies'];
    truth.set(member.name, { technical: level(sides.technical), people: level(sides.people), competencies });
  }
  return truth;
}

function drawCompetencies(of: readonly Competency[], mean: number, spread: number, random: Random) {
  const around = of.map(() => spread * random.normal());
  const drift = around.reduce((sum, x) => sum + x, 0) / of.length;
  return Object.fromEntries(of.map((key, i) => [key, level(mean + around[i]! - drift)]));
}
