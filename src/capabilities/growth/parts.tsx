import type { ComponentType, ReactNode } from 'react';
import type { Assumption } from '../../model/growth/assumptions.ts';
import { assume, type Draft, ownOf, shownAssumptions } from '../../model/growth/draft.ts';
import type { FirmNow } from '../../model/growth/firm-now.ts';
import type { Look } from '../../model/growth/look.ts';
import type { Scenario, ScenarioRow } from '../../model/growth/scenario.ts';
import type { PhoneQueue, PlanRow, Policy } from '../../records/growth/types.ts';
import { Section } from '../../web/section.tsx';
import type { Growth } from './contract.ts';
import { FansPart } from './fans-part.tsx';
import type { Ahead } from './look-ahead.tsx';
import { type PlanPartKey, titleOf } from './part-tabs.tsx';

/**
 * What other capabilities put beside the look ahead on one screen: each is given what is on the screen and says what was changed
 * in it. The router joins them.
 */
export type OtherParts = {
  PlanPart: ComponentType<{
    scenario: Scenario;
    look: Look;
    /** The plan as it was changed on the screen; null: it wasn't. */
    changed: PlanRow[] | null;
    onRows: (rows: PlanRow[]) => void;
  }>;
  RestsOnPart: ComponentType<{
    title: string;
    scenarioId: number;
    firm: FirmNow;
    mayChange: boolean;
    assumptions: readonly Assumption[];
    onValue: (row: Assumption, value: number | null) => void;
    phone: PhoneQueue | null;
    onPhone: (phone: PhoneQueue | null) => void;
  }>;
  PoliciesPart: ComponentType<{ scenarioId: number; chosen: Policy; onChoose: (policy: Policy) => void }>;
  ScenariosPart: ComponentType<{
    scenarios: readonly ScenarioRow[];
    open: number;
    mayChange: boolean;
    onOpen: (scenarioId: number) => void;
  }>;
  KeepBar: ComponentType<{
    scenario: Scenario;
    draft: Draft;
    look: Look;
    kept: Look | null;
    error: Error | null;
    progress: ReactNode;
    mayChange: boolean;
    onUndo: () => void;
    onKept: (scenarioId: number) => void;
  }>;
};

type PartsProps = {
  part: PlanPartKey;
  others: OtherParts;
  growth: Growth;
  ahead: Ahead;
  draft: Draft;
  onDraft: (change: (draft: Draft) => Draft) => void;
  onScenario: (scenarioId: number) => void;
};

/** The part that is open; what is changed in it moves the picture above. */
export function Parts({ part, others, growth, ahead, draft, onDraft, onScenario }: PartsProps) {
  const { scenario, scenarios, firm, mayChange } = growth;
  const { PlanPart, RestsOnPart, PoliciesPart, ScenariosPart } = others;
  const { scenarioId } = scenario;
  switch (part) {
    case 'months':
      return (
        <Section title={titleOf(part)}>
          <FansPart look={ahead.look} kept={ahead.kept} />
        </Section>
      );
    case 'plan':
      return (
        <Section title={titleOf(part)}>
          <PlanPart
            scenario={scenario}
            look={ahead.look}
            changed={draft.plan ?? null}
            onRows={(plan) => onDraft((before) => ({ ...before, plan }))}
          />
        </Section>
      );
    case 'assumptions':
      return (
        <RestsOnPart
          title={titleOf(part)}
          scenarioId={scenarioId}
          firm={firm}
          mayChange={mayChange}
          assumptions={shownAssumptions(ahead.assumptions, ownOf(scenario, draft))}
          onValue={(row, value) => onDraft((before) => assume(scenario, before, row, value))}
          phone={draft.phone === undefined ? scenario.phone : draft.phone}
          onPhone={(phone) => onDraft((before) => ({ ...before, phone }))}
        />
      );
    case 'policies':
      return (
        <Section title={titleOf(part)}>
          <PoliciesPart
            scenarioId={scenarioId}
            chosen={draft.policy ?? scenario.policy}
            onChoose={(policy) => onDraft((before) => choosePolicy(before, policy, scenario.policy))}
          />
        </Section>
      );
    case 'scenarios':
      return (
        <Section title={titleOf(part)}>
          <ScenariosPart scenarios={scenarios} open={scenarioId} mayChange={mayChange} onOpen={onScenario} />
        </Section>
      );
  }
}

function choosePolicy(
  { policy: _, ...rest }: Draft,
  policy: NonNullable<Draft['policy']>,
  kept: Draft['policy'],
): Draft {
  return policy === kept ? rest : { ...rest, policy };
}
