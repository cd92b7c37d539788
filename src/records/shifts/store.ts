import { sql } from 'kysely';
import type { Day } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { PersonId, TeamId } from '../people/types.ts';
import { fromRow, toRow } from './rows.ts';
import type { KeptShift, ShiftKind, TeamHours } from './types.ts';

const COLUMNS = ['person_id', 'kind', 'weekday', 'from_day', 'to_day', 'starts', 'ends', 'zone'] as const;

/** Days of which shifts are wanted, both included; absent: all. */
type Span = { from: Day; to: Day };

/** Everything that may hold on days of a span, of everybody whose hours the actor may read. */
export async function readShifts(db: Db, span?: Span): Promise<KeptShift<PersonId>[]> {
  const rows = await db
    .selectFrom('shift')
    .select(COLUMNS)
    .$if(span !== undefined, (query) =>
      query
        .where((where) => where.or([where('to_day', 'is', null), where('to_day', '>=', span!.from)]))
        .where((where) => where.or([where('from_day', 'is', null), where('from_day', '<=', span!.to)])),
    )
    .orderBy('person_id')
    .orderBy('shift_id')
    .execute();
  return rows.map(fromRow);
}

/** Where hours come from: typed or from a table, or from a calendar. */
export type HeldHours = { shift: KeptShift<PersonId>; calendar: boolean };

/** Everything that is held about anybody's hours, with where it comes from. */
export async function readHeldHours(db: Db): Promise<HeldHours[]> {
  const rows = await db
    .selectFrom('shift')
    .select([...COLUMNS, 'calendar_uid'])
    .orderBy('person_id')
    .orderBy('weekday')
    .orderBy('from_day')
    .orderBy('shift_id')
    .execute();
  return rows.map((row) => ({ shift: fromRow(row), calendar: row.calendar_uid !== null }));
}

/** Which entries are replaced: those not from a calendar, of these people, and of these kinds where they are given. */
type Replaced = { people: readonly PersonId[]; kinds?: readonly ShiftKind[] };

/** Puts shifts in the place of what was typed or brought in a table before. */
export async function replaceShifts(
  db: Db,
  { people, kinds }: Replaced,
  shifts: readonly KeptShift<PersonId>[],
): Promise<void> {
  await db
    .deleteFrom('shift')
    .where('calendar_uid', 'is', null)
    .where('person_id', 'in', people.length > 0 ? people : [0])
    .$if(kinds !== undefined, (query) => query.where('kind', 'in', kinds!))
    .execute();
  await insertShifts(
    db,
    shifts.map((shift) => ({ shift, uid: null })),
  );
}

/** An entry of a calendar, under the calendar's own number of it. */
export type CalendarShift = { shift: KeptShift<PersonId>; uid: string };

/** How many entries of a calendar are here. */
export async function countCalendar(db: Db, calendar: string): Promise<number> {
  const row = await db
    .selectFrom('shift')
    .select(({ fn }) => fn.count<number>('calendar_uid').distinct().as('n'))
    .where('calendar_uid', 'like', `${calendar}:%`)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** How many entries of these people were typed or came from a table. */
export async function countTyped(db: Db, people: readonly PersonId[]): Promise<number> {
  const row = await db
    .selectFrom('shift')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('calendar_uid', 'is', null)
    .where('person_id', 'in', people.length > 0 ? people : [0])
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Puts a calendar in the place of what was brought from it before: what is no longer in it goes. */
export async function replaceCalendar(db: Db, calendar: string, shifts: readonly CalendarShift[]): Promise<void> {
  await db.deleteFrom('shift').where('calendar_uid', 'like', `${calendar}:%`).execute();
  await insertShifts(
    db,
    shifts.map(({ shift, uid }) => ({ shift, uid: `${calendar}:${uid}`.slice(0, 300) })),
  );
}

async function insertShifts(
  db: Db,
  given: readonly { shift: KeptShift<PersonId>; uid: string | null }[],
): Promise<void> {
  if (given.length === 0) return;
  const rows = given.map(({ shift, uid }) => ({ ...toRow(shift), calendar_uid: uid }));
  await sql`
    insert into shift (person_id, kind, weekday, from_day, to_day, starts, ends, zone, calendar_uid)
    select person_id, kind, weekday, from_day, to_day, starts, ends, zone, calendar_uid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (person_id bigint, kind text, weekday smallint,
      from_day date, to_day date, starts smallint, ends smallint, zone text, calendar_uid text)`.execute(db);
}

/** Takes away everything that is held about somebody's hours. Answers with how many entries went. */
export async function removeShifts(db: Db, personId: PersonId): Promise<number> {
  const gone = await db.deleteFrom('shift').where('person_id', '=', personId).executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** The hours that teams owe their clients, of those that have their own. */
export async function readTeamHours(db: Db): Promise<Map<TeamId, TeamHours>> {
  const rows = await db.selectFrom('team_hours').select(['team_id', 'zone', 'starts', 'ends', 'weekdays']).execute();
  return new Map(
    rows.map((row) => [
      row.team_id as TeamId,
      { timeZone: row.zone, from: row.starts, to: row.ends, weekdays: row.weekdays },
    ]),
  );
}

/** Keeps a team's hours; null: it has none of its own (any more). */
export async function saveTeamHours(db: Db, teamId: TeamId, hours: TeamHours | null): Promise<void> {
  await db.deleteFrom('team_hours').where('team_id', '=', teamId).execute();
  if (hours === null) return;
  const { timeZone, from, to, weekdays } = hours;
  await db
    .insertInto('team_hours')
    .values({ team_id: teamId, zone: timeZone, starts: from, ends: to, weekdays: sql`${weekdays}::smallint[]` })
    .execute();
}
