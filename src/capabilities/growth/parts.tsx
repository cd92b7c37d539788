import { Section } from '../../web/section.tsx';
import { AssumptionsPart } from './assumptions-part.tsx';
import type { Growth } from './contract.ts';
import { assume, type Draft, ownOf, shownAssumptions } from './draft.ts';
import { FansPart } from './fans-part.tsx';
import { FirmPart } from './firm-part.tsx';
import type { Ahead } from './look-ahead.tsx';
import { type PlanPartKey, titleOf } from './part-tabs.tsx';
import { PhonePart } from './phone-part.tsx';
import { PlanPart } from './plan-part.tsx';
import { PoliciesPart } from './policies-part.tsx';
import { ScenariosPart } from './scenarios-part.tsx';

type PartsProps = {
  part: PlanPartKey;
  growth: Growth;
  ahead: Ahead;
  draft: Draft;
  onDraft: (change: (draft: Draft) => Draft) => void;
  onScenario: (scenarioId: number) => void;
};

/** The part that is open; what is changed in it moves the picture above. */
export function Parts({ part, growth, ahead, draft, onDraft, onScenario }: PartsProps) {
  const { scenario, firm, mayChange } = growth;
  const phone = draft.phone === undefined ? scenario.phone : draft.phone;
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
        <>
          <Section title="The firm today">
            <FirmPart firm={firm} mayChange={mayChange} />
          </Section>
          <Section title={titleOf(part)}>
            <AssumptionsPart
              assumptions={shownAssumptions(ahead.assumptions, ownOf(scenario, draft))}
              onValue={(row, value) => onDraft((before) => assume(scenario, before, row, value))}
            />
          </Section>
          <Section title="A phone queue">
            <PhonePart phone={phone} onPhone={(next) => onDraft((before) => ({ ...before, phone: next }))} />
          </Section>
        </>
      );
    case 'policies':
      return (
        <Section title={titleOf(part)}>
          <PoliciesPart
            scenario={scenario}
            chosen={draft.policy ?? scenario.policy}
            onChoose={(policy) => onDraft((before) => choosePolicy(before, policy, scenario.policy))}
          />
        </Section>
      );
    case 'scenarios':
      return (
        <Section title={titleOf(part)}>
          <ScenariosPart growth={growth} onOpen={onScenario} />
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
