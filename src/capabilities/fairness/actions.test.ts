import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextIn } from '../../../test/support/context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Standing } from '../../base/roles.ts';
import type { Day, Instant } from '../../base/time.ts';
import type { FirmContext } from '../../platform/context.ts';
import { insertDecision } from '../../records/decisions/store.ts';
import type { PersonId, SeatId } from '../../records/people/types.ts';
import { compareFairly, findOwnGroups, forgetGroups, saveOwn } from './actions.ts';
import { keepGroups } from './attributes.actions.ts';

const NOW = 1_790_000_000_000 as Instant;
let test: TestDatabase;
let owner: Client;
let orgId: number;
let ids: PersonId[];
let seat: SeatId;

beforeAll(async () => {
  test = await createTestDatabase();
  owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
  orgId = (await createFirm(test.database)).orgId;
  const names = ['Ana', 'Ben', 'Cai', 'Dee', 'Eli', 'Fay', 'Gus', 'Hal', 'Ivo', 'Jon', 'Kit', 'Jon'];
  const { rows } = await owner.query(
    `insert into person (org_id, name, email, work) select $1, n, lower(n) || i || '@x.example', 'product'
     from unnest($2::text[]) with ordinality t (n, i) order by i returning person_id as id`,
    [orgId, names],
  );
  ids = rows.map((row: { id: string }) => Number(row.id) as PersonId);
  const made = await owner.query(`insert into seat (org_id, title) values ($1, 'Lead') returning seat_id as id`, [
    orgId,
  ]);
  seat = Number(made.rows[0].id) as SeatId;
});
afterAll(async () => {
  await owner.end();
  await test.close();
});

const as = <T>(standing: Standing, work: (ctx: FirmContext) => Promise<T>, personId: number | null = null) =>
  test.database.transact({ orgId, actor: 'account:1', standing, personId }, (db) =>
    work(contextIn(db, orgId, { standing, personId, now: () => NOW })),
  );
const hr = <T>(work: (ctx: FirmContext) => Promise<T>) => as('hr', work);
const kept = async () =>
  (
    await owner.query('select person_id, attribute, value from protected_attribute where org_id = $1 order by 1, 2', [
      orgId,
    ])
  ).rows.map((row) => `${ids.indexOf(Number(row.person_id) as PersonId)} ${row.attribute} ${row.value}`);

