import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAction } from '../../web/client.ts';
import { Section } from '../../web/section.tsx';
import { ErrorState } from '../../web/states.tsx';
import { dayWord, plural } from '../../web/words.ts';
import {
  type AgendaItem,
  addAgendaItem,
  changeAgendaItem,
  listOneOnOnes,
  type OneOnOne,
  readOneOnOne,
} from './contract.ts';

const READ = { invalidates: [readOneOnOne, listOneOnOnes] };

/** Topics, the member's first, and what each said they would do. */
export function Agenda({ pair }: { pair: OneOnOne }) {
  const { items, member, lead, closed } = pair;
  const topicsOf = (id: number | null) => items.filter((one) => one.kind === 'topic' && one.authorId === id);
  const rest = items.filter(
    ({ kind, authorId }) => kind === 'topic' && authorId !== member.personId && authorId !== lead.personId,
  );
  return (
    <>
      <Section title="To talk about" note={`${member.name}’s topics come first.`}>
        <Items title={member.name} items={topicsOf(member.personId)} pair={pair} />
        <Items title={lead.name} items={topicsOf(lead.personId)} pair={pair} />
        {rest.length > 0 ? <Items title="From before" items={rest} pair={pair} /> : null}
        {pair.endedOn === null ? <AddTopic pair={pair} /> : null}
      </Section>
      <Section title="Who does what" note="An action stays here from one meeting to the next until it is closed.">
        <Items title={null} items={items.filter(({ kind }) => kind === 'action')} pair={pair} />
        {pair.endedOn === null ? <AddAction pair={pair} /> : null}
        {closed > 0 ? (
          <p className="quiet">{plural(closed, 'topic or action', 'topics and actions')} closed so far.</p>
        ) : null}
      </Section>
    </>
  );
}

type ItemsProps = { title: string | null; items: readonly AgendaItem[]; pair: OneOnOne };

function Items({ title, items, pair }: ItemsProps) {
  const change = useAction(changeAgendaItem, READ);
  return (
    <div>
      {title === null ? null : <h3 className="talks-whose">{title}</h3>}
      {items.length === 0 ? <p className="quiet">Nothing yet.</p> : null}
      <ul className="talks-items">
        {items.map((item) => (
          <li key={item.itemId}>
            <span>
              {item.text}
              <ItemNote item={item} pair={pair} />
            </span>
            {pair.endedOn === null ? (
              <Button
                variant="default"
                size="xs"
                aria-label={`${item.kind === 'action' ? 'Done' : 'Talked about'}: ${item.text}`}
                onClick={() => change.mutate({ pairId: pair.pairId, itemId: item.itemId, state: 'done' })}
              >
                {item.kind === 'action' ? 'Done' : 'Talked about'}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {change.error ? <ErrorState error={change.error} /> : null}
    </div>
  );
}

function ItemNote({ item, pair: { member, lead, today } }: { item: AgendaItem; pair: OneOnOne }) {
  const owner = [member, lead].find(({ personId }) => personId === item.ownerId)?.name;
  const due = item.dueDay === null ? null : `${item.dueDay < today ? 'was due' : 'due'} ${dayWord(item.dueDay)}`;
  const parts = [owner, due, item.carriedOver ? 'carried over' : null].filter((one) => one != null);
  return parts.length === 0 ? null : <span className="quiet talks-note">{parts.join(' · ')}</span>;
}

function AddTopic({ pair }: { pair: OneOnOne }) {
  const [text, setText] = useState('');
  const add = useAction(addAgendaItem, READ);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(
      { pairId: pair.pairId, kind: 'topic', text, ownerId: null, dueDay: null },
      { onSuccess: () => setText('') },
    );
  };
  return (
    <form className="talks-form" onSubmit={submit}>
      <TextInput
        label="Add a topic"
        className="talks-wide"
        maxLength={500}
        required
        withAsterisk={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={add.isPending}>
        Add topic
      </Button>
      {add.error ? <ErrorState error={add.error} /> : null}
    </form>
  );
}

function AddAction({ pair }: { pair: OneOnOne }) {
  const [text, setText] = useState('');
  const [owner, setOwner] = useState(String(pair.member.personId));
  const [due, setDue] = useState('');
  const add = useAction(addAgendaItem, READ);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = { pairId: pair.pairId, kind: 'action' as const, text, ownerId: Number(owner), dueDay: due || null };
    add.mutate(input, { onSuccess: () => setText('') });
  };
  return (
    <form className="talks-form" onSubmit={submit}>
      <TextInput
        label="Add an action"
        className="talks-wide"
        maxLength={500}
        required
        withAsterisk={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <NativeSelect
        label="Who does it"
        value={owner}
        onChange={(event) => setOwner(event.currentTarget.value)}
        data={[pair.member, pair.lead].map((one) => ({ value: String(one.personId), label: one.name }))}
      />
      <TextInput type="date" label="By when" value={due} onChange={(event) => setDue(event.currentTarget.value)} />
      <Button type="submit" variant="default" loading={add.isPending}>
        Add action
      </Button>
      {add.error ? <ErrorState error={add.error} /> : null}
    </form>
  );
}
