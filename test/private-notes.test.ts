import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../src/base/time.ts';
import { findNotes, keepKeys, keepNote } from '../src/capabilities/oneonones/notes.actions.ts';
import { openInstall } from '../src/install.ts';
import { makeKeys, openKeys, openNote, sealNote } from '../src/web/notes-key.ts';
import { runHere } from './support/command.ts';
import { contextIn } from './support/context.ts';
import { asOwner, makeServerPlace, type Place, readEverything } from './support/install.ts';

const WORDS = 'Between the two of us: I am looking elsewhere';
const PHRASE = 'seven lanterns over a quiet quay';

let folder: string;
const places: Awaited<ReturnType<typeof makeServerPlace>>[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evenkeel-notes-'));
});
afterAll(async () => {
  for (const place of places) await place.drop();
  await rm(folder, { recursive: true });
});

async function makePlace(name: string): Promise<Place> {
  const place = await makeServerPlace(folder, name);
  places.push(place);
  return place;
}
const run = (place: Place, ...args: string[]) => runHere(args, place);
const open = (place: Place) => openInstall(place, { dataFolder: place.EVENKEEL_DATA, mayCreateUser: false });

/** A firm of two people who talk; answers with what is needed to act as the member. */
async function makeTwo(place: Place): Promise<{ orgId: number; member: number; pairId: number }> {
  return asOwner(place, async (client) => {
    const one = async (text: string, values: unknown[]) =>
      Number(Object.values((await client.query(text, values)).rows[0] as object)[0]);
    const orgId = await one(`insert into firm (name) values ($1) returning org_id`, ['Two']);
    const person = (name: string) =>
      one(`insert into person (org_id, name) values ($1, $2) returning person_id`, [orgId, name]);
    const member = await person('Tom Tech');
    const lead = await person('Lea Lead');
    const pairId = await one(
      `insert into one_on_one (org_id, member_id, lead_id, zone, began_on) values ($1, $2, $3, 'UTC', '2026-01-01') returning pair_id`,
      [orgId, member, lead],
    );
    return { orgId, member, pairId };
  });
}

it('a backup of private notes is ciphertext, also once it is restored and read with the server’s key; the passphrase still opens them', async () => {
  const from = await makePlace('from');
  const install = await open(from);
  const { orgId, member, pairId } = await makeTwo(from);
  const scope = { orgId, actor: 'test', standing: 'technician' as const, personId: member };
  const made = await makeKeys(PHRASE, 2);
  const body = await sealNote(WORDS, pairId, [made.recipient]);
  await install.database.transact(scope, async (db) => {
    const ctx = contextIn(db, orgId, { ...scope, now: systemClock });
    await keepKeys(ctx, { recipient: made.recipient, sealed: made.sealed, replaces: null });
    await keepNote(ctx, { pairId, body, mine: made.recipient, theirs: null });
  });
  await install.database.close();

  const file = join(folder, 'notes.evk');
  expect(await run(from, 'backup', file)).toMatchObject({ code: 0, err: '' });
  const to = await makePlace('to');
  expect(await run(to, 'restore', file)).toMatchObject({ code: 0, err: '' });
  const texts = [
    (await readFile(file)).toString('latin1'),
    Object.values(await readEverything(to))
      .flat()
      .join('\n'),
  ];
  expect(texts[1]).toContain('BEGIN AGE ENCRYPTED FILE');
  expect(texts[1]).toContain('Tom Tech');
  for (const text of texts)
    for (const secret of [WORDS, PHRASE, made.identity]) expect(text.includes(secret)).toBe(false);

  // As the member, in a browser, with what the restored server hands out.
  await mkdir(to.EVENKEEL_DATA, { recursive: true });
  await writeFile(join(to.EVENKEEL_DATA, 'secret.key'), await readFile(join(from.EVENKEEL_DATA, 'secret.key')));
  const restored = await open(to);
  const kept = await restored.database.transact(scope, (db) => findNotes(contextIn(db, orgId, scope), { pairId }));
  await restored.database.close();
  await expect(openKeys(kept.mine!, 'another passphrase')).rejects.toThrow(/Nobody can reset it/);
  const { identity } = await openKeys(kept.mine!, PHRASE);
  expect(await openNote(kept.notes[0]!.body, pairId, identity)).toBe(WORDS);
});
