import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testSecrets } from '../../../test/support/context.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import {
  addAccount,
  addCard,
  MORNING_HOUR,
  makeMorningFirm,
  outgoingOf,
  setMessage,
  textsOf,
} from '../../../test/support/delivery-firm.ts';
import { type HookServer, startHookServer, TAKES } from '../../../test/support/hook-server.ts';
import { type MailTestServer, startMailServer } from '../../../test/support/mail-server.ts';
import type { RolesFirm } from '../../../test/support/roles-firm.ts';
import type { Instant } from '../../base/time.ts';
import { createFetcher } from '../../platform/fetch/fetcher.ts';
import { createMail } from '../../platform/mail/mail.ts';
import { leaveOutDue } from '../../records/delivery/restored.store.ts';
import type { Delivery } from '../../records/delivery/types.ts';
import { nextDue } from './due.ts';
import { ABOUT_A_PERSON } from './message.ts';
import { runRound } from './round.actions.ts';

/** A Monday; half past seven in Berlin. */
const DAY = '2026-11-30';
const at = (text: string) => Date.parse(text) as Instant;
const HALF_PAST_SEVEN = at(`${DAY}T06:30:00Z`);
const MINUTE = 60_000;
const LATE = 'Ticket T-1 has changed hands three times and is still open.';

let test: TestDatabase;
let owner: Client;
let firm: RolesFirm;
let mail: MailTestServer;
let hook: HookServer;
let clock = HALF_PAST_SEVEN;
/** What the program logged: nothing, if all is well. */
const said: string[] = [];
const findCards = (await import('../today/actions.ts')).findOpenCards;

beforeAll(async () => {
  test = await createTestDatabase();
  owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
  [mail, hook] = await Promise.all([startMailServer(), startHookServer()]);
});
afterAll(async () => {
  await Promise.all([mail.close(), hook.close(), owner.end()]);
  await test.close();
});
afterEach(() => expect(said.splice(0)).toEqual([]));
beforeEach(async () => {
  firm = await makeMorningFirm(test, owner, { day: DAY, trigger: LATE });
  mail.messages.length = 0;
  hook.posted.length = 0;
  hook.answer = TAKES;
  clock = HALF_PAST_SEVEN;
});

/** Lea's message, set a while before its hour. */
const set = (own: Partial<Omit<Delivery, 'nextAt'>>, before = at(`${DAY}T06:00:00Z`)) =>
  setMessage(
    test,
    firm.orgId,
    firm.people.lea,
    { nextAt: nextDue({ ...MORNING_HOUR, ...own }, before).at, ...own },
    before,
  );
const bySlack = () => set({ way: 'slack', address: hook.addressOf('/services/T0/B0/secret') });

const round = (timeout?: number) =>
  runRound({
    ...{ database: test.database, secrets: testSecrets, cardsOf: findCards, origin: 'https://evenkeel.example.com' },
    mail: createMail(mail.address, 'Evenkeel <evenkeel@example.com>'),
    fetcher: createFetcher({ allowPrivate: [hook.host], ...(timeout && { timeout }) }),
    ...{ now: () => clock, log: (line: string) => void said.push(line), isStopping: () => false },
  });
const lea = () => outgoingOf(owner, firm.people.lea);
const later = (minutes: number) => {
  clock = (clock + minutes * MINUTE) as Instant;
};
const texts = () => textsOf(mail);

