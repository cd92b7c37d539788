import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { addressOf, troubleWithAddress } from './ticket-address.ts';

describe('the address of a ticket', () => {
  it.each([
    'https://tickets.example.com/show/{number}',
    'https://example.com/t?id={number}&view=full#top',
    'https://example.com:8443/{number}',
  ])('may be %s', (pattern) => expect(troubleWithAddress(pattern)).toBeNull());

  it.each([
    ['http://example.com/{number}', 'https://'],
    ['javascript:alert({number})', 'https://'],
    ['https://example.com/tickets', 'Put {number} once'],
    ['https://example.com/{number}/{number}', 'Put {number} once'],
    ['https://{number}.example.com/', 'name of the place'],
    ['https://example.com{number}/', 'name of the place'],
    ['https://ann:secret@example.com/{number}', 'password'],
    ['tickets/{number}', 'no address'],
    [`https://example.com/${'a'.repeat(300)}{number}`, '300'],
  ])('may not be %s', (pattern, why) => expect(troubleWithAddress(pattern)).toContain(why));

  it('leads to the same place whatever the number is, and holds it whole', () => {
    const pattern = 'https://tickets.example.com/show/{number}?from=evenkeel';
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (number) => {
        const url = new URL(addressOf(pattern, number));
        expect(url.origin).toBe('https://tickets.example.com');
        expect(url.search).toBe('?from=evenkeel');
        // A path of dots alone would be taken for a way up.
        if (!/^\.+$/.test(number)) expect(decodeURIComponent(url.pathname)).toBe(`/show/${number}`);
      }),
    );
  });
});
