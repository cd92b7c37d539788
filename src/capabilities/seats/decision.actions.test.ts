import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { contextIn } from '../../../test/support/context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { OPEN_SEAT_CHART, type SavedChart, saveChart } from '../../../test/support/org-chart.ts';
import type { Role } from '../../base/roles.ts';
import type { Day, Instant } from '../../base/time.ts';
import { MODEL_VERSION } from '../../model/advice.ts';
import { namedBy } from '../../model/journal-advice.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readVisible } from '../../platform/db/standing.ts';
import { readDecisions } from '../../records/decisions/store.ts';
import { PERSON_LINE, setSpans } from '../../records/people/spans.store.ts';
import { findSeat, reviseSeat } from './actions.ts';
import { closeSeatDecision, fillSeat, openSeatDecision } from './decision.actions.ts';

const NOON = Date.parse('2026-11-23T12:00:00Z') as Instant;

let test: TestDatabase;
let saved: SavedChart;
let open: number;
beforeEach(async () => {
  test ??= await createTestDatabase();
  saved = await saveChart(test.database, (await createFirm(test.database)).orgId, OPEN_SEAT_CHART);
  open = saved.seatIds[3]!;
});
afterAll(() => test.close());

function as<T>(standing: Role | 'engine', person: number | null, work: (ctx: FirmContext) => Promise<T>): Promise<T> {
  const { orgId, personIds } = saved;
  const personId = person === null ? null : personIds[person]!;
  const scope = { orgId, actor: person === null ? 'account:99' : `account:${person}`, standing, personId };
  return test.database.transact(scope, (db) => work(contextIn(db, orgId, { ...scope, now: () => NOON })));
}
const asManager = <T>(work: (ctx: FirmContext) => Promise<T>) => as('service-manager', 1, work);
const seat = () => asManager((ctx) => findSeat(ctx, { seatId: open }));

const seatCandidates = () => [3, 4, 5].map((at) => saved.personIds[at]!);

/** Lets a person of the chart sign in. */
const giveAccount = (person: number) =>
  test.database.transactAsInstall('test', (db) =>
    sql`insert into auth.firm_access (actor, org_id, role, person_id)
        values (${`account:${1000 + person}`}, ${saved.orgId}, 'technician', ${saved.personIds[person]!})`.execute(db),
  );

describe('a decision', () => {
  it('is closed to whoever decides until the people considered are told, and then whole', async () => {
    await giveAccount(3);
    const before = await seat();
    expect(before).toMatchObject({ verdict: null, closed: { candidates: 3, needs: [] } });
    expect(before.closed!.sentence).toContain('The people considered are told first.');
    expect(before.decision).toMatchObject({ mine: true, openSince: null, untold: 3, withoutAccount: 2 });

    const first = await asManager((ctx) => openSeatDecision(ctx, { seatId: open, tellMyself: false }));
    expect(first).toMatchObject({ told: 1, untold: 2 });
    const half = await seat();
    expect(half).toMatchObject({ verdict: null, decision: { openSince: NOON, untold: 2, fresh: 0 } });
    const told = await asManager(({ db }) => readVisible(db));
    expect([3, 4, 5].map((at) => told.has(saved.personIds[at]!))).toEqual([true, false, false]);

    await asManager((ctx) => openSeatDecision(ctx, { seatId: open, tellMyself: true }));
    const whole = await seat();
    expect(whole.closed).toBeNull();
    expect(whole.verdict!.considered).toEqual([3, 4, 5].map((at) => saved.personIds[at]));
    // Nobody else sees more than before.
    expect((await as('owner', 0, (ctx) => findSeat(ctx, { seatId: open }))).verdict).toBeNull();
  });

  it('closes again when somebody new is considered, says so, and can be opened again', async () => {
    await asManager((ctx) => openSeatDecision(ctx, { seatId: open, tellMyself: true }));
    await as('engine', null, ({ db }) =>
      setSpans(db, PERSON_LINE, '2026-11-10' as Day, [{ owner: saved.personIds[6]!, value: open }]),
    );
    expect(await seat()).toMatchObject({ verdict: null, decision: { untold: 1, fresh: 1 } });
    await asManager((ctx) => openSeatDecision(ctx, { seatId: open, tellMyself: true }));
    expect((await seat()).verdict!.considered).toContain(saved.personIds[6]);
    expect(await asManager((ctx) => closeSeatDecision(ctx, { seatId: open }))).toMatchObject({ ended: 4 });
    expect(await seat()).toMatchObject({ verdict: null, decision: { openSince: null, untold: 4 } });
  });

  it('is opened, closed and recorded only by whoever decides on the seat; the refusal says who does', async () => {
    const acts: ((ctx: FirmContext) => Promise<unknown>)[] = [
      (ctx: FirmContext) => openSeatDecision(ctx, { seatId: open, tellMyself: true }),
      (ctx: FirmContext) => closeSeatDecision(ctx, { seatId: open }),
      (ctx: FirmContext) => fillSeat(ctx, { seatId: open, personId: saved.personIds[3]! }),
    ];
    for (const act of acts) {
      await expect(as('owner', 0, act)).rejects.toThrow('About this seat Fn1 Ln1 decides.');
      await expect(as('team-lead', 2, act)).rejects.toThrow('About this seat Fn1 Ln1 decides.');
    }
  });

  it('passes to whomever the owner names; a service manager can not name themselves', async () => {
    const name = (deciderId: number) => (ctx: FirmContext) => reviseSeat(ctx, { seatId: open, deciderId });
    await expect(asManager(name(saved.personIds[1]!))).rejects.toThrow('said by the owner');
    await as('owner', 0, name(saved.personIds[2]!));
    await as('team-lead', 2, (ctx) => openSeatDecision(ctx, { seatId: open, tellMyself: true }));
    expect((await as('team-lead', 2, (ctx) => findSeat(ctx, { seatId: open }))).verdict).not.toBeNull();
    expect((await seat()).decision).toMatchObject({ mine: false, decider: 'Fn2 Ln2' });
  });

  it('is told to the audit log with everybody it concerns', async () => {
    const concerned = await asManager(async (ctx) => {
      await openSeatDecision(ctx, { seatId: open, tellMyself: false });
      return ctx.concerns;
    });
    expect([...concerned.people].sort()).toEqual([3, 4, 5].map((at) => saved.personIds[at]).sort());
    expect(concerned.details).toEqual({ seatId: open });
  });
});