describe('a morning message', () => {
  it('comes by mail at the hour, once, and says of a card about a person no more than that it is there', async () => {
    await set({ way: 'mail' });
    later(-1);
    await round();
    expect(mail.messages).toEqual([]);
    later(1);
    await round();
    await round();
    const [[to, text]] = texts() as [[string, string]];
    expect([mail.messages.length, to]).toEqual([1, 'lea@mornings.example']);
    expect(text).toContain('Subject: Two things for you today');
    expect(text).toContain(`- ${LATE}\n- ${ABOUT_A_PERSON}\n`);
    expect(text).toContain('https://evenkeel.example.com/today');
    expect(text).not.toMatch(/Tom|on call/);
    expect(await lea()).toMatchObject([{ what: 'morning', state: 'sent', way: 'mail', tries: 1, day: DAY }]);
    const { rows } = await owner.query('select next_at from delivery where person_id = $1', [firm.people.lea]);
    expect(rows[0].next_at).toEqual(new Date('2026-12-01T06:30:00Z'));
  });

  it.each(['slack', 'teams'] as const)(
    'comes by %s, names nobody, and nothing is held open while it goes',
    async (way) => {
      let open: unknown;
      hook.answer = async (response) => {
        const { rows } = await owner.query(
          `select count(*)::int as n from pg_stat_activity where datname = current_database() and state like 'idle in%'`,
        );
        open = rows[0].n;
        response.writeHead(202).end();
      };
      await set({ way, address: hook.addressOf('/one') });
      await round();
      await round();
      expect(hook.posted.map(({ path, headers }) => [path, headers['content-type']])).toEqual([
        ['/one', 'application/json'],
      ]);
      const { body } = hook.posted[0]!;
      expect([body.includes(LATE), body.includes(ABOUT_A_PERSON), /Tom|on call/.test(body), open]).toEqual([
        true,
        true,
        false,
        0,
      ]);
      expect(await lea()).toMatchObject([{ state: 'sent', way }]);
    },
  );

  it('is not sent where there is nothing to say, nor to who can’t sign in, leads nobody or turned it off', async () => {
    await owner.query(`update card set state = 'done' where lead_id = $1`, [firm.people.lea]);
    await set({ way: 'mail' });
    await setMessage(test, firm.orgId, firm.people.tom, { way: 'mail', nextAt: clock }, clock);
    await setMessage(test, firm.orgId, firm.people.max, { way: 'mail', nextAt: clock }, clock);
    await owner.query(`delete from auth.firm_access where person_id = $1`, [firm.people.max]);
    await round();
    expect(mail.messages).toEqual([]);
    expect(await lea()).toMatchObject([{ state: 'nothing' }]);
    expect(await outgoingOf(owner, firm.people.tom)).toEqual([]);
    expect(await outgoingOf(owner, firm.people.max)).toEqual([]);
  });

  it('says nothing of somebody whom the lead does not lead any more', async () => {
    const { people, seats } = firm;
    const moves = [
      [people.tom, seats.podB],
      [people.una, seats.podA],
    ];
    for (const [personId, seatId] of moves)
      await owner.query('update person_line set seat_id = $2 where person_id = $1', [personId, seatId]);
    await set({ way: 'mail' });
    await round();
    expect(texts()[0]![1]).toContain('Subject: One thing for you today');
    expect(texts()[0]![1]).not.toContain(ABOUT_A_PERSON);
  });
});

