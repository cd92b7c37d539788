import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Instant } from '../src/base/time.ts';
import { jsonOf } from '../src/capabilities/review/json.ts';
import { catchUp } from '../src/catch-up.ts';
import { openInstall } from '../src/install.ts';
import { advise, MODEL_VERSION } from '../src/model/advice.ts';
import { limitsOf } from '../src/model/limits.ts';
import { firmDay, readSituation } from '../src/records/firm/store.ts';
import type { Candidate } from '../src/records/verdicts/types.ts';
import { readLatestHealth } from '../src/records/work/store.ts';
import { serve } from '../src/start.ts';
import { resultOf, runEvenkeel } from './support/command.ts';
import { asOwner, makeServerPlace } from './support/install.ts';

/** What release 0.1.0 left and what it said: see fixtures/make-release-fixture.ts. */
type Release = { at: string; session: string; real: string; advice: Record<string, { verdicts: Advice[] }> };
type Advice = Record<string, unknown> & { seat: string };

const FIXTURES = join(import.meta.dirname, 'fixtures');
let folder: string;
let place: Awaited<ReturnType<typeof makeServerPlace>>;
let release: Release;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evenkeel-upgrade-'));
  place = await makeServerPlace(folder, 'upgraded');
  release = JSON.parse(await readFile(join(FIXTURES, 'release-0.1.0.json'), 'utf8')) as Release;
  const restored = await resultOf(runEvenkeel(['restore', join(FIXTURES, 'release-0.1.0.evk')], environment()));
  expect(restored).toMatchObject({ code: 0, err: '' });
});
afterAll(async () => {
  await place.drop();
  await rm(folder, { recursive: true });
});

const open = () => openInstall(environment(), { dataFolder: place.EVENKEEL_DATA });
const environment = () => ({ EVENKEEL_DATA: place.EVENKEEL_DATA, DATABASE_URL: place.DATABASE_URL });
const then = () => Date.parse(release.at) as Instant;

it('a database of release 0.1.0 is brought up to date with every wish and no other change', async () => {
  const found = await asOwner(place, async (client) => {
    const rows = async (text: string) => (await client.query(text)).rows;
    return {
      history: (await rows('select number from install.migration order by 1')).length,
      wishes: await rows(`select p.name, w.aspiration from wish w join person p using (org_id, person_id)
        join firm f using (org_id) where f.sample is null order by 1`),
      access: await rows('select actor, org_id::int as firm, role from auth.firm_access order by 2'),
      counts:
        await rows(`select (select count(*)::int from ticket) as tickets, (select count(*)::int from ticket_event) as events,
        (select count(*)::int from person) as people, (select count(*)::int from observation) as views`),
    };
  });
  expect(found.history).toBeGreaterThanOrEqual(7);
  expect(found.wishes).toEqual(
    expect.arrayContaining([
      { name: 'Bo Ng', aspiration: 'wants-to-lead' },
      { name: 'Cy Ünal', aspiration: 'technical-path' },
      { name: 'Di Rossi', aspiration: 'not-now' },
    ]),
  );
  expect(found.access).toEqual([
    { actor: 'owner', firm: 1, role: 'operator' },
    { actor: 'owner', firm: 2, role: 'operator' },
  ]);
  expect(found.counts).toEqual([{ tickets: 1900, events: 4733, people: 13, views: 152 }]);
});

it('whoever was signed in still is, and finds both firms', async () => {
  const install = await open();
  const running = await serve(install, { port: 0, now: () => (then() + 3_600_000) as Instant, log: () => undefined });
  const read = async (path: string) => {
    const answer = await fetch(new URL(path, running.address), { headers: { cookie: release.session } });
    return { status: answer.status, body: (await answer.json()) as Record<string, never> };
  };
  expect(await read('/api/firm')).toMatchObject({
    status: 200,
    body: { firm: { name: release.real }, firms: [{ name: 'Cove IT' }, { name: release.real }] },
  });
  const { body } = await read('/api/people');
  expect((body as unknown as { people: { name: string }[] }).people.map((one) => one.name)).toContain('Cy Ünal');
  expect(await read('/api/balance')).toMatchObject({ status: 200 });
  await running.close();
  await install.database.close();
});

