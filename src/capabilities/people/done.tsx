import { Button } from '@mantine/core';
import type { RefObject } from 'react';
import { GoButton } from '../../web/link.tsx';
import type { Saving } from './saving.tsx';
import { RaterForm } from './whose-view.tsx';

type DoneProps = {
  heading: RefObject<HTMLHeadingElement | null>;
  /** Whose view it was; null: the signed-in person's own. */
  raterName: string | null;
  mayTypeForOthers: boolean;
  people: readonly { personId: number; name: string }[];
  saving: Saving;
  /** Not one answer was given. */
  isEmpty: boolean;
  onBack: () => void;
};

/** After the fifth question: what it is worth so far, the first advice, and the second person. */
export function Done({ heading, raterName, mayTypeForOthers, people, saving, isEmpty, onBack }: DoneProps) {
  return (
    <div className="asking-done">
      <h2 ref={heading} tabIndex={-1}>
        {headline(saving, isEmpty)}
      </h2>
      <p>
        {raterName === null
          ? 'Only your view so far; send these to a second person.'
          : `The view of ${raterName} is kept beside the others. Every further view makes the advice firmer.`}
      </p>
      <p className="asking-done-buttons">
        {saving.state === 'saving' ? (
          // Advice that leaves out the last answers would be wrong for a moment.
          <Button loading>See our first advice</Button>
        ) : (
          <GoButton to="/">See our first advice</GoButton>
        )}
        <Button variant="default" onClick={onBack}>
          Back to the questions
        </Button>
      </p>
      <div className="asking-done-second">
        <h3>A second person</h3>
        {mayTypeForOthers ? (
          <>
            <p className="quiet">Let them sit down here and answer without seeing what you said.</p>
            <RaterForm people={people} />
          </>
        ) : (
          <p className="quiet">Ask a colleague to sign in and answer: nobody sees what you said.</p>
        )}
      </div>
    </div>
  );
}

function headline(saving: Saving, isEmpty: boolean): string {
  if (saving.state === 'saving') return 'Saving the last answers…';
  if (saving.state === 'failed') return 'Some answers are not saved yet.';
  return isEmpty ? 'Nothing is answered yet.' : 'That is enough for a first advice.';
}
