import { describe, expect, it } from 'vitest';
import { describeFailure, withoutContents } from './failure.ts';

describe('a line of the log about a failure', () => {
  it('says what and where, but not what somebody sent or what a row holds', () => {
    const error = new TypeError(`Cannot read "Ana's review" of 'secret notes' at https://me:pw@host/x?token=abc`, {
      cause: new Error('hunter2'),
    });
    const line = describeFailure(error);
    expect(line).toMatch(/^TypeError: Cannot read "…" of "…" at https:\/\/…@host\/x\?…\n\s+at .*failure\.test\.ts:\d+/);
    for (const secret of ['Ana', 'secret notes', 'pw@', 'abc', 'hunter2']) expect(line).not.toContain(secret);
  });

  it('keeps what a driver adds to an error, and long random texts, out', () => {
    const error = Object.assign(new Error('token 0123456789abcdef0123456789abcdef is spent'), {
      code: '23505',
      detail: 'Key (email)=(ana@example.com) already exists.',
    });
    expect(describeFailure(error).split('\n')[0]).toBe('Error 23505: token … is spent');
    expect(describeFailure('ana@example.com')).toBe('something of kind string was thrown');
  });

  it('stays one line, whatever it says', () => {
    expect(withoutContents('no such row\r\nEvenkeel is ready\u001b[2J')).toBe('no such row Evenkeel is ready [2J');
  });

  it('leaves a sentence with apostrophes as it is', () => {
    expect(withoutContents("sso.invalid can't be reached: it doesn't answer")).toBe(
      "sso.invalid can't be reached: it doesn't answer",
    );
  });
});
