import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextIn, testSecrets } from '../../../test/support/context.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import fc from '../../../test/support/properties.ts';
import { makeRolesFirm, type PersonKey, type RolesFirm } from '../../../test/support/roles-firm.ts';
import type { Standing } from '../../base/roles.ts';
import type { Instant } from '../../base/time.ts';
import { appendAudit } from '../../platform/audit/store.ts';
import type { FirmContext } from '../../platform/context.ts';
import { saveFit } from '../../records/evidence/fit.store.ts';
import { readWish } from '../../records/people/store.ts';
import type { PersonId } from '../../records/people/types.ts';
import { disputesOf } from '../../records/remarks/disputes.ts';
import { readRemarks } from '../../records/remarks/store.ts';
import { exportAbout, findAboutMe } from './actions.ts';
import { HOLDINGS } from './catalogue.ts';
import type { PersonAbout } from './contract.ts';
import { answer, findOpenRemarks, say, wish } from './remarks.actions.ts';

const NOW = Date.UTC(2026, 2, 2) as Instant;
const PAGE = { tickets: 0, looks: 0 };
const ROLES: Record<PersonKey, Standing> = {
  olga: 'owner',
  sam: 'service-manager',
  lea: 'team-lead',
  max: 'team-lead',
  tom: 'technician',
  una: 'technician',
  hana: 'hr',
};

let test: TestDatabase;
let owner: Client;
let firm: RolesFirm;
beforeAll(async () => {
  test = await createTestDatabase();
  owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
  firm = await makeRolesFirm(test);
  for (const [key, standing] of Object.entries(ROLES)) {
    const { rows } = await owner.query<{ id: string }>(
      'insert into auth.account (email, name) values ($1, $2) returning account_id as id',
      [`${key}@roles.example`, `${key}'s account`],
    );
    await owner.query('insert into auth.firm_access (actor, org_id, role, person_id) values ($1, $2, $3, $4)', [
      `account:${rows[0]!.id}`,
      firm.orgId,
      standing,
      firm.people[key as PersonKey],
    ]);
  }
});
afterAll(async () => {
  await owner.end();
  await test.close();
});

/** Acts as one of the firm's people, or (null) as whoever holds the server. */
async function as<T>(who: PersonKey | null, work: (ctx: FirmContext) => Promise<T>): Promise<T> {
  const standing = who === null ? 'operator' : ROLES[who];
  const personId = who === null ? null : firm.people[who];
  const { rows } = await owner.query<{ actor: string }>('select actor from auth.firm_access where person_id = $1', [
    personId,
  ]);
  const actor = rows[0]?.actor ?? 'owner';
  const { orgId } = firm;
  return test.database.transact({ orgId, actor, standing, personId }, (db) =>
    work(contextIn(db, orgId, { actor, standing, personId, now: () => NOW })),
  );
}

const aboutOf = async (who: PersonKey) => (await as(who, (ctx) => findAboutMe(ctx, PAGE))) as PersonAbout;
const tableOf = (about: PersonAbout, key: string) =>
  about.groups.flatMap(({ tables }) => tables).find((one) => one.key === key)!;

