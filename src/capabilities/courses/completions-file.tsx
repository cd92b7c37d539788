import { FilePart } from '../../web/file-part.tsx';
import { DataTable } from '../../web/table.tsx';
import { bringCompletions, type CompletionsRead, previewCompletions } from './contract.ts';
import { MISSING_WORDS, sayCompletions } from './words.ts';

const TEMPLATE = {
  name: 'completions.csv',
  label: 'Download a template for completions (CSV)',
  text: 'person,course,date\nPriya Shah,Difficult conversations,2026-11-03\ntom@example.com,PROD-1,2026-10-19\n',
};

/** Brings who completed what: a table, or statements of a learning system. */
export function CompletionsFile() {
  return (
    <FilePart
      preview={previewCompletions}
      bring={bringCompletions}
      accept=".csv,.txt,.json,text/csv,application/json"
      hint="CSV or JSON, up to 8 MB"
      template={TEMPLATE}
      say={sayCompletions}
      isWorth={({ added, waits, format }) => added + waits > 0 || format === 'statements'}
    >
      {(read) => <Waits read={read} />}
    </FilePart>
  );
}

function Waits({ read: { waits, waiting } }: { read: CompletionsRead }) {
  if (waits === 0) return null;
  const rows = waiting.map((one, place) => ({ ...one, place }));
  return (
    <DataTable
      caption="What isn’t known here, and waits"
      columns={[
        { key: 'who', title: 'Who', heads: true, value: ({ who }: (typeof rows)[number]) => who },
        { key: 'what', title: 'Course', value: ({ title, what }) => title ?? what },
        { key: 'day', title: 'Day', value: ({ doneOn }) => doneOn },
        { key: 'missing', title: 'What is missing', value: ({ missing }) => MISSING_WORDS[missing] },
      ]}
      rows={rows}
      rowKey={({ place }) => place}
      max={10}
    />
  );
}
