import { Client } from 'pg';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { contextIn } from '../../../test/support/context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { OPEN_SEAT_CHART, type SavedChart, saveChart } from '../../../test/support/org-chart.ts';
import type { Role } from '../../base/roles.ts';
import { addDays, type Day, type Instant, instantOf } from '../../base/time.ts';
import { level, share } from '../../base/units.ts';
import type { FirmContext } from '../../platform/context.ts';
import { insertDecision } from '../../records/decisions/store.ts';
import type { AdviceAsItWas, SideThen } from '../../records/decisions/types.ts';
import type { PersonId, SeatId } from '../../records/people/types.ts';
import { saveOwnValue } from '../../records/playbook/store.ts';
import { findEntry, findJournal, keepLookBack, keepOwnWords } from './actions.ts';

const DECIDED = '2026-05-18' as Day;
const AFTER = '2026-11-23' as Day;

let test: TestDatabase;
let owner: Client;
let saved: SavedChart;
let day: Day;
beforeEach(async () => {
  test ??= await createTestDatabase();
  if (!owner) {
    owner = new Client({ connectionString: test.adminUrl });
    await owner.connect();
  }
  saved = await saveChart(test.database, (await createFirm(test.database)).orgId, OPEN_SEAT_CHART);
  day = AFTER;
});
afterAll(async () => {
  await owner.end();
  await test.close();
});

function as<T>(standing: Role | 'engine', person: number | null, work: (ctx: FirmContext) => Promise<T>): Promise<T> {
  const { orgId, personIds } = saved;
  const personId = person === null ? null : personIds[person]!;
  const scope = { orgId, actor: `account:${person}`, standing, personId };
  const now = () => (instantOf(day) + 43_200_000) as Instant;
  return test.database.transact(scope, (db) => work(contextIn(db, orgId, { ...scope, now })));
}
const manager = <T>(work: (ctx: FirmContext) => Promise<T>) => as('service-manager', 1, work);

const side = (mean: number): SideThen => ({
  ...{ mean: level(mean), low: level(mean - 0.4), high: level(mean + 0.4) },
  ...{ chance: share(0.6), status: 'likely' },
});

type Decided = {
  person?: number;
  agreed?: boolean;
  shown?: boolean;
  people?: number;
  on?: Day;
  seat?: number;
  by?: number;
};

/** Keeps a decision of the manager for one of the three, as the seat page does. */
async function decided({
  person = 3,
  agreed = true,
  shown = true,
  people = 3,
  on = DECIDED,
  seat = 3,
  by = 1,
}: Decided = {}) {
  const id = (at: number) => saved.personIds[at]! as PersonId;
  const advice: AdviceAsItWas = {
    ...{ dataVersion: 7, modelVersion: 'm1', playbookVersion: 'abcd1234', kind: 'both', answer: 'person' },
    ...{ considered: [3, 4, 5].map(id), named: [id(4)], sentence: 'Fn4 Ln4 could lead.', agreed, shown },
    basis: {
      ...{ reasons: ['Fn4 clears both bars.'], observations: 9, raters: 2, tickets: 400 },
      ...{ demand: { technical: level(4), people: level(3) }, gate: { technical: level(3), people: level(2.5) } },
      rules: { 'gate.people.below': 0.5, 'gone.since': 3 },
      sides: [
        { personId: id(person), technical: side(4), people: side(people) },
        { personId: id(4), technical: side(3.9), people: side(3.6) },
      ],
    },
  };
  return as('engine', null, ({ db }) =>
    insertDecision(db, {
      ...{ seatId: saved.seatIds[seat]! as SeatId, personId: id(person), kind: 'hold', day: on },
      ...{ decidedBy: `account:${by}`, reason: 'Asked for it', advice, at: instantOf(on) },
    }),
  );
}

const entry = (
  who: (work: (ctx: FirmContext) => ReturnType<typeof findEntry>) => ReturnType<typeof findEntry>,
  decisionId: number,
) => who((ctx) => findEntry(ctx, { decisionId }));
const back = { again: 'yes', stayed: 'there', team: 'same' } as const;

describe('one decision in the journal', () => {
  it('is shown whole to whoever decided with the advice open, with rules then and now', async () => {
    const decisionId = await decided();
    await as('owner', 0, ({ db }) =>
      saveOwnValue(db, { key: 'gate.people.below', value: 0.9, reason: null, changedBy: 'o' }),
    );
    const found = await entry(manager, decisionId);
    expect(found).toMatchObject({ sight: 'whole', reason: 'Asked for it', isDue: true, mayReview: true });
    expect(found.advice).toMatchObject({
      ...{ sentence: 'Fn4 Ln4 could lead.', modelVersion: 'm1', playbookVersion: 'abcd1234', dataVersion: 7 },
      evidence: { observations: 9, raters: 2, tickets: 400 },
    });
    // The playbook moved since; the record did not.
    expect(found.advice.rules).toEqual([
      expect.objectContaining({ key: 'gate.people.below', was: 0.5, now: 0.9 }),
      { key: 'gone.since', title: 'gone.since', unit: '', was: 3, now: null },
    ]);
    expect(found.advice.sides.map(({ name }) => name)).toEqual(['Fn3 Ln3', 'Fn4 Ln4']);
  });

  it('opens nothing that the advice itself would not have opened', async () => {
    const decisionId = await decided({ shown: false });
    const found = await entry(manager, decisionId);
    expect(found).toMatchObject({ sight: 'closed', reason: 'Asked for it' });
    expect(found.advice).toMatchObject({ sentence: null, reasons: [], sides: [], evidence: null });
    expect(JSON.stringify(found)).not.toContain('Fn4');
  });

  it('shows whom it was about their own part, the owner and HR that it was made, and others nothing', async () => {
    const decisionId = await decided();
    const own = await entry((work) => as('technician', 3, work), decisionId);
    expect(own).toMatchObject({ sight: 'own', reason: 'Asked for it', maySayOwn: true, mayReview: false });
    expect(own.advice).toMatchObject({ namedYou: false, sentence: null, reasons: [] });
    expect(own.advice.sides.map(({ personId }) => personId)).toEqual([saved.personIds[3]]);
    for (const [role, person] of [
      ['owner', 0],
      ['hr', 6],
    ] as const) {
      const seen = await entry((work) => as(role, person, work), decisionId);
      expect(seen).toMatchObject({ sight: 'closed', reason: null, hasReason: true, ownWords: null });
      expect(JSON.stringify(seen.advice)).not.toContain('Fn4');
    }
    for (const person of [4, 6])
      await expect(entry((work) => as('technician', person, work), decisionId)).rejects.toThrow('no such decision');
    await expect(entry((work) => as('team-lead', 2, work), decisionId)).rejects.toThrow('no such decision');
  });

  it('is written down as a look at whom it shows', async () => {
    const decisionId = await decided();
    const concerned = await manager(async (ctx) => {
      await findEntry(ctx, { decisionId });
      return [...ctx.concerns.people].sort();
    });
    expect(concerned).toEqual([saved.personIds[3], saved.personIds[4]].sort());
  });
});

