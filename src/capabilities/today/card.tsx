import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAction } from '../../web/client.ts';
import { Door } from '../../web/door.tsx';
import { Go } from '../../web/link.tsx';
import { ErrorState } from '../../web/states.tsx';
import { answerCard, readToday, type ShownCard, type Today } from './contract.ts';
import { KIND_MEANINGS, KIND_WORDS, sayShares, sleepsOf } from './words.ts';

type CardProps = { card: ShownCard; day: Today['day']; lead: number | undefined };

/** One card: why it is there, a sentence to begin with, who is best placed, what it rests on, and three answers. */
export function OneCard({ card, day, lead }: CardProps) {
  const answer = useAction(answerCard, { invalidates: [readToday] });
  const [asking, setAsking] = useState<'snoozed' | 'not-useful' | null>(null);
  const say = (input: { answer: 'done' | 'snoozed' | 'not-useful'; untilDay?: string; reason?: string }) =>
    answer.mutate({ cardId: card.cardId, lead, ...input });
  // One tap to the ticket itself; what else it rests on is below.
  const { outside } = card;
  // One tap to what was promised.
  const ahead = card.links[0];
  const ticket = card.kind === 'fix' ? card.doors.find(({ ref }) => ref === card.subject) : undefined;
  const ask = (which: 'snoozed' | 'not-useful') => setAsking(asking === which ? null : which);
  return (
    <li className="today-card">
      <p className="today-kind" title={KIND_MEANINGS[card.kind]}>
        {KIND_WORDS[card.kind]}
      </p>
      <h3>{card.trigger}</h3>
      <p className="today-say">
        <span className="quiet">To begin with: </span>
        {card.firstSentence}
      </p>
      {card.best ? (
        <p>
          <strong>Best placed: {card.best.isYou ? 'you' : card.best.name}.</strong>{' '}
          <span className="quiet">{card.best.why}</span>
        </p>
      ) : null}
      {ticket || outside.length > 0 || ahead ? (
        <p className="today-open">
          {outside.map(({ href, label }) => (
            <a key={href} className="link" href={href} target="_blank" rel="noopener noreferrer">
              Open {label} in the ticket system
            </a>
          ))}
          {ticket ? <Door to={ticket.ref}>What is known of the ticket</Door> : null}
          {ahead ? <Go to={ahead.href}>{ahead.label}</Go> : null}
        </p>
      ) : null}
      {card.page ? (
        <p>
          <Go to={card.page.to}>{card.page.label}</Go>
        </p>
      ) : null}
      <What card={card} />
      <div className="today-answers">
        <Button size="sm" loading={answer.isPending} onClick={() => say({ answer: 'done' })}>
          {card.kind === 'stay-out' ? 'I will' : 'Done'}
        </Button>
        <Button size="sm" variant="default" aria-expanded={asking === 'snoozed'} onClick={() => ask('snoozed')}>
          Later
        </Button>
        <Button size="sm" variant="default" aria-expanded={asking === 'not-useful'} onClick={() => ask('not-useful')}>
          Not useful
        </Button>
      </div>
      {asking === 'snoozed' ? (
        <div className="today-answers">
          {sleepsOf(day).map(({ until, label }) => (
            <Button key={until} size="sm" variant="default" onClick={() => say({ answer: 'snoozed', untilDay: until })}>
              {label}
            </Button>
          ))}
        </div>
      ) : null}
      {asking === 'not-useful' ? <WhyNot onSay={(reason) => say({ answer: 'not-useful', reason })} /> : null}
      {answer.error ? <ErrorState error={answer.error} /> : null}
    </li>
  );
}

/** What a card rests on. */
function What({ card }: { card: ShownCard }) {
  return (
    <details className="today-what">
      <summary>What it rests on</summary>
      <ul className="list">
        {card.facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
        {card.shares ? <li>{sayShares(card.shares)}</li> : null}
        {card.doors.map(({ ref, label }) => (
          <li key={ref}>
            <Door to={ref}>{label}</Door>
          </li>
        ))}
        {card.links.slice(1).map(({ href, label }) => (
          <li key={href}>
            <Go to={href}>{label}</Go>
          </li>
        ))}
      </ul>
    </details>
  );
}

function WhyNot({ onSay }: { onSay: (reason: string) => void }) {
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim()) onSay(reason.trim());
  };
  return (
    <form className="today-why" onSubmit={submit}>
      <TextInput
        label="Why not? It helps the rule get better, and it rests for a while."
        required
        maxLength={300}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" size="sm">
        Say so
      </Button>
    </form>
  );
}
