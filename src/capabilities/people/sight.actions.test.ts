import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { contextIn } from '../../../test/support/context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { type OrgChart, type SavedChart, saveChart } from '../../../test/support/org-chart.ts';
import { ticketsOf } from '../../../test/support/small-firm.ts';
import type { Standing } from '../../base/roles.ts';
import type { Instant } from '../../base/time.ts';
import type { FirmContext } from '../../platform/context.ts';
import type { Db } from '../../platform/db/connect.ts';
import { saveFit } from '../../records/evidence/fit.store.ts';
import type { PersonId } from '../../records/people/types.ts';
import { readObservations } from '../../records/voice/store.ts';
import { assess, findPeople, findPerson, findQuestions, revisePerson, saveAnswers } from './actions.ts';

/** Person 0 owns the firm, 1 leads 2 and 3; 4 reports to the owner. */
const CHART: OrgChart = {
  people: [0, 0, 1, 1, 0].map((line) => ({ line, team: line === 1 ? 1 : null, wish: true })),
  seats: [
    { reportsTo: null, holder: 0, team: null, decider: null },
    { reportsTo: 0, holder: 1, team: 1, decider: null },
  ],
  candidacies: [],
};
const START = Date.parse('2026-11-23T12:00:00Z');

let test: TestDatabase;
let saved: SavedChart;
const id = (person: number) => saved.personIds[person] as PersonId;
beforeEach(async () => {
  test ??= await createTestDatabase();
  saved = await saveChart(test.database, (await createFirm(test.database)).orgId, CHART);
});
afterAll(() => test.close());

/** Somebody's request so many days after the start. */
function as<T>(
  standing: Standing,
  person: number | null,
  work: (ctx: FirmContext) => Promise<T>,
  days = 0,
): Promise<T> {
  const scope = {
    orgId: saved.orgId,
    actor: standing === 'operator' ? 'owner' : `account:${person}`,
    standing,
    personId: person === null ? null : id(person),
  };
  const now = () => (START + days * 86_400_000) as Instant;
  return test.database.transact(scope, (db) => work(contextIn(db, saved.orgId, { ...scope, now })));
}

describe('the list of people', () => {
  it('gives a lead their own people with numbers, and the others by name and team alone', async () => {
    const { people, mayAdd } = await as('team-lead', 1, findPeople);
    expect(mayAdd).toBe(false);
    expect(people.map((one) => one.technical !== null)).toEqual([false, true, true, true, false]);
    expect(people[4]).toMatchObject({ name: 'Fn4 Ln4', title: null, work: null, aspiration: null, hoursPerWeek: null });
  });

  it('gives a technician only themselves, and HR the facts without a number or a wish', async () => {
    expect((await as('technician', 2, findPeople)).people.map((one) => one.personId)).toEqual([id(2)]);
    const { people } = await as('hr', 4, findPeople);
    expect(people).toHaveLength(5);
    for (const one of people) {
      expect(one).toMatchObject({ technical: null, people: null, aspiration: null });
      expect(one.hoursPerWeek).toBeGreaterThan(30);
    }
  });

  it('gives the owner wishes and facts of everybody, levels of holders, and numbers of their own people', async () => {
    const { people } = await as('owner', 0, findPeople);
    expect(people.map((one) => one.sight)).toEqual(['open', 'open', 'hidden', 'hidden', 'open']);
    expect(people[2]).toMatchObject({ technical: null, aspiration: 'wants-to-lead', work: 'product' });
  });
});

describe('a profile', () => {
  it('is refused in a sentence to whom it is not for', async () => {
    await expect(as('team-lead', 1, (ctx) => findPerson(ctx, { personId: id(4) }))).rejects.toThrow(
      'Only Fn4 Ln4, their lead and who decides about them can open this.',
    );
    await expect(as('technician', 2, (ctx) => findPerson(ctx, { personId: id(3) }))).rejects.toThrow(
      'your own profile',
    );
    expect((await as('technician', 2, (ctx) => findPerson(ctx, { personId: id(2) }))).competencies).toHaveLength(13);
  });

  it('names no rater to the person, and tells their lead apart', async () => {
    await as('team-lead', 1, (ctx) => assess(ctx, { personId: id(2), levels: [{ competency: 'rescue', level: 4 }] }));
    const profile = await as('technician', 2, (ctx) => findPerson(ctx, { personId: id(2) }));
    const text = JSON.stringify(profile.competencies);
    expect(text).toContain('1 assessment by your lead');
    expect(text).toContain('1 rating by a colleague');
    expect(text).not.toMatch(/Fn[134]/);
  });
});

