import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS } from '../src/access.ts';
import { Refusal } from '../src/base/errors.ts';
import { findBalance } from '../src/capabilities/balance/actions.ts';
import { findPanel } from '../src/capabilities/evidence/actions.ts';
import { findPeople, findPerson } from '../src/capabilities/people/actions.ts';
import { findSeat, findSeats } from '../src/capabilities/seats/actions.ts';
import { strengthsOf } from '../src/model/profile.ts';
import type { FirmContext } from '../src/platform/context.ts';
import { readDecided, readVisible } from '../src/platform/db/standing.ts';
import { situationOf } from '../src/records/firm/store.ts';
import type { PersonId } from '../src/records/people/types.ts';
import { contextIn } from './support/context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from './support/database.ts';
import {
  decides,
  type OrgChart,
  orgCharts,
  plantedTickets,
  type SavedChart,
  saveChart,
  seenBy,
  type Viewer,
  viewersOf,
} from './support/org-chart.ts';
import fc from './support/properties.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const cases = orgCharts.chain((chart) =>
  fc.record({ chart: fc.constant(chart), viewers: fc.array(viewersOf(chart), { minLength: 4, maxLength: 4 }) }),
);

/** Looks at the firm as somebody; every answer in a transaction of its own, as requests are. */
function lookAs<T>(saved: SavedChart, viewer: Viewer, look: (ctx: FirmContext) => Promise<T>): Promise<T> {
  const { orgId } = saved;
  const personId = viewer.person === null ? null : saved.personIds[viewer.person]!;
  const scope = { orgId, actor: 'account:1', standing: viewer.role, personId };
  return test.database.transact(scope, (db) => look(contextIn(db, orgId, scope)));
}

const save = async (chart: OrgChart) => saveChart(test.database, (await createFirm(test.database, 'Any')).orgId, chart);

describe('whose numbers are seen', () => {
  it('is in the database what the rule says, for any small firm and anybody who looks', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ chart, viewers }) => {
        const saved = await save(chart);
        for (const viewer of viewers) {
          const [visible, decided] = await lookAs(saved, viewer, async ({ db }) => [
            await readVisible(db),
            await readDecided(db),
          ]);
          const people = [...seenBy(chart, viewer)].map((at) => saved.personIds[at]!);
          expect([...visible].sort(order)).toEqual(people.sort(order));
          const seats = saved.seatIds.filter((_, at) => decides(chart, viewer, at));
          expect([...decided].sort(order)).toEqual(seats.sort(order));
        }
      }),
      { numRuns: 24 },
    );
  }, 120_000);
});

const order = (one: number, other: number) => one - other;

type Answer = { what: string; answer: unknown; concerns: ReadonlySet<number> };

