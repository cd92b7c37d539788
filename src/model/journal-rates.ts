import type { Again } from '../records/decisions/types.ts';
import { shareInterval } from '../science/share-interval.ts';

/** One decision as far as rates need it. */
export type Counted = { agreed: boolean | null; again: Again | null };

/** A share with its 80% interval (Wilson). `enough`: it may be said; else too few to tell. */
export type Rate = { hits: number; n: number; low: number; high: number; enough: boolean };

export type JournalRates = {
  /** Decisions that were what our advice said, of those of which that is known. */
  agreement: Rate;
  /** Judged good, of those that were judged: where our advice was followed, and where it was decided otherwise. */
  followed: Rate;
  otherwise: Rate;
  /** Looked at again and judged too early to tell. */
  undecided: number;
};

/** Whether a decision was judged good: it would be made again, if need be with other help. Null: not judged. */
export function wasGood(again: Again | null): boolean | null {
  return again === null || again === 'cannot-tell' ? null : again !== 'no';
}

/** How often our advice was followed, and what came of it either way; `need`: judged decisions before a share is said. */
export function journalRates(decisions: readonly Counted[], need: number): JournalRates {
  const rate = (rows: readonly Counted[], hit: (row: Counted) => boolean): Rate => {
    const hits = rows.filter(hit).length;
    return { hits, n: rows.length, ...shareInterval(hits, rows.length), enough: rows.length >= need };
  };
  const judged = decisions.filter(({ again }) => wasGood(again) !== null);
  const isGood = ({ again }: Counted) => wasGood(again) === true;
  const known = decisions.filter(({ agreed }) => agreed !== null);
  return {
    agreement: rate(known, ({ agreed }) => agreed === true),
    followed: rate(
      judged.filter(({ agreed }) => agreed === true),
      isGood,
    ),
    otherwise: rate(
      judged.filter(({ agreed }) => agreed === false),
      isGood,
    ),
    undecided: decisions.filter(({ again }) => again === 'cannot-tell').length,
  };
}