describe('the page about oneself', () => {
  it('has every kind of thing that is held, in words, for every role', async () => {
    for (const who of Object.keys(ROLES) as PersonKey[]) {
      const about = await aboutOf(who);
      const keys = about.groups.flatMap(({ tables }) => tables.map(({ key }) => key));
      expect(new Set(keys)).toEqual(new Set(HOLDINGS.map(({ key }) => key)));
      expect(tableOf(about, 'person').rows[0]!.cells).toMatchObject({ email: `${who}@roles.example` });
      expect(about.own).toBe(true);
    }
    const tom = await aboutOf('tom');
    for (const key of [
      'wish',
      'said',
      'ticket',
      'candidacy',
      'decision',
      'protected_attribute',
      'firm_access',
      'steps',
    ])
      expect([key, tableOf(tom, key).rows.length]).toEqual([key, 1]);
    expect(tableOf(tom, 'membership').rows[0]!.cells).toEqual({
      team_id: 'Pod A',
      from_day: '2024-01-01',
      to_day: null,
    });
    expect(tableOf(tom, 'evidence_case').total).toBe(1);
    expect(tom.numbers.map(({ about }) => about)).toContain(`competency/${firm.people.tom}/coaching`);
  });

  it('names no rater: only yourself, your lead or a colleague', async () => {
    const { tom, lea, una } = firm.people;
    const rate = `insert into observation (org_id, person_id, rater, kind, competency, level, day) values ($1, $2, $3, 'answer', 'fairness', 3, '2026-02-02')`;
    for (const rater of [`person:${tom}`, `person:${lea}`, `person:${una}`, 'Una Unseen', 'LEA LEAD'])
      await owner.query(rate, [firm.orgId, tom, rater]);
    const about = await aboutOf('tom');
    const said = tableOf(about, 'said').rows.filter(({ cells }) => cells.competency === 'Fairness and recognition');
    expect(said.map(({ cells }) => cells.rater).sort()).toEqual(
      ['a colleague', 'a colleague', 'yourself', 'your lead', 'your lead'].sort(),
    );
    expect(JSON.stringify(tableOf(about, 'said'))).not.toMatch(/Una|Lea\b/);
  });

  it('says what is next in one’s own mentoring, to oneself alone', async () => {
    const own = await aboutOf('tom');
    const text = 'You meet Max Manner on 3 February, as their mentee.';
    expect(own.mentoring).toEqual([{ text, to: expect.stringMatching(/^\/mentoring\/\d+$/) }]);
    const shown = await as(null, (ctx) => findAboutMe(ctx, { ...PAGE, personId: firm.people.tom }));
    expect(shown).toMatchObject({ own: false, mentoring: [] });
  });

  it('says for which seat one is considered and who decides, and counts it as told', async () => {
    const told = () => owner.query('select told_at from candidacy where person_id = $1', [firm.people.tom]);
    await owner.query('update candidacy set told_at = null where person_id = $1', [firm.people.tom]);
    await as(null, (ctx) => findAboutMe(ctx, { ...PAGE, personId: firm.people.tom }));
    expect((await told()).rows[0].told_at).toBeNull();
    const about = await aboutOf('tom');
    expect(about.considered).toHaveLength(1);
    expect(about.considered[0]).toMatch(/^You are considered for Lead Nights\. .+ decides and can see your numbers\.$/);
    expect((await told()).rows[0].told_at).not.toBeNull();
  });

  it('shows who looked, by name and role, acting from the server too', async () => {
    const { orgId, people } = firm;
    await as('lea', (ctx) =>
      appendAudit(
        ctx.db,
        testSecrets,
        { orgId, actor: ctx.actor, standing: 'team-lead' },
        { action: 'readPerson', people: [people.tom], details: { actingBy: 'root' } },
        NOW,
      ),
    );
    const { looks } = await aboutOf('tom');
    expect(looks.rows.find(({ did }) => did === 'looked at your profile')).toMatchObject({
      at: '2026-03-02 00:00',
      who: 'Lea Lead (somebody at the server, in this name)',
      role: 'team lead',
      did: 'looked at your profile',
    });
    expect((await aboutOf('una')).looks.rows.map(({ did }) => did)).not.toContain('looked at your profile');
  });

  it('shows a new number first to its person, and says from when others see it', async () => {
    const { tom, una, lea } = firm.people;
    const evidence = (effect: number) => ({
      status: 'fitted' as const,
      effects: {
        ...{ outcome: 'minutes-worked' as const, dataVersion: 1, modelVersion: 'm', n: 900, tau2: 0.1, sigma: 0.8 },
        personIds: [tom, una, lea] as PersonId[],
        effect: [effect, -effect / 2, -effect / 2],
        pev: [0.004, 0, 0, 0, 0.004, 0, 0, 0, 0.004],
        ...{ tickets: [300, 300, 300], component: [0, 0, 0], clients: 3, categories: 3, theta: {} },
      },
    });
    await as(null, (ctx) =>
      saveFit(
        ctx.db,
        { outcome: 'minutes-worked', dataVersion: 1, modelVersion: 'm', evidence: evidence(0.1) },
        null,
        (NOW - 30 * 86_400_000) as Instant,
      ),
    );
    expect((await aboutOf('tom')).aloneUntil).toBeNull();
    await as(null, (ctx) =>
      saveFit(
        ctx.db,
        { outcome: 'minutes-worked', dataVersion: 2, modelVersion: 'm', evidence: evidence(-0.4) },
        null,
        NOW,
      ),
    );
    const about = await aboutOf('tom');
    expect(about.aloneUntil).toBe('2026-03-09');
    expect(about.numbers.find((one) => one.competency === 'resolving')?.isNew).toBe(true);
    const slice = tableOf(about, 'evidence_fit').rows.map(({ cells }) => cells.effects);
    expect(slice).toEqual([
      'spread 0.063, tickets 300, log minutes -0.4',
      'spread 0.063, tickets 300, log minutes 0.1',
    ]);
    await owner.query('delete from evidence_fit');
  });

  it('is for oneself; whoever holds the server chooses, is written down, and can not read protected groups', async () => {
    const { tom } = firm.people;
    await expect(as('olga', (ctx) => findAboutMe(ctx, { ...PAGE, personId: tom }))).rejects.toThrow(/about yourself/);
    await expect(as('hana', (ctx) => exportAbout(ctx, { format: 'json', personId: tom }))).rejects.toThrow(
      /about yourself/,
    );
    const chosen = await as(null, (ctx) => findAboutMe(ctx, PAGE));
    expect(chosen).toMatchObject({
      state: 'choose',
      people: expect.arrayContaining([{ personId: tom, name: 'Tom Tech' }]),
    });
    const { about, concerns } = await as(null, async (ctx) => ({
      about: (await findAboutMe(ctx, { ...PAGE, personId: tom })) as PersonAbout,
      concerns: ctx.concerns.people,
    }));
    expect([...concerns]).toEqual([tom]);
    expect(tableOf(about, 'protected_attribute')).toMatchObject({ rows: [], note: expect.stringContaining('HR') });
    await expect(as(null, (ctx) => findAboutMe(ctx, { ...PAGE, personId: 999_999 }))).rejects.toThrow(/no such person/);
  });

  it('shows whoever is nobody on the list their account alone', async () => {
    const { orgId } = firm;
    const scope = { orgId, actor: 'account:4711', standing: 'owner' as const, personId: null };
    const about = await test.database.transact(scope, (db) => findAboutMe(contextIn(db, orgId, scope), PAGE));
    expect(about).toMatchObject({ state: 'nobody', groups: [{ key: 'account' }, { key: 'done' }] });
  });
});

