import { Button } from '@mantine/core';
import { useState } from 'react';
import { dayOf, type Instant } from '../../base/time.ts';
import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import { Section } from '../../web/section.tsx';
import { ErrorState } from '../../web/states.tsx';
import { dayWord } from '../../web/words.ts';
import { askErasure, readAboutMe, withdrawErasure } from './contract.ts';

/** Asking to be erased, and taking it back. */
export function ErasurePart({ askedAt, own }: { askedAt: Instant | null; own: boolean }) {
  const [isAsking, setAsking] = useState(false);
  const ask = useAction(askErasure, { invalidates: [readAboutMe] });
  const takeBack = useAction(withdrawErasure, { invalidates: [readAboutMe] });
  if (!own) return null;
  return (
    <Section
      title="Being erased"
      note="HR, the owner or whoever holds the server carries it out. Your name, address, views of you, wishes and account here go. Tickets, and what you said of others, stay without your name, so that nobody else’s numbers change."
    >
      {askedAt === null ? (
        <Button variant="default" onClick={() => setAsking(true)} className="align-start">
          Ask to be erased
        </Button>
      ) : (
        <>
          <p>You asked for it on {dayWord(dayOf(askedAt))}. Nobody has carried it out yet.</p>
          <Button variant="default" loading={takeBack.isPending} onClick={() => takeBack.mutate({})}>
            Take it back
          </Button>
          {takeBack.error ? <ErrorState error={takeBack.error} /> : null}
        </>
      )}
      {isAsking ? (
        <AskOver
          title="Ask to be erased?"
          act="Ask for it"
          busy={ask.isPending}
          error={ask.error}
          onSubmit={() => ask.mutate({}, { onSuccess: () => setAsking(false) })}
          onDone={() => setAsking(false)}
        >
          <p>
            HR and the owner read this wish. Until one of them carries it out you can take it back; afterwards there is
            no way back, and you can’t sign in here any more.
          </p>
        </AskOver>
      ) : null}
    </Section>
  );
}
