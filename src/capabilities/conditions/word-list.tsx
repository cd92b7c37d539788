import type { OwnWord } from '../../records/conditions/types.ts';
import { dayWord } from '../../web/words.ts';
import { FEELING_WORDS } from './words.ts';

type WordListProps = {
  words: readonly OwnWord[];
  /** Who reads those meant for a lead, where it is told. */
  lead?: string;
  /** One's own can be taken back. */
  onTakeBack?: (wordId: number) => void;
};

/** What somebody said of how it goes, the newest first. */
export function WordList({ words, lead, onTakeBack }: WordListProps) {
  return (
    <ul className="condition-said">
      {words.map(({ wordId, day, feeling, text, withLead }) => (
        <li key={wordId}>
          <span>
            <strong>{FEELING_WORDS[feeling]}</strong>
            {text ? `: ${text}` : ''}
          </span>{' '}
          <span className="quiet">
            {dayWord(day)}
            {lead ? (withLead ? `, ${lead} reads it` : ', only you read it') : ''}
          </span>{' '}
          {onTakeBack ? (
            <button type="button" className="text-button" onClick={() => onTakeBack(wordId)}>
              Take it back
              <span className="only-heard">
                : {FEELING_WORDS[feeling]}, {dayWord(day)}
              </span>
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
