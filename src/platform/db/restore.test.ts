import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asAdmin, openTestCluster } from '../../../test/support/cluster.ts';
import fc from '../../../test/support/properties.ts';
import { complaintsOf } from './backup-format.ts';
import { setUpDatabase } from './connect.ts';
import { dumpDatabase } from './dump.ts';
import type { Embedded } from './embedded/launch.ts';
import { readMigrations } from './migrate.ts';
import { restoreDatabase, verifyBackup } from './restore.ts';

const FIRST = `
  create table thing (
    thing_id bigint generated always as identity primary key, word text, words text[], doc jsonb, number double precision,
    small real, at timestamptz, twice text generated always as (word || word) stored,
    parent bigint references thing, "odd ""name" boolean
  );
  create table a (id int primary key, b int);
  create table b (id int primary key, a int not null references a);
  alter table a add constraint "to b" foreign key (b) references b on delete set null;
  insert into a values (1, null);`;

let cluster: Embedded;
let folder: string;
const names: string[] = [];
const as = <T>(name: string, work: (client: Client) => Promise<T>) => asAdmin(cluster, name, work);

beforeAll(async () => {
  cluster = await openTestCluster();
  folder = await mkdtemp(join(tmpdir(), 'evenkeel-migrations-'));
  await writeFile(join(folder, '0001_first.sql'), FIRST);
});
afterAll(async () => {
  await as('postgres', async (client) => {
    for (const name of names) await client.query(`drop database if exists ${name} with (force)`);
  });
  await cluster.close();
  await rm(folder, { recursive: true });
});

async function makeDatabase(migrationsFolder = folder): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  names.push(name);
  await as('postgres', (client) => client.query(`create database ${name}`));
  await setUpDatabase(cluster.addressOf(name), { migrationsFolder });
  return name;
}

async function dump(name: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  await as(name, async (client) => {
    for await (const part of dumpDatabase(client, { evenkeel: 'test', created: '' })) parts.push(part);
  });
  return Buffer.concat(parts);
}

async function restore(name: string, bytes: Buffer, migrationsFolder = folder): Promise<void> {
  const source = { open: () => chunks(bytes), complain: complaintsOf('a.evk') };
  const { sha256 } = await verifyBackup(source);
  const migrations = await readMigrations(migrationsFolder);
  await as(name, (client) => restoreDatabase(client, { ...source, sha256 }, migrations));
}

async function* chunks(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 100) yield bytes.subarray(at, at + 100);
}

const things = (name: string) =>
  as(name, async (client) => (await client.query('select t::text from thing t order by thing_id')).rows);

