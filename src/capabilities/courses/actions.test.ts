import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEvenkeel, type TestEvenkeel } from '../../../test/browser/evenkeel.ts';
import { makeRolesFirm, type RolesFirm } from '../../../test/support/roles-firm.ts';
import { systemClock } from '../../base/time.ts';
import { hashOf } from '../../platform/sign-in/secrets.ts';
import { insertSession } from '../../platform/sign-in/store.ts';
import {
  type Catalogue,
  type CompletionsRead,
  type CoursesRead,
  type Keys,
  VERSION_HEADER,
  type WaitingList,
} from './contract.ts';

/** Over the wire, since a learning system has nothing else. Tom is led by Lea and has a plan that is under way. */
let evenkeel: TestEvenkeel;
let owner: Client;
let firm: RolesFirm;
let key: string;
beforeAll(async () => {
  evenkeel = await startEvenkeel();
  owner = new Client({ connectionString: evenkeel.test.adminUrl });
  await owner.connect();
  firm = await makeRolesFirm(evenkeel.test);
  await owner.query('delete from completion; delete from waiting_completion; delete from learning_statement');
  await owner.query(`insert into auth.firm_access (actor, org_id, role) values ('owner', $1, 'operator')`, [
    firm.orgId,
  ]);
  await evenkeel.test.database.transactAsInstall('test', (db) =>
    insertSession(
      db,
      { sessionHash: hashOf('mine'), actor: 'owner', orgId: firm.orgId, accountId: null },
      (systemClock() + 3_600_000) as never,
    ),
  );
});
afterAll(async () => {
  await owner.end();
  await evenkeel.close();
});