describe('recording who holds a seat', () => {
  it('keeps on record what was decided, by whom, why, and our advice with its versions', async () => {
    const personId = saved.personIds[4]!;
    await asManager((ctx) => openSeatDecision(ctx, { seatId: open, tellMyself: true }));
    const reason = 'Has led the night shift for a year.';
    await asManager((ctx) => fillSeat(ctx, { seatId: open, personId, reason }));
    const [kept] = await asManager(({ db }) => readDecisions(db));
    expect(kept).toMatchObject({ seatId: open, personId, kind: 'hold', decidedBy: 'account:1', reason, at: NOON });
    expect(kept!.advice).toMatchObject({ dataVersion: 7, modelVersion: MODEL_VERSION });
    expect(kept!.advice.playbookVersion).toMatch(/^[0-9a-f]{8}$/);
    expect(kept!.advice.considered).toEqual([3, 4, 5].map((at) => saved.personIds[at]));
    // What it rested on: the seat's need and bars, the rules in force, and how whoever was chosen stood; nobody else.
    expect(kept!.advice.agreed).toBeTypeOf('boolean');
    expect(kept!.advice.basis!.sides.map((one) => one.personId)).toContain(personId);
    expect(kept!.advice.basis!.rules['gate.people.below']).toBe(0.5);
    // What it was opened for is over.
    expect((await asManager(({ db }) => readVisible(db))).has(saved.personIds[5]!)).toBe(false);
  });

  it('asks for the reason of whoever decides other than our advice, and nothing of it is done without one', async () => {
    await asManager((ctx) => openSeatDecision(ctx, { seatId: open, tellMyself: true }));
    const { verdict } = await seat();
    const named = new Set(namedBy(verdict!));
    const other = verdict!.considered.find((id) => !named.has(id))!;
    const fill = (personId: number | null, reason?: string) =>
      asManager((ctx) => fillSeat(ctx, { seatId: open, personId, reason }));
    await expect(fill(other)).rejects.toMatchObject({ code: 'bad-input', details: { field: 'reason' } });
    await expect(fill(other, '  ')).rejects.toThrow('This is other than our advice: say why');
    expect((await seat()).row.seat).toMatchObject({ state: 'vacant', holderId: null });
    expect(await asManager(({ db }) => readDecisions(db))).toEqual([]);
    await fill(other, 'She asked for it');
    expect((await seat()).row.seat).toMatchObject({ state: 'held', holderId: other });
  });

  it('asks it also of whoever may not read our advice, so that the question tells nothing of it', async () => {
    for (const personId of [...seatCandidates(), null])
      await expect(asManager((ctx) => fillSeat(ctx, { seatId: open, personId }))).rejects.toThrow(
        'rests on your reason',
      );
  });

  it('is refused by the database too, whoever writes, but for what our advice said', async () => {
    const write = (agreed: boolean, reason: string | null) =>
      as('engine', null, ({ db }) =>
        sql`insert into decision (seat_id, kind, day, decided_by, reason, advice, at)
          values (${open}, 'leave-open', '2026-11-23', 'test', ${reason}, ${JSON.stringify({ agreed, shown: true })}, now())`.execute(
          db,
        ),
      );
    await expect(write(false, ' ')).rejects.toThrow('row-level security');
    await write(false, 'We wait');
    await write(true, null);
  });

  it('works for a team lead who decides, and no other may read the record', async () => {
    const seatId = open;
    await as('owner', 0, (ctx) => reviseSeat(ctx, { seatId, deciderId: saved.personIds[2]! }));
    const personId = saved.personIds[3]!;
    await as('team-lead', 2, (ctx) => fillSeat(ctx, { seatId, personId, reason: 'Asked for it' }));
    expect((await as('team-lead', 2, ({ db }) => readDecisions(db, {})))[0]).toMatchObject({ kind: 'hold' });
    expect(await as('technician', 3, ({ db }) => readDecisions(db))).toHaveLength(1);
    expect(await as('technician', 5, ({ db }) => readDecisions(db))).toHaveLength(0);
    expect(await asManager(({ db }) => readDecisions(db))).toHaveLength(0);
  });
});
