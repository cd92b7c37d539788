import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type Draft, sayChanges } from '../../model/growth/draft.ts';
import type { Look } from '../../model/growth/look.ts';
import { sayDate } from '../../model/growth/look-words.ts';
import type { Scenario } from '../../model/growth/scenario.ts';
import { useAction } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { changeScenario } from './contract.ts';
import { NameScenario } from './name-scenario.tsx';

type BarProps = {
  scenario: Scenario;
  draft: Draft;
  look: Look;
  /** The look as it is kept; null: that is what is shown. */
  kept: Look | null;
  /** Why the numbers on the screen could not be looked ahead with. */
  error: Error | null;
  /** How far the look is, and the way to stop it. */
  progress: ReactNode;
  mayChange: boolean;
  onUndo: () => void;
  onKept: (scenarioId: number) => void;
};

/** What was changed and is not kept: what it does to the one date, and keep, keep as another scenario, or undo. */
export function KeepBar(props: BarProps) {
  const { scenario, draft, look, kept, progress, mayChange, onUndo, onKept } = props;
  const [isNaming, setNaming] = useState(false);
  const change = useAction(changeScenario);
  const { scenarioId } = scenario;
  const keep = () => change.mutate({ scenarioId, ...draft }, { onSuccess: () => onKept(scenarioId) });
  const [date, before] = [sayDate(look), kept && sayDate(kept)];
  const error = change.error ?? props.error;
  return (
    <section className="keep-bar" aria-label="Changed and not kept">
      <p>
        <strong>{date ? `Begin: ${date}` : 'Nothing to begin'}</strong>
        {kept && before !== date ? <span className="quiet"> · as kept: {before ?? 'nothing'}</span> : null}
        <span className="keep-what quiet">Changed, not kept: {sayChanges(scenario, draft)}.</span>
      </p>
      {progress}
      <div className="page-actions">
        {mayChange ? (
          <>
            <Button size="xs" loading={change.isPending} onClick={keep}>
              Keep it
            </Button>
            <Button size="xs" variant="default" onClick={() => setNaming(true)}>
              Keep as another scenario
            </Button>
          </>
        ) : null}
        <Button size="xs" variant="subtle" onClick={onUndo}>
          Undo
        </Button>
      </div>
      {error ? <ErrorState error={error} /> : null}
      {isNaming ? (
        <NameScenario
          title="Keep as another scenario"
          act="Keep it"
          from={scenarioId}
          draft={draft}
          name={`${scenario.name}, changed`}
          onKept={onKept}
          onDone={() => setNaming(false)}
        />
      ) : null}
    </section>
  );
}
