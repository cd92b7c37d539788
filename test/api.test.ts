import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEvenkeel, type TestEvenkeel } from './browser/evenkeel.ts';

let evenkeel: TestEvenkeel;
let cookie: string;
beforeAll(async () => {
  evenkeel = await startEvenkeel();
  const entered = await fetch(evenkeel.running.address, { redirect: 'manual' });
  cookie = entered.headers.get('set-cookie')!.split(';')[0]!;
});
afterAll(() => evenkeel.close());

type Answer = { status: number; body: never };
async function send(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await fetch(evenkeel.origin + path, {
    method,
    headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as never };
}

describe('signing in without accounts', () => {
  it('takes the printed address once', async () => {
    const again = await fetch(evenkeel.running.address, { redirect: 'manual' });
    expect(again.headers.get('set-cookie')).toBeNull();
    expect(again.headers.get('location')).toBe('/?entered=no');
  });

  it('keeps the session where no script and no other site can use it', async () => {
    const { running } = evenkeel;
    expect(running.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/enter\?token=[\w-]{43}$/);
    const answer = await fetch(evenkeel.origin, { headers: { cookie: 'evenkeel_session=forged' } });
    expect(answer.status).toBe(200);
    expect(
      (await fetch(`${evenkeel.origin}/api/people`, { headers: { cookie: 'evenkeel_session=forged' } })).status,
    ).toBe(401);
  });

  it('refuses without a session, from another site and under another name', async () => {
    expect((await fetch(`${evenkeel.origin}/api/firm`)).status).toBe(401);
    expect((await send('POST', '/api/firms', { name: 'x' }, { origin: 'https://evil.example' })).status).toBe(403);
    const { get } = await import('node:http');
    const status = await new Promise((resolve) =>
      get(`${evenkeel.origin}/api/firm`, { headers: { host: 'evil.example', cookie } }, (answer) =>
        resolve(answer.statusCode),
      ),
    );
    expect(status).toBe(403);
  });

  it('sends a policy that allows no inline script and no framing', async () => {
    const policy = (await fetch(evenkeel.origin)).headers.get('content-security-policy')!;
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(/script-src[^;]*unsafe/.test(policy)).toBe(false);
  });
});

describe('a first firm, typed', () => {
  it('goes from names and answers to advice, and says what was refused', async () => {
    await send('POST', '/api/firms', { name: 'Tiny' });
    const people = [
      { name: 'Ana', title: 'Owner' },
      { name: 'Priya', team: 'Desk' },
      { name: 'Tom', team: 'Desk' },
    ];
    expect((await send('POST', '/api/people', { people, vacantLeads: [{ team: 'Desk' }] })).body).toEqual({
      added: 3,
      seats: 1,
    });
    const { people: rows } = (await send('GET', '/api/people')).body as {
      people: { personId: number; name: string }[];
    };
    const id = (name: string) => rows.find((row) => row.name === name)!.personId;
    for (const key of ['moves-stuck-work', 'knows-how', 'people-go-to', 'stays-calm']) {
      const answers = [
        { personId: id('Priya'), answer: 'others-learn' },
        { personId: id('Tom'), answer: 'rarely' },
      ];
      expect((await send('POST', `/api/questions/${key}`, { answers })).body).toEqual({ saved: 2 });
    }
    await send('POST', '/api/questions/wants-to-lead', {
      answers: [{ personId: id('Priya'), answer: 'wants-to-lead' }],
    });
    const { seats } = (await send('GET', '/api/seats')).body as {
      seats: { seat: { seatId: number }; answerKind: string; sentence: string }[];
    };
    expect(seats).toHaveLength(1);
    const { verdict } = (await send('GET', `/api/seats/${seats[0]!.seat.seatId}`)).body as {
      verdict: {
        answer: { kind: string; personId?: number };
        flips: unknown[];
        flipsNote: string | null;
        sentence: string;
      };
    };
    expect(verdict.answer).toMatchObject({ personId: id('Priya') });
    expect(verdict.flips.length > 0 || verdict.flipsNote !== null).toBe(true);
    const wrong = await send('POST', '/api/questions/knows-how', {
      answers: [{ personId: id('Tom'), answer: 'not-now' }],
    });
    expect(wrong).toMatchObject({
      status: 400,
      body: { error: { message: '"not-now" is no answer to this question.' } },
    });
  });

  it('refuses a circle of reporting lines and leaves everything as it was', async () => {
    const before = (await send('GET', '/api/people')).body;
    const circle = [
      { name: 'Xu', reportsTo: 'Yan' },
      { name: 'Yan', reportsTo: 'Xu' },
    ];
    const answer = await send('POST', '/api/people', { people: circle });
    expect(answer.status).toBe(400);
    expect((answer.body as { error: { message: string } }).error.message).toMatch(/→/);
    expect((await send('GET', '/api/people')).body).toEqual(before);
  });

  it('refuses somebody who reports to themselves, a name twice, and a manager who is not there, each in a sentence', async () => {
    const say = async (people: object[]) => {
      const answer = await send('POST', '/api/people', { people });
      expect(answer.status).toBe(400);
      return (answer.body as { error: { message: string } }).error.message;
    };
    expect(await say([{ name: 'Bo', reportsTo: 'bo' }])).toContain("Bo can't report to themselves");
    expect(await say([{ name: 'Bo' }, { name: 'bo' }])).toContain('is on the list twice');
    expect(await say([{ name: 'Bo', reportsTo: 'Zed' }])).toContain('"Zed", who is not on the list');
  });

  it('looks ahead without a plan, and takes a question with other numbers for a look, not for a change', async () => {
    const { scenario, look, run } = (await send('GET', '/api/growth')).body as {
      scenario: { scenarioId: number; plan: unknown[] };
      look: { headline: { sentence: string } };
      run: { runId: string };
    };
    expect([scenario.plan, look.headline.sentence.length > 20]).toEqual([[], true]);
    const asked = { scenarioId: scenario.scenarioId, policy: 'hire-outside' };
    expect((await send('POST', '/api/growth/look', asked)).status).toBe(200);
    expect((await send('GET', `/api/growth/runs/${run.runId}`)).status).toBe(200);
    expect((await send('DELETE', `/api/growth/runs/${run.runId}`)).status).toBe(200);
    const wrong = await send('POST', '/api/growth/look', { ...asked, assumptions: { 'load.week': 500 } });
    expect(wrong.status).toBe(400);
    // The same look of the same people is written down once an hour, a change each time.
    expect((await send('POST', '/api/growth/look', { ...asked, policy: 'by-fit' })).status).toBe(200);
    const { rows } = (await send('GET', '/api/audit?action=lookAhead')).body as { rows: unknown[] };
    expect(rows.length).toBeLessThanOrEqual(1);
  });
});

describe('the playbook', () => {
  it('moves the advice when a value changes, and back when it is reset', async () => {
    await send('POST', '/api/samples', { sample: 'cove' });
    const sentence = async () =>
      ((await send('GET', '/api/seats')).body as { seats: { sentence: string }[] }).seats.map((seat) => seat.sentence);
    const before = await sentence();
    const set = await send('PUT', '/api/playbook/answers.team-low', { value: 5, reason: 'we are small' });
    expect((set.body as { moved: unknown[] }).moved.length).toBeGreaterThan(0);
    expect(await sentence()).not.toEqual(before);
    expect((await send('DELETE', '/api/playbook/answers.team-low')).status).toBe(200);
    expect(await sentence()).toEqual(before);
  });

  it('refuses a value outside its range with the range in the sentence', async () => {
    const answer = await send('PUT', '/api/playbook/gate.clears', { value: 3 });
    expect(answer).toMatchObject({ status: 400, body: { error: { message: expect.stringContaining('0.6 to 0.95') } } });
  });
});

describe('next steps', () => {
  it('stay dismissed until the evidence changes, and are never dismissed without a reason', async () => {
    const read = async () =>
      (await send('GET', '/api/balance')).body as {
        steps: { key: string; text: string; evidenceKey: string }[];
        past: object[];
      };
    const [step] = (await read()).steps;
    const { key, text, evidenceKey } = step!;
    expect((await send('POST', '/api/steps', { key, text, evidenceKey, outcome: 'dismissed' })).status).toBe(400);
    await send('POST', '/api/steps', { key, text, evidenceKey, outcome: 'dismissed', result: 'not this quarter' });
    const after = await read();
    expect(after.steps.map((one) => one.key)).not.toContain(key);
    expect(after.past[0]).toMatchObject({ text, outcome: 'dismissed', result: 'not this quarter' });
    const { people } = (await send('GET', '/api/people')).body as { people: { personId: number }[] };
    const levels = [{ competency: 'communication', level: 4 }];
    for (const { personId } of people)
      await send('POST', `/api/people/${personId}/assessment`, { personId, rater: 'Somebody new', levels });
    expect((await read()).steps.map((one) => one.key)).toContain(key);
  });
});

describe('hostile input', () => {
  it('gets a sentence, never a failure of ours', async () => {
    const raw = (method: string, path: string, body: string) =>
      fetch(evenkeel.origin + path, { method, headers: { cookie, 'content-type': 'application/json' }, body });
    const tries: Promise<Response>[] = [
      raw('POST', '/api/firms', '{bad'),
      raw('POST', '/api/firms', '[]'),
      raw('POST', '/api/firms', '"x"'),
      raw('POST', '/api/firms', JSON.stringify({ name: 'a\u0000b' })),
      raw('POST', '/api/firms', JSON.stringify({ name: 'x'.repeat(201) })),
      raw('PUT', '/api/playbook/gate.clears', '{"value":"NaN"}'),
      raw('PUT', '/api/seats/999999/holder', '{"personId":1,"actingUntil":"2026-13-45"}'),
      raw('PATCH', '/api/people/1e99', '{}'),
      raw('POST', '/api/steps', '{"key":"x","text":"t","evidenceKey":"e","ownerId":999999}'),
    ];
    for (const answer of await Promise.all(tries)) {
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(((await answer.json()) as { error: { message: string } }).error.message.length).toBeGreaterThan(10);
    }
  });
});

describe('every number', () => {
  it('opens what stands behind it, down to a single ticket', async () => {
    const { people } = (await send('GET', '/api/people')).body as { people: { personId: number }[] };
    const { seats } = (await send('GET', '/api/seats')).body as {
      seats: { seat: { seatId: number; state: string } }[];
    };
    // Hours belong to whoever holds a seat.
    const seat = seats.find((one) => one.seat.state === 'held')!.seat.seatId;
    const refs = [`demand/${seat}/technical`, `distance/${seat}`, `load/${seat}`, 'playbook/gate.clears'];
    for (const { personId } of people)
      refs.push(`strength/${personId}/people`, `competency/${personId}/resolving`, `tickets/${personId}`);
    for (const ref of refs) expect([(await send('GET', `/api/panel?ref=${ref}`)).status, ref]).toEqual([200, ref]);
    const panels = await Promise.all(people.map(({ personId }) => send('GET', `/api/panel?ref=tickets/${personId}`)));
    const door = panels.flatMap(
      (panel) => (panel.body as { tables: { rows: { door: string }[] }[] }).tables[0]!.rows,
    )[0]!.door;
    const ticket = await send('GET', `/api/panel?ref=${door}`);
    expect((ticket.body as { tables: { rows: object[] }[] }).tables[1]!.rows.length).toBeGreaterThan(0);
  });

  it('says so when what stood behind it is gone', async () => {
    const { people } = (await send('GET', '/api/people')).body as { people: { personId: number }[] };
    const { personId } = people[0]!;
    // Names that every JavaScript object has are no keys of ours.
    for (const ref of [
      'playbook/constructor',
      `strength/${personId}/constructor`,
      `competency/${personId}/constructor`,
      'strength/999999/people',
    ])
      expect([ref, (await send('GET', `/api/panel?ref=${ref}`)).status]).toEqual([ref, 404]);
    expect((await send('GET', "/api/panel?ref=strength/1'%3B/people")).status).toBe(400);
  });
});
