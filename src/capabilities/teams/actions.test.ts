import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextIn } from '../../../test/support/context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { makeRolesFirm, type RolesFirm } from '../../../test/support/roles-firm.ts';
import type { Standing } from '../../base/roles.ts';
import { fillWithSample } from '../welcome/sample.actions.ts';
import { findHelp } from './actions.ts';
import type { DrawnHelp } from './words.ts';

let test: TestDatabase;
let owner: Client;
let firm: RolesFirm;
beforeAll(async () => {
  test = await createTestDatabase();
  owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
  firm = await makeRolesFirm(test);
});
afterAll(async () => {
  await owner.end();
  await test.close();
});

async function look(standing: Standing, personId: number | null = null, orgId = firm.orgId) {
  return test.database.transact({ orgId, actor: 'test', standing, personId }, async (db) => {
    const ctx = contextIn(db, orgId, { standing, personId });
    const help = await findHelp(ctx);
    return { help, concerns: [...ctx.concerns.people] };
  });
}
const drawn = async (...as: Parameters<typeof look>) => (await look(...as)).help as DrawnHelp;

let brought = 0;
/** So many tickets that `from` got first and handed on to `to`; to themselves: their own. */
async function bring(from: number, to: number, count: number) {
  brought += 1;
  await owner.query(
    `insert into ticket (org_id, source, external_id, opened_at, resolved_at, first_assignee_id, handed_by_id, resolver_id)
     select $1, 'test', $2 || n, '2026-10-01', '2026-10-02', $3::bigint, nullif($3::bigint, $4::bigint), nullif($4::bigint, $3::bigint)
     from generate_series(1, $5::int) as n`,
    [firm.orgId, `${brought}-`, from, to, count],
  );
}

async function addTo(team: number, name: string): Promise<number> {
  const { rows } = await owner.query(
    `insert into person (org_id, name, work) values ($1, $2, 'product') returning person_id as id`,
    [firm.orgId, name],
  );
  await owner.query(`insert into membership (org_id, person_id, team_id, from_day) values ($1, $2, $3, '2024-01-01')`, [
    firm.orgId,
    rows[0].id,
    team,
  ]);
  return Number(rows[0].id);
}

describe('who helps whom', () => {
  it('says what is missing: no hand-over at all, then how many of how many', async () => {
    const { orgId } = await createFirm(test.database, 'Empty');
    expect((await look('operator', null, orgId)).help).toMatchObject({ status: 'nothing-known', hasTickets: false });
    await bring(firm.people.tom, firm.people.tom, 40);
    expect((await look('operator')).help).toMatchObject({ status: 'nothing-known', hasTickets: true });
    await bring(firm.people.tom, firm.people.lea, 5);
    expect((await look('operator')).help).toMatchObject({ status: 'not-enough-evidence', have: 5, need: 30 });
  });

  it('shows each role the people who are open to it, and everybody else within their team', async () => {
    const { people, teams } = firm;
    await owner.query(
      `insert into membership (org_id, person_id, team_id, from_day) values ($1, $2, $3, '2024-01-01'), ($1, $4, $5, '2024-01-01')`,
      [firm.orgId, people.lea, teams.podA, people.max, teams.podB],
    );
    const [a, b, lone] = [
      await addTo(teams.podA, 'Ada'),
      await addTo(teams.podB, 'Bea'),
      await addTo(teams.podB, 'Lone'),
    ];
    const more = [await addTo(teams.podB, 'Cy'), await addTo(teams.podB, 'Dee')];
    await bring(people.tom, people.una, 20);
    for (const one of [a, people.lea]) await bring(one, people.max, 6);
    for (const one of [b, ...more]) await bring(people.tom, one, 3);
    for (const one of [lone, b, ...more]) await bring(one, one, 50);
    await bring(lone, people.una, 2);

    const whole = await drawn('operator');
    const everybody = whole.names.map(({ name }) => name);
    for (const name of ['Tom Tech', 'Una Unseen', 'Max Manner']) expect(everybody).toContain(name);
    const lead = await look('team-lead', people.lea);
    expect((lead.help as DrawnHelp).names.map(({ name }) => name).sort()).toEqual(['Lea Lead', 'Tom Tech']);
    expect(lead.concerns.sort()).toEqual([people.lea, people.tom].sort());
    const technician = await drawn('technician', people.tom);
    expect(technician.names.map(({ name }) => name)).toEqual(['Tom Tech']);
    expect(JSON.stringify(technician)).not.toMatch(/Una|Max|Ada|Bea|Lone/);
  });

  it('tells somebody alone that they have no help from another team; everyone else how many, and not who', async () => {
    const { rows } = await owner.query(`select person_id as id from person where org_id = $1 and name = 'Lone'`, [
      firm.orgId,
    ]);
    const lone = Number(rows[0].id);
    expect((await drawn('technician', lone)).you).toMatchObject({ isolated: true, alone: false, own: 52, between: 0 });
    for (const who of [
      ['operator', null],
      ['owner', firm.people.olga],
      ['team-lead', firm.people.max],
      ['technician', firm.people.una],
    ] as [Standing, number | null][]) {
      const help = await drawn(...who);
      expect([who, help.isolated]).toEqual([who, [{ teamId: firm.teams.podB, people: 1 }]]);
    }
    // Whoever sees everybody can't tell her from those who have little help with others.
    const { nodes } = await drawn('operator');
    const others = nodes.filter(({ teamId, kind }) => teamId === firm.teams.podB && kind === 'others');
    expect(nodes.some(({ personId }) => personId === lone)).toBe(false);
    expect(others.map(({ people }) => people)).toEqual([4]);
  });
});

