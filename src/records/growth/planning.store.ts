import type { FirmContext } from '../../platform/context.ts';
import { readVisible } from '../../platform/db/standing.ts';
import { situationOf } from '../firm/store.ts';
import { readOwnValues } from '../playbook/store.ts';
import { addMainScenario, readGrowthFacts, readGrowthSeats, readLeavers, readScenarios } from './store.ts';
import type { PlanningFacts } from './types.ts';

const MAIN_NAME = 'Our plan';

/** Everything that looking ahead reads of a firm, in a fixed number of queries; the main scenario is made with the first look. */
export async function readPlanning(ctx: FirmContext): Promise<PlanningFacts> {
  const situation = await situationOf(ctx);
  const { day } = situation.structure;
  const facts = await readGrowthFacts(ctx.db);
  const kept = await ctx.asEngine((db) => readLeavers(db, day));
  await ctx.asEngine((db) => addMainScenario(db, MAIN_NAME));
  return {
    ...{ situation, facts, kept },
    visible: await readVisible(ctx.db),
    scenarios: await readScenarios(ctx.db),
    seats: await readGrowthSeats(ctx.db, day),
    firmOwn: new Set((await readOwnValues(ctx.db)).map(({ key }) => key)),
  };
}
