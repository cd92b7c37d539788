import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { contextIn } from '../../../test/support/context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { DESK_DAY, makeDeskFirm } from '../../../test/support/desk-firm.ts';
import type { PersonKey, RolesFirm } from '../../../test/support/roles-firm.ts';
import type { Standing } from '../../base/roles.ts';
import type { Day, Instant } from '../../base/time.ts';
import type { FirmContext } from '../../platform/context.ts';
import { findToday, keepAnswer } from './actions.ts';
import { findCards, passToday } from './pass.actions.ts';

const NOW = Date.parse(`${DESK_DAY}T08:00:00Z`) as Instant;
const DAY_MS = 86_400_000;

let test: TestDatabase;
let firm: RolesFirm;
beforeEach(async () => {
  test ??= await createTestDatabase();
  firm = await makeDeskFirm(test);
});
afterAll(() => test.close());

type Who = PersonKey | 'operator';
const STANDINGS: Record<Who, Standing> = {
  olga: 'owner',
  sam: 'service-manager',
  lea: 'team-lead',
  max: 'team-lead',
  tom: 'technician',
  una: 'technician',
  hana: 'hr',
  operator: 'operator',
};

function as<T>(who: Who, work: (ctx: FirmContext) => Promise<T>, now: number = NOW, orgId = firm.orgId): Promise<T> {
  const personId = who === 'operator' ? null : firm.people[who];
  const scope = { orgId, actor: 'account:1', standing: STANDINGS[who], personId };
  return test.database.transact(scope, (db) => work(contextIn(db, orgId, { ...scope, now: () => now as Instant })));
}
const today = (who: Who, now: number = NOW) => as(who, (ctx) => findToday(ctx, {}), now);
const cardsOf = async (who: Who, now: number = NOW) => (await today(who, now)).of.flatMap(({ open }) => open);
const engine = <T>(work: (ctx: FirmContext) => Promise<T>) =>
  test.database.transact({ orgId: firm.orgId, actor: 'test', standing: 'engine' }, (db) =>
    work(contextIn(db, firm.orgId, { standing: 'engine' })),
  );

describe('the cards of a day', () => {
  it('tell a lead which tickets of their people are late or bounce, ask first, and say who is best placed', async () => {
    const { of, note } = await today('lea');
    expect(note).toBeNull();
    expect(of).toHaveLength(1);
    const cards = of[0]!.open;
    expect(cards.map(({ rule }) => rule).sort()).toEqual(['ticket-bounces', 'ticket-late']);
    const late = cards.find(({ rule }) => rule === 'ticket-late')!;
    expect(late.trigger).toMatch(
      /^LATE \(Email\) has been open for six working days; 90 of 100 .* within \w+ working hours\.$/,
    );
    expect(late.firstSentence).toBe('Tom, what is in the way with LATE, and would another pair of hands help?');
    expect(late.doors[0]).toMatchObject({ label: 'Ticket LATE' });
    expect(late.facts[0]).toBe('Tom has it since 2 March.');
    const bounce = cards.find(({ rule }) => rule === 'ticket-bounces')!;
    expect(bounce.trigger).toBe('BOUNCE (Network) has changed hands three times and is still open.');
  });

  it('are read by the direct lead alone: not by another, not by who stands above, and by whoever holds the server', async () => {
    expect(await cardsOf('max')).toEqual([]);
    expect(await cardsOf('sam')).toEqual([]);
    const all = await today('operator');
    expect(all.leads.map(({ name }) => name)).toEqual(['Olga Owner', 'Sam Steward', 'Lea Lead', 'Max Manner']);
    expect(all.of.map(({ lead }) => lead.name)).toEqual(['Lea Lead']);
    const one = await as('operator', (ctx) => findToday(ctx, { lead: firm.people.max }));
    expect(one.of.map(({ lead, open }) => [lead.name, open.length])).toEqual([['Max Manner', 0]]);
  });

  it('leave out somebody whom the lead leads no more', async () => {
    expect((await cardsOf('lea')).length).toBe(2);
    await engine(({ db }) =>
      sql`update person_line set seat_id = ${firm.seats.podB} where person_id = ${firm.people.tom}`.execute(db),
    );
    expect(await cardsOf('lea')).toEqual([]);
  });

  it('are made once, also when two open the day at once', async () => {
    await Promise.all([today('lea'), today('max'), today('sam')]);
    await as('operator', (ctx) => passToday(ctx, DESK_DAY as Day));
    const count = await engine(({ db }) => sql<{ n: number }>`select count(*) as n from card`.execute(db));
    expect(count.rows[0]!.n).toBe(2);
  });

  it('say in the log of who looked whose tickets they show', async () => {
    const people = await as('lea', async (ctx) => {
      await findToday(ctx, {});
      return [...ctx.concerns.people];
    });
    expect(people).toEqual([firm.people.tom]);
  });

  it('are not made by a rule that is switched off', async () => {
    await engine(({ db }) =>
      db.insertInto('playbook_value').values({ key: 'today.rule.ticket-late', value: 0, changed_by: 'test' }).execute(),
    );
    expect((await cardsOf('lea')).map(({ rule }) => rule)).toEqual(['ticket-bounces']);
  });
});

