import { Door } from './door.tsx';

/** Said wherever a number rests on tickets: the largest thing that they can't tell. */
export function HiddenNote() {
  return (
    <p className="quiet">
      Where tickets speak: difficulty that only whoever hands them out could see{' '}
      <Door to="playbook/tickets.hidden-difficulty">is not taken out</Door>.
    </p>
  );
}
