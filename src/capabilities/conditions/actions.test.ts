import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextIn } from '../../../test/support/context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { Refusal } from '../../base/errors.ts';
import type { Standing } from '../../base/roles.ts';
import { addDays, type Day, type Instant, instantOf } from '../../base/time.ts';
import { sayLast } from '../../model/conditions-words.ts';
import type { FirmContext } from '../../platform/context.ts';
import { refreshWeeks } from '../../records/conditions/refresh.store.ts';
import { findConditions, sayWord, share, takeBack } from './actions.ts';
import { addStep, removeStep } from './steps.actions.ts';
import { findTeamConditions } from './team.actions.ts';

/** Monday; the newest week that is over is that of 16 November. */
const TODAY = '2026-11-24' as Day;
const LAST = '2026-11-16' as Day;
const NOW = (instantOf(TODAY) + 10 * 3_600_000) as Instant;

/** Seven people in Pod A under Lea; the first of them, Ann, works late in the last four weeks. Una leads Pod B of two. */
let test: TestDatabase;
let owner: Client;
let orgId: number;
let lea: number;
let una: number;
let pod: number[];
let small: number[];

const one = async (text: string, values: unknown[]) =>
  Number(Object.values((await owner.query(text, [orgId, ...values])).rows[0] as object)[0]);

beforeAll(async () => {
  test = await createTestDatabase();
  owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
  orgId = (await createFirm(test.database, 'Weeks')).orgId;
  const person = (name: string) =>
    one(`insert into person (org_id, name, time_zone) values ($1, $2, 'Europe/Berlin') returning person_id`, [name]);
  [lea, una] = [await person('Lea Lead'), await person('Una Under')];
  const teamOf = async (name: string, lead: number, names: string[]) => {
    const team = await one('insert into team (org_id, name) values ($1, $2) returning team_id', [name]);
    const seat = await one('insert into seat (org_id, title, team_id) values ($1, $2, $3) returning seat_id', [
      name,
      team,
    ]);
    await owner
      .query(`insert into seat_holding values ($1, $2, '2024-01-01', null, $3)`, [orgId, seat, lead])
      .catch(() =>
        owner.query(
          `insert into seat_holding (org_id, seat_id, person_id, from_day) values ($1, $2, $3, '2024-01-01')`,
          [orgId, seat, lead],
        ),
      );
    const ids: number[] = [];
    for (const each of names) {
      const id = await person(each);
      ids.push(id);
      await owner.query(
        `insert into membership (org_id, person_id, team_id, from_day) values ($1, $2, $3, '2024-01-01')`,
        [orgId, id, team],
      );
      await owner.query(
        `insert into person_line (org_id, person_id, seat_id, from_day) values ($1, $2, $3, '2024-01-01')`,
        [orgId, id, seat],
      );
    }
    return ids;
  };
  pod = await teamOf(
    'Pod A',
    lea,
    ['Ann', 'Ben', 'Cy', 'Dee', 'Eli', 'Fay', 'Gus'].map((name) => `${name} Own`),
  );
  small = await teamOf('Pod B', una, ['Hal Own', 'Ida Own']);
  await fillWeeks();
  await transact('engine', null, (ctx) => refreshWeeks(ctx.db, ctx.now(), null));
});
afterAll(async () => {
  await owner.end();
  await test.close();
});

