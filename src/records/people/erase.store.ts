import { sql } from 'kysely';
import { assert } from '../../base/assert.ts';
import type { Day } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { handOverMentoring } from '../mentoring/store.ts';
import { handOverPairs } from '../oneonones/store.ts';
import { type HashName, saveErased } from './erased.store.ts';
import { type KnownAs, removeNames } from './names-in-texts.store.ts';
import type { PersonId } from './types.ts';
import { wholeNames } from './whole-names.ts';

/** What stands where somebody was, with a number: names that differ keep the work of two former colleagues apart. */
export const STAND_IN_NAME = 'Former colleague';

/** What stands against erasing somebody now; all empty: nothing does. */
export type InTheWay = { seats: string[]; onlyOwner: boolean };

/** Seats that somebody holds, and whether the firm would be left without an owner who can sign in. */
export async function readInTheWay(db: Db, personId: PersonId): Promise<InTheWay> {
  const held = await db
    .selectFrom('seat_holding as h')
    .innerJoin('seat as s', 's.seat_id', 'h.seat_id')
    .select('s.title')
    .where('h.person_id', '=', personId)
    .where('h.to_day', 'is', null)
    .where('s.closed_on', 'is', null)
    .execute();
  const { rows } = await sql<{ only: boolean }>`
    select coalesce(bool_or(person_id = ${personId}) and count(*) = 1, false) as only
    from auth.firm_access where org_id = app_org() and role = 'owner'`.execute(db);
  return { seats: held.map(({ title }) => title), onlyOwner: rows[0]!.only };
}

/**
 * Erases a person of this firm, in the transaction of `db` and in the program's standing. A nameless stand-in takes over
 * what sums and comparisons of others rest on: tickets, changes of hands, levels of the ticket model, memberships, and
 * whose words about others were whose, and the other half of 1:1s and of mentoring. Everything else goes. Answers with the stand-in's number.
 */
export async function erasePerson(db: Db, personId: PersonId, day: Day, hashName: HashName): Promise<PersonId> {
  const known = await readKnownAs(db, personId);
  const standIn = await addStandIn(db, personId, day);
  await handOverTickets(db, personId, standIn);
  await handOverMemberships(db, personId, standIn, day);
  await handOverWords(db, known, standIn);
  await handOverDecisions(db, known, standIn);
  await handOverPairs(db, personId, standIn, day);
  await handOverMentoring(db, personId, standIn, day);
  await removeAccess(db, known);
  // Cards about them go with them; in others' they may be who was best placed.
  await sql`update card set evidence = jsonb_set(evidence, '{best}', 'null')
            where evidence #> '{best,personId}' = to_jsonb(${personId}::bigint)`.execute(db);
  await db.deleteFrom('next_step').where('step_key', 'like', `%/${personId}`).execute();
  await sql`delete from waiting_completion where lower(who) = any(${known.own.map((text) => text.toLowerCase())}::text[])`.execute(
    db,
  );
  // Views of them, wishes, candidacies, remarks, protected attributes, lines and holdings go with the person.
  await db.deleteFrom('person').where('person_id', '=', personId).execute();
  await removeNames(db, known);
  await saveErased(db, known.texts, standIn, hashName);
  return standIn;
}

