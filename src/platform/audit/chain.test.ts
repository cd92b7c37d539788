import { describe, expect, it } from 'vitest';
import { testSecrets } from '../../../test/support/context.ts';
import fc from '../../../test/support/properties.ts';
import { createSecrets, newKey } from '../secrets/secrets.ts';
import { type AuditLine, createVerifier, type Head, hashLine } from './chain.ts';

const ORG = 7;

/** A whole chain of so many lines. */
function chainOf(length: number, secrets = testSecrets, words = 'readPerson'): AuditLine[] {
  const lines: AuditLine[] = [];
  for (let seq = 1; seq <= length; seq++) {
    const line = {
      orgId: ORG,
      seq,
      at: 1_790_000_000_000 + seq * 1000,
      actor: `account:${1 + (seq % 3)}`,
      standing: 'owner',
      action: words,
      people: `{${seq},${seq + 40}}`,
      details: '{"seatId": 3}',
      previousHash: lines.at(-1)?.hash ?? '',
    };
    lines.push({ ...line, hash: hashLine(secrets, line) });
  }
  return lines;
}

const headOf = (lines: readonly AuditLine[]): Head => ({ seq: lines.at(-1)!.seq, hash: lines.at(-1)!.hash });

/** The first thing that is wrong with lines and the end that the database gives; undefined: whole. */
function faultOf(lines: readonly AuditLine[], head: Head | undefined, noted: Head[] = [], secrets = testSecrets) {
  const verifier = createVerifier(secrets, ORG, noted);
  for (const line of lines) {
    const fault = verifier.check(line);
    if (fault) return fault;
  }
  return verifier.finish(head);
}

describe('a chain', () => {
  it('stands as it was written, also when it is empty', () => {
    const lines = chainOf(12);
    expect(faultOf(lines, headOf(lines))).toBeUndefined();
    expect(faultOf(lines, headOf(lines), [headOf(lines.slice(0, 5)), headOf(lines)])).toBeUndefined();
    expect(faultOf([], undefined)).toBeUndefined();
  });

  it('does not stand under another key', () => {
    const lines = chainOf(3);
    expect(faultOf(lines, headOf(lines), [], createSecrets(newKey()))?.text).toContain('line 1 was changed');
  });

  it('shows a change of any one field of any line', () => {
    const whole = chainOf(9);
    const fields = Object.keys(whole[0]!) as (keyof AuditLine)[];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 8 }),
        fc.constantFrom(...fields),
        fc.string({ maxLength: 20 }),
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        (at, field, text, number) => {
          const line = whole[at]!;
          const value = typeof line[field] === 'number' ? number : text;
          fc.pre(value !== line[field]);
          const changed = whole.map((one, i) => (i === at ? { ...one, [field]: value } : one));
          expect(faultOf(changed, headOf(whole))).toBeDefined();
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('shows any lines removed, doubled or put in another order, whatever end the database then gives', () => {
    const whole = chainOf(7);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 9 }), fc.boolean(), (order, reset) => {
        const lines = order.map((i) => whole[i]!);
        fc.pre(JSON.stringify(order) !== '[0,1,2,3,4,5,6]');
        const head = reset && lines.length > 0 ? headOf(lines) : headOf(whole);
        // A tail that was removed with the end set back is found by the note alone.
        expect(faultOf(lines, head, [headOf(whole)])).toBeDefined();
      }),
      { numRuns: 2000 },
    );
  });

  it('shows by a note that it was cut off and went on anew', () => {
    const before = chainOf(8);
    const after = [...before.slice(0, 5)];
    for (const { hash: _, ...rest } of chainOf(10, testSecrets, 'listPeople').slice(5)) {
      const line = { ...rest, previousHash: after.at(-1)!.hash };
      after.push({ ...line, hash: hashLine(testSecrets, line) });
    }
    expect(faultOf(after, headOf(after))).toBeUndefined();
    expect(faultOf(after, headOf(after), [headOf(before)])?.text).toMatch(/^line 8 is not the line that was noted/);
  });

  it('says in a sentence what is wrong, and where', () => {
    const whole = chainOf(6);
    const without = (...seqs: number[]) => whole.filter((line) => !seqs.includes(line.seq));
    expect(faultOf(without(3), headOf(whole))).toEqual({ orgId: ORG, seq: 4, text: 'line 3 is missing' });
    expect(faultOf(without(3, 4), headOf(whole))?.text).toBe('lines 3 to 4 are missing');
    expect(faultOf(without(6), headOf(whole))?.text).toBe(
      'the log ends at line 5, but line 6 was its last: lines were removed',
    );
    expect(faultOf(without(5, 6), headOf(whole.slice(0, 4)), [headOf(whole)])?.text).toBe(
      'the log ends at line 4, but it had 6 lines when it was last noted',
    );
  });
});
