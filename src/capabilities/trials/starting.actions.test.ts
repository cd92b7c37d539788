import { describe, expect, it } from 'vitest';
import { testSecrets } from '../../../test/support/context.ts';
import { standTrialFirm, TODAY } from '../../../test/support/trial-firm.ts';
import { addDays, type Day, type Instant, instantOf } from '../../base/time.ts';
import { beginTrials } from '../../begin-trials.ts';
import { situationOf } from '../../records/firm/store.ts';
import { setHolder } from '../../records/people/seats.store.ts';
import type { SeatId } from '../../records/people/types.ts';
import { findSeat } from '../seats/actions.ts';
import { refuseOverTrial } from '../seats/decision.actions.ts';
import { findTrial, findTrials, propose } from './actions.ts';
import { agree, change, end } from './running.actions.ts';

const firm = standTrialFirm();
const { as, manager, tryer, terms, proposed, running, seatNow, due } = firm;
const told = { told: false };

describe('a trial that is to begin later', () => {
  const LATER = '2026-12-07' as Day;
  const later = { startDay: LATER };
  const beat = () =>
    beginTrials({
      database: firm.test.database,
      secrets: testSecrets,
      now: () => (instantOf(firm.day) + 43_200_000) as Instant,
      log: (line) => expect.fail(line),
    });
  const loadNow = async () => {
    const { structure: now, playbook } = await manager((ctx) => situationOf(ctx));
    const seat = now.seats.find((one) => one.seatId === firm.seatId)!;
    return { seat, told: now.people.find((one) => one.personId === firm.personId)!.trialTicketHours, playbook };
  };

  it('changes nothing before its day, is told to both, and begins on it by itself', async () => {
    const trialId = await running(later);
    const agreed = await tryer((ctx) => findTrial(ctx, { trialId }));
    expect(agreed).toMatchObject({ state: 'agreed', fromDay: LATER, waitsFor: null, inTheWay: null });
    await beat();
    expect(await loadNow()).toMatchObject({ seat: { state: 'vacant', holderId: null }, told: undefined });
    expect((await tryer(findTrials)).trials).toMatchObject([{ state: 'agreed', next: 'Begins on 7 December' }]);
    expect((await due(addDays(firm.day, 14))).map(({ kind, ownerId }) => [kind, ownerId])).toEqual([
      ['trial-start', firm.saved.personIds[1]],
      ['trial-start', firm.personId],
    ]);
    expect(
      await manager((ctx) => refuseOverTrial(ctx, firm.seatId as SeatId)).catch(({ message }) => message),
    ).toContain('begins on 7 December');
    const shown = await manager((ctx) => findSeat(ctx, { seatId: firm.seatId }));
    expect(shown).toMatchObject({ row: { coming: { fromDay: LATER } }, trial: { state: 'agreed' } });
    // Whoever isn't one of the two is told nothing of it.
    expect((await as('owner', 0, (ctx) => findSeat(ctx, { seatId: firm.seatId }))).row.coming).toBeNull();
    firm.day = LATER;
    await beat();
    expect(await loadNow()).toMatchObject({
      seat: { state: 'acting', holderId: firm.personId, heldSince: LATER },
      told: 12,
    });
    expect(await tryer((ctx) => findTrial(ctx, { trialId }))).toMatchObject({ state: 'running', fromDay: LATER });
    const { rows } = await firm.owner.query(
      `select actor, people from audit_entry where org_id = $1 and action = 'beginTrial'`,
      [firm.saved.orgId],
    );
    expect(rows).toEqual([{ actor: 'engine', people: [String(firm.personId)] }]);
  });

  it('begins on the day of agreement where that is later, and its days to look at it follow', async () => {
    const { trialId, reviews } = await proposed({ ...later, reviewDays: [] });
    expect(reviews[0]!.day).toBe('2027-01-18');
    firm.day = '2027-01-20' as Day;
    const begun = await tryer((ctx) => agree(ctx, { trialId, ...told }));
    expect(begun).toMatchObject({ state: 'running', fromDay: firm.day, untilDay: '2027-03-23' });
    expect(begun.reviews.map((one) => one.day)).toEqual(['2027-03-03']);
  });

  it('is refused in the past and beyond what the playbook says, and ends within a year of its first day', async () => {
    const no = (more: object, sentence: string) => expect(proposed(more)).rejects.toThrow(sentence);
    await no({ startDay: '2026-11-22' }, 'begins today or later');
    await no({ startDay: '2027-02-24' }, 'begins by 23 February');
    await no({ ...later, untilDay: LATER }, 'must end after 7 December');
    await no({ ...later, reviewDays: ['2026-12-01'] }, 'lies outside the trial');
    expect(await proposed({ startDay: '2027-02-23', untilDay: '2028-02-23', reviewDays: [] })).toBeDefined();
  });

  it('is one seat at a time, also where two would only overlap', async () => {
    const trialId = await running(later);
    const other = firm.saved.seatIds[2]! as SeatId;
    await as('engine', null, ({ db }) => setHolder(db, other, null, null, TODAY));
    await expect(
      manager((ctx) =>
        propose(ctx, {
          seatId: other,
          personId: firm.personId,
          ...terms({ reviewDays: [] }),
          startDay: '2027-02-01',
          reason: 'So',
        }),
      ),
    ).rejects.toThrow('one at a time is enough');
    await as('engine', null, ({ db }) => setHolder(db, other, firm.personId, '2027-01-31' as Day, TODAY));
    firm.day = LATER;
    await beat();
    // Somebody let them act elsewhere meanwhile: it waits, and both read why.
    expect(await tryer((ctx) => findTrial(ctx, { trialId: trialId }))).toMatchObject({
      state: 'agreed',
      inTheWay: expect.stringContaining('until 31 January: one seat at a time'),
    });
    expect((await seatNow()).state).toBe('vacant');
    firm.day = '2027-02-01' as Day;
    await as('engine', null, ({ db }) => setHolder(db, other, null, null, firm.day));
    await beat();
    expect(await seatNow()).toMatchObject({ state: 'acting', heldSince: firm.day });
  });

  it('may be taken back or changed before its day by either, and doesn’t begin then', async () => {
    const trialId = await running(later);
    const changed = await tryer((ctx) => change(ctx, { trialId, ...terms(), startDay: '2026-12-14', ...told }));
    expect(changed).toMatchObject({ state: 'proposed', fromDay: null, startDay: '2026-12-14', waitsFor: 'decider' });
    await manager((ctx) => agree(ctx, { trialId, ...told }));
    const ended = await tryer((ctx) => end(ctx, { trialId, outcome: 'not-begun', ...told }));
    expect(ended).toMatchObject({ state: 'ended', fromDay: null });
    firm.day = '2026-12-14' as Day;
    await beat();
    expect((await seatNow()).state).toBe('vacant');
  });
});
