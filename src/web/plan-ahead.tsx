import { RestsOnPart } from '../capabilities/assumptions/page.tsx';
import { PlanPage } from '../capabilities/growth/page.tsx';
import { PlanPart } from '../capabilities/growthplan/page.tsx';
import { KeepBar, PoliciesPart, ScenariosPart } from '../capabilities/scenarios/page.tsx';

const OTHERS = { PlanPart, RestsOnPart, PoliciesPart, ScenariosPart, KeepBar };

/** The place "Plan ahead": the look ahead, with what goes into it and what is set side by side. Capabilities don't know each other. */
export function PlanAheadPage() {
  return <PlanPage others={OTHERS} />;
}
