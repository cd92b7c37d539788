import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testSecrets } from '../../../test/support/context.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { MORNING_HOUR, makeMorningFirm, outgoingOf, setMessage, textsOf } from '../../../test/support/delivery-firm.ts';
import { type HookServer, startHookServer } from '../../../test/support/hook-server.ts';
import { type MailTestServer, startMailServer } from '../../../test/support/mail-server.ts';
import type { RolesFirm } from '../../../test/support/roles-firm.ts';
import type { Instant } from '../../base/time.ts';
import { createFetcher } from '../../platform/fetch/fetcher.ts';
import { createMail } from '../../platform/mail/mail.ts';
import { nextDue } from './due.ts';
import { runRound } from './round.actions.ts';

/** A Monday; half past seven in Berlin. */
const DAY = '2026-11-30';
const at = (text: string) => Date.parse(text) as Instant;

let test: TestDatabase;
let owner: Client;
let firm: RolesFirm;
let mail: MailTestServer;
let hook: HookServer;
let clock: Instant;
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
  firm = await makeMorningFirm(test, owner, { day: DAY, trigger: 'Ticket T-1 is still open.' });
  mail.messages.length = 0;
  hook.posted.length = 0;
  clock = at(`${DAY}T06:30:00Z`);
});

const byMail = (before: Instant) => {
  const nextAt = nextDue(MORNING_HOUR, before).at;
  return setMessage(test, firm.orgId, firm.people.lea, { nextAt, way: 'mail' }, before);
};
const round = () =>
  runRound({
    ...{ database: test.database, secrets: testSecrets, cardsOf: findCards, origin: 'https://evenkeel.example.com' },
    mail: createMail(mail.address, 'Evenkeel <evenkeel@example.com>'),
    fetcher: createFetcher({ allowPrivate: [hook.host] }),
    ...{ now: () => clock, log: (line: string) => void said.push(line), isStopping: () => false },
  });

const aDayLater = () => {
  clock = (clock + 24 * 60 * 60_000) as Instant;
};

describe('a server that was down over the hour', () => {
  it('sends late, once, on the same day', async () => {
    await byMail(at(`${DAY}T06:00:00Z`));
    clock = at(`${DAY}T22:59:00Z`);
    await round();
    await round();
    expect(mail.messages).toHaveLength(1);
  });

  it('and longer, sends of the days that are over nothing, and says so', async () => {
    await byMail(at('2026-11-26T06:00:00Z'));
    clock = at(`${DAY}T09:00:00Z`);
    await round();
    expect(mail.messages).toHaveLength(1);
    expect((await outgoingOf(owner, firm.people.lea)).map(({ day, state, why }) => [day, state, why])).toEqual([
      ['2026-11-26', 'dropped', 'Evenkeel was not running that day.'],
      ['2026-11-27', 'dropped', 'Evenkeel was not running that day.'],
      [DAY, 'sent', null],
    ]);
  });
});

describe('a reminder of 1:1s', () => {
  it('comes by mail to each of the two, also where no cards are sent, and names the other and the time', async () => {
    await owner.query('update meeting set at = $2 where meeting_id = $1', [firm.talks.tomNext, `${DAY}T13:00:00Z`]);
    for (const personId of [firm.people.tom, firm.people.lea])
      await setMessage(test, firm.orgId, personId, { reminders: true, nextAt: clock }, clock);
    await round();
    await round();
    const sent = textsOf(mail).sort();
    expect(sent.map(([to]) => to)).toEqual(['lea@mornings.example', 'tom@mornings.example']);
    expect(sent[1]![1]).toContain('Mon, 30 November 2026, 14:00, with Lea Lead');
    expect(sent[1]![1]).toContain('https://evenkeel.example.com/one-on-ones');
  });

  it('tells whoever leads nobody what is due of their mentoring once a week, and of a session before it', async () => {
    const { tom } = firm.people;
    const pairOf = 'pair_id in (select pair_id from mentoring_pair where mentee_id = $1)';
    await owner.query(
      `update mentoring_pair set until_day = '2027-06-30', began_on = '2026-01-05' where mentee_id = $1`,
      [tom],
    );
    await owner.query(`delete from mentoring_check where ${pairOf}`, [tom]);
    await owner.query(`update mentoring_session set at = '2026-12-01T06:45:00Z' where ${pairOf}`, [tom]);
    await setMessage(test, firm.orgId, tom, { reminders: true, nextAt: clock }, clock);
    const texts = () => textsOf(mail);
    await round();
    expect(texts()[0]![1]).toContain('You and Max Manner are half-way through your mentoring');
    expect(texts()[0]![1]).not.toContain('mentoring with Max');
    aDayLater();
    await round();
    // On Tuesday only what comes before the next message: that they meet at a quarter to seven.
    expect(texts()[1]![1]).toContain('Tue, 1 December 2026, 06:45, mentoring with Max Manner');
    expect(texts()[1]![1]).not.toContain('half-way');
    aDayLater();
    await round();
    expect(texts()[2]![1]).toContain('Your mentoring session with Max Manner was one day ago: say whether you met.');
    aDayLater();
    await round();
    expect(texts()).toHaveLength(3);
  });

  it('is part of the morning of who leads nobody and takes no reminders: that something is due, and not with whom', async () => {
    const { max } = firm.people;
    await owner.query('delete from seat_holding where person_id = $1', [max]);
    await setMessage(test, firm.orgId, max, { way: 'slack', address: hook.addressOf('/max'), nextAt: clock }, clock);
    await round();
    expect(hook.posted).toHaveLength(1);
    const said = JSON.stringify(hook.posted[0]);
    expect(said).toContain('Two steps of your mentoring are due.');
    expect(said).not.toMatch(/Tom|Una/);
    aDayLater();
    await round();
    expect(hook.posted).toHaveLength(1);
  });

  it('comes on Friday for Monday morning, and not for what is later than the next one', async () => {
    const friday = at('2026-12-04T06:30:00Z');
    await owner.query('update meeting set at = $2 where meeting_id = $1', [firm.talks.tomNext, '2026-12-07T06:00:00Z']);
    await setMessage(test, firm.orgId, firm.people.tom, { reminders: true, nextAt: friday }, clock);
    await setMessage(test, firm.orgId, firm.people.lea, { reminders: true, weekdays: [5, 6], nextAt: friday }, clock);
    clock = friday;
    await round();
    expect(textsOf(mail).map(([to]) => to)).toEqual(['tom@mornings.example']);
  });
});
