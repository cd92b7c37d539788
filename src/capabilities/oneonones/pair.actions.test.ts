import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextIn } from '../../../test/support/context.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { makeRolesFirm, type PersonKey, type RolesFirm } from '../../../test/support/roles-firm.ts';
import { instantAt } from '../../base/calendar.ts';
import type { Standing } from '../../base/roles.ts';
import type { Day, Instant } from '../../base/time.ts';
import type { FirmContext } from '../../platform/context.ts';
import { begin, findCadence, findOneOnOnes } from './actions.ts';
import { planMeeting } from './contract.ts';
import { addItem, change, changeItem, close, findOneOnOne, invitation, plan } from './pair.actions.ts';

const ZONE = 'Europe/Berlin';
const at = (day: string, minutes = 600) => instantAt(day as Day, minutes, ZONE);
const STANDINGS: Record<PersonKey, Standing> = {
  olga: 'owner',
  sam: 'service-manager',
  lea: 'team-lead',
  max: 'team-lead',
  tom: 'technician',
  una: 'technician',
  hana: 'hr',
};

let test: TestDatabase;
let firm: RolesFirm;
beforeAll(async () => {
  test = await createTestDatabase();
  firm = await makeRolesFirm(test);
});
afterAll(() => test.close());

function as<T>(who: PersonKey | null, now: Instant, work: (ctx: FirmContext) => Promise<T>): Promise<T> {
  const standing: Standing = who === null ? 'operator' : STANDINGS[who];
  const personId = who === null ? null : firm.people[who];
  const scope = { orgId: firm.orgId, actor: who ?? 'owner', standing, personId };
  return test.database.transact(scope, (db) =>
    work(contextIn(db, firm.orgId, { actor: scope.actor, standing, personId, now: () => now })),
  );
}

const rhythm = { everyDays: 7, minutes: 45, zone: ZONE };

