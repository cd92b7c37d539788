import './growth.css';
import './markers.css';
import { NativeSelect } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { type Draft, isUnchanged } from '../../model/growth/draft.ts';
import { useOperation } from '../../web/client.ts';
import { GoButton } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Empty, ErrorState, Loading } from '../../web/states.tsx';
import { type Growth, readGrowth } from './contract.ts';
import { Headline } from './headline.tsx';
import { useAhead } from './look-ahead.tsx';
import { MarkerMore } from './marker-more.tsx';
import { Markers } from './markers.tsx';
import { PartTabs, type PlanPartKey, partOf } from './part-tabs.tsx';
import { type OtherParts, Parts } from './parts.tsx';
import { RunBar } from './run-bar.tsx';

/** Who is needed when: one date and one sentence, then what growth brings, then everything it rests on. */
export function PlanPage({ others }: { others: OtherParts }) {
  const search: { scenario?: string; part?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const asked = Number(search.scenario);
  const read = useOperation(readGrowth, Number.isInteger(asked) && asked > 0 ? { scenarioId: asked } : {}, {
    keep: true,
  });
  const go = (to: { scenario?: number | undefined; part?: PlanPartKey | undefined }) =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, ...to }),
      resetScroll: false,
    });
  if (!read.data)
    return (
      <Page title="Plan ahead">
        {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : <Loading lines={8} />}
      </Page>
    );
  const growth = read.data;
  return (
    <PlanView
      key={growth.scenario.scenarioId}
      growth={growth}
      others={others}
      error={read.error}
      part={partOf(search.part)}
      onPart={(part) => go({ part })}
      onScenario={(scenarioId) =>
        go({ scenario: growth.scenarios.find((one) => one.scenarioId === scenarioId)?.isMain ? undefined : scenarioId })
      }
      onReload={() => void read.refetch()}
    />
  );
}

type ViewProps = {
  growth: Growth;
  others: OtherParts;
  error: Error | null;
  part: PlanPartKey | null;
  onPart: (part: PlanPartKey | undefined) => void;
  onScenario: (scenarioId: number) => void;
  onReload: () => void;
};

function PlanView({ growth, others, error, part, onPart, onScenario, onReload }: ViewProps) {
  const [draft, setDraft] = useState<Draft>({});
  const ahead = useAhead(growth, draft, onReload);
  const { scenario, scenarios, firm, mayChange } = growth;
  const { look, kept, run } = ahead;
  if (firm.technicians + firm.leads + firm.others === 0) return <NoPeople />;
  const isChanged = !isUnchanged(draft);
  const noSeat = !mayChange
    ? 'Who keeps the firm can make it a planned seat.'
    : isChanged || !scenario.isMain
      ? 'Seats are planned from what is kept in the main scenario.'
      : null;
  const done = (scenarioId: number) => {
    setDraft({});
    if (scenarioId !== scenario.scenarioId) onScenario(scenarioId);
  };
  return (
    <div className="page plan-page">
      <title>Plan ahead · Evenkeel</title>
      <div className="stack">
        <Headline look={look} kept={kept} />
        <div className="tool-row plan-under">
          {scenarios.length > 1 ? (
            <NativeSelect
              aria-label="Scenario"
              size="xs"
              data={scenarios.map(({ scenarioId, name, isMain }) => ({
                value: String(scenarioId),
                label: isMain ? `${name} (main)` : name,
              }))}
              value={String(scenario.scenarioId)}
              onChange={(event) => onScenario(Number(event.currentTarget.value))}
            />
          ) : null}
          <RunBar {...ahead} />
        </div>
        {ahead.notes.map((note) => (
          <p key={note} className="quiet measure">
            {note}
          </p>
        ))}
        {error ? <ErrorState error={error} retry={onReload} /> : null}
        {ahead.error && !isChanged ? <ErrorState error={ahead.error} retry={ahead.again} /> : null}
      </div>
      <Markers
        look={look}
        kept={kept}
        more={(marker) => <MarkerMore marker={marker} scenarioId={scenario.scenarioId} noSeat={noSeat} />}
      />
      <PartTabs part={part} onPart={onPart} />
      {part ? (
        <Parts
          part={part}
          others={others}
          growth={growth}
          ahead={ahead}
          draft={draft}
          onDraft={setDraft}
          onScenario={onScenario}
        />
      ) : null}
      {isChanged ? (
        <others.KeepBar
          scenario={scenario}
          draft={draft}
          look={look}
          kept={kept}
          error={ahead.error}
          progress={<RunBar {...ahead} />}
          mayChange={mayChange}
          onUndo={() => setDraft({})}
          onKept={done}
        />
      ) : null}
      <p className="only-heard" role="status">
        {run.state === 'done' && isChanged ? look.headline.sentence : ''}
      </p>
    </div>
  );
}

function NoPeople() {
  return (
    <Page title="Plan ahead">
      <Empty
        title="Nobody here yet"
        text="Looking ahead starts from the people of the firm and who leads them. Bring them, and the first date stands here."
        action={<GoButton to="/welcome">Bring your people</GoButton>}
      />
    </Page>
  );
}
