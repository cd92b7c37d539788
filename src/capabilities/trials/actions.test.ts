import { describe, expect, it } from 'vitest';
import { CRITERIA, standTrialFirm, TODAY } from '../../../test/support/trial-firm.ts';
import { addDays, type Day } from '../../base/time.ts';
import { findLoad, findWeek } from '../../model/load.ts';
import { readChart } from '../../model/structure.ts';
import { readDecisions } from '../../records/decisions/store.ts';
import { situationOf } from '../../records/firm/store.ts';
import { setHolder } from '../../records/people/seats.store.ts';
import { PERSON_LINE, setSpans } from '../../records/people/spans.store.ts';
import { saveAspirations } from '../../records/people/store.ts';
import type { SeatId } from '../../records/people/types.ts';
import { findTrial, findTrials, prepare, propose } from './actions.ts';
import { writeReview } from './review.actions.ts';
import { agree, askLonger, change, end } from './running.actions.ts';

const firm = standTrialFirm();
const { as, manager, tryer, terms, proposed, running, structure, seatNow, due } = firm;
const told = { told: false };

describe('a trial', () => {
  it('begins once both agree, with the day, fewer tickets in the load, and the decision on record', async () => {
    const before = await manager((ctx) => prepare(ctx, { seatId: firm.seatId, personId: firm.personId }));
    expect(before).toMatchObject({ refusal: null, closed: expect.stringContaining('not open to you') });
    const asked = await proposed();
    expect(asked).toMatchObject({ state: 'proposed', waitsFor: 'person', you: 'decider' });
    expect((await seatNow()).state).toBe('vacant');
    expect(await due()).toMatchObject([{ kind: 'trial-terms', ownerId: firm.personId }]);
    await expect(manager((ctx) => agree(ctx, { trialId: asked.trialId, ...told }))).rejects.toThrow(
      'nobody agrees to what they proposed themselves',
    );
    const begun = await tryer((ctx) => agree(ctx, { trialId: asked.trialId, ...told }));
    expect(begun).toMatchObject({ state: 'running', waitsFor: null, you: 'person', fromDay: TODAY, backTo: 'Team 3' });
    expect(begun.promise).toContain('same pay and the same standing');
    expect(await seatNow()).toMatchObject({ state: 'acting', holderId: firm.personId, actingUntil: '2027-03-23' });
    const situation = await manager((ctx) => situationOf(ctx));
    const week = findWeek(readChart(situation.structure), await seatNow())!;
    expect(findLoad(week, situation.playbook).ownTickets).toMatchObject({ hours: 12, source: 'agreed for the trial' });
    const [decision] = await manager(({ db }) => readDecisions(db));
    expect(decision).toMatchObject({
      kind: 'trial',
      personId: firm.personId,
      reason: 'Try it first',
      advice: { shown: false },
    });
  });

  it('may be changed by the person before it begins, and then waits for whoever decides', async () => {
    const { trialId } = await proposed();
    const changed = await tryer((ctx) =>
      change(ctx, { trialId, ...terms({ untilDay: '2027-02-01', ticketHours: 8 }), words: 'Less, please', ...told }),
    );
    expect(changed).toMatchObject({ waitsFor: 'decider', untilDay: '2027-02-01', ticketHours: 8 });
    await expect(tryer((ctx) => agree(ctx, { trialId, ...told }))).rejects.toThrow('waits for the other');
    const begun = await manager((ctx) => agree(ctx, { trialId, ...told }));
    expect(begun).toMatchObject({ state: 'running', untilDay: '2027-02-01', proposalWords: 'Less, please' });
  });

  it('is refused in one clear sentence where it can’t be', async () => {
    const no = (more: object, sentence: string) => expect(proposed(more)).rejects.toThrow(sentence);
    await no({ criteria: [] }, 'needs criteria that both agree on');
    await no({ criteria: [{ ...CRITERIA[0], text: 'Closes 40 tickets a week' }] }, 'counts one person’s tickets');
    await no({ untilDay: '2026-11-23' }, 'must end after 23 November');
    await no({ untilDay: '2028-11-23' }, 'more than a year');
    await no({ reviewDays: ['2027-06-01'] }, 'lies outside the trial');
    await no({ ticketHours: 90 }, 'it adds none');
    // Our advice is closed to them here, so the record rests on their reason alone.
    await no({ reason: ' ' }, 'our advice on this seat is not open to you');
    await no({ personId: firm.saved.personIds[1] }, 'for somebody else to decide');
    await expect(
      as('owner', 0, (ctx) => propose(ctx, { seatId: firm.seatId, personId: firm.personId, ...terms() })),
    ).rejects.toThrow('decides');
    await expect(
      manager((ctx) => propose(ctx, { seatId: firm.saved.seatIds[2]!, personId: firm.personId, ...terms() })),
    ).rejects.toThrow('a trial is for a seat that is open');
    await as('engine', null, ({ db }) =>
      saveAspirations(db, [{ personId: firm.personId, aspiration: 'not-now' }], TODAY),
    );
    await no({}, 'said “not now” to leading');
  });

  it('is one at a time, of a seat and of a person, and the seat isn’t filled over it', async () => {
    await proposed();
    await expect(proposed()).rejects.toThrow('A trial is open in this seat already');
    const other = firm.saved.personIds[4]!;
    await expect(proposed({ personId: other })).rejects.toThrow('A trial is open in this seat already');
  });

  it('is read by the two alone', async () => {
    const trialId = await running();
    for (const [role, person] of [
      ['owner', 0],
      ['team-lead', 2],
      ['technician', 4],
      ['hr', 6],
    ] as const) {
      await expect(as(role, person, (ctx) => findTrial(ctx, { trialId }))).rejects.toThrow('no such trial');
      expect((await as(role, person, findTrials)).trials).toEqual([]);
    }
    expect((await tryer(findTrials)).trials).toMatchObject([{ trialId, isMine: true, next: 'Runs until 23 March' }]);
    const concerned = await manager(async (ctx) => {
      await findTrial(ctx, { trialId });
      return [...ctx.concerns.people];
    });
    expect(concerned).toEqual([firm.personId]);
  });
});

