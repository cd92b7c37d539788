import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { type GrowingFirm, makeGrowingFirm } from '../../../test/support/growing-people.ts';
import type { FirmContext } from '../../platform/context.ts';
import { erasePerson } from '../../records/people/erase.store.ts';
import type { PersonId } from '../../records/people/types.ts';
import { findMentoring, sayWish } from './actions.ts';
import type { MentoringRound } from './contract.ts';
import { addGoal, answer, end, findPair, sayCheck } from './pair.actions.ts';
import { askPairs, findRound, takeBackPair } from './round.actions.ts';
import { changeSession, planSessions, sessionFile } from './session.actions.ts';

let test: TestDatabase;
const firms: GrowingFirm[] = [];
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(async () => {
  for (const firm of firms) await firm.close();
  await test.close();
});

const SAID = { wantsMentor: false, places: 0, wants: [], helpWith: '', interests: '', vetoes: [] as number[] };

/** A firm in which Ann and Ben offer a place each, and Tom wants a mentor. */
async function ready(): Promise<GrowingFirm> {
  const firm = await makeGrowingFirm(test, `Growing ${firms.length}`);
  firms.push(firm);
  await firm.as('ann', 'technician', (ctx) => sayWish(ctx, { ...SAID, places: 1, interests: 'Chess and sailing' }));
  await firm.as('ben', 'technician', (ctx) => sayWish(ctx, { ...SAID, places: 1 }));
  await firm.as('tom', 'technician', (ctx) => sayWish(ctx, WISH));
  return firm;
}
const WISH = {
  ...SAID,
  wantsMentor: true,
  wants: ['conflict'] as 'conflict'[],
  helpWith: 'Angry callers',
  interests: 'chess',
};
const round = (firm: GrowingFirm) => firm.as('olga', 'owner', findRound);
const ask = (firm: GrowingFirm, { matches }: MentoringRound) =>
  firm.as('olga', 'owner', (ctx) =>
    askPairs(ctx, { pairs: matches.map((one) => ({ mentorId: one.mentor.personId, menteeId: one.mentee.personId })) }),
  );
const pairOf = async (firm: GrowingFirm, who: 'tom' | 'ann' | 'ben') =>
  (await firm.as(who, 'technician', findMentoring)).pairs[0];

