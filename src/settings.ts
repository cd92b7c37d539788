import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { Refusal } from './base/errors.ts';
import type { CertificateFiles } from './platform/http/certificate.ts';

/** How this install is reached, and what it may reach: as the environment says it. docs/let-your-team-in.md explains each. */
export type Settings = {
  /** PORT. 0: any that is free. */
  port: number;
  /** EVENKEEL_HOST: which of this machine's addresses to listen at. */
  host: string;
  /** EVENKEEL_ADDRESS: the origin that people type, `https://evenkeel.example.com`; null: only this machine, by its port. */
  address: string | null;
  /** EVENKEEL_TLS_CERT and EVENKEEL_TLS_KEY; null: a proxy does it, or nobody. */
  certificate: CertificateFiles | null;
  /** EVENKEEL_PROXY: whose X-Forwarded-* headers are believed; empty: nobody's. */
  proxies: string[];
  /** EVENKEEL_MAIL and EVENKEEL_MAIL_FROM; null: no mail is sent. */
  mail: { url: string; from: string } | null;
  /** EVENKEEL_PRIVATE_HOSTS as `host:port`: servers inside the own network that Evenkeel may ask, e.g. a provider of single sign-on. */
  privateHosts: string[];
};

export const DEFAULT_PORT = 4580;
const LOOPBACK = '127.0.0.1';
/** Ranges that @fastify/proxy-addr knows by name. */
const NAMED_RANGES = ['loopback', 'linklocal', 'uniquelocal'];

/** Reads the settings of a start; refuses what can't be meant, each in a sentence. Of secrets none is repeated. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const insecure = environment.EVENKEEL_INSECURE === 'yes';
  const settings: Settings = {
    port: portOf(environment.PORT),
    host: hostOf(environment.EVENKEEL_HOST),
    address: addressOf(environment.EVENKEEL_ADDRESS, insecure),
    certificate: certificateOf(environment.EVENKEEL_TLS_CERT, environment.EVENKEEL_TLS_KEY),
    proxies: listOf(environment.EVENKEEL_PROXY).map(proxyOf),
    mail: mailOf(environment.EVENKEEL_MAIL, environment.EVENKEEL_MAIL_FROM),
    privateHosts: listOf(environment.EVENKEEL_PRIVATE_HOSTS).map(privateHostOf),
  };
  if (settings.certificate && settings.address?.startsWith('http:'))
    throw wrong('EVENKEEL_ADDRESS', 'begins with http://, but a certificate is given: write https://.');
  refuseOpenDoor(settings, insecure);
  return settings;
}

/** What holds a password may stand in a file instead: a secret of Docker, a credential of systemd. */
const IN_FILES = ['DATABASE_URL', 'DATABASE_APP_URL', 'EVENKEEL_MAIL', 'EVENKEEL_OLD_KEY'];

/** The environment with `DATABASE_URL_FILE=/run/secrets/database` read as DATABASE_URL, and the like. */
export function withSecretFiles(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own: NodeJS.ProcessEnv = {};
  for (const name of IN_FILES) {
    const file = environment[`${name}_FILE`];
    if (!file) continue;
    if (environment[name]) throw wrong(`${name}_FILE`, `and ${name} are both set: leave one of them out.`);
    own[name] = readSecret(file, `${name}_FILE`);
    own[`${name}_FILE`] = undefined;
  }
  return { ...environment, ...own };
}

function readSecret(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw wrong(name, `names ${file}, which can't be read (${(cause as NodeJS.ErrnoException).code}).`);
  }
}

