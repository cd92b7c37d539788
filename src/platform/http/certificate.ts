import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { Server } from 'node:https';
import { Refusal } from '../../base/errors.ts';
import type { Log } from '../context.ts';

/** Where a certificate (with its chain) and its key lie: two PEM files. */
export type CertificateFiles = { cert: string; key: string };
/**
 * At the start and after every renewal. Older versions of TLS are broken, browsers of the last ten years know 1.2; of 1.2 only
 * what keeps earlier conversations secret (RFC 9325, 4.2); 1.3 has nothing else.
 */
export const TLS_RULES = { minVersion: 'TLSv1.2', ciphers: 'ECDHE+AESGCM:ECDHE+CHACHA20' } as const;
/** What they hold. */
export type Certificate = { cert: string; key: string };

/** Reads a pair and sees whether it belongs together; refuses in a sentence that never repeats what a file holds. */
export async function readCertificate(files: CertificateFiles): Promise<Certificate> {
  const [cert, key] = await Promise.all([
    readPem(files.cert, 'EVENKEEL_TLS_CERT'),
    readPem(files.key, 'EVENKEEL_TLS_KEY'),
  ]);
  const parsed = parse(() => new X509Certificate(cert), `${files.cert} holds no certificate`, 'EVENKEEL_TLS_CERT');
  const secret = parse(
    () => createPrivateKey(key),
    `${files.key} holds no key that can be opened without a password`,
    'EVENKEEL_TLS_KEY',
  );
  if (!parsed.checkPrivateKey(secret))
    throw new Refusal('bad-input', `${files.key} is not the key of the certificate in ${files.cert}.`, {
      field: 'EVENKEEL_TLS_KEY',
    });
  return { cert, key };
}

async function readPem(file: string, field: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new Refusal('bad-input', `${field} names ${file}, which can't be read (${cause.code}).`, { field }, cause);
  });
}

function parse<T>(read: () => T, what: string, field: string): T {
  try {
    return read();
  } catch {
    // Without a cause: what could not be read may be a key.
    throw new Refusal('bad-input', `${what}: give a PEM file, which begins with -----BEGIN.`, { field });
  }
}

/** Certificates are renewed every few weeks; a minute late is early enough. */
const LOOK_EVERY_MS = 60_000;

/** How a running server gets a renewed certificate without a stop. */
export type Renewal = {
  /** Reads the files again now; a pair that does not fit leaves the old one in use, and the log says why. */
  renew(): Promise<void>;
  stop(): void;
};

/** Looks once a minute whether the files changed, and hands a new pair to the server. */
export function keepCertificate(
  server: Server,
  files: CertificateFiles,
  log: Log,
  everyMs: number = LOOK_EVERY_MS,
): Renewal {
  let seen: string | undefined;
  const renew = async () => {
    try {
      server.setSecureContext({ ...(await readCertificate(files)), ...TLS_RULES });
      log('The certificate was read again and is in use.');
    } catch (error) {
      log(`The certificate stays as it was: ${error instanceof Refusal ? error.message : 'it could not be read.'}`);
    }
  };
  const look = async () => {
    const now = await marksOf(files);
    const before = seen;
    seen = now;
    if (before !== undefined && now !== before) await renew();
  };
  void look();
  const timer = setInterval(() => void look(), everyMs).unref();
  return { renew, stop: () => clearInterval(timer) };
}

/** Something that differs when a file was written anew or replaced. */
async function marksOf(files: CertificateFiles): Promise<string> {
  const marks = await Promise.all(
    [files.cert, files.key].map((file) =>
      stat(file).then(
        ({ mtimeMs, size, ino }) => `${mtimeMs}/${size}/${ino}`,
        () => 'gone',
      ),
    ),
  );
  return marks.join(' ');
}