describe('a round of mentoring', () => {
  it('proposes, asks both, and begins when both say yes; who reads what is as it was said', async () => {
    const firm = await ready();
    const proposed = await round(firm);
    expect(proposed).toMatchObject({ wanting: 1, offering: 2, places: 2, unmatched: [], timeIsUp: false });
    expect(proposed.matches).toHaveLength(1);
    expect(proposed.matches[0]).toMatchObject({
      mentor: { name: 'Ann Example' },
      mentee: { name: 'Tom Example' },
      wants: ['conflict'],
      secondBest: 'Second best: Ben (0.1 of a level less over all pairs).',
    });
    expect(proposed.matches[0]!.reasons).toEqual([
      'Ann is probably strong where Tom wants to grow: conflict resolution.',
      'Both wrote: chess.',
      'If both work the usual hours, they share up to 8 hours at a stretch.',
    ]);
    expect(await ask(firm, proposed)).toEqual({ asked: 1 });
    // While it is asked, the place is taken and nobody is proposed twice.
    expect((await round(firm)).matches).toEqual([]);
    const { pairId } = (await pairOf(firm, 'tom'))!;
    await firm.as('tom', 'technician', (ctx) => answer(ctx, { pairId, yes: true }));
    expect((await pairOf(firm, 'ann'))!).toMatchObject({ state: 'asked', answered: null });
    const begun = await firm.as('ann', 'technician', (ctx) => answer(ctx, { pairId, yes: true }));
    expect(begun).toMatchObject({
      state: 'running',
      beganOn: '2026-11-16',
      untilDay: '2027-05-16',
      helpWith: 'Angry callers',
    });
    expect(begun.outcomes).toBeNull();
    const kept = await round(firm);
    expect(kept.pairs).toMatchObject([{ state: 'running', held: 0, halfWay: 0 }]);
    expect(JSON.stringify(kept)).not.toMatch(/Angry callers|sailing/);
    await expect(firm.as('ben', 'technician', (ctx) => findPair(ctx, { pairId }))).rejects.toThrow('no such mentoring');
    await expect(firm.as('operator', 'operator', (ctx) => findPair(ctx, { pairId }))).rejects.toThrow(
      'none of them here',
    );
  });

  it('tells nobody who said no, nor that anybody did before both have answered', async () => {
    const firm = await ready();
    await ask(firm, await round(firm));
    const { pairId } = (await pairOf(firm, 'ann'))!;
    await firm.as('ann', 'technician', (ctx) => answer(ctx, { pairId, yes: false }));
    const seen = (who: 'tom' | 'ann') => pairOf(firm, who);
    expect(await seen('tom')).toMatchObject({ state: 'asked', answered: null });
    expect((await round(firm)).pairs).toMatchObject([{ state: 'asked' }]);
    await firm.as('tom', 'technician', (ctx) => answer(ctx, { pairId, yes: true }));
    expect(await seen('tom')).toBeUndefined();
    // The same is left as when the owner takes a pair back, and it isn't proposed again.
    const after = await round(firm);
    expect(after.pairs).toEqual([]);
    expect(after.matches.map(({ mentor }) => mentor.name)).toEqual(['Ben Example']);
  });

  it('looks the same to the owner for a veto and for a pair that was before, whatever is asked of it', async () => {
    const [vetoed, earlier] = [await ready(), await ready()];
    const { ann, ben } = vetoed.people;
    await vetoed.as('tom', 'technician', (ctx) => sayWish(ctx, { ...WISH, vetoes: [ann, ben] }));
    for (const mentor of ['ann', 'ben'] as const)
      await earlier.owner.query(
        `insert into mentoring_pair (org_id, mentor_id, mentee_id, state, asked_on, reasons)
         values ($1, $2, $3, 'not-begun', '2026-01-05', '[]')`,
        [earlier.orgId, earlier.people[mentor], earlier.people.tom],
      );
    const plain = async (firm: GrowingFirm) => JSON.stringify(await round(firm)).replaceAll(/"personId":\d+/g, '');
    expect(await plain(vetoed)).toBe(await plain(earlier));
    const { unmatched, matches } = await round(vetoed);
    expect(matches).toEqual([]);
    expect(unmatched.map(({ text }) => text)).toEqual(['No mentor is a match for Tom this time.']);
    const read = (who: 'olga' | 'ann', standing: 'owner' | 'technician') =>
      vetoed.as(who, standing, (ctx) => ctx.db.selectFrom('mentoring_veto').selectAll().execute());
    expect(await read('olga', 'owner')).toEqual([]);
    expect(await read('ann', 'technician')).toEqual([]);
    expect((await vetoed.as('tom', 'technician', findMentoring)).wish!.vetoes).toEqual([ann, ben]);
    // Of what is written into the log nothing says whom it was about.
    const concerns = await vetoed.as('tom', 'technician', async (ctx: FirmContext) => {
      await sayWish(ctx, { ...WISH, vetoes: [ann] });
      return { people: [...ctx.concerns.people], details: ctx.concerns.details };
    });
    expect(concerns).toEqual({ people: [], details: {} });
  });

  it('says so where no two share working time at all, to the mentee without naming anybody', async () => {
    const firm = await ready();
    await firm.as('sue', 'technician', (ctx) => sayWish(ctx, { ...WISH, interests: '' }));
    await firm.owner.query(
      `update person set time_zone = 'Pacific/Auckland' where org_id = $1 and person_id = any ($2::bigint[])`,
      [firm.orgId, [firm.people.tom]],
    );
    const found = await round(firm);
    expect(found.unmatched).toMatchObject([
      { person: { name: 'Tom Example' }, text: 'No mentor overlaps 2 hours with Tom.' },
    ]);
    await ask(firm, found);
    expect((await firm.as('tom', 'technician', findMentoring)).lookedFor).toEqual({
      day: '2026-11-16',
      text: 'No mentor shares enough working time with you.',
    });
  });

  it('asks only pairs that are proposed now, and takes one back that has not begun', async () => {
    const firm = await ready();
    const { ben, tom } = firm.people;
    const other = firm.as('olga', 'owner', (ctx) => askPairs(ctx, { pairs: [{ mentorId: ben, menteeId: tom }] }));
    await expect(other).rejects.toThrow('no longer proposed');
    await ask(firm, await round(firm));
    const { pairId } = (await pairOf(firm, 'tom'))!;
    await firm.as('olga', 'owner', (ctx) => takeBackPair(ctx, { pairId }));
    expect(await pairOf(firm, 'tom')).toBeUndefined();
    await expect(firm.as('olga', 'owner', (ctx) => takeBackPair(ctx, { pairId }))).rejects.toThrow('has not begun');
  });
});

/** Tom with Ann, begun. */
async function running(): Promise<{ firm: GrowingFirm; pairId: number }> {
  const firm = await ready();
  await ask(firm, await round(firm));
  const { pairId } = (await pairOf(firm, 'tom'))!;
  for (const who of ['tom', 'ann'] as const)
    await firm.as(who, 'technician', (ctx) => answer(ctx, { pairId, yes: true }));
  return { firm, pairId };
}

