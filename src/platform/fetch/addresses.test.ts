import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { isPublicAddress } from './addresses.ts';

/** First and last address of what nobody may reach, as numbers: compared here one by one, without a library. */
const PRIVATE_SPANS = [
  '0.0.0.0-0.255.255.255',
  '10.0.0.0-10.255.255.255',
  '100.64.0.0-100.127.255.255',
  '127.0.0.0-127.255.255.255',
  '168.63.129.16-168.63.129.16',
  '169.254.0.0-169.254.255.255',
  '172.16.0.0-172.31.255.255',
  '192.0.0.0-192.0.0.255',
  '192.0.2.0-192.0.2.255',
  '192.88.99.0-192.88.99.255',
  '192.168.0.0-192.168.255.255',
  '198.18.0.0-198.19.255.255',
  '198.51.100.0-198.51.100.255',
  '203.0.113.0-203.0.113.255',
  '224.0.0.0-255.255.255.255',
].map((span) => span.split('-').map(numberOf) as [number, number]);

function numberOf(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}
const bytesOf = (ip: number) => [24, 16, 8, 0].map((shift) => Math.floor(ip / 2 ** shift) % 256);
const dotted = (ip: number) => bytesOf(ip).join('.');
const isPrivate = (ip: number) => PRIVATE_SPANS.some(([first, last]) => first <= ip && ip <= last);
const hex = (ip: number) => {
  const [a, b, c, d] = bytesOf(ip) as [number, number, number, number];
  return [a * 256 + b, c * 256 + d].map((group) => group.toString(16)).join(':');
};

const anyIp = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  // Just inside and just outside of each span.
  fc.constantFrom(...PRIVATE_SPANS.flatMap(([a, b]) => [a, b, Math.max(0, a - 1), Math.min(2 ** 32 - 1, b + 1)])),
);

describe('what belongs to the public internet', () => {
  it('is, of IPv4, what no special range holds', () => {
    fc.assert(
      fc.property(anyIp, (ip) => {
        expect(isPublicAddress(dotted(ip)), dotted(ip)).toBe(!isPrivate(ip));
      }),
      { numRuns: 2000 },
    );
  });

  it('is, of IPv6 that stands for IPv4, what that IPv4 is', () => {
    fc.assert(
      fc.property(anyIp, (ip) => {
        for (const form of [
          `::ffff:${dotted(ip)}`,
          `::ffff:${hex(ip)}`,
          `0:0:0:0:0:FFFF:${hex(ip)}`,
          `64:ff9b::${dotted(ip)}`,
          `64:ff9b::${hex(ip)}`,
          `2002:${hex(ip)}::1`,
        ])
          expect(isPublicAddress(form), form).toBe(!isPrivate(ip));
      }),
      { numRuns: 2000 },
    );
  });

  it('is, of other IPv6, only global unicast', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 }), (groups) => {
        const address = groups.map((group) => group.toString(16)).join(':');
        const [first, second] = groups as [number, number];
        fc.pre(first !== 0x2002 && first !== 0x64);
        const global = first >= 0x2000 && first <= 0x3fff;
        const special =
          (first === 0x2001 && second < 0x200) ||
          (first === 0x2001 && second === 0xdb8) ||
          (first === 0x3fff && second < 0x1000);
        expect(isPublicAddress(address), address).toBe(global && !special);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    '::',
    '::1',
    '0:0:0:0:0:0:0:1',
    'fe80::1',
    'fe80::1%eth0',
    '2606:4700::1111%eth0',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    'fec0::1',
    '::7f00:1',
    '64:ff9b:1::808:808',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '::ffff:169.254.169.254',
    '5f00::1',
    '',
    'localhost',
    '127.1',
    '0177.0.0.1',
    '[::1]',
    '8.8.8.8 ',
  ])('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '2606:4700:4700::1111',
    '2a00:1450:4001:830::200e',
    '64:ff9b::8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
  ])('is %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});
