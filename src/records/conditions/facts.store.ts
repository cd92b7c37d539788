import { weekdayOf } from '../../base/calendar.ts';
import { addDays, type Day } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { Structure } from '../people/types.ts';
import type { Playbook } from '../playbook/definitions.ts';
import { readTeamHours } from '../shifts/store.ts';
import { clocksOf, type WeekSpan } from './clocks.ts';
import { readShared, readSteps } from './said.store.ts';
import { countAfterHours, countAnswers, readClients, readNewestWeek, readWeeks } from './store.ts';
import { BASELINE_WEEKS, type ConditionFacts, RECENT_WEEKS, type WeekFacts } from './types.ts';

type View = { structure: Structure; playbook: Playbook };

/**
 * What causes and cards are made of, in the program's own standing and a fixed number of queries: the newest seventeen
 * weeks before a day, what people share of them, and clients. What goes out is cut by whoever asks.
 */
export async function readConditionFacts(db: Db, { structure, playbook }: View): Promise<ConditionFacts> {
  const { day } = structure;
  const facts = await readWeekFacts(db, day);
  const lately = facts.lastWeek === null ? null : weeksUpTo(facts.lastWeek, RECENT_WEEKS);
  const below = playbook['tickets.satisfied-from'];
  const clocks = lately && clocksOf(structure, await readTeamHours(db), playbook, lately);
  return {
    ...facts,
    afterHours: lately && clocks ? await countAfterHours(db, lately, clocks) : [],
    answers: await countAnswers(db, { from: addDays(day, -7 * BASELINE_WEEKS), to: day, below }),
    answersLately: await countAnswers(db, { from: addDays(day, -7 * RECENT_WEEKS), to: day, below }),
    clients: await readClients(db),
  };
}

/** Without clients, of whom somebody's own weeks say nothing, and whose tickets take longest to read. */
export async function readWeekFacts(db: Db, day: Day): Promise<WeekFacts> {
  const newest = await readNewestWeek(db);
  const monday = addDays(day, 1 - weekdayOf(day));
  // Of a past day no later week is read.
  const lastWeek = newest !== null && newest >= monday ? addDays(monday, -7) : newest;
  const steps = await readSteps(db, day);
  return {
    day,
    lastWeek,
    weeks: lastWeek === null ? [] : await readWeeks(db, weeksUpTo(lastWeek, BASELINE_WEEKS + RECENT_WEEKS)),
    shared: await readShared(db),
    lastSteps: new Map(steps.toReversed().map((step) => [step.personId, step.day])),
    // Old courses come by file for some: they don't tell that those of others would have been noted.
    stepsSince: steps.findLast((step) => step.from !== 'course')?.day ?? null,
  };
}

const weeksUpTo = (lastWeek: Day, weeks: number): WeekSpan => ({
  since: addDays(lastWeek, -7 * (weeks - 1)),
  until: addDays(lastWeek, 7),
});
