import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFirm, createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { type RecentSpan, readRecentCases } from './recent.store.ts';
import { refreshTouchedCases } from './store.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const at = (text: string) => Date.parse(`${text}Z`) as Instant;
const SPAN: RecentSpan = {
  outcome: 'minutes-worked',
  since: at('2026-03-01T00:00'),
  until: at('2026-03-31T00:00'),
  limit: 100,
  workingDay: { starts: 8, ends: 18 },
  offsetMinutes: () => 0,
};

/** A firm with one technician and one dispatcher, and the work inside its transaction. */
async function inFirm(work: (db: Db, people: { tech: number; dispatcher: number }) => Promise<void>): Promise<void> {
  const { orgId } = await createFirm(test.database);
  await test.database.transact({ orgId, actor: 'owner', standing: 'engine' }, async (db) => {
    const add = async (name: string, work: string) =>
      (await db.insertInto('person').values({ name, work }).returning('person_id').executeTakeFirstOrThrow()).person_id;
    await work(db, { tech: await add('Jake', 'product'), dispatcher: await add('Dee', 'dispatch') });
  });
}

type Ticket = {
  id: string;
  opened: string;
  resolved?: string;
  assigned?: string;
  who: number;
  worked?: number;
  queued?: number;
};

async function addTicket(db: Db, { id, opened, resolved, assigned, who, worked, queued }: Ticket): Promise<number> {
  const { rows } = await sql<{ ticket_id: number }>`
    insert into ticket (source, external_id, opened_at, resolved_at, first_assignee_id, first_assigned_at, minutes_worked,
      queue_minutes, client_id, category_id, first_team_id, priority, triage_difficulty, triage_at)
    values ('file', ${id}, ${`${opened}Z`}::timestamptz, ${resolved ? `${resolved}Z` : null}::timestamptz, ${who}::bigint,
      ${`${assigned ?? opened}Z`}::timestamptz, ${worked ?? null}::float8, ${queued ?? null}::float8, 7, 8, 9, 2, 4,
      ${`${opened}Z`}::timestamptz)
    returning ticket_id`.execute(db);
  return rows[0]!.ticket_id;
}

async function addEvents(db: Db, ticketId: number, events: [at: string, status: string][]): Promise<void> {
  for (const [seq, [when, status]] of events.entries())
    await sql`insert into ticket_event (ticket_id, seq, at, status)
      values (${ticketId}, ${seq}, ${`${when}Z`}::timestamptz, ${status})`.execute(db);
}

