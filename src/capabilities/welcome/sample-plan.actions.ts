import { SAMPLE_GROWTH } from '../../model/world/growth-plans.ts';
import type { Db } from '../../platform/db/connect.ts';
import { insertScenario, saveGrowthFacts, savePlanRows, setMainScenario } from '../../records/growth/store.ts';
import type { SampleName } from './contract.ts';

/** Keeps where a sample firm goes: what it has told, and its plans. */
export async function fillGrowth(db: Db, sample: SampleName): Promise<void> {
  const { facts, scenarios } = SAMPLE_GROWTH[sample];
  await saveGrowthFacts(db, facts);
  for (const [at, { name, rows }] of scenarios.entries()) {
    const scenarioId = await insertScenario(db, { name, policy: 'by-fit', phone: null, assumptions: {}, measured: {} });
    await savePlanRows(db, scenarioId, rows);
    if (at === 0) await setMainScenario(db, scenarioId);
  }
}
