import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, request as plainRequest, type Server } from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { keepCertificate, readCertificate } from '../src/platform/http/certificate.ts';
import { type Running, type ServeOptions, serve } from '../src/start.ts';
import { makeCertificate } from './support/certificate.ts';
import { resultOf, runEvenkeel } from './support/command.ts';
import { testSecrets } from './support/context.ts';
import { createTestDatabase, type TestDatabase } from './support/database.ts';

const ADDRESS = 'https://evenkeel.example.com';
let test: TestDatabase;
let folder: string;
const ending: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  test = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'evenkeel-address-'));
});
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true });
});

/** Starts a server; answers with the port it listens at, found through a server of ours that gave it up. */
async function start(options: Partial<ServeOptions> = {}): Promise<{ running: Running; port: number }> {
  const port = await freePort();
  const running = await serve(
    { database: test.database, secrets: testSecrets },
    { log: () => undefined, ...options, port },
  );
  ending.push(() => running.close());
  return { running, port };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

type Answer = { status: number; headers: IncomingHttpHeaders; body: string; fingerprint: string | undefined };
type Ask = { port: number; path?: string; method?: string; headers?: Record<string, string | string[]>; tls?: boolean };

/** A request with exactly these headers, forged ones included. */
function ask({ port, path = '/', method = 'GET', headers = {}, tls = false }: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const send = tls ? tlsRequest : plainRequest;
    const options = { host: '127.0.0.1', port, path, method, headers, agent: false, rejectUnauthorized: false };
    const request = send(options, (answer) => {
      const fingerprint = tls ? (answer.socket as TLSSocket).getPeerCertificate().fingerprint256 : undefined;
      let body = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body, fingerprint }));
    });
    request.on('error', reject).end();
  });
}