describe('recent tickets', () => {
  it('are those opened or resolved in the span by somebody hands-on, the last ones where there are too many', async () => {
    await inFirm(async (db, { tech, dispatcher }) => {
      const early = await addTicket(db, {
        id: 'early',
        opened: '2026-02-10T09:00',
        resolved: '2026-03-02T09:00',
        who: tech,
        worked: 30,
      });
      await addTicket(db, {
        id: 'before',
        opened: '2026-02-10T09:00',
        resolved: '2026-02-12T09:00',
        who: tech,
        worked: 30,
      });
      const late = await addTicket(db, {
        id: 'late',
        opened: '2026-03-20T09:00',
        resolved: '2026-03-20T11:00',
        who: tech,
        worked: 12,
      });
      await addTicket(db, { id: 'after', opened: '2026-04-02T09:00', who: tech });
      await addTicket(db, { id: 'dispatched', opened: '2026-03-20T09:00', who: dispatcher, worked: 3 });
      const found = await readRecentCases(db, SPAN);
      expect(found.map(({ ticketId }) => ticketId)).toEqual([early, late]);
      expect(found[0]).toEqual({
        ticketId: early,
        personId: tech,
        levels: { client: 7, category: 8, queue: 9, priority: 2, hour: 9, difficulty: 4 },
        minutes: 30,
        open: false,
      });
      const last = await readRecentCases(db, { ...SPAN, limit: 1 });
      expect(last.map(({ ticketId }) => ticketId)).toEqual([late]);
    });
  });

  it('have the levels and minutes with which they are compared once they are resolved', async () => {
    await inFirm(async (db, { tech }) => {
      for (const [i, opened] of ['2026-03-02T00:30', '2026-03-03T23:59', '2026-03-04T12:00'].entries())
        await addTicket(db, { id: `${i}`, opened, resolved: '2026-03-05T12:00', who: tech, worked: 10 * i });
      await sql`update ticket set client_id = null, category_id = null, first_team_id = null, priority = null,
        triage_at = first_assigned_at + interval '1 hour' where external_id = '1'`.execute(db);
      await sql`create temporary table touched_ticket on commit drop as select ticket_id, true as added from ticket`.execute(
        db,
      );
      await refreshTouchedCases(db);
      const cases = await db.selectFrom('evidence_case').selectAll().orderBy('ticket_id').execute();
      expect(cases).toHaveLength(3);
      const found = await readRecentCases(db, SPAN);
      expect(found.map(({ personId, levels, minutes }) => [personId, levels, Math.log(Math.max(1, minutes))])).toEqual(
        cases.map((one) => [
          one.technician_id,
          {
            client: one.client_id,
            category: one.category_id,
            queue: one.queue_id,
            priority: one.priority,
            hour: one.hour,
            difficulty: one.difficulty,
          },
          one.y,
        ]),
      );
    });
  });

  it('come with the minutes so far while they are open: booked, or in active states within working hours', async () => {
    await inFirm(async (db, { tech }) => {
      const booked = await addTicket(db, { id: 'booked', opened: '2026-03-26T09:00', who: tech, worked: 45 });
      expect(await readRecentCases(db, SPAN)).toMatchObject([{ ticketId: booked, minutes: 45, open: true }]);
      // Friday 17:00 to 18:00, Monday 8:00 to 9:30, then waiting; active again on Monday from 17:00 on, an hour.
      const story = await addTicket(db, {
        id: 'story',
        opened: '2026-03-26T09:00',
        assigned: '2026-03-27T17:00',
        who: tech,
      });
      await addEvents(db, story, [
        ['2026-03-26T09:00', 'New'],
        ['2026-03-27T17:00', 'In progress'],
        ['2026-03-30T09:30', 'Awaiting user'],
        ['2026-03-30T17:00', 'Active'],
        ['2026-04-02T09:00', 'Awaiting user'],
      ]);
      // A list without events: all working time since the assignment, here one hour of Monday.
      const list = await addTicket(db, { id: 'list', opened: '2026-03-30T17:00', who: tech });
      const queue = await readRecentCases(db, { ...SPAN, outcome: 'queue-minutes' });
      expect(queue.map(({ ticketId, minutes, open }) => [ticketId, minutes, open])).toEqual([
        [story, 210, true],
        [list, 60, true],
      ]);
      // By clocks two hours behind: Friday 15:00 to 18:00, nothing before 8:00 on Monday, and 15:00 to 18:00 there.
      const [behind] = await readRecentCases(db, { ...SPAN, outcome: 'queue-minutes', offsetMinutes: () => -120 });
      expect(behind!.minutes).toBe(360);
    });
  });

  it('are as they were at the end of the span: what came later is not in them', async () => {
    await inFirm(async (db, { tech }) => {
      const later = await addTicket(db, {
        id: 'later',
        opened: '2026-03-30T08:00',
        resolved: '2026-04-20T10:00',
        who: tech,
        worked: 400,
      });
      await addTicket(db, {
        id: 'not yet',
        opened: '2026-03-20T08:00',
        assigned: '2026-04-03T08:00',
        who: tech,
        worked: 5,
      });
      expect(await readRecentCases(db, SPAN)).toMatchObject([{ ticketId: later, minutes: 0, open: true }]);
      const afterwards = { ...SPAN, until: at('2026-04-30T00:00') };
      expect((await readRecentCases(db, afterwards))[0]).toMatchObject({ ticketId: later, minutes: 400, open: false });
    });
  });

  it('are the same whoever closed them', async () => {
    await inFirm(async (db, { tech, dispatcher }) => {
      await addTicket(db, { id: 'a', opened: '2026-03-10T09:00', resolved: '2026-03-10T11:00', who: tech, worked: 12 });
      const before = await readRecentCases(db, SPAN);
      await sql`update ticket set resolver_id = ${dispatcher}::bigint, handed_by_id = ${tech}::bigint, escalated = true, handoffs = 2`.execute(
        db,
      );
      expect(await readRecentCases(db, SPAN)).toEqual(before);
    });
  });
});
