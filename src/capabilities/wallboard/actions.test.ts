import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextIn } from '../../../test/support/context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { makeRolesFirm, type RolesFirm } from '../../../test/support/roles-firm.ts';
import { type Day, instantOf } from '../../base/time.ts';
import { findWallboard } from './actions.ts';

let test: TestDatabase;
let firm: RolesFirm;
let owner: Client;
beforeAll(async () => {
  test = await createTestDatabase();
  firm = await makeRolesFirm(test);
  owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
  await owner.query('delete from ticket where org_id = $1', [firm.orgId]);
});
afterAll(async () => {
  await owner.end();
  await test.close();
});

const ticket = (team: number, opened: string, resolved: string | null) =>
  owner.query(
    `insert into ticket (org_id, source, external_id, opened_at, resolved_at, first_team_id)
     values ($1, 'test', gen_random_uuid()::text, $2, $3, $4)`,
    [firm.orgId, opened, resolved, team],
  );
const wall = (orgId = firm.orgId) =>
  test.database.transact({ orgId, actor: 'test', standing: 'wallboard' }, (db) =>
    findWallboard(contextIn(db, orgId, { standing: 'wallboard', now: () => instantOf('2026-11-20' as Day) })),
  );
const addMember = async (team: number) => {
  const { rows } = await owner.query('insert into person (org_id, name) values ($1, $2) returning person_id', [
    firm.orgId,
    `Extra ${team}`,
  ]);
  await owner.query('insert into membership (org_id, person_id, team_id, from_day) values ($1, $2, $3, $4)', [
    firm.orgId,
    rows[0].person_id,
    team,
    // Told after the newest ticket came, as with a list of people that is brought beside older tickets.
    '2026-11-19',
  ]);
};

describe('the wallboard', () => {
  it('counts a queue, and its week from three people on: below, the week would be somebody’s own', async () => {
    const { podA, podB } = firm.teams;
    for (let i = 0; i < 2; i++) await addMember(podA);
    await ticket(podA, '2026-11-18T10:00Z', null);
    await ticket(podA, '2026-11-14T10:00Z', '2026-11-17T10:00Z');
    // Opened and resolved before the week of the newest ticket (12 to 18 November).
    await ticket(podA, '2026-11-01T10:00Z', '2026-11-11T10:00Z');
    await ticket(podA, '2026-11-01T10:00Z', null);
    await ticket(podB, '2026-11-16T10:00Z', null);
    expect(await wall()).toEqual({
      firmName: 'Roles',
      day: '2026-11-18',
      isToday: false,
      hasTickets: true,
      teams: [
        { teamId: podA, name: 'Pod A', open: 2, week: { opened: 2, resolved: 1 } },
        { teamId: podB, name: 'Pod B', open: 1, week: null },
      ],
    });
  });

  it('names nobody', async () => {
    expect(JSON.stringify(await wall())).not.toMatch(/Tom|Una|Lea|Extra/);
  });

  it('says so where there are no tickets yet', async () => {
    const { orgId } = await createFirm(test.database, 'Empty');
    expect(await wall(orgId)).toMatchObject({ teams: [], hasTickets: false });
  });
});