describe('a webhook that does not take it', () => {
  it('is tried again with longer and longer pauses, then the lead is told by mail, once', async () => {
    hook.answer = (response) => void response.writeHead(500).end();
    await bySlack();
    const tried: number[] = [];
    for (let minute = 0; minute < 120; minute++) {
      const before = hook.posted.length;
      await round();
      if (hook.posted.length > before) tried.push(minute);
      later(1);
    }
    expect(tried).toEqual([0, 1, 6, 26, 86]);
    expect(await lea()).toMatchObject([
      { what: 'morning', state: 'failed', tries: 5, why: `${hook.host} answered 500: it could not take the message.` },
      { what: 'trouble', state: 'sent', way: 'mail' },
    ]);
    expect(texts()).toHaveLength(1);
    expect(texts()[0]![1]).toContain('did not arrive');
    expect(texts()[0]![1]).not.toContain('secret');
  });

  it('is not tried before it wants to be', async () => {
    hook.answer = (response) => void response.writeHead(429, { 'retry-after': '600' }).end();
    await bySlack();
    await round();
    later(9);
    await round();
    expect(hook.posted).toHaveLength(1);
    hook.answer = TAKES;
    later(1);
    await round();
    expect(hook.posted).toHaveLength(2);
    expect(await lea()).toMatchObject([{ state: 'sent', tries: 2, why: null }]);
  });

  it.each([
    ['gone', 404, {}, 'failed', /answered 404: this address is gone/],
    ['sent elsewhere', 302, { location: 'http://127.0.0.1:1/' }, 'failed', /sends on to another address/],
    ['behind a gateway that gave up', 504, {}, 'unsure', /may have taken the message all the same/],
  ] as const)(
    'because it is %s, isn’t tried again, and the lead is told at once',
    async (_, status, headers, state, why) => {
      hook.answer = (response) => void response.writeHead(status, headers).end();
      await bySlack();
      await round();
      later(90);
      await round();
      expect([hook.posted.length, mail.messages.length]).toEqual([1, 1]);
      expect((await lea())[0]).toMatchObject({ state, why: expect.stringMatching(why) });
    },
  );

  it('but hangs, may have taken it: it is not sent twice, and the mail says so', async () => {
    hook.answer = () => undefined;
    await bySlack();
    await round(1000);
    later(90);
    hook.answer = TAKES;
    await round();
    expect(hook.posted).toHaveLength(1);
    expect((await lea())[0]).toMatchObject({ state: 'unsure', tries: 1 });
    expect(texts()[0]![1]).toContain('may not have arrived');
  });

  it('or was not there at all, is tried again', async () => {
    const gone = await startHookServer();
    await gone.close();
    await set({ way: 'teams', address: gone.addressOf('/') });
    await runRound({
      ...{ database: test.database, secrets: testSecrets, cardsOf: findCards, origin: null, mail: null },
      fetcher: createFetcher({ allowPrivate: [gone.host] }),
      ...{ now: () => clock, log: () => undefined, isStopping: () => false },
    });
    expect(await lea()).toMatchObject([
      { state: 'waiting', tries: 1, why: expect.stringContaining("can't be reached") },
    ]);
  });

  it('or answers without an end, has taken it where its status says so', async () => {
    hook.answer = (response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', more);
      more();
    };
    await bySlack();
    await round();
    expect(await lea()).toMatchObject([{ state: 'sent' }]);
  });

  it('for days, is told of on the first of them', async () => {
    hook.answer = (response) => void response.writeHead(410).end();
    await bySlack();
    await round();
    clock = at('2026-12-01T06:30:00Z');
    await addCard(owner, { orgId: firm.orgId, leadId: firm.people.lea, day: '2026-12-01', trigger: LATE });
    await round();
    expect([hook.posted.length, mail.messages.length]).toEqual([2, 1]);
  });

  it('keeps nobody else waiting', async () => {
    let release = () => undefined as unknown;
    hook.answer = (response, posted) => {
      release = () => TAKES(response, posted);
    };
    await bySlack();
    await addCard(owner, { orgId: firm.orgId, leadId: firm.people.max, day: DAY, trigger: LATE });
    await setMessage(test, firm.orgId, firm.people.max, { way: 'mail', nextAt: clock }, clock);
    const running = round();
    await expect.poll(() => [mail.messages.length, hook.posted.length], { timeout: 9000 }).toEqual([1, 1]);
    release();
    await running;
    expect(await lea()).toMatchObject([{ state: 'sent' }]);
  });
});

