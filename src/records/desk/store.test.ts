import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { DESK_DAY, makeDeskFirm } from '../../../test/support/desk-firm.ts';
import fc from '../../../test/support/properties.ts';
import type { RolesFirm } from '../../../test/support/roles-firm.ts';
import type { Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { type DeskView, readDesk } from './store.ts';

let test: TestDatabase;
let firm: RolesFirm;
beforeAll(async () => {
  test = await createTestDatabase();
  firm = await makeDeskFirm(test);
});
afterAll(() => test.close());

const AS_OF = Date.parse(`${DESK_DAY}T08:00:00Z`) as Instant;
const VIEW: DeskView = {
  asOf: AS_OF,
  since: (AS_OF - 365 * 86_400_000) as Instant,
  tookOverSince: (AS_OF - 30 * 86_400_000) as Instant,
  workingDay: { starts: 8, ends: 18 },
  offsetMinutes: () => 0,
};

/** What a change of the tickets makes of the desk; undone afterwards. */
async function deskAfter(change: (db: Db) => Promise<unknown>, view = VIEW) {
  let desk: Awaited<ReturnType<typeof readDesk>> | undefined;
  const undo = new Error('undo');
  await test.database
    .transact({ orgId: firm.orgId, actor: 'test', standing: 'engine' }, async (db) => {
      await change(db);
      desk = await readDesk(db, view);
      throw undo;
    })
    .catch((error) => {
      if (error !== undo) throw error;
    });
  return desk!;
}
const nothing = async () => undefined;
const ticketOf = async (change: (db: Db) => Promise<unknown>, number: string) =>
  (await deskAfter(change)).tickets.find((one) => one.number === number);

describe('the desk as of an instant', () => {
  it('has open tickets with who has them, how often they changed hands and how long they are open', async () => {
    const desk = await deskAfter(nothing);
    const { tom, lea } = firm.people;
    const brief = desk.tickets.map(({ number, holderId, changes, minutes }) => [number, holderId, changes, minutes]);
    expect(brief).toEqual([
      ['LATE', tom, 0, 6 * 600],
      ['BOUNCE', tom, 3, 0],
      ['FRESH', firm.people.una, 0, 0],
    ]);
    expect(desk.finished).toHaveLength(80);
    expect(desk.records.find(({ personId }) => personId === lea)).toMatchObject({ of: 13, kept: 13 });
    expect(desk.hasLater).toBe(false);
  });

  it('finds one that was resolved and came back', async () => {
    const back = await ticketOf(async (db) => {
      const at = (hours: number) => sql`to_timestamp(${(AS_OF - hours * 3_600_000) / 1000})`;
      await sql`update ticket set resolved_at = ${at(20)} where external_id = 'LATE'`.execute(db);
      await sql`insert into ticket_event (ticket_id, seq, at, status, person_id)
        select ticket_id, n, at, status, first_assignee_id from ticket,
          (values (2, ${at(20)}, 'Resolved'), (3, ${at(2)}, 'Active')) as story (n, at, status)
        where external_id = 'LATE'`.execute(db);
    }, 'LATE');
    expect(back).toMatchObject({ cameBack: true });
  });

  it('does not change by whatever happens later', async () => {
    const { hasLater: _, ...expected } = await deskAfter(nothing);
    const later = fc.integer({ min: 1, max: 90 * 24 * 60 }).map((minutes) => AS_OF / 1000 + minutes * 60);
    const change = fc.record({
      number: fc.constantFrom('LATE', 'BOUNCE', 'FRESH'),
      resolved: fc.option(later),
      events: fc.array(fc.record({ at: later, status: fc.constantFrom('Active', 'Resolved', 'Awaiting Vendor') })),
      handoffs: fc.integer({ min: 0, max: 20 }),
      reopened: fc.integer({ min: 0, max: 5 }),
      opened: later,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const { hasLater, ...desk } = await deskAfter(async (db) => {
          for (const [i, one] of changes.entries()) await happen(db, one, i);
        });
        expect(hasLater).toBe(true);
        expect(desk).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  type Change = {
    number: string;
    resolved: number | null;
    events: { at: number; status: string }[];
    handoffs: number;
    reopened: number;
    opened: number;
  };

  /** Something that happens to a ticket later, and a new one. */
  async function happen(db: Db, { number, resolved, events, handoffs, reopened, opened }: Change, i: number) {
    const { max, tom } = firm.people;
    await sql`update ticket set resolved_at = to_timestamp(${resolved}), handoffs = ${handoffs}, reopen_count = ${reopened},
      escalated = ${resolved === null ? null : handoffs > 0}::boolean, resolver_id = ${max}, handed_by_id = ${tom}, satisfaction = 0,
      queue_minutes = ${handoffs}, minutes_worked = ${reopened} where external_id = ${number}`.execute(db);
    for (const [n, { at, status }] of events.toSorted((a, b) => a.at - b.at).entries())
      await sql`insert into ticket_event (ticket_id, seq, at, status, person_id, team_id)
        select ticket_id, ${1000 * (i + 1) + n}, to_timestamp(${at}), ${status}, ${max}, ${firm.teams.podB} from ticket
        where external_id = ${number}`.execute(db);
    await sql`insert into ticket (source, external_id, opened_at, first_assigned_at, first_assignee_id, category_id, priority)
      select 'desk', ${`LATER-${i}`}, to_timestamp(${opened}), to_timestamp(${opened}), ${tom}, category_id, 1 from ticket
      where external_id = 'LATE'`.execute(db);
  }
});
