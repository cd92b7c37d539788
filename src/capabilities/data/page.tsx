import './data.css';
import type { ImportRun } from '../../records/work/types.ts';
import { useOperation } from '../../web/client.ts';
import { Go, GoButton } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { Empty, ErrorState, Loading } from '../../web/states.tsx';
import { type Column, DataTable } from '../../web/table.tsx';
import { momentWord } from '../../web/words.ts';
import { listImports } from './contract.ts';
import { Health } from './health.tsx';
import { importSentence, KIND_WORDS, STATE_WORDS } from './import-words.ts';
import { type FileKind, KINDS } from './kinds.ts';
import { TemplateButton } from './template.tsx';
import { TicketAddress } from './ticket-address.tsx';

export { AddFilePage } from './add-file.tsx';
export { ImportPage } from './import-page.tsx';

const anyRunning = (runs: ImportRun[] | undefined) => runs?.some(({ state }) => state === 'running') ?? false;

/** What was brought, what came of it, and whether it can be trusted. */
export function DataPage() {
  const read = useOperation(listImports, {}, { every: (last) => (anyRunning(last?.imports) ? 1500 : false) });
  const runs = read.data?.imports ?? [];
  const tickets = runs.find(({ kind, state, health }) => kind === 'tickets' && state === 'done' && health !== null);
  return (
    <Page
      title="Data"
      sentence="What Evenkeel was given, and how far it can be trusted."
      actions={<GoButton to="/data/add">Bring a file</GoButton>}
    >
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {read.isPending ? <Loading /> : null}
      {read.data ? <Imports runs={runs} /> : null}
      {tickets?.health ? <Health health={tickets.health} fileName={tickets.fileName} /> : null}
      <TicketAddress />
      <Section title="Files you can bring">
        <dl className="kinds">
          {(Object.keys(KINDS) as FileKind[]).map((kind) => (
            <div key={kind}>
              <dt>
                <Go to={`/data/add?kind=${kind}`}>{KINDS[kind].title}</Go>
              </dt>
              <dd>
                {KINDS[kind].text}
                <TemplateButton kind={kind} />
              </dd>
            </div>
          ))}
          <div>
            <dt>
              <Go to="/cover/hours">Hours</Go>
            </dt>
            <dd>
              Shifts, on-call times and leave, from a calendar (.ics) or a table: to know when somebody can jump in.
            </dd>
          </div>
        </dl>
      </Section>
    </Page>
  );
}

const COLUMNS: Column<ImportRun>[] = [
  {
    key: 'file',
    title: 'File',
    heads: true,
    value: ({ fileName }) => fileName,
    cell: ({ importId, fileName }) => <Go to={`/data/${importId}`}>{fileName}</Go>,
  },
  { key: 'kind', title: 'Holds', value: ({ kind }) => KIND_WORDS[kind] },
  {
    key: 'started',
    title: 'When',
    value: ({ startedAt }) => startedAt,
    cell: ({ startedAt }) => <span className="nowrap">{momentWord(startedAt)}</span>,
  },
  { key: 'state', title: 'State', value: ({ state }) => STATE_WORDS[state] },
  { key: 'result', title: 'What came of it', value: importSentence },
];

function Imports({ runs }: { runs: ImportRun[] }) {
  if (runs.length === 0) {
    return (
      <Empty
        title="No file has been brought yet"
        text="People first: names, teams and who reports to whom are enough for a first answer."
        action={<GoButton to="/data/add?kind=people">Bring a list of people</GoButton>}
      />
    );
  }
  return (
    <Section title="Brought so far">
      <DataTable
        caption="Files brought so far"
        quietCaption
        columns={COLUMNS}
        rows={runs}
        rowKey={({ importId }) => importId}
        max={20}
      />
    </Section>
  );
}
