import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { Refusal } from '../../base/errors.ts';
import { createFetcher, type Fetcher } from './fetcher.ts';

const close: (() => void)[] = [];
afterEach(() => {
  for (const end of close.splice(0)) end();
});

/** A real server on this machine; answers with its host and port. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  close.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Something that takes connections; counts them, and does as it likes with them. */
async function listen(onSocket: (socket: Socket) => void = () => undefined) {
  const sockets: Socket[] = [];
  const server = createTcpServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined).resume();
    onSocket(socket);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  close.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, sockets };
}

async function refusalOf(promise: Promise<unknown>): Promise<Refusal> {
  const error = await promise.then(
    (answer) => answer,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Refusal);
  return error as Refusal;
}

const strict = createFetcher({ allowPrivate: [] });

/** All ways in which an IPv4 address can be written inside a web address. */
function waysToWrite(ip: number): string[] {
  const [a, b, c, d] = [24, 16, 8, 0].map((shift) => Math.floor(ip / 2 ** shift) % 256) as [
    number,
    number,
    number,
    number,
  ];
  const octal = (n: number) => `0${n.toString(8)}`;
  const hex = (n: number) => `0x${n.toString(16)}`;
  const fullWidth = [...`${a}.${b}.${c}.${d}`]
    .map((sign) => String.fromCodePoint(sign.codePointAt(0)! + 0xfee0))
    .join('');
  const groups = `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  return [
    `${a}.${b}.${c}.${d}`,
    `${a}.${b}.${c}.${d}.`,
    String(ip),
    hex(ip),
    octal(ip),
    [a, b, c, d].map(octal).join('.'),
    [a, b, c, d].map(hex).join('.'),
    `${hex(a)}.${octal(b)}.${c}.${hex(d).toUpperCase()}`,
    `${a}.${b}.${c * 256 + d}`,
    `${a}.${b * 65536 + c * 256 + d}`,
    fullWidth,
    `${a}%2e${b}%2E${c}.${d}`,
    `${a}。${b}｡${c}．${d}`,
    `[::ffff:${a}.${b}.${c}.${d}]`,
    `[::ffff:${groups}]`,
    `[0:0:0:0:0:ffff:${groups}]`,
    `[64:ff9b::${groups}]`,
    `[2002:${groups}::]`,
    `[::${groups}]`,
  ];
}

const privateIp = fc.oneof(
  fc.integer({ min: 0x0a000000, max: 0x0affffff }),
  fc.integer({ min: 0x7f000000, max: 0x7fffffff }),
  fc.integer({ min: 0xac100000, max: 0xac1fffff }),
  fc.integer({ min: 0xc0a80000, max: 0xc0a8ffff }),
  fc.integer({ min: 0x64400000, max: 0x647fffff }),
  fc.constantFrom(0xa9fea9fe, 0x00000000, 0xe0000001, 0xffffffff),
);

describe('an address inside the network', () => {
  it('is refused in every way it can be written, before anything is connected', async () => {
    const { port, sockets } = await listen();
    await fc.assert(
      fc.asyncProperty(fc.oneof(privateIp, fc.constant(0x7f000001)), async (ip) => {
        for (const host of waysToWrite(ip)) {
          const refusal = await refusalOf(strict(`https://${host}:${port}/`));
          expect(refusal.code, host).toBe('bad-input');
          expect(refusal.message, host).toContain('private network');
        }
      }),
      { numRuns: 200 },
    );
    expect(sockets).toHaveLength(0);
  });

  it.each(['localhost', 'LOCALHOST', '[::1]', '[fe80::1]', '[fd00:ec2::254]', '[::]'])(
    'is refused as %s',
    async (host) => {
      const { port, sockets } = await listen();
      const refusal = await refusalOf(strict(`https://${host}:${port}/`));
      expect(refusal.code).toBe('bad-input');
      expect(sockets).toHaveLength(0);
    },
  );

  it('is refused when only one of the answers to a name lies there, and the sentence draws no map', async () => {
    const { port, sockets } = await listen();
    const fetcher = createFetcher({
      allowPrivate: [],
      resolve: async () => [
        { address: '8.8.8.8', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ],
    });
    const refusal = await refusalOf(fetcher(`https://rebind.example.com:${port}/`));
    expect(refusal.message).toMatch(/^rebind\.example\.com lies inside a private network/);
    expect(refusal.message).not.toContain('127.0.0.1');
    expect(sockets).toHaveLength(0);
  });

  it('is not reached by a name that changes its answer: it is asked once, and that answer is connected to', async () => {
    const { port, sockets } = await listen();
    let asked = 0;
    // A public address at which nothing listens: only a second question could lead to this machine.
    const answers = [[{ address: '3ffe::1', family: 6 }], [{ address: '127.0.0.1', family: 4 }]];
    const fetcher = createFetcher({ allowPrivate: [], timeout: 500, resolve: async () => answers[asked++] ?? [] });
    expect((await refusalOf(fetcher(`https://rebind.example.com:${port}/`))).code).toBe('unavailable');
    expect(asked).toBe(1);
    expect(sockets).toHaveLength(0);
  });

  it('is reached when whoever runs the server allowed exactly this host and port', async () => {
    const host = await serve((_request, response) => response.end('inside'));
    const port = host.split(':')[1]!;
    expect(await (await createFetcher({ allowPrivate: [host] })(`http://${host}/`)).text()).toBe('inside');
    expect(
      await (await createFetcher({ allowPrivate: [`localhost:${port}`] })(`http://localhost:${port}/`)).text(),
    ).toBe('inside');
    for (const other of ['127.0.0.1:1', `127.0.0.2:${port}`, `localhost:${port}`])
      expect((await refusalOf(createFetcher({ allowPrivate: [other] })(`http://${host}/`))).code).toBe('bad-input');
  });
});

