import { Button, FileButton, NativeSelect } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Declined } from '../../web/client.ts';
import { downloadText, sendFile } from '../../web/send-file.ts';
import { ErrorState } from '../../web/states.tsx';
import { DataTable } from '../../web/table.tsx';
import { plural } from '../../web/words.ts';
import { ZoneSelect } from '../../web/zone-select.tsx';
import { bringHours, type HeldWeeks, type HoursOptions, type HoursRead, previewHours } from './contract.ts';
import { sayBrought, sayUnderstood } from './file-words.ts';
import { Said } from './said.tsx';

const TEMPLATE =
  'person,kind,weekday,date,until,from,to,time zone\n' +
  'Priya Shah,shift,Mon-Fri,,,09:00,17:00,Europe/Berlin\n' +
  'Priya Shah,on-call,,2026-12-24,2026-12-26,18:00,08:00,Europe/Berlin\n' +
  'Tom Weber,leave,,2026-12-21,2027-01-03,,,\n';

const KINDS = [
  { value: 'by-title', label: 'what each entry says it is' },
  { value: 'shift', label: 'shifts' },
  { value: 'on-call', label: 'on-call times' },
  { value: 'leave', label: 'leave' },
];

type Asking = { file: File | null; read: HoursRead | null; brought: boolean; error: Error | null; busy: boolean };
const NOTHING: Asking = { file: null, read: null, brought: false, error: null, busy: false };

/** A file on its way in: understood whenever it or what is said with it changes, then brought in. */
function useHoursFile() {
  const queries = useQueryClient();
  const [options, setOptions] = useState<HoursOptions>(() => ({
    kind: 'by-title',
    personId: null,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }));
  const [asking, setAsking] = useState(NOTHING);
  const send = async (file: File, given: HoursOptions, bring: boolean) => {
    setAsking((before) => ({ ...before, file, error: null, busy: true }));
    try {
      const read = await sendFile(bring ? bringHours : previewHours, { input: given, file });
      setAsking({ file: bring ? null : file, read, brought: bring, error: null, busy: false });
      if (bring) await queries.invalidateQueries();
    } catch (cause) {
      const error = cause instanceof Error ? cause : new Error(String(cause));
      setAsking({ ...NOTHING, file, error });
    }
  };
  const change = (more: Partial<HoursOptions>) => {
    const next = { ...options, ...more };
    setOptions(next);
    if (asking.file) void send(asking.file, next, false);
  };
  return {
    options,
    asking,
    change,
    choose: (file: File) => void send(file, options, false),
    bring: () => asking.file && void send(asking.file, options, true),
    leave: () => setAsking(NOTHING),
  };
}

/** Brings a file of hours: what was understood first, then all of it at once. */
export function HoursFile({ people }: { people: HeldWeeks['people'] }) {
  const { options, asking, change, choose, bring, leave } = useHoursFile();
  const { file, read, brought, error, busy } = asking;
  const asksOrder = error instanceof Declined && error.details.question === 'date-order';
  return (
    <div className="stack">
      <FileOptions options={options} people={people} onChange={change} />
      <div className="cover-choose">
        <FileButton accept=".ics,.csv,.txt,text/calendar,text/csv" onChange={(chosen) => chosen && choose(chosen)}>
          {(given) => (
            <Button variant="default" {...given}>
              {file ? 'Another file' : 'Choose a file'}
            </Button>
          )}
        </FileButton>
        <span className="quiet">{file ? file.name : '.ics or CSV, up to 2 MB'}</span>
      </div>
      <button type="button" className="text-button align-start" onClick={() => downloadText('hours.csv', TEMPLATE)}>
        Download a template for hours (CSV)
      </button>
      {error ? <ErrorState error={error} /> : null}
      {asksOrder || options.dateOrder ? <DateOrder value={options.dateOrder} onChange={change} /> : null}
      <p role="status">{busy ? 'Reading…' : read ? (brought ? sayBrought(read) : sayUnderstood(read)) : ''}</p>
      {read ? <Understood read={read} /> : null}
      {file && read ? (
        <div className="page-actions">
          <Button loading={busy} disabled={read.people.length === 0} onClick={bring}>
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

type OrderProps = { value: HoursOptions['dateOrder']; onChange: (more: Partial<HoursOptions>) => void };

function DateOrder({ value, onChange }: OrderProps) {
  return (
    <NativeSelect
      className="align-start"
      label="Dates in this file begin with"
      data={[
        { value: '', label: 'choose' },
        { value: 'day-first', label: 'the day' },
        { value: 'month-first', label: 'the month' },
      ]}
      value={value ?? ''}
      onChange={(event) => {
        const order = event.currentTarget.value;
        if (order === 'day-first' || order === 'month-first') onChange({ dateOrder: order });
      }}
    />
  );
}

type FieldsProps = {
  options: HoursOptions;
  people: HeldWeeks['people'];
  onChange: (more: Partial<HoursOptions>) => void;
};

function FileOptions({ options, people, onChange }: FieldsProps) {
  return (
    <div className="cover-form">
      <NativeSelect
        label="The entries of a calendar are"
        data={KINDS}
        value={options.kind}
        onChange={(event) => onChange({ kind: event.currentTarget.value as HoursOptions['kind'] })}
      />
      <NativeSelect
        label="The calendar belongs to"
        data={[
          { value: '', label: 'whom each entry names' },
          ...people.map(({ personId, name }) => ({ value: String(personId), label: name })),
        ]}
        value={options.personId === null ? '' : String(options.personId)}
        onChange={(event) => onChange({ personId: Number(event.currentTarget.value) || null })}
      />
      <ZoneSelect
        value={options.timeZone}
        onChange={(timeZone) => onChange({ timeZone })}
        description="Used where a time doesn't say its own."
      />
    </div>
  );
}

function Understood({ read }: { read: HoursRead }) {
  const rejections = read.rejections.map((rejection, place) => ({ ...rejection, place }));
  return (
    <>
      {read.people.length > 0 ? (
        <DataTable
          caption="What was understood"
          columns={[
            { key: 'name', title: 'Name', heads: true, value: ({ name }: HoursRead['people'][number]) => name },
            {
              key: 'hours',
              title: 'Hours',
              value: ({ said }) => said.join('; '),
              cell: ({ said }) => <Said said={said} />,
            },
          ]}
          rows={read.people}
          rowKey={({ personId }) => personId}
          max={10}
        />
      ) : null}
      {read.rejected > 0 ? (
        <DataTable
          caption={`${plural(read.rejected, 'entry', 'entries')} could not be read`}
          columns={[
            { key: 'line', title: 'Line', value: ({ line }: (typeof rejections)[number]) => line },
            { key: 'what', title: 'Where', value: ({ columnName }) => columnName },
            { key: 'why', title: 'Why', value: ({ reason }) => reason },
          ]}
          rows={rejections}
          rowKey={({ place }) => place}
          max={10}
        />
      ) : null}
    </>
  );
}