async function readKnownAs(db: Db, personId: PersonId): Promise<KnownAs> {
  const person = await db
    .selectFrom('person')
    .select(['name', 'email'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  assert(person, `there is no person ${personId} to erase`);
  const access = await sql<{ actor: string; account_id: number | null; name: string | null; email: string | null }>`
    select a.actor, c.account_id, c.name, c.email from auth.firm_access a
    left join auth.account c on 'account:' || c.account_id = a.actor
    where a.org_id = app_org() and a.person_id = ${personId}`.execute(db);
  const named = [person, ...access.rows].flatMap(({ name, email }) => [name, email]);
  const texts = [...new Set(named.filter((text) => text !== null))];
  const others = await db.selectFrom('person').select(['name', 'email']).where('person_id', '<>', personId).execute();
  const taken = new Set(others.flatMap(({ name, email }) => [name.toLowerCase(), email?.toLowerCase()]));
  const first = person.name.split(' ')[0]!;
  return {
    personId,
    name: person.name,
    texts,
    own: texts.filter((text) => !taken.has(text.toLowerCase())),
    firstName: others.some(({ name }) => name.split(' ')[0] === first) ? '' : first,
    actors: access.rows.filter((row) => row.account_id !== null).map(({ actor }) => actor),
  };
}

/** Works as before, so that the tickets are still compared; left today, so that no list shows it. */
async function addStandIn(db: Db, personId: PersonId, day: Day): Promise<PersonId> {
  const { rows } = await sql<{ id: number }>`
    insert into person (name, work, left_on)
    select ${STAND_IN_NAME}, work, least(coalesce(left_on, ${day}::date), ${day}::date) from person where person_id = ${personId}
    returning person_id as id`.execute(db);
  const standIn = rows[0]!.id as PersonId;
  const name = `${STAND_IN_NAME} ${standIn}`;
  await db.updateTable('person').set({ name }).where('person_id', '=', standIn).execute();
  return standIn;
}

/** The sums themselves stay as they are, and so does every fit: only the number of the level changes. */
async function handOverTickets(db: Db, from: PersonId, to: PersonId): Promise<void> {
  await sql`update ticket set first_assignee_id = ${to} where first_assignee_id = ${from}`.execute(db);
  await sql`update ticket_event set person_id = ${to} where person_id = ${from}`.execute(db);
  await sql`update ticket set resolver_id = case when resolver_id = ${from} then ${to} else resolver_id end,
              handed_by_id = case when handed_by_id = ${from} then ${to} else handed_by_id end
            where handed_by_id is not null and (resolver_id = ${from} or handed_by_id = ${from})`.execute(db);
  await sql`update evidence_case set technician_id = ${to} where technician_id = ${from}`.execute(db);
  await sql`update evidence_cell set technician_id = ${to} where technician_id = ${from}`.execute(db);
  await sql`update evidence_cross set level_a = ${to}, level_b = case when factor_b = 1 then ${to} else level_b end
            where factor_a = 1 and level_a = ${from}`.execute(db);
  await sql`
    update evidence_fit set effects = jsonb_set(effects, '{effects,personIds}', (
      select jsonb_agg(case when id = to_jsonb(${from}::bigint) then to_jsonb(${to}::bigint) else id end order by place)
      from jsonb_array_elements(effects #> '{effects,personIds}') with ordinality as fitted (id, place)))
    where effects #> '{effects,personIds}' @> to_jsonb(${from}::bigint)`.execute(db);
}

async function handOverMemberships(db: Db, from: PersonId, to: PersonId, day: Day): Promise<void> {
  await sql`update membership set person_id = ${to},
              to_day = case when to_day is null then greatest(${day}::date, from_day + 1) else to_day end
            where person_id = ${from}`.execute(db);
}

/** Their words about others: of what they said twice, under their number and under their name, one is kept. */
async function handOverWords(db: Db, { personId, own, actors }: KnownAs, standIn: PersonId): Promise<void> {
  const byName = own.length === 0 ? sql`false` : sql`rater ~* ${wholeNames(own)}`;
  const theirs = sql`(rater = any(${[`person:${personId}`, ...actors]}::text[]) or ${byName})`;
  await sql`
    delete from observation where observation_id in (
      select observation_id from (
        select observation_id, row_number() over (partition by person_id, kind, competency, day order by observation_id desc) as nth
        from observation where ${theirs}) as ranked
      where nth > 1)`.execute(db);
  await sql`update observation set rater = ${`person:${standIn}`} where ${theirs}`.execute(db);
}

/** Who was chosen becomes nobody (by the foreign key); who was considered stays a number, so that counts stay right; how they stood goes. */
async function handOverDecisions(db: Db, { personId }: KnownAs, standIn: PersonId): Promise<void> {
  for (const list of ['considered', 'named']) {
    await sql`
      update decision set advice = jsonb_set(advice, ${sql.lit(`{${list}}`)}, (
        select jsonb_agg(case when id = to_jsonb(${personId}::bigint) then to_jsonb(${standIn}::bigint) else id end order by place)
        from jsonb_array_elements(advice -> ${sql.lit(list)}) with ordinality as weighed (id, place)))
      where advice -> ${sql.lit(list)} @> to_jsonb(${personId}::bigint)`.execute(db);
  }
  // How they stood then were their numbers.
  await sql`
    update decision set advice = jsonb_set(advice, '{basis,sides}', (
      select coalesce(jsonb_agg(side order by place), '[]') from jsonb_array_elements(advice #> '{basis,sides}') with ordinality as kept (side, place)
      where side -> 'personId' <> to_jsonb(${personId}::bigint)))
    where advice #> '{basis,sides}' @> jsonb_build_array(jsonb_build_object('personId', ${personId}::bigint))`.execute(
    db,
  );
}

/** They can't open this firm any more; an account that opens no other goes altogether, with its sessions and keys. */
async function removeAccess(db: Db, { personId, texts, actors }: KnownAs): Promise<void> {
  const addresses = texts.map((text) => text.toLowerCase());
  await sql`delete from auth.invitation where org_id = app_org()
            and (person_id = ${personId} or lower(email) = any(${addresses}::text[]))`.execute(db);
  await sql`delete from auth.firm_access where org_id = app_org() and actor = any(${actors}::text[])`.execute(db);
  // Whoever holds the server keeps the way in, and is nobody of this firm any more.
  await sql`update auth.firm_access set person_id = null where org_id = app_org() and person_id = ${personId}`.execute(
    db,
  );
  await sql`update auth.session set org_id = null where org_id = app_org() and actor = any(${actors}::text[])`.execute(
    db,
  );
  const gone = sql`actor = any(${actors}::text[]) and not exists (select from auth.firm_access a where a.actor = gone.actor)`;
  await sql`delete from auth.session gone where ${gone}`.execute(db);
  await sql`delete from auth.sign_in_token gone where ${gone}`.execute(db);
  await sql`delete from auth.account c where 'account:' || account_id = any(${actors}::text[])
            and not exists (select from auth.firm_access a where a.actor = 'account:' || c.account_id)`.execute(db);
}
