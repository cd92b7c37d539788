import { sql } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { timestamp } from '../../platform/db/values.ts';
import type { PersonId, SeatId } from '../people/types.ts';
import type { Candidacy } from './types.ts';

/** Candidacies in force that the actor may read: their own, and those of seats they decide on. */
export async function readCandidacies(db: Db, of: { seatId?: SeatId; personId?: PersonId } = {}): Promise<Candidacy[]> {
  const rows = await db
    .selectFrom('candidacy')
    .select(['seat_id', 'person_id', 'since', 'told_at'])
    .where('ended_at', 'is', null)
    .$if(of.seatId !== undefined, (query) => query.where('seat_id', '=', of.seatId!))
    .$if(of.personId !== undefined, (query) => query.where('person_id', '=', of.personId!))
    .orderBy('seat_id')
    .orderBy('person_id')
    .execute();
  return rows.map((row) => ({
    seatId: row.seat_id as SeatId,
    personId: row.person_id as PersonId,
    since: row.since as Instant,
    toldAt: row.told_at as Instant | null,
  }));
}

/**
 * Opens the decision on a seat for exactly these people, or brings an open one up to date. `told`: those of them who know
 * it now. Whoever was told before stays told; whoever is no longer considered ceases to be a candidate.
 */
export async function openCandidacies(
  db: Db,
  seatId: SeatId,
  people: { considered: readonly PersonId[]; told: readonly PersonId[] },
  by: { actor: string; now: Instant },
): Promise<void> {
  const now = timestamp(by.now);
  const told = new Set(people.told);
  const considered = [...people.considered];
  const knows = considered.map((id) => told.has(id));
  await sql`update candidacy set ended_at = ${now}
            where seat_id = ${seatId} and ended_at is null and person_id <> all (${considered}::bigint[])`.execute(db);
  await sql`
    insert into candidacy (seat_id, person_id, since, told_at, told_by)
    select ${seatId}, id, ${now}, case when knows then ${now} end, case when knows then ${by.actor} end
    from unnest(${considered}::bigint[], ${knows}::boolean[]) as one (id, knows)
    on conflict (org_id, seat_id, person_id) do update set
      since = case when candidacy.ended_at is null then candidacy.since else excluded.since end,
      told_at = case when candidacy.ended_at is null then coalesce(candidacy.told_at, excluded.told_at) else excluded.told_at end,
      told_by = case when candidacy.ended_at is null then coalesce(candidacy.told_by, excluded.told_by) else excluded.told_by end,
      ended_at = null`.execute(db);
}

/** Ends the decision on a seat: from now on its candidates' numbers are their own and their lead's again. */
export async function endCandidacies(db: Db, seatId: SeatId, now: Instant): Promise<PersonId[]> {
  const rows = await db
    .updateTable('candidacy')
    .set({ ended_at: timestamp(now) })
    .where('seat_id', '=', seatId)
    .where('ended_at', 'is', null)
    .returning('person_id')
    .execute();
  return rows.map((row) => row.person_id as PersonId);
}

/** Who of the firm's people can sign in and so reads on their own page what concerns them. */
export async function readPeopleWithAccounts(db: Db): Promise<Set<PersonId>> {
  const { rows } = await sql<{ id: PersonId }>`
    select a.person_id as id from auth.firm_access a
      left join auth.account c on a.actor = 'account:' || c.account_id
    where a.org_id = app_org() and a.person_id is not null and a.role <> 'wallboard' and c.ended_at is null`.execute(
    db,
  );
  return new Set(rows.map((row) => row.id));
}

/** Who decides on a seat where that was said; elsewhere it is the holder of the seat above, else the owner. */
export async function readDeciders(db: Db): Promise<Map<SeatId, PersonId>> {
  const rows = await db
    .selectFrom('seat')
    .select(['seat_id', 'decider_id'])
    .where('decider_id', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [row.seat_id as SeatId, row.decider_id as PersonId]));
}

/** Says who decides on a seat; null: whoever it follows from the structure. */
export async function setDecider(db: Db, seatId: SeatId, personId: PersonId | null): Promise<void> {
  await db.updateTable('seat').set({ decider_id: personId }).where('seat_id', '=', seatId).execute();
}