describe('a new number', () => {
  const personSees = async (days: number) => {
    const at = (profile: Awaited<ReturnType<typeof findPerson>>) =>
      profile.competencies.find((one) => one.competency === 'resolving')!.known.tickets;
    const own = await as('technician', 2, (ctx) => findPerson(ctx, { personId: id(2) }), days);
    const lead = await as('team-lead', 1, (ctx) => findPerson(ctx, { personId: id(2) }), days);
    return { own: at(own), lead: at(lead), told: [own.waiting, lead.waiting] };
  };

  it('is its person’s alone for seven days, and both are told so', async () => {
    await test.database.transactAsInstall('test', (db) =>
      sql`insert into auth.firm_access (actor, org_id, role, person_id) values ('account:2', ${saved.orgId}, 'technician', ${id(2)})`.execute(
        db,
      ),
    );
    await as('engine', null, async ({ db, now }) => {
      const evidence = ticketsOf(
        saved.personIds.map((_, at) => at / 10),
        { tickets: saved.personIds.map(() => 5000) },
      );
      if (evidence.status === 'fitted') evidence.effects.personIds = saved.personIds as PersonId[];
      await saveFit(db, { outcome: 'minutes-worked', dataVersion: 8, modelVersion: 'test', evidence }, null, now());
      await countTickets(db, id(2));
    });
    const until = '2026-11-30';
    const waits = {
      told: [
        { until, mine: true },
        { until, mine: false },
      ],
    };
    expect(await personSees(0)).toEqual({ own: 5000, lead: 4385, ...waits });
    expect(await personSees(6.9)).toEqual({ own: 5000, lead: 4385, ...waits });
    expect(await personSees(7)).toEqual({ own: 5000, lead: 5000, told: [null, null] });
  });
});

/** So that the person counts as one of whom there are tickets. */
const countTickets = (db: Db, person: number) =>
  sql`insert into evidence_cross (outcome, factor_a, level_a, factor_b, level_b, n, sum_y)
      values ('minutes-worked', 1, ${person}, 1, ${person}, 10, 1)`.execute(db);

describe('what somebody says', () => {
  const answer = (person: number, said: 'usually' | 'wants-to-lead' = 'usually') =>
    ({
      key: said === 'usually' ? 'knows-how' : 'wants-to-lead',
      answers: [{ personId: id(person), answer: said }],
    }) as const;

  it('is kept in their own name, and given back to nobody else', async () => {
    await as('team-lead', 1, (ctx) => saveAnswers(ctx, { ...answer(2), answers: [...answer(2).answers] }));
    const said = await as('engine', null, ({ db }) => readObservations(db));
    expect(said.filter((one) => one.kind === 'answer').map((one) => one.rater)).toEqual([`person:${id(1)}`]);
    const own = await as('team-lead', 1, (ctx) => findQuestions(ctx, {}));
    expect(own.rounds[1]!.people).toEqual([
      expect.objectContaining({ personId: id(2), answer: 'usually' }),
      expect.objectContaining({ personId: id(3), answer: null }),
    ]);
    const owners = await as('owner', 0, (ctx) => findQuestions(ctx, {}));
    expect(owners.rounds[1]!.people.map((one) => one.answer)).toEqual([null, null, null, null]);
    expect([owners.raters, owners.mayTypeForOthers]).toEqual([[], false]);
  });

  it('is refused in another name, about oneself, and about people who are not theirs to see', async () => {
    const answers = (person: number) => [{ personId: id(person), answer: 'usually' as const }];
    const say = (person: number, rater?: string) => (ctx: FirmContext) =>
      saveAnswers(ctx, { key: 'knows-how', answers: answers(person), rater });
    await expect(as('team-lead', 1, say(2, 'Somebody else'))).rejects.toThrow('in your own name');
    await expect(as('team-lead', 1, (ctx) => findQuestions(ctx, { rater: `person:${id(0)}` }))).rejects.toThrow(
      'own name',
    );
    await expect(as('owner', 0, say(0))).rejects.toThrow('is not counted');
    await expect(as('team-lead', 1, say(4))).rejects.toThrow('no such person');
    expect(await as('operator', null, say(2, 'Somebody else'))).toEqual({ saved: 1 });
  });

  it('reaches wishes and facts where the role keeps them', async () => {
    await as('team-lead', 1, (ctx) =>
      saveAnswers(ctx, { key: 'wants-to-lead', answers: [{ personId: id(2), answer: 'not-now' }] }),
    );
    const hooks = { refit: async () => undefined };
    const change = { personId: id(2), aspiration: 'technical-path', title: 'Engineer', work: 'other' } as const;
    const { person } = await as('service-manager', 0, (ctx) => revisePerson(ctx, change, hooks));
    expect(person).toMatchObject({ aspiration: 'technical-path', title: 'Engineer', work: 'other' });
  });
});
