import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextIn, testSecrets } from '../../../test/support/context.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { makeRolesFirm, type PersonKey, type RolesFirm } from '../../../test/support/roles-firm.ts';
import type { Role, Standing } from '../../base/roles.ts';
import { type Day, type Instant, instantOf } from '../../base/time.ts';
import type { FirmContext } from '../../platform/context.ts';
import type { Db } from '../../platform/db/connect.ts';
import { erasePerson } from '../../records/people/erase.store.ts';
import { nameHasher } from '../../records/people/erased.store.ts';
import type { PersonId } from '../../records/people/types.ts';
import { makeKeys, type OpenKeys, openNote, sealNote } from '../../web/notes-key.ts';
import { exportAbout } from '../about/actions.ts';
import { saveNoteKeys, savePrivateNote } from './contract.ts';
import { findNotes, keepKeys, keepNote, removeNote } from './notes.actions.ts';
import { addItem, findOneOnOne } from './pair.actions.ts';

const NOW = instantOf('2026-03-02' as Day);
const LATER = (NOW + 3_600_000) as Instant;
const CHEAP = 2;
const OLD_KEY = `age1${'q'.repeat(58)}`;
const STANDINGS: Record<PersonKey, Role> = {
  olga: 'owner',
  sam: 'service-manager',
  lea: 'team-lead',
  max: 'team-lead',
  tom: 'technician',
  una: 'technician',
  hana: 'hr',
};
/** What nobody but its readers may ever find. */
const OWN = 'I told nobody that I want to stop doing nights';
const SHARED = 'We agreed that the review of June was unfair';

let test: TestDatabase;
let firm: RolesFirm;
let owner: Client;
const keys = {} as Record<'tom' | 'lea', OpenKeys>;

beforeAll(async () => {
  test = await createTestDatabase();
  firm = await makeRolesFirm(test);
  owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
  for (const who of ['tom', 'lea'] as const) {
    keys[who] = await makeKeys(`${who} and a calm day at sea`, CHEAP);
    const { recipient, sealed } = keys[who];
    await as(who, (ctx) => keepKeys(ctx, { recipient, sealed, replaces: who === 'tom' ? OLD_KEY : null }));
  }
  await write('tom', OWN, false);
  await write('tom', SHARED, true);
});
afterAll(async () => {
  await owner.end();
  await test.close();
});

/** Acts as one of the firm's people, or (null) as whoever holds the server. */
function as<T>(who: PersonKey | null, work: (ctx: FirmContext) => Promise<T>, now = NOW): Promise<T> {
  const standing: Standing = who === null ? 'operator' : STANDINGS[who];
  const personId = who === null ? null : firm.people[who];
  const scope = { orgId: firm.orgId, actor: who ?? 'owner', standing, personId };
  return test.database.transact(scope, (db) =>
    work(contextIn(db, firm.orgId, { actor: scope.actor, standing, personId, now: () => now })),
  );
}

async function write(who: 'tom' | 'lea', text: string, both: boolean): Promise<number> {
  const pairId = firm.talks.tom;
  const mine = keys[who].recipient;
  const theirs = both ? keys[who === 'tom' ? 'lea' : 'tom'].recipient : null;
  const body = await sealNote(text, pairId, theirs === null ? [mine] : [mine, theirs]);
  const { noteId } = await as(who, (ctx) => keepNote(ctx, { pairId, body, mine, theirs }));
  return noteId;
}

/** What somebody can open of what they are given. */
async function openedBy(who: 'tom' | 'lea'): Promise<string[]> {
  const { notes } = await as(who, (ctx) => findNotes(ctx, { pairId: firm.talks.tom }));
  const texts = await Promise.all(
    notes.map(({ body }) => openNote(body, firm.talks.tom, keys[who].identity).catch(() => null)),
  );
  return texts.filter((one) => one !== null).sort();
}

