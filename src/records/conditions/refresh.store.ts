import { weekdayOf } from '../../base/calendar.ts';
import { addDays, type Day, type Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { firmDay } from '../firm/store.ts';
import { readStructure } from '../people/store.ts';
import { readPlaybook } from '../playbook/store.ts';
import { readShifts, readTeamHours } from '../shifts/store.ts';
import { clocksOf } from './clocks.ts';
import { onCallMinutes } from './on-call.ts';
import { readNewestDay, readNewestWeek, replaceWeeks } from './store.ts';

/** Weeks are forgotten after half a year: four that are watched, thirteen before them, and as many again for a late file. */
const KEPT_WEEKS = 26;
/** A week counts once something is known of its Friday, and it is over. */
const FRIDAY_TO_MONDAY = 3;

const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/** Days are texts, which Math.max doesn't take. */
const later = (one: Day, other: Day): Day => [one, other].sort().at(-1)!;
const earlier = (one: Day, other: Day): Day => [one, other].sort()[0]!;

/**
 * Counts people's weeks anew from a day on; null: all that are kept. In the program's own standing: its cost grows with the
 * tickets of the weeks that are counted.
 */
export async function refreshWeeks(db: Db, now: Instant, sinceWeek: Day | null): Promise<void> {
  const today = await firmDay(db, now);
  const newest = await readNewestDay(db, today);
  if (newest === null) return;
  const over = mondayOf(today);
  const until = earlier(mondayOf(addDays(newest, FRIDAY_TO_MONDAY)), over);
  const keepFrom = addDays(until, -7 * KEPT_WEEKS);
  const span = { since: sinceWeek === null ? keepFrom : later(mondayOf(sinceWeek), keepFrom), until };
  if (span.since >= until) return;
  const structure = await readStructure(db, today);
  const playbook = await readPlaybook(db);
  const clocks = clocksOf(structure, await readTeamHours(db), playbook, span);
  const here = new Set(structure.people.map(({ personId }) => personId));
  const onCall = onCallMinutes(await readShifts(db, { from: span.since, to: until }), span).filter(({ personId }) =>
    here.has(personId),
  );
  await replaceWeeks(db, { span, clocks, onCall, satisfiedFrom: playbook['tickets.satisfied-from'] }, keepFrom);
}

/**
 * Counts the weeks that have gone by since they were counted last; where they were forgotten, all. Nothing is done where
 * none has. Before anything reads them, in the program's own standing.
 */
export async function bringWeeksUpToDate(db: Db, now: Instant): Promise<void> {
  const newest = await readNewestWeek(db);
  const over = mondayOf(await firmDay(db, now));
  if (newest !== null && addDays(newest, 7) >= over) return;
  await refreshWeeks(db, now, newest === null ? null : addDays(newest, 7));
}
