import type { Instant } from '../../base/time.ts';
import type { Db } from '../db/connect.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { type Break, createVerifier, type Head } from './chain.ts';
import { readChain, readEnds, readNewKey } from './store.ts';

/** What came of checking a firm's log. */
export type ChainReport = {
  orgId: number;
  /** How many lines stand, from the first on. */
  lines: number;
  /** How many of them were signed with an earlier key, so that only their order could be checked. */
  unchecked: number;
  /** When the first and the last of them were written. */
  first: Instant | null;
  last: Instant | null;
  /** The last line that stands; null: there is none. */
  head: Head | null;
  /** The first thing that is wrong; null: the log is whole. */
  broken: Break | null;
};

/**
 * Checks the log of this transaction's firm line by line, in memory that doesn't grow with it. Lines may be added meanwhile:
 * they are checked too. The transaction's standing must be one that reads the whole log.
 */
export async function verifyChain(
  db: Db,
  secrets: Secrets,
  orgId: number,
  noted: readonly Head[] = [],
): Promise<ChainReport> {
  const from = (await readNewKey(db)) ?? 1;
  const verifier = createVerifier(secrets, orgId, noted, from);
  let first: Instant | null = null;
  let last: Instant | null = null;
  const report = (broken: Break | undefined): ChainReport => {
    const head = verifier.head();
    const unchecked = Math.min(head.seq, from - 1);
    return { orgId, lines: head.seq, unchecked, first, last, head: head.seq > 0 ? head : null, broken: broken ?? null };
  };
  for (;;) {
    for await (const line of readChain(db, verifier.head().seq)) {
      const broken = verifier.check(line);
      if (broken) return report(broken);
      first ??= line.at as Instant;
      last = line.at as Instant;
    }
    const ends = await readEnds(db);
    if (ends.last <= verifier.head().seq) return report(verifier.finish(ends.head));
  }
}