describe('the numbers of the sample Northline', () => {
  it('are those counted by hand from its tickets', async () => {
    const { orgId } = await createFirm(test.database, 'Northline');
    await test.database.transact({ orgId, actor: 'test', standing: 'engine' }, (db) =>
      fillWithSample(contextIn(db, orgId), 'northline'),
    );
    const help = await drawn('operator', null, orgId);
    const { given, received, own, ends } = await countByHand(orgId);
    const people = help.nodes.filter(({ kind }) => kind === 'person');
    expect(people.length).toBeGreaterThan(40);
    for (const { personId, ...node } of people) {
      const at = personId as number;
      expect([at, node.given, node.received, node.own]).toEqual([
        at,
        given.get(at) ?? 0,
        received.get(at) ?? 0,
        own.get(at) ?? 0,
      ]);
      expect(Math.abs(node.measures!.endsUp - ends.get(at)!)).toBeLessThan(1e-8);
    }
  }, 60_000);
});

/** Northline helps within its teams alone; counted row by row, and where tickets end up by walking a long time. */
async function countByHand(orgId: number) {
  const { rows } = await owner.query<{
    first: string | null;
    from: string | null;
    to: string | null;
    same: boolean | null;
  }>(
    `select t.first_assignee_id as first, t.handed_by_id as from, t.resolver_id as to, a.team_id = b.team_id as same from ticket t
     left join membership a on a.org_id = t.org_id and a.person_id = t.handed_by_id
     left join membership b on b.org_id = t.org_id and b.person_id = t.resolver_id
     where t.org_id = $1 and t.resolved_at > (select max(resolved_at) - interval '12 months' from ticket where org_id = $1 and handed_by_id is not null)`,
    [orgId],
  );
  const [given, received, own] = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()];
  const ties = new Map<number, Map<number, number>>();
  const add = (map: Map<number, number>, key: number) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const { first, from, to, same } of rows) {
    if (first !== null) add(own, Number(first));
    if (from === null || to === null || !same) continue;
    add(given, Number(to));
    add(received, Number(from));
    const out = ties.get(Number(from)) ?? new Map<number, number>();
    add(out, Number(to));
    ties.set(Number(from), out);
  }
  const ids = [...new Set([...given.keys(), ...received.keys()])];
  let ends = new Map(ids.map((one) => [one, 1 / ids.length]));
  for (let round = 0; round < 400; round++) {
    const stuck = ids.filter((one) => !ties.has(one)).reduce((sum, one) => sum + ends.get(one)!, 0);
    const base = (0.15 + 0.85 * stuck) / ids.length;
    const next = new Map(ids.map((one) => [one, base]));
    for (const [from, out] of ties) {
      const all = [...out.values()].reduce((sum, one) => sum + one, 0);
      for (const [to, n] of out) next.set(to, next.get(to)! + (0.85 * ends.get(from)! * n) / all);
    }
    ends = next;
  }
  return { given, received, own, ends };
}