describe('somebody who acts without anything agreed', () => {
  it('is noticed, and may agree on a trial now', async () => {
    await as('engine', null, async ({ db }) => {
      await setHolder(db, firm.seatId as SeatId, firm.personId, addDays(TODAY, 10), TODAY);
      await setSpans(db, PERSON_LINE, TODAY, [{ owner: firm.personId, value: null }]);
    });
    expect(await due(addDays(TODAY, 9))).toEqual([]);
    expect(await due(addDays(TODAY, 14))).toMatchObject([
      { kind: 'acting', of: firm.seatId, ownerId: firm.saved.personIds[1] },
    ]);
    const trialId = await running();
    expect(await due(addDays(TODAY, 14))).toEqual([]);
    expect(await seatNow()).toMatchObject({ state: 'acting', actingUntil: '2027-03-23' });
    await expect(manager((ctx) => end(ctx, { trialId, outcome: 'not-begun', words: 'No', ...told }))).rejects.toThrow(
      'stays or goes back',
    );
  });
});

describe('a review', () => {
  const said = (more: object = {}) => ({ words: 'It goes', marks: ['seen', 'not-yet'] as const, ...more });
  const write = (who: typeof manager, input: { trialId: number; reviewId: number } & object) =>
    who((ctx) => writeReview(ctx, { wish: null, ...told, ...said(), ...input } as never));

  it('is written by the person first; whoever decides waits a week for it and no longer', async () => {
    const trialId = await running();
    const { reviewId } = (await manager((ctx) => findTrial(ctx, { trialId }))).reviews[0]!;
    firm.day = '2027-01-04' as Day;
    expect((await due()).map(({ kind, ownerId }) => [kind, ownerId])).toEqual([
      ['trial-review', firm.saved.personIds[1]],
      ['trial-review', firm.personId],
    ]);
    await expect(write(manager, { trialId, reviewId })).rejects.toThrow('Their words come first');
    await write(tryer, { trialId, reviewId, ...said({ wish: 'go-on' }) });
    const answered = await write(manager, { trialId, reviewId, ...said({ words: 'I saw it' }) });
    expect(answered.reviews[0]).toMatchObject({ person: { wish: 'go-on' }, decider: { words: 'I saw it' } });
    expect(await due()).toEqual([]);
    // Answered: the person's words stay as they were.
    await expect(write(tryer, { trialId, reviewId })).rejects.toThrow('answered already');
  });

  it('goes on without the person’s words after the wait', async () => {
    const trialId = await running();
    const { reviewId } = (await manager((ctx) => findTrial(ctx, { trialId }))).reviews[0]!;
    firm.day = '2027-01-11' as Day;
    const answered = await write(manager, { trialId, reviewId, ...said({ words: 'Nothing yet' }) });
    expect(answered.reviews[0]).toMatchObject({ person: null, decider: { words: 'Nothing yet' } });
  });

  it('needs a mark for each criterion, and words of whoever decides', async () => {
    const trialId = await running();
    const { reviewId } = (await tryer((ctx) => findTrial(ctx, { trialId }))).reviews[0]!;
    await expect(write(tryer, { trialId, reviewId, ...said({ marks: ['seen'] }) })).rejects.toThrow('each of the 2');
    firm.day = '2027-01-12' as Day;
    await expect(write(manager, { trialId, reviewId, ...said({ words: '' }) })).rejects.toThrow('in a sentence');
  });
});