describe('1:1s', () => {
  it('are begun along a line by either of the two, once', async () => {
    const now = at('2026-11-24');
    const { others, pairs } = await as('sam', now, findOneOnOnes);
    expect(pairs).toEqual([]);
    expect(others.map(({ name, as: side }) => `${name}: ${side}`)).toEqual([
      'Olga Owner: lead',
      'Lea Lead: member',
      'Max Manner: member',
    ]);
    const { pairId } = await as('lea', now, (ctx) => begin(ctx, { personId: firm.people.sam, ...rhythm }));
    expect(await as('sam', now, (ctx) => findOneOnOne(ctx, { pairId }))).toMatchObject({
      you: 'lead',
      member: { name: 'Lea Lead' },
      lead: { name: 'Sam Steward' },
      next: null,
    });
    await expect(as('sam', now, (ctx) => begin(ctx, { personId: firm.people.lea, ...rhythm }))).rejects.toThrow(
      /already/,
    );
    const across = as('tom', now, (ctx) => begin(ctx, { personId: firm.people.una, ...rhythm }));
    await expect(across).rejects.toThrow(/your lead, or with somebody who reports to you/);
    await expect(as(null, now, (ctx) => begin(ctx, { personId: firm.people.tom, ...rhythm }))).rejects.toThrow(
      /between two people/,
    );
    expect(await as(null, now, findOneOnOnes)).toEqual({ you: null, pairs: [], others: [] });
  });

  it('carry what is open over from one meeting to the next, with the member’s topics first', async () => {
    const { pairId } = await as('una', at('2026-11-02'), async () => ({ pairId: firm.talks.una }));
    const topic = (who: PersonKey, text: string) =>
      as(who, at('2026-11-02'), (ctx) => addItem(ctx, { pairId, kind: 'topic', text, ownerId: null, dueDay: null }));
    await topic('max', 'Shifts in December');
    await topic('una', 'A course');
    const done = await as('max', at('2026-11-02'), (ctx) =>
      addItem(ctx, { pairId, kind: 'action', text: 'Ask Olga', ownerId: firm.people.max, dueDay: '2026-11-09' }),
    );
    expect(done.items.map(({ text }) => text)).toEqual([
      'A topic of una@roles.example',
      'A course',
      'Shifts in December',
      'Ask Olga',
    ]);
    await as('una', at('2026-11-02'), (ctx) => plan(ctx, { pairId, day: '2026-11-03', time: '10:00' }));
    const { next } = await as('max', at('2026-11-02'), (ctx) => findOneOnOne(ctx, { pairId }));
    const early = as('max', at('2026-11-02'), (ctx) =>
      close(ctx, { pairId, meetingId: next!.meetingId, state: 'held' }),
    );
    await expect(early).rejects.toThrow(/not begun yet/);
    const held = await as('max', at('2026-11-03', 640), (ctx) =>
      close(ctx, { pairId, meetingId: next!.meetingId, state: 'held' }),
    );
    expect(held).toMatchObject({ next: { at: at('2026-11-17') }, lastHeldAt: at('2026-11-03') });
    expect(held.items.every(({ carriedOver }) => carriedOver)).toBe(true);
    const twice = as('una', at('2026-11-03', 641), (ctx) =>
      close(ctx, { pairId, meetingId: next!.meetingId, state: 'skipped' }),
    );
    await expect(twice).rejects.toThrow(/closed or moved meanwhile/);
    const itemId = held.items.at(-1)!.itemId;
    const after = await as('una', at('2026-11-04'), (ctx) => changeItem(ctx, { pairId, itemId, state: 'done' }));
    expect([after.items.length, after.closed]).toEqual([3, 1]);
    const nobody = as('una', at('2026-11-04'), (ctx) =>
      addItem(ctx, { pairId, kind: 'action', text: 'x', ownerId: firm.people.tom, dueDay: null }),
    );
    await expect(nobody).rejects.toThrow(/which of you two/);
  });

  it('go into a calendar under one number, which counts up only when the meeting moves; taking the file changes nothing', async () => {
    const now = at('2026-11-24');
    const pairId = firm.talks.tom;
    const take = () => as('tom', now, (ctx) => invitation(ctx, { pairId }));
    const move = (day: string, time: string) => as('lea', now, (ctx) => plan(ctx, { pairId, day, time }));
    const of = ({ text }: { text: string }, key: string) => new RegExp(`^${key}:(.*)$`, 'm').exec(text)?.[1]?.trim();
    await move('2026-12-01', '10:00');
    const first = await take();
    expect(first.fileName).toBe('one-on-one-2026-12-01-1000.ics');
    expect([of(first, 'DTSTART'), of(first, 'DTEND')]).toEqual(['20261201T090000Z', '20261201T093000Z']);
    await move('2026-12-01', '10:00');
    expect(await take()).toEqual(first);
    await move('2027-04-06', '10:00');
    const moved = await take();
    expect(of(moved, 'UID')).toBe(of(first, 'UID'));
    expect(Number(of(moved, 'SEQUENCE'))).toBe(Number(of(first, 'SEQUENCE')) + 1);
    expect(of(moved, 'DTSTART')).toBe('20270406T080000Z');
    expect(moved.text).not.toContain('A topic');
    await expect(move('2029-01-01', '10:00')).rejects.toThrow(/within a year/);
    expect(planMeeting.input.safeParse({ pairId, day: '2026-02-30', time: '25:00' }).success).toBe(false);
  });

  it('end without losing what was written, and take no more', async () => {
    const now = at('2026-11-24');
    const pairId = firm.talks.tom;
    const ended = await as('tom', now, (ctx) => change(ctx, { pairId, ...rhythm, ends: true }));
    expect(ended).toMatchObject({ endedOn: '2026-11-24', next: null, hint: null });
    expect(ended.items.length).toBe(1);
    const more = as('lea', now, (ctx) => plan(ctx, { pairId, day: '2026-12-01', time: '10:00' }));
    await expect(more).rejects.toThrow(/have ended/);
    await as('lea', now, (ctx) => begin(ctx, { personId: firm.people.tom, ...rhythm }));
  });
});

describe('what is seen of 1:1s from above', () => {
  const seen = async (who: PersonKey | null) => (await as(who, at('2026-11-10'), findCadence)).leads;

  it('is a count for each lead, and each pair only for whoever leads that lead', async () => {
    const olga = await seen('olga');
    // Una and Max met a week before; Lea and Tom began anew, and have not met since.
    expect(olga!.map(({ name, inTime, people, pairs }) => [name, inTime, people, pairs === null])).toEqual([
      ['Lea Lead', 0, 1, true],
      ['Max Manner', 1, 1, true],
      ['Sam Steward', 0, 2, false],
    ]);
    const sam = await seen('sam');
    expect(sam!.find(({ name }) => name === 'Max Manner')?.pairs).toEqual([
      { name: 'Una Unseen', everyDays: 14, lastHeldDaysAgo: 7 },
    ]);
    expect(JSON.stringify([olga, sam])).not.toMatch(/course|topic|shifts|BEGIN AGE/i);
  });

  it('is nothing for the two themselves, for leads of nobody who leads, and for HR', async () => {
    for (const who of ['tom', 'lea', 'max', 'hana'] as const) expect([who, await seen(who)]).toEqual([who, null]);
    expect((await seen(null))!.length).toBeGreaterThan(2);
  });
});
