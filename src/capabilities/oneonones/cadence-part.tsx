import { Section } from '../../web/section.tsx';
import { type Column, DataTable } from '../../web/table.tsx';
import type { LeadCadence } from './cadence.ts';
import { sayAgo, sayEvery } from './times.ts';

const COLUMNS: readonly Column<LeadCadence>[] = [
  { key: 'name', title: 'Lead', value: ({ name }) => name, heads: true },
  {
    key: 'inTime',
    title: 'In their time',
    value: ({ inTime, people }) => (people === 0 ? 0 : inTime / people),
    cell: ({ inTime, people }) => `${inTime} of ${people} had a 1:1 in their time`,
  },
];

/** What is seen from above: how many of a lead's people had a 1:1 within the days that the two agreed. */
export function CadencePart({ leads }: { leads: readonly LeadCadence[] }) {
  const open = leads.filter(({ pairs }) => pairs !== null && pairs.length > 0);
  return (
    <Section
      title="Whether 1:1s happen"
      note="Counts, and for the leads you lead yourself each pair. Who says what, and what is written, is seen by nobody but the two."
    >
      <DataTable caption="1:1s by lead" quietCaption columns={COLUMNS} rows={leads} rowKey={({ leadId }) => leadId} />
      {open.map((lead) => (
        <DataTable
          key={lead.leadId}
          caption={`${lead.name}’s 1:1s`}
          columns={[
            { key: 'name', title: 'With', value: ({ name }) => name, heads: true },
            {
              key: 'every',
              title: 'Agreed',
              value: ({ everyDays }) => everyDays,
              cell: (one) => sayEvery(one.everyDays),
            },
            {
              key: 'last',
              title: 'Last held',
              value: ({ lastHeldDaysAgo }) => lastHeldDaysAgo,
              cell: (one) => sayAgo(one.lastHeldDaysAgo),
            },
          ]}
          rows={lead.pairs ?? []}
          rowKey={({ name }) => name}
        />
      ))}
    </Section>
  );
}
