import type { PersonId, Seat } from '../../records/people/types.ts';
import type { Answer } from '../../records/verdicts/types.ts';

/** How a seat may stand from today on. */
export type How = 'holds' | 'acts' | 'open';

/**
 * What the form on a seat's holder starts from: our advice where it names exactly one person, else the seat as it is.
 * It never chooses between several.
 */
export function firstChoice(seat: Seat, answer: Answer | null): { how: How; personId: PersonId | null } {
  switch (answer?.kind) {
    case 'person':
      return { how: 'holds', personId: answer.personId };
    case 'pair':
      return { how: 'holds', personId: answer.leadId };
    case 'trial':
      return { how: 'acts', personId: answer.personId };
    case 'leave-open':
      return { how: 'open', personId: null };
    default:
      return { how: seat.state === 'acting' ? 'acts' : 'holds', personId: seat.holderId };
  }
}
