import { Button, FileButton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Operation } from '../platform/contract.ts';
import { Declined } from './client.ts';
import { downloadText, sendFile } from './send-file.ts';
import { ErrorState } from './states.tsx';
import { DataTable } from './table.tsx';
import { plural } from './words.ts';

type Options = { dateOrder?: 'day-first' | 'month-first' };
/** What a file was understood to be, with the rows that could not be read. */
type Read = { rejected: number; rejections: { line: number; columnName: string; reason: string }[] };

type FileProps<Out extends Read> = {
  preview: Operation<Options, Out>;
  bring: Operation<Options, Out>;
  accept: string;
  hint: string;
  template: { name: string; text: string; label: string };
  /** What it is understood to be; what was brought in. */
  say: (read: Out, brought: boolean) => string;
  /** Whether there is anything to bring in. */
  isWorth: (read: Out) => boolean;
  children?: (read: Out) => ReactNode;
};

type Asking<Out> = { file: File | null; read: Out | null; brought: boolean; error: Error | null; busy: boolean };

/** A file on its way in: what was understood first, then all of it at once. */
export function FilePart<Out extends Read>(props: FileProps<Out>) {
  const { accept, hint, template, say, isWorth, children } = props;
  const { asking, choose, bring, leave, order } = useFile(props);
  const { file, read, brought, error, busy } = asking;
  const asksOrder = error instanceof Declined && error.details.question === 'date-order';
  return (
    <div className="stack">
      <div className="page-actions">
        <FileButton accept={accept} onChange={(chosen) => chosen && choose(chosen)}>
          {(given) => (
            <Button variant="default" {...given}>
              {file ? 'Another file' : 'Choose a file'}
            </Button>
          )}
        </FileButton>
        <span className="quiet">{file ? file.name : hint}</span>
      </div>
      <button
        type="button"
        className="text-button align-start"
        onClick={() => downloadText(template.name, template.text)}
      >
        {template.label}
      </button>
      {error ? <ErrorState error={error} /> : null}
      {asksOrder ? (
        <div className="page-actions">
          <Button variant="default" onClick={() => order('day-first')}>
            The day comes first
          </Button>
          <Button variant="default" onClick={() => order('month-first')}>
            The month comes first
          </Button>
        </div>
      ) : null}
      <p role="status">{busy ? 'Reading…' : read ? say(read, brought) : ''}</p>
      {read ? children?.(read) : null}
      {read ? <Rejections read={read} /> : null}
      {file && read ? (
        <div className="page-actions">
          <Button loading={busy} disabled={!isWorth(read)} onClick={bring}>
            Bring it in
          </Button>
          <Button variant="default" onClick={leave}>
            Leave it
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function useFile<Out extends Read>({ preview, bring }: Pick<FileProps<Out>, 'preview' | 'bring'>) {
  const queries = useQueryClient();
  const nothing: Asking<Out> = { file: null, read: null, brought: false, error: null, busy: false };
  const [asking, setAsking] = useState(nothing);
  const [options, setOptions] = useState<Options>({});
  const send = async (file: File, given: Options, keep: boolean) => {
    setAsking((before) => ({ ...before, file, error: null, busy: true }));
    try {
      const read = await sendFile(keep ? bring : preview, { input: given, file });
      setAsking({ file: keep ? null : file, read, brought: keep, error: null, busy: false });
      if (keep) await queries.invalidateQueries();
    } catch (cause) {
      setAsking({ ...nothing, file, error: cause instanceof Error ? cause : new Error(String(cause)) });
    }
  };
  return {
    asking,
    choose: (file: File) => {
      setOptions({});
      void send(file, {}, false);
    },
    order: (dateOrder: NonNullable<Options['dateOrder']>) => {
      setOptions({ dateOrder });
      if (asking.file) void send(asking.file, { dateOrder }, false);
    },
    bring: () => asking.file && void send(asking.file, options, true),
    leave: () => setAsking(nothing),
  };
}

function Rejections({ read: { rejected, rejections } }: { read: Read }) {
  if (rejected === 0) return null;
  const rows = rejections.map((rejection, place) => ({ ...rejection, place }));
  return (
    <DataTable
      caption={`${plural(rejected, 'row')} could not be read`}
      columns={[
        { key: 'line', title: 'Line', value: ({ line }: (typeof rows)[number]) => line },
        { key: 'what', title: 'Where', value: ({ columnName }) => columnName },
        { key: 'why', title: 'Why', value: ({ reason }) => reason },
      ]}
      rows={rows}
      rowKey={({ place }) => place}
      max={10}
    />
  );
}
