import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nothing, operation } from '../src/platform/contract.ts';
import { atDoor } from '../src/platform/http/routes.ts';
import { createServer, type ServerOptions } from '../src/platform/http/server.ts';
import { bringIn, PASSWORD, QUICK, type Stage, setStage } from './support/visitor.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

describe('requests before sign-in', () => {
  it('are counted for each operation', async () => {
    const slow = await setStage({ signInRules: { ...QUICK, requestsPerMinute: 3 } });
    const visitor = slow.visitor();
    const statuses: number[] = [];
    for (let i = 0; i < 5; i++) statuses.push((await visitor.send('GET', '/api/sign-in')).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    const typed = { email: 'a@b.example', password: PASSWORD };
    expect((await visitor.send('POST', '/api/sign-in/password', typed)).status).toBe(403);
    await slow.close();
  });

  it('say which ways there are', async () => {
    const fresh = await setStage();
    const door = (one: Stage) => one.visitor().send('GET', '/api/sign-in');
    expect((await door(fresh)).body).toEqual({ providers: [], passkeys: false, fresh: true });
    const named = await fresh.visitor().send('GET', '/api/sign-in', undefined, {});
    expect(named.body).toMatchObject({ passkeys: false });
    await fresh.close();
    const holder = stage.visitor();
    await holder.open(stage.running.address);
    await holder.send('POST', '/api/firms', { name: 'Cove IT' });
    await bringIn(stage, holder, { email: 'ana@cove.example', name: 'Ana', role: 'technician' });
    expect((await door(stage)).body).toMatchObject({ fresh: false });
  });

  it('offer no passkeys at an address without a name', async () => {
    expect(await stage.visitor().send('POST', '/api/sign-in/passkey/question', {})).toMatchObject({
      status: 403,
      message: expect.stringContaining('Passkeys belong to a name with encryption'),
    });
  });

  it('refuse a passkey answer that was never asked for', async () => {
    const answer = { challenge: 'x'.repeat(43), answer: { id: 'abc' } };
    expect((await stage.visitor().send('POST', '/api/sign-in/passkey', answer)).status).toBe(403);
  });

  it('change nothing as a form of another site could send them', async () => {
    const send = (type: string, body: string) =>
      fetch(`${stage.origin}/api/sign-in/password`, { method: 'POST', headers: { 'content-type': type }, body });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      expect((await send(type, '{"email":"a@b.example","password":"x"}')).status).toBe(400);
    }
    const form = new FormData();
    form.set('x', 'y');
    expect((await fetch(`${stage.origin}/api/sign-out`, { method: 'POST', body: form })).status).toBe(400);
  });
});

describe('a program with an operation that nobody decided about', () => {
  const route = atDoor(
    operation({
      id: 'odd',
      method: 'GET',
      path: '/api/odd',
      summary: 'Odd',
      who: 'anyone',
      input: nothing,
    }).returns<object>(),
    async () => ({}),
  );
  const start = (admitted: 'anyone' | 'roles' | undefined) =>
    createServer({
      routes: [route],
      database: stage.test.database,
      webRoot: '/nowhere',
      trustProxy: [],
      signInRules: QUICK,
      admission: () => admitted,
    } as unknown as ServerOptions);

  it('does not start, nor one where it is before sign-in in one place and not in another', async () => {
    await expect(start(undefined)).rejects.toThrow('odd stands nowhere in the table');
    await expect(start('roles')).rejects.toThrow('before sign-in in one place and not in another');
    await (await start('anyone')).close();
  });
});
