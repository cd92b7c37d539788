import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect as connectPlain } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, serve } from '../src/start.ts';
import { makeCertificate } from './support/certificate.ts';
import { testSecrets } from './support/context.ts';
import { createTestDatabase, type TestDatabase } from './support/database.ts';
import { freePort } from './support/visitor.ts';

// What anybody sees of the server without signing in, whatever they send: docs/security.md rests on it.

const FILES = {
  'index.html': '<!doctype html><title>the page itself</title>',
  'mark.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'assets/app.js': 'export {};',
  'assets/app.css': 'p { margin: 0 }',
};

let test: TestDatabase;
let folder: string;
let webRoot: string;
let running: Running;
let port: number;
beforeAll(async () => {
  test = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'evenkeel-surface-'));
  webRoot = join(folder, 'web');
  await mkdir(join(webRoot, 'assets'), { recursive: true });
  await mkdir(join(folder, '.git'));
  await writeFile(join(folder, '.git', 'config'), 'beside the web');
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(webRoot, name), text);
  running = await begin({});
  port = Number(new URL(running.address).port);
});
afterAll(async () => {
  await running.close();
  await test.close();
  await rm(folder, { recursive: true });
});

const begin = (options: Partial<Parameters<typeof serve>[1]>) =>
  serve({ database: test.database, secrets: testSecrets }, { port: 0, log: () => undefined, webRoot, ...options });

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };
type Ask = { path: string; method?: string; headers?: Record<string, string>; body?: string; at?: number };

/** The path goes out as it is written: fetch would tidy it up. */
function ask({ path, method = 'GET', headers = {}, body, at = port }: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const host = { host: `127.0.0.1:${at}` };
    const options = { host: '127.0.0.1', port: at, path, method, headers: { ...host, ...headers }, agent: false };
    const request = httpRequest(options, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body: text }));
    });
    request.on('error', reject).end(body);
  });
}

const JSON_TYPE = { 'content-type': 'application/json' };
const ASKED: [status: number, asked: Ask][] = [
  [200, { path: '/' }],
  [200, { path: '/assets/app.js' }],
  [200, { path: '/api/health' }],
  [302, { path: '/enter?token=x' }],
  [302, { path: '/sign-in/back?code=x&state=y' }],
  // A change that another site asks for.
  [403, { path: '/api/sign-in/password', method: 'POST', headers: JSON_TYPE, body: '{' }],
  [401, { path: '/api/people' }],
  [403, { path: '/', headers: { host: 'evil.example' } }],
  [404, { path: '/api/nowhere' }],
  [404, { path: '/assets/nothing.js' }],
  [403, { path: '/api/people', method: 'OPTIONS', headers: { 'access-control-request-method': 'PUT' } }],
];

describe('every answer', () => {
  it('carries the same policies, whether it is a page, a file, a refusal or nothing', async () => {
    for (const [status, asked] of ASKED) {
      const answer = await ask({ ...asked, headers: { origin: 'https://evil.example', ...asked.headers } });
      expect([asked.path, answer.status]).toEqual([asked.path, status]);
      expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      // No other site may read any of it, and nothing says what it is made with.
      const said = Object.keys(answer.headers).filter((name) => /^access-control-|^x-powered-by$|^server$/.test(name));
      expect(said).toEqual([]);
    }
  });

  it('says what it is, with its letters', async () => {
    const types = await Promise.all(
      ['/', '/mark.svg', '/assets/app.js', '/assets/app.css', '/api/health', '/api/people'].map(
        async (path) => (await ask({ path })).headers['content-type'],
      ),
    );
    expect(types).toEqual([
      'text/html; charset=utf-8',
      'image/svg+xml',
      'application/javascript; charset=utf-8',
      'text/css; charset=utf-8',
      'application/json; charset=utf-8',
      'application/json; charset=utf-8',
    ]);
  });
});

describe('the cookie of a session', () => {
  it('is bound to this very host, its https and its browser, beyond scripts and other sites', async () => {
    const address = 'https://evenkeel.example.com';
    const at = await freePort();
    const named = await begin({ address, port: at });
    const { searchParams } = new URL(named.address);
    const answer = await ask({
      path: `/enter?token=${searchParams.get('token')}`,
      headers: { host: 'evenkeel.example.com' },
      at,
    });
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^__Host-evenkeel_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
      ),
    ]);
    await named.close();
  });
});

describe('the one-time address', () => {
  it('is not spent by whoever only looks ahead: a scanner of mails, a browser that fetches before a click', async () => {
    const at = await freePort();
    const fresh = await begin({ port: at });
    const path = `/enter?token=${new URL(fresh.address).searchParams.get('token')}`;
    expect((await ask({ path, method: 'HEAD', at })).status).toBe(404);
    for (const ahead of [{ 'sec-purpose': 'prefetch;prerender' }, { purpose: 'prefetch' }, { 'x-moz': 'prefetch' }])
      expect((await ask({ path, headers: ahead as unknown as Record<string, string>, at })).headers.location).toBe(
        '/?entered=no',
      );
    const entered = await ask({ path, at });
    expect([entered.headers.location, entered.headers['set-cookie']?.length]).toEqual(['/', 1]);
    expect((await ask({ path, at })).headers.location).toBe('/?entered=no');
    await fresh.close();
  });
});