describe('a past day', () => {
  const found = () =>
    engine(async ({ db }) => (await findCards(db, { day: DESK_DAY as Day, asOf: NOW, isNow: false })).cards);

  it('has the same cards whatever happened later: to tickets, lines, steps and cards', async () => {
    const { tom, max } = firm.people;
    const expected = await found();
    expect(expected.map(({ rule }) => rule).sort()).toEqual(['ticket-bounces', 'ticket-late']);
    await engine(async ({ db }) => {
      const later = sql`to_timestamp(${(NOW + 3 * DAY_MS) / 1000})`;
      await sql`update ticket set resolved_at = ${later}, handoffs = 9, escalated = true, resolver_id = ${max},
        handed_by_id = ${tom} where external_id in ('LATE', 'BOUNCE')`.execute(db);
      await sql`insert into ticket_event (ticket_id, seq, at, status, person_id)
        select ticket_id, 100, ${later}, 'Resolved', ${max} from ticket where external_id in ('LATE', 'BOUNCE')`.execute(
        db,
      );
      await sql`update person_line set to_day = '2026-03-12' where person_id = ${tom}`.execute(db);
      await sql`insert into person_line (person_id, seat_id, from_day) values (${tom}, ${firm.seats.podB}, '2026-03-12')`.execute(
        db,
      );
      await sql`insert into next_step (step_key, owner_id, due_day, text, changed_by, changed_at)
        values ('ask/1/2', ${firm.people.lea}, '2026-03-01', 'Ask', 'test', ${later})`.execute(db);
      await sql`insert into card (lead_id, day, rule, kind, subject, trigger, first_sentence, evidence, state)
        select ${firm.people.lea}, '2026-03-12', 'ticket-late', 'fix', 'ticket/' || ticket_id, 's', 's', '{}', 'done' from ticket
        where external_id = 'LATE'`.execute(db);
    });
    expect(await found()).toEqual(expected);
  });
});

describe('answering', () => {
  it('keeps done, sleep and not useful with its reason, and takes an answer back', async () => {
    const [first, second] = await cardsOf('lea');
    const answer = (cardId: number, given: object) =>
      as('lea', (ctx) => keepAnswer(ctx, { cardId, answer: 'done', ...given }));
    const after = await answer(first!.cardId, {});
    expect(after.of[0]).toMatchObject({ open: [{ cardId: second!.cardId }], answered: [{ state: 'done' }] });
    await answer(second!.cardId, { answer: 'not-useful', reason: 'They asked me already' });
    expect((await today('lea')).of[0]!.answered.map(({ reason }) => reason)).toEqual([null, 'They asked me already']);
    await answer(first!.cardId, { answer: 'open' });
    expect((await cardsOf('lea')).map(({ cardId }) => cardId)).toEqual([first!.cardId]);
  });

  it('lets a card rest on the days after, and come again when it has slept', async () => {
    const [first, second] = await cardsOf('lea');
    await as('lea', (ctx) => keepAnswer(ctx, { cardId: first!.cardId, answer: 'done' }));
    await as('lea', (ctx) => keepAnswer(ctx, { cardId: second!.cardId, answer: 'snoozed', untilDay: '2026-03-12' }));
    expect(await cardsOf('lea', NOW + DAY_MS)).toEqual([]);
    const again = await cardsOf('lea', NOW + 2 * DAY_MS);
    expect(again.map(({ trigger }) => trigger.split(' ')[0])).toEqual([second!.trigger.split(' ')[0]]);
  });

  it('refuses a sleep into the past or for years, and a card of somebody else', async () => {
    const [first] = await cardsOf('lea');
    const sleep = (untilDay: string) =>
      as('lea', (ctx) => keepAnswer(ctx, { cardId: first!.cardId, answer: 'snoozed', untilDay }));
    await expect(sleep(DESK_DAY)).rejects.toThrow('A card sleeps until a day after 2026-03-10');
    await expect(sleep('2028-01-01')).rejects.toThrow('2028-01-01 is outside');
    await expect(as('max', (ctx) => keepAnswer(ctx, { cardId: first!.cardId, answer: 'done' }))).rejects.toThrow(
      'This card is not there, or not yours',
    );
  });
});

describe('what comes in wrong', () => {
  it('is told in a sentence: nobody who leads, nobody who is led, an account without a person', async () => {
    const empty = (await createFirm(test.database)).orgId;
    const nobody = await as('operator', (ctx) => findToday(ctx, {}), NOW, empty);
    expect(nobody).toMatchObject({ of: [], note: expect.stringContaining('Nobody leads anybody here yet') });
    expect((await today('hana')).note).toBe('Nobody reports to you, so there are no cards for you.');
    const unlinked = await test.database.transact({ orgId: firm.orgId, actor: 'account:9', standing: 'owner' }, (db) =>
      findToday(contextIn(db, firm.orgId, { standing: 'owner', now: () => NOW }), {}),
    );
    expect(unlinked.note).toContain('Your account is none of the people here');
  });

  it('a day to come is refused, and a clock that stands before the newest ticket is said', async () => {
    await expect(as('operator', (ctx) => passToday(ctx, '2026-03-11' as Day))).rejects.toThrow(
      '2026-03-11 is still to come here, where it is 2026-03-10',
    );
    const before = await today('lea', NOW - 20 * DAY_MS);
    expect(before.of[0]!.open).toEqual([]);
    expect(before.note).toContain('Some tickets say 10 March, which is later than it is here (18 February)');
  });
});
