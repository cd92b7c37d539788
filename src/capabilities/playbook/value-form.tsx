import { Button, NumberInput, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useAction } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { type PlaybookMove, type PlaybookRow, setPlaybookValue } from './contract.ts';
import { troubleWith } from './groups.ts';

type ValueFormProps = {
  row: PlaybookRow;
  offered: { value: number; why: string } | null;
  onDone: (move: PlaybookMove | null) => void;
};

/** Changes one value inside its range, with a reason for those who come later. Escape leaves it as it was. */
export function ValueForm({ row, offered, onDone }: ValueFormProps) {
  const [value, setValue] = useState<number | string>(offered?.value ?? row.current);
  const [reason, setReason] = useState(offered?.why ?? row.own?.reason ?? '');
  const set = useAction(setPlaybookValue);
  const trouble = troubleWith(value, row);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (trouble) return;
    set.mutate({ key: row.key, value: Number(value), reason: reason.trim() || null }, { onSuccess: onDone });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDone(null);
  };
  return (
    <form className="value-form" onSubmit={save} onKeyDown={onKeyDown} aria-label={`Change: ${row.title}`}>
      <NumberInput
        label={`${row.low} to ${row.high} ${row.unit}`}
        value={value}
        onChange={setValue}
        step={stepOf(row)}
        decimalScale={4}
        allowedDecimalSeparators={['.', ',']}
        clampBehavior="none"
        error={trouble}
        ref={(input) => {
          if (input && !input.dataset.met) {
            input.dataset.met = 'yes';
            input.focus();
            input.select();
          }
        }}
      />
      <TextInput
        label="Why (optional)"
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="threshold-buttons">
        <Button type="submit" size="xs" disabled={trouble !== null} loading={set.isPending}>
          Save
        </Button>
        <Button size="xs" variant="subtle" onClick={() => onDone(null)}>
          Leave it
        </Button>
      </div>
      {set.error ? <ErrorState error={set.error} /> : null}
    </form>
  );
}

/** A step that is fine enough for the range: about a twentieth of it, as 1, 0.1 or 0.05. */
function stepOf({ low, high }: { low: number; high: number }): number {
  const width = high - low;
  if (width >= 10) return 1;
  return width > 1 ? 0.1 : 0.05;
}
