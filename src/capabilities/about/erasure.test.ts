import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contextIn, testSecrets } from '../../../test/support/context.ts';
import { createFirm, type TestDatabase } from '../../../test/support/database.ts';
import { createSampleDatabase } from '../../../test/support/sample-database.ts';
import { leaveTraces } from '../../../test/support/traces.ts';
import type { Role, Standing } from '../../base/roles.ts';
import { type Instant, instantOf, systemClock } from '../../base/time.ts';
import { STORY_DAY } from '../../model/world/cast.ts';
import { createVerifier } from '../../platform/audit/chain.ts';
import { readChain, readHead } from '../../platform/audit/store.ts';
import type { FirmContext } from '../../platform/context.ts';
import type { Db } from '../../platform/db/connect.ts';
import { readFits } from '../../records/evidence/fit.store.ts';
import { importFile } from '../data/actions.ts';
import { refit } from '../evidence/refit.actions.ts';
import { fillWithSample } from '../welcome/sample.actions.ts';
import { askToBeErased, erase, findErasures } from './erasure.actions.ts';

const NOW = instantOf(STORY_DAY);
const GONE = 'Jake Morley';
const ADDRESS = 'jake.morley@cove.example';

let test: TestDatabase;
let owner: Client;
beforeEach(async () => {
  test = await createSampleDatabase('cove');
  owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
});
afterEach(async () => {
  await owner.end();
  await test.close();
});

const within = <T>(
  orgId: number,
  work: (ctx: FirmContext) => Promise<T>,
  as: { standing?: Standing; personId?: number | null; now?: Instant } = {},
) => {
  const { standing = 'engine', personId = null, now = NOW } = as;
  return test.database.transact({ orgId, actor: 'test', standing, personId }, (db) =>
    work(contextIn(db, orgId, { standing, personId, now: () => now })),
  );
};

const rows = async <T>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await owner.query(text, values)).rows as T[];
const one = async (text: string, values: unknown[] = []) =>
  Number(Object.values((await rows<object>(text, values))[0]!)[0]);

/** The same sample firm beside the one that is there. */
async function addFirm(): Promise<number> {
  const { orgId } = await createFirm(test.database);
  await within(orgId, async (ctx) => {
    await fillWithSample(ctx, 'cove');
    await refit(ctx);
  });
  return orgId;
}

/** A sample firm in which somebody has left traces everywhere. */
async function makeFirm(given?: number) {
  const orgId = given ?? (await one('select org_id from firm'));
  return leaveTraces(
    { owner, within: (work) => within(orgId, ({ db }) => work(db)) },
    { orgId, name: GONE, address: ADDRESS, now: NOW },
  );
}

const eraseIn = (orgId: number, personId: number, as: { standing?: Standing; name?: string } = {}) =>
  within(orgId, (ctx) => erase(ctx, { personId, name: as.name ?? GONE }, { refit }), { standing: as.standing ?? 'hr' });

/** Everything that any table says, one text a table: as the owner of the tables sees it. */
async function dump(): Promise<Record<string, string>> {
  const tables = await rows<{ name: string }>(`select n.nspname || '.' || c.relname as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('public', 'auth')`);
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const all = await rows<{ row: string }>(`select t::text as row from ${name} t`);
    found[name] = all.map(({ row }) => row).join('\n');
  }
  return found;
}

type Sums = { team: unknown; total: unknown; months: unknown };
/** What teams and the firm add up to. */
async function sums(orgId: number): Promise<Sums> {
  const of = (text: string) => rows(text, [orgId]);
  return {
    team: await of(`select t.name, count(distinct k.ticket_id) as tickets, sum(k.minutes_worked) as minutes, avg(k.queue_minutes) as queue,
      sum(k.handoffs) as handoffs, (select count(*) from membership m where m.org_id = $1 and m.team_id = t.team_id) as members
      from team t left join ticket k on k.org_id = $1 and k.first_team_id = t.team_id where t.org_id = $1 group by t.team_id, t.name order by 1`),
    total: await of('select outcome, n, sum_y, sum_yy from evidence_total where org_id = $1 order by 1'),
    months: await of(
      `select date_trunc('month', opened_at) as month, count(*), count(distinct first_assignee_id) from ticket where org_id = $1 group by 1 order by 1`,
    ),
  };
}

