import type { PersonId, Seat } from '../../records/people/types.ts';
import type { Answer } from '../../records/verdicts/types.ts';

/** How a seat may stand from today on; to act in it is agreed on by both, on a page of its own. */
export type How = 'holds' | 'open';

/** Whom the form begins with: our advice where it names exactly one person, else the holder. It never chooses between several. */
export function firstChoice(seat: Seat, answer: Answer | null): PersonId | null {
  switch (answer?.kind) {
    case 'person':
    case 'trial':
    case 'grow':
      return answer.personId;
    case 'pair':
      return answer.leadId;
    default:
      return seat.holderId;
  }
}
