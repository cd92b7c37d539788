import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAction } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { sendTestMail } from './contract.ts';

/** Sends a test mail to an address and says that it left. */
export function TestMail() {
  const [to, setTo] = useState('');
  const send = useAction(sendTestMail, { invalidates: [] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate({ to });
  };
  return (
    <form className="let-in-mail" onSubmit={submit}>
      <TextInput
        type="email"
        label="Send a test to"
        autoComplete="email"
        required
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={send.isPending}>
        Send
      </Button>
      <p role="status" className="let-in-sent">
        {send.data ? `Sent to ${send.data.sentTo}. See whether it arrived.` : ''}
      </p>
      {send.error ? <ErrorState error={send.error} /> : null}
    </form>
  );
}
