import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Assumption } from '../../model/growth/assumptions.ts';
import { MEASURABLE, type MeasurableKey, type MeasuredWork, markMeasured } from '../../model/growth/measured.ts';
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

type PartProps = {
  assumptions: readonly Assumption[];
  /** What the firm's tickets say; null: not read yet. */
  measured: MeasuredWork | null;
  onValue: (row: Assumption, value: number | null) => void;
};

/** Everything that a look ahead rests on, changed in place; the picture above follows. */
export function AssumptionsPart({ assumptions: shown, measured, onValue }: PartProps) {
  const [text, setText] = useState('');
  const [only, setOnly] = useState<'all' | Assumption['basis']>('all');
  const assumptions = shown.map((row) => markMeasured(row, measured));
  const wanted = text.trim().toLocaleLowerCase('en');
  const found = assumptions.filter(
    (row) =>
      (only === 'all' || row.basis === only) && `${row.title} ${row.meaning}`.toLocaleLowerCase('en').includes(wanted),
  );
  const isNarrowed = wanted !== '' || only !== 'all';
  const own = assumptions.filter(isOwn).length;
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
      <Together assumptions={assumptions} measured={measured} />
      {found.length === 0 ? <p className="quiet">No assumption fits this.</p> : null}
      <div className="assume-groups">
        {GROUPS.map(({ group, title }) => {
          const rows = found.filter((row) => row.group === group);
          return rows.length === 0 ? null : (
            <Group
              key={`${group}${isNarrowed}`}
              title={title}
              rows={rows}
              measured={measured}
              isOpen={isNarrowed || group === 'work'}
              onValue={onValue}
            />
          );
        })}
      </div>
    </div>
  );
}

const isOwn = ({ basis }: Assumption) => basis === 'own' || basis === 'measured';

type GroupProps = Pick<PartProps, 'measured' | 'onValue'> & {
  title: string;
  rows: readonly Assumption[];
  isOpen: boolean;
};

function Group({ title, rows, measured, isOpen, onValue }: GroupProps) {
  const [open, setOpen] = useState(isOpen);
  const own = rows.filter(isOwn).length;
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
            <AssumptionRow
              key={row.key}
              row={row}
              measured={measured?.[row.key as MeasurableKey] ?? null}
              onValue={(value) => onValue(row, value)}
            />
          ))}
        </ul>
      ) : null}
    </details>
  );
}

/** Booked hours leave out the same on both sides: one taken over without the other would promise too much or too little. */
function Together({ assumptions, measured }: Pick<PartProps, 'assumptions' | 'measured'>) {
  if (measured === null || MEASURABLE.some((key) => measured[key].status !== 'measured')) return null;
  const rows = MEASURABLE.map((key) => assumptions.find((row) => row.key === key)!);
  const taken = rows.filter(({ basis }) => basis === 'measured');
  const other = rows.find(({ basis }) => basis !== 'measured');
  if (taken.length !== 1 || !other) return null;
  return (
    <p className="notice measure" role="status">
      {`Take over “${other.title}” too: hours that nobody books are missing in both, and even out only where both are used.`}
    </p>
  );
}
