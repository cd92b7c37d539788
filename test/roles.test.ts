import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Standing } from '../src/base/roles.ts';
import type { Db } from '../src/platform/db/connect.ts';
import { createTestDatabase, type TestDatabase } from './support/database.ts';
import { makeRolesFirm, type PersonKey, type RolesFirm } from './support/roles-firm.ts';

/** Who stands where: Lea leads Tom and not Una; Tom is the technician. */
const VIEWERS: [standing: Standing | '', person: PersonKey | null][] = [
  ['owner', 'olga'],
  ['service-manager', 'sam'],
  ['team-lead', 'lea'],
  ['technician', 'tom'],
  ['hr', 'hana'],
  ['wallboard', null],
  ['engine', null],
  ['operator', null],
];

/** Whose a part of a plan is. */
const ofPlan = (table: string) =>
  `(select p.person_id from development_plan p where p.plan_id = ${table}.plan_id and p.org_id = ${table}.org_id)`;

/** Whose 1:1s a meeting belongs to. */
const MEMBER = '(select o.member_id from one_on_one o where o.pair_id = meeting.pair_id)';

/** Who is mentored in a session's pair. */
const MENTEE = '(select p.mentee_id from mentoring_pair p where p.pair_id = mentoring_session.pair_id)';

/**
 * What row-level security shows (reads) and lets change (writes) of the rows about Tom (T) and Una (U), in the order of
 * VIEWERS. This is the database's own table, tried without any of the program's checks.
 */
