import type { Secrets } from '../secrets/secrets.ts';

/** One line of a firm's audit log, as the database keeps it: texts where the database could write the same in two ways. */
export type AuditLine = {
  orgId: number;
  /** 1, 2, 3 … without a gap within a firm. */
  seq: number;
  /** Milliseconds since 1970; we write whole ones, so a fraction shows that somebody else wrote. */
  at: number;
  /** `account:7`, `owner` (whoever holds the server), or the program: `sign-in`, `import`. Never a name. */
  actor: string;
  standing: string;
  /** An operation's id, or what the program did. */
  action: string;
  /** The people it is about, ascending: `{3,12}`. */
  people: string;
  /** What else it is about as JSON, as the database writes it; numbers and fixed words, never contents. */
  details: string;
  /** The hash of the line before; of the first: empty. */
  previousHash: string;
  hash: string;
};

/** The line that a log goes on with when its key was changed: signed with the new one. */
export const NEW_KEY = 'new-key';

/** A line of the log by its number and hash: the end of a chain, or a line that somebody noted. */
export type Head = { seq: number; hash: string };

/** Why a chain is not whole: at which line, in a sentence. */
export type Break = { orgId: number; seq: number; text: string };

/** What a line's hash covers: everything in it and the hash before. Keyed, so that it can't be made from the database alone. */
export function hashLine(secrets: Secrets, line: Omit<AuditLine, 'hash'>): string {
  const { orgId, seq, at, actor, standing, action, people, details, previousHash } = line;
  return secrets.sign(
    JSON.stringify([orgId, seq, at, actor, standing, action, people, details, previousHash]),
    'audit line',
  );
}

/**
 * Checks the lines of a firm handed over in order; answers with the first thing that is wrong. Memory does not grow with the
 * log. `noted` are lines that were kept outside the database, also with the beginning of their hash: they must still be part
 * of the chain. `from`: the line by which the log went on under another key (`NEW_KEY`); of the lines before it only the
 * order is checked.
 */
export function createVerifier(secrets: Secrets, orgId: number, noted: readonly Head[] = [], from = 1) {
  let last: Head = { seq: 0, hash: '' };
  const expected = new Map<number, string[]>();
  for (const { seq, hash } of noted) expected.set(seq, [...(expected.get(seq) ?? []), hash]);
  const isAsNoted = ({ seq, hash }: AuditLine) => (expected.get(seq) ?? []).every((one) => hash.startsWith(one));
  return {
    /** The next line; undefined: it stands. */
    check(line: AuditLine): Break | undefined {
      const text =
        wrongPlace(line, last) ??
        (line.seq < from || hashLine(secrets, line) === line.hash ? undefined : sayChanged(line, from)) ??
        (isAsNoted(line)
          ? undefined
          : `line ${line.seq} is not the line that was noted: the log was cut off before it and went on anew`);
      if (text !== undefined) return { orgId, seq: line.seq, text };
      last = { seq: line.seq, hash: line.hash };
      return undefined;
    },
    /** After the last line: does the chain end where the database says, and does it reach every line that was noted? */
    finish(head: Head | undefined): Break | undefined {
      const { seq } = last;
      if ((head?.seq ?? 0) !== seq || (head?.hash ?? '') !== last.hash)
        return { orgId, seq, text: sayOtherEnd(last, head) };
      const most = Math.max(0, ...expected.keys());
      if (most <= seq) return undefined;
      return { orgId, seq, text: `the log ends at line ${seq}, but it had ${most} lines when it was last noted` };
    },
    /** The last line that stood. */
    head: (): Head => last,
  };
}

function wrongPlace(line: AuditLine, last: Head): string | undefined {
  const next = last.seq + 1;
  if (line.seq > next)
    return line.seq > next + 1 ? `lines ${next} to ${line.seq - 1} are missing` : `line ${next} is missing`;
  if (line.seq < next) return `line ${line.seq} stands twice or out of order`;
  return line.previousHash === last.hash
    ? undefined
    : `line ${line.seq} does not follow the line before it: lines were exchanged, or one was put in or replaced`;
}

/** Of the first line both can be: nothing before it was written under our key. */
const sayChanged = ({ seq }: AuditLine, from: number) =>
  `line ${seq} was changed after it was written${seq === from ? ', or written under another key' : ''}`;

function sayOtherEnd(last: Head, head: Head | undefined): string {
  const end = head?.seq ?? 0;
  if (end > last.seq) return `the log ends at line ${last.seq}, but line ${end} was its last: lines were removed`;
  if (end < last.seq)
    return `the log goes on to line ${last.seq}, but line ${end} was its last: lines were added, or its end was set back`;
  return `line ${end} is not the one that was last written: it was replaced`;
}
