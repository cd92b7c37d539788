import { sql } from 'kysely';
import type { Day } from '../../base/time.ts';
import type { Hours } from '../../base/units.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { PersonId, TeamId } from '../people/types.ts';
import { readAreas } from '../shifts/areas.store.ts';
import type { PersonArea, TeamArea } from '../shifts/types.ts';
import type {
  ClientTickets,
  OwnSkill,
  PersonClient,
  SkillHours,
  SkillLevel,
  SkillNeed,
  SkillState,
  SkillSubject,
} from './types.ts';

/** Everything that cover of skills and clients is read from. */
export type SkillFacts = {
  needs: SkillNeed[];
  own: OwnSkill[];
  levels: SkillLevel[];
  hours: SkillHours[];
  teamAreas: TeamArea[];
  personAreas: PersonArea[];
  clients: ClientTickets[];
  personClients: PersonClient[];
  areaNames: ReadonlyMap<number, string>;
  clientNames: ReadonlyMap<number, string>;
};

/** Reads all of it: nine queries, whatever the size of the firm. In the program's own standing. */
export async function readSkillFacts(db: Db, helpMonths: number): Promise<SkillFacts> {
  return {
    needs: await readSkillNeeds(db),
    own: await readOwnSkills(db),
    levels: await readSkillLevels(db),
    hours: await readSkillHours(db),
    ...(await readAreas(db, helpMonths)),
    clients: await readClients(db),
    personClients: await readPersonClients(db),
    areaNames: await readNames(db, 'category'),
    clientNames: await readNames(db, 'client'),
  };
}

async function readNames(db: Db, table: 'category' | 'client'): Promise<Map<number, string>> {
  const id = sql.ref(`${table}_id`);
  const { rows } = await sql<{ id: number; name: string }>`select ${id} as id, name from ${sql.table(table)}`.execute(
    db,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function readClients(db: Db): Promise<ClientTickets[]> {
  const { rows } = await sql<ClientTickets>`
    select client_id as "clientId", queue_id as "teamId", sum(lasted_of) as tickets
    from evidence_cell where client_id <> 0 group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}

async function readPersonClients(db: Db): Promise<PersonClient[]> {
  const { rows } = await sql<PersonClient>`
    with known as (select exists (select from evidence_cell where kept_of > 0) as kept)
    select technician_id as "personId", client_id as "clientId", sum(c.lasted_of)::bigint as first,
      sum(case when known.kept then c.kept else c.lasted end)::bigint as ended
    from evidence_cell c cross join known where client_id <> 0 group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}

/** Subjects by the name of the skill or client, in small letters; a typed skill before an area, an area before a client. */
export async function readSkillNames(db: Db): Promise<Map<string, SkillSubject>> {
  const { rows } = await sql<{ name: string; subject: string }>`
    select lower(name) as name, 'client/' || client_id as subject from client
    union all select lower(name), 'area/' || category_id from category
    union all select lower(name), 'own/' || skill_id from own_skill`.execute(db);
  return new Map(rows.map(({ name, subject }) => [name, subject]));
}

/** What the firm says it needs. */
export async function readSkillNeeds(db: Db): Promise<SkillNeed[]> {
  const rows = await db.selectFrom('skill_need').selectAll().orderBy('subject').orderBy('team_id').execute();
  return rows.map((row) => ({
    subject: row.subject,
    teamId: row.team_id === 0 ? null : (row.team_id as TeamId),
    required: row.required,
    weight: row.weight,
    weeks: row.weeks,
    hours: row.hours as Hours | null,
  }));
}

/** Keeps what is needed of one skill or client. */
export async function saveSkillNeed(db: Db, need: SkillNeed): Promise<void> {
  const row = { required: need.required, weight: need.weight, weeks: need.weeks, hours: need.hours };
  await db
    .insertInto('skill_need')
    .values({ subject: need.subject, team_id: need.teamId ?? 0, ...row })
    .onConflict((one) => one.columns(['org_id', 'subject', 'team_id']).doUpdateSet(row))
    .execute();
}

/** Skills that the firm typed, by name. */
export async function readOwnSkills(db: Db): Promise<OwnSkill[]> {
  const rows = await db.selectFrom('own_skill').select(['skill_id', 'name']).orderBy('name').execute();
  return rows.map((row) => ({ skillId: row.skill_id, name: row.name }));
}

/** Finds the typed skills of these names, whatever their case, and adds those that are missing: their numbers by name. */
export async function findOrAddSkills(db: Db, names: readonly string[]): Promise<Map<string, number>> {
  await sql`insert into own_skill (name) select distinct on (lower(name)) name from unnest(${[...names]}::text[]) as name
    on conflict do nothing`.execute(db);
  const known = await readOwnSkills(db);
  return new Map(known.map(({ skillId, name }) => [name.toLowerCase(), skillId]));
}

/** Takes a typed skill away, with what was needed of it and who could do it; false: there is none. */
export async function deleteOwnSkill(db: Db, skillId: number): Promise<boolean> {
  const subject = `own/${skillId}`;
  await db.deleteFrom('skill_need').where('subject', '=', subject).execute();
  await db.deleteFrom('skill_level').where('subject', '=', subject).execute();
  const gone = await db.deleteFrom('own_skill').where('skill_id', '=', skillId).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** How far everybody is in everything. */
export async function readSkillLevels(db: Db): Promise<SkillLevel[]> {
  const rows = await db.selectFrom('skill_level').selectAll().orderBy('subject').orderBy('person_id').execute();
  return rows.map((row) => ({
    subject: row.subject,
    personId: row.person_id as PersonId,
    state: row.state as SkillState,
    teacherId: row.teacher_id as PersonId | null,
    since: row.since as Day,
    signerId: row.signer_id as PersonId | null,
  }));
}

/** Keeps how far people are, in the place of what was; where the state stays the same, its day does too. */
export async function saveSkillLevels(db: Db, levels: readonly SkillLevel[]): Promise<void> {
  const rows = levels.map((one) => ({
    subject: one.subject,
    person_id: one.personId,
    state: one.state,
    teacher_id: one.teacherId,
    since: one.since,
    signer_id: one.signerId,
  }));
  await sql`
    insert into skill_level as held (subject, person_id, state, teacher_id, since, signer_id)
    select subject, person_id, state, teacher_id, since, signer_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (subject text, person_id bigint, state text,
      teacher_id bigint, since date, signer_id bigint)
    on conflict (org_id, subject, person_id) do update set state = excluded.state, teacher_id = excluded.teacher_id,
      signer_id = excluded.signer_id, since = case when held.state = excluded.state then held.since else excluded.since end`.execute(
    db,
  );
}

/** Takes somebody off a skill. */
export async function deleteSkillLevel(db: Db, subject: SkillSubject, personId: PersonId): Promise<void> {
  await db.deleteFrom('skill_level').where('subject', '=', subject).where('person_id', '=', personId).execute();
}

/** Hours a week for learning and showing, of whom it was said. */
export async function readSkillHours(db: Db): Promise<SkillHours[]> {
  const rows = await db.selectFrom('skill_hours').select(['person_id', 'hours']).orderBy('person_id').execute();
  return rows.map((row) => ({ personId: row.person_id as PersonId, hours: row.hours as Hours }));
}

/** Keeps somebody's hours; null: as the playbook says. */
export async function saveSkillHours(db: Db, personId: PersonId, hours: Hours | null): Promise<void> {
  await db.deleteFrom('skill_hours').where('person_id', '=', personId).execute();
  if (hours !== null) await db.insertInto('skill_hours').values({ person_id: personId, hours }).execute();
}
