import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { contextIn } from '../../../test/support/context.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { DESK_DAY, makeDeskFirm } from '../../../test/support/desk-firm.ts';
import type { RolesFirm } from '../../../test/support/roles-firm.ts';
import type { Day, Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { findToday } from './actions.ts';

const NOW = Date.parse(`${DESK_DAY}T08:00:00Z`) as Instant;

let test: TestDatabase;
let firm: RolesFirm;
beforeEach(async () => {
  test ??= await createTestDatabase();
  firm = await makeDeskFirm(test);
});
afterAll(() => test.close());

const engine = <T>(work: (db: Db) => Promise<T>) =>
  test.database.transact({ orgId: firm.orgId, actor: 'test', standing: 'engine' }, work);
const cardsOf = (who: 'lea' | 'max' | 'sam') => {
  const standing = who === 'sam' ? ('service-manager' as const) : ('team-lead' as const);
  const scope = { orgId: firm.orgId, actor: 'account:1', standing, personId: firm.people[who] };
  return test.database.transact(scope, async (db) => {
    const { of } = await findToday(contextIn(db, firm.orgId, { ...scope, now: () => NOW }), {});
    return of.flatMap(({ open }) => open);
  });
};
/** FRESH of Una, whom Max leads, has been open for long after all. */
const makeLate = () =>
  engine((db) =>
    sql`update ticket set opened_at = opened_at - interval '20 days', first_assigned_at = opened_at - interval '20 days'
        where external_id = 'FRESH'`.execute(db),
  );
const passes = () =>
  engine(async (db) => {
    const rows = await db
      .selectFrom('card_pass')
      .select(['lead_id', 'cards'])
      .where('day', '=', DESK_DAY as Day)
      .execute();
    return new Map(rows.map(({ lead_id, cards }) => [lead_id, cards]));
  });

describe('a day that was looked through', () => {
  it('is not looked through again where it was quiet, until a file was brought', async () => {
    expect(await cardsOf('max')).toEqual([]);
    expect(await passes()).toEqual(
      new Map([
        [firm.people.olga, 0],
        [firm.people.sam, 0],
        [firm.people.lea, 2],
        [firm.people.max, 0],
      ]),
    );
    await makeLate();
    expect(await cardsOf('max')).toEqual([]);
    const ran = `insert into import_run (kind, file_name, state) values ('tickets', 'day.csv', $)`;
    await engine((db) => sql.raw(ran.replace('$', `'failed'`)).execute(db));
    expect(await cardsOf('max')).toEqual([]);
    await engine((db) => sql.raw(ran.replace('$', `'done'`)).execute(db));
    expect((await cardsOf('max')).map(({ rule }) => rule)).toEqual(['ticket-late']);
    // Whoever has cards keeps those of the morning.
    expect(await cardsOf('lea')).toHaveLength(2);
  });

  it('is looked through for somebody who leads since', async () => {
    await engine((db) =>
      sql`update seat_holding set to_day = '2026-03-01' where person_id = ${firm.people.max}`.execute(db),
    );
    await makeLate();
    await cardsOf('lea');
    await engine((db) =>
      sql`insert into seat_holding (seat_id, person_id, from_day) values (${firm.seats.podB}, ${firm.people.max}, '2026-03-10')`.execute(
        db,
      ),
    );
    expect((await cardsOf('max')).map(({ rule }) => rule)).toEqual(['ticket-late']);
  });
});

describe('a card that asks for hands', () => {
  it('opens its ticket in the ticket system where that is known, with its number and nothing else', async () => {
    await engine((db) => db.deleteFrom('ticket_address').execute());
    expect((await cardsOf('lea')).map(({ outside }) => outside)).toEqual([[], []]);
    await engine(async (db) => {
      await sql`update ticket set external_id = 'A/1 ?' where external_id = 'LATE'`.execute(db);
      await db.insertInto('ticket_address').values({ pattern: 'https://tickets.example.com/t/{number}' }).execute();
    });
    const links = (await cardsOf('lea')).flatMap(({ outside }) => outside.map(({ href }) => href));
    expect(links.sort()).toEqual(['https://tickets.example.com/t/A%2F1%20%3F', 'https://tickets.example.com/t/BOUNCE']);
  });
});

describe('a firm without any tickets', () => {
  it('has its cards from what was promised: 1:1s, next steps, trials, and how the team stands as typed', async () => {
    const { lea, tom, una } = firm.people;
    await engine(async (db) => {
      for (const table of ['ticket_event', 'ticket'] as const) await db.deleteFrom(table).execute();
      await sql`insert into one_on_one (member_id, lead_id, every_days, zone, began_on)
        values (${tom}, ${lea}, 14, 'UTC', '2026-01-05')`.execute(db);
      await sql`insert into next_step (step_key, owner_id, due_day, text, changed_by, changed_at)
        values ('ask/1/' || ${tom}::text, ${lea}, '2026-03-09', 'Ask Tom what he wants', 'test', '2026-03-01')`.execute(
        db,
      );
      await sql`update seat_holding set acting_until = '2026-03-15' where seat_id = ${firm.seats.podB}`.execute(db);
      await sql`update membership set team_id = ${firm.teams.podA} where person_id = ${una}`.execute(db);
      await sql`insert into team_measure (team_id, measure, month, value) values (${firm.teams.podA}, 'backlog', '2026-02-01', 12)`.execute(
        db,
      );
    });
    const triggers = (await cardsOf('lea')).map(({ rule, trigger }) => `${rule}: ${trigger}`);
    expect(triggers).toEqual([
      'direction: Pod A is on track: at most 20 open tickets. Thank them.',
      'one-on-one: Your 1:1 with Tom is 50 days late.',
      'step-due: Due since 9 March: Ask Tom what he wants',
    ]);
    expect((await cardsOf('sam')).map(({ rule }) => rule)).toEqual(['trial-review']);
    expect(await cardsOf('max')).toEqual([]);
  });
});
