import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextIn } from '../../../test/support/context.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { makeRolesFirm, type PersonKey, type RolesFirm } from '../../../test/support/roles-firm.ts';
import type { Standing } from '../../base/roles.ts';
import { addDays, type Day, type Instant, instantOf } from '../../base/time.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readSteps } from '../../records/conditions/said.store.ts';
import { answerStepOfCard, readDuePlanSteps } from '../../records/development/step.store.ts';
import { situationOf } from '../../records/firm/store.ts';
import { findPlans } from './actions.ts';
import { changeOneStep, putIn, removeFeedback, rewriteNeed, sayFeedback, takeOut } from './change.actions.ts';
import type { ShownPlan } from './contract.ts';
import { propose } from './propose.actions.ts';
import { findPlan } from './show.actions.ts';
import { end, giveWord } from './word.actions.ts';

const TODAY = '2026-11-16' as Day;
const NOW = (instantOf(TODAY) + 9 * 3_600_000) as Instant;

/** Lea leads Tom, who has an account; Max leads Una, who has none. */
let test: TestDatabase;
let owner: Client;
let firm: RolesFirm;
beforeAll(async () => {
  test = await createTestDatabase();
  owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
  firm = await makeRolesFirm(test);
  await owner.query('delete from development_plan');
  await owner.query(
    `with account as (insert into auth.account (email, name) values ('tom@roles.example', 'Tom') returning account_id)
     insert into auth.firm_access (actor, org_id, role, person_id)
     select 'account:' || account_id, $1, 'technician', $2 from account`,
    [firm.orgId, firm.people.tom],
  );
});
afterAll(async () => {
  await owner.end();
  await test.close();
});

const AS: Partial<Record<PersonKey, Standing>> = {
  olga: 'owner',
  sam: 'service-manager',
  lea: 'team-lead',
  max: 'team-lead',
  tom: 'technician',
};

function as<T>(who: PersonKey, work: (ctx: FirmContext) => Promise<T>): Promise<T> {
  const { orgId, people } = firm;
  const scope = { orgId, actor: `test:${who}`, standing: AS[who]!, personId: people[who] };
  return test.database.transact(scope, (db) => work(contextIn(db, orgId, { ...scope, now: () => NOW })));
}

const propose3 = (who: PersonKey, whose: PersonKey) =>
  as(who, (ctx) => {
    const seatId = whose === 'tom' ? firm.seats.podA : firm.seats.podB;
    return propose(ctx, { personId: firm.people[whose], path: 'technical-lead', seatId, startsOn: TODAY });
  });
const say = (who: PersonKey, whose: PersonKey, answer: 'yes' | 'not-now', forWhom?: 'person' | 'lead') =>
  as(who, (ctx) => giveWord(ctx, { personId: firm.people[whose], answer, as: forWhom }));
const stepsOf = (shown: ShownPlan, kind: string) =>
  shown.plan!.needs.flatMap(({ steps }) => steps).filter((one) => one.kind === kind);

