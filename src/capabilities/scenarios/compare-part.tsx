import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Look, ShownFan } from '../../model/growth/look.ts';
import { sayBand, sayDueShort } from '../../model/growth/look-words.ts';
import type { ScenarioRow } from '../../model/growth/scenario.ts';
import { FanChart } from '../../web/charts/fan-chart.tsx';
import { useOperation } from '../../web/client.ts';
import { ErrorState, Loading } from '../../web/states.tsx';
import { DataTable } from '../../web/table.tsx';
import { countWord, plural } from '../../web/words.ts';
import { type Compared, compareScenarios } from './contract.ts';

type PartProps = { scenarios: readonly ScenarioRow[]; open: number };

/** Two scenarios side by side under the same luck, and why they differ. */
export function ComparePart({ scenarios, open }: PartProps) {
  const main = scenarios.find(({ isMain }) => isMain)!.scenarioId;
  const [one, setOne] = useState(main);
  const [picked, setOther] = useState<number | null>(open === main ? null : open);
  const isHere = (id: number | null) => scenarios.some(({ scenarioId }) => scenarioId === id);
  const first = isHere(one) ? one : main;
  const other =
    isHere(picked) && picked !== first ? picked! : scenarios.find(({ scenarioId }) => scenarioId !== first)!.scenarioId;
  const read = useOperation(compareScenarios, { one: first, other }, { keep: true });
  const data = scenarios.map(({ scenarioId, name }) => ({ value: String(scenarioId), label: name }));
  return (
    <section className="stack" aria-label="Two scenarios side by side">
      <h3>Side by side</h3>
      <div className="tool-row">
        <NativeSelect
          label="One scenario"
          data={data}
          value={String(first)}
          onChange={(event) => setOne(Number(event.currentTarget.value))}
        />
        <NativeSelect
          label="Another"
          data={data.filter(({ value }) => value !== String(first))}
          value={String(other)}
          onChange={(event) => setOther(Number(event.currentTarget.value))}
        />
      </div>
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? <Difference compared={read.data} /> : read.error ? null : <Loading lines={4} />}
    </section>
  );
}

type MarkerRow = Compared['markers'][number];
type DifferenceRow = Compared['differences'][number];

/** When a marker falls due in a look. */
function sayIn({ markers }: Look, { kind }: MarkerRow): string | null {
  const marker = markers.find((one) => one.kind === kind);
  return marker ? sayDueShort(marker) : null;
}

function sayLater(months: number | null): string {
  if (months === null) return '–';
  if (months === 0) return 'none';
  return `${plural(Math.abs(months), 'month')} ${months > 0 ? 'later' : 'sooner'}`;
}

function Difference({ compared }: { compared: Compared }) {
  const { one, other, differences, markers } = compared;
  const sentences = markers.flatMap(({ sentence }) => (sentence ? [sentence] : []));
  return (
    <div className="stack">
      {sentences.length > 0 ? (
        <ul className="list">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : (
        <p>Nothing falls due in another month.</p>
      )}
      <p className="quiet measure">{`From ${countWord(one.look.runs)} futures under the same luck; in the finer picture above a month may be another.`}</p>
      <Needed compared={compared} />
      <DataTable
        caption="When each falls due"
        columns={[
          { key: 'name', title: 'What', heads: true, value: ({ name }: MarkerRow) => name },
          { key: 'one', title: one.name, value: (row) => sayIn(one.look, row) },
          { key: 'other', title: other.name, value: (row) => sayIn(other.look, row) },
          {
            key: 'months',
            title: 'Difference',
            numeric: true,
            value: ({ months }) => months,
            cell: ({ months }) => sayLater(months),
          },
        ]}
        rows={markers}
        rowKey={({ kind }) => kind}
        copyable
      />
      {differences.length > 0 ? (
        <DataTable
          caption="What differs"
          columns={[
            { key: 'what', title: 'What', heads: true, value: ({ what }: DifferenceRow) => what },
            { key: 'one', title: one.name, value: (row) => row.one },
            { key: 'other', title: other.name, value: (row) => row.other },
          ]}
          rows={differences}
          rowKey={({ what }) => what}
        />
      ) : null}
    </div>
  );
}

/** The technicians that both need, where they look at the same months. */
function Needed({ compared: { one, other } }: { compared: Compared }) {
  const [chosen, setAt] = useState<number | null>(null);
  const { months } = other.look;
  const count = Math.min(months.length, one.look.months.length);
  if (count === 0 || one.look.months[0] !== months[0]) return null;
  const at = Math.min(chosen ?? count - 1, count - 1);
  return (
    <FanChart
      title="Technicians needed"
      unit="technicians"
      months={months.slice(0, count)}
      series={[
        {
          key: 'needed',
          name: other.name,
          fan: firstOf(other.look.needed, count),
          kept: firstOf(one.look.needed, count),
        },
      ]}
      keptName={one.name}
      flags={[]}
      at={at}
      onAt={setAt}
      says={`${one.name} needs ${sayBand(one.look.needed, at)} technicians, ${other.name} ${sayBand(other.look.needed, at)}.`}
    />
  );
}

const firstOf = ({ low, middle, high }: ShownFan, count: number): ShownFan => ({
  low: low.slice(0, count),
  middle: middle.slice(0, count),
  high: high.slice(0, count),
});
