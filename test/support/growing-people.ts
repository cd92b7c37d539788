import { Client } from 'pg';
import type { Standing } from '../../src/base/roles.ts';
import type { Instant } from '../../src/base/time.ts';
import type { FirmContext } from '../../src/platform/context.ts';
import { contextIn } from './context.ts';
import { createFirm, type TestDatabase } from './database.ts';

/** A small firm for mentoring and skills: Olga owns it, Lea leads Tom and Sue, Ann and Ben report to Olga. */
export type GrowingFirm = {
  orgId: number;
  people: Record<'olga' | 'lea' | 'ann' | 'ben' | 'tom' | 'sue', number>;
  team: number;
  owner: Client;
  /** Acts as somebody, in a transaction of their own. */
  as<T>(
    who: keyof GrowingFirm['people'] | 'operator',
    standing: Standing,
    work: (ctx: FirmContext) => Promise<T>,
  ): Promise<T>;
  close(): Promise<void>;
};

/** The day on which everything happens. */
export const NOW = Date.parse('2026-11-16T12:00:00Z') as Instant;

/** Makes it; Ann and Ben are strong in handling conflict, as eight others say. */
export async function makeGrowingFirm(test: TestDatabase, name: string): Promise<GrowingFirm> {
  const { orgId } = await createFirm(test.database, name);
  const owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
  const one = async (text: string, values: unknown[]) =>
    Number(Object.values((await owner.query(text, [orgId, ...values])).rows[0] as object)[0]);
  const people = {} as GrowingFirm['people'];
  for (const key of ['olga', 'lea', 'ann', 'ben', 'tom', 'sue'] as const)
    people[key] = await one(
      `insert into person (org_id, name, work, time_zone) values ($1, $2, 'product', 'Europe/Berlin') returning person_id`,
      [`${key[0]!.toUpperCase()}${key.slice(1)} Example`],
    );
  const team = await one(`insert into team (org_id, name) values ($1, 'Pod A') returning team_id`, []);
  const seat = (title: string, teamId: number | null) =>
    one('insert into seat (org_id, title, team_id) values ($1, $2, $3) returning seat_id', [title, teamId]);
  const [top, pod] = [await seat('Owner', null), await seat('Lead, Pod A', team)];
  const run = (text: string, values: unknown[]) => owner.query(text, [orgId, ...values]);
  const since = `'2024-01-01'`;
  for (const [at, who] of [
    [top, people.olga],
    [pod, people.lea],
  ])
    await run(`insert into seat_holding (org_id, seat_id, person_id, from_day) values ($1, $2, $3, ${since})`, [
      at,
      who,
    ]);
  await run(`insert into seat_line (org_id, seat_id, reports_to, from_day) values ($1, $2, $3, ${since})`, [pod, top]);
  for (const [who, at] of [
    [people.tom, pod],
    [people.sue, pod],
    [people.ann, top],
    [people.ben, top],
  ])
    await run(`insert into person_line (org_id, person_id, seat_id, from_day) values ($1, $2, $3, ${since})`, [
      who,
      at,
    ]);
  for (const who of [people.tom, people.sue])
    await run(`insert into membership (org_id, person_id, team_id, from_day) values ($1, $2, $3, ${since})`, [
      who,
      team,
    ]);
  for (const who of [people.ann, people.ben])
    for (let rater = 0; rater < 8; rater++)
      await run(
        `insert into observation (org_id, person_id, rater, kind, competency, level, day)
         values ($1, $2, $3, 'rating', 'conflict', 5, '2026-01-05')`,
        [who, `rater ${rater}`],
      );
  const as: GrowingFirm['as'] = (who, standing, work) => {
    const personId = who === 'operator' ? null : people[who];
    const scope = { orgId, actor: who, standing, personId };
    return test.database.transact(scope, (db) =>
      work(contextIn(db, orgId, { actor: who, standing, personId, now: () => NOW })),
    );
  };
  return { orgId, people, team, owner, as, close: () => owner.end() };
}
