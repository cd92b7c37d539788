import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../src/base/time.ts';
import { refit } from '../src/capabilities/evidence/refit.actions.ts';
import { addFirm } from '../src/capabilities/welcome/actions.ts';
import { fillWithSample } from '../src/capabilities/welcome/sample.actions.ts';
import { type Install, openInstall } from '../src/install.ts';
import { STORY_DAY } from '../src/model/world/cast.ts';
import { appendAudit } from '../src/platform/audit/store.ts';
import { verifyChain } from '../src/platform/audit/verify.ts';
import { SERVER_HOLDER } from '../src/platform/sign-in/actions.ts';
import { addressSeal } from '../src/records/delivery/types.ts';
import { resultOf, runEvenkeel, runHere } from './support/command.ts';
import { asOwner, makeEmbeddedPlace, makeServerPlace, type Place, readEverything } from './support/install.ts';
import { quickFolder } from './support/quick-folder.ts';

let folder: string;
/** A filled install on the test server, which most of what follows reads, its backup, and what it held at that moment. */
let full: Awaited<ReturnType<typeof makeServerPlace>>;
let file: string;
let held: Record<string, string[]>;
const servers: Awaited<ReturnType<typeof makeServerPlace>>[] = [];

const environmentOf = ({ EVENKEEL_DATA, DATABASE_URL }: Place) => ({ EVENKEEL_DATA, DATABASE_URL });
const run = (place: Place, ...args: string[]) => runHere(args, environmentOf(place));
/** As a process of its own, beside whatever goes on here. */
const runApart = (place: Place, ...args: string[]) => resultOf(runEvenkeel(args, environmentOf(place)));
const open = (place: Place) => openInstall(place, { dataFolder: place.EVENKEEL_DATA, mayCreateUser: false });
const emptyServer = async (name: string) => {
  servers.push(await makeServerPlace(folder, name));
  return servers.at(-1)!;
};

beforeAll(async () => {
  folder = await mkdtemp(join(quickFolder(), 'evenkeel-backup-'));
  await chmod(folder, 0o711);
  full = await emptyServer('full');
  await fill(full);
  file = join(folder, 'full.evk');
  expect(await runApart(full, 'backup', file)).toMatchObject({ code: 0 });
  held = await readEverything(full);
});
afterAll(async () => {
  for (const server of servers) await server.drop();
  await rm(folder, { recursive: true });
});

/** A sample with its tickets, accounts, an audit log, and at least a row in every table that a person can fill. */
async function fill(place: Place): Promise<void> {
  const install = await open(place);
  const { database, secrets } = install;
  const context = { ...install, actor: SERVER_HOLDER, now: systemClock, log: () => undefined };
  const orgId = await addFirm(
    context,
    { name: 'Cove\tIT \\N', sample: 'cove', storyDay: STORY_DAY },
    async (inside) => {
      await fillWithSample(inside, 'cove');
      await refit(inside);
    },
  );
  const by = { orgId, actor: SERVER_HOLDER, standing: 'operator' as const };
  for (const people of [[2], [1, 2], []])
    await database.transact(by, (db) => appendAudit(db, secrets, by, { action: 'readPerson', people }, systemClock()));
  const sealed = secrets.seal('JBSWY3DPEHPK3PXP', 'totp/1');
  const hook = secrets.seal('https://hooks.example.com/x', addressSeal(orgId, 2));
  await asOwner(place, async (client) => {
    await client.query(
      `insert into auth.account (email, name, password_hash, totp_secret) values ('a@b.example', E'Ana\\nRuiz', 'x', $1)`,
      [sealed],
    );
    await client.query(
      `insert into delivery (org_id, person_id, way, address, host, own_chat, zone, planned_at, changed_at)
       values ($1, 2, 'slack', $2, 'hooks.example.com', true, 'UTC', now(), now())
       on conflict (org_id, person_id) do update set way = excluded.way, address = excluded.address, host = excluded.host,
         own_chat = excluded.own_chat`,
      [orgId, hook],
    );
    await client.query(`
      insert into auth.passkey (credential_id, account_id, public_key, transports, name) values ('c', 1, 'k', '{usb,"a,b"}', 'Key');
      insert into auth.firm_access (actor, org_id, role, person_id) values ('account:1', ${orgId}, 'owner', 1);
      insert into wish (org_id, person_id, aspiration, day) values (${orgId}, 2, 'not-now', '2026-01-01') on conflict do nothing;
      insert into remark (org_id, person_id, about, kind, text, at)
        values (${orgId}, 2, 'person/title', 'dispute', E'Not\\tmine: \\\\. "quoted"', now());
      insert into decision (org_id, seat_id, person_id, kind, day, decided_by, advice, at)
        select ${orgId}, min(seat_id), 1, 'hold', '2026-01-02', 'account:1', '{"a": [1, null, "\\\\u00fc"]}', now() from seat;
      insert into protected_attribute values (${orgId}, 2, 'gender', 'x', '2026-01-02');
      insert into erased_name values (${orgId}, 'h', 2)`);
  });
  await database.close();
}