/** Effects by the name of whom they are about, fitted anew from the sums. */
async function freshEffects(orgId: number): Promise<Map<number, number>> {
  await owner.query('delete from evidence_fit where org_id = $1', [orgId]);
  return within(orgId, async (ctx) => {
    await refit(ctx);
    return effectsIn(ctx.db);
  });
}

async function effectsIn(db: Db): Promise<Map<number, number>> {
  const fitted = (await readFits(db, 'themselves'))
    .map(({ evidence }) => evidence)
    .find(({ status }) => status === 'fitted');
  if (fitted?.status !== 'fitted') throw new Error('nothing was fitted');
  return new Map(fitted.effects.personIds.map((id, i) => [id, fitted.effects.effect[i]!]));
}

describe('an erasure', () => {
  it('leaves sums over teams, and everyone else’s numbers, as they were', async () => {
    const { orgId, gone } = await makeFirm();
    const before = { sums: await sums(orgId), effects: await freshEffects(orgId) };
    await eraseIn(orgId, gone);
    const kept = await within(orgId, ({ db }) => effectsIn(db));
    const standIn = await one('select person_id from person where org_id = $1 and name like $2', [
      orgId,
      'Former colleague%',
    ]);
    const after = { sums: await sums(orgId), effects: await freshEffects(orgId) };
    expect(after.sums).toEqual(before.sums);
    expect(before.effects.size).toBeGreaterThan(2);
    for (const [id, effect] of before.effects) {
      const now = id === gone ? standIn : id;
      expect(Math.abs(after.effects.get(now)! - effect), `${id}`).toBeLessThan(1e-9);
      expect(Math.abs(kept.get(now)! - effect), `${id} in the fit that was kept`).toBeLessThan(1e-9);
    }
    expect(after.effects.has(gone)).toBe(false);
  });

  it('leaves the name, the address and the number in no table, but for the number in the log', async () => {
    const { orgId, gone, other } = await makeFirm();
    const before = await dump();
    expect(Object.values(before).filter((text) => /jake/i.test(text)).length).toBeGreaterThan(7);
    await eraseIn(orgId, gone);
    for (const [table, text] of Object.entries(await dump())) {
      expect([table, text.split('\n').filter((row) => /jake|morley/i.test(row))]).toEqual([table, []]);
    }
    const pointing = await rows<{ table: string; column: string }>(`
      select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.atttypid = 'int8'::regtype
        and a.attname ~ '(person_id|technician_id|assignee_id|owner_id|decider_id)$'`);
    expect(pointing.length).toBeGreaterThan(12);
    for (const { table, column } of pointing) {
      expect([
        table,
        column,
        await one(`select count(*) from "${table}" where org_id = $1 and "${column}" = $2`, [orgId, gone]),
      ]).toEqual([table, column, 0]);
    }
    expect(
      await one(
        'select count(*) from evidence_cross where org_id = $1 and (factor_a = 1 and level_a = $2 or factor_b = 1 and level_b = $2)',
        [orgId, gone],
      ),
    ).toBe(0);
    expect(
      await one('select count(*) from observation where org_id = $1 and person_id = $2', [orgId, other]),
    ).toBeGreaterThan(0);
  });

  it('keeps their words about others without their name, each once, and the decision without who was chosen', async () => {
    const { orgId, gone, other } = await makeFirm();
    await eraseIn(orgId, gone);
    const standIn = await one('select person_id from person where org_id = $1 and name like $2', [
      orgId,
      'Former colleague%',
    ]);
    const said = await rows<{ rater: string }>(
      `select rater from observation where org_id = $1 and person_id = $2 and day = '2026-01-01' and kind = 'rating'`,
      [orgId, other],
    );
    expect(said).toEqual([{ rater: `person:${standIn}` }]);
    const [decision] = await rows<{
      person_id: string | null;
      reason: string;
      advice: { considered: number[]; named: number[]; sentence: string; basis: { sides: unknown[] } };
    }>('select person_id, reason, advice from decision where org_id = $1', [orgId]);
    expect(decision).toMatchObject({
      person_id: null,
      reason: 'Because – asked; – is calm.',
      advice: { considered: [standIn, other], named: [standIn] },
    });
    // How they stood then goes; how the other stood stays.
    expect(decision!.advice.basis.sides).toEqual([{ personId: other }]);
    expect(await rows('select words, person_id from decision_review where org_id = $1', [orgId])).toEqual([
      { words: '– was right for it, says –', person_id: null },
    ]);
    for (const table of ['trial', 'trial_review', 'trial_word', 'decision_word'])
      expect([table, await one(`select count(*) from ${table} where org_id = $1`, [orgId])]).toEqual([table, 0]);
    expect(decision!.advice.sentence).toBe('–, or –, could lead.\n– wants it.');
    const steps = await rows<{ text: string; owner_id: string | null }>(
      'select text, owner_id from next_step where org_id = $1',
      [orgId],
    );
    expect(steps).toEqual([{ text: 'Pair them with –', owner_id: null }]);
  });

  it('takes the account away with its sessions, and leaves one that opens another firm', async () => {
    const { orgId, gone } = await makeFirm();
    const account = await one('select account_id from auth.account where email = $1', [`${orgId}.${ADDRESS}`]);
    await eraseIn(orgId, gone);
    expect(await one('select count(*) from auth.account where account_id = $1', [account])).toBe(0);
    expect(await one('select count(*) from auth.session where actor = $1', [`account:${account}`])).toBe(0);
    expect(await one('select count(*) from auth.invitation where org_id = $1', [orgId])).toBe(0);

    const again = await makeFirm(await addFirm());
    const elsewhere = (await createFirm(test.database, 'Elsewhere')).orgId;
    const kept = await one('select account_id from auth.account where email = $1', [`${again.orgId}.${ADDRESS}`]);
    await owner.query(`insert into auth.firm_access (actor, org_id, role) values ($1, $2, 'technician')`, [
      `account:${kept}`,
      elsewhere,
    ]);
    await eraseIn(again.orgId, again.gone);
    expect(await rows('select org_id::int from auth.firm_access where actor = $1', [`account:${kept}`])).toEqual([
      { org_id: elsewhere },
    ]);
    expect(await rows('select org_id from auth.session where actor = $1', [`account:${kept}`])).toEqual([
      { org_id: null },
    ]);
  });

  it('is not undone by importing people, tickets or ratings that still name them', async () => {
    const { orgId, gone, other } = await makeFirm();
    const otherName = (await rows<{ name: string }>('select name from person where person_id = $1', [other]))[0]!.name;
    await eraseIn(orgId, gone);
    const standIn = await one('select person_id from person where org_id = $1 and name like $2', [
      orgId,
      'Former colleague%',
    ]);
    const bring = (kind: 'people' | 'tickets' | 'ratings', text: string) =>
      importFile({
        database: test.database,
        orgId,
        actor: 'owner',
        secrets: testSecrets,
        now: systemClock,
        log: () => undefined,
        kind,
        source: (async function* () {
          yield Buffer.from(text);
        })(),
        fileName: 'again.csv',
        hooks: { refit },
      });
    const people = await bring(
      'people',
      `name,email,team\n${GONE},${ADDRESS},Desk\nNew Person,new@cove.example,Desk\n`,
    );
    expect(people).toMatchObject({ peopleAdded: 1, message: expect.stringContaining('One person was left out') });
    await bring(
      'ratings',
      `rater,person,competency,level,date\n${GONE.toUpperCase()},${otherName},coaching,4,2026-03-01\n`,
    );
    expect(await rows(`select rater from observation where org_id = $1 and day = '2026-03-01'`, [orgId])).toEqual([
      { rater: `person:${standIn}` },
    ]);
    const tickets = await bring(
      'tickets',
      `number,opened,resolved,assignee,minutes worked\nT-1,2026-03-01 09:00,2026-03-01 10:00,jake morley,30\nT-2,2026-03-01 09:00,2026-03-01 10:00,New Person,30\n`,
    );
    expect(tickets).toMatchObject({ ticketsAdded: 2, peopleAdded: 0 });
    expect(
      await rows(`select first_assignee_id::int as id from ticket where org_id = $1 and external_id = 'T-1'`, [orgId]),
    ).toEqual([{ id: standIn }]);
    expect(
      await one(`select count(*) from person where org_id = $1 and (name ilike '%jake%' or email ilike '%jake%')`, [
        orgId,
      ]),
    ).toBe(0);
    expect(await one(`select count(*) from observation where org_id = $1 and rater ilike '%jake%'`, [orgId])).toBe(0);
  });

  it('leaves the log whole, and writes no name into it', async () => {
    const { orgId, gone } = await makeFirm();
    await eraseIn(orgId, gone);
    await within(orgId, async ({ db }) => {
      const verifier = createVerifier(testSecrets, orgId);
      for await (const line of readChain(db)) expect(verifier.check(line)).toBeUndefined();
      expect(verifier.finish(await readHead(db))).toBeUndefined();
    });
  });

  it('tells the log whom it was about and which stand-in took over', async () => {
    const { orgId, gone } = await makeFirm();
    const concerns = await within(
      orgId,
      async (ctx) => {
        await erase(ctx, { personId: gone, name: ` ${GONE.toLowerCase()} ` }, { refit });
        return { people: [...ctx.concerns.people], details: ctx.concerns.details };
      },
      { standing: 'owner' },
    );
    const standIn = await one('select person_id from person where org_id = $1 and name like $2', [
      orgId,
      'Former colleague%',
    ]);
    expect(concerns).toEqual({ people: [gone], details: { standIn } });
  });

  it('keeps somebody else’s name that happens to be the same', async () => {
    const { orgId, gone } = await makeFirm();
    await owner.query(`insert into person (org_id, name) values ($1, $2)`, [orgId, GONE]);
    await eraseIn(orgId, gone);
    expect(await one('select count(*) from person where org_id = $1 and name = $2', [orgId, GONE])).toBe(1);
    const [kept] = await rows<{ reason: string }>('select reason from decision where org_id = $1', [orgId]);
    expect(kept!.reason).toContain('JAKE MORLEY');
  });

  it('is refused for whoever holds a seat, with another name typed, and for the only owner who can sign in', async () => {
    const { orgId, gone } = await makeFirm();
    await expect(eraseIn(orgId, gone, { name: 'Jake' })).rejects.toThrow(/Type the name/);
    await owner.query(`update auth.firm_access set role = 'owner' where org_id = $1 and person_id = $2`, [orgId, gone]);
    await expect(eraseIn(orgId, gone)).rejects.toThrow(/only owner/);
    const holder = await rows<{ person_id: string; name: string; title: string }>(
      `select p.person_id, p.name, s.title from seat_holding h join person p using (org_id, person_id) join seat s using (org_id, seat_id)
       where h.org_id = $1 and h.to_day is null limit 1`,
      [orgId],
    );
    const { person_id, name, title } = holder[0]!;
    await expect(eraseIn(orgId, Number(person_id), { name })).rejects.toThrow(`${name} holds the seat "${title}"`);
    expect(await one('select count(*) from person where org_id = $1 and person_id = $2', [orgId, gone])).toBe(1);
  });

  it('is asked for by oneself alone, and read by whoever carries it out', async () => {
    const { orgId, gone, other } = await makeFirm();
    const asked = (standing: Role, personId: number) => within(orgId, askToBeErased, { standing, personId });
    await asked('technician', gone);
    await asked('technician', gone);
    const { wishes } = await within(orgId, findErasures, { standing: 'hr' });
    expect(wishes).toEqual([{ personId: gone, name: GONE, askedAt: NOW, inTheWay: null }]);
    const seen = (standing: Role, personId: number | null) =>
      within(orgId, ({ db }) => db.selectFrom('erasure_request').select('person_id').execute(), { standing, personId });
    expect(await seen('owner', null)).toEqual([{ person_id: gone }]);
    expect(await seen('technician', gone)).toEqual([{ person_id: gone }]);
    for (const role of ['technician', 'team-lead', 'service-manager'] as const)
      expect(await seen(role, other)).toEqual([]);
    const forged = within(
      orgId,
      ({ db }) =>
        db
          .insertInto('erasure_request')
          .values({ person_id: other, asked_at: NOW as never })
          .execute(),
      { standing: 'technician', personId: gone },
    );
    await expect(forged).rejects.toThrow();
    await expect(within(orgId, askToBeErased, { standing: 'owner' })).rejects.toThrow(/nobody on the list/);
  });
});