/** Ten changes a week of everybody on five tickets; late ones at 20:00 in Berlin (19:00 or 18:00 UTC). */
async function fillWeeks(): Promise<void> {
  const client = await one(`insert into client (org_id, name) values ($1, 'Acme') returning client_id`, []);
  for (let back = 19; back >= 0; back--) {
    const monday = addDays(LAST, -7 * back);
    for (const id of [...pod, ...small]) {
      const late = back < 4 && pod.indexOf(id) < 4 ? (id === pod[0] ? 8 : 6) : 1;
      await owner.query(
        `with t as (
           insert into ticket (org_id, source, external_id, opened_at, first_assignee_id, first_assigned_at, resolved_at,
             client_id, minutes_worked, satisfaction, escalated)
           select $1, 'test', $2 || '-' || $3 || '-' || n, $3::date + time '07:00', $2::bigint, $3::date + time '07:00',
             $3::date + 4 + time '15:00', $4, 60, case when n = 1 then 0 else 1 end, false
           from generate_series(1, 5) n returning ticket_id, external_id)
         insert into ticket_event (org_id, ticket_id, seq, at, status, person_id)
         select $1, ticket_id, 0, $3::date + time '07:00' - interval '1 day', 'New', $2::bigint from t
         union all
         select $1, ticket_id, k, case when 2 * (split_part(external_id, '-', 5)::int - 1) + k <= $5
             then $3::date + k + time '19:00' else $3::date + k + time '09:00' end, 'In progress', $2::bigint
         from t, generate_series(1, 2) k`,
        [orgId, String(id), monday, client, late],
      );
    }
  }
}

async function transact<T>(standing: Standing, personId: number | null, work: (ctx: FirmContext) => Promise<T>) {
  return test.database.transact({ orgId, actor: 'test', standing, personId }, (db) =>
    work(contextIn(db, orgId, { standing, personId, now: () => NOW })),
  );
}
const ownOf = (id: number) => transact('technician', id, findConditions);

describe('one’s own weeks', () => {
  it('count changes in one’s hands by one’s own clock, and what was after hours of them', async () => {
    const { rows } = await owner.query(
      `select week::text, tickets, changes, changes_after_hours as late, minutes, minutes_dissatisfied as unhappy
       from condition_week where person_id = $1 order by week desc`,
      [pod[0]],
    );
    expect(rows[0]).toEqual({ week: LAST, tickets: 5, changes: 10, late: 8, minutes: 300, unhappy: 60 });
    expect(rows[10]).toMatchObject({ tickets: 5, changes: 10, late: 1 });
  });

  it('stand against one’s own thirteen weeks, in plain words', async () => {
    const { facts, missing, lastWeek } = await ownOf(pod[0]!);
    expect(lastWeek).toBe(LAST);
    const evenings = facts.find(({ fact }) => fact === 'evenings')!;
    expect(evenings.watch).toMatchObject({ status: 'known', change: { direction: 'up', since: '2026-10-26' } });
    expect(sayLast('evenings', evenings.watch, null)).toBe(
      '8 of your 10 changes were after hours in the week of 16 November; usual is 1 of 10.',
    );
    expect(facts.find(({ fact }) => fact === 'load')!.watch).toMatchObject({ status: 'known', change: null });
    expect(missing).toEqual(['on-call']);
  });

  it('are forgotten after half a year, and counted again without doubling', async () => {
    const count = async () => (await owner.query('select count(*)::int as n from condition_week')).rows[0].n;
    const before = await count();
    await owner.query(
      `insert into condition_week (org_id, person_id, week, tickets, changes, changes_after_hours, switches)
       values ($1, $2, '2026-01-05', 1, 1, 1, 1)`,
      [orgId, pod[0]],
    );
    await transact('engine', null, (ctx) => refreshWeeks(ctx.db, ctx.now(), addDays(LAST, -3)));
    expect(await count()).toBe(before);
  });

  it('count on-call hours that are entered, also without a call', async () => {
    await owner.query(
      `insert into shift (org_id, person_id, kind, weekday, starts, ends, zone) values ($1, $2, 'on-call', 6, 0, 1440, 'UTC')`,
      [orgId, pod[1]],
    );
    await transact('engine', null, (ctx) => refreshWeeks(ctx.db, ctx.now(), null));
    const { facts } = await ownOf(pod[1]!);
    expect(facts.find(({ fact }) => fact === 'on-call')!.watch).toMatchObject({ last: { amount: { value: 24 } } });
    const { teams } = await transact('team-lead', lea, findTeamConditions);
    expect(teams[0]!.causes.map(({ text }) => text)).toContain('On-call falls on one of seven people.');
  });
});

