import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { AskOver } from '../../web/ask.tsx';
import { Go } from '../../web/link.tsx';
import { useSetPlaybookValue } from '../../web/playbook.ts';
import { plural } from '../../web/words.ts';
import { sayDifficulty } from './difficulty-words.ts';

const KEY = 'tickets.hidden-difficulty';

/** Makes what was supposed here the firm's own assumption, with the reason for those who come later. */
export function AssumeDifficulty({ value, now }: { value: number; now: number }) {
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const set = useSetPlaybookValue();
  const given = reason.trim();
  const save = () => {
    if (given) set.mutate({ key: KEY, value, reason: given }, { onSuccess: () => setAsked(false) });
  };
  return (
    <div className="page-actions">
      <Button variant="default" disabled={value === now} onClick={() => setAsked(true)}>
        Assume this for the whole firm
      </Button>
      <span className="quiet" role="status">
        {set.data && value === now ? (
          <>
            Saved. Our advice moved for {plural(set.data.moved.length, 'seat')}.{' '}
            <Go to={`/playbook?key=${KEY}`}>It stands in the playbook</Go>
          </>
        ) : value === now ? (
          'Move the slider first: this is what is assumed already.'
        ) : (
          'Until then nothing here is kept.'
        )}
      </span>
      {asked ? (
        <AskOver
          title={`Assume ${value} for the whole firm?`}
          act="Assume it"
          busy={set.isPending}
          error={set.error}
          onSubmit={save}
          onDone={() => setAsked(false)}
        >
          <p>
            Every interval that rests on tickets then counts with difficulty that no column shows:{' '}
            {sayDifficulty(value)}. It can be changed back in the playbook at any time.
          </p>
          <TextInput
            label="Why"
            description="For those who come later."
            value={reason}
            required
            maxLength={500}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </AskOver>
      ) : null}
    </div>
  );
}
