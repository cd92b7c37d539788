import { useAction } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { answerCard, readToday, type ShownCard } from './contract.ts';
import { sayAnswer } from './words.ts';

type AnsweredProps = { cards: readonly ShownCard[]; lead: number | undefined };

/** What was answered today; each answer can be taken back. */
export function AnsweredCards({ cards, lead }: AnsweredProps) {
  const answer = useAction(answerCard, { invalidates: [readToday] });
  return (
    <details>
      <summary>Answered today ({cards.length})</summary>
      <ul className="list">
        {cards.map((card) => (
          <li key={card.cardId}>
            {card.trigger} <strong>{sayAnswer(card)}</strong>{' '}
            <button
              type="button"
              className="text-button"
              onClick={() => answer.mutate({ cardId: card.cardId, answer: 'open', lead })}
            >
              Take it back
            </button>
          </li>
        ))}
      </ul>
      {answer.error ? <ErrorState error={answer.error} /> : null}
    </details>
  );
}