describe('an address', () => {
  it.each([
    ['http://example.com/', 'begins with http://'],
    ['https://user:hunter2@example.com/', 'user name or password'],
    ['https://example.com@127.0.0.1/', 'user name or password'],
    ['https://127.0.0.1#@example.com/', 'private network'],
    ['https://127.0.0.1\\@example.com/', 'private network'],
    ['ftp://example.com/', 'no web address'],
    ['file:///etc/passwd', 'no web address'],
    ['javascript:alert(1)', 'no web address'],
    ['data:text/plain,hello', 'no web address'],
    ['//example.com', 'no web address'],
    ['example.com', 'no web address'],
    ['https://', 'no web address'],
    ['https://256.256.256.256/', 'no web address'],
    ['https://[::1', 'no web address'],
    ['', 'no web address'],
  ])('%s is refused', async (address, sentence) => {
    const refusal = await refusalOf(strict(address));
    expect(refusal.code).toBe('bad-input');
    expect(refusal.message).toContain(sentence);
    expect(refusal.message).not.toContain('hunter2');
  });

  it('whatever it is, never ends in anything but a refusal', async () => {
    const offline = createFetcher({ allowPrivate: [], resolve: async () => [] });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.string().map((text) => `https://${text}`),
        ),
        async (address) => {
          await refusalOf(offline(address));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('that is allowed has to be written as host and port', () => {
    for (const entry of [
      '',
      'localhost',
      'http://localhost:80',
      'localhost:x',
      'a b:80',
      'localhost:80/x',
      'localhost:99999',
    ])
      expect(() => createFetcher({ allowPrivate: [entry] }), entry).toThrow(Refusal);
    expect(() => createFetcher({ allowPrivate: ['localhost:80', '[::1]:443', '10.0.0.7:8443'] })).not.toThrow();
  });
});

describe('an answer', () => {
  const allow = (host: string, timeout?: number): Fetcher =>
    createFetcher({ allowPrivate: [host], ...(timeout !== undefined && { timeout }) });

  it('comes with its status, headers and body', async () => {
    const host = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        response.writeHead(418, { 'content-type': 'application/json' });
        const { method, url, headers } = request;
        response.end(JSON.stringify({ method, url, headers, body: Buffer.concat(chunks).toString() }));
      });
    });
    const body = new URLSearchParams({ a: '1', b: 'é' });
    const answer = await allow(host)(`http://${host}/path?q=1`, { method: 'POST', headers: { 'x-one': 'two' }, body });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([418, 'application/json']);
    expect(await answer.json()).toMatchObject({
      method: 'POST',
      url: '/path?q=1',
      headers: { 'x-one': 'two', host },
      body: body.toString(),
    });
    const nothing = await serve((_request, response) => response.writeHead(204).end());
    expect((await allow(nothing)(`http://${nothing}/`)).status).toBe(204);
  });

  it('that sends elsewhere is refused and not followed', async () => {
    let followed = 0;
    const target = await serve((_request, response) => {
      followed++;
      response.end();
    });
    for (const status of [301, 302, 303, 307, 308]) {
      const host = await serve((_request, response) =>
        response.writeHead(status, { location: `http://${target}/` }).end(),
      );
      const refusal = await refusalOf(createFetcher({ allowPrivate: [host, target] })(`http://${host}/`));
      expect(refusal.message).toContain(`${host} sends on to another address`);
    }
    expect(followed).toBe(0);
  });

  it('of 1 MiB is read, and one byte more is refused, whatever length it claims', async () => {
    const most = 1024 * 1024;
    for (const [size, headers] of [
      [most, {}],
      [most + 1, {}],
      [most + 1, { 'content-length': String(most + 1) }],
    ] as const) {
      const host = await serve((_request, response) => response.writeHead(200, headers).end(Buffer.alloc(size)));
      const answer = allow(host)(`http://${host}/`);
      if (size === most) expect((await (await answer).arrayBuffer()).byteLength).toBe(most);
      else expect((await refusalOf(answer)).message).toContain('larger than 1 MiB');
    }
  });

  it('without an end is cut off at 1 MiB', async () => {
    let sent = 0;
    const host = await serve((_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) sent += 65_536;
      };
      response.on('drain', more).on('error', () => undefined);
      more();
    });
    expect((await refusalOf(allow(host)(`http://${host}/`))).message).toContain('larger than 1 MiB');
    expect(sent).toBeLessThan(64 * 1024 * 1024);
  });

  it('that is slow is given up, at the header, drop by drop, and before TLS', async () => {
    const silent = await serve(() => undefined);
    const dripping = await serve((_request, response) => {
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    });
    const { port, sockets } = await listen();
    for (const address of [`http://${silent}/`, `http://${dripping}/`, `https://127.0.0.1:${port}/`]) {
      const began = performance.now();
      const refusal = await refusalOf(allow(new URL(address).host, 300)(address));
      expect(refusal.code).toBe('unavailable');
      expect(refusal.message).toContain('takes too long');
      expect(performance.now() - began).toBeLessThan(30_000);
    }
    expect(sockets).toHaveLength(1);
    await expect.poll(() => sockets[0]!.destroyed || sockets[0]!.readableEnded).toBe(true);
  });

  it('is not waited for when the caller gives up', async () => {
    const host = await serve(() => undefined);
    await refusalOf(allow(host)(`http://${host}/`, { signal: AbortSignal.timeout(100) }));
    await refusalOf(allow(host)(`http://${host}/`, { signal: AbortSignal.abort() }));
  });

  it('of a name that never resolves is given up too', async () => {
    const fetcher = createFetcher({ allowPrivate: [], timeout: 200, resolve: () => new Promise(() => undefined) });
    expect((await refusalOf(fetcher('https://slow.example.com/'))).message).toContain(
      'slow.example.com takes too long',
    );
  });

  it('that never comes names the host and the reason', async () => {
    const missing = createFetcher({ allowPrivate: [], resolve: async () => [] });
    expect((await refusalOf(missing('https://nowhere.example.com/'))).message).toContain(
      "nowhere.example.com can't be reached: this name",
    );
    const plain = await serve((_request, response) => response.end());
    expect((await refusalOf(allow(plain)(`https://${plain}/`))).message).toContain("doesn't speak https");
    const { port } = await listen((socket) => socket.destroy());
    expect((await refusalOf(allow(`127.0.0.1:${port}`)(`http://127.0.0.1:${port}/`))).message).toContain(
      "doesn't answer",
    );
  });

  it('under a certificate that nobody vouches for is refused, inside the network too', async () => {
    const server = new SMTPServer({ secure: true, logger: false });
    server.on('error', () => undefined);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    close.push(() => server.close());
    const host = `127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    expect((await refusalOf(allow(host)(`https://${host}/`))).message).toContain('certificate');
  });
});

