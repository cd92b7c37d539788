import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { Refusal } from '../../base/errors.ts';

/** A mail server and how to speak to it. */
export type MailServer = {
  host: string;
  port: number;
  /**
   * `always`: encrypted from the first byte (smtps); `required`: STARTTLS or nothing; `offered`: STARTTLS where there is
   * one, any certificate, only on this very machine; `none`: in the clear.
   */
  encryption: 'always' | 'required' | 'offered' | 'none';
  account: { user: string; password: string } | null;
};

const EXAMPLE = 'smtp://user:password@mail.example.com:587';
const PORTS: Record<string, number> = { 'smtp:': 587, 'smtps:': 465 };

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Reads the address of a mail server; a refusal never repeats what may be a password. */
export function parseMailAddress(address: string): MailServer {
  if (hasControls(address) || !URL.canParse(address)) throw refuse(`This is no mail address: write it as ${EXAMPLE}.`);
  const url = new URL(address);
  const port = PORTS[url.protocol];
  if (port === undefined) throw refuse(`A mail server's address begins with smtp:// or smtps://, such as ${EXAMPLE}.`);
  if (!url.hostname) throw refuse(`The mail server's address names no host: write it as ${EXAMPLE}.`);
  if (!['', '/'].includes(url.pathname) || url.hash)
    throw refuse(
      `The address of the mail server ${url.hostname} ends after host and port: write %2F for a / and %23 for a # in the password.`,
    );
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return {
    host,
    port: url.port ? Number(url.port) : port,
    encryption: encryptionOf(url, host),
    account: accountOf(url),
  };
}

function encryptionOf(url: URL, host: string): MailServer['encryption'] {
  const wanted = url.searchParams.get('tls');
  const known = [...url.searchParams.keys()].every((name) => name === 'tls');
  if (!known || !(wanted === null || wanted === 'none' || wanted === 'required'))
    throw refuse(`After the ? of the mail server ${host} only tls=required or tls=none can stand.`);
  if (url.protocol === 'smtps:') {
    if (wanted === 'none')
      throw refuse(`smtps:// is always encrypted: write smtp://${host}?tls=none, or leave tls=none out.`);
    return 'always';
  }
  return wanted ?? (isLoopback(host) ? 'offered' : 'required');
}

function isLoopback(host: string): boolean {
  if (isIPv4(host)) return loopback.check(host, 'ipv4');
  if (isIPv6(host)) return loopback.check(host, 'ipv6');
  return host === 'localhost';
}

function accountOf(url: URL): MailServer['account'] {
  if (!url.username && !url.password) return null;
  const [user, password] = [decode(url.username), decode(url.password)];
  if (!user || !password || hasControls(user + password))
    throw refuse(
      `The address of the mail server ${url.hostname} needs a user and a password, with special characters written as %40 for @, %3A for :, %2F for /, %25 for %.`,
    );
  return { user, password };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Whether a text holds a line break or another control character, with which a line could be smuggled into a mail. */
export function hasControls(text: string): boolean {
  return /\p{Cc}|[\u2028\u2029]/u.test(text);
}

const refuse = (sentence: string) => new Refusal('bad-input', sentence);
