import type { Saving } from './saving.tsx';

type ProgressProps = {
  at: number;
  /** For each question how many people have an answer, of how many. */
  counts: readonly { answered: number; of: number }[];
  saving: Saving;
  onGo: (to: number) => void;
};

const SAVING_WORDS: Record<Saving['state'], string> = {
  idle: 'Saves as you go',
  saving: 'Saving…',
  saved: 'Saved',
  failed: 'Not saved yet',
};

/** Where one is: "question 2 of 5", how many people have an answer, whether it is saved. Stays in sight. */
export function Progress({ at, counts, saving, onGo }: ProgressProps) {
  const here = counts[at]!;
  return (
    <div className="asking-progress">
      <p>
        <strong>
          Question {at + 1} of {counts.length}
        </strong>{' '}
        <span className="quiet">
          · {here.answered} of {here.of}
          <span className="wide-only"> answered</span>
        </span>
      </p>
      <ol className="asking-progress-steps" aria-label="Questions">
        {counts.map((count, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: five questions in a fixed order
          <li key={i}>
            <button
              type="button"
              aria-current={i === at ? 'step' : undefined}
              aria-label={`Question ${i + 1}: ${count.answered} of ${count.of} answered`}
              className={
                count.answered === count.of ? 'asking-progress-step asking-progress-full' : 'asking-progress-step'
              }
              onClick={() => onGo(i)}
            >
              <span aria-hidden="true">{count.answered === count.of ? '✓' : i + 1}</span>
            </button>
          </li>
        ))}
      </ol>
      <p className="quiet asking-progress-saving" role="status">
        {SAVING_WORDS[saving.state]}
      </p>
    </div>
  );
}
