import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../../test/support/database.ts';
import { type Db, openDatabase } from './connect.ts';

const folder = join(tmpdir(), `evenkeel-connect-${randomUUID()}`);
const migrationsFolder = join(folder, 'migrations');
beforeAll(async () => {
  await mkdir(migrationsFolder, { recursive: true });
  await writeFile(
    join(migrationsFolder, '0001_note.sql'),
    'create table note (text text not null); grant select, insert on note to evenkeel_app;',
  );
});
afterAll(() => rm(folder, { recursive: true }));

const add = (text: string) => (db: Db) => sql`insert into note values (${text})`.execute(db);
const list = async (db: Db) => (await sql<{ text: string }>`select text from note order by 1`.execute(db)).rows;

test('the embedded database needs no set-up and has everything at the next start', async () => {
  const said: string[] = [];
  const config = {
    migrationsFolder,
    dataFolder: join(folder, 'data'),
    mayCreateUser: false,
    log: (m: string) => said.push(m),
  };
  const [first, second] = await Promise.all([openDatabase(config), openDatabase(config)]);
  await first.transactAsInstall('test', add('one'));
  await second.transactAsInstall('test', add('two'));
  await Promise.all([first.close(), second.close()]);
  const again = await openDatabase(config);
  expect(await again.transactAsInstall('test', list)).toEqual([{ text: 'one' }, { text: 'two' }]);
  await again.close();
  expect(said.filter((message) => message.startsWith('Brought the database up to date'))).toHaveLength(1);
});

test('a server is used by its address alone', async () => {
  const made = await createTestDatabase(migrationsFolder);
  const database = await openDatabase({ migrationsFolder, url: made.adminUrl, dataFolder: join(folder, 'unused') });
  await database.transactAsInstall('test', add('here'));
  expect(await database.transactAsInstall('test', list)).toEqual([{ text: 'here' }]);
  const { rows } = await database.transactAsInstall('test', (db) =>
    sql<{ who: string }>`select current_user as who`.execute(db),
  );
  expect(rows[0]?.who).toMatch(/^evenkeel_app_/);
  await database.close();
  await made.close();
});

test('a server that is not there is named, its password is not', async () => {
  const opened = openDatabase({ migrationsFolder, url: 'postgresql://me:secret@127.0.0.1:1/firm', dataFolder: folder });
  await expect(opened).rejects.toThrow(/can't reach its database "firm" at 127.0.0.1 as "me": .*ECONNREFUSED/);
  await expect(opened).rejects.not.toThrow('secret');
});

test('an address that is none is refused without repeating it', async () => {
  const opened = openDatabase({ migrationsFolder, url: 'postgresql://me:secret@host:port/firm', dataFolder: folder });
  await expect(opened).rejects.toThrow(/^DATABASE_URL or DATABASE_APP_URL is no address of a database/);
  await expect(opened).rejects.toMatchObject({ code: 'bad-input', cause: undefined });
});

test('closed at once, an embedded server stops under what is running, and closing again is no error', async () => {
  const settings = { fsync: 'off' };
  const database = await openDatabase({
    migrationsFolder,
    dataFolder: join(folder, 'brief'),
    mayCreateUser: false,
    settings,
  });
  const sleeping = database.transactAsInstall('test', (db) => sql`select pg_sleep(60)`.execute(db));
  const ended = expect(sleeping).rejects.toThrow();
  await database.transactAsInstall('test', list);
  await database.close({ atOnce: true });
  await ended;
  await database.close();
});
