import './triage.css';
import { useState } from 'react';
import { useAction, useOperation } from '../../web/client.ts';
import { GoButton } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { countWord, momentWord, plural } from '../../web/words.ts';
import { readTriage, setTriage, type Triage, type WaitingTicket } from './contract.ts';
import { nameOf } from './difficulty.ts';
import { TicketItem } from './ticket-item.tsx';

/** Open tickets that nobody has yet: how hard each looks, one tap a ticket. */
export function TriagePage() {
  const read = useOperation(readTriage, {});
  return (
    <Page
      title="How hard tickets look"
      sentence="Said before anybody has a ticket, it lets us compare people fairly: nobody looks slow for getting the hard ones. Said later it isn't used."
    >
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {read.isPending ? <Loading lines={6} /> : null}
      {read.data ? <Tickets triage={read.data} reread={() => void read.refetch()} /> : null}
    </Page>
  );
}

/** What was said last, and what stood there before: undo brings that back. */
type Last = { ticket: WaitingTicket; said: number | null };

function Tickets({ triage, reread }: { triage: Triage; reread: () => void }) {
  const { waiting, said, counts, asOf } = triage;
  const set = useAction(setTriage, { invalidates: [readTriage] });
  const [last, setLast] = useState<Last | null>(null);
  const say = (ticket: WaitingTicket, difficulty: number | null) =>
    set.mutate(
      { ticketId: ticket.ticketId, difficulty },
      { onSuccess: () => setLast({ ticket, said: difficulty }), onError: reread },
    );
  const undo = () => {
    if (last === null) return;
    const { ticketId } = last.ticket;
    set.mutate({ ticketId, difficulty: last.ticket.difficulty }, { onSuccess: () => setLast(null), onError: reread });
  };
  return (
    <>
      {set.error ? <ErrorState error={set.error} /> : null}
      <Section
        title={waiting.length === 0 ? 'Nothing waits' : `Still to say: ${plural(counts.waiting, 'ticket')}`}
        note={waiting.length === 0 ? sayNothing(asOf) : sayNote(waiting.length, counts.waiting, asOf)}
        actions={<LastSaid last={last} onUndo={undo} />}
      >
        {waiting.length === 0 ? (
          <div>
            <GoButton to="/data/add?kind=tickets" quiet>
              Bring tickets
            </GoButton>
          </div>
        ) : (
          <Items of={waiting} say={say} />
        )}
      </Section>
      {said.length > 0 ? (
        <details className="unfold">
          <summary>Said already, and nobody has them yet ({countWord(counts.said)})</summary>
          <Items of={said} say={say} />
        </details>
      ) : null}
    </>
  );
}

function sayNote(shown: number, all: number, asOf: number | null): string {
  const first = shown < all ? `The ${countWord(shown)} oldest. ` : 'The oldest first. ';
  const file = asOf === null ? '' : ` As of the newest file, ${momentWord(asOf)}.`;
  return `${first}With the keyboard: Tab to a ticket, then 1 to 5.${file}`;
}

const sayNothing = (asOf: number | null) =>
  asOf === null
    ? 'No file of tickets has been brought yet.'
    : `Every open ticket has somebody already, or it was said how hard it looks. New ones come with the next file; the newest is of ${momentWord(asOf)}.`;

/** Stays where it is while tickets go away, and is read out. */
function LastSaid({ last, onUndo }: { last: Last | null; onUndo: () => void }) {
  return (
    <span className="triage-last" role="status">
      {last ? (
        <>
          {last.ticket.number}: {last.said === null ? 'taken back' : nameOf(last.said)}.{' '}
          <button type="button" className="text-button" onClick={onUndo}>
            Undo
          </button>
        </>
      ) : null}
    </span>
  );
}

type ItemsProps = { of: readonly WaitingTicket[]; say: (ticket: WaitingTicket, difficulty: number | null) => void };

function Items({ of, say }: ItemsProps) {
  return (
    <ul className="triage-tickets">
      {of.map((ticket) => (
        <TicketItem key={ticket.ticketId} ticket={ticket} onSay={(difficulty) => say(ticket, difficulty)} />
      ))}
    </ul>
  );
}
