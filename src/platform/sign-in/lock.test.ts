import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import type { Instant } from '../../base/time.ts';
import { lockedUntil, networkOf, waitInWords } from './lock.ts';

const at = (minutes: number) => (minutes * 60_000) as Instant;

describe('a lock', () => {
  it('begins with the fifth failure and doubles up to an hour', () => {
    const minutes = Array.from(
      { length: 14 },
      (_, count) => (lockedUntil({ count, last: at(0) }, at(0)) ?? 0) / 60_000,
    );
    expect(minutes).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it('ends by itself and never lasts longer than an hour', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 60, max: 10_000 }), (count, later) => {
        expect(lockedUntil({ count, last: at(0) }, at(later))).toBeUndefined();
      }),
    );
    expect(lockedUntil({ count: 5, last: at(10) }, at(11))).toBeUndefined();
    expect(lockedUntil({ count: 5, last: at(10) }, (at(11) - 1) as Instant)).toBe(at(11));
  });

  it('says how long to wait', () => {
    expect([waitInWords(at(1), at(0)), waitInWords(at(2), at(1.9)), waitInWords(at(60), at(0.5))]).toEqual([
      'in a minute',
      'in a minute',
      'in 60 minutes',
    ]);
  });
});

describe('the network of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['203.0.113.7:50123', '203.0.113.7'],
    ['[2001:db8:1:2::6]:50123', '2001:db8:1:2'],
  ])('%s is %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });
});
