import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextIn } from '../../../test/support/context.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { makeRolesFirm, type PersonKey, type RolesFirm } from '../../../test/support/roles-firm.ts';
import type { Standing } from '../../base/roles.ts';
import { type Day, type Instant, instantOf } from '../../base/time.ts';
import { strengthsOf } from '../../model/profile.ts';
import type { FirmContext } from '../../platform/context.ts';
import { situationOf } from '../../records/firm/store.ts';
import { dropAnswer, findAnswer, findPractice, score, writeAnswer } from './actions.ts';

const TODAY = '2026-11-16' as Day;
const NOW = (instantOf(TODAY) + 9 * 3_600_000) as Instant;
const CASE = 'conflict/joke';

/** Lea leads Tom; Una is led by somebody else. */
let test: TestDatabase;
let owner: Client;
let firm: RolesFirm;
beforeAll(async () => {
  test = await createTestDatabase();
  owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
  firm = await makeRolesFirm(test);
  await owner.query('delete from practice_answer');
  await owner.query(`update plan_step set case_id = $1 where kind = 'practice'`, [CASE]);
  await owner.query(
    `insert into plan_step (org_id, plan_id, competency, kind, day, text)
     select org_id, plan_id, competency, 'feedback', day, 'What worked' from plan_step`,
  );
});
afterAll(async () => {
  await owner.end();
  await test.close();
});

function as<T>(who: PersonKey | 'operator', standing: Standing, work: (ctx: FirmContext) => Promise<T>): Promise<T> {
  const { orgId, people } = firm;
  const personId = who === 'operator' ? null : people[who];
  const scope = { orgId, actor: `test:${who}`, standing, personId };
  return test.database.transact(scope, (db) => work(contextIn(db, orgId, { ...scope, now: () => NOW })));
}

const LEVELS = [
  { competency: 'conflict', level: 4 },
  { competency: 'fairness', level: 2 },
] as const;

const stepStates = async () => {
  const { rows } = await owner.query(
    `select s.kind, s.state from plan_step s join development_plan p using (org_id, plan_id)
     where p.person_id = $1 order by s.step_id`,
    [firm.people.tom],
  );
  return rows.map(({ kind, state }) => `${kind} ${state}`);
};

describe('an answer to a written case', () => {
  let answerId: number;
  const read = (who: PersonKey, standing: Standing) => as(who, standing, (ctx) => findAnswer(ctx, { answerId }));

  it('is its writer’s alone until they ask somebody to read it', async () => {
    answerId = (await as('tom', 'technician', (ctx) => writeAnswer(ctx, { caseId: CASE, text: 'First' }))).answerId;
    const kept = { answerId, caseId: CASE, text: 'I go to Noor first.' };
    await as('tom', 'technician', (ctx) => writeAnswer(ctx, kept));
    expect(await read('tom', 'technician')).toMatchObject({ state: 'kept', text: kept.text, anchors: null });
    await expect(read('lea', 'team-lead')).rejects.toMatchObject({ code: 'not-found' });
    const practice = await as('tom', 'technician', findPractice);
    expect(practice.readers[0]).toMatchObject({ name: 'Lea Lead', isLead: true });
    expect(practice.readers.map(({ name }) => name)).not.toContain('Tom Tech');
    expect(JSON.stringify(practice.cases)).not.toContain('Weighs it by how well liked');
  });

  it('is read by the one who was asked, who need not lead, and by nobody else', async () => {
    const send = { answerId, caseId: CASE, text: 'I go to Noor first.', readerId: firm.people.una };
    await as('tom', 'technician', (ctx) => writeAnswer(ctx, send));
    expect(await read('una', 'technician')).toMatchObject({ mayScore: true, writer: 'Tom Tech' });
    expect((await read('una', 'technician')).anchors).toHaveLength(2);
    for (const [who, standing] of [
      ['lea', 'team-lead'],
      ['olga', 'owner'],
      ['sam', 'service-manager'],
      ['hana', 'hr'],
    ] as const)
      await expect(read(who, standing)).rejects.toMatchObject({ code: 'not-found' });
    await expect(as('operator', 'operator', (ctx) => findAnswer(ctx, { answerId }))).rejects.toMatchObject({
      code: 'not-found',
    });
    // The try in writing is done; the feedback to it isn't yet.
    expect(await stepStates()).toEqual(['practice done', 'feedback open']);
    await expect(as('tom', 'technician', (ctx) => writeAnswer(ctx, send))).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is scored with a level for each thing it asks for, which does the feedback of the plan', async () => {
    const say = (who: PersonKey, levels: readonly (typeof LEVELS)[number][]) =>
      as(who, 'technician', (ctx) => score(ctx, { answerId, levels: [...levels], note: 'Noor first: yes' }));
    await expect(say('tom', LEVELS)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(say('una', LEVELS.slice(0, 1))).rejects.toMatchObject({ code: 'bad-input' });
    expect((await say('una', LEVELS)).scores).toEqual(LEVELS);
    expect(await stepStates()).toEqual(['practice done', 'feedback done']);
    expect(await read('tom', 'technician')).toMatchObject({ state: 'scored', note: 'Noor first: yes', scores: LEVELS });
    expect((await read('tom', 'technician')).anchors).not.toBeNull();
  });

  it('is never a reading of a strength: what is known of its writer is as it was', async () => {
    const strengths = async () => {
      const situation = await as('lea', 'team-lead', (ctx) => situationOf(ctx));
      return [situation.observations, strengthsOf(situation).people];
    };
    const before = await strengths();
    const worse = LEVELS.map(({ competency }) => ({ competency, level: 1 }));
    await as('una', 'technician', (ctx) => score(ctx, { answerId, levels: worse, note: '' }));
    expect(await strengths()).toEqual(before);
  });

  it('goes with what was said to it, by its writer alone', async () => {
    const drop = (who: PersonKey) => as(who, 'technician', (ctx) => dropAnswer(ctx, { answerId }));
    await expect(drop('una')).rejects.toMatchObject({ code: 'not-found' });
    await drop('tom');
    expect((await owner.query('select from practice_score')).rowCount).toBe(0);
  });

  it('of a sample, where everybody is invented, is read by whoever opened it', async () => {
    const { answerId: id } = await as('tom', 'technician', (ctx) => writeAnswer(ctx, { caseId: CASE, text: 'Mine' }));
    await owner.query(`update firm set sample = 'cove' where org_id = $1`, [firm.orgId]);
    const opened = await as('operator', 'operator', findPractice);
    expect(opened.others.map((one) => one.answerId)).toEqual([id]);
    await owner.query('update firm set sample = null where org_id = $1', [firm.orgId]);
    expect((await as('operator', 'operator', findPractice)).others).toEqual([]);
  });
});
