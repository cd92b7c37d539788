import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../src/routes.ts';
import { type Running, serve } from '../src/start.ts';
import { schemaOf } from './hostile/requests.ts';
import { testSecrets } from './support/context.ts';
import { createTestDatabase, type TestDatabase } from './support/database.ts';

/** Stands in everything that is secret here; wherever it is found again, something was told. */
const SECRET = 'tellnobody7391';
const TOKEN = `${SECRET}-${'x'.repeat(29)}`;

/** What each field that a request can hold is filled with; a field that is not here gets the secret as it is. */
const FILLED: Record<string, unknown> = {
  email: 'somebody@example.com',
  address: `https://user:${SECRET}@127.0.0.1:1/?key=${SECRET}`,
  issuer: `https://user:${SECRET}@127.0.0.1:1/?key=${SECRET}`,
  answer: { id: TOKEN, rawId: TOKEN, type: 'public-key', response: { clientDataJSON: TOKEN, signature: TOKEN } },
  providerId: 1,
  credentialId: TOKEN,
  token: TOKEN,
  challenge: TOKEN,
  invitation: TOKEN,
  label: 'Ours',
  name: 'Ana',
  role: 'owner',
  personId: 1,
  accountId: 1,
  sessionId: 1,
  invitationId: TOKEN,
  code: SECRET,
};

const ABOUT_SECRETS = /^\/api\/(sign-in|invitation|account|members|providers|delivery)/;
const routes = allRoutes.filter(({ kind, operation }) => kind === 'door' || ABOUT_SECRETS.test(operation.path));

let test: TestDatabase;
let running: Running;
const lines: string[] = [];
beforeAll(async () => {
  test = await createTestDatabase();
  const log = (line: string) => void lines.push(line);
  running = await serve(
    { database: test.database, secrets: testSecrets },
    { port: 0, log, requestsPerMinute: 100_000 },
  );
});
afterAll(async () => {
  await running.close();
  await test.close();
});

/** Asks, and answers with all that comes back: headers and body. */
async function ask(path: string, init: RequestInit = {}): Promise<string> {
  const answer = await fetch(new URL(running.address).origin + path, { redirect: 'manual', ...init });
  return `${answer.status} ${JSON.stringify([...answer.headers])} ${await answer.text()}`;
}

/** Everything that can be asked with a secret in it, well-formed and not; the answers. */
async function askEverything(cookie: string): Promise<string[]> {
  const answers: string[] = [];
  const headers = { cookie, authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' };
  for (const { operation } of routes) {
    const { method, path } = operation;
    const fields = Object.keys(schemaOf({ operation } as never).properties ?? {});
    const given = Object.fromEntries(fields.map((name) => [name, FILLED[name] ?? `${SECRET} and a long sentence`]));
    const address = path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(String(given[name])));
    const bodiless = method === 'GET' || method === 'DELETE';
    const bodies = [
      JSON.stringify(given),
      `{"password": ${SECRET}`,
      JSON.stringify({ [SECRET]: { deep: SECRET } }),
      `"${SECRET}"`,
    ];
    for (const body of bodiless ? [null] : bodies) answers.push(await ask(address, { method, headers, body }));
  }
  for (const path of [
    `/enter?token=${TOKEN}`,
    `/sign-in/back?code=${TOKEN}&state=${TOKEN}`,
    `/sign-in/back?error=x&error_description=${SECRET}`,
    `/api/${SECRET}`,
    `/api/people?${SECRET}=%ff`,
  ])
    answers.push(await ask(path, { headers }));
  return answers;
}

const told = (texts: readonly string[]) =>
  texts.filter((text) => text.includes(SECRET)).map((text) => text.slice(0, 400));

describe('secrets that are sent', () => {
  it('are found in no answer and in no line of the log, signed in or not', async () => {
    expect(routes.length).toBeGreaterThan(20);
    const entered = await fetch(running.address, { redirect: 'manual' });
    const cookie = entered.headers.get('set-cookie')!.split(';')[0]!;
    const made = await ask('/api/firms', {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: '{"name":"Ours"}',
    });
    expect(made).toMatch(/^200/);
    const answers = [...(await askEverything(cookie)), ...(await askEverything(`evenkeel_session=${TOKEN}`))];
    expect(answers.length).toBeGreaterThan(100);
    expect(told(answers)).toEqual([]);
    expect(told(lines)).toEqual([]);
  });

  it('are found in none when the database is gone and everything fails', async () => {
    lines.length = 0;
    await test.database.close();
    const answers = await askEverything(`evenkeel_session=${TOKEN}`);
    expect(answers.filter((answer) => /^5/.test(answer)).length).toBeGreaterThan(10);
    expect(lines.length).toBeGreaterThan(10);
    expect(told([...answers, ...lines])).toEqual([]);
    expect(lines.join()).not.toMatch(/postgres(ql)?:\/\/\w+:/);
  });
});
