import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../src/base/errors.ts';
import { readSettings, withSecretFiles } from '../src/settings.ts';

/** The sentence with which a start is refused. */
function refused(environment: Record<string, string>): string {
  try {
    readSettings(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    return (error as Refusal).message;
  }
  throw new Error(`${JSON.stringify(environment)} was not refused`);
}

describe('the settings of a start', () => {
  it('mean this machine alone when nothing is said', () => {
    expect(readSettings({})).toEqual({
      port: 4580,
      host: '127.0.0.1',
      address: null,
      certificate: null,
      proxies: [],
      mail: null,
      privateHosts: [],
    });
  });

  it('take an office behind a proxy, with mail and a provider inside the network', () => {
    expect(
      readSettings({
        PORT: '8080',
        EVENKEEL_HOST: '0.0.0.0',
        EVENKEEL_ADDRESS: 'https://Evenkeel.example.com/',
        EVENKEEL_PROXY: '10.0.0.5, 10.1.0.0/16 uniquelocal',
        EVENKEEL_MAIL: 'smtps://me:secret@mail.example.com:465',
        EVENKEEL_MAIL_FROM: 'Evenkeel <evenkeel@example.com>',
        EVENKEEL_PRIVATE_HOSTS: 'Sso.intra:8443, 10.0.0.7',
      }),
    ).toMatchObject({
      port: 8080,
      address: 'https://evenkeel.example.com',
      proxies: ['10.0.0.5', '10.1.0.0/16', 'uniquelocal'],
      mail: { url: 'smtps://me:secret@mail.example.com:465', from: 'Evenkeel <evenkeel@example.com>' },
      privateHosts: ['sso.intra:8443', '10.0.0.7:443'],
    });
  });

  it.each([
    [{ PORT: '70000' }, /^PORT is "70000": give a number/],
    [{ EVENKEEL_HOST: 'no host' }, /^EVENKEEL_HOST is "no host"/],
    [{ EVENKEEL_ADDRESS: 'evenkeel.example.com' }, /^EVENKEEL_ADDRESS is no address/],
    [{ EVENKEEL_ADDRESS: 'https://example.com/evenkeel' }, /without a path/],
    [{ EVENKEEL_ADDRESS: 'http://evenkeel.example.com' }, /use https:\/\/, or set EVENKEEL_INSECURE=yes/],
    [{ EVENKEEL_TLS_CERT: '/a.pem' }, /^EVENKEEL_TLS_KEY is missing/],
    [
      { EVENKEEL_ADDRESS: 'http://localhost', EVENKEEL_TLS_CERT: '/a.pem', EVENKEEL_TLS_KEY: '/b.pem' },
      /a certificate is given: write https/,
    ],
    [{ EVENKEEL_PROXY: 'everyone' }, /^EVENKEEL_PROXY holds "everyone"/],
    // Whoever trusts everybody's headers trusts a forged one.
    [{ EVENKEEL_PROXY: '0.0.0.0/0' }, /^EVENKEEL_PROXY holds/],
    [{ EVENKEEL_MAIL: 'mail.example.com' }, /^EVENKEEL_MAIL is no mail server/],
    [{ EVENKEEL_MAIL: 'smtp://mail.example.com' }, /^EVENKEEL_MAIL_FROM is no sender/],
    [
      { EVENKEEL_MAIL: 'smtp://mail.example.com', EVENKEEL_MAIL_FROM: 'a@b.example\r\nBcc: all@b.example' },
      /^EVENKEEL_MAIL_FROM/,
    ],
    [{ EVENKEEL_PRIVATE_HOSTS: 'http://sso' }, /^EVENKEEL_PRIVATE_HOSTS holds/],
  ])('refuse %j in one sentence', (environment, sentence) => {
    expect(refused(environment as never as Record<string, string>)).toMatch(sentence);
  });

  it('let nobody listen to the network without encryption, and say what to do', () => {
    expect(refused({ EVENKEEL_HOST: '0.0.0.0' })).toMatch(/also set EVENKEEL_ADDRESS=https/);
    const address = { EVENKEEL_HOST: '0.0.0.0', EVENKEEL_ADDRESS: 'https://evenkeel.example.com' };
    expect(refused(address)).toMatch(
      /without encryption: set EVENKEEL_TLS_CERT and EVENKEEL_TLS_KEY, or EVENKEEL_PROXY/,
    );
    expect(readSettings({ ...address, EVENKEEL_PROXY: '10.0.0.5' }).host).toBe('0.0.0.0');
    expect(readSettings({ ...address, EVENKEEL_TLS_CERT: '/a', EVENKEEL_TLS_KEY: '/b' }).certificate).toEqual({
      cert: '/a',
      key: '/b',
    });
    const trial = { EVENKEEL_HOST: '0.0.0.0', EVENKEEL_ADDRESS: 'http://10.0.0.9:4580', EVENKEEL_INSECURE: 'yes' };
    expect(readSettings(trial).address).toBe('http://10.0.0.9:4580');
    expect(refused({ EVENKEEL_HOST: '0.0.0.0', EVENKEEL_INSECURE: 'yes' })).toMatch(/^EVENKEEL_ADDRESS is missing/);
  });

  it('keep passwords to themselves', () => {
    const sentences = [
      refused({ EVENKEEL_MAIL: 'imap://me:secret@mail.example.com' }),
      refused({ EVENKEEL_ADDRESS: 'https://me:secret@example.com' }),
      refused({ EVENKEEL_MAIL: 'smtp://me:secret@mail.example.com', EVENKEEL_MAIL_FROM: 'nobody' }),
    ];
    expect(sentences.join()).not.toContain('secret');
  });

  it('read what holds a password from a file, where a file is named', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'evenkeel-secret-'));
    const file = join(folder, 'database');
    await writeFile(file, 'postgresql://me:secret@database/evenkeel\n');
    const read = withSecretFiles({ DATABASE_URL_FILE: file, PORT: '1' });
    expect(read).toEqual({ DATABASE_URL: 'postgresql://me:secret@database/evenkeel', PORT: '1' });
    expect(() => withSecretFiles({ DATABASE_URL_FILE: file, DATABASE_URL: 'x' })).toThrow(/both set/);
    await rm(folder, { recursive: true });
    expect(() => withSecretFiles({ EVENKEEL_MAIL_FILE: file })).toThrow(/^EVENKEEL_MAIL_FILE names .* \(ENOENT\)/);
  });
});
