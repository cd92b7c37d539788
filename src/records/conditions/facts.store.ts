import { weekdayOf } from '../../base/calendar.ts';
import { addDays, type Day } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { Structure } from '../people/types.ts';
import type { Playbook } from '../playbook/definitions.ts';
import { readTeamHours } from '../shifts/store.ts';
import { clocksOf, type WeekSpan } from './clocks.ts';
import { readShared, readSteps } from './said.store.ts';
import { countAfterHours, countAnswers, readClients, readNewestWeek, readWeeks } from './store.ts';
import { BASELINE_WEEKS, type ConditionFacts, RECENT_WEEKS } from './types.ts';

/**
 * What causes and cards are made of, in the program's own standing and a fixed number of queries: the newest seventeen
 * weeks before a day, what people share of them, and clients. What goes out is cut by whoever asks.
 */
export async function readConditionFacts(
  db: Db,
  { structure, playbook }: { structure: Structure; playbook: Playbook },
): Promise<ConditionFacts> {
  const { day } = structure;
  const newest = await readNewestWeek(db);
  const monday = addDays(day, 1 - weekdayOf(day));
  // Of a past day no later week is read.
  const lastWeek = newest !== null && newest >= monday ? addDays(monday, -7) : newest;
  const steps = await readSteps(db, day);
  const lately = lastWeek === null ? null : weeksUpTo(lastWeek, RECENT_WEEKS);
  const below = playbook['tickets.satisfied-from'];
  const clocks = lately && clocksOf(structure, await readTeamHours(db), playbook, lately);
  return {
    day,
    lastWeek,
    weeks: lastWeek === null ? [] : await readWeeks(db, weeksUpTo(lastWeek, BASELINE_WEEKS + RECENT_WEEKS)),
    shared: await readShared(db),
    lastSteps: new Map(steps.toReversed().map((step) => [step.personId, step.day])),
    // Old courses come by file for some: they don't tell that those of others would have been noted.
    stepsSince: steps.findLast((step) => step.from !== 'course')?.day ?? null,
    afterHours: lately && clocks ? await countAfterHours(db, lately, clocks) : [],
    answers: await countAnswers(db, { from: addDays(day, -7 * BASELINE_WEEKS), to: day, below }),
    answersLately: await countAnswers(db, { from: addDays(day, -7 * RECENT_WEEKS), to: day, below }),
    clients: await readClients(db),
  };
}

const weeksUpTo = (lastWeek: Day, weeks: number): WeekSpan => ({
  since: addDays(lastWeek, -7 * (weeks - 1)),
  until: addDays(lastWeek, 7),
});