describe('entering groups', () => {
  it('takes a pasted table by name or address, with or without header, in one spelling', async () => {
    const text = 'Ana\tsex\tWoman\nben2@x.example\tgender\tman\nCAI\tgender\tWOMAN\nCai\tAge\t30  to 39';
    expect(await hr((ctx) => keepGroups(ctx, { text }))).toEqual({ saved: 4 });
    expect(await kept()).toEqual(['0 gender woman', '1 gender man', '2 age-band 30 to 39', '2 gender woman']);
    await hr((ctx) => keepGroups(ctx, { text: 'Name;Attribute;Value\nAna;gender;"non-binary"\n' }));
    expect(await kept()).toContain('0 gender non-binary');
  });

  it('keeps every row or none, and says which line is wrong', async () => {
    const before = await kept();
    const refusal = (text: string) => expect(hr((ctx) => keepGroups(ctx, { text }))).rejects;
    await refusal('Dee,gender,woman\nZoe,gender,woman\nEli,height,tall').toThrow(
      'Line 2: nobody here is called "Zoe". Nothing was kept. 1 more line has a problem too.',
    );
    await refusal('person,attribute,group\nDee,gender,woman\nJon,gender,man').toThrow(
      'Line 3: several people are called "Jon": give the address. Nothing was kept.',
    );
    await refusal('Dee,colour,blue').toThrow(/^Line 1: the attribute must be one of gender, age-band/);
    await refusal('Dee,gender,prefer not to say').toThrow(/needs no row: leave it out/);
    await refusal(`Dee,gender,${'x'.repeat(61)}`).toThrow(/more than 60 characters/);
    await refusal('Dee,gender,woman\nDee,gender,man').toThrow('Dee stands twice with gender: keep one line.');
    await refusal('person,attribute\nDee,gender').toThrow('The table has no column "group"');
    await refusal('  ').toThrow('Nothing was given');
    expect(await kept()).toEqual(before);
  });

  it('takes single rows, and refuses whoever does not work here', async () => {
    await hr((ctx) => keepGroups(ctx, { rows: [{ personId: ids[3]!, attribute: 'disability', group: 'no' }] }));
    expect(await kept()).toContain('3 disability no');
    const stranger = { personId: 999_999, attribute: 'disability' as const, group: 'no' };
    await expect(hr((ctx) => keepGroups(ctx, { rows: [stranger] }))).rejects.toThrow('Nobody of that number');
  });

  it('leaves in the log how many, and nobody of whom', async () => {
    await hr(async (ctx) => {
      await keepGroups(ctx, { rows: [{ personId: ids[4]!, attribute: 'gender', group: 'man' }] });
      expect(ctx.concerns).toEqual({ people: new Set(), details: { saved: 1 } });
    });
  });

  it('is refused by the database to everyone but HR and, for their own, the person', async () => {
    const row = { personId: ids[5]!, attribute: 'gender' as const, group: 'woman' };
    for (const standing of ['owner', 'service-manager', 'operator', 'engine'] as const)
      await expect(as(standing, (ctx) => keepGroups(ctx, { rows: [row] }))).rejects.toThrow(/row-level security/);
    for (const standing of ['owner', 'operator', 'engine'] as const)
      expect((await as(standing, compareFairly)).attributes.every((one) => one.given === 0)).toBe(true);
    const own = await as('technician', (ctx) => saveOwn(ctx, { attribute: 'gender', group: ' woman ' }), ids[5]!);
    expect(own.groups).toEqual({
      gender: 'woman',
      'age-band': null,
      ethnicity: null,
      disability: null,
      'part-time': null,
    });
    expect(await kept()).toContain('5 gender woman');
    expect((await as('technician', findOwnGroups, ids[6]!)).groups.gender).toBeNull();
    await as('technician', (ctx) => saveOwn(ctx, { attribute: 'gender', group: null }), ids[5]!);
    expect(await kept()).not.toContain('5 gender woman');
    await expect(as('technician', findOwnGroups)).rejects.toThrow('belongs to nobody on the list');
  });

  it('removes of one person, of one attribute, or all', async () => {
    expect(await hr((ctx) => forgetGroups(ctx, { personId: ids[2]! }))).toEqual({ removed: 2 });
    expect(await hr((ctx) => forgetGroups(ctx, { attribute: 'disability' }))).toEqual({ removed: 1 });
    expect(await hr((ctx) => forgetGroups(ctx, {}))).toEqual({ removed: 3 });
    expect(await kept()).toEqual([]);
  });
});

describe('comparing', () => {
  it('follows decisions by groups, names nobody with a group, and counts who has given none', async () => {
    const text = ids
      .slice(0, 10)
      .map((_, i) => `${'Ana,Ben,Cai,Dee,Eli,Fay,Gus,Hal,Ivo,Kit'.split(',')[i]},gender,${i < 5 ? 'man' : 'woman'}`);
    await hr((ctx) => keepGroups(ctx, { text: text.join('\n') }));
    await as('operator', async ({ db }) => {
      for (const chosen of [0, 1, 2])
        await insertDecision(db, {
          seatId: seat,
          personId: ids[chosen]!,
          kind: 'hold',
          day: '2026-09-01' as Day,
          decidedBy: 'account:1',
          reason: null,
          advice: {
            dataVersion: 1,
            modelVersion: 'm',
            playbookVersion: 'p',
            kind: 'both',
            answer: 'person',
            considered: ids,
            named: [],
            sentence: '',
          },
          at: NOW,
        });
    });
    const fairness = await hr(compareFairly);
    const gender = fairness.attributes.find((one) => one.attribute === 'gender')!;
    expect(gender).toMatchObject({ given: 10, known: ['man', 'woman'] });
    const chosen = gender.stages.find((one) => one.key === 'chosen')!;
    expect(chosen).toMatchObject({ considered: 12, chosen: 3, notGiven: 2 });
    expect(chosen.groups.map(({ name, size, chosen: n }) => [name, size, n])).toEqual([
      ['man', 5, 3],
      ['woman', 5, 0],
    ]);
    expect(chosen.groups[1]!.tooFew).toMatchObject({ have: 10, of: 'both' });
    // Of the people there is a list of who works here, and that is all.
    const text2 = JSON.stringify(fairness.attributes);
    for (const name of ['Ana', 'Ben', 'personId']) expect(text2).not.toContain(name);
  });
});
