import { addDays, type Day, type Instant } from '../../base/time.ts';
import { NO_PROMISES, type Promises } from '../../model/cards/promises.ts';
import { directionsOf } from '../../model/direction/team-direction.ts';
import type { Chart } from '../../model/structure.ts';
import type { Db } from '../../platform/db/connect.ts';
import { readDueSteps } from '../../records/cards/store.ts';
import { readConditionFacts } from '../../records/conditions/facts.store.ts';
import { bringWeeksUpToDate } from '../../records/conditions/refresh.store.ts';
import { readDuePlanSteps } from '../../records/development/step.store.ts';
import { readMentoringRhythms } from '../../records/mentoring/store.ts';
import { readRhythms } from '../../records/oneonones/store.ts';
import type { Structure } from '../../records/people/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import { readDirectionFacts } from '../../records/teams/direction.store.ts';
import { readDue } from '../../records/trials/due.store.ts';

/** A morning to make cards for. */
export type Morning = {
  day: Day;
  /** Nothing that happened later is read. */
  asOf: Instant;
  /** It is now: the models fitted on everything may be asked. Of a past day they know what came later. */
  isNow: boolean;
};

/** What a fact is read with. `db` stands in the program's own standing. */
type Reader = Morning & { structure: Structure; chart: Chart; playbook: Playbook };

/**
 * One reader for each fact, in a fixed number of queries. A new rule adds its fact here and to `Promises`
 * (docs/methods/today.md). Only where it is now: a past day must not know what was told since.
 */
const FACTS: { [Fact in keyof Promises]: (db: Db, reader: Reader) => Promise<Promises[Fact]> } = {
  steps: (db, { day, asOf }) => readDueSteps(db, day, asOf),
  planSteps: (db, { day }) => readDuePlanSteps(db, day),
  due: (db, { day, playbook }) => readDue(db, dueBy(day, playbook)),
  talks: (db) => readRhythms(db),
  mentorings: (db) => readMentoringRhythms(db),
  conditions: async (db, reader) => {
    await bringWeeksUpToDate(db, reader.asOf);
    return readConditionFacts(db, reader);
  },
  directions: async (db, { chart, asOf, ...view }) =>
    directionsOf(chart, await readDirectionFacts(db, { ...view, now: asOf }), view.playbook),
};

/** Reviews from their day on, ends so many days ahead. */
const dueBy = (day: Day, playbook: Playbook) => ({
  day,
  endsBy: addDays(day, Math.round(playbook['today.trial-ahead'])),
  reviewMonths: playbook['journal.review-months'],
});

/** Those that are kept by when they were known, so that a past day can be told too. */
const ALSO_OF_PAST: readonly (keyof Promises)[] = ['steps'];

/** All of them, one after the other: they share one transaction. */
export async function readPromises(db: Db, reader: Reader): Promise<Promises> {
  const read: Record<keyof Promises, unknown> = { ...NO_PROMISES };
  for (const fact of Object.keys(FACTS) as (keyof Promises)[])
    if (reader.isNow || ALSO_OF_PAST.includes(fact)) read[fact] = await FACTS[fact](db, reader);
  return read as Promises;
}