const ABOUT_PEOPLE: Record<string, { column: string; reads: string; writes: string }> = {
  person: { column: 'person_id', reads: 'TU TU T T TU - TU TU', writes: 'TU TU - - - - TU TU' },
  membership: { column: 'person_id', reads: 'TU TU TU TU TU - TU TU', writes: 'TU TU - - - - TU TU' },
  person_line: { column: 'person_id', reads: 'TU TU TU TU TU - TU TU', writes: 'TU TU - - - - TU TU' },
  wish: { column: 'person_id', reads: 'TU TU T T - - TU TU', writes: 'TU TU T T - - TU TU' },
  candidacy: { column: 'person_id', reads: '- TU - T - - TU TU', writes: '- TU - - - - TU TU' },
  observation: { column: 'person_id', reads: '- - - - - - TU TU', writes: '- - - - - - TU TU' },
  card: { column: 'person_id', reads: '- - T - - - TU TU', writes: '- - T - - - TU TU' },
  card_pass: { column: 'lead_id', reads: '- - - T - - TU TU', writes: '- - - - - - TU TU' },
  team_aim: { column: 'owner_id', reads: 'TU TU TU TU TU - TU TU', writes: 'TU TU T - - - TU TU' },
  next_step: { column: 'owner_id', reads: 'TU TU - T - - TU TU', writes: 'TU TU - T - - TU TU' },
  shift: { column: 'person_id', reads: 'TU TU T T - - TU TU', writes: 'TU TU - - - - TU TU' },
  ticket: { column: 'first_assignee_id', reads: '- - T T - - TU TU', writes: '- - - - - - TU TU' },
  ticket_event: { column: 'person_id', reads: '- - - - - - TU TU', writes: '- - - - - - TU TU' },
  evidence_case: { column: 'technician_id', reads: '- - - - - - TU TU', writes: '- - - - - - TU TU' },
  evidence_cell: { column: 'technician_id', reads: '- - - - - - TU TU', writes: '- - - - - - TU TU' },
  audit_entry: { column: 'people[1]', reads: 'TU - - T TU - TU TU', writes: '- - - - - - - -' },
  remark: { column: 'person_id', reads: '- - T T TU - TU TU', writes: '- - T - - - TU TU' },
  decision: { column: 'person_id', reads: 'TU TU - T TU - TU TU', writes: '- TU - - - - TU TU' },
  trial: { column: 'person_id', reads: '- TU - T - - TU TU', writes: '- TU - T - - TU TU' },
  trial_review: { column: 'person_id', reads: '- TU - T - - TU TU', writes: '- TU - T - - TU TU' },
  // The person's own words: whoever decides reads them and can't change them.
  trial_word: { column: 'person_id', reads: '- TU - T - - TU TU', writes: '- - - T - - TU TU' },
  decision_review: { column: 'person_id', reads: 'TU TU - T TU - TU TU', writes: '- TU - - - - TU TU' },
  decision_word: { column: 'person_id', reads: 'TU TU - T TU - TU TU', writes: '- - - T - - TU -' },
  one_on_one: { column: 'member_id', reads: '- - T T - - TU -', writes: '- - T T - - TU -' },
  meeting: { column: MEMBER, reads: '- - T T - - TU -', writes: '- - T T - - TU -' },
  agenda_item: { column: 'author_id', reads: '- - T T - - TU -', writes: '- - T T - - TU -' },
  private_note: { column: 'author_id', reads: '- - T T - - - -', writes: '- - - T - - - -' },
  note_recipient: { column: 'person_id', reads: 'TU TU TU TU TU - TU TU', writes: '- - - T - - - -' },
  note_identity: { column: 'person_id', reads: '- - - T - - - -', writes: '- - - T - - - -' },
  condition_week: { column: 'person_id', reads: '- - - - - - TU TU', writes: '- - - - - - TU TU' },
  condition_share: { column: 'person_id', reads: '- - - T - - TU -', writes: '- - - T - - - -' },
  // Kept for the lead too; one for oneself alone is tried in capabilities/conditions.
  own_word: { column: 'person_id', reads: '- - T T - - - -', writes: '- - - T - - - -' },
  growth_step: { column: 'person_id', reads: '- - T T - - TU TU', writes: '- - T T - - TU TU' },
  delivery: { column: 'person_id', reads: '- - - T - - TU -', writes: '- - - T - - TU -' },
  outgoing: { column: 'person_id', reads: '- - - T - - TU -', writes: '- - - - - - TU -' },
  lead_week: { column: 'person_id', reads: 'TU TU T T - - TU TU', writes: 'TU TU - - - - - TU' },
  development_plan: { column: 'person_id', reads: '- - T T - - TU TU', writes: '- - T T - - TU TU' },
  plan_need: { column: ofPlan('plan_need'), reads: '- - T T - - TU TU', writes: '- - T T - - TU TU' },
  plan_step: { column: ofPlan('plan_step'), reads: '- - T T - - TU TU', writes: '- - T T - - TU TU' },
  plan_feedback: { column: ofPlan('plan_feedback'), reads: '- - T T - - TU TU', writes: '- - T T - - TU TU' },
  completion: { column: 'person_id', reads: '- - T T - - TU TU', writes: '- - - - - - TU TU' },
  // Lea was asked to read it; in a sample whoever opened it reads it too.
  practice_answer: { column: 'person_id', reads: '- - T T - - TU -', writes: '- - - T - - TU -' },
  practice_score: { column: 'person_id', reads: '- - T T - - TU -', writes: '- - - - - - TU -' },
  mentoring_wish: { column: 'person_id', reads: '- - - T - - TU -', writes: '- - - T - - TU -' },
  mentoring_veto: { column: 'person_id', reads: '- - - T - - TU -', writes: '- - - T - - - -' },
  mentoring_pair: { column: 'mentee_id', reads: '- - - T - - TU -', writes: '- - - T - - TU -' },
  mentoring_answer: { column: 'person_id', reads: '- - - T - - TU -', writes: '- - - T - - TU -' },
  mentoring_session: { column: MENTEE, reads: '- - - T - - TU -', writes: '- - - T - - TU -' },
  mentoring_goal: { column: 'author_id', reads: '- - - T - - TU -', writes: '- - - T - - TU -' },
  mentoring_check: { column: 'person_id', reads: '- - - T - - TU -', writes: '- - - T - - TU -' },
  skill_level: { column: 'person_id', reads: 'TU TU TU TU TU - TU TU', writes: 'TU TU T T - - TU TU' },
  skill_hours: { column: 'person_id', reads: 'TU TU T T - - TU TU', writes: 'TU TU T T - - TU TU' },
  protected_attribute: { column: 'person_id', reads: '- - - T TU - - -', writes: '- - - T TU - - -' },
};

