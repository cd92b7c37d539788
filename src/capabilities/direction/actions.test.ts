import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { contextIn } from '../../../test/support/context.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { makeRolesFirm, type PersonKey, type RolesFirm } from '../../../test/support/roles-firm.ts';
import type { Standing } from '../../base/roles.ts';
import type { Instant } from '../../base/time.ts';
import type { FirmContext } from '../../platform/context.ts';
import type { Db } from '../../platform/db/connect.ts';
import { findDirections } from './actions.ts';
import { dropTarget, keepAim, keepCameOf, keepTarget, keepTyped } from './change.actions.ts';

const NOW = Date.parse('2026-03-10T08:00:00Z') as Instant;
const HOUR = 3_600_000;

let test: TestDatabase;
let firm: RolesFirm;
beforeEach(async () => {
  test ??= await createTestDatabase();
  firm = await makeRolesFirm(test);
  // Hana works in Pod A too, so that it is a team of three; nothing was agreed yet.
  await engine(async (db) => {
    await sql`insert into membership (person_id, team_id, from_day) values (${firm.people.hana}, ${firm.teams.podA}, '2024-01-01')`.execute(
      db,
    );
    for (const table of ['team_target', 'team_aim', 'team_measure', 'ticket'] as const)
      await sql`delete from ${sql.table(table)}`.execute(db);
  });
});
afterAll(() => test.close());

const engine = <T>(work: (db: Db) => Promise<T>) =>
  test.database.transact({ orgId: firm.orgId, actor: 'test', standing: 'engine' }, work);
const STANDINGS: Record<PersonKey, Standing> = {
  ...{ olga: 'owner', sam: 'service-manager', lea: 'team-lead', max: 'team-lead' },
  ...{ tom: 'technician', una: 'technician', hana: 'hr' },
};
function as<T>(who: PersonKey, work: (ctx: FirmContext) => Promise<T>): Promise<T> {
  const scope = { orgId: firm.orgId, actor: 'account:1', standing: STANDINGS[who], personId: firm.people[who] };
  return test.database.transact(scope, (db) => work(contextIn(db, firm.orgId, { ...scope, now: () => NOW })));
}
const podA = () => firm.teams.podA;
const teamsOf = async (who: PersonKey) => (await as(who, findDirections)).teams;
const shown = async (who: PersonKey = 'lea') => (await teamsOf(who)).find(({ teamId }) => teamId === podA())!;
const target = (given: object = {}) => ({ teamId: podA(), measure: 'backlog' as const, value: 20, ...given });

describe('what a team aims at', () => {
  it('is one sentence for the quarter with somebody who sees to it; another takes its place, and it says what came of it', async () => {
    const aim = (text: string, quarter = '2026-01-01') =>
      as('lea', (ctx) => keepAim(ctx, { teamId: podA(), quarter, text, ownerId: firm.people.tom }));
    await aim('Fewer repeats.');
    await aim('Fewer repeats on printers.');
    await aim('None at all.', '2026-04-01');
    expect(await shown()).toMatchObject({
      aim: { text: 'Fewer repeats on printers.', owner: { name: 'Tom Tech' }, cameOf: null },
      nextAim: { text: 'None at all.' },
      lead: { name: 'Lea Lead' },
      isVacant: false,
      mayChange: true,
    });
    await as('lea', (ctx) => keepCameOf(ctx, { teamId: podA(), quarter: '2026-01-01', cameOf: 'partly' }));
    expect((await shown()).aim!.cameOf).toBe('partly');
    await expect(aim('Too late.', '2025-10-01')).rejects.toThrow('2025-10-01 is neither');
    await expect(
      as('lea', (ctx) => keepCameOf(ctx, { teamId: podA(), quarter: '2025-01-01', cameOf: 'reached' })),
    ).rejects.toThrow('Pod A had no aim in the quarter from 2025-01-01');
  });

  it('names nobody who is not here, and stays without an owner when somebody is erased', async () => {
    const set = (ownerId: number) =>
      as('olga', (ctx) => keepAim(ctx, { teamId: podA(), quarter: '2026-01-01', text: 'Fewer repeats.', ownerId }));
    await expect(set(999_999)).rejects.toThrow('not among the people here');
    await set(firm.people.hana);
    await engine((db) => db.deleteFrom('person').where('person_id', '=', firm.people.hana).execute());
    expect((await shown()).aim).toMatchObject({ text: 'Fewer repeats.', owner: null });
  });
});