/** The webhook of person 2, whose address is sealed. */
const readHook = (place: Place) =>
  asOwner(place, async (client) => {
    const found = await client.query<Hook>(
      'select org_id::int, way, address, host, own_chat from delivery where person_id = 2',
    );
    return found.rows[0]!;
  });
type Hook = { org_id: number; way: string; address: string | null; host: string | null; own_chat: boolean };

const advice = async (place: Place) => (await run(place, 'review', '--json')).out;

describe.each(['server', 'embedded'] as const)('a backup that is restored into %s', (kind) => {
  it('is the same install: every row, what comes next, who may see what, and our advice', async () => {
    const place = kind === 'server' ? await emptyServer(`to-${kind}`) : await makeEmbeddedPlace(folder, `to-${kind}`);
    // Before the first start and after it are both "nothing in it".
    if (kind === 'server') await (await open(place)).database.close();
    const restored = await (kind === 'server' ? run : runApart)(place, 'restore', file);
    expect(restored).toMatchObject({ code: 0, err: '' });
    expect(restored.out).toMatch(/^Restored [\d,]+ rows from /);
    const is = await readEverything(place);
    expect(is).toEqual(held);
    expect([is['public.audit_entry']!.length, Object.keys(is).length > 30]).toEqual([4, true]);

    const key = join(place.EVENKEEL_DATA, 'secret.key');
    if (kind === 'server') {
      const refused = await run(place, 'review');
      expect(refused).toMatchObject({
        code: 69,
        err: expect.stringMatching(/^The key in .*secret.key is not the one/),
      });
    } else {
      const refused = await run(place, 'review');
      expect(refused).toMatchObject({ code: 69, err: expect.stringMatching(/^The key of this database is missing/) });
      expect(await readdir(place.EVENKEEL_DATA)).not.toContain('secret.key');
    }
    await writeFile(key, await readFile(join(full.EVENKEEL_DATA, 'secret.key')));
    expect(await advice(place)).toBe(await advice(full));

    const install = await open(place);
    await expectAlive(install);
    // While the program runs.
    expect(await run(place, 'backup', join(folder, `of-${kind}.evk`))).toMatchObject({ code: 0 });
    await install.database.close();
  });
});

/** The program's own login works, is held to its firm, and new numbers follow the old. */
async function expectAlive({ database, secrets }: Install): Promise<void> {
  const people = (orgId: number, standing: 'operator' | 'wallboard') =>
    database.transact({ orgId, actor: 'test', standing }, (db) =>
      db.selectFrom('person').select('person_id').execute(),
    );
  const before = await people(1, 'operator');
  expect(before.length).toBeGreaterThan(3);
  expect([await people(2, 'operator'), await people(1, 'wallboard')]).toEqual([[], []]);
  const by = { orgId: 1, actor: SERVER_HOLDER, standing: 'operator' as const };
  await database.transact(by, async (db) => {
    const added = await db
      .insertInto('person')
      .values({ name: 'New' })
      .returning('person_id')
      .executeTakeFirstOrThrow();
    expect(added.person_id).toBe(Math.max(...before.map((one) => one.person_id)) + 1);
    await appendAudit(db, secrets, by, { action: 'test' }, systemClock());
    expect(await verifyChain(db, secrets, 1)).toMatchObject({ lines: 5, broken: null });
  });
}