/** Everything that the screens ask for, by a viewer; what is refused is left out. */
async function answersTo(saved: SavedChart, viewer: Viewer): Promise<Answer[]> {
  const asked: [operation: string, what: string, look: (ctx: FirmContext) => Promise<unknown>][] = [
    ['readBalance', 'balance', findBalance],
    ['listSeats', 'seats', findSeats],
    ['listPeople', 'people', findPeople],
    ...saved.seatIds.flatMap((seatId): typeof asked => [
      ['readSeat', `seat ${seatId}`, (ctx) => findSeat(ctx, { seatId })],
      ['readPanel', `load/${seatId}`, (ctx) => findPanel(ctx, { ref: `load/${seatId}`, offset: 0 })],
      ['readPanel', `distance/${seatId}`, (ctx) => findPanel(ctx, { ref: `distance/${seatId}`, offset: 0 })],
    ]),
    ...saved.personIds.flatMap((personId): typeof asked => [
      ['readPerson', `person ${personId}`, (ctx) => findPerson(ctx, { personId })],
      ...[
        `strength/${personId}/people`,
        `competency/${personId}/resolving`,
        `parts/${personId}/minutes`,
        `tickets/${personId}`,
      ].map((ref): (typeof asked)[number] => ['readPanel', ref, (ctx) => findPanel(ctx, { ref, offset: 0 })]),
    ]),
  ];
  const answers: Answer[] = [];
  for (const [operation, what, look] of asked) {
    const access = ACCESS[operation]!;
    if (typeof access === 'string' || access[viewer.role] === undefined) continue;
    try {
      answers.push(
        await lookAs(saved, viewer, async (ctx) => ({ what, answer: await look(ctx), concerns: ctx.concerns.people })),
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return answers;
}

/** Every number and every text of an answer. */
function leavesOf(
  value: unknown,
  found: { numbers: Set<number>; texts: string[] } = { numbers: new Set(), texts: [] },
) {
  if (typeof value === 'number') found.numbers.add(value);
  else if (typeof value === 'string') found.texts.push(value);
  else if (value !== null && typeof value === 'object') for (const one of Object.values(value)) leavesOf(one, found);
  return found;
}

/** The planted numbers of everybody: estimates by side (what a level shows) and all the rest. */
async function numbersOf(saved: SavedChart) {
  const situation = await test.database.transact({ orgId: saved.orgId, actor: 'test', standing: 'engine' }, (db) =>
    situationOf(contextIn(db, saved.orgId)),
  );
  const { people } = strengthsOf(situation);
  return saved.personIds.map((personId, at) => {
    const { sides, competencies } = people.get(personId as PersonId)!;
    const numbers = ({ estimate: { mean, low, high, sd } }: (typeof sides)['technical']) => [mean, low, high, sd];
    return {
      levels: Object.values(sides).flatMap((one) => numbers(one).slice(0, 3)),
      behind: [...Object.values(competencies).flatMap((one) => numbers(one).slice(0, 1)), plantedTickets(at)],
    };
  });
}

/** Whoever is shown stands in the log; answers with how many were. */
function expectLogged(
  saved: SavedChart,
  viewer: Viewer,
  answers: readonly Answer[],
  planted: Awaited<ReturnType<typeof numbersOf>>,
): number {
  let seen = 0;
  for (const { what, answer, concerns } of answers) {
    const { numbers } = leavesOf(answer);
    const shown = saved.personIds.filter((_, at) => planted[at]!.levels.some((one) => numbers.has(one)));
    const self = viewer.person === null ? null : saved.personIds[viewer.person]!;
    const missing = shown.filter((id) => id !== self && !concerns.has(id));
    expect([viewer, what, missing]).toEqual([viewer, what, []]);
    seen += shown.length;
  }
  return seen;
}

describe('no answer holds a number of somebody whom the reader does not see', () => {
  // And every one of those they see is in the audit log.
  it('for any small firm and anybody who looks', async () => {
    let hidden = 0;
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(cases, async ({ chart, viewers }) => {
        const saved = await save(chart);
        const planted = await numbersOf(saved);
        const holders = new Set(chart.seats.map((seat) => seat.holder));
        for (const viewer of viewers) {
          const open = seenBy(chart, viewer);
          const answers = await answersTo(saved, viewer);
          seen += expectLogged(saved, viewer, answers, planted);
          for (const [at, personId] of saved.personIds.entries()) {
            if (open.has(at)) continue;
            const balances = viewer.role === 'owner' || viewer.role === 'service-manager';
            const asLevel = balances && holders.has(at);
            const never = asLevel ? planted[at]!.behind : [...planted[at]!.behind, ...planted[at]!.levels];
            for (const { what, answer, concerns } of answers) {
              const { numbers, texts } = leavesOf(answer);
              hidden += 1;
              expect([viewer, what, never.filter((one) => numbers.has(one))]).toEqual([viewer, what, []]);
              const doors = new RegExp(`(strength|competency|tickets)/${personId}(/|$)|\\b${plantedTickets(at)}\\b`);
              expect([viewer, what, texts.filter((text) => doors.test(text))]).toEqual([viewer, what, []]);
              if (!asLevel) expect([what, concerns.has(personId)]).toEqual([what, false]);
            }
          }
        }
      }),
      { numRuns: 12 },
    );
    expect(hidden).toBeGreaterThan(300);
    expect(seen).toBeGreaterThan(30);
  }, 300_000);

  it('and the planted numbers are there for whoever holds the server, so that they would be found', async () => {
    const chart: OrgChart = {
      people: Array.from({ length: 4 }, () => ({ line: 0, team: 0, wish: true })),
      seats: [{ reportsTo: null, holder: 0, team: 0, decider: null }],
      candidacies: [],
    };
    const saved = await save(chart);
    const planted = await numbersOf(saved);
    const scope = { orgId: saved.orgId, actor: 'owner', standing: 'operator' as const, personId: null };
    const found = await test.database.transact(scope, async (db) => {
      const ctx = contextIn(db, saved.orgId, scope);
      const panels = [];
      for (const id of saved.personIds)
        panels.push(await findPanel(ctx, { ref: `strength/${id}/technical`, offset: 0 }));
      const people = [];
      for (const personId of saved.personIds) people.push(await findPerson(ctx, { personId }));
      return leavesOf([await findBalance(ctx), panels, people]).numbers;
    });
    for (const [at, { levels, behind }] of planted.entries()) {
      expect([at, [...levels, ...behind].filter((one) => !found.has(one))]).toEqual([at, []]);
    }
  });
});