describe('a request with a body', () => {
  const post = (host: string, more: object = {}) =>
    createFetcher({ allowPrivate: [host], timeout: 1000 })(`http://${host}/`, { method: 'POST', body: 'x', ...more });
  const reached = async (promise: Promise<unknown>) => (await refusalOf(promise)).details.reached;

  it('says of its failure whether it may have arrived: never before there is somebody to take it', async () => {
    const silent = await serve(() => undefined);
    expect(await reached(post(silent))).toBe(true);
    const { port } = await listen((socket) => socket.once('data', () => socket.destroy()));
    expect(await reached(post(`127.0.0.1:${port}`))).toBe(true);
    const gone = await listen();
    for (const end of close.splice(0)) end();
    expect(await reached(post(`127.0.0.1:${gone.port}`))).toBe(false);
    const nameless = createFetcher({ allowPrivate: [], resolve: async () => [] });
    expect(await reached(nameless('https://nowhere.example.com/', { method: 'POST', body: 'x' }))).toBe(false);
    const mute = await listen();
    const secure = createFetcher({ allowPrivate: [`127.0.0.1:${mute.port}`], timeout: 200 });
    expect(await reached(secure(`https://127.0.0.1:${mute.port}/`, { method: 'POST', body: 'x' }))).toBe(false);
  });

  it('may ask for the status alone: however much is said beyond it', async () => {
    const endless = await serve((_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', more).on('error', () => undefined);
      more();
    });
    const answer = await post(endless, { statusOnly: true });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });

  it('may be tried without being made: nothing is asked of anybody', async () => {
    const { port, sockets } = await listen();
    const host = `127.0.0.1:${port}`;
    expect((await post(host, { dry: true })).status).toBe(204);
    expect((await refusalOf(strict(`https://${host}/`, { dry: true }))).code).toBe('bad-input');
    expect(sockets).toHaveLength(0);
  });
});
