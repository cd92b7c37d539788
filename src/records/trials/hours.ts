import type { Hours } from '../../base/units.ts';
import type { Person, PersonId } from '../people/types.ts';

/** Own ticket hours agreed for somebody whose trial runs. */
export type TrialHours = { personId: PersonId; ticketHours: Hours };

/** People, with what was agreed for those whose trial runs. What they told stays as it is. */
export function withTrialHours(people: readonly Person[], agreed: readonly TrialHours[]): Person[] {
  const by = new Map(agreed.map(({ personId, ticketHours }) => [personId, ticketHours]));
  return people.map((one) => {
    const during = by.get(one.personId);
    return during === undefined ? one : { ...one, trialTicketHours: during };
  });
}

/** Hours a week on own tickets as they are now: during a trial no more than agreed; null: not told. */
export function ticketHoursNow({
  ownTicketHours,
  trialTicketHours,
}: Pick<Person, 'ownTicketHours' | 'trialTicketHours'>): Hours | null {
  if (trialTicketHours === undefined) return ownTicketHours;
  return ownTicketHours !== null && ownTicketHours < trialTicketHours ? ownTicketHours : trialTicketHours;
}