/** Whether only programs on this machine can reach an address. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

function portOf(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw wrong('PORT', `is "${text}": give a number from 1 to 65535.`);
}

function hostOf(text: string | undefined): string {
  if (!text) return LOOPBACK;
  if (isIP(text) !== 0 || /^[a-z0-9]([a-z0-9.-]{0,252})$/i.test(text)) return text;
  throw wrong('EVENKEEL_HOST', `is "${text}": give an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all.`);
}

function addressOf(text: string | undefined, insecure: boolean): string | null {
  if (!text) return null;
  const example = 'give it as people type it, such as https://evenkeel.example.com';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // What is refused here may hold a password, so it isn't repeated.
  if (!url || url.username || url.password || !/^https?:$/.test(url.protocol))
    throw wrong('EVENKEEL_ADDRESS', `is no address: ${example}.`);
  if (url.pathname !== '/' || url.search || url.hash)
    throw wrong('EVENKEEL_ADDRESS', `has something after its name: ${example}, without a path.`);
  if (url.protocol === 'http:' && !isLoopback(url.hostname) && !insecure)
    throw wrong(
      'EVENKEEL_ADDRESS',
      `begins with http://, so passwords would be readable on the way: use https://, or set EVENKEEL_INSECURE=yes if nothing but a trial is meant.`,
    );
  return url.origin;
}

function certificateOf(cert: string | undefined, key: string | undefined): CertificateFiles | null {
  if (!cert && !key) return null;
  if (cert && key) return { cert, key };
  const missing = cert ? 'EVENKEEL_TLS_KEY' : 'EVENKEEL_TLS_CERT';
  throw wrong(missing, `is missing: a certificate needs both EVENKEEL_TLS_CERT and EVENKEEL_TLS_KEY, two PEM files.`);
}

function proxyOf(text: string): string {
  const [address = '', bits, more] = text.split('/');
  const family = isIP(address);
  const fits = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
  if (NAMED_RANGES.includes(text) || (family !== 0 && fits && more === undefined && bits !== '0')) return text;
  throw wrong(
    'EVENKEEL_PROXY',
    `holds "${text}": give the address of your proxy, such as 10.0.0.5 or 10.0.0.0/24, several with commas.`,
  );
}

function mailOf(url: string | undefined, from: string | undefined): Settings['mail'] {
  if (!url && !from) return null;
  // Never repeated: it holds a password.
  const protocol = url && URL.canParse(url) ? new URL(url).protocol : '';
  if (!url || !/^smtps?:$/.test(protocol))
    throw wrong('EVENKEEL_MAIL', 'is no mail server: write smtps://user:password@mail.example.com:465.');
  if (!from || !/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/.test(from))
    throw wrong('EVENKEEL_MAIL_FROM', 'is no sender: write Evenkeel <evenkeel@example.com>.');
  return { url, from };
}

function privateHostOf(text: string): string {
  const found = /^([a-z0-9][a-z0-9.-]{0,252}|\[[0-9a-f:]+\])(?::(\d{1,5}))?$/i.exec(text);
  if (found) return `${found[1]?.toLowerCase()}:${found[2] ?? 443}`;
  throw wrong('EVENKEEL_PRIVATE_HOSTS', `holds "${text}": give host:port, several with commas.`);
}

/** Beyond this machine nobody listens without encryption, or without knowing its own name. */
function refuseOpenDoor({ host, address, certificate, proxies }: Settings, insecure: boolean): void {
  if (isLoopback(host) || insecure) {
    if (insecure && address === null && !isLoopback(host))
      throw wrong('EVENKEEL_ADDRESS', 'is missing: say under which address people reach this machine.');
    return;
  }
  if (address === null)
    throw wrong(
      'EVENKEEL_HOST',
      `is ${host}, so others could reach this: also set EVENKEEL_ADDRESS=https://… to the address they will use.`,
    );
  if (certificate === null && proxies.length === 0)
    throw wrong(
      'EVENKEEL_HOST',
      `is ${host}, so others could reach this without encryption: set EVENKEEL_TLS_CERT and EVENKEEL_TLS_KEY, or EVENKEEL_PROXY to the address of the proxy before it, or leave EVENKEEL_HOST out.`,
    );
}

const listOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/[,\s]+/)
    .map((part) => part.trim())
    .filter(Boolean);

const wrong = (name: string, what: string) => new Refusal('bad-input', `${name} ${what}`, { field: name });
