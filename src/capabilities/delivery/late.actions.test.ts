import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testSecrets } from '../../../test/support/context.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { MORNING_HOUR, makeMorningFirm, outgoingOf, setMessage, textsOf } from '../../../test/support/delivery-firm.ts';
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
let clock: Instant;
const said: string[] = [];
const findCards = (await import('../today/actions.ts')).findOpenCards;

beforeAll(async () => {
  test = await createTestDatabase();
  owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
  mail = await startMailServer();
});
afterAll(async () => {
  await Promise.all([mail.close(), owner.end()]);
  await test.close();
});
afterEach(() => expect(said.splice(0)).toEqual([]));
beforeEach(async () => {
  firm = await makeMorningFirm(test, owner, { day: DAY, trigger: 'Ticket T-1 is still open.' });
  mail.messages.length = 0;
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
    fetcher: createFetcher({ allowPrivate: [] }),
    ...{ now: () => clock, log: (line: string) => void said.push(line), isStopping: () => false },
  });

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