/** Everything that any table says, as the owner of the tables sees it: what a dump of the database holds. */
async function dump(): Promise<string> {
  const { rows: tables } = await owner.query<{
    name: string;
  }>(`select n.nspname || '.' || c.relname as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('public', 'auth')`);
  const texts = [];
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: string }>(`select t::text as row from ${name} t`);
    texts.push(...rows.map(({ row }) => row));
  }
  return texts.join('\n');
}

/** Words as they are, and as somebody might have coded them. */
const FORMS = [OWN, SHARED].flatMap((text) => [
  text,
  Buffer.from(text).toString('hex'),
  // Whatever stands before it: the middle of its base64 is the same.
  ...[0, 1, 2].map((shift) =>
    Buffer.from(' '.repeat(shift) + text)
      .toString('base64')
      .slice(4, 40),
  ),
]);
const found = (text: string) => [...FORMS, keys.tom.identity, keys.lea.identity].filter((one) => text.includes(one));

describe('private notes', () => {
  it('are opened by who they were written for, in their browser', async () => {
    expect(await openedBy('tom')).toEqual([OWN, SHARED].sort());
    expect(await openedBy('lea')).toEqual([SHARED]);
  });

  it('are ciphertext in everything that the database holds', async () => {
    const whole = await dump();
    expect(whole).toContain('BEGIN AGE ENCRYPTED FILE');
    expect(found(whole)).toEqual([]);
    // What would be found if it were there.
    expect(found(`x ${Buffer.from(`{"text":"${OWN}"}`).toString('base64')} y`).length).toBe(1);
  });

  it.each(['olga', 'sam', 'max', 'una', 'hana', null] as const)(
    'are refused to %s, as is what both share',
    async (who) => {
      const asked = { pairId: firm.talks.tom };
      await expect(as(who, (ctx) => findNotes(ctx, asked))).rejects.toThrow(/no such 1:1s of yours|none of them here/);
      await expect(as(who, (ctx) => findOneOnOne(ctx, asked))).rejects.toThrow(
        /no such 1:1s of yours|none of them here/,
      );
    },
  );

  it('are ciphertext in every export, and the reader’s own export can be opened without us', async () => {
    const files = async (who: PersonKey | null, personId?: number) => {
      const texts = [];
      for (const format of ['json', 'html'] as const)
        texts.push((await as(who, (ctx) => exportAbout(ctx, { format, ...(personId && { personId }) }))).text);
      return texts.join('\n');
    };
    for (const personId of [firm.people.tom, firm.people.lea]) {
      const text = await files(null, personId);
      expect([found(text), text.includes('BEGIN AGE'), text.includes('A topic of Tom')]).toEqual([[], false, false]);
    }
    const lea = await files('lea');
    expect([found(lea), lea.includes('A topic of Tom')]).toEqual([[], true]);
    const json = (await as('tom', (ctx) => exportAbout(ctx, { format: 'json' }))).text;
    expect(found(json)).toEqual([]);
    const { held } = JSON.parse(json) as { held: { key: string; rows: { body: string }[] }[] };
    const bodies = held.find(({ key }) => key === 'private_note')!.rows.map(({ body }) => body);
    const opened = await Promise.all(
      bodies.map((body) => openNote(body, firm.talks.tom, keys.tom.identity).catch(() => '')),
    );
    expect(opened).toContain(OWN);
  });

  it('are kept only as a browser encrypted them, and for the keys of today', async () => {
    const input = { pairId: 1, mine: OLD_KEY, theirs: null };
    expect(savePrivateNote.input.safeParse({ ...input, body: OWN }).success).toBe(false);
    const around = `-----BEGIN AGE ENCRYPTED FILE-----\n${OWN}\n-----END AGE ENCRYPTED FILE-----\n`;
    expect(savePrivateNote.input.safeParse({ ...input, body: around }).success).toBe(false);
    expect(
      saveNoteKeys.input.safeParse({ recipient: OLD_KEY, sealed: keys.tom.identity, replaces: null }).success,
    ).toBe(false);
    const pairId = firm.talks.tom;
    const body = await sealNote('x', pairId, [keys.tom.recipient]);
    expect(savePrivateNote.input.safeParse({ ...input, body, mine: keys.tom.recipient }).success).toBe(true);
    const outdated = as('tom', (ctx) => keepNote(ctx, { pairId, body, mine: OLD_KEY, theirs: null }));
    await expect(outdated).rejects.toThrow(/^One of you made new keys/);
    const { recipient, sealed } = keys.tom;
    await expect(as('tom', (ctx) => keepKeys(ctx, { recipient, sealed, replaces: OLD_KEY }))).rejects.toThrow(
      /changed meanwhile/,
    );
  });

  it('are removed by their author alone', async () => {
    const pairId = firm.talks.tom;
    const noteId = await write('tom', 'For a moment', true);
    await expect(as('lea', (ctx) => removeNote(ctx, { pairId, noteId }))).rejects.toThrow(/no such note of yours/);
    expect(await as('tom', (ctx) => removeNote(ctx, { pairId, noteId }))).toEqual({ removed: true });
  });
});

