import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import fc from '../../../test/support/properties.ts';
import { type CopyValue, copyInto } from './copy.ts';
import type { Db } from './handle.ts';

let it: TestDatabase;
beforeAll(async () => {
  it = await createTestDatabase();
});
afterAll(() => it.close());

const temporary = (db: Db) =>
  sql`create temporary table batch (i int8, a text, b text, c float8, d boolean) on commit drop`.execute(db);
const COLUMNS = ['i', 'a', 'b', 'c', 'd'];

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('\\', '\t', '\n', '\r', 'N', '.', "'", '"', '', '\b', 'ü', '😀') }),
);
const row = fc.tuple(
  fc.option(text.filter((value) => !value.includes('\0') && value.isWellFormed())),
  fc.option(text.filter((value) => !value.includes('\0') && value.isWellFormed())),
  // Adding 0 turns a negative zero, which has no text of its own, into zero.
  fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)),
  fc.option(fc.boolean()),
);

test('what is copied in comes out the same, whatever it holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 40 }), async (rows) => {
      const numbered = rows.map((values, i): CopyValue[] => [i, ...values]);
      const [count, found] = await it.database.transactAsInstall('test', async (db) => {
        await temporary(db);
        const copied = await copyInto(db, 'batch', COLUMNS, numbered);
        const { rows: out } = await sql<{ v: CopyValue[] }>`select * from batch order by i`.execute(db);
        return [copied, out] as const;
      });
      expect(count).toBe(rows.length);
      expect(found.map((each) => Object.values(each))).toEqual(numbered);
    }),
    { numRuns: 120 },
  );
});

test('rows of a stream go through the same transaction and are undone with it', async () => {
  async function* many() {
    for (let i = 0; i < 20_000; i++) yield [i, `name ${i}`, null, i / 7, i % 2 === 0] as const;
  }
  const copied = it.database.transactAsInstall('test', async (db) => {
    await temporary(db);
    expect(await copyInto(db, 'batch', COLUMNS, many())).toBe(20_000);
    const { rows } = await sql<{ n: number }>`select count(*) as n from batch`.execute(db);
    expect(rows[0]?.n).toBe(20_000);
    throw new Error('undo');
  });
  await expect(copied).rejects.toThrow('undo');
});

test('a source that fails midway, a zero character and a wrong row each end the copy and leave the login usable', async () => {
  async function* broken() {
    yield [1, 'a', null, null, null] as const;
    throw new Error('the file ended early');
  }
  const copy = (rows: Parameters<typeof copyInto>[3]) =>
    it.database.transactAsInstall('test', async (db) => {
      await temporary(db);
      return copyInto(db, 'batch', COLUMNS, rows);
    });
  await expect(copy(broken())).rejects.toThrow('the file ended early');
  await expect(copy([[1, 'a\0b', null, null, null]])).rejects.toThrow('code 0');
  await expect(copy([[1, 'a']])).rejects.toThrow('2 values for 5 columns');
  await expect(copy([['x', 'a', null, null, null]])).rejects.toThrow('invalid input syntax');
  expect(await copy([[1, 'a', null, null, null]])).toBe(1);
});