describe('a backup while others write', () => {
  it('is one moment: every reference holds, and every audit log ends where its last line is', async () => {
    const source = await emptyServer('busy');
    const install = await open(source);
    const { database, secrets } = install;
    const orgId = await addFirm(
      { ...install, actor: SERVER_HOLDER, now: systemClock, log: () => undefined },
      { name: 'Busy', sample: null, storyDay: null },
    );
    const by = { orgId, actor: SERVER_HOLDER, standing: 'engine' as const };
    let writes = 0;
    let stopped = false;
    const write = async () => {
      while (!stopped) {
        await database.transact(by, async (db) => {
          const { person_id } = await db
            .insertInto('person')
            .values({ name: 'P' })
            .returning('person_id')
            .executeTakeFirstOrThrow();
          await db
            .insertInto('wish')
            .values({ person_id, aspiration: 'not-now', day: '2026-01-01' as never })
            .execute();
          await appendAudit(db, secrets, by, { action: 'typePeople', people: [person_id] }, systemClock());
        });
        writes++;
      }
    };
    const writers = Promise.all([write(), write(), write()]);
    const target = await emptyServer('from-busy');
    const from = writes;
    const path = join(folder, 'busy.evk');
    const made = await runApart(source, 'backup', path);
    expect([made.code, writes - from > 50]).toEqual([0, true]);
    stopped = true;
    await writers;
    await database.close();
    await mkdir(target.EVENKEEL_DATA, { recursive: true });
    await writeFile(join(target.EVENKEEL_DATA, 'secret.key'), await readFile(join(source.EVENKEEL_DATA, 'secret.key')));
    expect(await run(target, 'restore', path)).toMatchObject({ code: 0 });
    const counted = await asOwner(target, (client) =>
      one(
        client,
        'select (select count(*)::int from person) as people, (select count(*)::int from wish) as wishes, (select count(*)::int from audit_entry) as lines',
      ),
    );
    // Every commit added one of each; the backup and the restore wrote a line of their own.
    expect(counted).toEqual({ people: counted.people, wishes: counted.people, lines: counted.people + 2 });
    const restored = await open(target);
    expect(await restored.database.transact(by, (db) => verifyChain(db, restored.secrets, orgId))).toMatchObject({
      broken: null,
    });
    await restored.database.close();
  });
});

const one = async (client: Client, text: string) => (await client.query(text)).rows[0] as Record<string, number>;

