import type { KeptScenario, PhoneQueue, PlanRow, Policy } from '../../records/growth/types.ts';

/** A scenario by name. */
export type ScenarioRow = {
  scenarioId: number;
  name: string;
  /** The plan that the first view and the balance picture speak of. */
  isMain: boolean;
  months: number;
  /** How many assumptions are its own. */
  ownAssumptions: number;
  hasPhone: boolean;
  policy: Policy;
};

/** Everything of one scenario. */
export type Scenario = ScenarioRow & {
  /** Typed months; empty: none, so the work grows by `growth.work.yearly` for three years. */
  plan: PlanRow[];
  assumptions: Record<string, number>;
  phone: PhoneQueue | null;
};

/** A scenario as a list shows it. */
export const rowOf = ({ scenarioId, name, isMain, months, assumptions, phone, policy }: KeptScenario): ScenarioRow => ({
  ...{ scenarioId, name, isMain, months, policy },
  ownAssumptions: Object.keys(assumptions).length,
  hasPhone: phone !== null,
});
