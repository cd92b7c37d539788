import type { Random } from '../../base/random.ts';
import type { Truth, WorldSpec } from './types.ts';

/** What of a person shows in which tickets they get, and is neither speed nor depth. */
export type Ways = {
  /** How readily others come to them beside how good they are at getting stuck work moving, log chance. */
  ease: number;
  /** The areas that they know; null: knowing an area changes nothing. */
  areas: ReadonlySet<string> | null;
};

const USUAL: Ways = { ease: 0, areas: null };

/** Draws everybody's ways as far as the spec has them; without, everybody's are alike and nothing is drawn. */
export function drawWays(spec: WorldSpec, truth: ReadonlyMap<string, Truth>, random: Random): Map<string, Ways> {
  const { asking, areasKnown } = spec;
  return new Map(
    spec.members.map(({ name }) => {
      if (!asking && !areasKnown) return [name, USUAL];
      const ease = asking ? asking.ease * random.normal() : 0;
      return [name, { ease, areas: areasKnown ? drawAreas(spec, truth.get(name)!, random) : null }];
    }),
  );
}

/** Level 2 knows a third of the areas, 3 half of them, 4 two thirds: at least one, and which is chance. */
function drawAreas(spec: WorldSpec, { competencies }: Truth, random: Random): Set<string> {
  const left = spec.areas.map(({ name }) => name);
  const count = Math.max(1, Math.min(left.length, Math.round((left.length * competencies.breadth) / 6)));
  return new Set(Array.from({ length: count }, () => left.splice(random.integer(left.length), 1)[0]!));
}
