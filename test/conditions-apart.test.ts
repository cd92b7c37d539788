import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { Client } from 'pg';
import ts from 'typescript-6';
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

/** Nothing about working conditions, cards or 1:1s enters a verdict about who should lead: shown two ways. */
const APART = /^src\/(records|capabilities)\/(conditions|cards|oneonones|today)\/|^src\/model\/(cards\/|conditions)/;

function importsOf(path: string): string[] {
  return ts
    .preProcessFile(readFileSync(path, 'utf8'), true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => normalize(join(dirname(path), name)));
}

/** Everything that a file rests on, through all its imports, types included. */
function reachedFrom(start: readonly string[]): Set<string> {
  const reached = new Set(start);
  for (const path of reached)
    if (/\.tsx?$/.test(path)) for (const next of importsOf(path)) if (!reached.has(next)) reached.add(next);
  return reached;
}

describe('what verdicts are made of', () => {
  const isTest = (path: string) => /\.test\.tsx?$/.test(path);
  const starts = [
    ...['advice', 'strength', 'flip', 'decide', 'candidates', 'joint-strength'].map((name) => `src/model/${name}.ts`),
    'src/records/firm/store.ts',
    ...filesBelow(['src/capabilities/seats', 'src/capabilities/balance'], /\.ts$/).filter((path) => !isTest(path)),
  ];

  it('reaches no file about working conditions, cards or 1:1s', () => {
    const reached = reachedFrom(starts);
    expect(reached.size).toBeGreaterThan(80);
    // A threshold of a card is a playbook value like any other: the file of values is read, none of these is asked for.
    expect([...reached].filter((path) => APART.test(path))).toEqual([]);
  });

  it('asks for no playbook value of a card or of conditions', () => {
    const asked = [...reachedFrom(starts)].filter(
      (path) =>
        /^src\/(model|capabilities)\/.*\.tsx?$/.test(path) &&
        /'(today|conditions)\.[a-z.-]+'/.test(readFileSync(path, 'utf8')),
    );
    expect(asked).toEqual([]);
  });

  it('would be noticed if it did', () => {
    expect([...reachedFrom(['src/model/cards/conditions.ts'])].some((path) => APART.test(path))).toBe(true);
    expect([...reachedFrom(['src/capabilities/conditions/routes.ts'])].length).toBeGreaterThan(20);
  });
});

describe('our advice', () => {
  let test: TestDatabase;
  let owner: Client;
  let orgId: number;
  let people: number[];

  beforeAll(async () => {
    test = await createTestDatabase();
    owner = new Client({ connectionString: test.adminUrl });
    await owner.connect();
    orgId = (await createFirm(test.database, 'Cove')).orgId;
    await test.database.transact({ orgId, actor: 'test', standing: 'engine' }, async (db) => {
      const ctx = contextIn(db, orgId);
      await fillWithSample(ctx, 'cove');
      await refit(ctx);
    });
    const { rows } = await owner.query('select person_id from person where org_id = $1 order by 1', [orgId]);
    people = rows.map((row: { person_id: string }) => Number(row.person_id));
  });
  afterAll(async () => {
    await owner.end();
    await test.close();
  });

  const TABLES = ['condition_week', 'condition_share', 'own_word', 'growth_step'];
  const clear = async () => {
    for (const table of TABLES) await owner.query(`delete from ${table} where org_id = $1`, [orgId]);
  };

  /** Every row that there could be about everybody, dealt out by a seed. */
  async function deal(seed: number): Promise<void> {
    const random = createRandom(seed);
    await clear();
    for (const id of people) {
      for (let week = 0; week < 17; week++)
        await owner.query(
          `insert into condition_week select $1, $2, '2025-09-01'::date + 7 * $3::int, $4::int, $5::int, $5::int, $4::int, $5::int, $5::int, $5::int`,
          [orgId, id, week, random.integer(40), random.integer(400)],
        );
      await owner.query('insert into condition_share values ($1, $2, $3, now())', [orgId, id, random.integer(2) === 0]);
      await owner.query(
        `insert into own_word (org_id, person_id, said_at, feeling, text, with_lead) values ($1, $2, now(), $3, 'Words', true)`,
        [orgId, id, random.pick(['fine', 'could-be-better', 'unhappy'])],
      );
      if (random.integer(2) === 0)
        await owner.query(
          `insert into growth_step (org_id, person_id, day, text, said_by) values ($1, $2, '2025-12-01', 'Step', 'lead')`,
          [orgId, id],
        );
    }
  }

  const adviceFor = (standing: Standing) =>
    test.database.transact({ orgId, actor: 'test', standing }, async (db) => {
      const situation = await situationOf(contextIn(db, orgId, { standing }));
      return JSON.stringify(advise({ ...situation, day: situation.structure.day }));
    });

  it('is the same to the letter whatever anybody’s weeks, words and growth steps are', async () => {
    await clear();
    const without = await adviceFor('owner');
    expect(without.length).toBeGreaterThan(3000);
    for (const seed of [1, 2]) {
      await deal(seed);
      expect(await adviceFor('owner')).toBe(without);
    }
  });
});
