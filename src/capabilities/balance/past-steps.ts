import type { PersonId } from '../../records/people/types.ts';
import type { Balance } from './contract.ts';
import type { KeptStep } from './kept-step.ts';

type Reader = {
  everything: boolean;
  /** Seats whose advice the reader sees in full. */
  whole: ReadonlySet<number>;
  self: PersonId | null;
};

const SHOWN = 10;

/** Steps done or dismissed lately. Their words may name people, so others' are shown only where the advice is. */
export function pastOf(kept: readonly KeptStep[], { everything, whole, self }: Reader): Balance['past'] {
  return kept
    .flatMap(({ key, text, outcome, result, changedAt, ownerId }) => {
      const mine = self !== null && ownerId === self;
      const shown = everything || mine || whole.has(seatOf(key));
      return outcome === null || !shown ? [] : [{ key, text: text ?? key, outcome, result, changedAt }];
    })
    .slice(0, SHOWN);
}

/** A step's key says which seat it is about: `decide/3/12`. */
const seatOf = (key: string) => Number(key.split('/')[1]);
