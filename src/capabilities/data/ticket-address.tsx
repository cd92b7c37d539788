import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { NUMBER } from '../../records/work/ticket-address.ts';
import { useAction, useOperation } from '../../web/client.ts';
import { Section } from '../../web/section.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { readTicketAddress, setTicketAddress } from './contract.ts';

/** Where a card that asks for hands opens its ticket. */
export function TicketAddress() {
  const read = useOperation(readTicketAddress, {});
  const save = useAction(setTicketAddress);
  return (
    <Section
      title="Where your tickets open"
      note="Cards then open a ticket in your ticket system. It is only a link: Evenkeel never asks that address anything."
    >
      {read.error ? <ErrorState error={read.error} /> : null}
      {read.data ? (
        <Form key={read.data.pattern} kept={read.data.pattern} save={save} />
      ) : read.error ? null : (
        <Loading lines={2} />
      )}
    </Section>
  );
}

type FormProps = {
  kept: string | null;
  save: ReturnType<typeof useAction<{ pattern: string | null }, { pattern: string | null }>>;
};

function Form({ kept, save }: FormProps) {
  const [pattern, setPattern] = useState(kept ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ pattern: pattern.trim() || null });
  };
  return (
    <form className="stack measure" onSubmit={submit}>
      <TextInput
        label="Address of a ticket"
        description={`As your browser shows it, with ${NUMBER} where the ticket’s number stands. Empty: no links.`}
        placeholder={`https://tickets.example.com/show/${NUMBER}`}
        maxLength={300}
        value={pattern}
        onChange={(event) => setPattern(event.currentTarget.value)}
      />
      <div className="page-actions">
        <Button
          type="submit"
          size="sm"
          variant="default"
          loading={save.isPending}
          disabled={pattern.trim() === (kept ?? '')}
        >
          Keep it
        </Button>
        {save.isSuccess ? <span role="status">{save.data.pattern === null ? 'No links.' : 'Kept.'}</span> : null}
      </div>
      {save.error ? <ErrorState error={save.error} /> : null}
    </form>
  );
}
