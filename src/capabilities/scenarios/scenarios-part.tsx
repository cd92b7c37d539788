import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ScenarioRow } from '../../model/growth/scenario.ts';
import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import { DataTable } from '../../web/table.tsx';
import { plural } from '../../web/words.ts';
import { ComparePart } from './compare-part.tsx';
import { changeScenario, removeScenario } from './contract.ts';
import { NameField, NameScenario } from './name-scenario.tsx';

type PartProps = {
  scenarios: readonly ScenarioRow[];
  /** The one that is looked at. */
  open: number;
  mayChange: boolean;
  onOpen: (scenarioId: number) => void;
};
type Asked = { what: 'copy' | 'rename' | 'remove'; row: ScenarioRow } | null;

/** Every scenario by name, and two of them side by side. */
export function ScenariosPart({ scenarios, open, mayChange, onOpen }: PartProps) {
  const [asked, setAsked] = useState<Asked>(null);
  const done = () => setAsked(null);
  return (
    <div className="stack-wide">
      <DataTable
        caption="Scenarios"
        quietCaption
        filterable={scenarios.length > 8}
        columns={[
          {
            key: 'name',
            title: 'Scenario',
            heads: true,
            value: ({ name }: ScenarioRow) => name,
            cell: (row) => <Name row={row} isOpen={row.scenarioId === open} onOpen={onOpen} />,
          },
          { key: 'plan', title: 'Plan', value: sayPlan },
          { key: 'own', title: 'Own assumptions', numeric: true, value: ({ ownAssumptions }) => ownAssumptions },
          ...(mayChange
            ? [
                {
                  key: 'act',
                  title: 'Change',
                  acts: true,
                  value: () => null,
                  cell: (row: ScenarioRow) => <Acts row={row} onAsk={setAsked} />,
                },
              ]
            : []),
        ]}
        rows={scenarios}
        rowKey={({ scenarioId }) => scenarioId}
        max={12}
      />
      {scenarios.length > 1 ? (
        <ComparePart scenarios={scenarios} open={open} />
      ) : (
        <p className="quiet measure">
          With a second scenario the two are set side by side here, with what makes the difference. Copy this one, or
          change something above and keep it under another name.
        </p>
      )}
      {asked?.what === 'copy' ? (
        <NameScenario
          title={`A copy of ${asked.row.name}`}
          act="Copy it"
          from={asked.row.scenarioId}
          draft={{}}
          name={`${asked.row.name}, copy`}
          onKept={onOpen}
          onDone={done}
        />
      ) : null}
      {asked?.what === 'rename' ? <Rename row={asked.row} onDone={done} /> : null}
      {asked?.what === 'remove' ? (
        <Remove
          row={asked.row}
          onDone={done}
          onGone={() => onOpen(scenarios.find(({ isMain }) => isMain)!.scenarioId)}
        />
      ) : null}
    </div>
  );
}

function sayPlan({ months, hasPhone }: ScenarioRow): string {
  const plan = months === 0 ? 'as assumed' : plural(months, 'month');
  return hasPhone ? `${plan}, with a phone queue` : plan;
}

type NameProps = { row: ScenarioRow; isOpen: boolean; onOpen: (scenarioId: number) => void };

function Name({ row, isOpen, onOpen }: NameProps) {
  return (
    <>
      {isOpen ? (
        <bdi>{row.name}</bdi>
      ) : (
        <button type="button" className="text-button" onClick={() => onOpen(row.scenarioId)}>
          <bdi>{row.name}</bdi>
        </button>
      )}
      {row.isMain ? <span className="basis scenario-main">main</span> : null}
      {isOpen ? <span className="quiet"> · open</span> : null}
    </>
  );
}

function Acts({ row, onAsk }: { row: ScenarioRow; onAsk: (asked: Asked) => void }) {
  const main = useAction(changeScenario);
  const button = (what: string, onClick: () => void) => (
    <Button size="compact-sm" variant="subtle" aria-label={`${what}: ${row.name}`} onClick={onClick}>
      {what}
    </Button>
  );
  return (
    <span className="scenario-acts">
      {button('Copy', () => onAsk({ what: 'copy', row }))}
      {button('Rename', () => onAsk({ what: 'rename', row }))}
      {row.isMain ? null : (
        <>
          {button('Make main', () => main.mutate({ scenarioId: row.scenarioId, isMain: true }))}
          {button('Delete', () => onAsk({ what: 'remove', row }))}
        </>
      )}
    </span>
  );
}

function Rename({ row, onDone }: { row: ScenarioRow; onDone: () => void }) {
  const [name, setName] = useState(row.name);
  const change = useAction(changeScenario);
  return (
    <AskOver
      title={`Rename ${row.name}`}
      act="Rename it"
      busy={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate({ scenarioId: row.scenarioId, name }, { onSuccess: onDone })}
      onDone={onDone}
    >
      <NameField name={name} onName={setName} />
    </AskOver>
  );
}

function Remove({ row, onDone, onGone }: { row: ScenarioRow; onDone: () => void; onGone: () => void }) {
  const remove = useAction(removeScenario);
  const gone = () => {
    onDone();
    onGone();
  };
  return (
    <AskOver
      title={`Delete ${row.name}?`}
      act="Delete it"
      busy={remove.isPending}
      error={remove.error}
      onSubmit={() => remove.mutate({ scenarioId: row.scenarioId }, { onSuccess: gone })}
      onDone={onDone}
    >
      <p>Its plan and its own assumptions go. The main scenario and planned seats stay.</p>
    </AskOver>
  );
}
