import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../src/base/random.ts';
import type { Standing } from '../src/base/roles.ts';
import { refit } from '../src/capabilities/evidence/refit.actions.ts';
import { fillWithSample } from '../src/capabilities/welcome/sample.actions.ts';
import { advise } from '../src/model/advice.ts';
import { situationOf } from '../src/records/firm/store.ts';
import { contextIn } from './support/context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from './support/database.ts';
import { filesBelow } from './support/files.ts';

/** No verdict reads which groups people belong to: shown three ways. */
let test: TestDatabase;
let owner: Client;
let orgId: number;
let people: number[];

beforeAll(async () => {
  test = await createTestDatabase();
  owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
  orgId = (await createFirm(test.database, 'Harbor')).orgId;
  await test.database.transact({ orgId, actor: 'test', standing: 'engine' }, async (db) => {
    const ctx = contextIn(db, orgId);
    await fillWithSample(ctx, 'harbor');
    await refit(ctx);
  });
  const { rows } = await owner.query('select person_id from person where org_id = $1 order by 1', [orgId]);
  people = rows.map((row: { person_id: string }) => Number(row.person_id));
});
afterAll(async () => {
  await owner.end();
  await test.close();
});

/** Everybody gets a group of every attribute, dealt out by a seed. */
async function dealGroups(seed: number): Promise<void> {
  const random = createRandom(seed);
  await owner.query('delete from protected_attribute where org_id = $1', [orgId]);
  for (const personId of people)
    for (const [attribute, groups] of [
      ['gender', ['woman', 'man']],
      ['age-band', ['under 30', '50 and over']],
      ['ethnicity', ['one', 'another', 'a third']],
      ['disability', ['yes', 'no']],
      ['part-time', ['yes', 'no']],
    ] as const)
      await owner.query('insert into protected_attribute values ($1, $2, $3, $4, $5)', [
        orgId,
        personId,
        attribute,
        random.pick(groups as readonly string[]),
        '2026-01-01',
      ]);
}

/** All of our advice for the firm, with what would change it, as the program computes it for a viewer. */
const adviceFor = (standing: Standing) =>
  test.database.transact({ orgId, actor: 'test', standing }, async (db) => {
    const situation = await situationOf(contextIn(db, orgId, { standing }));
    return JSON.stringify(advise({ ...situation, day: situation.structure.day }));
  });

describe('groups protected by law', () => {
  it('can be read by HR, and not by the program, the server holder or an owner', async () => {
    await dealGroups(1);
    for (const standing of [
      'engine',
      'operator',
      'owner',
      'service-manager',
      'team-lead',
      'technician',
      'wallboard',
      'hr',
    ] as const) {
      const { rows } = await test.database.transact({ orgId, actor: 'test', standing }, (db) =>
        sql<{ n: number }>`select count(*) as n from protected_attribute`.execute(db),
      );
      expect([standing, rows[0]!.n]).toEqual([standing, standing === 'hr' ? people.length * 5 : 0]);
    }
  });

  it('leave our advice the same to the letter, whether they are there, not there, or dealt out anew', async () => {
    await owner.query('delete from protected_attribute where org_id = $1', [orgId]);
    const without = await adviceFor('hr');
    expect(without.length).toBeGreaterThan(5000);
    for (const seed of [1, 2, 3]) {
      await dealGroups(seed);
      expect(await adviceFor('hr')).toBe(without);
    }
    expect(await adviceFor('owner')).toBe(without);
  });

  it('stand in no file but those of the fairness audit', () => {
    const mention = /protected_?attribute/i;
    const files = filesBelow(['src'], /\.tsx?$/).filter(
      (path) => !/\.test\.tsx?$/.test(path) && mention.test(readFileSync(path, 'utf8')),
    );
    // The generated types of the tables name them all; what lists and erases what is held on a person has to know of it.
    const allowed = /^src\/(capabilities\/(fairness|about)\/|platform\/db\/schema\.ts$)/;
    expect(files.filter((path) => !allowed.test(path))).toEqual([]);
    expect(files).toContain('src/capabilities/fairness/store.ts');
  });

  it('are imported by nothing that advice is made of', () => {
    const sources = filesBelow(['src'], /\.tsx?$/).filter((path) => !/\.test\.tsx?$/.test(path));
    const importing = sources.filter(
      (path) =>
        !path.startsWith('src/capabilities/fairness/') &&
        /from '[^']*capabilities\/fairness\/|from '\.\.\/fairness\//.test(readFileSync(path, 'utf8')),
    );
    expect(importing.filter((path) => !/^src\/(routes|web\/[a-z/-]+)\.tsx?$/.test(path))).toEqual([]);
  });
});