const COOKIE = { cookie: 'evenkeel_session=mine' };
async function ask<T>(method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(evenkeel.origin + path, {
    method,
    headers: { ...COOKIE, origin: evenkeel.origin, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const said = await answer.json();
  expect([path, answer.status, answer.ok ? '' : said]).toEqual([path, 200, '']);
  return said as T;
}
async function send<T>(path: string, text: string): Promise<T> {
  const form = new FormData();
  form.append('options', '{}');
  form.append('file', new Blob([text]), 'a file');
  const answer = await fetch(evenkeel.origin + path, {
    method: 'POST',
    headers: { ...COOKIE, origin: evenkeel.origin },
    body: form,
  });
  const said = await answer.json();
  expect([path, answer.status, answer.ok ? '' : said]).toEqual([path, 200, '']);
  return said as T;
}

const basic = (password: string) => `Basic ${Buffer.from(`moodle:${password}`).toString('base64')}`;
const SPOKEN = { 'content-type': 'application/json', 'x-experience-api-version': '1.0.3' };
async function report(statements: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(`${evenkeel.origin}/api/xapi/statements`, {
    method: 'POST',
    headers: {
      ...SPOKEN,
      authorization: basic(key),
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    },
    body: JSON.stringify(statements),
  });
  return { status: answer.status, body: await answer.json(), version: answer.headers.get('x-experience-api-version') };
}

const id = (last: string) => `6690e6c9-3ef0-4ed3-8b37-7f39647300${last}`;
const ACTIVITY = 'https://learn.example.com/courses/1';
const statement = (last: string, more: object = {}) => ({
  id: id(last),
  actor: { mbox: 'mailto:TOM@roles.example' },
  verb: { id: 'http://adlnet.gov/expapi/verbs/completed' },
  object: { id: ACTIVITY, definition: { name: { en: 'Hard talks' } } },
  timestamp: '2026-02-03T10:00:00Z',
  ...more,
});
const kept = async () => {
  const { rows } = await owner.query(
    `select p.name, k.title, c.done_on::text as day, c.source from completion c join person p using (org_id, person_id)
     join course k using (org_id, course_id) order by day, name`,
  );
  return rows.map((row) => Object.values(row).join(' | '));
};

describe('the firm’s own courses', () => {
  it('come by a file that is looked into first; what is known again is changed, the rest stays', async () => {
    const file = `title,competency,hours,code,activity\nHard talks,conflict resolution,7,C-1,${ACTIVITY}\n"=1+1",depth,2,,\nBad,nothing,2,,\n`;
    const looked = await send<CoursesRead>('/api/courses/preview', file);
    expect(looked).toMatchObject({ added: [{ title: '=1+1' }], changed: [{ code: 'C-1', hours: 7 }], rejected: 1 });
    expect((await ask<Catalogue>('GET', '/api/courses')).courses).toHaveLength(1);
    await send('/api/courses/file', file);
    expect(await send('/api/courses/preview', file)).toMatchObject({ added: [], changed: [], same: 2 });
    const { text } = await ask<{ text: string }>('GET', '/api/courses/table');
    expect(text).toContain("\r\n'=1+1,depth,2");
    expect(text).not.toMatch(/(^|,|\n)=/);
  });
});

describe('a learning system', () => {
  it('gets a key that is shown once and kept as a hash', async () => {
    const made = await ask<Keys & { key: string }>('POST', '/api/courses/keys', { label: 'Moodle' });
    key = made.key;
    expect(JSON.stringify(await ask<Keys>('GET', '/api/courses/keys'))).not.toContain(key);
    const { rows } = await owner.query('select token_hash from program_token where label = $1', ['Moodle']);
    expect(rows).toEqual([{ token_hash: hashOf(key) }]);
  });

  it('reports completions, each once however often it comes, and a plan’s training is done by it', async () => {
    await owner.query(
      `update plan_need set course_id = (select course_id from course where code = 'C-1');
       update plan_step set kind = 'training'`,
    );
    const answer = await report([statement('01'), statement('02', { timestamp: '2026-02-03T18:00:00Z' })]);
    expect(answer).toEqual({ status: 200, body: [id('01'), id('02')], version: '1.0.3' });
    expect((await report(statement('01'), { authorization: `Bearer ${key}` })).status).toBe(200);
    expect(await kept()).toEqual(['Tom Tech | Hard talks | 2026-02-03 | learning-system']);
    const { rows } = await owner.query(
      `select s.state, s.closed_on::text as day from plan_step s join development_plan p using (org_id, plan_id) where p.person_id = $1`,
      [firm.people.tom],
    );
    expect(rows).toEqual([{ state: 'done', day: '2026-02-03' }]);
    const logged = await owner.query(`select people from audit_entry where action = 'takeStatements'`);
    expect(logged.rows[0]).toEqual({ people: [String(firm.people.tom)] });
  });

  it('is refused whole where a number comes again with something else, or a statement is none', async () => {
    const other = statement('01', { verb: { id: 'http://adlnet.gov/expapi/verbs/passed' } });
    expect((await report([statement('03', { timestamp: '2026-02-05T10:00:00Z' }), other])).status).toBe(409);
    expect(await report([statement('04'), { id: 'x' }])).toMatchObject({
      status: 400,
      body: { error: { code: 'bad-input' } },
    });
    expect((await report(statement('05'), { 'x-experience-api-version': '0.95' })).status).toBe(400);
    expect(await kept()).toHaveLength(1);
  });

  it('puts one statement under its number: the same again changes nothing, another under it conflicts', async () => {
    const put = async (query: string, body: unknown, headers: Record<string, string> = {}) => {
      const answer = await fetch(`${evenkeel.origin}/api/xapi/statements${query}`, {
        method: 'PUT',
        headers: { ...SPOKEN, authorization: basic(key), ...headers },
        body: JSON.stringify(body),
      });
      return { status: answer.status, text: await answer.text(), version: answer.headers.get(VERSION_HEADER) };
    };
    const under = (last: string) => `?statementId=${id(last)}`;
    const { id: _, ...bare } = statement('30', { timestamp: '2026-02-11T10:00:00Z' });
    const done = { status: 204, text: '', version: '1.0.3' };
    expect(await put(under('30'), bare)).toEqual(done);
    expect(
      await put(under('30').toUpperCase().replace('STATEMENTID', 'statementId'), { ...bare, id: id('30') }),
    ).toEqual(done);
    expect(await put(under('30'), bare, { 'x-experience-api-version': '2.0' })).toEqual({ ...done, version: '2.0.0' });
    expect((await kept()).filter((row) => row.includes('2026-02-11'))).toHaveLength(1);
    const passed = { ...bare, verb: { id: 'http://adlnet.gov/expapi/verbs/passed' } };
    expect(await put(under('30'), passed)).toMatchObject({ status: 409, version: '1.0.3' });
    // POST of the same is the same statement.
    expect((await report({ ...bare, id: id('30') })).status).toBe(200);
    const refused: [string, unknown][] = [
      ['', bare],
      ['?statementId=30', bare],
      [`?statementid=${id('31')}`, bare],
      [`${under('31')}&agent=x`, bare],
      [under('31'), [bare]],
      [under('31'), { ...bare, id: id('32') }],
      [under('31'), { ...bare, actor: {} }],
    ];
    for (const [query, body] of refused) expect([query, (await put(query, body)).status]).toEqual([query, 400]);
    expect((await put(under('31'), bare, { authorization: basic('no key') })).status).toBe(401);
    await owner.query(`delete from completion where done_on = '2026-02-11'`);
  });

  it('hears the version in every answer, is refused one that isn’t spoken, and may ask which are', async () => {
    const said = async (version: string) =>
      await report(statement('01'), { [VERSION_HEADER]: version }).then((answer) => [answer.status, answer.version]);
    expect(await said('1.0')).toEqual([200, '1.0.3']);
    expect(await said('1.0.9')).toEqual([200, '1.0.3']);
    expect(await said('2.0.0')).toEqual([200, '2.0.0']);
    for (const version of ['0.95', '1.1.0', '2.1.0', '3.0.0', '']) expect(await said(version)).toEqual([400, '1.0.3']);
    expect(await report(statement('01'), { authorization: '' })).toMatchObject({ status: 401, version: '1.0.3' });
    const about = await fetch(`${evenkeel.origin}/api/xapi/about`, { headers: { [VERSION_HEADER]: '0.9' } });
    expect([about.status, about.headers.get(VERSION_HEADER)]).toEqual([200, '1.0.3']);
    expect(await about.json()).toEqual({ version: ['1.0.0', '1.0.3', '2.0.0'] });
  });

  it('is refused a list with two statements of one number, and whatever stands beside the list', async () => {
    expect((await report([statement('01'), statement('01')])).status).toBe(400);
    const asked = await fetch(`${evenkeel.origin}/api/xapi/statements?method=GET`, {
      ...{ method: 'POST', body: '[]', headers: { ...SPOKEN, authorization: basic(key) } },
    });
    expect(asked.status).toBe(400);
  });

  it('may make a statement void, before or after it comes', async () => {
    const voids = (last: string) => ({
      ...statement(`9${last[1]}`),
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
      object: { objectType: 'StatementRef', id: id(last) },
    });
    // The second tells the same completion, so it stays until both are void.
    await report(voids('01'));
    expect(await kept()).toHaveLength(1);
    await report([voids('02'), voids('06')]);
    expect(await kept()).toEqual([]);
    await report([statement('01'), statement('06', { timestamp: '2026-02-09T10:00:00Z' })]);
    expect(await kept()).toEqual([]);
  });

  it('is told nothing and changes nothing without its key, and with it nothing else', async () => {
    const tries = [basic('not the key'), 'Bearer x', 'Basic !!', '', `Digest ${key}`];
    for (const authorization of tries) expect((await report(statement('07'), { authorization })).status).toBe(401);
    expect((await report(statement('07'), { authorization: '', ...COOKIE })).status).toBe(401);
    const courses = await fetch(`${evenkeel.origin}/api/courses`, { headers: { authorization: basic(key) } });
    expect(courses.status).toBe(401);
    const { keys } = await ask<Keys>('GET', '/api/courses/keys');
    await ask('DELETE', `/api/courses/keys/${keys.find(({ label }) => label === 'Moodle')!.tokenId}`);
    expect((await report(statement('07'))).status).toBe(401);
    expect(await kept()).toEqual([]);
  });
});

describe('completions by file', () => {
  it('count once, and what isn’t known here waits instead of being dropped', async () => {
    const file =
      'person,course,date\nTom Tech,C-1,2026-02-03\ntom@roles.example,hard talks,2026-02-03\nUna Unseen,C-9,2026-02-04\nZoe New,C-1,2026-02-04\nTom Tech,C-1,soon\n';
    const looked = await send<CompletionsRead>('/api/completions/preview', file);
    expect(looked).toMatchObject({ added: 1, people: 1, known: 1, waits: 2, rejected: 1 });
    expect(looked.waiting.map(({ who, missing }) => [who, missing])).toEqual([
      ['Una Unseen', 'course'],
      ['Zoe New', 'person'],
    ]);
    await send('/api/completions/file', file);
    expect(await send('/api/completions/file', file)).toMatchObject({ added: 0, known: 2, waits: 2 });
    expect((await ask<WaitingList>('GET', '/api/completions/waiting')).waiting).toHaveLength(2);
  });

  it('that wait count by themselves once the course is here, or by hand', async () => {
    await send('/api/courses/file', 'title,competency,hours,code\nNew one,depth,2,C-9\n');
    const { waiting, courses } = await ask<WaitingList>('GET', '/api/completions/waiting');
    expect(waiting.map(({ who }) => who)).toEqual(['Zoe New']);
    expect(await kept()).toContain('Una Unseen | New one | 2026-02-04 | file');
    const { waitingId } = waiting[0]!;
    const courseId = courses.find(({ title }) => title === 'New one')!.courseId;
    const left = await ask<WaitingList>('POST', `/api/completions/waiting/${waitingId}`, {
      ...{ personId: firm.people.lea, courseId },
    });
    expect(left.waiting).toEqual([]);
    expect(await kept()).toContain('Lea Lead | New one | 2026-02-04 | file');
  });

  it('are read from exported statements too, whose parts of courses nobody waits for', async () => {
    const part = (type: string) => ({ object: { id: 'https://learn.example.com/slide/3', definition: { type } } });
    const statements = [
      statement('20', { timestamp: '2026-03-01T10:00:00Z' }),
      statement('21', part('http://adlnet.gov/expapi/activities/question')),
      statement('22', part('http://adlnet.gov/expapi/activities/course')),
      statement('23', { verb: { id: 'http://adlnet.gov/expapi/verbs/failed' } }),
    ];
    const text = JSON.stringify({ statements, more: '' });
    const expected = { format: 'statements', entries: 4, added: 1, waits: 1, aside: 2 };
    expect(await send('/api/completions/preview', text)).toMatchObject(expected);
    expect(await send('/api/completions/file', text)).toMatchObject(expected);
    expect(await send('/api/completions/file', text)).toMatchObject({ added: 0, waits: 0, aside: 4 });
  });

  it('of somebody who was erased are not kept', async () => {
    await owner.query(`update person set name = 'Kim Kept', email = null where name = 'Hana Human'`);
    const { nameHasher } = await import('../../records/people/erased.store.ts');
    const { testSecrets } = await import('../../../test/support/context.ts');
    const hash = nameHasher({ secrets: testSecrets, orgId: firm.orgId });
    await owner.query('insert into erased_name (org_id, name_hash, person_id) values ($1, $2, $3)', [
      ...[firm.orgId, hash('Hana Human'), firm.people.hana],
    ]);
    const read = await send('/api/completions/file', 'person,course,date\nHana Human,C-1,2026-02-03\n');
    expect(read).toMatchObject({ added: 0, waits: 0, erased: 1 });
  });
});
