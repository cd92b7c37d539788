import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextIn } from '../../../test/support/context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { createRandom } from '../../base/random.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readFits } from '../../records/evidence/fit.store.ts';
import { readCells, readCrossEntries, refreshTouchedCases } from '../../records/evidence/store.ts';
import { END_OUTCOMES } from '../../records/evidence/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import { fillWithSample } from '../welcome/sample.actions.ts';
import { fitTechnicians } from './fitting.ts';
import { fitEnds } from './fitting-ends.ts';
import { fitBreadth, fitRescue } from './fitting-work.ts';
import { refit } from './refit.actions.ts';

let test: TestDatabase;
let orgId: number;
beforeAll(async () => {
  test = await createTestDatabase();
  orgId = (await createFirm(test.database)).orgId;
  await inFirm(async (ctx) => {
    await fillWithSample(ctx, 'harbor');
    await refit(ctx);
  });
});
afterAll(() => test.close());

function inFirm<T>(work: (ctx: FirmContext) => Promise<T>): Promise<T> {
  const scope = { orgId, actor: 'test', standing: 'engine' } as const;
  return test.database.transact(scope, (db) => work(contextIn(db, orgId)));
}

describe('what tickets say of people', () => {
  it('is the same from where the last fit ended as from the start', async () => {
    await inFirm(async ({ db }) => {
      for (const outcome of END_OUTCOMES) {
        const counts = (await readCells(db, outcome))!;
        const cold = fitEnds(outcome, counts).evidence;
        expect(cold.status).toBe('fitted');
        if (cold.status !== 'fitted') return;
        const warm = fitEnds(outcome, counts, cold.effects.theta).evidence;
        if (warm.status !== 'fitted') return;
        for (const [i, effect] of cold.effects.effect.entries()) expect(warm.effects.effect[i]).toBeCloseTo(effect, 5);
      }
      const sums = (await readCrossEntries(db, 'minutes-worked'))!;
      const cold = fitTechnicians(sums).evidence;
      const warm = fitTechnicians(sums, cold.status === 'fitted' ? cold.effects.theta : {}).evidence;
      expect(warm.status === 'fitted' && cold.status === 'fitted' && warm.effects.tau2 / cold.effects.tau2).toBeCloseTo(
        1,
        6,
      );
    });
  });

  it('never asks who closed a ticket: with other closers on every one of them not a number changes', async () => {
    await inFirm(async (ctx) => {
      const { db } = ctx;
      const before = await readFits(db, 'themselves');
      await sql`create temporary table touched_ticket (ticket_id bigint, added boolean) on commit drop`.execute(db);
      await sql`with changed as (
          update ticket set resolver_id = (select min(person_id) from person), handed_by_id = (select max(person_id) from person)
          returning ticket_id)
        insert into touched_ticket select ticket_id, false from changed`.execute(db);
      await sql`update ticket_event e set person_id = (select max(person_id) from person) where seq > 1`.execute(db);
      expect(await refreshTouchedCases(db)).toBe(0);
      await refit(ctx);
      const effectsOf = (fits: typeof before) => fits.filter(({ outcome }) => outcome !== 'rescue');
      expect(effectsOf(await readFits(db, 'themselves'))).toEqual(effectsOf(before));
      throw new Error('undo');
    }).catch((error: Error) => expect(error.message).toBe('undo'));
  });

  it('keeps what it found of clients and areas, and of people nothing beside their effects', async () => {
    await inFirm(async ({ db }) => {
      const { rows } = await sql<{ outcome: string; factors: string[] | null }>`
        select outcome, array(select jsonb_object_keys(terms -> 'factors') order by 1) as factors from evidence_fit order by 1`.execute(
        db,
      );
      const kept = rows.find(({ outcome }) => outcome === 'kept')!;
      expect(kept.factors).toEqual(['band', 'category', 'client', 'priority', 'queue']);
      expect(rows.flatMap(({ factors }) => factors ?? [])).not.toContain('technician');
    });
  });
});

describe('in how many areas somebody copes', () => {
  const counts = (of: Record<number, number[]>) =>
    Object.entries(of).flatMap(([id, areas]) =>
      areas.map((tickets) => ({ personId: Number(id) as PersonId, tickets })),
    );

  it('compares effective numbers of areas on a log scale', () => {
    const evidence = fitBreadth(1, 'm', counts({ 1: [500, 500, 500, 500], 2: [2000], 3: [1000, 1000], 4: [0] }));
    expect(evidence.status).toBe('fitted');
    if (evidence.status !== 'fitted') return;
    const { personIds, reading, tickets, effect } = evidence.effects;
    expect(personIds).toEqual([1, 2, 3]);
    expect(tickets).toEqual([2000, 2000, 2000]);
    // Four equal areas, one, two: ln 4, ln 1, ln 2, and what so few tickets leave out.
    expect((reading.mean[0]! - reading.mean[1]!) / (reading.mean[2]! - reading.mean[1]!)).toBeCloseTo(2, 2);
    expect(effect[0]).toBeGreaterThan(effect[2]!);
  });

  it('lets nobody look narrower for having fewer hours', () => {
    const random = createRandom(5);
    const draw = (tickets: number) => {
      const areas = new Array<number>(8).fill(0);
      for (let i = 0; i < tickets; i++) areas[random.integer(8)]!++;
      return areas;
    };
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [i, draw(i < 20 ? 40 : 240)]));
    const evidence = fitBreadth(1, 'm', counts({ ...many, 99: [240] }));
    if (evidence.status !== 'fitted') throw new Error('not fitted');
    const mean = (from: number) =>
      evidence.effects.reading.mean.slice(from, from + 20).reduce((sum, y) => sum! + y!, 0)!;
    const far = evidence.effects.reading.mean[40]!;
    // All know all eight; somebody who knows one lies far away.
    expect(Math.abs(mean(0) - mean(20)) / 20).toBeLessThan(0.02 * Math.abs(far));
  });

  it('has nothing to say of one person', () => {
    expect(fitBreadth(1, 'm', counts({ 1: [50] }))).toMatchObject({
      status: 'not-enough-evidence',
      have: 1,
      need: 2,
    });
  });
});

describe('what somebody brings to an end for others', () => {
  const count = (personId: number, credit: number, rescues: number, tickets = 300) => ({
    personId: personId as PersonId,
    credit,
    rescues,
    tickets,
  });

  it('is credited by how unlikely it was, for each ticket of their own', () => {
    const evidence = fitRescue(1, 'm', [count(1, 40, 60), count(2, 10, 15), count(3, 2, 20), count(4, 0, 0)]);
    if (evidence.status !== 'fitted') throw new Error('not fitted');
    const { reading, personIds } = evidence.effects;
    expect(personIds).toEqual([1, 2, 3, 4]);
    expect(reading.mean[0]).toBeGreaterThan(reading.mean[1]!);
    // Twenty easy ones are less than fifteen hard ones.
    expect(reading.mean[1]).toBeGreaterThan(reading.mean[2]!);
    expect(reading.mean.every(Number.isFinite)).toBe(true);
  });

  it('is unknown where no ticket changed hands', () => {
    expect(fitRescue(1, 'm', [count(1, 0, 0), count(2, 0, 0)])).toMatchObject({
      status: 'not-enough-evidence',
      have: 0,
      need: 2,
    });
  });
});
