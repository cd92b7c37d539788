import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAction } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { changeScenario, type Scenario, saveGrowthPlan } from './contract.ts';
import { type Draft, sayChanges } from './draft.ts';
import type { Ahead } from './look-ahead.tsx';
import { sayDate } from './look-words.ts';
import { NameScenario } from './name-scenario.tsx';
import { RunBar } from './run-bar.tsx';

type BarProps = {
  scenario: Scenario;
  draft: Draft;
  ahead: Ahead;
  mayChange: boolean;
  onUndo: () => void;
  onKept: (scenarioId: number) => void;
};

/** What was changed and is not kept: what it does to the one date, and keep, keep as another scenario, or undo. */
export function KeepBar({ scenario, draft, ahead, mayChange, onUndo, onKept }: BarProps) {
  const [isNaming, setNaming] = useState(false);
  const change = useAction(changeScenario, { invalidates: [] });
  const plan = useAction(saveGrowthPlan);
  const { plan: rows, ...rest } = draft;
  const { scenarioId } = scenario;
  const done = () => onKept(scenarioId);
  const keep = async () => {
    // What is refused leaves the rest on the screen, still to be kept.
    if (rows) await plan.mutateAsync({ scenarioId, plan: rows });
    if (Object.keys(rest).length > 0) await change.mutateAsync({ scenarioId, ...rest });
    done();
  };
  const [date, before] = [sayDate(ahead.look), ahead.kept && sayDate(ahead.kept)];
  const error = plan.error ?? change.error ?? ahead.error;
  return (
    <section className="keep-bar" aria-label="Changed and not kept">
      <p>
        <strong>{date ? `Begin: ${date}` : 'Nothing to begin'}</strong>
        {ahead.kept && before !== date ? <span className="quiet"> · as kept: {before ?? 'nothing'}</span> : null}
        <span className="keep-what quiet">Changed, not kept: {sayChanges(scenario, draft)}.</span>
      </p>
      <RunBar {...ahead} />
      <div className="page-actions">
        {mayChange ? (
          <>
            <Button
              size="xs"
              loading={plan.isPending || change.isPending}
              onClick={() => void keep().catch(() => null)}
            >
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
