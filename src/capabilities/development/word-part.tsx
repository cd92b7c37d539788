import { Button } from '@mantine/core';
import { useState } from 'react';
import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { dayWord } from '../../web/words.ts';
import { endPlan, listPlans, readPlan, type ShownPlan, sayToPlan } from './contract.ts';
import { ProposeForm } from './propose-form.tsx';

type WordProps = { shown: ShownPlan; plan: NonNullable<ShownPlan['plan']> };

/** Yes or not now, the person first; and the way out of a plan. */
export function WordPart({ shown, plan }: WordProps) {
  const invalidates = [readPlan, listPlans];
  const say = useAction(sayToPlan, { invalidates });
  const { personId, mayGive, mine, called } = shown;
  const isAsked = plan.personAgreedOn === null;
  const word = (answer: 'yes' | 'not-now', as: 'person' | 'lead') => say.mutate({ personId, answer, as });
  return (
    <div className="stack">
      {plan.state === 'proposed' && isAsked && mayGive.person ? (
        <div className="page-actions">
          <Button loading={say.isPending} onClick={() => word('yes', 'person')}>
            {mine ? 'Yes, I want this' : `${called} said yes`}
          </Button>
          <Button variant="default" onClick={() => word('not-now', 'person')}>
            {mine ? 'Not now' : `${called} said not now`}
          </Button>
        </div>
      ) : null}
      {plan.state === 'proposed' && isAsked && mayGive.noting ? (
        <p className="quiet">{`${called} has no account here: ask them, and note what they say.`}</p>
      ) : null}
      {plan.state === 'proposed' && !isAsked && mayGive.lead ? (
        <div className="page-actions">
          <Button loading={say.isPending} onClick={() => word('yes', 'lead')}>
            Yes, and I make room for it
          </Button>
        </div>
      ) : null}
      {plan.state === 'agreed' ? <p className="quiet">{sayAgreed(shown, plan)}</p> : null}
      {say.error ? <ErrorState error={say.error} /> : null}
      {plan.state === 'proposed' ? <WayOut shown={shown} plan={plan} /> : null}
    </div>
  );
}

function sayAgreed({ mine, called }: ShownPlan, { personAgreedOn, leadAgreedOn }: WordProps['plan']): string {
  const first = `${mine ? 'You' : called} said yes on ${dayWord(personAgreedOn!)}`;
  return leadAgreedOn === personAgreedOn ? `${first}.` : `${first}, the lead on ${dayWord(leadAgreedOn!)}.`;
}

/** Out of a proposal, or of a plan that is under way. */
export function WayOut({ shown, plan }: WordProps) {
  const end = useAction(endPlan, { invalidates: [readPlan, listPlans] });
  const [asking, setAsking] = useState<'end' | 'anew' | null>(null);
  const isProposed = plan.state === 'proposed';
  return (
    <>
      <div className="page-actions">
        {isProposed ? (
          <button
            type="button"
            className="text-button"
            aria-expanded={asking === 'anew'}
            onClick={() => setAsking(asking === 'anew' ? null : 'anew')}
          >
            Propose it anew, for something else
          </button>
        ) : null}
        <button type="button" className="text-button" onClick={() => setAsking('end')}>
          {isProposed ? 'Take the proposal back' : 'End this plan'}
        </button>
      </div>
      {asking === 'anew' ? <ProposeForm shown={shown} onDone={() => setAsking(null)} /> : null}
      {asking === 'end' ? (
        <AskOver
          title={isProposed ? 'Take the proposal back?' : 'End this plan?'}
          act={isProposed ? 'Take it back' : 'End it'}
          busy={end.isPending}
          error={end.error}
          onSubmit={() => end.mutate({ personId: shown.personId }, { onSuccess: () => setAsking(null) })}
          onDone={() => setAsking(null)}
        >
          <p>{isProposed ? 'Nothing of it is kept.' : 'What was done stays; open steps are no longer due.'}</p>
        </AskOver>
      ) : null}
    </>
  );
}
