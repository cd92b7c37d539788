import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OwnAccount, PasskeyQuestion } from '../src/capabilities/account/contract.ts';
import { type SoftPasskey, softPasskey } from './support/soft-passkey.ts';
import { bringIn, PASSWORD, type Stage, setStage, type Visitor, visitorOf } from './support/visitor.ts';

/** Passkeys belong to names, and this machine's is one. */
let stage: Stage;
let origin: string;
let ana: Visitor;
let bo: Visitor;
let passkey: SoftPasskey;
beforeAll(async () => {
  stage = await setStage();
  const named = stage.running.address.replace('127.0.0.1', 'localhost');
  origin = new URL(named).origin;
  stage = { ...stage, origin, visitor: () => visitorOf(origin) };
  passkey = softPasskey(origin);
  const holder = stage.visitor();
  await holder.open(named);
  await holder.send('POST', '/api/firms', { name: 'Cove IT' });
  ana = await bringIn(stage, holder, { email: 'ana@cove.example', name: 'Ana', role: 'owner' });
  bo = await bringIn(stage, holder, { email: 'bo@cove.example', name: 'Bo', role: 'technician' });
});
afterAll(() => stage.close());

const begin = (visitor: Visitor, password = PASSWORD) =>
  visitor.send<PasskeyQuestion>('POST', '/api/account/passkeys/question', { password });
const asked = ({ options }: PasskeyQuestion) => options as { challenge: string };
const keep = (visitor: Visitor, challenge: string, answer: object, name = 'Laptop') =>
  visitor.send<OwnAccount>('POST', '/api/account/passkeys', { challenge, answer, name });

async function enter(made: (question: { challenge: string }) => object, visitor = stage.visitor()) {
  const { body } = await visitor.send<PasskeyQuestion>('POST', '/api/sign-in/passkey/question', {});
  const answer = made(asked(body));
  return { visitor, answer, challenge: body.challenge, ...(await give(visitor, body.challenge, answer)) };
}
const give = (visitor: Visitor, challenge: string, answer: object) =>
  visitor.send('POST', '/api/sign-in/passkey', { challenge, answer });

describe('a passkey', () => {
  it('is made with the present password, by the account that was asked, and once', async () => {
    expect((await begin(ana, 'wrong')).status).toBe(403);
    const question = (await begin(ana)).body;
    expect(question.options).toMatchObject({
      rp: { id: 'localhost', name: 'Evenkeel' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const answer = passkey.make(asked(question));
    expect((await keep(bo, question.challenge, answer)).status).toBe(403);
    // Asked once: what another account has tried is used up.
    expect((await keep(ana, question.challenge, answer)).status).toBe(403);
    const again = (await begin(ana)).body;
    const kept = await keep(ana, again.challenge, passkey.make(asked(again)));
    expect(kept.body.account!.passkeys).toMatchObject([{ name: 'Laptop', usedAt: null }]);
    const elsewhere = softPasskey('https://evil.example');
    const third = (await begin(ana)).body;
    expect((await keep(ana, third.challenge, elsewhere.make(asked(third)))).status).toBe(403);
  });

  it('signs in alone, without address and password, and even while the password is locked', async () => {
    const wrong = { email: 'ana@cove.example', password: 'a guess that is wrong' };
    for (let i = 0; i < 6; i++) await stage.visitor().send('POST', '/api/sign-in/password', wrong);
    const { status, body, visitor } = await enter((question) => passkey.answer(question));
    expect([status, body]).toEqual([200, { state: 'in' }]);
    const own = await visitor.send<OwnAccount>('GET', '/api/account');
    expect(own.body.account).toMatchObject({ name: 'Ana', passkeys: [{ usedAt: stage.clock.now }] });
    expect(own.body.sessions.find(({ here }) => here)).toMatchObject({ method: 'passkey' });
  });

  it('answers each question once, and no other', async () => {
    const { visitor, answer, challenge } = await enter((question) => passkey.answer(question));
    expect((await give(visitor, challenge, answer)).status).toBe(403);
    const other = await visitor.send<PasskeyQuestion>('POST', '/api/sign-in/passkey/question', {});
    expect((await give(visitor, other.body.challenge, answer)).status).toBe(403);
  });

  it('without finger, face or PIN is refused, and so is a copy whose counter stands', async () => {
    const unverified = await enter((question) => passkey.answer(question, { verified: false }));
    expect(unverified.message).toContain("answer doesn't fit the question");
    const copied = await enter((question) => passkey.answer(question, { counter: 1 }));
    expect(copied.message).toContain("answer doesn't fit the question");
    expect((await enter((question) => passkey.answer(question))).status).toBe(200);
  });

  it('that nobody knows, or that another key signed for, is refused', async () => {
    const stranger = softPasskey(origin);
    expect((await enter((question) => stranger.answer(question))).message).toContain('Nobody here knows this passkey');
    const { id, rawId } = passkey.answer({ challenge: 'x' });
    expect((await enter((question) => ({ ...stranger.answer(question), id, rawId }))).status).toBe(403);
    for (const answer of [{}, { id: 7 }, { id: '' }, { id, rawId, response: 'x', type: 'public-key' }]) {
      expect((await enter(() => answer)).status).toBe(403);
    }
  });

  it('is removed by its owner only, and then signs in no more', async () => {
    const { body } = await ana.send<OwnAccount>('GET', '/api/account');
    const path = `/api/account/passkeys/${body.account!.passkeys[0]!.credentialId}/remove`;
    const remove = (visitor: Visitor, password: string) => visitor.send<OwnAccount>('POST', path, { password });
    // The guesses at Ana's password above have made it wait; a day later they don't count.
    stage.clock.now = (stage.clock.now + 25 * 3_600_000) as typeof stage.clock.now;
    expect((await remove(bo, PASSWORD)).status).toBe(404);
    expect((await remove(ana, 'wrong')).status).toBe(403);
    expect((await remove(ana, PASSWORD)).body.account!.passkeys).toEqual([]);
    expect((await enter((question) => passkey.answer(question))).status).toBe(403);
  });
});
