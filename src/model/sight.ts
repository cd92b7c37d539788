import type { Standing } from '../base/roles.ts';
import type { PersonId, Structure } from '../records/people/types.ts';

/**
 * How much of a person's numbers a reader sees. open: everything and the doors behind; level: both sides as levels, without
 * the doors (holders of seats, for those who balance the firm); hidden: nothing, not even sent.
 */
export type Sight = 'open' | 'level' | 'hidden';

/** What one reader may see of everybody. */
export type Sights = {
  of(personId: PersonId): Sight;
  /** Who reads; null: nobody of the firm's people. */
  self: PersonId | null;
  /** Started from the server, or the program itself: every answer whole. */
  everything: boolean;
  /** What somebody wants: for those who decide, the person and their lead. */
  seesWish(personId: PersonId): boolean;
  /** Title, dates, contracted hours: what the list of people is kept with. */
  seesFacts(personId: PersonId): boolean;
  /** The week of a lead: the person, their lead, and those who balance the firm. */
  seesHours(personId: PersonId): boolean;
};

/** Who reads: their standing, which person they are, and whose numbers the database says they may see (`app_visible`). */
type Reader = {
  standing: Standing;
  personId: PersonId | null;
  visible: ReadonlySet<number>;
  structure: Pick<Structure, 'seats'>;
};

/** The one rule of who sees how much of whom, as every answer applies it. */
export function sightOf({ standing, personId, visible, structure }: Reader): Sights {
  const everything = standing === 'operator' || standing === 'engine';
  const balances = standing === 'owner' || standing === 'service-manager';
  // HR keeps the list of people and a wallboard hangs on a wall: neither is shown a number about anybody.
  const blind = standing === 'hr' || standing === 'wallboard';
  const holders = new Set(structure.seats.map((seat) => seat.holderId));
  const isOpen = (id: PersonId) => everything || (!blind && visible.has(id));
  return {
    of: (id) => (isOpen(id) ? 'open' : balances && holders.has(id) ? 'level' : 'hidden'),
    self: personId,
    everything,
    seesWish: (id) => balances || isOpen(id),
    seesFacts: (id) => balances || standing === 'hr' || isOpen(id),
    seesHours: (id) => balances || isOpen(id),
  };
}
