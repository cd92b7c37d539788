import { findLeads } from '../../model/cards/leads.ts';
import { CONDITION_FACTS, type ConditionFact, watch, weeksOf } from '../../model/conditions.ts';
import { type Chart, readChart } from '../../model/structure.ts';
import type { FirmContext } from '../../platform/context.ts';
import type { Db } from '../../platform/db/connect.ts';
import { readConditionFacts, readWeekFacts } from '../../records/conditions/facts.store.ts';
import { bringWeeksUpToDate } from '../../records/conditions/refresh.store.ts';
import type { ConditionFacts, WeekFacts } from '../../records/conditions/types.ts';
import { firmDay } from '../../records/firm/store.ts';
import { readStructure } from '../../records/people/store.ts';
import type { PersonId, Structure } from '../../records/people/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import { readPlaybook } from '../../records/playbook/store.ts';
import type { WatchedFact } from './contract.ts';

/** Everything in the program's own standing: what goes out of it has to be cut. */
export type Loaded<Facts extends WeekFacts = ConditionFacts> = { chart: Chart; facts: Facts; playbook: Playbook };

/** What causes are found in. */
export const loadConditions = (ctx: FirmContext): Promise<Loaded> =>
  load(ctx, (db, structure, playbook) => readConditionFacts(db, { structure, playbook }));

/** What somebody's own weeks are shown from. */
export const loadWeeks = (ctx: FirmContext): Promise<Loaded<WeekFacts>> =>
  load(ctx, (db, { day }) => readWeekFacts(db, day));

function load<Facts extends WeekFacts>(
  ctx: FirmContext,
  read: (db: Db, structure: Structure, playbook: Playbook) => Promise<Facts>,
): Promise<Loaded<Facts>> {
  return ctx.asEngine(async (db) => {
    await bringWeeksUpToDate(db, ctx.now());
    const structure = await readStructure(db, await firmDay(db, ctx.now()));
    const playbook = await readPlaybook(db);
    return { chart: readChart(structure), facts: await read(db, structure, playbook), playbook };
  });
}

/** Who is led directly by whom. */
export const reportsOfLead = (chart: Chart, personId: PersonId): readonly PersonId[] =>
  findLeads(chart).find(({ leadId }) => leadId === personId)?.reports ?? [];

/** One person's facts; on-call only for who ever was in these weeks. */
export function watchedOf(
  personId: PersonId,
  { facts, playbook }: Loaded<WeekFacts>,
  of: readonly ConditionFact[] = CONDITION_FACTS,
): WatchedFact[] {
  const { lastWeek, weeks } = facts;
  if (lastWeek === null) return [];
  const own = weeks.filter((week) => week.personId === personId);
  return of.flatMap((fact) => {
    const series = weeksOf(fact, own, lastWeek);
    return series.some(({ amount }) => amount !== null && (fact !== 'on-call' || amount.value > 0))
      ? [{ fact, watch: watch(series, playbook) }]
      : [];
  });
}
