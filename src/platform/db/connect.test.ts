import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../../test/support/database.ts';
import { quickFolder } from '../../../test/support/quick-folder.ts';
import { errorAnswer } from '../http/errors.ts';
import { type Db, loginBy, openDatabase } from './connect.ts';
import { withoutLimit } from './database.ts';

const folder = join(quickFolder(), `evenkeel-connect-${randomUUID()}`);
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
  const made = await createTestDatabase({ migrationsFolder });
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

test('a server on another machine is reached with encryption, or where somebody said that none is meant', () => {
  const at = (host: string, query = '') => `postgresql://me:secret@${host}:5432/firm${query}`;
  const remote =
    (query: string, insecure = false) =>
    () =>
      loginBy(at('192.0.2.1', query), { insecure });
  for (const query of ['', '?application_name=sslmode', '?sslmode='])
    expect(remote(query), query).toThrow(
      /^The database at 192\.0\.2\.1 is on another machine, and its address asks for no encryption: add \?sslmode=verify-full/,
    );
  expect(remote('')).not.toThrow('secret');
  for (const query of ['?sslmode=disable', '?sslmode=verify-full', '?application_name=x&sslmode=require'])
    expect(remote(query)()).toEqual({ connectionString: at('192.0.2.1', query) });
  expect(remote('', true)()).toEqual({ connectionString: at('192.0.2.1') });
  for (const host of ['127.0.0.1', 'localhost', '[::1]']) expect(() => loginBy(at(host), {})).not.toThrow();
  expect(() => loginBy('postgresql:///firm?host=/var/run/postgresql', {})).not.toThrow();
});

test('the login that runs is held to the same', async () => {
  const made = await createTestDatabase({ migrationsFolder });
  const appUrl = 'postgresql://me:secret@192.0.2.1:1/firm';
  const opened = openDatabase({ migrationsFolder, url: made.adminUrl, appUrl, dataFolder: folder });
  await expect(opened).rejects.toThrow('on another machine');
  await made.close();
});

test('a statement that takes too long ends, unless it was said that it may', async () => {
  const made = await createTestDatabase({ migrationsFolder });
  const database = await openDatabase({
    migrationsFolder,
    url: made.adminUrl,
    dataFolder: folder,
    statementSeconds: 1,
  });
  const sleep = (db: Db) => sql`select pg_sleep(1.5)`.execute(db);
  const unlimited = async (db: Db) => {
    await withoutLimit(db);
    await sleep(db);
  };
  const [stopped] = await Promise.all([
    database.transactAsInstall('test', sleep).catch((error: unknown) => error),
    database.transactAsInstall('test', unlimited),
  ]);
  expect(errorAnswer(stopped)).toMatchObject({
    status: 503,
    body: { message: expect.stringContaining('longer than a minute') },
  });
  // On the connection whose limit was lifted, too.
  const again = await Promise.allSettled([1, 2].map(() => database.transactAsInstall('test', sleep)));
  const timeOut = { status: 'rejected', reason: { message: expect.stringContaining('statement timeout') } };
  expect(again).toMatchObject([timeOut, timeOut]);
  await database.close();
  await made.close();
});