describe('the targets of a team', () => {
  it('are at most two, of different kinds; a third is refused, and one of the same kind takes the place of the one before', async () => {
    await as('lea', (ctx) => keepTarget(ctx, target()));
    await as('lea', (ctx) => keepTarget(ctx, target({ measure: 'satisfaction', value: 0.8 })));
    await expect(
      as('lea', (ctx) => keepTarget(ctx, target({ measure: 'service-level', value: 0.8, withinHours: 8 }))),
    ).rejects.toThrow('Pod A has two targets, “Open tickets” and “Satisfied clients”: end one');
    await as('lea', (ctx) => keepTarget(ctx, target({ value: 15 })));
    expect((await shown()).targets.map(({ measure, value }) => [measure, value])).toEqual([
      ['backlog', 15],
      ['satisfaction', 0.8],
    ]);
    await as('lea', (ctx) => dropTarget(ctx, { teamId: podA(), measure: 'satisfaction' }));
    await expect(as('lea', (ctx) => dropTarget(ctx, { teamId: podA(), measure: 'satisfaction' }))).rejects.toThrow(
      'has no target “Satisfied clients”',
    );
    await as('lea', (ctx) => keepTarget(ctx, target({ measure: 'service-level', value: 0.8, withinHours: 8 })));
    expect((await shown()).targets).toHaveLength(2);
  });

  it('stay two when two are set at once', async () => {
    await as('lea', (ctx) => keepTarget(ctx, target()));
    const both = await Promise.allSettled([
      as('lea', (ctx) => keepTarget(ctx, target({ measure: 'satisfaction', value: 0.8 }))),
      as('sam', (ctx) => keepTarget(ctx, target({ measure: 'service-level', value: 0.8, withinHours: 8 }))),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await shown()).targets).toHaveLength(2);
  });

  it('are none where the team is so small that one would be about a person', async () => {
    await expect(as('sam', (ctx) => keepTarget(ctx, target({ teamId: firm.teams.podB })))).rejects.toThrow(
      'Pod B has 2 people, so a target would be about a person: teams have targets from 3 people on.',
    );
    await as('lea', (ctx) => keepTarget(ctx, target()));
    await engine((db) =>
      sql`update person set left_on = '2026-03-01' where person_id = ${firm.people.hana}`.execute(db),
    );
    expect(await shown()).toMatchObject({ isSmall: true, targets: [], track: null });
  });

  it('stand by the team’s tickets up to now, else by what was typed', async () => {
    await as('lea', (ctx) => keepTarget(ctx, target({ value: 10 })));
    expect((await shown()).targets[0]!.says).toBe('Not enough evidence yet: 0 of 20 tickets.');
    await as('lea', (ctx) => keepTyped(ctx, { teamId: podA(), measure: 'backlog', month: '2026-02-01', value: 9 }));
    expect((await shown()).targets[0]).toMatchObject({ found: { track: 'on', value: 9 } });
    await engine(async (db) => {
      for (let i = 0; i < 30; i++) {
        const opened = (NOW - (25 - i / 2) * 24 * HOUR) / 1000;
        await sql`insert into ticket (source, external_id, opened_at, resolved_at, first_team_id)
          values ('t', ${`T${i}`}, to_timestamp(${opened}), to_timestamp(${i < 18 ? opened + 3600 : null}), ${podA()})`.execute(
          db,
        );
      }
      // Of another team, and one that is opened later.
      await sql`insert into ticket (source, external_id, opened_at, first_team_id) values
        ('t', 'other', to_timestamp(${NOW / 1000 - 9999}), ${firm.teams.podB}),
        ('t', 'later', to_timestamp(${NOW / 1000 + 9999}), ${podA()})`.execute(db);
    });
    expect((await shown()).targets[0]).toMatchObject({ found: { value: 12 } });
    expect((await shown()).targets[0]!.says).toMatch(/^12 open on 10 March/);
  });

  it('take no month that is to come, or no month at all', async () => {
    const type = (month: string) =>
      as('lea', (ctx) => keepTyped(ctx, { teamId: podA(), measure: 'backlog', month, value: 9 }));
    await expect(type('2026-04-01')).rejects.toThrow('2026-04-01 is no first day of a month of the last two years');
    await expect(type('2026-02-14')).rejects.toThrow('no first day');
  });
});

describe('who reads and says where a team is going', () => {
  it('everybody theirs, leads what is below them, the owner and the service manager all; whoever leads it, or above, says it', async () => {
    const names = async (who: PersonKey) => (await teamsOf(who)).map(({ name }) => name);
    expect(await names('sam')).toEqual(['Pod A', 'Pod B']);
    expect(await names('lea')).toEqual(['Pod A']);
    expect(await names('tom')).toEqual(['Pod A']);
    expect((await shown('tom')).mayChange).toBe(false);
    expect((await as('tom', findDirections)).people).toEqual([]);
    const text = 'Fewer repeats.';
    const set = (who: PersonKey, teamId: number) =>
      as(who, (ctx) => keepAim(ctx, { teamId, quarter: '2026-01-01', text }));
    await expect(set('max', podA())).rejects.toThrow('There is no such team in this firm.');
    await expect(set('tom', podA())).rejects.toThrow('Where Pod A is going is said by whoever leads it, or above.');
  });

  it('is held by the database too: no lead writes another’s, no technician any', async () => {
    const write = (who: PersonKey) =>
      as(who, ({ db }) =>
        sql`insert into team_aim (team_id, quarter, text) values (${podA()}, '2026-01-01', 'x')`.execute(db),
      );
    await expect(write('max')).rejects.toThrow(/row-level security/);
    await expect(write('tom')).rejects.toThrow(/row-level security/);
    await expect(write('hana')).rejects.toThrow(/row-level security/);
    await write('lea');
  });
});