describe('a plan', () => {
  it('is proposed from gaps, and its person is asked before whoever leads them', async () => {
    const shown = await propose3('lea', 'tom');
    expect(shown.plan!.needs.map(({ competency }) => competency)).toEqual([
      'communication',
      'conflict',
      'team-building',
    ]);
    expect(shown.plan!.state).toBe('proposed');
    await expect(say('lea', 'tom', 'yes')).rejects.toMatchObject({ code: 'conflict' });
    await expect(say('lea', 'tom', 'yes', 'person')).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(say('tom', 'tom', 'yes', 'lead')).rejects.toMatchObject({ code: 'not-allowed' });
    expect((await say('tom', 'tom', 'yes')).plan).toMatchObject({ state: 'proposed', personAgreedOn: TODAY });
    // What the lead changes now, Tom is asked about anew.
    const need = { competency: 'conflict', courseId: null, training: 'A day out', practice: 'Ask first' } as const;
    const changed = await as('lea', (ctx) => rewriteNeed(ctx, { personId: firm.people.tom, ...need }));
    expect(changed.plan!.personAgreedOn).toBeNull();
    expect(stepsOf(changed, 'training').map(({ text }) => text)).toContain('A day out');
    await say('tom', 'tom', 'yes');
    expect((await say('lea', 'tom', 'yes')).plan).toMatchObject({ state: 'agreed', leadId: firm.people.lea });
    await expect(propose3('lea', 'tom')).rejects.toMatchObject({ code: 'conflict' });
  });

  it('can’t be agreed by a lead alone, not even past the program', async () => {
    const update = `update development_plan set person_agreed_on = null where org_id = $1`;
    await expect(owner.query(update, [firm.orgId])).rejects.toThrow(/check constraint/);
  });

  it('goes on step by step: done, moved with a reason, dropped with a reason, opened again', async () => {
    const { tom } = firm.people;
    const shown = await as('tom', (ctx) => findPlan(ctx, { personId: tom }));
    const [training] = stepsOf(shown, 'training');
    const [practice, , third] = stepsOf(shown, 'practice');
    const change = (who: PersonKey, input: Omit<Parameters<typeof changeOneStep>[1], 'personId'>) =>
      as(who, (ctx) => changeOneStep(ctx, { personId: tom, ...input }));
    await change('tom', { stepId: training!.stepId, change: 'done' });
    const later = addDays(TODAY, 40);
    await expect(change('tom', { stepId: practice!.stepId, change: 'move', day: later })).rejects.toMatchObject({
      details: { field: 'reason' },
    });
    await expect(change('tom', { stepId: practice!.stepId, change: 'done', day: later })).rejects.toMatchObject({
      details: { field: 'day' },
    });
    await change('tom', { stepId: practice!.stepId, change: 'move', day: later, reason: 'Two are ill' });
    const after = await change('lea', { stepId: third!.stepId, change: 'drop', reason: 'Once is enough' });
    const found = (id: number) => stepsOf(after, 'practice').find(({ stepId }) => stepId === id)!;
    expect(found(practice!.stepId)).toMatchObject({ day: later, firstDay: practice!.day, reason: 'Two are ill' });
    expect(found(third!.stepId)).toMatchObject({ state: 'dropped', reason: 'Once is enough' });
    const again = await change('tom', { stepId: third!.stepId, change: 'open' });
    expect(stepsOf(again, 'practice').find(({ stepId }) => stepId === third!.stepId)!.state).toBe('open');
    for (const stranger of ['max', 'olga'] as const)
      await expect(change(stranger, { stepId: training!.stepId, change: 'open' })).rejects.toMatchObject({
        code: 'not-allowed',
      });
  });

  it('counts what was done as a step of growth, once', async () => {
    const steps = () => as('tom', ({ db }) => readSteps(db, TODAY));
    // The course that Tom completed is the one that the plan's training is: that is one step, not two.
    expect((await steps()).map(({ from, stepId }) => [from, stepId === null])).toEqual([
      ['plan', true],
      ['noted', false],
    ]);
    await owner.query('update plan_need set course_id = null');
    expect((await steps()).map(({ from }) => from)).toEqual(['plan', 'course', 'noted']);
  });

  it('takes feedback, which does the step that was planned for it, and only its author takes it back', async () => {
    const { tom } = firm.people;
    const before = await as('lea', (ctx) => findPlan(ctx, { personId: tom }));
    const [planned] = stepsOf(before, 'feedback');
    const given = { personId: tom, competency: planned!.competency, worked: 'You asked first', differently: '' };
    const shown = await as('lea', (ctx) => sayFeedback(ctx, { ...given, stepId: planned!.stepId }));
    expect(stepsOf(shown, 'feedback')[0]!.state).toBe('done');
    const [feedback] = shown.plan!.needs.flatMap((need) => need.feedback);
    expect(feedback).toMatchObject({ author: 'you', worked: 'You asked first', differently: null });
    const { feedbackId } = feedback!;
    await expect(as('tom', (ctx) => removeFeedback(ctx, { personId: tom, feedbackId }))).rejects.toMatchObject({
      code: 'not-found',
    });
    const left = await as('lea', (ctx) => removeFeedback(ctx, { personId: tom, feedbackId }));
    expect(left.plan!.needs.flatMap((need) => need.feedback)).toEqual([]);
  });

  it('makes a card of what is due, and what is said to the card is said of the step', async () => {
    const due = await test.database.transact({ orgId: firm.orgId, actor: 'x', standing: 'engine' }, (db) =>
      readDuePlanSteps(db, addDays(TODAY, 7)),
    );
    expect(due.map(({ kind, ownerId }) => [kind, ownerId])).toEqual([['measure-before', firm.people.lea]]);
    const { rows } = await owner.query(
      `insert into card (org_id, lead_id, day, rule, kind, subject, trigger, first_sentence, evidence)
       values ($1, $2, $3, 'practice-due', 'promise', $4, 'x', 'x', '{"facts": []}') returning card_id`,
      [firm.orgId, firm.people.lea, TODAY, `plan-step/${due[0]!.stepId}`],
    );
    const cardId = Number(rows[0].card_id);
    const stateAfter = async (isDone: boolean) => {
      await as('lea', ({ db }) => answerStepOfCard(db, { cardId, isDone, day: TODAY }));
      const shown = await as('lea', (ctx) => findPlan(ctx, { personId: firm.people.tom }));
      return stepsOf(shown, 'measure-before')[0]!.state;
    };
    expect([await stateAfter(true), await stateAfter(false)]).toEqual(['done', 'open']);
  });

  it('takes more in, and out again while it waits for a word; a full plan takes no more', async () => {
    const { tom } = firm.people;
    const put = (competency: 'fairness' | 'outlook' | 'conflict') =>
      as('tom', (ctx) => putIn(ctx, { personId: tom, competency }));
    await expect(put('conflict')).rejects.toMatchObject({ code: 'conflict' });
    const shown = await put('fairness');
    expect(shown.plan!.needs.at(-1)).toMatchObject({ competency: 'fairness', because: 'asked' });
    await expect(put('outlook')).rejects.toThrow(/more than 4 needs/);
    const less = await as('tom', (ctx) => takeOut(ctx, { personId: tom, competency: 'fairness' }));
    expect(less.plan!.needs).toHaveLength(3);
  });

  it('ends, and then another can be proposed', async () => {
    const shown = await as('tom', (ctx) => end(ctx, { personId: firm.people.tom }));
    expect([shown.plan, shown.earlier.length]).toEqual([null, 1]);
    expect((await propose3('tom', 'tom')).plan!.state).toBe('proposed');
    expect((await as('lea', (ctx) => end(ctx, { personId: firm.people.tom }))).plan).toBeNull();
  });
});

