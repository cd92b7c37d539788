import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useFirmChange } from '../../web/firm.ts';
import { ErrorState } from '../../web/states.tsx';
import { startFirm } from './contract.ts';

/** The field appears because one asked for it: the next key pressed belongs there. */
const focus = (field: HTMLInputElement | null) => field?.focus();

type Props = { onward: { to: string; label: string }; onBack: () => void };

/** The one thing asked before anything can be kept: what the firm is called. */
export function FirmName({ onward, onBack }: Props) {
  const [name, setName] = useState('');
  const navigate = useNavigate();
  const start = useFirmChange(startFirm);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [path, query] = onward.to.split('?');
    const search = Object.fromEntries(new URLSearchParams(query));
    start.mutate({ name: name.trim() }, { onSuccess: () => void navigate({ to: path ?? '/', search }) });
  };
  return (
    <form className="door-section firm-name" onSubmit={submit}>
      <h2>What is your firm called?</h2>
      <TextInput
        label="Name of the firm"
        autoComplete="organization"
        ref={focus}
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {start.error ? <ErrorState error={start.error} /> : null}
      <div className="page-actions">
        <Button type="submit" loading={start.isPending} disabled={name.trim() === ''}>
          Next: {onward.label.toLowerCase()}
        </Button>
        <Button variant="default" onClick={onBack}>
          Back
        </Button>
      </div>
    </form>
  );
}
