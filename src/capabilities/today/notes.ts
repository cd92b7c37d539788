import { dayOf, type Instant } from '../../base/time.ts';
import { sayDay } from '../../model/words.ts';
import type { PersonId } from '../../records/people/types.ts';

/** What a day without cards, or with something left aside, is told from. */
type About = {
  leads: readonly PersonId[];
  /** Whose cards are shown. */
  whose: readonly PersonId[];
  self: PersonId | null;
  everything: boolean;
  /** There is a card to be answered. */
  any: boolean;
  hasTickets: boolean;
  asOf: Instant;
  /** The newest change of a ticket, where it is later than now; else null. */
  later: Instant | null;
};

/** One plain sentence, or two; null: nothing to add. */
export function noteOf({ leads, whose, self, everything, any, hasTickets, asOf, later }: About): string | null {
  if (leads.length === 0)
    return 'Nobody leads anybody here yet: say under Seats who holds which seat and who reports to it, and cards can come.';
  if (whose.length === 0 && everything) return 'This person leads nobody here, so there are no cards for them.';
  if (whose.length === 0 && self === null)
    return 'Your account is none of the people here, so nobody reports to you and there are no cards.';
  if (whose.length === 0) return 'Nobody reports to you, so there are no cards for you.';
  const aside = later === null ? [] : [sayLater(later, asOf)];
  const without =
    any || hasTickets ? [] : ['There are no tickets here yet: until then cards come from what was promised.'];
  const said = [...without, ...aside];
  return said.length > 0 ? said.join(' ') : null;
}

const sayLater = (later: Instant, asOf: Instant) =>
  `Some tickets say ${sayDay(dayOf(later))}, which is later than it is here (${sayDay(dayOf(asOf))}): what came later isn’t looked at. If the clock of this computer is wrong, set it.`;
