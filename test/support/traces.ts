import type { Client } from 'pg';
import type { Instant } from '../../src/base/time.ts';
import { appendAudit } from '../../src/platform/audit/store.ts';
import type { Db } from '../../src/platform/db/connect.ts';
import type { PersonId } from '../../src/records/people/types.ts';
import { insertRemark } from '../../src/records/remarks/store.ts';
import { testSecrets } from './context.ts';

type One = (text: string, values?: unknown[]) => Promise<number>;
type Into = { owner: Client; within: (work: (db: Db) => Promise<void>) => Promise<void> };
type Who = { orgId: number; name: string; address: string; now: Instant };

/** Somebody of a firm leaves traces wherever a firm keeps anything about a person, an account and a session too. */
export async function leaveTraces(
  { owner, within }: Into,
  { orgId, name, address, now }: Who,
): Promise<{ orgId: number; gone: number; other: number }> {
  const one: One = async (text, values = []) =>
    Number(Object.values((await owner.query(text, values)).rows[0] as object)[0]);
  const gone = await one('select person_id from person where org_id = $1 and name = $2', [orgId, name]);
  const other = await one('select person_id from person where org_id = $1 and name <> $2 order by person_id limit 1', [
    orgId,
    name,
  ]);
  const seat = await one('select seat_id from seat where org_id = $1 limit 1', [orgId]);
  const run = (text: string, values: unknown[] = []) => owner.query(text, [orgId, ...values]);
  await run('update person set email = $2, title = $3 where org_id = $1 and person_id = $4', [
    address,
    'Engineer',
    gone,
  ]);
  const account = await one(`insert into auth.account (email, name) values ($1, $2) returning account_id`, [
    `${orgId}.${address}`,
    name,
  ]);
  await run(`insert into auth.firm_access (actor, org_id, role, person_id) values ($2, $1, 'technician', $3)`, [
    `account:${account}`,
    gone,
  ]);
  await run(
    `insert into auth.session (session_hash, actor, org_id, account_id, expires_at) values ('s', $2, $1, $3, now() + interval '1 day')`,
    [`account:${account}`, account],
  );
  await run(
    `insert into auth.invitation (token_hash, org_id, email, role, person_id, invited_by, expires_at) values ('i', $1, $2, 'technician', $3, 'owner', now())`,
    [address, gone],
  );
  await run(
    `insert into wish (org_id, person_id, aspiration, day) values ($1, $2, 'not-now', '2026-01-01') on conflict do nothing`,
    [gone],
  );
  await run(
    `insert into protected_attribute (org_id, person_id, attribute, value, given_on) values ($1, $2, 'gender', 'm', '2026-01-01')`,
    [gone],
  );
  await run(`insert into candidacy (org_id, seat_id, person_id) values ($1, $2, $3)`, [seat, gone]);
  const advice = {
    considered: [gone, other],
    named: [gone],
    sentence: `Jake, or ${name}, could lead.\nJake wants it.`,
    kind: 'both',
    basis: { reasons: [], sides: [{ personId: gone, technical: { mean: 4.875 } }, { personId: other }] },
  };
  await run(
    `insert into decision (org_id, seat_id, person_id, kind, day, decided_by, reason, advice, at) values ($1, $2, $3, 'hold', '2026-01-01', 'owner', $4, $5, now())`,
    [seat, gone, `Because JAKE MORLEY asked; Jake is calm.`, JSON.stringify(advice)],
  );
  await addTrialOf({ run, one }, { orgId, seat, gone, name });
  await run(`insert into next_step (org_id, step_key, owner_id, text, changed_by) values ($1, $2, $3, $4, 'owner')`, [
    `talk/${seat}/${gone}`,
    other,
    `Talk to Jake`,
  ]);
  await run(`insert into next_step (org_id, step_key, owner_id, text, changed_by) values ($1, $2, $3, $4, 'owner')`, [
    `talk/${seat}/${other}`,
    gone,
    `Pair them with Jake`,
  ]);
  await run(
    `insert into playbook_value (org_id, key, value, reason, changed_by) values ($1, 'gate.clears', 0.8, $2, 'owner')`,
    [`${name}, ${address}, said so`],
  );
  const say = `insert into observation (org_id, person_id, rater, kind, competency, level, day) values ($1, $2, $3, 'rating', 'coaching', $4, '2026-01-01')`;
  await run(say, [other, `person:${gone}`, 3]);
  await run(say, [other, 'jake MORLEY', 4]);
  await run(say, [other, `${address} (by mail)`, 4]);
  await run(say, [gone, `person:${other}`, 5]);
  await within(async (db) => {
    await insertRemark(db, {
      personId: gone as PersonId,
      about: 'person/title',
      kind: 'dispute',
      text: `I, ${name}, am no engineer.`,
      at: now,
    });
    await appendAudit(
      db,
      testSecrets,
      { orgId, actor: `account:${account}`, standing: 'engine' },
      { action: 'x', people: [gone] },
      now,
    );
  });
  return { orgId, gone, other };
}

/** A trial of theirs with words, and a look back on the decision about them. */
async function addTrialOf(
  { run, one }: { run: (text: string, values?: unknown[]) => Promise<unknown>; one: One },
  { orgId, seat, gone, name }: { orgId: number; seat: number; gone: number; name: string },
): Promise<void> {
  const trial = await one(
    `insert into trial (org_id, seat_id, person_id, proposed_by, proposed_at, criteria, promise, until_day)
     values ($1, $2, $3, 'owner', now(), '[]', 'Back at any time', '2027-01-01') returning trial_id`,
    [orgId, seat, gone],
  );
  const review = await one(
    `insert into trial_review (org_id, trial_id, seat_id, person_id, day) values ($1, $2, $3, $4, '2026-12-01') returning review_id`,
    [orgId, trial, seat, gone],
  );
  await run(
    `insert into trial_word (org_id, review_id, side, seat_id, person_id, words, marks, said_by, said_at)
     values ($1, $2, 'person', $3, $4, 'My own words', '[]', 'owner', now())`,
    [review, seat, gone],
  );
  await run(
    `insert into decision_review (org_id, decision_id, seat_id, person_id, again, stayed, team, words, reviewed_by, reviewed_at)
     select $1, decision_id, seat_id, person_id, 'yes', 'there', 'better', $2, 'owner', now() from decision where org_id = $1`,
    [`Jake was right for it, says ${name}`],
  );
  await run(
    `insert into decision_word (org_id, decision_id, seat_id, person_id, words, said_at)
     select $1, decision_id, seat_id, person_id, 'I liked it', now() from decision where org_id = $1`,
  );
}
