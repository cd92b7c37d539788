import { weekdayOf } from '../../base/calendar.ts';
import { addDays, type Day } from '../../base/time.ts';
import { onCallMinutes } from '../../model/conditions-on-call.ts';
import type { FirmContext } from '../../platform/context.ts';
import { clocksOf } from '../../records/conditions/clocks.ts';
import { readNewestDay, readNewestWeek, replaceWeeks } from '../../records/conditions/store.ts';
import { firmDay } from '../../records/firm/store.ts';
import { readStructure } from '../../records/people/store.ts';
import { readPlaybook } from '../../records/playbook/store.ts';
import { readShifts, readTeamHours } from '../../records/shifts/store.ts';

/** Weeks are forgotten after half a year: four that are watched, thirteen before them, and as many again for a late file. */
const KEPT_WEEKS = 26;
/** A week counts once something is known of its Friday, and it is over. */
const FRIDAY_TO_MONDAY = 3;

const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/** Days are texts, which Math.max doesn't take. */
const later = (one: Day, other: Day): Day => [one, other].sort().at(-1)!;
const earlier = (one: Day, other: Day): Day => [one, other].sort()[0]!;

/**
 * Counts people's weeks anew from a day on; null: all that are kept. After files of tickets or of on-call times, within
 * their transaction and in the program's own standing: its cost grows with the tickets of the weeks that are counted.
 */
export async function refreshConditions(ctx: Pick<FirmContext, 'db' | 'now'>, sinceWeek: Day | null): Promise<void> {
  const { db } = ctx;
  const today = await firmDay(db, ctx.now());
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

/** Counts the weeks that have gone by since they were counted last. Nothing is done where none has. */
export async function bringWeeksUpToDate(ctx: Pick<FirmContext, 'asEngine' | 'now'>): Promise<void> {
  await ctx.asEngine(async (db) => {
    const newest = await readNewestWeek(db);
    const over = mondayOf(await firmDay(db, ctx.now()));
    if (newest !== null && addDays(newest, 7) >= over) return;
    await refreshConditions({ db, now: ctx.now }, newest === null ? null : addDays(newest, 7));
  });
}