it('our advice is what the release said, for the sample and for the firm', async () => {
  const { database } = await open();
  for (const [index, name] of ['Cove IT', release.real].entries()) {
    const scope = { orgId: index + 1, actor: 'test', standing: 'operator' as const };
    const text = await database.transact(scope, async (db) => {
      const situation = await readSituation(db, await firmDay(db, then()), { others: then() });
      const verdicts = advise({ ...situation, day: situation.structure.day });
      return jsonOf(verdicts, limitsOf(situation, await readLatestHealth(db)));
    });
    const now = (JSON.parse(text) as { verdicts: Advice[] }).verdicts;
    const before = release.advice[name]!.verdicts;
    expect(now.map((one) => one.seat)).toEqual(before.map((one) => one.seat));
    // What it rests on and what follows from it must be the same still; how sure it is has changed with the model
    // (docs/decisions/0019-trust-in-views.md): views that disagree are trusted less.
    for (const [i, advice] of before.entries()) {
      expect([advice.modelVersion, now[i]!.modelVersion]).toEqual(['leadership-1', MODEL_VERSION]);
      expect(rounded(plainOf(now[i]!)), `${name}: ${advice.seat}`).toEqual(rounded(plainOf(advice)));
    }
  }
  await database.close();
});

/** Advice without how sure it is, and so without how many more views would do. */
function plainOf({ seat, team, kind, kindSentence, answer, demand, gate, evidence, candidates }: Advice) {
  const people = (candidates as Candidate[]).map(({ name, aspiration, role, topCloserNotNamed }) => {
    return { name, aspiration, role, topCloserNotNamed };
  });
  const { need: _, ...said } = answer as { need?: number };
  return { seat, team, kind, kindSentence, said, demand, gate, evidence, people };
}

/** Sums in another order differ in their last digits. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, one: unknown) => (typeof one === 'number' ? Number(one.toPrecision(11)) : one));

it('what tickets say is worked out anew at the start, and only once', async () => {
  const { database } = await open();
  const counts = () =>
    database.transact({ orgId: 1, actor: 'test', standing: 'engine' }, async (db) => {
      const { rows } = await sql<{
        cases: number;
        pairs: number;
        cells: number;
        compared: number;
        versions: number;
        helped: number;
        wrong: number;
        outcomes: string[];
      }>`
        select (select count(*) from evidence_case) as cases,
          (select sum(n) from evidence_cross where factor_a = 7 and factor_b = 7 and outcome = 'minutes-worked') as pairs,
          (select sum(lasted_of) from evidence_cell) as cells,
          (select n from evidence_total where outcome = 'minutes-worked') as compared,
          (select sum(data_version) from evidence_total) as versions,
          (select count(*) from ticket where handed_by_id is not null) as helped,
          (select count(*) from ticket where handed_by_id is not null and (resolver_id = handed_by_id or resolver_id = first_assignee_id
             or resolver_id is distinct from (select person_id from ticket_event e where e.ticket_id = ticket.ticket_id and e.at <= ticket.resolved_at
               and e.person_id is not null order by seq desc limit 1))) as wrong,
          array(select distinct outcome from evidence_fit order by 1) as outcomes`.execute(db);
      return rows[0]!;
    });
  const before = await counts();
  expect(before).toMatchObject({ cells: null, outcomes: ['minutes-worked'] });
  expect(before.pairs).toBe(before.compared);
  await catchUp(database, () => undefined);
  const after = await counts();
  expect(after.cases).toBeGreaterThan(1000);
  expect(after.cases).toBeGreaterThanOrEqual(before.cases);
  expect(after.cells).toBe(after.cases);
  expect(after.pairs).toBe(after.compared);
  // Who helped whom is read out of the events that were there.
  expect(after.helped).toBeGreaterThan(50);
  expect(after.wrong).toBe(0);
  expect(after.outcomes).toEqual(expect.arrayContaining(['breadth', 'kept', 'lasted', 'minutes-worked', 'satisfied']));
  await catchUp(database, () => undefined);
  expect(await counts()).toEqual(after);
  await database.close();
});
