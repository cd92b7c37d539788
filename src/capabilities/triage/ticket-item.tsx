import type { KeyboardEvent } from 'react';
import { momentWord } from '../../web/words.ts';
import type { WaitingTicket } from './contract.ts';
import { DIFFICULTIES, difficultyOfKey } from './difficulty.ts';

type TicketItemProps = { ticket: WaitingTicket; onSay: (difficulty: number | null) => void };

/** One ticket: what is known of it, and five buttons. The keys 1 to 5 do the same while the focus is in it. */
export function TicketItem({ ticket, onSay }: TicketItemProps) {
  const { number, openedAt, client, area, priority, difficulty } = ticket;
  const facts = [client, area, priority === null ? null : `priority ${priority}`].filter((one) => one !== null);
  const say = (from: Element, value: number | null) => {
    if (difficulty === null) focusNext(from, value);
    onSay(value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const value = difficultyOfKey(event);
    if (value !== undefined) say(event.currentTarget, value);
  };
  return (
    <li className="triage-ticket" onKeyDown={onKeyDown}>
      <div>
        <p className="triage-number">{number}</p>
        <p className="quiet">{[`opened ${momentWord(openedAt)}`, ...facts].join(' · ')}</p>
      </div>
      <fieldset className="triage-choice">
        <legend className="only-heard">How hard {number} looks</legend>
        {DIFFICULTIES.map(({ value, name }) => (
          <button
            key={value}
            type="button"
            aria-pressed={difficulty === value}
            onClick={(event) => say(event.currentTarget.closest('li')!, value)}
          >
            <b>{value}</b> {name}
          </button>
        ))}
      </fieldset>
      {difficulty === null ? null : (
        <button type="button" className="text-button" onClick={() => onSay(null)}>
          Take back
        </button>
      )}
    </li>
  );
}

/** The ticket goes away once it is said: the focus goes on to the same button of the next one, else to the heading. */
function focusNext(item: Element, value: number | null) {
  const next = item.nextElementSibling ?? item.previousElementSibling;
  const button = next?.querySelectorAll('button')[(value ?? 1) - 1];
  (button ?? document.querySelector<HTMLElement>('h1'))?.focus();
}
