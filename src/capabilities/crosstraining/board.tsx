import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SkillState } from '../../records/skills/types.ts';
import { useAction } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { dayWord } from '../../web/words.ts';
import {
  type BoardItem,
  readCoverPlan,
  readOwnLearning,
  readSkills,
  type SkillsPage,
  setSkillLevel,
} from './contract.ts';
import { SignOff } from './sign-off.tsx';
import { STATE_WORDS } from './words.ts';

const STATES: readonly SkillState[] = ['learning', 'shadowing', 'signed-off'];
/** Of what is done, the latest; the rest on asking. */
const MOST_SHOWN = 8;

type BoardProps = { items: readonly BoardItem[]; page: Pick<SkillsPage, 'mayKeep' | 'you' | 'people'> };

/** Three columns, moved along by buttons, so that keyboard and screen reader move the same way as the mouse. */
export function Board({ items, page }: BoardProps) {
  const [signing, setSigning] = useState<BoardItem | null>(null);
  const set = useAction(setSkillLevel, { invalidates: [readSkills, readCoverPlan, readOwnLearning] });
  const move = ({ subject, person }: BoardItem, state: 'learning' | 'shadowing') =>
    set.mutate({ subject, personId: person.personId, state });
  return (
    <>
      <div className="skill-board">
        {STATES.map((state) => (
          <BoardColumn
            key={state}
            state={state}
            items={items.filter((one) => one.state === state)}
            onMove={move}
            onSign={setSigning}
          />
        ))}
      </div>
      {set.error ? <ErrorState error={set.error} /> : null}
      {signing ? <SignOff of={signing} page={page} onDone={() => setSigning(null)} /> : null}
    </>
  );
}

type ColumnProps = {
  state: SkillState;
  items: BoardItem[];
  onMove: (item: BoardItem, state: 'learning' | 'shadowing') => void;
  onSign: (item: BoardItem) => void;
};

function BoardColumn({ state, items, onMove, onSign }: ColumnProps) {
  const [all, setAll] = useState(false);
  const latest = items.toSorted((one, other) => (one.since < other.since ? 1 : one.since > other.since ? -1 : 0));
  const shown = all ? latest : latest.slice(0, MOST_SHOWN);
  return (
    <section className="skill-column" aria-label={STATE_WORDS[state]}>
      <h3>{`${STATE_WORDS[state]} (${items.length})`}</h3>
      {items.length === 0 ? <p className="quiet">Nobody.</p> : null}
      <ul className="skill-cards">
        {shown.map((item) => (
          <BoardCard key={`${item.subject} ${item.person.personId}`} item={item} onMove={onMove} onSign={onSign} />
        ))}
      </ul>
      {latest.length > shown.length ? (
        <button type="button" className="text-button" onClick={() => setAll(true)}>
          {`Show all ${latest.length}`}
          <span className="only-heard">{` ${STATE_WORDS[state].toLowerCase()}`}</span>
        </button>
      ) : null}
    </section>
  );
}

type CardProps = Pick<ColumnProps, 'onMove' | 'onSign'> & { item: BoardItem };

function BoardCard({ item, onMove, onSign }: CardProps) {
  const { name, person, state, teacher, signer, since, mayMove, maySignOff } = item;
  const about = `${person.name}, ${name}`;
  const by = state === 'signed-off' ? signer && `signed off by ${signer.name}` : teacher && `with ${teacher.name}`;
  return (
    <li>
      <span className="skill-name">{person.name}</span>
      <span>{name}</span>
      <span className="quiet">{[by, `since ${dayWord(since)}`].filter(Boolean).join(', ')}</span>
      {state !== 'signed-off' && (mayMove || maySignOff) ? (
        <span className="page-actions">
          {mayMove && state === 'learning' ? (
            <Button
              size="xs"
              variant="default"
              aria-label={`Shadows now: ${about}`}
              onClick={() => onMove(item, 'shadowing')}
            >
              Shadows now
            </Button>
          ) : null}
          {mayMove && state === 'shadowing' ? (
            <Button
              size="xs"
              variant="subtle"
              aria-label={`Back to learning: ${about}`}
              onClick={() => onMove(item, 'learning')}
            >
              Back to learning
            </Button>
          ) : null}
          {maySignOff ? (
            <Button size="xs" variant="default" aria-label={`Sign off: ${about}`} onClick={() => onSign(item)}>
              Sign off
            </Button>
          ) : null}
        </span>
      ) : null}
    </li>
  );
}
