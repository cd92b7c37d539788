import type { World } from '../../src/model/world/types.ts';
import type { Answer } from '../../src/records/verdicts/types.ts';
import { askProduct, type Firm, type Said } from './ask-product.ts';
import type { Cell } from './cells.ts';
import { type Covered, coverContrasts, coverOrder, coverStored, coverStrengths } from './cover.ts';
import { choose, POLICIES, type Policy } from './policies.ts';
import { type FirmSettings, settingsFor } from './settings-for.ts';
import { hiddenBetweenPeople, TRUST_IN_VIEWS, valuesOf, worldOf } from './world-of.ts';

/** What one world of a cell showed. */
export type WorldResult = {
  cell: string;
  n: number;
  /** Of each policy, SD of what the candidates of this world are worth. */
  regret: Record<Policy, number>;
  /** 90% intervals of differences between technicians as advice reads them: free of shrinkage. */
  contrasts: Covered;
  /** The same of the stored effects, which are shrunk towards the mean. */
  stored: Covered;
  /** 90% intervals of the differences between candidates by which advice orders them. */
  order: Covered;
  /** 90% intervals of the strengths that advice is given from. */
  technical: Covered;
  people: Covered;
  answer: Answer['kind'];
  /** Regret of whom the advice names to lead, where it names one person; null: it abstains. */
  named: number | null;
  /** Weight of the technical side that the product took. */
  weight: number;
  /** SD between technicians of the mean hidden difficulty of their tickets, log minutes. */
  hidden: number;
};

/** Makes the n-th world of a cell, brings it through the product, and compares what it says with the truth. */
export async function measureWorld(firm: Firm, cell: Cell, n: number): Promise<WorldResult> {
  const world = worldOf(cell, n);
  const said = await askProduct(firm, world, settingsOf(cell, world));
  const regret = regretIn(valuesOf(world, cell.weight));
  const chosen = choose(world, said);
  const { technical, people } = said.verdict.demand;
  const named = namedBy(said);
  return {
    cell: cell.name,
    n,
    regret: Object.fromEntries(POLICIES.map((policy) => [policy, regret(chosen[policy])])) as Record<Policy, number>,
    contrasts: coverContrasts(world, said),
    stored: coverStored(world, said),
    order: coverOrder(world, said),
    technical: coverStrengths(world, said, 'technical'),
    people: coverStrengths(world, said, 'people'),
    answer: said.verdict.answer.kind,
    named: named === null ? null : regret([named]),
    weight: technical / (technical + people),
    hidden: hiddenBetweenPeople(world),
  };
}

function settingsOf(cell: Cell, world: World): FirmSettings {
  const { playbook, distance } = settingsFor(cell.believed ?? cell.weight);
  return {
    distance,
    playbook: {
      ...playbook,
      ...(cell.assumeHidden && { 'tickets.hidden-difficulty': Math.min(1, hiddenBetweenPeople(world)) }),
      ...(cell.knowRaters && { 'rating.reliability': TRUST_IN_VIEWS.reliability, 'rating.halo': TRUST_IN_VIEWS.halo }),
    },
  };
}

/**
 * Regret of a choice: what the best candidate is worth minus what the chosen one is, in SD of worth over the candidates of
 * this world (divisor n). Of several, each as likely, the mean.
 */
export function regretIn(values: ReadonlyMap<string, number>): (chosen: readonly string[]) => number {
  const all = [...values.values()];
  const mean = all.reduce((sum, x) => sum + x, 0) / all.length;
  const sd = Math.sqrt(all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / all.length);
  const best = Math.max(...all);
  return (chosen) => chosen.reduce((sum, name) => sum + (best - values.get(name)!) / sd, 0) / chosen.length;
}

/** Whom the advice names to lead where it names one; a lead on trial and the lead of a pair are named too. */
function namedBy({ verdict }: Said): string | null {
  const { answer } = verdict;
  const id =
    answer.kind === 'person' || answer.kind === 'trial'
      ? answer.personId
      : answer.kind === 'pair'
        ? answer.leadId
        : null;
  return verdict.candidates.find((one) => one.personId === id)?.name ?? null;
}
