import { Button, NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Section } from '../../web/section.tsx';
import { headOf, sendFile } from '../../web/send-file.ts';
import { ErrorState, Loading } from '../../web/states.tsx';
import { DataTable } from '../../web/table.tsx';
import { type FileOptions, type FilePreview, previewFile } from './contract.ts';
import type { FileKind } from './kinds.ts';
import { ColumnOfFields } from './mapping-fields.tsx';

/** The head of a file is enough to see what it is. */
const HEAD_BYTES = 256 * 1024;

type Corrections = Record<string, string>;
type UnderstoodProps = {
  file: File;
  kind: FileKind;
  onImport: (options: FileOptions) => void;
  onOther: () => void;
};

/** What was understood of a file; every part can be corrected before the import. */
export function Understood({ file, kind, onImport, onOther }: UnderstoodProps) {
  const [mapping, setMapping] = useState<Corrections>({});
  const [dateOrder, setDateOrder] = useState<FileOptions['dateOrder']>();
  const [timeZone, setTimeZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const options: FileOptions = {
    kind,
    ...(Object.keys(mapping).length > 0 ? { mapping } : {}),
    ...(dateOrder ? { dateOrder } : {}),
    ...(kind === 'tickets' ? { timeZone } : {}),
  };
  const preview = useQuery<FilePreview, Error>({
    queryKey: [previewFile.id, file.name, file.lastModified, options],
    queryFn: ({ signal }) => sendFile(previewFile, { input: options, file: headOf(file, HEAD_BYTES), signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { data, error } = preview;
  const other = (
    <Button variant="default" onClick={onOther}>
      Another file
    </Button>
  );
  if (!data) {
    if (!error) return <Loading />;
    return (
      <div className="stack">
        <ErrorState error={error} />
        <div>{other}</div>
      </div>
    );
  }
  const missing = data.fields.filter(({ required, column }) => required && column === null);
  const asked = data.questions.length > 0 && !dateOrder;
  return (
    <div className="stack-wide">
      {error ? <ErrorState error={error} /> : null}
      <p className="understood">
        Understood as: <strong>{data.sourceTitle}</strong>.
      </p>
      {data.questions.map((question) => (
        <DateOrder key={question.column} question={question} value={dateOrder} onChange={setDateOrder} />
      ))}
      <Section title="Which column holds what" note="Correct what was misunderstood. The rest of the file is not read.">
        <ColumnOfFields
          preview={data}
          corrected={Object.keys(mapping)}
          onChange={(field, column) => setMapping((before) => ({ ...before, [field]: column }))}
        />
        {kind === 'tickets' ? <TimeZone value={timeZone} onChange={setTimeZone} /> : null}
      </Section>
      <Sample preview={data} />
      <Unread columns={data.unread} />
      <div className="page-actions">
        <Button disabled={missing.length > 0 || asked || preview.isFetching} onClick={() => onImport(options)}>
          Import
        </Button>
        {other}
        {missing.length > 0 ? (
          <span className="quiet">
            Still to say: which column holds {missing.map(({ title }) => title).join(', ')}.
          </span>
        ) : null}
        {missing.length === 0 && asked ? <span className="quiet">Still to say: the order of the dates.</span> : null}
      </div>
    </div>
  );
}

type DateOrderProps = {
  question: FilePreview['questions'][number];
  value: FileOptions['dateOrder'];
  onChange: (order: 'day-first' | 'month-first') => void;
};

function DateOrder({ question, value, onChange }: DateOrderProps) {
  return (
    <fieldset className="choice">
      <legend>
        The dates can be read two ways. What does “{question.example}” in {question.column} begin with?
      </legend>
      <label>
        <input type="radio" name="order" checked={value === 'day-first'} onChange={() => onChange('day-first')} />
        The day
      </label>
      <label>
        <input type="radio" name="order" checked={value === 'month-first'} onChange={() => onChange('month-first')} />
        The month
      </label>
    </fieldset>
  );
}

function TimeZone({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const zones = Intl.supportedValuesOf('timeZone');
  return (
    <NativeSelect
      className="zone"
      label="Time zone of the times in this file"
      description="Used where a time doesn't say its own."
      data={zones.includes(value) ? zones : [value, ...zones]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function Sample({ preview }: { preview: FilePreview }) {
  const used = preview.fields.filter(({ column }) => column !== null);
  const rows = preview.sample.map((row, line) => ({ row, line }));
  if (rows.length === 0) return null;
  return (
    <Section title="The first rows, as understood">
      <DataTable
        caption="The first rows of the file, as understood"
        quietCaption
        columns={used.map(({ field, title }) => ({
          key: field,
          title,
          value: ({ row }: (typeof rows)[number]) => row[field] ?? null,
        }))}
        rows={rows}
        rowKey={({ line }) => line}
        max={8}
      />
    </Section>
  );
}

function Unread({ columns }: { columns: string[] }) {
  if (columns.length === 0) return null;
  return (
    <details>
      <summary>{columns.length === 1 ? '1 column is' : `${columns.length} columns are`} not read</summary>
      <p className="quiet measure">{columns.join(', ')}</p>
    </details>
  );
}
