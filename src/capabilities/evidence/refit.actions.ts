import { createHash } from 'node:crypto';
import { rescuesOf } from '../../model/help.ts';
import type { FirmContext } from '../../platform/context.ts';
import type { Db } from '../../platform/db/connect.ts';
import { withoutLimit } from '../../platform/db/database.ts';
import { type Fit, readFits, readTerms, saveFit } from '../../records/evidence/fit.store.ts';
import { bringCasesUpToDate, readAreaCounts, readCells, readCrossEntries } from '../../records/evidence/store.ts';
import {
  END_OUTCOMES,
  type EndOutcome,
  type FitTerms,
  MINUTES_OUTCOMES,
  type MinutesOutcome,
} from '../../records/evidence/types.ts';
import { readHelpFacts } from '../../records/help/store.ts';
import { readPlaybook } from '../../records/playbook/store.ts';
import { fitTechnicians, MODEL_VERSION } from './fitting.ts';
import { ENDS_VERSION, fitEnds } from './fitting-ends.ts';
import { fitBreadth, fitRescue } from './fitting-work.ts';

type Refitted = { fit: Fit; terms: FitTerms | null } | undefined;

/** Fits every outcome whose sums have changed since its last fit, or that an older model fitted. Never reads tickets. */
export async function refit(ctx: Pick<FirmContext, 'db' | 'log' | 'now'>): Promise<void> {
  const { db } = ctx;
  await withoutLimit(db);
  await bringCasesUpToDate(db);
  const fits = new Map((await readFits(db, 'themselves')).map((fit) => [fit.outcome, fit]));
  for (const outcome of MINUTES_OUTCOMES) await save(ctx, await refitMinutes(db, outcome, fits.get(outcome)));
  for (const outcome of END_OUTCOMES) await save(ctx, await refitEnds(db, outcome, fits.get(outcome)));
  await save(ctx, await refitBreadth(db, fits.get('breadth')));
  await save(ctx, await refitRescue(db, fits.get('rescue')));
}

async function save({ db, now }: Pick<FirmContext, 'db' | 'now'>, refitted: Refitted): Promise<void> {
  if (refitted) await saveFit(db, refitted.fit, refitted.terms, now());
}

async function refitMinutes(db: Db, outcome: MinutesOutcome, last: Fit | undefined): Promise<Refitted> {
  const sums = await readCrossEntries(db, outcome);
  if (sums === undefined || isCurrent(last, sums.dataVersion, MODEL_VERSION)) return undefined;
  const { evidence, terms } = fitTechnicians(sums, startOf(last));
  return { fit: { outcome, dataVersion: sums.dataVersion, modelVersion: MODEL_VERSION, evidence }, terms };
}

async function refitEnds(db: Db, outcome: EndOutcome, last: Fit | undefined): Promise<Refitted> {
  const counts = await readCells(db, outcome);
  if (counts === undefined || isCurrent(last, counts.dataVersion, ENDS_VERSION)) return undefined;
  const { evidence, terms } = fitEnds(outcome, counts, startOf(last));
  return { fit: { outcome, dataVersion: counts.dataVersion, modelVersion: ENDS_VERSION, evidence }, terms };
}

async function refitBreadth(db: Db, last: Fit | undefined): Promise<Refitted> {
  const modelVersion = 'breadth-2';
  const { dataVersion, counts } = await readAreaCounts(db);
  if (dataVersion === 0 || isCurrent(last, dataVersion, modelVersion)) return undefined;
  const evidence = fitBreadth(dataVersion, modelVersion, counts);
  return { fit: { outcome: 'breadth', dataVersion, modelVersion, evidence }, terms: null };
}

/** Who helped whom is in no sums, so that what was read says whether anything changed. */
async function refitRescue(db: Db, last: Fit | undefined): Promise<Refitted> {
  const months = (await readPlaybook(db))['help.months'];
  const { cells, own, until } = await readHelpFacts(db, months);
  if (until === null) return undefined;
  const rescues = rescuesOf(cells, await readTerms(db, 'kept', 'themselves'));
  const counts = [...own].map(([personId, tickets]) => {
    const { rescues: count = 0, credit = 0 } = rescues.get(personId) ?? {};
    return { personId, tickets, rescues: count, credit: credit ?? count };
  });
  const read = createHash('sha256').update(JSON.stringify(counts)).digest('hex').slice(0, 12);
  const modelVersion = `rescue-1, ${months} months, ${read}`;
  if (last?.modelVersion === modelVersion) return undefined;
  const evidence = fitRescue(1, modelVersion, counts);
  return { fit: { outcome: 'rescue', dataVersion: 1, modelVersion, evidence }, terms: null };
}

const isCurrent = (last: Fit | undefined, dataVersion: number, modelVersion: string) =>
  last?.dataVersion === dataVersion && last.modelVersion === modelVersion;

/** θ of the last fit: the search begins there. */
const startOf = (last: Fit | undefined) => (last?.evidence.status === 'fitted' ? last.evidence.effects.theta : {});