/** Tables of which a standing sees all or nothing: whether it reads (r) and writes (w) them. */
const WHOLE: Record<string, string> = {
  firm: 'rw r r r r r rw rw',
  team: 'rw rw r r r - rw rw',
  seat: 'rw rw r r r - rw rw',
  seat_holding: 'rw rw r r r - rw rw',
  seat_line: 'rw rw r r r - rw rw',
  team_hours: 'rw rw r r r - rw rw',
  // Lea changes those of the team that she leads: the only ones here.
  team_target: 'rw rw rw r r - rw rw',
  team_measure: 'rw rw rw r r - rw rw',
  ticket_address: 'rw rw r r r - rw rw',
  growth_firm: 'rw rw - - - - rw rw',
  scenario: 'rw rw - - - - rw rw',
  plan_month: 'rw rw - - - - rw rw',
  growth_seat: 'rw rw - - - - rw rw',
  evidence_total: '- - - - - - rw rw',
  course: 'rw rw r r r - rw rw',
  program_token: 'rw - - - - - rw rw',
  waiting_completion: 'rw rw - - - - rw rw',
  learning_statement: '- - - - - - rw rw',
  skill_need: 'rw rw r r r - rw rw',
  own_skill: 'rw rw r r r - rw rw',
};

/** Tables without rows in this firm, with where they are tried. */
const ELSEWHERE: Record<string, string> = {
  client: 'names only; tried with tickets',
  category: 'names only; tried with tickets',
  import_run: 'tried by access.test.ts',
  import_rejection: 'tried by access.test.ts',
  evidence_cross: 'as evidence_total',
  evidence_fit: 'as evidence_total',
  evidence_made_with: 'as evidence_total',
  playbook_value: 'tried by access.test.ts',
  audit_head: 'holds one hash a firm',
  erased_name: 'tried with erasure',
  erasure_request: 'tried with erasure',
};

let test: TestDatabase;
let firm: RolesFirm;
beforeAll(async () => {
  test = await createTestDatabase();
  firm = await makeRolesFirm(test);
});
afterAll(() => test.close());

/** What a viewer could do, tried and undone. */
async function tried<T>([standing, person]: (typeof VIEWERS)[number], work: (db: Db) => Promise<T>): Promise<T> {
  let result: T | undefined;
  const personId = person === null ? null : firm.people[person];
  const scope = { orgId: firm.orgId, actor: 'test', standing: standing as Standing, personId };
  const undo = new Error('undo');
  await test.database
    .transact(scope, async (db) => {
      result = await work(db);
      throw undo;
    })
    .catch((error) => {
      if (error !== undo) throw error;
    });
  return result!;
}

const letters = (ids: number[]) => {
  const found = (ids.includes(firm.people.tom) ? 'T' : '') + (ids.includes(firm.people.una) ? 'U' : '');
  return found || '-';
};

const mayChange = async (db: Db, table: string) =>
  (await sql<{ may: boolean }>`select has_table_privilege(${table}, 'update') as may`.execute(db)).rows[0]!.may;

