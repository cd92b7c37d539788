import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { dayOf } from '../../base/time.ts';
import { AskOver } from '../../web/ask.tsx';
import { useAction, useOperation } from '../../web/client.ts';
import { Door } from '../../web/door.tsx';
import { Section } from '../../web/section.tsx';
import { dayWord } from '../../web/words.ts';
import { useYou } from '../../web/you.tsx';
import {
  answerRemark,
  type ErasureWish,
  erasePerson,
  listErasures,
  listOpenRemarks,
  type OpenRemark,
} from './contract.ts';

const ANSWERS = ['owner', 'service-manager', 'team-lead', 'operator'];
const ERASES = ['owner', 'hr', 'operator'];

/** What others asked of the reader: answers to what they said, and erasures. Nothing where there is nothing. */
export function WaitingForMe() {
  const { standing } = useYou();
  const remarks = useOperation(listOpenRemarks, {}, { enabled: ANSWERS.includes(standing ?? '') });
  const erasures = useOperation(listErasures, {}, { enabled: ERASES.includes(standing ?? '') });
  const [answering, setAnswering] = useState<OpenRemark | null>(null);
  const [erasing, setErasing] = useState<ErasureWish | null>(null);
  const open = remarks.data?.remarks ?? [];
  const wishes = erasures.data?.wishes ?? [];
  if (open.length === 0 && wishes.length === 0) return null;
  return (
    <Section
      title="Waiting for you"
      note="People asked this of you. What they say stands beside the number until you answer."
    >
      <ul className="about-waiting">
        {open.map((one) => (
          <li key={one.remarkId}>
            <p>
              <strong>
                <bdi>{one.name}</bdi> {one.kind === 'dispute' ? 'disputes' : 'says to'}{' '}
                {one.door ? <Door to={one.door}>{one.title}</Door> : one.title}
              </strong>{' '}
              <span className="quiet">({dayWord(dayOf(one.at))})</span>
            </p>
            <p>
              <bdi>“{one.text}”</bdi>
            </p>
            <Button
              size="xs"
              variant="default"
              onClick={() => setAnswering(one)}
              aria-label={`Answer ${one.name}: ${one.title}`}
            >
              Answer
            </Button>
          </li>
        ))}
        {wishes.map((one) => (
          <li key={one.personId}>
            <p>
              <strong>
                <bdi>{one.name}</bdi> asks to be erased
              </strong>{' '}
              <span className="quiet">({dayWord(dayOf(one.askedAt))})</span>
            </p>
            {one.inTheWay === null ? (
              <Button size="xs" variant="default" onClick={() => setErasing(one)} aria-label={`Erase ${one.name}`}>
                Erase
              </Button>
            ) : (
              <p className="quiet">{one.inTheWay}</p>
            )}
          </li>
        ))}
      </ul>
      {answering ? <Answer remark={answering} onDone={() => setAnswering(null)} /> : null}
      {erasing ? <Erase wish={erasing} onDone={() => setErasing(null)} /> : null}
    </Section>
  );
}

const OUTCOMES = [
  { value: 'corrected', title: 'Corrected', text: 'What was wrong has been changed.' },
  { value: 'kept', title: 'Kept', text: 'It stays as it is; the answer says why.' },
] as const;

function Answer({ remark, onDone }: { remark: OpenRemark; onDone: () => void }) {
  const [outcome, setOutcome] = useState<'corrected' | 'kept'>('corrected');
  const [text, setText] = useState('');
  const save = useAction(answerRemark);
  return (
    <AskOver
      title={`Answer ${remark.name}`}
      act="Answer"
      busy={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate({ remarkId: remark.remarkId, outcome, answer: text }, { onSuccess: onDone })}
      onDone={onDone}
    >
      <p className="quiet">
        <bdi>“{remark.text}”</bdi>
      </p>
      <fieldset className="about-kinds">
        <legend className="only-heard">What became of it</legend>
        {OUTCOMES.map((one) => (
          <label key={one.value}>
            <input type="radio" name="outcome" checked={outcome === one.value} onChange={() => setOutcome(one.value)} />
            <span>
              <strong>{one.title}</strong> <span className="quiet">{one.text}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Textarea
        label="Your answer"
        description={`${remark.name} reads it, with your name.`}
        required
        rows={4}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </AskOver>
  );
}

function Erase({ wish, onDone }: { wish: ErasureWish; onDone: () => void }) {
  const [name, setName] = useState('');
  const erase = useAction(erasePerson);
  return (
    <AskOver
      title={`Erase ${wish.name}?`}
      act="Erase for good"
      busy={erase.isPending}
      error={erase.error}
      onSubmit={() => erase.mutate({ personId: wish.personId, name }, { onSuccess: onDone })}
      onDone={onDone}
    >
      <p>
        Name, address, views of them, wishes, remarks and their account here go. Tickets stay with a nameless former
        colleague, so that sums over teams and everyone else’s numbers stay as they are. There is no way back.
      </p>
      <TextInput
        label={`Type the name: ${wish.name}`}
        required
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </AskOver>
  );
}