describe('nobody', () => {
  it('is shown a folder, a file beside the web, or their own request', async () => {
    for (const path of [
      '/assets/',
      '/assets',
      '/.git/config',
      '/../.git/config',
      '/%2e%2e/.git/config',
      '/..%2f.git/config',
    ])
      expect([path, (await ask({ path })).body]).toEqual([path, expect.not.stringMatching(/beside the web|app\.js/)]);
    const traced = await ask({ path: '/api/health', method: 'TRACE', headers: { 'x-mine': 'echo of mine' } });
    expect(traced.status).toBe(404);
    expect(traced.body + JSON.stringify(traced.headers)).not.toContain('echo of mine');
  });

  it('smuggles one request in another: an end that could be read in two ways is refused', async () => {
    const head = `POST /api/sign-out HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\n`;
    const hidden = `GET /api/health HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`;
    for (const ends of [
      `Content-Length: ${hidden.length + 5}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
      `Content-Length: 2\r\nContent-Length: 200\r\n\r\n{}${hidden}`,
      `Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${hidden}`,
      `Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${hidden}`,
    ]) {
      const answer = await sendRaw(head + ends);
      expect(answer.match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 400']);
    }
  });

  it('can give a field of a body behind the ?, nor one twice, nor one that is not asked for', async () => {
    const path = '/api/sign-in/password';
    const headers = JSON_TYPE;
    const whole = { email: 'ana@example.com', password: 'we fix it before lunch' };
    const post = async (query: string, body: object) =>
      (await ask({ path: path + query, method: 'POST', headers, body: JSON.stringify(body) })).status;
    expect(await post('?password=other', { email: whole.email })).toBe(400);
    expect(await post('?email=a%40b.example&password=other', {})).toBe(400);
    expect(await post('', { ...whole, password: ['one', 'two'] })).toBe(400);
    // Nobody has this account: the question was understood, what was put beside it changed nothing.
    expect(await post('?email=1&email=2', { ...whole, standing: 'operator' })).toBe(403);
  });

  it('is led from http to https by the program: that is for a proxy to do, and for pages alone', async () => {
    for (const path of ['/', '/api/health']) expect((await ask({ path })).headers.location).toBeUndefined();
  });
});

function sendRaw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connectPlain(port, '127.0.0.1', () => socket.write(text));
    socket.setEncoding('utf8').on('data', (part: string) => {
      answer += part;
    });
    socket.on('close', () => resolve(answer)).on('error', reject);
    socket.setTimeout(3000, () => socket.destroy());
  });
}

describe('encryption of its own', () => {
  it('is TLS 1.2 or 1.3, never older', async () => {
    const pair = { cert: join(folder, 'pair.crt'), key: join(folder, 'pair.key') };
    const made = makeCertificate();
    await writeFile(pair.cert, made.cert);
    await writeFile(pair.key, made.key, { mode: 0o600 });
    const own = await begin({ certificate: pair });
    const { port: tlsPort } = new URL(own.address);
    const speak = (maxVersion: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3') =>
      new Promise<string | null>((resolve) => {
        const options = { host: '127.0.0.1', port: Number(tlsPort), rejectUnauthorized: false, maxVersion };
        // Level 0: this side would speak the old ones, so that it is the server that refuses.
        const socket = connectTls({ ...options, minVersion: 'TLSv1', ciphers: 'ALL@SECLEVEL=0' }, () => {
          resolve(socket.getProtocol());
          socket.destroy();
        });
        socket.on('error', () => resolve(null));
      });
    expect([await speak('TLSv1.1'), await speak('TLSv1.2'), await speak('TLSv1.3')]).toEqual([
      null,
      'TLSv1.2',
      'TLSv1.3',
    ]);
    // A key exchange that a key stolen later would open, and ciphers without a proof of what was sent.
    const offer = (ciphers: string) =>
      new Promise<string | null>((resolve) => {
        const options = { host: '127.0.0.1', port: Number(tlsPort), rejectUnauthorized: false, ciphers } as const;
        const socket = connectTls({ ...options, maxVersion: 'TLSv1.2' }, () => {
          resolve(socket.getCipher().name);
          socket.destroy();
        });
        socket.on('error', () => resolve(null));
      });
    for (const weak of ['AES128-GCM-SHA256', 'AES256-SHA', 'ECDHE-RSA-AES128-SHA256', 'ECDHE-ECDSA-AES128-SHA256'])
      expect([weak, await offer(weak)]).toEqual([weak, null]);
    expect(await offer('ECDHE+AESGCM')).toMatch(/^ECDHE-/);
    await own.close();
  });
});
