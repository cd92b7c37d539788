import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { Agent, type Dispatcher } from 'undici';
import { Refusal } from '../../base/errors.ts';
import { isPublicAddress } from './addresses.ts';

/** What is asked of an outside server; nothing here follows a redirect or carries cookies. */
export type FetchRequest = {
  method?: string;
  headers?: Record<string, string>;
  body?: string | URLSearchParams | Uint8Array | null;
  signal?: AbortSignal;
  /** Status and headers are all that is wanted: what the server says beyond is not read, however much it is. */
  statusOnly?: boolean;
  /** Only whether the address may be asked at all: nothing is sent, nothing looked up, and the answer is empty. */
  dry?: boolean;
};

/**
 * Fetches one public https address and answers with its whole body read. The only way the program reaches addresses that
 * users typed. Refuses (one sentence with the host) what is not public, redirects, takes over 10 s or holds over 1 MiB; of
 * a request with a body the refusal's detail `reached` says whether any of it may have reached the server.
 */
export type Fetcher = (address: string | URL, request?: FetchRequest) => Promise<Response>;

/** All IP addresses of a host name. */
type Resolve = (host: string) => Promise<{ address: string; family: number }[]>;

const TIMEOUT_MS = 10_000;
const MOST_BYTES = 1024 * 1024;

/**
 * A fetcher that reaches the public internet by https, and `allowPrivate` (entries `host:port`) wherever they lie, by http
 * too. `timeout` is in milliseconds and covers everything from the name to the last byte.
 */
export function createFetcher(options: {
  allowPrivate: readonly string[];
  timeout?: number;
  resolve?: Resolve;
}): Fetcher {
  const { timeout = TIMEOUT_MS, resolve = (host) => lookup(host, { all: true }) } = options;
  const allowed = new Set(options.allowPrivate.map(parseHostAndPort));
  return async (address, request = {}) => {
    const url = checkAddress(address, allowed);
    if (request.dry) return new Response(null, { status: 204 });
    const guarded = !allowed.has(hostAndPortOf(url));
    // A fresh agent for each request: it names its own addresses, ignores proxies of the environment, keeps no socket.
    const agent = new Agent({
      connect: { timeout, ...(guarded && { lookup: lookupPublic(resolve) }) },
      headersTimeout: timeout,
      bodyTimeout: timeout,
    });
    const signals = [AbortSignal.timeout(timeout), ...(request.signal ? [request.signal] : [])];
    const signal = AbortSignal.any(signals);
    const stop = () => void agent.destroy(signal.reason as Error);
    signal.addEventListener('abort', stop);
    const way = { reached: false };
    try {
      signal.throwIfAborted();
      return await ask(agent, url, request, way);
    } catch (cause) {
      throw asRefusal(cause, url, { aborted: signal.aborted, ...way });
    } finally {
      signal.removeEventListener('abort', stop);
      await agent.destroy();
    }
  };
}

/** How far a request came. */
type Way = { reached: boolean };

async function ask(agent: Agent, url: URL, request: FetchRequest, way: Way): Promise<Response> {
  const content = contentOf(request, way);
  const { statusCode, headers, body } = await agent.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: (request.method ?? 'GET') as Dispatcher.HttpMethod,
    headers: { ...request.headers, ...content.headers, 'accept-encoding': 'identity' },
    body: content.body,
  });
  if (statusCode >= 300 && statusCode < 400)
    throw new Refusal(
      'cannot-read',
      `${url.host} sends on to another address, which Evenkeel doesn't follow: enter the address it ends at.`,
    );
  const read = request.statusOnly ? leave(body) : await readAll(body, url);
  const answerHeaders = new Headers();
  for (const [name, value] of Object.entries(headers))
    for (const one of [value ?? []].flat()) answerHeaders.append(name, one);
  const empty = statusCode === 204 || statusCode === 205;
  return new Response(empty ? null : read, { status: statusCode, headers: answerHeaders });
}

/** The body as something that is asked for only once the server is there to take it. */
function contentOf({ body }: FetchRequest, way: Way): { body: Readable | null; headers: Record<string, string> } {
  if (body === undefined || body === null) return { body: null, headers: {} };
  const bytes = Buffer.from(body instanceof URLSearchParams ? body.toString() : body);
  const pull = async function* () {
    way.reached = true;
    yield bytes;
  };
  return { body: Readable.from(pull()), headers: { 'content-length': String(bytes.length) } };
}

async function readAll(body: AsyncIterable<Uint8Array>, url: URL): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MOST_BYTES)
      throw new Refusal('cannot-read', `The answer of ${url.host} is larger than 1 MiB: check the address.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The connection ends with the request, and what would have come with it. */
function leave(body: Readable): null {
  body.on('error', () => undefined).destroy();
  return null;
}

function checkAddress(address: string | URL, allowed: ReadonlySet<string>): URL {
  const url = URL.canParse(String(address)) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname)
    throw new Refusal('bad-input', 'This is no web address: enter one such as https://login.example.com.');
  if (url.username || url.password)
    throw new Refusal('bad-input', `The address at ${url.host} holds a user name or password: enter it without them.`);
  if (allowed.has(hostAndPortOf(url))) return url;
  if (url.protocol !== 'https:')
    throw new Refusal('bad-input', `The address at ${url.host} begins with http://: enter its https:// address.`);
  // A socket looks no number up, so what is written as a number is checked here.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !isPublicAddress(host)) throw privateRefusal(url.host);
  return url;
}

/** Looks a name up once and hands the socket the very addresses that were checked: none can be swapped in between. */
function lookupPublic(resolve: Resolve): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (found) => {
        const first = found[0];
        if (!first) callback(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '');
        else if (!found.every(({ address }) => isPublicAddress(address))) callback(privateRefusal(host), '');
        else if (options.all) callback(null, found);
        else callback(null, first.address, first.family);
      },
      (error) => callback(error as Error, ''),
    );
  };
}

/** Names the host as it was entered and not what it resolves to: that would draw a map of the network inside. */
const privateRefusal = (host: string) =>
  new Refusal(
    'bad-input',
    `${host} lies inside a private network, which Evenkeel doesn't reach into: use a public address, or have who runs the server add this one to EVENKEEL_PRIVATE_HOSTS.`,
  );

const hostAndPortOf = (url: URL) => `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;

function parseHostAndPort(entry: string): string {
  const [, host, port] = /^([^\s/?#@]+):(\d{1,5})$/.exec(entry) ?? [];
  if (host === undefined || !URL.canParse(`http://${host}:${port}`))
    throw new Refusal('bad-input', `"${entry}" is no host and port: write it such as login.example.com:443.`);
  return `${new URL(`http://${host}`).hostname}:${Number(port)}`;
}

function asRefusal(error: unknown, url: URL, { aborted, reached }: Way & { aborted: boolean }): Refusal {
  if (error instanceof Refusal) return error;
  if (aborted)
    return new Refusal(
      'unavailable',
      `${url.host} takes too long to answer: check the address, or try later.`,
      { reached },
      error,
    );
  const why = reasonOf((error as { code?: string }).code ?? '');
  return new Refusal(
    'unavailable',
    `${url.host} can't be reached: ${why}. Check the address, or try later.`,
    { reached },
    error,
  );
}

function reasonOf(code: string): string {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return "this name can't be found";
  if (/CERT|SELF_SIGNED|SIGNATURE/.test(code)) return "its certificate isn't one this server trusts";
  if (/SSL|EPROTO/.test(code)) return "it doesn't speak https there";
  return /TIMEOUT|ETIMEDOUT/.test(code) ? 'it takes too long to answer' : "it doesn't answer";
}
