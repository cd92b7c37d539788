import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { asAdmin, openTestCluster } from '../../../test/support/cluster.ts';
import { setUpDatabase } from './connect.ts';
import type { Embedded } from './embedded/launch.ts';

let cluster: Embedded;
let folder: string;
let counter = 0;
let name = '';
const write = (file: string, text: string) => writeFile(join(folder, file), text);
const setUp = () => setUpDatabase(cluster.addressOf(name), { migrationsFolder: folder });
const ask = (query: string) =>
  asAdmin(cluster, name, async (client) => (await client.query<Record<string, unknown>>(query)).rows);

beforeAll(async () => {
  cluster = await openTestCluster();
});
afterAll(() => cluster.close());

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evenkeel-migrations-'));
  name = `test_migrate_${process.pid}_${counter++}`;
  await asAdmin(cluster, 'postgres', (client) => client.query(`create database ${name}`));
  await write('0001_one.sql', 'create table one (id int primary key); grant select on one to evenkeel_app;');
  return async () => {
    await asAdmin(cluster, 'postgres', (client) => client.query(`drop database ${name} with (force)`));
    await rm(folder, { recursive: true });
  };
});

test('each file is applied once, also when several starts come at once', async () => {
  const logins = await Promise.all([setUp(), setUp(), setUp()]);
  expect(new Set(logins.map((login) => login.user)).size).toBe(1);
  await write('0002_two.sql', 'create table two (id int primary key);');
  await setUp();
  expect(await ask('select number, name from install.migration order by 1')).toEqual([
    { number: 1, name: '0001_one.sql' },
    { number: 2, name: '0002_two.sql' },
  ]);
  expect(
    await ask(`select table_name from information_schema.tables where table_schema = 'public' order by 1`),
  ).toEqual([{ table_name: 'one' }, { table_name: 'two' }]);
});

test('a file that fails leaves nothing behind and is named', async () => {
  await write('0002_two.sql', 'create table two (id int); create table two (id int);');
  await expect(setUp()).rejects.toThrow('migrations/0002_two.sql failed and was undone');
  expect(await ask(`select number from install.migration`)).toEqual([{ number: 1 }]);
  expect(await ask(`select to_regclass('two') as two`)).toEqual([{ two: null }]);
});

test('a file that changed after it was applied is refused; other line ends are no change', async () => {
  await setUp();
  await write('0001_one.sql', 'create table one (id int primary key);\r\n-- more');
  await expect(setUp()).rejects.toThrow('0001_one.sql has changed since it was applied');
  await write('0001_one.sql', 'create table one (id int primary key); grant select on one to evenkeel_app;');
  await setUp();
});

test('a database that a newer program has changed is refused', async () => {
  await write('0002_two.sql', 'create table two (id int);');
  await setUp();
  await rm(join(folder, '0002_two.sql'));
  await expect(setUp()).rejects.toThrow('newer Evenkeel');
});

test('a gap in the numbers is a bug', async () => {
  await write('0003_three.sql', 'select 1');
  await expect(setUp()).rejects.toThrow('0003_three.sql should be number 2');
});

test('a login of the operator is let in, and refused when it is too powerful', async () => {
  const role = `operator_${process.pid}`;
  const owner = cluster.addressOf(name);
  await ask(`create role ${role} login password 'secret'`);
  const at = new URLSearchParams({ host: owner.host ?? '', port: String(owner.port) });
  const appUrl = `postgresql://${role}:secret@/${name}?${at}`;
  try {
    const login = await setUpDatabase(owner, { migrationsFolder: folder, appUrl });
    const client = new Client(login);
    await client.connect();
    expect(
      (await client.query('select current_user::text as who from one right join (select 1) on true')).rows,
    ).toEqual([{ who: role }]);
    await client.end();
    await ask(`alter role ${role} bypassrls`);
    await expect(setUpDatabase(owner, { migrationsFolder: folder, appUrl })).rejects.toThrow('separation of firms');
  } finally {
    await ask(`drop owned by ${role}; drop role ${role}`);
  }
});

test('an owner without superuser rights can set up a database too', async () => {
  const role = `owner_${process.pid}`;
  await ask(`create role ${role} login createrole password 'secret'; alter database ${name} owner to ${role};
    grant evenkeel_app to ${role} with admin option`);
  try {
    const login = await setUpDatabase(
      { ...cluster.addressOf(name), user: role, password: 'secret' },
      { migrationsFolder: folder },
    );
    expect(login.user).toMatch(/^evenkeel_app_/);
  } finally {
    await ask(`reassign owned by ${role} to evenkeel; drop owned by ${role}`);
    await ask(`drop role ${role}`);
  }
});
