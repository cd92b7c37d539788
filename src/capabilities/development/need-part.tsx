import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAction } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { IntervalBar } from '../../web/charts/interval.tsx';
import { dropNeed, listPlans, readPlan, type ShownNeed, type ShownPlan } from './contract.ts';
import { FeedbackPart } from './feedback-part.tsx';
import { RewriteNeed } from './rewrite-need.tsx';
import { StepList } from './step-list.tsx';
import { nameOf, sayGap, sayMeasure } from './words.ts';

type NeedProps = { need: ShownNeed; shown: ShownPlan };

/** One thing to grow in: the gap, the training, the practice, its steps, feedback and what changed. */
export function NeedPart({ need, shown }: NeedProps) {
  const { competency, training, practice, hours, courseId, steps } = need;
  const isUnderWay = shown.plan?.state === 'agreed';
  const done = steps.filter(({ state }) => state === 'done').length;
  const name = nameOf(competency);
  return (
    <article className="plan-need" aria-label={name}>
      <h3 className={need.side}>{name}</h3>
      <p>{sayGap(need)}</p>
      {need.gap && need.target !== null ? (
        <IntervalBar
          side={need.side}
          estimate={levelOf(need.gap, need.target)}
          need={need.target}
          label={`${shown.mine ? 'You' : shown.called}, ${name.toLowerCase()}`}
        />
      ) : null}
      <dl className="plan-what">
        <div>
          <dt>Training</dt>
          <dd>
            {training}{' '}
            <span className="quiet">
              {[hours === null ? null : `${hours} h`, courseId === null ? null : 'your own course'].filter(Boolean).join(', ')}
            </span>
          </dd>
        </div>
        <div>
          <dt>Practice</dt>
          <dd>{practice}</dd>
        </div>
        {isUnderWay ? (
          <div>
            <dt>Before and after</dt>
            <dd>{sayMeasure(need.measure)}</dd>
          </div>
        ) : null}
      </dl>
      {isUnderWay ? <FeedbackPart need={need} shown={shown} /> : null}
      <details className="unfold">
        <summary>
          {isUnderWay ? `All steps, ${done} of ${steps.length} done` : `${steps.length} steps with dates`}
          <span className="only-heard">: {name}</span>
        </summary>
        <StepList steps={steps} shown={shown} />
      </details>
      <Changes need={need} shown={shown} name={name} />
    </article>
  );
}

/** The strength that a gap was found from. */
const levelOf = (gap: NonNullable<ShownNeed['gap']>, target: number) => ({
  mean: target - gap.mean,
  low: target - gap.high,
  high: target - gap.low,
});

function Changes({ need, shown, name }: NeedProps & { name: string }) {
  const [asking, setAsking] = useState(false);
  const drop = useAction(dropNeed, { invalidates: [readPlan, listPlans] });
  const { competency } = need;
  return (
    <>
      <div className="page-actions">
        <Button size="xs" variant="subtle" aria-label={`Change training or practice: ${name}`} onClick={() => setAsking(true)}>
          Change
        </Button>
        {shown.plan?.state === 'proposed' ? (
          <Button
            size="xs"
            variant="subtle"
            loading={drop.isPending}
            aria-label={`Take out: ${name}`}
            onClick={() => drop.mutate({ personId: shown.personId, competency })}
          >
            Take out
          </Button>
        ) : null}
      </div>
      {drop.error ? <ErrorState error={drop.error} /> : null}
      {asking ? <RewriteNeed need={need} shown={shown} onDone={() => setAsking(false)} /> : null}
    </>
  );
}