describe('the end of a trial', () => {
  it('is the way back on any day, by the person, without a reason: same team, same line, the seat open', async () => {
    const trialId = await running();
    firm.day = '2026-12-01' as Day;
    const ended = await tryer((ctx) => end(ctx, { trialId, outcome: 'returned', ...told }));
    expect(ended).toMatchObject({
      state: 'ended',
      outcome: 'returned',
      endSide: 'person',
      endedOn: firm.day,
      reviews: [],
    });
    const { lines, memberships } = await structure();
    expect(lines).toContainEqual({ personId: firm.personId, seatId: firm.seatId });
    expect(memberships.find((one) => one.personId === firm.personId)).toBeDefined();
    expect(await seatNow()).toMatchObject({ state: 'vacant', holderId: null });
    const situation = await manager((ctx) => situationOf(ctx));
    expect(situation.structure.people.find((one) => one.personId === firm.personId)!.trialTicketHours).toBeUndefined();
    // That it was tried is looked back on all the same, by whoever decides.
    expect(await due(addDays(firm.day, 400))).toEqual([]);
    firm.day = '2027-05-23' as Day;
    expect(await due()).toMatchObject([
      { kind: 'decision', ownerId: firm.saved.personIds[1], personId: firm.personId },
    ]);
  });

  it('lets the person stay for good by a decision of its own, with the hours that were agreed', async () => {
    const trialId = await running();
    firm.day = '2027-03-01' as Day;
    await expect(tryer((ctx) => end(ctx, { trialId, outcome: 'took-seat', words: 'I stay', ...told }))).rejects.toThrow(
      'said by whoever decides',
    );
    await expect(manager((ctx) => end(ctx, { trialId, outcome: 'took-seat', ...told }))).rejects.toThrow('Say why');
    await manager((ctx) => end(ctx, { trialId, outcome: 'took-seat', words: 'Seen all of it', ...told }));
    expect(await seatNow()).toMatchObject({ state: 'held', holderId: firm.personId, heldSince: firm.day });
    const decisions = await manager(({ db }) => readDecisions(db, { seatId: firm.seatId as SeatId }));
    expect(decisions.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['hold', 'Seen all of it'],
      ['trial', 'Try it first'],
    ]);
    expect((await structure()).people.find((one) => one.personId === firm.personId)!.ownTicketHours).toBe(12);
  });

  it('is no staying against what the person said last', async () => {
    const trialId = await running();
    const { reviewId } = (await tryer((ctx) => findTrial(ctx, { trialId }))).reviews[0]!;
    await tryer((ctx) =>
      writeReview(ctx, { trialId, reviewId, words: '', marks: ['seen', 'seen'], wish: 'go-back', ...told }),
    );
    await expect(manager((ctx) => end(ctx, { trialId, outcome: 'took-seat', words: 'Stay', ...told }))).rejects.toThrow(
      'said last that they want to go back',
    );
  });

  it('comes later once both agree on more time, with the reason', async () => {
    const trialId = await running();
    firm.day = '2027-03-20' as Day;
    expect((await due(addDays(firm.day, 14))).map(({ kind }) => kind)).toContain('trial-end');
    const because = 'Two weeks were holidays';
    await expect(
      manager((ctx) => askLonger(ctx, { trialId, untilDay: '2027-03-01', because, ...told })),
    ).rejects.toThrow('choose a later day');
    const asked = await manager((ctx) => askLonger(ctx, { trialId, untilDay: '2027-05-14', because, ...told }));
    expect(asked).toMatchObject({ waitsFor: 'person', longer: { until: '2027-05-14' }, untilDay: '2027-03-23' });
    const longer = await tryer((ctx) => agree(ctx, { trialId, ...told }));
    expect(longer).toMatchObject({
      ...{ untilDay: '2027-05-14', longer: null, waitsFor: null },
      extended: [{ from: '2027-03-23', until: '2027-05-14', because, asked: 'decider', on: firm.day }],
    });
    expect((await seatNow()).actingUntil).toBe('2027-05-14');
    expect(longer.reviews.some((one) => one.day > '2027-03-23')).toBe(true);
  });

  it('is a no that costs nothing before it began', async () => {
    const { trialId } = await proposed();
    const ended = await tryer((ctx) => end(ctx, { trialId, outcome: 'not-begun', ...told }));
    expect(ended).toMatchObject({ state: 'ended', outcome: 'not-begun' });
    expect((await seatNow()).state).toBe('vacant');
    // The decision that it was proposed with is not looked back on.
    firm.day = '2027-08-01' as Day;
    expect(await due()).toEqual([]);
  });
});

describe('somebody without an account', () => {
  it('is answered for after a talk, and the record says so; somebody with one is not', async () => {
    const other = firm.saved.personIds[4]!;
    const { trialId, mayTell } = await proposed({ personId: other });
    expect(mayTell).toBe(true);
    const begun = await manager((ctx) => agree(ctx, { trialId, told: true }));
    expect(begun).toMatchObject({ state: 'running', toldInTalk: true });
    const { reviewId } = begun.reviews[0]!;
    const written = await manager((ctx) =>
      writeReview(ctx, { trialId, reviewId, words: 'Fine so far', marks: ['seen', 'seen'], wish: 'go-on', told: true }),
    );
    expect(written.reviews[0]!.person).toMatchObject({ toldInTalk: true, wish: 'go-on' });
    await manager((ctx) => end(ctx, { trialId, outcome: 'returned', words: 'As they wished', ...told }));
    const mine = await proposed();
    await expect(manager((ctx) => agree(ctx, { trialId: mine.trialId, told: true }))).rejects.toThrow(
      'They have an account here',
    );
  });
});
