import type { Strength } from './profile.ts';
import type { Sight } from './sight.ts';

/** A strength as far as a reader may see it: whole, as a level without what it was counted from, or nothing. */
export function cutStrength(strength: Strength, sight: Sight): Strength | null {
  if (sight === 'open') return strength;
  if (sight === 'hidden') return null;
  const { estimate, evidence, tooLittle } = strength;
  const said = tooLittle === null ? null : 'not enough evidence yet';
  return { estimate, evidence, views: 0, raters: 0, tickets: 0, sources: [], tooLittle: said };
}