describe('the policies under private notes and their keys', () => {
  const EVERY: [Standing | '', PersonKey | null][] = [
    ...Object.entries(STANDINGS).map(([who, standing]): [Standing, PersonKey] => [standing, who as PersonKey]),
    ['operator', null],
    ['engine', null],
    ['wallboard', null],
    ['', null],
  ];
  const raw = <T>([standing, who]: (typeof EVERY)[number], work: (db: Db) => Promise<T>) =>
    test.database.transactAsInstall('test', async (db) => {
      await sql.raw(`set local app.org = '${firm.orgId}'; set local app.standing = '${standing}'`).execute(db);
      if (who !== null) await sql.raw(`set local app.person = '${firm.people[who]}'`).execute(db);
      return work(db);
    });
  const count = (db: Db, table: string) =>
    sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where ${sql.ref(
      table === 'private_note' ? 'pair_id' : 'person_id',
    )} = ${table === 'private_note' ? firm.talks.tom : firm.people.tom}`
      .execute(db)
      .then(({ rows }) => rows[0]!.n);

  it('show notes and secret keys to who they are for, and to no other standing', async () => {
    const seen: string[] = [];
    for (const one of EVERY) {
      const notes = await raw(one, (db) => count(db, 'private_note'));
      const secret = await raw(one, (db) => count(db, 'note_identity'));
      if (notes + secret > 0) seen.push(`${one[1]}: ${notes} notes, ${secret} keys`);
    }
    expect(seen).toEqual(['lea: 2 notes, 0 keys', 'tom: 3 notes, 1 keys']);
  });

  it('let nobody write in another’s name, into 1:1s of others, or change for whom a note is', async () => {
    const insert = (viewer: (typeof EVERY)[number], author: number, pairId: number) =>
      raw(viewer, (db) =>
        sql`insert into private_note (pair_id, author_id, readers, body, written_at)
            values (${pairId}, ${author}, array[${author}::bigint], 'x', now())`.execute(db),
      );
    const { lea, tom, max } = firm.people;
    await expect(insert(['team-lead', 'lea'], tom, firm.talks.tom)).rejects.toThrow(/row-level security/);
    await expect(insert(['team-lead', 'max'], max, firm.talks.tom)).rejects.toThrow(/row-level security/);
    await expect(insert(['owner', 'olga'], firm.people.olga, firm.talks.tom)).rejects.toThrow(/row-level security/);
    await expect(insert(['engine', null], lea, firm.talks.tom)).rejects.toThrow(/row-level security/);
    for (const one of EVERY.filter(([, who]) => who !== 'tom')) {
      const changed = await raw(one, async (db) => {
        const { numAffectedRows } = await sql`update private_note set readers = readers || ${max}::bigint
          where author_id = ${tom}`.execute(db);
        const gone = await sql`delete from private_note where author_id = ${tom}`.execute(db);
        const locked = await sql`update note_identity set sealed = 'x' where person_id = ${tom}`.execute(db);
        const key = await sql`update note_recipient set recipient = 'x' where person_id = ${tom}`.execute(db);
        return [numAffectedRows, gone.numAffectedRows, locked.numAffectedRows, key.numAffectedRows].map(Number);
      });
      expect([one, changed]).toEqual([one, [0, 0, 0, 0]]);
    }
  });

  it('let the program hand notes over when somebody is erased, and nobody else', async () => {
    for (const one of EVERY.filter(([standing]) => standing !== 'engine'))
      await raw(one, (db) => sql`select app_hand_over_notes(${firm.people.tom}, ${firm.people.max})`.execute(db));
    expect(await openedBy('tom')).toEqual([OWN, SHARED].sort());
  });
});

describe('when one of the two is erased', () => {
  it('their keys and their notes to themselves go; what both could open stays the other’s, without their name', async () => {
    await write('lea', 'Lea’s own', false);
    await write('lea', 'Lea’s to both', true);
    await as('lea', (ctx) =>
      addItem(ctx, {
        pairId: firm.talks.tom,
        kind: 'topic',
        text: 'Ask Tom Tech about Friday',
        ownerId: null,
        dueDay: null,
      }),
    );
    const hash = nameHasher({ secrets: testSecrets, orgId: firm.orgId });
    const gone = firm.people.tom as PersonId;
    const scope = { orgId: firm.orgId, actor: 'test', standing: 'engine' as const };
    const standIn = await test.database.transact(scope, (db) => erasePerson(db, gone, '2026-03-02' as Day, hash));
    expect(await openedBy('lea')).toEqual([SHARED, 'Lea’s own', 'Lea’s to both'].sort());
    const { notes, theirs } = await as('lea', (ctx) => findNotes(ctx, { pairId: firm.talks.tom }), LATER);
    expect(theirs).toBeNull();
    expect(new Set(notes.map(({ authorId }) => authorId))).toEqual(new Set([firm.people.lea, standIn]));
    const { rows } = await owner.query(
      `select (select count(*) from note_identity where person_id = $1) + (select count(*) from note_recipient where person_id = $1)
        + (select count(*) from private_note where $1 = any(readers) or author_id = $1)
        + (select count(*) from one_on_one where $1 in (member_id, lead_id))
        + (select count(*) from agenda_item where $1 in (author_id, owner_id)) as n`,
      [gone],
    );
    expect(Number(rows[0].n)).toBe(0);
    const pair = await as('lea', (ctx) => findOneOnOne(ctx, { pairId: firm.talks.tom }), LATER);
    expect(pair.with.name).toMatch(/^Former colleague/);
    expect(pair).toMatchObject({ endedOn: '2026-03-02', hint: null });
    expect(pair.items.map(({ text }) => text)).toContain('Ask – about Friday');
    expect(await dump()).not.toMatch(/tom tech/i);
  });

  it('nothing at all is left once the other is erased too', async () => {
    await owner.query('delete from seat_holding where person_id = $1', [firm.people.lea]);
    const hash = nameHasher({ secrets: testSecrets, orgId: firm.orgId });
    const scope = { orgId: firm.orgId, actor: 'test', standing: 'engine' as const };
    await test.database.transact(scope, (db) =>
      erasePerson(db, firm.people.lea as PersonId, '2026-03-02' as Day, hash),
    );
    const { rows } = await owner.query(
      `select (select count(*) from one_on_one where pair_id = $1) + (select count(*) from private_note where pair_id = $1) as n`,
      [firm.talks.tom],
    );
    expect(Number(rows[0].n)).toBe(0);
  });
});