describe('the key', () => {
  it('comes along where it is asked for, and one that lay there is kept beside it', async () => {
    const path = join(folder, 'with-key.evk');
    const made = await run(full, 'backup', path, '--with-key');
    expect(made).toMatchObject({ code: 0, out: expect.stringContaining('The key is in it') });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const place = await emptyServer('moved');
    await (await open(place)).database.close();
    const own = await readFile(join(place.EVENKEEL_DATA, 'secret.key'), 'utf8');
    const restored = await run(place, 'restore', path);
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('The key that was there is kept in') });
    const { database, secrets } = await open(place);
    const account = await database.transactAsInstall('test', (db) =>
      db.selectFrom('auth.account').select('totp_secret').executeTakeFirstOrThrow(),
    );
    expect(secrets.unseal(account.totp_secret!, 'totp/1')).toBe('JBSWY3DPEHPK3PXP');
    await database.close();
    expect(await readFile(join(place.EVENKEEL_DATA, 'secret.key.before-restore'), 'utf8')).toBe(own);
  });

  it('is not in a backup otherwise, which says where it lies', async () => {
    const key = (await readFile(join(full.EVENKEEL_DATA, 'secret.key'), 'utf8')).trim();
    expect(gunzipSync(await readFile(file)).includes(key)).toBe(false);
    const again = await run(full, 'backup', join(folder, 'again.evk'));
    expect(again.out).toContain(`The key is not in it. It lies in ${join(full.EVENKEEL_DATA, 'secret.key')}`);
  });

  it('that is lost for good can be followed by a new one, knowingly', async () => {
    const place = await emptyServer('lost');
    expect(await run(place, 'restore', file)).toMatchObject({
      code: 0,
      out: expect.stringContaining('evenkeel new-key'),
    });
    const asked = await run(place, 'new-key');
    expect(asked).toMatchObject({ code: 65, err: expect.stringContaining('add --yes') });
    expect(await run(place, 'new-key', '--yes')).toMatchObject({ code: 0 });
    const { database } = await open(place);
    const account = await database.transactAsInstall('test', (db) =>
      db.selectFrom('auth.account').select(['totp_secret', 'password_hash']).executeTakeFirstOrThrow(),
    );
    expect(account).toEqual({ totp_secret: null, password_hash: 'x' });
    expect(await readHook(place)).toMatchObject({ way: 'off', address: null, host: null, own_chat: false });
    await database.close();
  });

  it('that is still there is followed by a new one which opens the same, and begins a new part of every log', async () => {
    const place = await emptyServer('renewed');
    await run(place, 'restore', file);
    const oldKey = join(full.EVENKEEL_DATA, 'secret.key');
    const wrong = join(folder, 'wrong.key');
    await writeFile(wrong, '0'.repeat(64));
    expect(await run(place, 'new-key', '--from', wrong, '--yes')).toMatchObject({
      code: 65,
      err: expect.stringContaining('is not the one that this database was kept with'),
    });
    expect(await run(place, 'new-key', '--from', join(folder, 'nowhere.key'), '--yes')).toMatchObject({ code: 66 });
    expect((await run(place, 'new-key', '--from', oldKey)).out).toContain('Recovery codes are no longer good');
    expect(await run(place, 'new-key', '--from', oldKey, '--yes')).toMatchObject({ code: 0, err: '' });
    expect(await readFile(join(place.EVENKEEL_DATA, 'secret.key'), 'utf8')).not.toBe(await readFile(oldKey, 'utf8'));
    const { database, secrets } = await open(place);
    const account = await database.transactAsInstall('test', (db) =>
      db.selectFrom('auth.account').select(['totp_secret', 'totp_since']).executeTakeFirstOrThrow(),
    );
    expect(secrets.unseal(account.totp_secret!, 'totp/1')).toBe('JBSWY3DPEHPK3PXP');
    const { org_id, address } = await readHook(place);
    expect(secrets.unseal(address!, addressSeal(org_id, 2))).toBe('https://hooks.example.com/x');
    await database.close();
    const checked = await run(place, 'audit', 'verify');
    expect(checked).toMatchObject({ code: 0, err: '' });
    expect(checked.out).toMatch(/whole, \d+ lines \(the first \d+ signed with an earlier key, not checked\)/);
  });
});

