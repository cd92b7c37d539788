import { Refusal } from '../../base/errors.ts';
import { planCsv, readPlanFile } from '../../connectors/files/growth-plan.ts';
import { askFor, checkPlan, planningOf, scenarioOf } from '../../model/growth/planning.ts';
import { type FirmContext, firmContext } from '../../platform/context.ts';
import type { Upload, UploadContext } from '../../platform/http/routes.ts';
import { readPlanning } from '../../records/growth/planning.store.ts';
import { readPlanRows, savePlanRows } from '../../records/growth/store.ts';
import type { PlanRead } from './contract.ts';

const MOST_BYTES = 512 * 1024;

/** The months of a plan as a table for a spreadsheet. */
export async function exportPlan(
  ctx: FirmContext,
  { scenarioId }: { scenarioId: number },
): Promise<{ fileName: string; text: string }> {
  const scenario = scenarioOf(planningOf(await readPlanning(ctx), ctx), scenarioId);
  const name = scenario.name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return {
    fileName: `plan-${name.replace(/^-|-$/g, '') || scenarioId}.csv`,
    text: planCsv(await readPlanRows(ctx.db, scenarioId)),
  };
}

/** Says what is understood of a plan as a file, and keeps it if so asked: all of it, or nothing. */
export async function takePlanFile(
  install: UploadContext,
  { scenarioId, keep }: { scenarioId: number; keep: boolean },
  upload: Upload,
): Promise<PlanRead> {
  const { database, orgId, actor, standing, personId } = install;
  const { rows: plan, lines, columns, leftOut } = await readPlanFile(limited(upload), install.now());
  const scope = { orgId, actor, standing, personId };
  const notes = await database.transact(scope, async (db) => {
    const ctx = firmContext(db, scope, install);
    const planning = planningOf(await readPlanning(ctx), ctx);
    checkPlan(planning, plan, lines);
    const asked = askFor(planning, scenarioOf(planning, scenarioId), plan, { plan }, lines);
    if (keep) await savePlanRows(db, scenarioId, plan);
    return asked.notes;
  });
  return { plan, columns, leftOut, notes, kept: keep };
}

async function* limited({ stream }: Upload): AsyncIterable<Uint8Array> {
  let size = 0;
  for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) {
      // The request only ends when all of it was taken in.
      stream.resume();
      throw new Refusal('too-large', 'The file is larger than 512 kB: a plan has one row a month.', { field: 'file' });
    }
    yield chunk;
  }
}