describe('what one wants', () => {
  it('is said by oneself, read by the lead and whoever decides, and by nobody who only keeps the lists', async () => {
    await as('tom', (ctx) => wish(ctx, { aspiration: 'technical-path' }));
    expect((await aboutOf('tom')).wish).toEqual({ aspiration: 'technical-path', day: '2026-03-02' });
    const readBy = (who: PersonKey) => as(who, ({ db }) => readWish(db, firm.people.tom as PersonId));
    expect((await readBy('lea')).aspiration).toBe('technical-path');
    expect((await readBy('sam')).aspiration).toBe('technical-path');
    for (const who of ['max', 'una', 'hana'] as const) expect((await readBy(who)).aspiration).toBe('not-asked');
    await as('tom', (ctx) => wish(ctx, { aspiration: 'not-asked' }));
    expect((await aboutOf('tom')).wish).toEqual({ aspiration: 'not-asked', day: null });
  });
});

describe('what people say about what is held on them', () => {
  it('stands beside the number until it is answered, and the answer comes back to them', async () => {
    const { tom } = firm.people;
    const about = `competency/${tom}/coaching`;
    const { remarkId } = await as('tom', (ctx) => say(ctx, { about, kind: 'dispute', text: 'I coach two people.' }));
    const remarks = await as('lea', (ctx) => readRemarks(ctx.db));
    expect(disputesOf(remarks, tom as PersonId, about)).toHaveLength(1);
    expect(disputesOf(remarks, tom as PersonId, `strength/${tom}/people`)).toHaveLength(1);
    expect(disputesOf(remarks, tom as PersonId, `strength/${tom}/technical`)).toHaveLength(0);
    const open = await as('lea', findOpenRemarks);
    expect(open.remarks).toContainEqual(
      expect.objectContaining({ remarkId, name: 'Tom Tech', title: 'Coaching and mentoring', door: about }),
    );
    await as('lea', (ctx) => answer(ctx, { remarkId, outcome: 'corrected', answer: 'Right, I have added it.' }));
    expect(disputesOf(await as('lea', (ctx) => readRemarks(ctx.db)), tom as PersonId, about)).toHaveLength(0);
    expect((await aboutOf('tom')).remarks).toContainEqual(
      expect.objectContaining({ remarkId, answered: true, answer: 'Right, I have added it.', outcome: 'corrected' }),
    );
    await expect(as('lea', (ctx) => answer(ctx, { remarkId, outcome: 'kept', answer: 'Again.' }))).rejects.toThrow(
      /nothing to answer/,
    );
  });

  it('is answered by the direct lead and not by other leads, peers or oneself', async () => {
    const { remarkId } = await as('tom', (ctx) =>
      say(ctx, { about: 'person/title', kind: 'comment', text: 'Call me engineer.' }),
    );
    // Sam decides on a seat for which Tom is a candidate and knows it.
    expect((await as('sam', findOpenRemarks)).remarks.map((one) => one.remarkId)).toContain(remarkId);
    for (const who of ['max', 'olga', 'una', 'tom'] as const) {
      expect((await as(who, findOpenRemarks)).remarks.map((one) => one.remarkId)).not.toContain(remarkId);
      await expect(as(who, (ctx) => answer(ctx, { remarkId, outcome: 'kept', answer: 'No.' }))).rejects.toThrow();
    }
    const forged = as('tom', (ctx) =>
      ctx.db
        .updateTable('remark')
        .set({ answer: 'Yes!', outcome: 'corrected' })
        .where('remark_id', '=', remarkId)
        .executeTakeFirst(),
    );
    expect((await forged).numUpdatedRows).toBe(0n);
    const inName = as('lea', (ctx) =>
      ctx.db
        .insertInto('remark')
        .values({
          person_id: firm.people.tom,
          about: 'person/title',
          kind: 'comment',
          text: 'x',
          at: '2026-01-01' as never,
        })
        .execute(),
    );
    await expect(inName).rejects.toThrow(/row-level security/);
  });

  it('is taken only about what is one’s own', async () => {
    const { una, tom } = firm.people;
    const { rows } = await owner.query<{ id: string; who: string }>(
      'select ticket_id as id, first_assignee_id as who from ticket',
    );
    const ticket = (who: number) => rows.find((row) => Number(row.who) === who)!.id;
    const about = (what: string) => as('tom', (ctx) => say(ctx, { about: what, kind: 'comment', text: 'x' }));
    await about(`ticket/${ticket(tom)}`);
    await about('membership');
    for (const foreign of [
      `strength/${una}/people`,
      `ticket/${ticket(una)}`,
      'person/password',
      'nothing',
      `strength/${tom}/sideways`,
      'constructor',
    ])
      await expect(about(foreign), foreign).rejects.toThrow(/nothing that is held about you/);
  });
});

