import { Secret } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { testSecrets } from '../../../test/support/context.ts';
import fc from '../../../test/support/properties.ts';
import type { Instant } from '../../base/time.ts';
import { bareCode, isAppCode, newRecoveryCodes, newTotpSecret, recoveryHash, stepOfCode, totpAddress } from './totp.ts';

/** The secret of RFC 6238, appendix B; its codes there have eight digits, of which apps show the last six. */
const RFC = Secret.fromLatin1('12345678901234567890').base32;

describe('a code of an app', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('at second %s is as RFC 6238 says', (second, code) => {
    const step = Math.floor(second / 30);
    expect(stepOfCode(RFC, code, (second * 1000) as Instant)).toBe(step);
    expect(stepOfCode(RFC, code, ((second + 30) * 1000) as Instant)).toBe(step);
    expect(stepOfCode(RFC, code, ((second - 30) * 1000) as Instant)).toBe(step);
    expect(stepOfCode(RFC, code, ((second + 61) * 1000) as Instant)).toBeUndefined();
  });

  it('belongs to a secret of 160 bits that an app can read', () => {
    const secret = newTotpSecret();
    expect(Secret.fromBase32(secret).bytes).toHaveLength(20);
    expect(newTotpSecret()).not.toBe(secret);
    expect(totpAddress(secret, 'ana@cove.example')).toBe(
      `otpauth://totp/Evenkeel:ana%40cove.example?issuer=Evenkeel&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
  });

  it('is told from a recovery code however either is typed', () => {
    expect(isAppCode(bareCode(' 123 456 '))).toBe(true);
    for (const code of newRecoveryCodes()) expect(isAppCode(bareCode(code))).toBe(false);
  });
});

describe('recovery codes', () => {
  it('are ten, all different, and readable', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([2-9a-hj-km-np-tv-z]{4}-){6}[2-9a-hj-km-np-tv-z]{4}$/);
  });

  it('are the same however they are typed, and another account’s are others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.nat(), (which, accountId) => {
        const code = newRecoveryCodes()[which]!;
        const hash = recoveryHash(testSecrets, accountId, code);
        expect(recoveryHash(testSecrets, accountId, code.toUpperCase().replaceAll('-', ' '))).toBe(hash);
        expect(recoveryHash(testSecrets, accountId + 1, code)).not.toBe(hash);
      }),
    );
  });
});
