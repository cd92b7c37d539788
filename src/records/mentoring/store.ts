import { sql } from 'kysely';
import type { Day, Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { timestamp } from '../../platform/db/values.ts';
import type { PersonId } from '../people/types.ts';
import type { Competency } from '../voice/types.ts';
import type { MentoringPair, MentoringRhythm, MentoringState, MentoringWish } from './types.ts';

/** What people said of mentoring, as far as the actor may read it: one's own, or all in the program's standing. */
export async function readWishes(db: Db): Promise<MentoringWish[]> {
  const rows = await db.selectFrom('mentoring_wish').selectAll().orderBy('person_id').execute();
  return rows.map((row) => ({
    personId: row.person_id as PersonId,
    wantsMentor: row.wants_mentor,
    places: row.places,
    wants: row.wants as Competency[],
    helpWith: row.help_with,
    interests: row.interests,
    saidAt: row.said_at as Instant,
    lookedOn: row.looked_on as Day | null,
    foundNone: row.found_none,
  }));
}

/** Keeps what somebody says; that a mentor was looked for stays until it is looked for again. */
export async function saveMentoringWish(db: Db, wish: Omit<MentoringWish, 'lookedOn' | 'foundNone'>): Promise<void> {
  const row = {
    wants_mentor: wish.wantsMentor,
    places: wish.places,
    wants: sql<string[]>`${wish.wants}::text[]`,
    help_with: wish.helpWith,
    interests: wish.interests,
    said_at: timestamp(wish.saidAt),
  };
  await db
    .insertInto('mentoring_wish')
    .values({ person_id: wish.personId, ...row })
    .onConflict((one) => one.columns(['org_id', 'person_id']).doUpdateSet(row))
    .execute();
}

/** Notes for whom a mentor was looked for in vain, and why; for everybody else who wants one that it was found. */
export async function saveFoundNone(
  db: Db,
  day: Day,
  none: readonly { personId: PersonId; text: string }[],
): Promise<void> {
  const rows = none.map(({ personId, text }) => ({ person_id: personId, found_none: text.slice(0, 400) }));
  await sql`update mentoring_wish set looked_on = null, found_none = null where found_none is not null`.execute(db);
  await sql`
    update mentoring_wish w set looked_on = ${day}::date, found_none = given.found_none
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (person_id bigint, found_none text)
    where w.person_id = given.person_id`.execute(db);
}

/** With whom people would rather not be paired: one's own, or all in the program's standing, which tells nobody. */
export async function readVetoes(db: Db): Promise<{ by: PersonId; about: PersonId }[]> {
  const rows = await db.selectFrom('mentoring_veto').select(['person_id', 'about_id']).execute();
  return rows.map((row) => ({ by: row.person_id as PersonId, about: row.about_id as PersonId }));
}

/** Puts somebody's vetoes in the place of those from before. Only they themselves can. */
export async function replaceVetoes(db: Db, personId: PersonId, about: readonly number[]): Promise<void> {
  await db.deleteFrom('mentoring_veto').where('person_id', '=', personId).execute();
  if (about.length === 0) return;
  await db
    .insertInto('mentoring_veto')
    .values(about.map((one) => ({ person_id: personId, about_id: one })))
    .execute();
}

/** Pairs that the actor may read, the newest first: one's own, or all in the program's standing. */
export async function readMentoringPairs(db: Db, pairId?: number): Promise<MentoringPair[]> {
  const { rows } = await sql<MentoringPair>`
    select p.pair_id as "pairId", p.mentor_id as "mentorId", p.mentee_id as "menteeId", a.name as mentor, b.name as mentee,
      p.state, p.asked_on as "askedOn", p.began_on as "beganOn", p.until_day as "untilDay", p.ended_on as "endedOn",
      p.wants, p.reasons
    from mentoring_pair p join person_called a on a.person_id = p.mentor_id
      join person_called b on b.person_id = p.mentee_id
    where ${pairId ?? null}::bigint is null or p.pair_id = ${pairId ?? null}
    order by p.pair_id desc`.execute(db);
  return rows;
}

/** A pair that is to be asked. */
export type NewPair = Pick<MentoringPair, 'mentorId' | 'menteeId' | 'wants' | 'reasons'>;

/** Asks pairs; answers with their numbers, of a mentee who has or was asked one already with none. */
export async function insertMentoringPairs(db: Db, day: Day, pairs: readonly NewPair[]): Promise<number[]> {
  const rows = pairs.map(({ mentorId, menteeId, wants, reasons }) => ({
    mentor_id: mentorId,
    mentee_id: menteeId,
    wants,
    reasons,
  }));
  const { rows: added } = await sql<{ id: number }>`
    insert into mentoring_pair (mentor_id, mentee_id, asked_on, wants, reasons)
    select mentor_id, mentee_id, ${day}::date, array(select jsonb_array_elements_text(wants)), reasons
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (mentor_id bigint, mentee_id bigint, wants jsonb, reasons jsonb)
    on conflict do nothing returning pair_id as id`.execute(db);
  return added.map(({ id }) => id);
}

/** Moves a pair on. `from`: only from this state; false: it isn't in it any more. */
export async function savePairState(
  db: Db,
  pairId: number,
  from: MentoringState,
  to: { state: MentoringState; beganOn?: Day; untilDay?: Day; endedOn?: Day },
): Promise<boolean> {
  const result = await db
    .updateTable('mentoring_pair')
    .set({
      state: to.state,
      ...(to.beganOn && { began_on: to.beganOn }),
      ...(to.untilDay && { until_day: to.untilDay }),
      ...(to.endedOn && { ended_on: to.endedOn }),
    })
    .where('pair_id', '=', pairId)
    .where('state', '=', from)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) return false;
  if (to.state === 'ended')
    await db.deleteFrom('mentoring_session').where('pair_id', '=', pairId).where('state', '=', 'planned').execute();
  return true;
}

