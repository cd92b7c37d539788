import { sayDay } from '../../model/words.ts';
import { useOperation } from '../../web/client.ts';
import { Section } from '../../web/section.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { type Column, DataTable } from '../../web/table.tsx';
import { type FailingDeliveries, listFailingDeliveries } from './contract.ts';
import { sayState, sayWhat, sentenceOfFailing } from './words.ts';

type Row = FailingDeliveries['failing'][number];

const COLUMNS: readonly Column<Row>[] = [
  { key: 'name', title: 'To', heads: true, value: ({ name }) => name },
  { key: 'what', title: 'What', value: ({ what }) => sayWhat(what) },
  { key: 'day', title: 'Last tried', value: ({ day }) => day, cell: ({ day }) => sayDay(day) },
  {
    key: 'why',
    title: 'What came of it',
    value: (row) => `${sayState({ ...row, tries: 1 })}. ${row.why ?? ''}`.trim(),
  },
];

/** For who keeps the firm: whether messages arrive. What they say is nowhere kept. */
export function FailingPart() {
  const read = useOperation(listFailingDeliveries, {});
  return (
    <Section title="Does it arrive for others?" note={read.data ? sentenceOfFailing(read.data) : undefined}>
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {read.isPending ? <Loading lines={2} /> : null}
      {read.data && read.data.failing.length > 0 ? (
        <DataTable
          caption="Messages of the last week that did not arrive"
          columns={COLUMNS}
          rows={read.data.failing}
          rowKey={({ personId, what }) => `${personId}/${what}`}
        />
      ) : null}
    </Section>
  );
}