describe('looking back', () => {
  it('is asked of whoever decides from half a year on, and can be changed', async () => {
    const decisionId = await decided();
    const keep = (more: object = {}) => manager((ctx) => keepLookBack(ctx, { decisionId, ...back, ...more }));
    day = '2026-11-17' as Day;
    await expect(keep()).rejects.toThrow('too early to tell: look back on it from 18 November on');
    day = AFTER;
    await expect(as('owner', 0, (ctx) => keepLookBack(ctx, { decisionId, ...back }))).rejects.toThrow('Fn1 Ln1');
    await expect(keep({ stayed: 'open' })).rejects.toThrow('Say where it led');
    await expect(keep({ again: 'no' })).rejects.toThrow('Say in a sentence');
    expect(await keep({ words: 'It works' })).toMatchObject({
      isDue: false,
      again: 'yes',
      review: { words: 'It works' },
    });
    expect(await keep({ again: 'no', words: 'It did, then no more' })).toMatchObject({ again: 'no' });
  });

  it('has room for the words of whom it was about: theirs to say and to take back', async () => {
    const decisionId = await decided();
    const say = (person: number, words: string | null) =>
      as('technician', person, (ctx) => keepOwnWords(ctx, { decisionId, words }));
    await expect(manager((ctx) => keepOwnWords(ctx, { decisionId, words: 'For them' }))).rejects.toThrow('Only whom');
    await say(3, 'I would do it again');
    expect((await entry(manager, decisionId)).ownWords?.words).toBe('I would do it again');
    expect((await say(3, null)).ownWords).toBeNull();
  });

  it('leaves out a decision that another one of the day corrected', async () => {
    const slip = await decided({ person: 3 });
    const meant = await decided({ person: 5 });
    const { rows } = await manager(findJournal);
    expect(rows.map(({ decisionId, reviewDay, isDue }) => [decisionId, reviewDay, isDue])).toEqual([
      [meant, '2026-11-18', true],
      [slip, null, false],
    ]);
    await expect(manager((ctx) => keepLookBack(ctx, { decisionId: slip, ...back }))).rejects.toThrow('corrected');
  });
});

describe('the journal as a whole', () => {
  it('counts what the reader may read, says that there are too few, and counts nothing to a technician', async () => {
    const first = await decided({ on: '2026-01-10' as Day });
    await decided({ on: '2026-02-10' as Day, agreed: false });
    await decided({ on: '2026-03-10' as Day, seat: 1, by: 0 });
    await manager((ctx) => keepLookBack(ctx, { decisionId: first, ...back }));
    const { rates, rows } = await manager(findJournal);
    expect(rows).toHaveLength(2);
    expect(rates).toMatchObject({
      agreement: { hits: 1, n: 2, enough: false },
      followed: { hits: 1, n: 1 },
      otherwise: { hits: 0, n: 0, low: 0, high: 1 },
    });
    expect((await as('owner', 0, findJournal)).rows).toHaveLength(3);
    expect(await as('technician', 3, findJournal)).toMatchObject({ rates: null, learned: null });
    expect((await as('technician', 4, findJournal)).rows).toEqual([]);
  });

  it('proposes a bar that parts the firm’s own decisions, and changes nothing by itself', async () => {
    const days = Array.from({ length: 24 }, (_, i) => addDays('2025-01-06' as Day, 10 * i));
    for (const [i, on] of days.entries()) {
      const people = 2 + i / 12;
      const decisionId = await decided({ on, people });
      const again = people >= 3 ? 'yes' : 'no';
      await manager((ctx) => keepLookBack(ctx, { decisionId, ...back, again, words: 'So it was' }));
    }
    const { learned } = await manager(findJournal);
    expect(learned).toMatchObject([
      { side: 'technical', state: 'nothing-seen', n: 20, next: 30 },
      {
        side: 'people',
        state: 'proposal',
        current: 0.5,
        value: 0.05,
        below: { good: 0, n: 12 },
        above: { good: 8, n: 8 },
      },
    ]);
    const { rows } = await owner.query('select count(*)::int as n from playbook_value where org_id = $1', [
      saved.orgId,
    ]);
    expect(rows[0].n).toBe(0);
    // The share of decisions as we advised is said, with its interval.
    const { rates } = await manager(findJournal);
    expect(rates!.followed).toMatchObject({ hits: 12, n: 24, enough: true });
    expect(rates!.followed.low).toBeCloseTo(0.375, 2);
  });
});
