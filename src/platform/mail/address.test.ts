import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { Refusal } from '../../base/errors.ts';
import { parseMailAddress } from './address.ts';

describe("a mail server's address", () => {
  it.each([
    ['smtp://mail.example.com', { host: 'mail.example.com', port: 587, encryption: 'required', account: null }],
    ['smtps://mail.example.com/', { host: 'mail.example.com', port: 465, encryption: 'always', account: null }],
    ['smtp://mail.example.com:25?tls=none', { host: 'mail.example.com', port: 25, encryption: 'none', account: null }],
    ['smtp://localhost:1025', { host: 'localhost', port: 1025, encryption: 'offered', account: null }],
    ['smtp://127.8.9.1', { host: '127.8.9.1', port: 587, encryption: 'offered', account: null }],
    ['smtp://[::1]', { host: '::1', port: 587, encryption: 'offered', account: null }],
    ['smtp://localhost?tls=required', { host: 'localhost', port: 587, encryption: 'required', account: null }],
    ['smtp://10.0.0.7', { host: '10.0.0.7', port: 587, encryption: 'required', account: null }],
    [
      'smtp://localhost.example.com',
      { host: 'localhost.example.com', port: 587, encryption: 'required', account: null },
    ],
  ])('%s is read', (address, server) => {
    expect(parseMailAddress(address)).toEqual(server);
  });

  it('carries any user and password', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string({ minLength: 1 }), (user, password) => {
        fc.pre(!/\p{Cc}|[\u2028\u2029]/u.test(user + password));
        const address = `smtps://${encodeURIComponent(user)}:${encodeURIComponent(password)}@mail.example.com`;
        expect(parseMailAddress(address)).toMatchObject({
          account: { user, password },
          host: 'mail.example.com',
          port: 465,
        });
      }),
    );
  });

  it.each([
    ['', 'no mail address'],
    ['mail.example.com:587', 'begins with smtp'],
    ['https://mail.example.com', 'begins with smtp'],
    ['smtp:', 'names no host'],
    ['smtp://', 'names no host'],
    ['smtp://:hunter2@', 'no mail address'],
    ['smtp://u:hunter2@mail.example.com:99999', 'no mail address'],
    ['smtp://u:hunter2/x@mail.example.com', 'no mail address'],
    ['smtp://u:hunter2@mail.example.com/inbox', 'ends after host and port'],
    ['smtp://u:hunter2@mail.example.com#x', 'ends after host and port'],
    ['smtp://u:hunter2@mail.example.com?tls=off', 'tls=required or tls=none'],
    ['smtp://u:hunter2@mail.example.com?tls=none&x=1', 'tls=required or tls=none'],
    ['smtps://u:hunter2@mail.example.com?tls=none', 'always encrypted'],
    ['smtp://hunter2@mail.example.com', 'needs a user and a password'],
    ['smtp://:hunter2@mail.example.com', 'needs a user and a password'],
    ['smtp://u:hunter2%@mail.example.com', 'needs a user and a password'],
    ['smtp://u:hunter2%0d%0aQUIT@mail.example.com', 'needs a user and a password'],
    ['smtp://u:hunter2@mail.example.com\r\nRCPT TO:<x@y.z>', 'no mail address'],
    ['smtp://u:hunter2@mail\n.example.com', 'no mail address'],
  ])('%j is refused without repeating the password', (address, sentence) => {
    let refusal: unknown;
    try {
      parseMailAddress(address);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(Refusal);
    expect((refusal as Refusal).message).toContain(sentence);
    expect(`${(refusal as Refusal).stack}`).not.toContain('hunter2');
  });

  it('whatever it is, is read or refused', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `smtp://${text}`),
          fc.webUrl(),
        ),
        (address) => {
          try {
            expect(parseMailAddress(address).host).not.toBe('');
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
