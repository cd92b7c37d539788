import { describe, expect, it } from 'vitest';
import { declinedOf } from './client.ts';

describe("the server's no", () => {
  it('keeps its sentence, code and details', () => {
    const declined = declinedOf(422, {
      error: { code: 'cannot-read', message: 'Line 3 has no name: add one.', details: { line: 3 } },
    });
    expect(declined).toMatchObject({ status: 422, code: 'cannot-read', details: { line: 3 } });
    expect(declined.message).toBe('Line 3 has no name: add one.');
  });

  it('is a sentence even when the answer is no answer of ours', () => {
    expect(declinedOf(502, '<html>').message).toContain('502');
    expect(declinedOf(500, null).code).toBe('unknown');
  });
});
