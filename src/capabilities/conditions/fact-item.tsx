import { drawn } from '../../model/conditions.ts';
import { FACT_WORDS, sayAmount, sayChange, sayLast } from '../../model/conditions-words.ts';
import { sayDay } from '../../model/words.ts';
import { DataTable } from '../../web/table.tsx';
import type { WatchedFact } from './contract.ts';
import { Strip } from './strip.tsx';

type FactItemProps = WatchedFact & {
  /** Whose; null: the reader's own. */
  name: string | null;
  /** Who sees it, in a sentence. */
  sees?: string;
};

/** One fact: the sentence, the weeks with the usual range, and the same as a table. */
export function FactItem({ fact, watch, name, sees }: FactItemProps) {
  const { title, counts } = FACT_WORDS[fact];
  const change = sayChange(watch);
  const moved = watch.status === 'known' && watch.change !== null;
  return (
    <li className="condition-fact">
      <div className="condition-words">
        <h3>{title}</h3>
        <p>{sayLast(fact, watch, name)}</p>
        {change ? <p className={moved ? 'condition-change' : undefined}>{change}</p> : null}
        {sees ? <p className="quiet">{sees}</p> : null}
      </div>
      <div className="condition-drawn">
        <Strip fact={fact} watch={watch} name={name} />
        <details className="unfold">
          <summary>
            As a table<span className="only-heard">: {title}</span>
          </summary>
          <DataTable
            caption={`${title}: ${counts}`}
            columns={[
              {
                key: 'week',
                title: 'Week of',
                value: ({ week }) => week,
                cell: ({ week }) => sayDay(week),
                heads: true,
              },
              {
                key: 'amount',
                title: 'So much',
                numeric: true,
                value: ({ amount }) => (amount === null ? null : drawn(amount)),
                cell: ({ amount }) => (amount === null ? 'not known' : sayAmount(fact, amount)),
              },
            ]}
            rows={watch.weeks}
            rowKey={({ week }) => week}
          />
        </details>
      </div>
    </li>
  );
}