/** Ends every pair of which one is no longer here, on the day that they left; answers with how many. Goals stay. */
export async function endPairsOfLeft(db: Db, day: Day): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with gone as (
      select p.pair_id, greatest(p.began_on, min(w.left_on)) as day from mentoring_pair p
        join person w on w.person_id in (p.mentor_id, p.mentee_id) and w.left_on <= ${day}::date
      where p.state in ('asked', 'running') group by p.org_id, p.pair_id, p.began_on),
    unplanned as (
      delete from mentoring_session s using gone where s.pair_id = gone.pair_id and s.state = 'planned' and s.at > ${day}::timestamptz)
    update mentoring_pair p set state = case when p.state = 'running' then 'ended' else 'not-begun' end,
      ended_on = case when p.state = 'running' then gone.day end
    from gone where p.pair_id = gone.pair_id returning p.pair_id as id`.execute(db);
  return rows.length;
}

/** Keeps whether one of the two wants it; the first answer stands. */
export async function saveMentoringAnswer(db: Db, pairId: number, personId: PersonId, yes: boolean): Promise<void> {
  await db
    .insertInto('mentoring_answer')
    .values({ pair_id: pairId, person_id: personId, yes })
    .onConflict((one) => one.doNothing())
    .execute();
}

/** Answers that the actor may read: one's own, or all in the program's standing. */
export async function readMentoringAnswers(db: Db): Promise<{ pairId: number; personId: PersonId; yes: boolean }[]> {
  const rows = await db.selectFrom('mentoring_answer').select(['pair_id', 'person_id', 'yes']).execute();
  return rows.map((row) => ({ pairId: row.pair_id, personId: row.person_id as PersonId, yes: row.yes }));
}

/** When running pairs meet: one's own, or all in the program's standing. */
export async function readMentoringRhythms(db: Db): Promise<MentoringRhythm[]> {
  const { rows } = await sql<MentoringRhythm>`
    select p.pair_id as "pairId", p.mentor_id as "mentorId", p.mentee_id as "menteeId", p.began_on as "beganOn",
      p.until_day as "untilDay", met.held, met."lastHeldAt", next.at as "nextAt", next.zone as "nextZone",
      array(select c.person_id from mentoring_check c where c.pair_id = p.pair_id and c.moment = 'half-way') as "saidHalfWay"
    from mentoring_pair p
      left join lateral (select count(*) as held, max(s.at) as "lastHeldAt" from mentoring_session s
        where s.pair_id = p.pair_id and s.state = 'held') met on true
      left join lateral (select s.at, s.zone from mentoring_session s
        where s.pair_id = p.pair_id and s.state = 'planned' order by s.at limit 1) next on true
    where p.state = 'running' order by p.pair_id`.execute(db);
  return rows;
}

/**
 * Leaves the pairs of somebody who is erased to a nameless stand-in, ended, so that the other keeps their goals and sessions.
 * In the program's standing. What they said of themselves goes with them; where nobody is left in a pair, all of it goes.
 */
export async function handOverMentoring(db: Db, from: PersonId, to: PersonId, day: Day): Promise<void> {
  await sql`delete from mentoring_pair where ${from} in (mentor_id, mentee_id) and state in ('asked', 'not-begun')`.execute(
    db,
  );
  await sql`delete from mentoring_check where person_id = ${from}`.execute(db);
  await sql`
    update mentoring_pair set state = 'ended', ended_on = coalesce(ended_on, greatest(${day}::date, began_on)),
      mentor_id = case when mentor_id = ${from} then ${to} else mentor_id end,
      mentee_id = case when mentee_id = ${from} then ${to} else mentee_id end
    where ${from} in (mentor_id, mentee_id)`.execute(db);
  await sql`
    delete from mentoring_pair where ${to} in (mentor_id, mentee_id)
      and case when mentor_id = ${to} then mentee_id else mentor_id end in (select person_id from erased_name)`.execute(
    db,
  );
}
