import type { FirmContext } from '../../platform/context.ts';
import { readFits, saveFit } from '../../records/evidence/fit.store.ts';
import { readCrossEntries } from '../../records/evidence/store.ts';
import type { Outcome } from '../../records/evidence/types.ts';
import { fitTechnicians, MODEL_VERSION } from './fitting.ts';

const OUTCOMES: Outcome[] = ['minutes-worked', 'queue-minutes'];

/** Fits every outcome whose sums have changed since its last fit, or that an older model fitted. Never reads tickets. */
export async function refit(ctx: Pick<FirmContext, 'db' | 'log'>): Promise<void> {
  const fits = new Map((await readFits(ctx.db)).map((fit) => [fit.outcome, fit]));
  for (const outcome of OUTCOMES) {
    const sums = await readCrossEntries(ctx.db, outcome);
    const last = fits.get(outcome);
    if (sums === undefined || (last?.dataVersion === sums.dataVersion && last.modelVersion === MODEL_VERSION)) continue;
    await saveFit(ctx.db, outcome, sums.dataVersion, MODEL_VERSION, fitTechnicians(sums, outcome, sums.dataVersion));
  }
}