describe('row-level security under every role', () => {
  it.each(Object.entries(ABOUT_PEOPLE))(
    'shows and lets change the rows of %s that the role may',
    async (table, row) => {
      const column = sql.raw(row.column);
      const [reads, writes]: string[][] = [[], []];
      for (const viewer of VIEWERS) {
        const seen = await tried(viewer, (db) =>
          sql<{ id: number }>`select ${column} as id from ${sql.table(table)}`.execute(db),
        );
        reads!.push(letters(seen.rows.map(({ id }) => id)));
        const changed = await tried(viewer, async (db) =>
          (await mayChange(db, table))
            ? (
                await sql<{
                  id: number;
                }>`update ${sql.table(table)} set org_id = org_id returning ${column} as id`.execute(db)
              ).rows
            : [],
        );
        writes!.push(letters(changed.map(({ id }) => id)));
      }
      expect({ reads: reads!.join(' '), writes: writes!.join(' ') }).toEqual({ reads: row.reads, writes: row.writes });
    },
  );

  it.each(Object.entries(WHOLE))('opens %s to whom it may', async (table, expected) => {
    const found: string[] = [];
    for (const viewer of VIEWERS) {
      const seen = await tried(viewer, (db) =>
        sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db),
      );
      const column = sql.raw(table === 'firm' ? 'name' : 'org_id');
      const changed = await tried(viewer, (db) =>
        sql`update ${sql.table(table)} set ${column} = ${column}`.execute(db),
      );
      found.push(`${seen.rows[0]!.n > 0 ? 'r' : ''}${(changed.numAffectedRows ?? 0n) > 0n ? 'w' : ''}` || '-');
    }
    expect(found.join(' ')).toBe(expected);
  });

  it('is tried on every table of a firm', async () => {
    const client = new Client({ connectionString: test.adminUrl });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(`select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r'`);
    await client.end();
    const known = new Set([...Object.keys(ABOUT_PEOPLE), ...Object.keys(WHOLE), ...Object.keys(ELSEWHERE)]);
    expect(rows.length).toBeGreaterThan(25);
    expect(rows.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
  });

  it('shows nothing at all to a transaction without a standing', async () => {
    for (const table of [...Object.keys(ABOUT_PEOPLE), ...Object.keys(WHOLE)]) {
      const n = await test.database.transactAsInstall('test', async (db) => {
        await sql.raw(`set local app.org = '${firm.orgId}'`).execute(db);
        return (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db)).rows[0]!.n;
      });
      expect([table, n]).toEqual([table, 0]);
    }
  });

  it('lets nobody add a row about a person whom they may not change', async () => {
    const insert = (viewer: (typeof VIEWERS)[number], personId: number) =>
      tried(viewer, (db) =>
        sql`insert into observation (person_id, rater, kind, competency, level, day)
            values (${personId}, app_rater(), 'answer', 'coaching', 3, '2026-02-01')`.execute(db),
      );
    await insert(['team-lead', 'lea'], firm.people.tom);
    await expect(insert(['team-lead', 'lea'], firm.people.una)).rejects.toThrow(/row-level security/);
    await expect(insert(['technician', 'tom'], firm.people.una)).rejects.toThrow(/row-level security/);
    await expect(insert(['hr', 'hana'], firm.people.tom)).rejects.toThrow(/row-level security/);
    const forged = tried(['team-lead', 'lea'], (db) =>
      sql`insert into observation (person_id, rater, kind, competency, level, day)
          values (${firm.people.tom}, 'person:1', 'answer', 'coaching', 3, '2026-02-01')`.execute(db),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });

  it('opens a candidate’s numbers to who decides once they were told, and closes them again', async () => {
    const visible = (told: string, ended: string) =>
      tried(['service-manager', 'sam'], async (db) => {
        await sql.raw(`set local app.standing = 'engine'`).execute(db);
        await sql`update candidacy set told_at = ${told}::timestamptz, ended_at = ${ended}::timestamptz
                  where person_id = ${firm.people.una}`.execute(db);
        await sql.raw(`set local app.standing = 'service-manager'`).execute(db);
        return (await sql<{ ids: number[] }>`select app_visible() as ids`.execute(db)).rows[0]!.ids;
      });
    const { una } = firm.people;
    expect(await visible(null as never, null as never)).not.toContain(una);
    expect(await visible('2026-01-01', null as never)).toContain(una);
    expect(await visible('2026-01-01', '2026-02-01')).not.toContain(una);
  });
});
