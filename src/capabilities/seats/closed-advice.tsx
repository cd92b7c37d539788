import { Button, Checkbox } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ClosedAdvice } from '../../model/sight-advice.ts';
import { useAction } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { momentWord, plural } from '../../web/words.ts';
import { closeDecision, type DecisionState, openDecision } from './contract.ts';
import { HolderNeeds } from './holder-needs.tsx';

type ClosedProps = { closed: ClosedAdvice; decision: DecisionState; decide: ReactNode };

/** Advice about people who were not told yet: what can be said, why no more, and how whoever decides opens it. */
export function ClosedAdvicePart({ closed, decision, decide }: ClosedProps) {
  return (
    <section className="advice" aria-label="Our advice">
      <p className="advice-says">{closed.short}</p>
      {closed.needs.length > 0 ? <HolderNeeds needs={closed.needs} /> : null}
      {closed.candidates > 0 ? (
        <div>
          <h2 className="advice-heading">Who could lead here</h2>
          {decision.mine ? (
            <OpenIt closed={closed} decision={decision} />
          ) : (
            <p>
              {plural(closed.candidates, 'person is', 'people are')} considered. {capital(decision.decider)} decides
              about this seat, and sees more once they are told.
            </p>
          )}
        </div>
      ) : null}
      {decide ? <div className="advice-acts">{decide}</div> : null}
      <p className="quiet">Evenkeel advises; a person decides. Nothing happens until it is recorded.</p>
    </section>
  );
}

function OpenIt({ closed: { seatId }, decision }: Pick<ClosedProps, 'closed' | 'decision'>) {
  const open = useAction(openDecision);
  const [tellMyself, setTellMyself] = useState(false);
  const { openSince, untold, fresh, withoutAccount } = decision;
  return (
    <div className="stack">
      <p>{openSince === null ? sayFirst(untold) : sayAgain(untold, fresh)}</p>
      <ul className="limits">
        <li>Each of them reads on their own page that they are considered, and who decides.</li>
        <li>You see their numbers and what stands behind them, until the decision is closed.</li>
        <li>Every look is written down where they can read it.</li>
      </ul>
      {withoutAccount > 0 ? (
        <Checkbox
          checked={tellMyself}
          onChange={(event) => setTellMyself(event.currentTarget.checked)}
          label={`I tell ${plural(withoutAccount, 'person', 'people')} without an account myself, today`}
          description="Until somebody has told them, our advice stays closed."
        />
      ) : null}
      <div>
        <Button loading={open.isPending} onClick={() => open.mutate({ seatId, tellMyself })}>
          {openSince === null ? 'Open this decision' : 'Tell them too'}
        </Button>
      </div>
      {open.error ? <ErrorState error={open.error} /> : null}
    </div>
  );
}

const sayFirst = (untold: number) =>
  `${plural(untold, 'person is', 'people are')} considered. Once the decision is open:`;

const sayAgain = (untold: number, fresh: number) =>
  fresh > 0
    ? `Since you opened this decision ${plural(fresh, 'more person is', 'more people are')} considered: tell them too, and our advice is whole again.`
    : `${capital(plural(untold, 'person', 'people'))} could not be told yet.`;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Under whole advice: that the decision is open, and the way to close it. */
export function OpenSince({ seatId, decision }: { seatId: number; decision: DecisionState }) {
  const close = useAction(closeDecision);
  if (decision.openSince === null) return null;
  return (
    <div className="notice">
      <p>
        This decision is open since {momentWord(decision.openSince)}: the people considered know it, and you see their
        numbers until you close it.
      </p>
      <div className="page-actions">
        <Button variant="default" size="xs" loading={close.isPending} onClick={() => close.mutate({ seatId })}>
          Close this decision
        </Button>
      </div>
      {close.error ? <ErrorState error={close.error} /> : null}
    </div>
  );
}
