import type { Instant } from '../../base/time.ts';
import type { Secrets } from '../secrets/secrets.ts';

/** One line of a firm's audit log. */
export type AuditLine = {
  orgId: number;
  /** 1, 2, 3 … without a gap within a firm. */
  seq: number;
  at: Instant;
  /** `account:7`, `owner` (whoever holds the server), or the program: `sign-in`, `import`. Never a name. */
  actor: string;
  standing: string;
  /** An operation's id, or what the program did. */
  action: string;
  /** The people it is about, ascending. */
  people: number[];
  /** What else it is about; numbers and fixed words, never contents. */
  details: Record<string, string | number>;
  /** The hash of the line before; of the first: empty. */
  previousHash: string;
  hash: string;
};

/** What a line's hash covers: everything in it and the hash before. Keyed, so that it can't be made from the database alone. */
export function hashLine(secrets: Secrets, line: Omit<AuditLine, 'hash'>): string {
  const { orgId, seq, at, actor, standing, action, people, details, previousHash } = line;
  const sorted = Object.entries(details).sort(([one], [other]) => (one < other ? -1 : 1));
  return secrets.sign(
    JSON.stringify([orgId, seq, at, actor, standing, action, people, sorted, previousHash]),
    'audit line',
  );
}

/** Why a chain is not whole: at which line, in a sentence. */
export type Break = { orgId: number; seq: number; text: string };

/** The end of a chain as it was noted: a chain that now ends earlier has lost lines. */
export type Head = { seq: number; hash: string };

/** Checks lines handed over in order; answers with the first thing that is wrong. Memory does not grow with the log. */
export function createVerifier(secrets: Secrets, orgId: number) {
  let last: Head = { seq: 0, hash: '' };
  return {
    /** The next line; undefined: it stands. */
    check(line: AuditLine): Break | undefined {
      const wrong = (text: string) => ({ orgId, seq: line.seq, text });
      const expected = last.seq + 1;
      if (line.seq !== expected) {
        return wrong(
          line.seq > expected
            ? `line ${expected}${line.seq > expected + 1 ? ` to ${line.seq - 1} are` : ' is'} missing`
            : `line ${line.seq} stands twice or out of order`,
        );
      }
      if (line.previousHash !== last.hash)
        return wrong(`line ${line.seq} does not follow the line before it: lines were exchanged, or one was replaced`);
      if (hashLine(secrets, line) !== line.hash) return wrong(`line ${line.seq} was changed after it was written`);
      last = { seq: line.seq, hash: line.hash };
      return undefined;
    },
    /** After the last line: does the chain reach the head that was kept, and the one noted outside the database? */
    finish(head: Head | undefined, noted: Head | undefined): Break | undefined {
      const short = (text: string) => ({ orgId, seq: last.seq, text });
      if ((head?.seq ?? 0) !== last.seq || (head?.hash ?? '') !== last.hash)
        return short(`the log ends at line ${last.seq}, but line ${head?.seq ?? 0} was its last: lines were removed`);
      if (noted && noted.seq > last.seq)
        return short(`the log ends at line ${last.seq}, but it had ${noted.seq} lines when it was last checked`);
      return undefined;
    },
    head: (): Head => last,
  };
}
