import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Assumption } from '../../model/growth/assumptions.ts';
import { Go } from '../../web/link.tsx';
import { plural } from '../../web/words.ts';
import { AssumptionRow, BASIS_WORDS } from './assumption-row.tsx';

const GROUPS: readonly { group: Assumption['group']; title: string }[] = [
  { group: 'work', title: 'The work' },
  { group: 'people', title: 'People who stay and go' },
  { group: 'hiring', title: 'Hiring and settling in' },
  { group: 'leads', title: 'Leads and how they grow' },
  { group: 'sizes', title: 'Sizes at which something is due' },
];

type PartProps = { assumptions: readonly Assumption[]; onValue: (row: Assumption, value: number | null) => void };

/** Everything that a look ahead rests on, changed in place; the picture above follows. */
export function AssumptionsPart({ assumptions, onValue }: PartProps) {
  const [text, setText] = useState('');
  const [only, setOnly] = useState<'all' | Assumption['basis']>('all');
  const wanted = text.trim().toLocaleLowerCase('en');
  const found = assumptions.filter(
    (row) =>
      (only === 'all' || row.basis === only) && `${row.title} ${row.meaning}`.toLocaleLowerCase('en').includes(wanted),
  );
  const isNarrowed = wanted !== '' || only !== 'all';
  const own = assumptions.filter(({ basis }) => basis === 'own').length;
  return (
    <div className="stack-wide">
      <p className="measure">
        Change any and the picture above moves.{' '}
        {own > 0 ? `${plural(own, 'value is', 'values are')} of this scenario alone.` : ''} What should hold everywhere
        is changed in the <Go to="/playbook">playbook</Go>.
      </p>
      <search className="tool-row">
        <TextInput type="search" label="Find" value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <NativeSelect
          label="Show"
          data={[
            { value: 'all', label: 'every value' },
            ...Object.entries(BASIS_WORDS).map(([value, label]) => ({ value, label })),
          ]}
          value={only}
          onChange={(event) => setOnly(event.currentTarget.value as typeof only)}
        />
      </search>
      {found.length === 0 ? <p className="quiet">No assumption fits this.</p> : null}
      <div className="assume-groups">
        {GROUPS.map(({ group, title }) => {
          const rows = found.filter((row) => row.group === group);
          return rows.length === 0 ? null : (
            <Group
              key={`${group}${isNarrowed}`}
              title={title}
              rows={rows}
              isOpen={isNarrowed || group === 'work'}
              onValue={onValue}
            />
          );
        })}
      </div>
    </div>
  );
}

type GroupProps = { title: string; rows: readonly Assumption[]; isOpen: boolean; onValue: PartProps['onValue'] };

function Group({ title, rows, isOpen, onValue }: GroupProps) {
  const [open, setOpen] = useState(isOpen);
  const own = rows.filter(({ basis }) => basis === 'own').length;
  return (
    <details className="assume-group" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3>{title}</h3>{' '}
        <span className="quiet">
          {plural(rows.length, 'value')}
          {own > 0 ? `, ${own} of this scenario` : ''}
        </span>
      </summary>
      {open ? (
        <ul>
          {rows.map((row) => (
            <AssumptionRow key={row.key} row={row} onValue={(value) => onValue(row, value)} />
          ))}
        </ul>
      ) : null}
    </details>
  );
}
