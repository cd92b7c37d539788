import type { World } from '../../src/model/world/types.ts';
import type { TicketEffects } from '../../src/records/evidence/types.ts';
import type { Said } from './ask-product.ts';
import { candidatesOf } from './world-of.ts';

/** Ways of choosing a lead: three naive ones, two that use half of what the product knows, and the product. */
export const POLICIES = [
  'random',
  'top-closer',
  'raw-fastest',
  'technician-effect',
  'people-only',
  'evenkeel',
] as const;
export type Policy = (typeof POLICIES)[number];
/** All but the product, which is compared with each. */
export const OTHERS = POLICIES.filter((policy) => policy !== 'evenkeel') as Exclude<Policy, 'evenkeel'>[];
/** What people do without a model. */
export const NAIVE = ['random', 'top-closer', 'raw-fastest'] as const satisfies readonly Policy[];

/** Whom each policy chooses, by name; several where it can't tell them apart, each as likely. */
export type Chosen = Record<Policy, string[]>;

/**
 * What each policy chooses. random: anybody. top-closer: most tickets resolved, whoever had them first. raw-fastest: lowest
 * mean log minutes of the resolved tickets got first. technician-effect: the product's fitted effect on minutes alone.
 * people-only: the product's people strength alone. evenkeel: forced to choose, the highest expected strength, each side
 * weighted by what the seat needs of it.
 */
export function choose(world: World, { verdict, effects }: Said): Chosen {
  const names = candidatesOf(world);
  const candidate = new Map(verdict.candidates.map((one) => [one.name, one]));
  const missing = names.filter((name) => !candidate.has(name));
  if (missing.length > 0) throw new Error(`No candidates for the open seat: ${missing.join(', ')}.`);
  const { technical, people } = verdict.demand;
  const level = (name: string, side: 'technical' | 'people') => candidate.get(name)![side].estimate.mean;
  const effect = effectsByName(verdict.candidates, effects);
  return {
    random: names,
    'top-closer': best(names, closedBy(world)),
    'raw-fastest': best(names, speedOf(world)),
    'technician-effect': best(names, (name) => -(effect.get(name) ?? 0)),
    'people-only': best(names, (name) => level(name, 'people')),
    evenkeel: best(names, (name) => technical * level(name, 'technical') + people * level(name, 'people')),
  };
}

/** Less than this apart, levels or log minutes, is the same. */
const SAME = 1e-9;

function best(names: readonly string[], score: (name: string) => number): string[] {
  const scores = names.map(score);
  const top = Math.max(...scores);
  return names.filter((_, i) => scores[i]! >= top - SAME);
}

function closedBy(world: World): (name: string) => number {
  const closed = new Map<string, number>();
  for (const { resolver } of world.tickets)
    if (resolver !== null) closed.set(resolver, (closed.get(resolver) ?? 0) + 1);
  return (name) => closed.get(name) ?? 0;
}

/** Minus mean log minutes; whoever resolved nothing comes last. */
function speedOf(world: World): (name: string) => number {
  const sums = new Map<string, { n: number; log: number }>();
  for (const { resolvedAt, minutes, firstAssignee } of world.tickets) {
    if (resolvedAt === null || minutes === null) continue;
    const { n, log } = sums.get(firstAssignee) ?? { n: 0, log: 0 };
    sums.set(firstAssignee, { n: n + 1, log: log + Math.log(minutes) });
  }
  return (name) => {
    const sum = sums.get(name);
    return sum ? -sum.log / sum.n : Number.NEGATIVE_INFINITY;
  };
}

function effectsByName(people: Said['verdict']['candidates'], effects: TicketEffects | null): Map<string, number> {
  const nameOf = new Map(people.map((one) => [one.personId, one.name]));
  return new Map(effects?.personIds.map((id, i) => [nameOf.get(id) ?? '', effects.effect[i]!]));
}