describe('a pair that goes on', () => {
  it('plans sessions in advance, each for a calendar, and says what came of them', async () => {
    const { firm, pairId } = await running();
    const when = { day: '2026-11-16', time: '10:00', zone: 'Europe/Berlin', minutes: 60, count: 3, everyDays: 28 };
    const planned = await firm.as('tom', 'technician', (ctx) => planSessions(ctx, { pairId, ...when }));
    expect(planned.sessions.map(({ at }) => new Date(at).toISOString())).toEqual([
      '2026-11-16T09:00:00.000Z',
      '2026-12-14T09:00:00.000Z',
      '2027-01-11T09:00:00.000Z',
    ]);
    const [first, second] = planned.sessions;
    const { text } = await firm.as('ann', 'technician', (ctx) =>
      sessionFile(ctx, { pairId, sessionId: second!.sessionId }),
    );
    expect(text).toContain('SUMMARY:Mentoring: Ann Example and Tom Example');
    expect(text).not.toContain('Angry');
    const close = (sessionId: number) =>
      firm.as('ann', 'technician', (ctx) => changeSession(ctx, { pairId, sessionId, state: 'held' }));
    await expect(close(second!.sessionId)).rejects.toThrow('has not begun yet');
    await close(first!.sessionId);
    expect((await round(firm)).pairs).toMatchObject([{ held: 1, nextAt: second!.at }]);
    const moved = await firm.as('tom', 'technician', (ctx) =>
      changeSession(ctx, {
        pairId,
        sessionId: second!.sessionId,
        to: { day: '2026-12-15', time: '09:00', zone: 'UTC' },
      }),
    );
    expect(moved.sessions[1]).toMatchObject({ sequence: 1, state: 'planned' });
  });

  it('is ended by either on any day without a reason; half-way and the end are said to each other', async () => {
    const { firm, pairId } = await running();
    const half = await firm.as('tom', 'technician', (ctx) =>
      sayCheck(ctx, { pairId, moment: 'half-way', answer: 'change-something', text: 'Shorter' }),
    );
    expect(half.checks).toMatchObject([{ answer: 'change-something', text: 'Shorter' }]);
    expect(half.outcomes).toMatchObject([{ competency: 'conflict', status: 'no-view-before' }]);
    expect((await round(firm)).pairs).toMatchObject([{ halfWay: 1 }]);
    const ended = await firm.as('ann', 'technician', (ctx) => end(ctx, { pairId }));
    expect(ended).toMatchObject({ state: 'ended', endedOn: '2026-11-16' });
    await expect(firm.as('tom', 'technician', (ctx) => end(ctx, { pairId }))).rejects.toThrow('has ended');
  });

  it('whose mentor leaves mid-way is said, keeps its goals, and another mentor is offered who takes them on', async () => {
    const { firm, pairId } = await running();
    await firm.as('tom', 'technician', (ctx) => addGoal(ctx, { pairId, text: 'A calm talk', fromBefore: false }));
    await firm.owner.query(`update person set left_on = '2026-11-10' where org_id = $1 and person_id = $2`, [
      firm.orgId,
      firm.people.ann,
    ]);
    expect((await pairOf(firm, 'tom'))!).toMatchObject({ gone: true, state: 'running' });
    const found = await round(firm);
    expect(found.ended).toEqual(["Tom's mentor is no longer here: who follows is looked for again."]);
    expect(found.matches.map(({ mentor }) => mentor.name)).toEqual(['Ben Example']);
    await ask(firm, found);
    const own = await firm.as('tom', 'technician', findMentoring);
    expect(own.pairs.map(({ state }) => state)).toEqual(['asked', 'ended']);
    const next = own.pairs[0]!.pairId;
    for (const who of ['tom', 'ben'] as const)
      await firm.as(who, 'technician', (ctx) => answer(ctx, { pairId: next, yes: true }));
    const before = await firm.as('tom', 'technician', (ctx) => findPair(ctx, { pairId: next }));
    expect(before).toMatchObject({ goals: [], goalsBefore: 1 });
    const mentor = firm.as('ben', 'technician', (ctx) => addGoal(ctx, { pairId: next, text: '', fromBefore: true }));
    await expect(mentor).rejects.toThrow('Only the mentee');
    const taken = await firm.as('tom', 'technician', (ctx) =>
      addGoal(ctx, { pairId: next, text: '', fromBefore: true }),
    );
    expect(taken.goals.map(({ text }) => text)).toEqual(['A calm talk']);
  });

  it('is left to the other where one is erased, without their name', async () => {
    const { firm, pairId } = await running();
    await firm.as('ann', 'technician', (ctx) =>
      addGoal(ctx, { pairId, text: 'Ask Ann Example first', fromBefore: false }),
    );
    await firm.as('olga', 'engine', (ctx) =>
      erasePerson(ctx.db, firm.people.ann as PersonId, '2026-11-16' as never, (text) => `hash of ${text}`),
    );
    const left = await firm.as('tom', 'technician', (ctx) => findPair(ctx, { pairId }));
    expect(left).toMatchObject({ state: 'ended', gone: true });
    expect(JSON.stringify(left)).not.toContain('Ann');
    expect(left.goals.map(({ text }) => text)).toEqual(['Ask – first']);
  });
});

it('says in whose name nothing is said: whoever holds the server is nobody here', async () => {
  const firm = await ready();
  expect(await firm.as('operator', 'operator', findMentoring)).toMatchObject({ you: null, pairs: [] });
  await expect(firm.as('operator', 'operator', (ctx) => sayWish(ctx, SAID))).rejects.toThrow('none of them here');
});