describe('nothing is sent twice', () => {
  it('by several at once, who share it out', async () => {
    const { orgId } = firm;
    const leads = await owner.query(
      `insert into person (org_id, name) select $1, 'Lead ' || n from generate_series(1, 20) n returning person_id`,
      [orgId],
    );
    for (const { person_id } of leads.rows) {
      await owner.query(
        `with s as (insert into seat (org_id, title) values ($1, 'Seat') returning seat_id),
          h as (insert into seat_holding (org_id, seat_id, person_id, from_day) select $1, seat_id, $2, '2024-01-01' from s),
          p as (insert into person (org_id, name) values ($1, 'One of theirs') returning person_id)
        insert into person_line (org_id, person_id, seat_id, from_day) select $1, person_id, seat_id, '2024-01-01' from s, p`,
        [orgId, person_id],
      );
      await addAccount(owner, orgId, person_id, 'team-lead', `lead${person_id}@mornings.example`);
      await addCard(owner, { orgId, leadId: Number(person_id), day: DAY, trigger: LATE });
      const address = hook.addressOf(`/${person_id}`);
      await setMessage(test, orgId, Number(person_id), { way: 'slack', address, nextAt: clock }, clock);
    }
    hook.answer = (response) => void setTimeout(() => TAKES(response, hook.posted[0]!), 30);
    await Promise.all([round(), round(), round()]);
    const paths = hook.posted.map(({ path }) => path).sort();
    expect(paths).toEqual(leads.rows.map(({ person_id }) => `/${person_id}`).sort());
  });

  it('after whoever sent it was killed over it: nobody knows whether it arrived, and the lead is told', async () => {
    const asked = new Promise<void>((heard) => {
      hook.answer = () => heard();
    });
    await bySlack();
    const script = join(import.meta.dirname, '../../../test/support/deliver-once.ts');
    const child = spawn(process.execPath, [script, test.adminUrl, hook.host, String(clock)], { stdio: 'inherit' });
    const ended = once(child, 'exit');
    await asked;
    child.kill('SIGKILL');
    expect((await ended)[1]).toBe('SIGKILL');
    hook.answer = TAKES;
    later(1);
    await round();
    expect(await lea()).toMatchObject([{ state: 'sending' }]);
    later(5);
    await round();
    await round();
    expect(hook.posted).toHaveLength(1);
    expect(await lea()).toMatchObject([
      { what: 'morning', state: 'unsure', why: 'Evenkeel stopped while it was being sent.' },
      { what: 'trouble', state: 'sent' },
    ]);
  });

  it('when the clock goes back, by minutes or by days', async () => {
    await set({ way: 'mail' });
    await round();
    for (const minutes of [-5, -60, -3 * 24 * 60]) {
      later(minutes);
      await round();
    }
    expect(mail.messages).toHaveLength(1);
    // Worked out anew: it comes when its hour does by the clock as it is now.
    const { rows } = await owner.query('select next_at from delivery where person_id = $1', [firm.people.lea]);
    expect(rows[0].next_at.getTime()).toBeGreaterThan(clock);
    for (clock = at(`${DAY}T00:00:00Z`); clock < at(`${DAY}T12:00:00Z`); later(30)) await round();
    expect(mail.messages).toHaveLength(1);
  });

  it('when the clock goes ahead and comes back: a day that had none has one', async () => {
    await set({ way: 'mail' });
    clock = at('2027-03-01T09:00:00Z');
    await round();
    const ahead = mail.messages.length;
    clock = at(`${DAY}T06:29:00Z`);
    await round();
    later(1);
    await round();
    expect(mail.messages).toHaveLength(ahead + 1);
  });
});

describe('after a backup was put back', () => {
  it('nothing is sent that was due before, and the next one is', async () => {
    hook.answer = (response) => void response.writeHead(503).end();
    await bySlack();
    await setMessage(test, firm.orgId, firm.people.max, { way: 'mail', nextAt: clock }, clock);
    await addCard(owner, { orgId: firm.orgId, leadId: firm.people.max, day: '2026-12-01', trigger: LATE });
    await owner.query(`update delivery set next_at = $2 where person_id = $1`, [firm.people.lea, new Date(clock)]);
    await round();
    await owner.query(`update delivery set next_at = $2 where person_id = $1`, [firm.people.max, new Date(clock)]);
    await leaveOutDue(owner);
    hook.answer = TAKES;
    later(5);
    await round();
    expect([hook.posted.length, mail.messages.length]).toEqual([1, 0]);
    expect(await lea()).toMatchObject([{ state: 'unsure', why: 'A backup was put back while this was due.' }]);
    clock = at('2026-12-01T06:30:00Z');
    await round();
    expect(mail.messages.map(({ to }) => to)).toEqual([['max@mornings.example']]);
  });
});

describe('a server that is down over the hour', () => {
  it('gives up once the day is over', async () => {
    hook.answer = (response) => void response.writeHead(503, { 'retry-after': String(20 * 3600) }).end();
    await bySlack();
    await round();
    later(20 * 60);
    await round();
    expect(hook.posted).toHaveLength(1);
    expect((await lea())[0]).toMatchObject({ state: 'failed', why: expect.stringContaining('answered 503') });
  });
});
