import { Agent, type ClientRequest, request as httpRequest } from 'node:http';
import { SIGN_IN_RULES } from '../../src/platform/sign-in/rules.ts';
import { allRoutes } from '../../src/routes.ts';
import { serve } from '../../src/start.ts';
import { testSecrets } from '../support/context.ts';
import fc from '../support/properties.ts';
import { type HostileFirms, MARK, makeHostileFirms } from './firms.ts';
import { type HostileRequest, requestsOver } from './requests.ts';

/** What came of an attack. */
export type Outcome = {
  requests: number;
  /** How often each status was answered. */
  statuses: Record<string, number>;
  /** Operations that were reached, and with success. */
  reached: Set<string>;
  succeeded: Set<string>;
  seconds: number;
};

const AT_ONCE = 4;
/** All of them come from one address. */
const PLENTY = 1_000_000;
const RESTORE_EVERY = 25;
/** Slower than this, one request stops others. */
const LONGEST_MS = 40_000;
const SILENT = new Error('no answer');

/** Sends so many hostile requests to a server of its own; throws when one got what it must not get. */
export async function attack(count: number, seed: number): Promise<Outcome> {
  const firms = await makeHostileFirms();
  const lines: string[] = [];
  const running = await serve(
    { database: firms.test.database, secrets: testSecrets },
    {
      port: 0,
      log: (line) => lines.push(line),
      requestsPerMinute: PLENTY,
      signInRules: { ...SIGN_IN_RULES, requestsPerMinute: PLENTY },
    },
  );
  const { port } = new URL(running.address);
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE * 2 });
  const outcome: Outcome = { requests: 0, statuses: {}, reached: new Set(), succeeded: new Set(), seconds: 0 };
  const faults: string[] = [];
  const began = performance.now();
  try {
    const before = await firms.foreignHash();
    const property = fc.asyncProperty(requestsOver(allRoutes, firms.known, firms.cookies.length), async (one) => {
      if (outcome.requests % RESTORE_EVERY === 0) await firms.restore();
      const answer = await send(Number(port), agent, one, firms);
      note(outcome, one, answer);
      const wrong = whatIsWrong(answer);
      if (wrong) faults.push(describe(wrong, one, answer, lines.at(-1)));
    });
    const share = Math.ceil(count / AT_ONCE);
    await Promise.all(
      Array.from({ length: AT_ONCE }, (_, i) =>
        fc.assert(property, { numRuns: share, seed: seed + i, endOnFailure: true }),
      ),
    );
    await firms.restore();
    if (faults.length > 0) throw new Error(summaryOf(faults, seed));
    await assertStillStanding(Number(port), agent, firms, before);
    outcome.seconds = (performance.now() - began) / 1000;
    return outcome;
  } finally {
    agent.destroy();
    await running.close();
    await firms.owner.end();
    await firms.test.close();
  }
}

function describe(wrong: string, one: HostileRequest, answer: Answer, line: string | undefined): string {
  const { as, operation, method, path, headers, body } = one;
  const asked = `${operation} as ${as}: ${method} ${path.slice(0, 300)} ${JSON.stringify(headers).slice(0, 300)}`;
  const sent = body ? `\n  sent ${body.type}: ${body.body.toString().slice(0, 300)}` : '';
  const logged = answer.status >= 500 ? `\n  log: ${line ?? ''}` : '';
  return `${wrong}: ${asked}${sent}\n  got ${answer.status}: ${answer.body.slice(0, 300)}${logged}`;
}

const MOST_TOLD = 10;

/** One of each kind: the same fault of the same operation is told once. */
function summaryOf(faults: readonly string[], seed: number): string {
  const kinds = new Map(faults.map((fault) => [fault.split(' as ')[0], fault]));
  const told = [...kinds.values()].slice(0, MOST_TOLD).join('\n\n');
  return `${faults.length} requests got what they must not get (seed ${seed}), of ${kinds.size} kinds:\n${told}`;
}

async function assertStillStanding(port: number, agent: Agent, firms: HostileFirms, before: string): Promise<void> {
  const ask = (path: string) =>
    send(port, agent, { as: 0, operation: '', method: 'GET', path, headers: [], body: null }, firms);
  const health = await ask('/api/health');
  const people = await ask('/api/people');
  if (health.status !== 200 || people.status !== 200)
    throw new Error(`afterwards the server answers ${health.status} and ${people.status}: ${people.body}`);
  if ((await firms.foreignHash()) !== before) throw new Error('a row of the other firm was changed');
}

type Answer = { status: number; type: string; body: string; ms: number };

/** What an answer must never be or hold; undefined: it is fine. */
export function whatIsWrong({ status, type, body, ms }: Answer): string | undefined {
  if (status === -1) return 'there was no answer';
  if (status >= 500) return 'the server failed';
  if (body.includes(MARK)) return 'a row of another firm was shown';
  // Nothing was answered: on a connection that is used again, Node takes some headers for none and closes it as idle later.
  if (status !== 0 && ms > LONGEST_MS) return `it took ${Math.round(ms)} ms`;
  // The program itself, as the web loads it, may hold such words.
  if (/javascript|css|svg/.test(type)) return undefined;
  if (/\n\s+at .+:\d+|node_modules|node:internal|file:\/\/\/\w+\/(?!etc)/.test(body)) return 'it shows where it failed';
  if (/syntax error at|violates [\w-]+ constraint|relation "|column "\w+" |row-level security|PostgresError/.test(body))
    return 'it shows what the database said';
  return undefined;
}

function note(outcome: Outcome, { operation }: HostileRequest, { status }: Answer): void {
  outcome.requests++;
  outcome.statuses[status] = (outcome.statuses[status] ?? 0) + 1;
  outcome.reached.add(operation);
  if (status === 200) outcome.succeeded.add(operation);
}

/** Sends it as it is; a connection that Evenkeel closes without an answer counts as a refusal by Node (status 0). */
function send(port: number, agent: Agent, one: HostileRequest, firms: HostileFirms): Promise<Answer> {
  const began = performance.now();
  const headers: string[] = [];
  const given = new Set(one.headers.map(([name]) => name));
  if (!given.has('host')) headers.push('host', `127.0.0.1:${port}`);
  if (one.as >= 0 && !given.has('cookie')) headers.push('cookie', firms.cookies[one.as]!);
  for (const [name, value] of one.headers) headers.push(name, value);
  if (one.body) headers.push('content-type', one.body.type, 'content-length', String(one.body.body.length));
  return new Promise((resolve, reject) => {
    const { method } = one;
    const failed = (error: NodeJS.ErrnoException) => {
      if (error === SILENT) return resolve({ status: -1, type: '', body: '', ms: performance.now() - began });
      const closed = ['ECONNRESET', 'EPIPE', 'HPE_INVALID_CONSTANT'].includes(error.code ?? '');
      if (closed) resolve({ status: 0, type: '', body: '', ms: performance.now() - began });
      else reject(error);
    };
    let request: ClientRequest;
    try {
      request = httpRequest({ host: '127.0.0.1', port, path: one.path, method, headers: headers as never, agent });
    } catch (cause) {
      reject(new Error(`${one.method} ${one.path} can't be sent`, { cause }));
      return;
    }
    request.on('error', failed).setTimeout(LONGEST_MS * 2, () => request.destroy(SILENT));
    request.on('response', (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      answer.on('error', failed).on('end', () => {
        const type = answer.headers['content-type'] ?? '';
        resolve({ status: answer.statusCode ?? 0, type, body, ms: performance.now() - began });
      });
    });
    request.end(one.body?.body);
  });
}