describe('a restored database', () => {
  it('holds any value as it was', async () => {
    const [from, to] = [await makeDatabase(), await makeDatabase()];
    const nasty = fc.constantFrom(
      '\\N',
      '\\.',
      '\t',
      '\n',
      '\r\n',
      '\\',
      '',
      ' ',
      '"',
      "'",
      '{a,b}',
      'NULL',
      '\u2028',
      '𝄞',
    );
    const word = fc
      .oneof(
        nasty,
        fc.string({ unit: 'grapheme' }),
        fc.array(nasty).map((all) => all.join('')),
      )
      .map(withoutNul);
    const thing = fc.record({
      word: fc.option(word),
      words: fc.option(fc.array(fc.option(word))),
      doc: fc.option(
        fc.dictionary(word, fc.oneof(word, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null))),
      ),
      number: fc.option(fc.double()),
      at: fc.option(fc.integer({ min: -60_000_000_000, max: 250_000_000_000 })),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(thing, { minLength: 1, maxLength: 30 }), async (all) => {
        await as(from, async (client) => {
          await client.query('truncate thing');
          for (const { word, words, doc, number, at } of all) {
            await client.query(
              'insert into thing (word, words, doc, number, small, at, "odd ""name") values ($1, $2, $3, $4, 0.1, to_timestamp($5), true)',
              [word, words, doc && JSON.stringify(doc), number, at],
            );
          }
        });
        await restore(to, await dump(from));
        expect(await things(to)).toEqual(await things(from));
      }),
      { numRuns: 15 },
    );
  });

  it('has references in a circle and to itself, and goes on with the next number', async () => {
    const [from, to] = [await makeDatabase(), await makeDatabase()];
    await as(from, (client) =>
      client.query(`
        insert into thing (word) values ('a'), ('b'), ('gone');
        delete from thing where word = 'gone';
        update thing set parent = 2 where thing_id = 1;
        insert into b values (5, 1);
        update a set b = 5`),
    );
    await restore(to, await dump(from));
    await as(to, async (client) => {
      expect((await client.query('select a.b, b.a from a join b on b.id = a.b')).rows).toEqual([{ b: 5, a: 1 }]);
      expect((await client.query(`insert into thing (word) values ('new') returning thing_id`)).rows).toEqual([
        { thing_id: '4' },
      ]);
      await expect(client.query('update thing set parent = 99')).rejects.toThrow('thing_parent_fkey');
      await client.query('delete from b');
      expect((await client.query('select b from a')).rows).toEqual([{ b: null }]);
    });
  });

  it('comes from any earlier state and is brought up to date', async () => {
    const from = await makeDatabase();
    await as(from, (client) => client.query(`insert into thing (word) values ('old')`));
    const newer = await mkdtemp(join(tmpdir(), 'evenkeel-migrations-'));
    await writeFile(join(newer, '0001_first.sql'), FIRST);
    await writeFile(
      join(newer, '0002_second.sql'),
      `alter table thing add column more text not null default 'x'; create schema jobs; create table jobs.job (id int); create view seen as select * from thing; create type mood as enum ('calm');`,
    );
    const to = await makeDatabase(newer);
    const bytes = await dump(from);
    // Twice: what was there is taken away whole, whatever it is.
    for (let i = 0; i < 2; i++) await restore(to, bytes, newer);
    await as(to, async (client) => {
      expect((await client.query('select word, more from thing')).rows).toEqual([{ word: 'old', more: 'x' }]);
      expect((await client.query('select number from install.migration order by 1')).rows).toEqual([
        { number: 1 },
        { number: 2 },
      ]);
      await client.query('insert into jobs.job values (7)');
    });
    // Schemas and tables that came later are in the next backup by themselves.
    const again = await makeDatabase(newer);
    await restore(again, await dump(to), newer);
    expect(await as(again, async (client) => (await client.query('select id from jobs.job')).rows)).toEqual([
      { id: 7 },
    ]);
    await expect(restore(from, await dump(to))).rejects.toThrow('made by a newer Evenkeel');
    await rm(newer, { recursive: true });
  });

  it('is what it was before when anything fails on the way', async () => {
    const [from, to] = [await makeDatabase(), await makeDatabase()];
    await as(to, (client) => client.query(`insert into thing (word) values ('mine')`));
    const broken = await mkdtemp(join(tmpdir(), 'evenkeel-migrations-'));
    await writeFile(join(broken, '0001_first.sql'), FIRST);
    await writeFile(join(broken, '0002_second.sql'), 'alter table thing add column word text');
    const before = await things(to);
    await expect(restore(to, await dump(from), broken)).rejects.toThrow('already exists');
    expect(await things(to)).toEqual(before);
    await as(from, (client) => client.query('create table stray (id int)'));
    await expect(restore(to, await dump(from))).rejects.toThrow(
      'a table public.stray that no change of Evenkeel has made',
    );
    expect(await things(to)).toEqual(before);
    await rm(broken, { recursive: true });
  });
});

/** The one character that PostgreSQL keeps nowhere. */
const withoutNul = (text: string) => text.replaceAll('\0', '').replace(/[\ud800-\udfff]/gu, '');