describe('a restore that can not be', () => {
  it('refuses files that are none, cut short, changed or from the future, and makes nothing', async () => {
    const bytes = await readFile(file);
    const text = gunzipSync(bytes);
    const changed = (from: string, to: string) =>
      gzipSync(Buffer.from(text.toString('latin1').replace(from, to), 'latin1'));
    const flipped = Buffer.from(bytes);
    flipped[Math.floor(bytes.length / 2)]! ^= 255;
    const body = `${JSON.stringify({ format: 'evenkeel-backup', version: 1, evenkeel: '9.9.9', created: '', migrations: Array.from({ length: 99 }, (_, i) => ({ number: i + 1, name: 'x', hash: 'x' })) })}\n{"rows":{},"sequences":[]}\n`;
    const future = `${body}{"sha256":"${createHash('sha256').update(body).digest('hex')}"}\n`;
    const bad: [name: string, bytes: Buffer, says: RegExp][] = [
      ['empty', Buffer.alloc(0), /is no backup of Evenkeel|is cut short/],
      ['text', Buffer.from('people,team\n'), /is no backup of Evenkeel/],
      ['zip', gzipSync('people,team\n'), /is no backup of Evenkeel/],
      ['half', bytes.subarray(0, bytes.length >> 1), /is cut short/],
      ['nearly', bytes.subarray(0, bytes.length - 9), /is cut short/],
      ['flipped', flipped, /is damaged|is cut short/],
      ['edited', changed('account:1', 'account:7'), /is damaged/],
      ['newer format', changed('"version":1', '"version":7'), /a newer Evenkeel/],
      ['newer', gzipSync(future), /a newer Evenkeel \(9.9.9\)/],
    ];
    const place = { EVENKEEL_DATA: join(folder, 'never') };
    for (const [name, content, says] of bad) {
      const path = join(folder, `bad ${name}.evk`);
      await writeFile(path, content);
      const result = await run(place, 'restore', path);
      expect([name, result.code, result.out]).toEqual([name, 65, '']);
      expect(result.err).toMatch(says);
      expect(result.err.trim().split('\n')).toHaveLength(1);
    }
    expect(await run(place, 'restore', join(folder, 'nowhere.evk'))).toMatchObject({ code: 66 });
    expect(await run(place, 'restore', folder)).toMatchObject({ code: 65 });
    expect(await readdir(folder)).not.toContain('never');
  });

  it('leaves what is there alone, until told to replace it, and keeps that in a file', async () => {
    const place = await emptyServer('taken');
    await fill(place);
    await asOwner(place, (client) =>
      client.query(`update firm set name = 'Mine'; alter table team add column extra int`),
    );
    const before = await readEverything(place);
    const refused = await run(place, 'restore', file);
    expect(refused).toMatchObject({ code: 75, err: expect.stringMatching(/^There is data here already.*--replace/) });
    expect(await readEverything(place)).toEqual(before);
    const replaced = await run(place, 'restore', file, '--replace');
    expect(replaced).toMatchObject({ code: 0 });
    expect(await readEverything(place)).toEqual(held);
    const kept = /What was here is kept in (\S+)\.\n/.exec(replaced.out)![1]!;
    expect(gunzipSync(await readFile(kept)).toString()).toContain('\tMine\t');
  });

  it('waits until the program has stopped', async () => {
    const place = await makeEmbeddedPlace(folder, 'running');
    const { database } = await open(place);
    const refused = await run(place, 'restore', file);
    expect(refused).toMatchObject({ code: 75, err: expect.stringContaining('Evenkeel is running on this database') });
    await database.close();
  });
});

describe('a backup that can not be written', () => {
  it('says why in a sentence and leaves nothing', async () => {
    const taken = join(folder, 'taken.evk');
    await writeFile(taken, 'mine');
    const outcomes = {
      taken: await run(full, 'backup', taken),
      folder: await run(full, 'backup', folder),
      nowhere: await run(full, 'backup', join(folder, 'no', 'where.evk')),
      empty: await run({ EVENKEEL_DATA: join(folder, 'nothing') }, 'backup', join(folder, 'x.evk')),
    };
    expect(Object.entries(outcomes).map(([name, { code }]) => [name, code])).toEqual([
      ['taken', 75],
      ['folder', 65],
      ['nowhere', 66],
      ['empty', 66],
    ]);
    expect(outcomes.taken.err).toContain('--force');
    expect(await readFile(taken, 'utf8')).toBe('mine');
    expect(await run(full, 'backup', taken, '--force')).toMatchObject({ code: 0 });
    expect((await readFile(taken)).length).toBeGreaterThan(1000);
  });

  it.skipIf(process.platform === 'win32')('says when there is no room, and keeps the file that was there', async () => {
    const there = await readFile(file);
    const bin = join(import.meta.dirname, '../bin/evenkeel.js');
    // As full as a disk can be made without being root: no file may grow beyond 16 blocks of 512 bytes.
    const child = spawn(
      'sh',
      ['-c', 'ulimit -f 16; exec "$@"', 'sh', process.execPath, bin, 'backup', file, '--force'],
      {
        env: { ...process.env, EVENKEEL_DATA: full.EVENKEEL_DATA, DATABASE_URL: full.DATABASE_URL },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    expect(await resultOf(child)).toMatchObject({
      code: 69,
      err: expect.stringMatching(/^There is no room for .*\n$/),
    });
    expect(await readFile(file)).toEqual(there);
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
