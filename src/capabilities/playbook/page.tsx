import { NativeSelect, TextInput } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useOperation } from '../../web/client.ts';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { plural } from '../../web/words.ts';
import { type PlaybookMove, type PlaybookRow, readPlaybook, readRuleRates } from './contract.ts';
import { GROUPS, isRowAskedFor, type RowFilter, SOURCE_WORDS } from './groups.ts';
import { Threshold } from './threshold.tsx';
import './playbook.css';

/** Every threshold and assumption behind our advice: value, source, range, what depends on it; all of it editable. */
export function PlaybookPage() {
  const playbook = useOperation(readPlaybook, {});
  return (
    <Page title="Playbook" sentence={playbook.data ? summary(playbook.data) : undefined}>
      {playbook.isPending ? <Loading lines={10} /> : null}
      {playbook.error ? <ErrorState error={playbook.error} retry={() => void playbook.refetch()} /> : null}
      {playbook.data ? <Thresholds {...playbook.data} /> : null}
    </Page>
  );
}

type Rows = { rows: readonly PlaybookRow[]; mayChange: boolean };

function summary({ rows, mayChange }: Rows): string {
  const assumed = rows.filter((row) => row.source.kind === 'assumed').length;
  const own = rows.filter((row) => row.own !== null).length;
  if (!mayChange)
    return `Our advice rests on ${rows.length} values; ${assumed} are assumptions. ${own} of them are this firm's own.`;
  const changed = own === 0 ? 'You have changed none so far' : `You have changed ${own} of them`;
  return `Our advice rests on ${rows.length} values; ${assumed} are assumptions of ours. ${changed}. Change any and see at once what moves.`;
}

/** A value that an address proposes, for a person to save or leave; null: it proposes none. */
function offeredIn({ value, why }: { value?: string; why?: string }): { value: number; why: string } | null {
  const number = value === undefined ? Number.NaN : Number(value);
  return Number.isFinite(number) ? { value: number, why: (why ?? '').slice(0, 500) } : null;
}

const ONLY = [
  { value: 'all', label: 'every value' },
  { value: 'own', label: 'changed by you' },
  ...Object.entries(SOURCE_WORDS).map(([value, label]) => ({ value, label })),
];

function Thresholds({ rows, mayChange }: Rows) {
  const search: { key?: string; value?: string; why?: string } = useSearch({ strict: false });
  const [filter, setFilter] = useState<RowFilter>({ text: '', only: 'all' });
  const [last, setLast] = useState<{ key: string; move: PlaybookMove } | null>(null);
  const rates = useOperation(readRuleRates, {});
  const found = rows.filter((row) => isRowAskedFor(row, filter));
  const isNarrowed = filter.text !== '' || filter.only !== 'all';
  return (
    <>
      <search className="playbook-tools">
        <TextInput
          type="search"
          label="Find"
          placeholder="bar, tickets, hours …"
          value={filter.text}
          onChange={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
        />
        <NativeSelect
          label="Show"
          data={ONLY}
          value={filter.only}
          onChange={(event) => setFilter({ ...filter, only: event.currentTarget.value as RowFilter['only'] })}
        />
        <p className="quiet" role="status">
          {isNarrowed ? `${plural(found.length, 'value')} of ${rows.length}` : ''}
        </p>
      </search>
      {found.length === 0 ? <p className="quiet">No value fits this. Clear the filter to see all.</p> : null}
      {GROUPS.map(({ group, title, about }) => {
        const mine = found.filter((row) => row.group === group);
        return mine.length === 0 ? null : (
          <Section key={group} title={title} note={about}>
            <ul className="thresholds">
              {mine.map((row) => (
                <Threshold
                  key={row.key}
                  row={row}
                  isMeant={search.key === row.key}
                  offered={search.key === row.key ? offeredIn(search) : null}
                  mayChange={mayChange}
                  rate={rates.data?.rates.find(({ key }) => key === row.key) ?? null}
                  move={last?.key === row.key ? last.move : null}
                  onMoved={(move) => setLast({ key: row.key, move })}
                />
              ))}
            </ul>
          </Section>
        );
      })}
    </>
  );
}