describe('what others see', () => {
  it('is nobody’s numbers, for any role, until somebody shares; then for the direct lead alone, without interruptions', async () => {
    const numbers = async (standing: Standing, id: number | null) =>
      (await transact(standing, id, findTeamConditions)).people?.filter(({ facts }) => facts !== null) ?? [];
    expect(await numbers('team-lead', lea)).toEqual([]);
    await transact('technician', pod[0]!, (ctx) => share(ctx, { withLead: true }));
    const seen = await numbers('team-lead', lea);
    expect(seen.map(({ personId }) => personId)).toEqual([pod[0]]);
    expect(seen[0]!.facts!.map(({ fact }) => fact)).toEqual(['evenings', 'load', 'dissatisfied']);
    for (const [standing, id] of [
      ['team-lead', una],
      ['owner', una],
      ['service-manager', una],
      ['operator', null],
    ] as const)
      expect(await numbers(standing, id)).toEqual([]);
    await transact('technician', pod[0]!, (ctx) => share(ctx, { withLead: false }));
    expect(await numbers('team-lead', lea)).toEqual([]);
  });

  it('is causes over enough people, with the client behind them, and of a small team nothing but how work is handed out', async () => {
    const { teams } = await transact('owner', null, findTeamConditions);
    const [a, b] = teams;
    expect(a!.causes.map(({ text }) => text)).toContain(
      'After-hours work has risen since October: about 40 of 100 changes, usually about 10, most of it for Acme.',
    );
    expect(b!.causes).toEqual([]);
    expect(b!.notShown.map(({ what }) => what)).toContain('After-hours work');
  });

  it('is a word of one’s own only where it was meant for the lead; it can be taken back', async () => {
    await transact('technician', pod[2]!, (ctx) =>
      sayWord(ctx, { feeling: 'unhappy', text: 'For me', withLead: false }),
    );
    await transact('technician', pod[2]!, (ctx) => sayWord(ctx, { feeling: 'fine', text: 'For Lea', withLead: true }));
    const words = async (standing: Standing, id: number) =>
      (await transact(standing, id, findTeamConditions)).people?.flatMap((one) => one.words.map(({ text }) => text));
    expect(await words('team-lead', lea)).toEqual(['For Lea']);
    expect(await words('owner', una)).toEqual([]);
    const own = (await ownOf(pod[2]!)).words;
    expect(own.map(({ text }) => text)).toEqual(['For Lea', 'For me']);
    await expect(
      transact('technician', pod[3]!, (ctx) => takeBack(ctx, { wordId: own[0]!.wordId })),
    ).rejects.toBeInstanceOf(Refusal);
    await transact('technician', pod[2]!, (ctx) => takeBack(ctx, { wordId: own[0]!.wordId }));
    expect(await words('team-lead', lea)).toEqual([]);
  });

  it('lets oneself and one’s direct lead note growth steps, and nobody else', async () => {
    const step = { personId: pod[4]!, day: '2026-02-02', text: 'Taught the others DNS' };
    await transact('team-lead', lea, (ctx) => addStep(ctx, step));
    await transact('technician', pod[4]!, (ctx) => addStep(ctx, { ...step, day: '2026-03-02' }));
    for (const [standing, id] of [
      ['team-lead', una],
      ['technician', pod[5]!],
      ['operator', null],
    ] as const)
      await expect(transact(standing, id, (ctx) => addStep(ctx, step))).rejects.toMatchObject({ code: 'not-allowed' });
    const { steps } = await ownOf(pod[4]!);
    expect(steps.map(({ day }) => day)).toEqual(['2026-03-02', '2026-02-02']);
    const led = (await transact('team-lead', lea, findTeamConditions)).people!;
    expect(led.find(({ personId }) => personId === pod[4])!.longWithoutStep).toBe(true);
    await expect(
      transact('technician', pod[5]!, (ctx) => removeStep(ctx, { stepId: steps[0]!.stepId! })),
    ).rejects.toMatchObject({ code: 'not-found' });
    await transact('technician', pod[4]!, (ctx) => removeStep(ctx, { stepId: steps[0]!.stepId! }));
    expect((await ownOf(pod[4]!)).steps.length).toBe(1);
  });
});