/** A proxy as people run one: it speaks plainly to Evenkeel and says for whom and how it was asked. */
async function startProxy(target: number, adds: (client: string) => Record<string, string>): Promise<number> {
  const proxy: Server = createServer((request, response) => {
    const headers = { ...request.headers, ...adds(request.socket.remoteAddress ?? '') };
    const { url: path, method } = request;
    const onwards = plainRequest({ host: '127.0.0.1', port: target, path, method, headers, agent: false }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onwards);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => proxy.once('listening', resolve));
  ending.push(() => new Promise((resolve) => proxy.close(resolve)));
  return (proxy.address() as AddressInfo).port;
}

const tokenOf = (running: Running) => new URL(running.address).searchParams.get('token');

describe('the address that people type', () => {
  it('is printed, answered at, and the only one beside this machine itself', async () => {
    const { running, port } = await start({ address: ADDRESS, proxies: ['loopback'] });
    expect(running.address).toMatch(/^https:\/\/evenkeel\.example\.com\/enter\?token=[\w-]{43}$/);
    const status = async (host: string) => (await ask({ port, headers: { host } })).status;
    expect(await status('evenkeel.example.com')).toBe(200);
    expect(await status('EVENKEEL.example.com')).toBe(200);
    expect(await status(`127.0.0.1:${port}`)).toBe(200);
    for (const foreign of [
      'evil.example',
      'evenkeel.example.com.evil.example',
      'evenkeel.example.com:8443',
      `127.0.0.1:${port + 1}`,
      '127.0.0.1.evil.example',
    ])
      expect([foreign, await status(foreign)]).toEqual([foreign, 403]);
  });

  it('is where changes must come from', async () => {
    const { port } = await start({ address: ADDRESS, proxies: ['loopback'] });
    const status = async (headers: Record<string, string>) =>
      (await ask({ port, path: '/api/firms', method: 'POST', headers: { host: 'evenkeel.example.com', ...headers } }))
        .status;
    // 401: let through to the question who it is.
    expect(await status({ origin: ADDRESS })).toBe(401);
    expect(await status({ origin: ADDRESS, 'sec-fetch-site': 'same-origin' })).toBe(401);
    expect(await status({ origin: 'http://evenkeel.example.com' })).toBe(403);
    expect(await status({ origin: 'null' })).toBe(403);
    expect(await status({ origin: `http://127.0.0.1:${port}` })).toBe(403);
    expect(await status({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await status({ 'sec-fetch-site': 'same-site' })).toBe(403);
  });

  it('gives a cookie that never travels without encryption, and tells browsers so', async () => {
    const { running, port } = await start({ address: ADDRESS, proxies: ['loopback'] });
    const path = `/enter?token=${tokenOf(running)}`;
    const answer = await ask({ port, path, headers: { host: 'evenkeel.example.com' } });
    expect(String(answer.headers['set-cookie'])).toMatch(/; HttpOnly; Secure; SameSite=Strict/);
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
    const local = await start();
    const there = await ask({
      port: local.port,
      path: `/enter?token=${tokenOf(local.running)}`,
      headers: { host: `localhost:${local.port}` },
    });
    expect(String(there.headers['set-cookie'])).not.toMatch(/Secure/);
    expect(there.headers['strict-transport-security']).toBeUndefined();
  });
});

it('a browser that asks for another protocol gets its answer, and the connection ends', async () => {
  const { port } = await start();
  const headers = { host: `localhost:${port}`, connection: 'upgrade', upgrade: 'websocket' };
  const answer = await ask({ port, path: '/api/health', headers });
  expect([answer.status, answer.headers.connection]).toEqual([200, 'close']);
});

describe('behind a proxy', () => {
  const asProxy = (client: string) => ({
    'x-forwarded-for': client,
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'evenkeel.example.com',
    host: 'upstream',
  });

  it('answers by the name the proxy was asked for, when that proxy is trusted', async () => {
    const { port } = await start({ address: ADDRESS, proxies: ['127.0.0.1'] });
    const proxy = await startProxy(port, asProxy);
    const headers = { host: 'evenkeel.example.com', origin: ADDRESS };
    expect((await ask({ port: proxy, headers })).status).toBe(200);
    expect((await ask({ port: proxy, path: '/api/firms', method: 'POST', headers })).status).toBe(401);
  });

  it('believes nobody else: forged headers change neither the name nor who is counted', async () => {
    const { port } = await start({ address: ADDRESS, proxies: ['10.9.8.7'], requestsPerMinute: 4 });
    const forged = (i: number) => ({ ...asProxy(`203.0.113.${i}`), host: `127.0.0.1:${port}` });
    expect((await ask({ port, headers: { ...forged(1), host: 'upstream' } })).status).toBe(403);
    const statuses = [];
    for (let i = 0; i < 6; i++) statuses.push((await ask({ port, path: '/api/health', headers: forged(i) })).status);
    expect(statuses.at(-1)).toBe(429);
  });

  it('counts each browser behind a trusted proxy for itself', async () => {
    const { port } = await start({ address: ADDRESS, proxies: ['loopback'], requestsPerMinute: 4 });
    for (let i = 0; i < 8; i++)
      expect((await ask({ port, path: '/api/health', headers: asProxy(`203.0.113.${i}`) })).status).toBe(200);
  });
});

describe('own certificates', () => {
  const write = async ({ cert, key }: { cert: string; key: string }, name = 'pair') => {
    const files = { cert: join(folder, `${name}.crt`), key: join(folder, `${name}.key`) };
    await writeFile(`${files.cert}.new`, cert);
    await writeFile(`${files.key}.new`, key, { mode: 0o600 });
    await rename(`${files.cert}.new`, files.cert);
    await rename(`${files.key}.new`, files.key);
    return files;
  };

  it('answer by https, and a renewed pair is in use without a stop', async () => {
    const certificate = await write(makeCertificate());
    const lines: string[] = [];
    const { running, port } = await start({
      address: 'https://localhost:1',
      certificate,
      log: (line) => lines.push(line),
    });
    const path = '/api/health';
    const headers = { host: `localhost:${port}` };
    const first = await ask({ port, path, headers, tls: true });
    expect([first.status, first.body]).toEqual([200, '{"ok":true}']);
    await write(makeCertificate());
    await running.renew();
    const second = await ask({ port, path, headers, tls: true });
    expect(second.fingerprint).not.toBe(first.fingerprint);
    await writeFile(certificate.cert, 'broken');
    await running.renew();
    const third = await ask({ port, path, headers, tls: true });
    expect(third.fingerprint).toBe(second.fingerprint);
    expect(lines.at(-1)).toMatch(/^The certificate stays as it was: .*pair\.crt holds no certificate/);
  });

  it('are read again at SIGHUP by the command, which goes on running', async () => {
    const { cert, key } = await write(makeCertificate(), 'hung-up');
    const own = { DATABASE_URL: test.adminUrl, EVENKEEL_DATA: join(folder, 'data'), PORT: String(await freePort()) };
    const address = { EVENKEEL_ADDRESS: ADDRESS, EVENKEEL_TLS_CERT: cert, EVENKEEL_TLS_KEY: key };
    const child = runEvenkeel(['start'], { ...own, ...address });
    const result = resultOf(child);
    let out = '';
    child.stdout!.on('data', (part: string) => {
      out += part;
    });
    await expect.poll(() => out, { timeout: 30_000 }).toContain('Stop with Ctrl+C');
    expect(out).toContain(`  ${ADDRESS}/`);
    child.kill('SIGHUP');
    await expect.poll(() => out, { timeout: 30_000 }).toContain('The certificate was read again and is in use.');
    expect(
      (await ask({ port: Number(own.PORT), path: '/api/health', headers: { host: 'evenkeel.example.com' }, tls: true }))
        .status,
    ).toBe(200);
    child.kill('SIGTERM');
    expect((await result).code).toBe(0);
  });

  it('are noticed when their files change', async () => {
    const files = await write(makeCertificate(), 'watched');
    const given: string[] = [];
    const rules: string[] = [];
    const server = {
      setSecureContext: ({ cert, minVersion, ciphers }: { cert: string; minVersion: string; ciphers: string }) => {
        given.push(cert);
        rules.push(`${minVersion} ${ciphers}`);
      },
    };
    const renewal = keepCertificate(server as never, files, () => undefined, 20);
    const renewed = makeCertificate();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(given).toEqual([]);
    await write(renewed, 'watched');
    await expect.poll(() => given.at(-1)).toBe(renewed.cert);
    // A renewal must not bring back what the start left out.
    expect(rules.at(-1)).toBe('TLSv1.2 ECDHE+AESGCM:ECDHE+CHACHA20');
    renewal.stop();
  });

  it('that do not fit together, or are not there, are refused in a sentence that holds no key', async () => {
    const [one, other] = [makeCertificate(), makeCertificate()];
    await expect(readCertificate(await write({ cert: one.cert, key: other.key }, 'mixed'))).rejects.toThrow(
      /mixed\.key is not the key of the certificate in/,
    );
    const exchanged = readCertificate(await write({ cert: one.key, key: one.cert }, 'exchanged'));
    await expect(exchanged).rejects.toThrow(/exchanged\.crt holds no certificate: give a PEM file/);
    await exchanged.catch((error: Error) =>
      expect(JSON.stringify(error) + error.message).not.toContain(one.key.slice(40, 80)),
    );
    await expect(readCertificate({ cert: '/nowhere.crt', key: '/nowhere.key' })).rejects.toThrow(
      /can't be read \(ENOENT\)/,
    );
  });
});
