import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAction, useOperation } from '../../web/client.ts';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { downloadText } from '../../web/send-file.ts';
import { Empty, ErrorState, Loading } from '../../web/states.tsx';
import { countWord, momentWord, plural } from '../../web/words.ts';
import { ChainState } from './chain-state.tsx';
import { type AuditPage as AuditLines, exportAudit, readAudit } from './contract.ts';
import './audit.css';

type Asked = { personId?: number; action?: string; day?: string; before?: number };

/** Who looked at whose numbers and who changed what; whether the log is whole; a copy for a spreadsheet. */
export function AuditPage() {
  const [asked, setAsked] = useState<Asked>({});
  const read = useOperation(readAudit, asked, { keep: true });
  const { data, error } = read;
  return (
    <Page title="Audit log" sentence={data ? summary(data) : undefined} actions={<ExportButton asked={asked} />}>
      {read.isPending ? <Loading lines={10} /> : null}
      {error ? <ErrorState error={error} retry={() => void read.refetch()} /> : null}
      {data ? (
        <>
          <ChainState lastCheck={data.lastCheck} />
          <Section title="Lines" note="Newest first. Looks at one's own numbers are not written down.">
            <Filters page={data} asked={asked} onChange={setAsked} />
            <Lines page={data} asked={asked} onChange={setAsked} />
          </Section>
        </>
      ) : null}
    </Page>
  );
}

const summary = ({ lines }: AuditLines) =>
  lines === 0
    ? 'Nothing has been written down yet.'
    : `${plural(lines, 'line')}: who changed what, and who looked at whose numbers. Nobody can change or remove one here.`;

type PartProps = { page: AuditLines; asked: Asked; onChange: (asked: Asked) => void };

function Filters({ page, asked, onChange }: PartProps) {
  /** Another filter begins at the newest line again. */
  const with_ = (change: Partial<Record<keyof Asked, string>>) => {
    const next = { ...asked, ...change };
    onChange({
      ...(next.personId ? { personId: Number(next.personId) } : {}),
      ...(next.action ? { action: next.action } : {}),
      ...(next.day ? { day: next.day } : {}),
    });
  };
  const people = page.people.map(({ personId, name }) => ({ value: String(personId), label: name }));
  const actions = page.actions.map(({ action, title }) => ({ value: action, label: title }));
  return (
    <search className="audit-filters">
      <NativeSelect
        label="About"
        data={[{ value: '', label: 'everyone' }, ...people]}
        value={String(asked.personId ?? '')}
        onChange={(event) => with_({ personId: event.currentTarget.value })}
      />
      <NativeSelect
        label="What"
        data={[{ value: '', label: 'everything' }, ...actions]}
        value={asked.action ?? ''}
        onChange={(event) => with_({ action: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label="Day"
        value={asked.day ?? ''}
        onChange={(event) => with_({ day: event.currentTarget.value })}
      />
    </search>
  );
}

function Lines({ page, asked, onChange }: PartProps) {
  const { rows, next } = page;
  const narrowed = asked.personId !== undefined || asked.action !== undefined || asked.day !== undefined;
  if (rows.length === 0)
    return (
      <Empty
        title={narrowed ? 'No line fits this' : 'Nothing has been written down yet'}
        text={
          narrowed
            ? 'Choose another day, person or kind.'
            : 'Each change and each look at somebody’s numbers adds a line.'
        }
      />
    );
  const { before: _, ...newest } = asked;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label="Lines of the audit log">
        <table className="table audit-table">
          <caption className="only-heard">Lines of the audit log</caption>
          <thead>
            <tr>
              <th scope="col" className="numeric">
                Line
              </th>
              <th scope="col">When</th>
              <th scope="col">Who and what</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ seq, at, who, what }) => (
              <tr key={seq}>
                <th scope="row" className="numeric">
                  {countWord(seq)}
                </th>
                <td className="audit-when">{momentWord(at)}</td>
                <td>
                  <strong>{who}</strong> {what}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="page-actions">
        {asked.before === undefined ? null : (
          <Button variant="default" size="xs" onClick={() => onChange(newest)}>
            Newest
          </Button>
        )}
        {next === null ? null : (
          <Button variant="default" size="xs" onClick={() => onChange({ ...asked, before: next })}>
            Older
          </Button>
        )}
      </div>
    </>
  );
}

function ExportButton({ asked }: { asked: Asked }) {
  const take = useAction(exportAudit, { invalidates: [readAudit] });
  const { before: _, ...filter } = asked;
  const onClick = () => take.mutate(filter, { onSuccess: ({ fileName, text }) => downloadText(fileName, text) });
  return (
    <>
      <Button variant="default" loading={take.isPending} onClick={onClick}>
        Download as CSV
      </Button>
      {take.data?.cut ? (
        <p className="quiet" role="status">
          Only the newest 50,000 lines: choose a day or a person for the rest.
        </p>
      ) : null}
      {take.error ? <ErrorState error={take.error} /> : null}
    </>
  );
}