describe('an export', () => {
  const markerOf = (text: string) => `${text} <b>&"'${'x'.repeat(5)}`;

  it('has every field of one’s own and nothing of anybody else’s', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[\p{L}\p{N}<>&"'\\ ]{1,40}$/u), async (text) => {
        await mark(firm.people.tom, markerOf(`own ${text}`));
        await mark(firm.people.una, 'OTHER-9f3');
        const json = await as('tom', (ctx) => exportAbout(ctx, { format: 'json' }));
        const html = await as('tom', (ctx) => exportAbout(ctx, { format: 'html' }));
        const { held } = JSON.parse(json.text) as { held: { key: string; rows: Record<string, unknown>[] }[] };
        for (const holding of HOLDINGS.filter(({ mine }) => mine.is === 'person')) {
          const rows = held.find(({ key }) => key === holding.key)!.rows;
          const { rows: kept } = await owner.query<{ row: Record<string, unknown> }>(
            `select row_to_json(t) as row from ${holding.table} t where ${holding.mine.column} = $1`,
            [firm.people.tom],
          );
          expect([holding.key, rows.length]).toEqual([holding.key, kept.length]);
          for (const { row } of kept) {
            const texts = Object.keys(holding.columns).filter((column) => String(row[column]).startsWith('own '));
            for (const column of texts) expect(rows.map((one) => one[column])).toContain(row[column]);
          }
        }
        expect(json.text.split('own ').length).toBeGreaterThan(7);
        for (const { text } of [json, html]) expect(text).not.toContain('OTHER-9f3');
        expect(html.text).not.toMatch(/<b>|<script/);
        expect(html.text).toContain('&lt;b&gt;&amp;&quot;&#39;xxxxx');
      }),
      { numRuns: 15 },
    );
  });

  it('keeps secrets of signing in to itself', async () => {
    await owner.query(`update auth.account set password_hash = 'SECRET-1', totp_secret = 'SECRET-2'`);
    const json = await as('tom', (ctx) => exportAbout(ctx, { format: 'json' }));
    expect(json.text).not.toContain('SECRET-');
    expect(json.fileName).toBe('about-me-2026-03-02.json');
  });
});

/** Writes a marker into every free text of a person's rows. */
async function mark(personId: number, marker: string): Promise<void> {
  const run = (text: string) => owner.query(text, [personId, marker]);
  await run('update person set title = $2, site = $2 where person_id = $1');
  await run('update remark set text = $2, answer = $2 where person_id = $1');
  await run('update decision set reason = $2 where person_id = $1');
  await run(`update next_step set text = $2, result = $2 where owner_id = $1`);
  await run('update ticket set external_id = $2 where first_assignee_id = $1');
  await run('update ticket_event set status = $2 where person_id = $1');
  await run('update protected_attribute set value = left($2, 60) where person_id = $1');
}
