import { useState } from 'react';
import { IntervalBar } from '../../web/charts/interval.tsx';
import { useAction } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { dropNeed, listPlans, readPlan, type ShownNeed, type ShownPlan } from './contract.ts';
import { FeedbackList, GiveFeedback } from './feedback-part.tsx';
import { RewriteNeed } from './rewrite-need.tsx';
import { StepList } from './step-list.tsx';
import { NO_PROOF, sayTickets } from './ticket-words.ts';
import { nameOf, sayGap, sayMeasure, sayWeek } from './words.ts';

type NeedProps = { need: ShownNeed; shown: ShownPlan };

/** One thing to grow in: the gap, the training, the practice, its steps, feedback and what changed. */
export function NeedPart({ need, shown }: NeedProps) {
  const { competency, side, steps, gap, target } = need;
  const isUnderWay = shown.plan?.state === 'agreed';
  const begins = steps[0]?.day ?? shown.today;
  const hasBegun = isUnderWay && (begins <= shown.today || steps.some(({ state }) => state === 'done'));
  const done = steps.filter(({ state }) => state === 'done').length;
  const name = nameOf(competency);
  return (
    <article className="plan-need" aria-label={name}>
      <h3 className={side}>{name}</h3>
      <p>{sayGap(need)}</p>
      {gap && target !== null ? (
        <IntervalBar
          side={side}
          estimate={{ mean: target - gap.mean, low: target - gap.high, high: target - gap.low }}
          need={target}
          label={`${shown.mine ? 'You' : shown.called}, ${name.toLowerCase()}`}
        />
      ) : null}
      <What need={need} hasBegun={hasBegun} begins={begins} />
      <FeedbackList need={need} shown={shown} />
      <details className="unfold">
        <summary>
          {isUnderWay ? `All steps, ${done} of ${steps.length} done` : `${steps.length} steps with dates`}
          <span className="only-heard">: {name}</span>
        </summary>
        <StepList steps={steps} shown={shown} />
      </details>
      <Acts need={need} shown={shown} hasBegun={hasBegun} name={name} />
    </article>
  );
}

function What({ need, hasBegun, begins }: { need: ShownNeed; hasBegun: boolean; begins: string }) {
  const { training, hours, courseId, practice } = need;
  const more = [hours === null ? null : `${hours} h`, courseId === null ? null : 'the firm’s own'].filter(Boolean);
  return (
    <dl className="plan-what">
      <div>
        <dt>Training</dt>
        <dd>
          {training} <span className="quiet">{more.join(', ')}</span>
        </dd>
      </div>
      <div>
        <dt>Practice</dt>
        <dd>{practice}</dd>
      </div>
      <div>
        <dt>{hasBegun ? 'Before and after' : 'Begins'}</dt>
        <dd>{hasBegun ? sayMeasure(need.measure) : sayWeek(begins)}</dd>
      </div>
      {need.tickets ? (
        <div>
          <dt>On tickets</dt>
          <dd>
            {sayTickets(need.tickets)}
            {need.tickets.status === 'measured' || need.tickets.status === 'alone' ? (
              <span className="quiet plan-no-proof">{NO_PROOF}</span>
            ) : null}
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

function Acts({ need, shown, hasBegun, name }: NeedProps & { hasBegun: boolean; name: string }) {
  const [asking, setAsking] = useState<'feedback' | 'change' | null>(null);
  const drop = useAction(dropNeed, { invalidates: [readPlan, listPlans] });
  const { personId, mine, plan } = shown;
  const { competency } = need;
  const done = () => setAsking(null);
  return (
    <>
      <div className="plan-acts">
        {hasBegun ? (
          <button type="button" className="text-button" onClick={() => setAsking('feedback')}>
            {mine ? 'Note how a try went' : 'Give feedback to a try'}
            <span className="only-heard">: {name}</span>
          </button>
        ) : null}
        <button type="button" className="text-button" onClick={() => setAsking('change')}>
          Change training or practice<span className="only-heard">: {name}</span>
        </button>
        {plan?.state === 'proposed' ? (
          <button type="button" className="text-button" onClick={() => drop.mutate({ personId, competency })}>
            Take out<span className="only-heard">: {name}</span>
          </button>
        ) : null}
      </div>
      {drop.error ? <ErrorState error={drop.error} /> : null}
      {asking === 'change' ? <RewriteNeed need={need} shown={shown} onDone={done} /> : null}
      {asking === 'feedback' ? <GiveFeedback need={need} shown={shown} onDone={done} /> : null}
    </>
  );
}
