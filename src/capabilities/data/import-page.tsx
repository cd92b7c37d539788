import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { ImportRejection, ImportRun } from '../../records/work/types.ts';
import { useOperation } from '../../web/client.ts';
import { GoButton } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { DataTable } from '../../web/table.tsx';
import { countWord, plural } from '../../web/words.ts';
import { readImport } from './contract.ts';
import { Health } from './health.tsx';
import { importSentence } from './import-words.ts';

/** One import: how far it is, what came of it, what could not be read, and what the data can tell. */
export function ImportPage() {
  const { importId } = useParams({ strict: false });
  const read = useOperation(
    readImport,
    { importId: Number(importId) },
    {
      every: (last) => (last?.run.state === 'running' ? 700 : false),
    },
  );
  useFreshAfter(read.data?.run);
  if (read.error) return <ErrorState error={read.error} retry={() => void read.refetch()} />;
  if (!read.data) return <Loading />;
  const { run, rejections, canTell, cantTell } = read.data;
  return (
    <Page title={run.fileName} sentence={<span role="status">{importSentence(run)}</span>}>
      {run.state === 'running' ? <Running run={run} /> : null}
      {run.state === 'done' ? <Next run={run} /> : null}
      {run.state === 'failed' || run.state === 'interrupted' || run.state === 'needs-answer' ? (
        <div className="page-actions">
          <GoButton to={`/data/add?kind=${run.kind}`}>Bring the file again</GoButton>
        </div>
      ) : null}
      <CanTell can={canTell} cant={cantTell} />
      <Rejected run={run} rejections={rejections} />
      {run.health ? <Health health={run.health} fileName={run.fileName} /> : null}
      <MappingUsed mapping={run.mapping} />
    </Page>
  );
}

/** When an import ends, everything that was read before it may have moved. */
function useFreshAfter(run: ImportRun | undefined) {
  const queries = useQueryClient();
  const done = run?.state === 'done';
  useEffect(() => {
    if (done) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== readImport.id });
  }, [done, queries]);
}

function Running({ run }: { run: ImportRun }) {
  return (
    <div className="stack">
      <progress className="progress" aria-label="Import" />
      <p className="quiet">{plural(run.rowsRead, 'row')} so far. You may leave this page; the import goes on.</p>
    </div>
  );
}

function Next({ run }: { run: ImportRun }) {
  const first =
    run.kind === 'people'
      ? { to: '/questions', label: 'Next: five questions about them' }
      : { to: '/', label: 'See the balance' };
  return (
    <div className="page-actions">
      <GoButton to={first.to}>{first.label}</GoButton>
      <GoButton to="/data" quiet>
        All data
      </GoButton>
    </div>
  );
}

function CanTell({ can, cant }: { can: string[]; cant: string[] }) {
  if (can.length + cant.length === 0) return null;
  return (
    <div className="two-columns">
      <Section title="What this can tell">
        <List items={can} />
      </Section>
      <Section title="What it can't">
        <List items={cant} />
      </Section>
    </div>
  );
}

function List({ items }: { items: string[] }) {
  if (items.length === 0) return <p className="quiet">Nothing to say here.</p>;
  return (
    <ul className="list">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

function Rejected({ run, rejections }: { run: ImportRun; rejections: ImportRejection[] }) {
  if (run.rowsRejected === 0) return null;
  const rows = rejections.map((rejection, place) => ({ ...rejection, place }));
  const shown = rows.length < run.rowsRejected ? `The first ${countWord(rows.length)} are listed. ` : '';
  return (
    <Section
      title={`${plural(run.rowsRejected, 'row')} could not be read`}
      note={`${shown}Correct them in the file and bring it again: what is already here is not doubled.`}
    >
      <DataTable
        caption="Rows that could not be read"
        quietCaption
        copyable
        columns={[
          { key: 'line', title: 'Line', value: (row: (typeof rows)[number]) => row.line },
          { key: 'column', title: 'Column', value: (row) => row.columnName },
          { key: 'reason', title: 'Why', value: (row) => row.reason },
        ]}
        rows={rows}
        rowKey={({ place }) => place}
        max={20}
      />
    </Section>
  );
}

function MappingUsed({ mapping }: { mapping: Record<string, string> | null }) {
  if (!mapping || Object.keys(mapping).length === 0) return null;
  return (
    <details>
      <summary>Which column held what</summary>
      <dl className="facts">
        {Object.entries(mapping).map(([field, column]) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>{column}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
