import { BlockList, isIPv4, isIPv6 } from 'node:net';

/**
 * What no user may make the program reach: the special-purpose ranges of IANA's registries (IPv4: RFC 6890 and its
 * successors, https://www.iana.org/assignments/iana-ipv4-special-registry), multicast, and the one metadata address that
 * lies outside of them (168.63.129.16, Azure's wire server).
 */
const IPV4_REFUSED = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
/** Only global unicast is reachable at all (https://www.iana.org/assignments/ipv6-address-space); of it, not these. */
const IPV6_GLOBAL = ['2000::/3'];
const IPV6_REFUSED = ['2001::/23', '2001:db8::/32', '3fff::/20'];

const ipv4Refused = blockListOf(IPV4_REFUSED, 'ipv4');
const ipv6Global = blockListOf(IPV6_GLOBAL, 'ipv6');
const ipv6Refused = blockListOf(IPV6_REFUSED, 'ipv6');

function blockListOf(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network, bits] = range.split('/') as [string, string];
    list.addSubnet(network, Number(bits), family);
  }
  return list;
}

/** Whether an IP address (canonical text, IPv6 without brackets) belongs to the public internet; false for what is none. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !ipv4Refused.check(address, 'ipv4');
  if (!isIPv6(address) || address.includes('%')) return false;
  const inner = embeddedIpv4(address);
  if (inner !== undefined) return isPublicAddress(inner);
  return ipv6Global.check(address, 'ipv6') && !ipv6Refused.check(address, 'ipv6');
}

/** The IPv4 address that an IPv6 one stands for: mapped (RFC 4291), NAT64 (RFC 6052) or 6to4 (RFC 3056). */
function embeddedIpv4(address: string): string | undefined {
  const groups = groupsOf(address);
  const ipv4At = (at: number) => [groups[at]! >> 8, groups[at]! & 255, groups[at + 1]! >> 8, groups[at + 1]! & 255];
  const startsWith = (...prefix: number[]) => prefix.every((group, at) => groups[at] === group);
  if (startsWith(0, 0, 0, 0, 0, 0xffff) || startsWith(0x64, 0xff9b, 0, 0, 0, 0)) return ipv4At(6).join('.');
  if (startsWith(0x2002)) return ipv4At(1).join('.');
  return undefined;
}

/** The eight 16-bit groups of an IPv6 address; the URL parser writes every form of it the same way. */
function groupsOf(address: string): number[] {
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [before, after] = canonical.split('::') as [string, string | undefined];
  const read = (part: string | undefined) => (part ? part.split(':').map((group) => Number.parseInt(group, 16)) : []);
  const [head, tail] = [read(before), read(after)];
  return [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}
