import { Button } from '@mantine/core';
import { sayCount } from '../../model/growth/look-words.ts';
import { scaleOf } from '../../web/charts/scale.ts';
import { useOperation } from '../../web/client.ts';
import { ErrorState, Loading } from '../../web/states.tsx';
import { DataTable } from '../../web/table.tsx';
import { countWord, plural } from '../../web/words.ts';
import { comparePolicies, type Policies } from './contract.ts';

type Row = Policies['policies'][number];
type PartProps = { scenarioId: number; chosen: Row['policy']; onChoose: (policy: Row['policy']) => void };

/** What can be done when a lead is due, side by side under the same luck: in words first, then in figures. */
export function PoliciesPart({ scenarioId, chosen, onChoose }: PartProps) {
  const read = useOperation(comparePolicies, { scenarioId });
  if (read.error) return <ErrorState error={read.error} retry={() => void read.refetch()} />;
  if (!read.data) return <Loading lines={5} />;
  const { policies, sentence, runs, months } = read.data;
  const most = Math.max(1, ...policies.map(({ short }) => short.high));
  return (
    <div className="stack-wide">
      <div className="stack">
        <p className="policy-sentence measure">{sentence}</p>
        <p className="quiet measure">
          {`All four in the same ${countWord(runs)} futures of ${plural(months, 'month')}: the same people leave, the same growth comes.`}
        </p>
      </div>
      <ul className="policies">
        {policies.map((row) => (
          <Policy key={row.policy} row={row} most={most} isChosen={row.policy === chosen} onChoose={onChoose} />
        ))}
      </ul>
      <PoliciesTable policies={policies} />
    </div>
  );
}

type PolicyProps = { row: Row; most: number; isChosen: boolean; onChoose: PartProps['onChoose'] };

function Policy({ row, most, isChosen, onChoose }: PolicyProps) {
  return (
    <li className="policy">
      <div>
        <h3>{row.name}</h3>
        <p className="quiet">{row.meaning}</p>
      </div>
      <p>{sayOutcome(row)}</p>
      <ShortBar row={row} most={most} />
      <div>
        {isChosen ? (
          <p className="policy-chosen">This is what the picture above is drawn with.</p>
        ) : (
          <Button
            size="xs"
            variant="default"
            aria-label={`Look ahead with it: ${row.name}`}
            onClick={() => onChoose(row.policy)}
          >
            Look ahead with it
          </Button>
        )}
      </div>
    </li>
  );
}

function sayOutcome({ monthsWithoutReadyLead, promoted, leavers, readyAtEnd }: Row): string {
  const ready =
    readyAtEnd === null ? '' : ` At the end ${Math.round(readyAtEnd * 100)}% of the leads are ready for it.`;
  return `All seats together, ${months(monthsWithoutReadyLead)} without a ready lead. ${sayCount(promoted)} promoted, ${sayCount(leavers)} leave.${ready}`;
}

const months = (value: number) => `${sayCount(value)} ${value === 1 ? 'month' : 'months'}`;

/** Technician-months that are missing over the plan, with what 8 of 10 futures lie within. */
function ShortBar({ row, most }: { row: Row; most: number }) {
  const { low, middle, high } = row.short;
  const x = scaleOf([0, most], [0, 100]);
  const at = (value: number) => `${x.at(value).toFixed(2)}%`;
  const text = `About ${sayCount(middle)} technician-months short over the plan; ${sayCount(low)} to ${sayCount(high)} in 8 of 10 futures`;
  return (
    <div className="policy-short">
      <svg className="policy-bar" height="16" role="img" aria-label={text}>
        <line className="policy-rail" x1="0%" x2="100%" y1="8" y2="8" />
        <line className="policy-line" x1={at(low)} x2={at(high)} y1="8" y2="8" />
        <circle className="policy-dot" cx={at(middle)} cy="8" r="5" />
      </svg>
      <p className="quiet" aria-hidden="true">
        about {sayCount(middle)} technician-months short ({sayCount(low)} to {sayCount(high)})
      </p>
    </div>
  );
}

function PoliciesTable({ policies }: { policies: readonly Row[] }) {
  const one = (key: string, title: string, value: (row: Row) => number | null) => ({
    key,
    title,
    numeric: true,
    value: (row: Row) => {
      const found = value(row);
      return found === null ? null : Number(sayCount(found));
    },
  });
  return (
    <details className="small-unfold">
      <summary>As a table</summary>
      <DataTable
        caption="Four ways, over the whole plan; means of the simulated futures"
        columns={[
          { key: 'name', title: 'What is done', heads: true, value: ({ name }: Row) => name },
          one('without', 'Months without a ready lead', (row) => row.monthsWithoutReadyLead),
          one('ready', '% of leads ready at the end', (row) => row.readyAtEnd && row.readyAtEnd * 100),
          {
            key: 'short',
            title: 'Technician-months short',
            numeric: true,
            value: ({ short }) => `${sayCount(short.middle)} (${sayCount(short.low)} to ${sayCount(short.high)})`,
          },
          one('left', 'Technician-months that seats left behind cost', (row) => row.leftBehind.technicianMonths),
          {
            key: 'money',
            title: 'That in money',
            numeric: true,
            value: ({ leftBehind }) => Math.round(leftBehind.money),
          },
          one('promoted', 'Promoted', (row) => row.promoted),
          one('leavers', 'Leave', (row) => row.leavers),
        ]}
        rows={policies}
        rowKey={({ policy }) => policy}
        copyable
      />
    </details>
  );
}