describe('a no', () => {
  it('empties the plan, shows as not now and nothing else, and changes no advice', async () => {
    await propose3('max', 'una');
    const before = await as('max', (ctx) => situationOf(ctx));
    // Una has no account: what she said is written down.
    const shown = await say('max', 'una', 'not-now', 'person');
    expect(shown.plan).toMatchObject({ state: 'declined', needs: [], toFindOut: [], personAgreedOn: null });
    expect(await as('max', (ctx) => situationOf(ctx))).toEqual(before);
    expect((await owner.query('select from plan_step')).rowCount).toBe(0 + (await countOf('tom')));
    expect((await propose3('max', 'una')).plan!.state).toBe('proposed');
    const noted = await say('max', 'una', 'yes', 'person');
    expect(noted.plan).toMatchObject({ personAgreedOn: TODAY, notedBy: firm.people.max });
  });
});

/** Steps that are kept of somebody's plans. */
async function countOf(who: PersonKey): Promise<number> {
  const { rowCount } = await owner.query(
    'select from plan_step s join development_plan p using (org_id, plan_id) where p.person_id = $1',
    [firm.people[who]],
  );
  return rowCount ?? 0;
}

describe('the list of plans', () => {
  it('shows each what is theirs to see: a lead their people, owner and manager whether leads have one', async () => {
    await owner.query(
      `insert into development_plan (org_id, person_id, path, starts_on, state, proposed_on, person_agreed_on, lead_agreed_on)
       values ($1, $2, 'technical-lead', $3, 'agreed', $3, $3, $3)`,
      [firm.orgId, firm.people.max, TODAY],
    );
    const seen = async (who: PersonKey) =>
      (await as(who, findPlans)).rows.map(({ name, state, seen: isSeen, count }) => [
        ...[name.split(' ')[0], state, isSeen, count !== null],
      ]);
    expect(await seen('max')).toEqual([
      ['Max', 'agreed', true, true],
      ['Una', 'proposed', true, true],
    ]);
    expect(await seen('sam')).toContainEqual(['Max', 'agreed', true, true]);
    expect(await seen('olga')).toContainEqual(['Max', 'agreed', false, false]);
    for (const who of ['olga', 'sam', 'lea'] as const) expect((await seen(who)).flat()).not.toContain('Una');
  });
});
