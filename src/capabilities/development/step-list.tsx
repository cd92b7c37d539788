import { Button } from '@mantine/core';
import { useState } from 'react';
import { capitalise } from '../../model/words.ts';
import { useAction } from '../../web/client.ts';
import { Go } from '../../web/link.tsx';
import { ErrorState } from '../../web/states.tsx';
import { ChangeStep } from './change-step.tsx';
import { changeStep, listPlans, readPlan, type ShownPlan, type ShownStep } from './contract.ts';
import { nameOf, STEP_WORDS, sayWeek } from './words.ts';

type ListProps = { steps: readonly ShownStep[]; shown: ShownPlan; named?: boolean };

/** Steps with their days, whose they are, and what can be said of them. `named`: steps of several needs. */
export function StepList({ steps, shown, named }: ListProps) {
  const [asking, setAsking] = useState<{ step: ShownStep; what: 'move' | 'drop' } | null>(null);
  const change = useAction(changeStep, { invalidates: [readPlan, listPlans] });
  return (
    <>
      <ol className="plan-steps">
        {steps.map((step) => (
          <Step
            key={step.stepId}
            step={step}
            shown={shown}
            named={named === true}
            busy={change.isPending}
            onChange={(what) => change.mutate({ personId: shown.personId, stepId: step.stepId, change: what })}
            onAsk={(what) => setAsking({ step, what })}
          />
        ))}
      </ol>
      {change.error ? <ErrorState error={change.error} /> : null}
      {asking ? <ChangeStep {...asking} shown={shown} onDone={() => setAsking(null)} /> : null}
    </>
  );
}

type StepProps = {
  step: ShownStep;
  shown: ShownPlan;
  named: boolean;
  busy: boolean;
  onChange: (what: 'done' | 'open') => void;
  onAsk: (what: 'move' | 'drop') => void;
};

function Step({ step, shown, named, busy, onChange, onAsk }: StepProps) {
  const { kind, text, caseId, state, competency } = step;
  const what = named ? `${STEP_WORDS[kind]}, ${nameOf(competency).toLowerCase()}` : STEP_WORDS[kind];
  const heard = `${what}, ${sayWeek(step.closedOn ?? step.day)}`;
  return (
    <li className={`plan-step plan-step-${state}`}>
      <span className={step.isLate ? 'plan-day plan-late' : 'plan-day'}>{sayWeek(step.closedOn ?? step.day)}</span>
      <div>
        <p>
          <strong>{what}.</strong> {text}{' '}
          {caseId !== null && shown.mine && state === 'open' ? (
            <Go to={`/me/plan/practice/${caseId}`}>Open the case</Go>
          ) : null}
        </p>
        <p className="quiet">{saySide(step)}</p>
      </div>
      <div className="plan-step-acts">
        {state === 'open' && shown.plan?.state === 'agreed' ? (
          <Button
            size="xs"
            variant="default"
            disabled={busy}
            aria-label={`Done: ${heard}`}
            onClick={() => onChange('done')}
          >
            Done
          </Button>
        ) : null}
        {state === 'open' ? (
          <>
            <Button size="xs" variant="subtle" aria-label={`Move: ${heard}`} onClick={() => onAsk('move')}>
              Move
            </Button>
            <Button size="xs" variant="subtle" aria-label={`Drop: ${heard}`} onClick={() => onAsk('drop')}>
              Drop
            </Button>
          </>
        ) : (
          <Button
            size="xs"
            variant="subtle"
            disabled={busy}
            aria-label={`Open again: ${heard}`}
            onClick={() => onChange('open')}
          >
            Open again
          </Button>
        )}
      </div>
    </li>
  );
}

/** Whose it is, and what became of it. */
function saySide({ owner, state, firstDay, reason, isLate }: ShownStep): string {
  const whose = owner === null ? 'Nobody sees to it' : capitalise(owner);
  const became = state === 'done' ? 'done' : state === 'dropped' ? 'dropped' : isLate ? 'past its day' : null;
  const moved = firstDay === null ? null : `moved from ${sayWeek(firstDay)}`;
  const facts = [whose, became, moved].filter(Boolean).join(', ');
  return reason ? `${facts}: ${reason}` : facts;
}
