import type { PhoneQueue, PlanRow, Policy } from '../../records/growth/types.ts';
import type { Assumption } from './assumptions.ts';
import type { Scenario } from './scenario.ts';

/** What was changed on the screen and is not kept; what is absent is as the scenario has it. */
export type Draft = {
  plan?: PlanRow[];
  assumptions?: Record<string, number>;
  phone?: PhoneQueue | null;
  policy?: Policy;
};

export const isUnchanged = (draft: Draft): boolean => Object.keys(draft).length === 0;

/** The scenario's own assumptions, with what was changed on the screen. */
export const ownOf = (scenario: Scenario, draft: Draft): Record<string, number> =>
  draft.assumptions ?? scenario.assumptions;

/** One assumption changed; null: as it is without the scenario. A draft that ends up as the scenario is says nothing of it. */
export function assume(
  scenario: Scenario,
  draft: Draft,
  row: Pick<Assumption, 'key' | 'without'>,
  value: number | null,
) {
  const own = { ...ownOf(scenario, draft) };
  if (value === null || value === row.without) delete own[row.key];
  else own[row.key] = value;
  const { assumptions: _, ...rest } = draft;
  return isSame(own, scenario.assumptions) ? rest : { ...rest, assumptions: own };
}

function isSame(one: Record<string, number>, other: Record<string, number>): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

/** How many things differ from what is kept, in words: "the plan and 2 assumptions". */
export function sayChanges(scenario: Scenario, draft: Draft): string {
  const own = ownOf(scenario, draft);
  const keys = new Set([...Object.keys(own), ...Object.keys(scenario.assumptions)]);
  const moved = [...keys].filter((key) => own[key] !== scenario.assumptions[key]).length;
  const parts = [
    draft.plan ? 'the plan by month' : null,
    moved > 0 ? (moved === 1 ? 'one assumption' : `${moved} assumptions`) : null,
    draft.phone === undefined ? null : 'the phone queue',
    draft.policy === undefined ? null : 'what is done when a lead is due',
  ].filter((part) => part !== null);
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '');
}

/** Assumptions as they stand on the screen: what was changed a moment ago shows at once, before anything is looked ahead with. */
export function shownAssumptions(rows: readonly Assumption[], own: Record<string, number>): Assumption[] {
  return rows.map((row) => {
    const value = own[row.key];
    const isOwn = row.basis === 'own' || row.basis === 'measured';
    if (value !== undefined)
      return isOwn && value === row.value ? row : { ...row, value, basis: 'own', measured: null };
    return isOwn ? { ...row, value: row.without, basis: 'default', measured: null } : row;
  });
}
