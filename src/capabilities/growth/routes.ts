import { inFirm, type Route, withUpload } from '../../platform/http/routes.ts';
import { findGrowth, findRun, lookWith, stopRun } from './actions.ts';
import { setSideBySide } from './compare.actions.ts';
import {
  addScenario,
  changeScenario,
  comparePolicies,
  compareScenarios,
  exportGrowthPlan,
  importGrowthPlan,
  lookAhead,
  planSeat,
  readGrowth,
  readGrowthRun,
  readLoads,
  removeScenario,
  saveGrowthFacts,
  saveGrowthPlan,
  stopGrowthRun,
  tellWeek,
} from './contract.ts';
import { findLoads, keepToldWeek } from './loads.actions.ts';
import { takePlanFile } from './plan-file.actions.ts';
import { setPoliciesSideBySide } from './policies.actions.ts';
import type { GrowthRuns } from './runs.actions.ts';
import { dropScenario, exportPlan, keepChange, keepCopy, keepFacts, keepPlan } from './scenarios.actions.ts';
import { makeSeat } from './seat.actions.ts';

export const growthRoutes = (runs: GrowthRuns): Route[] => [
  inFirm(readGrowth, (ctx, input) => findGrowth(ctx, input, runs)),
  inFirm(lookAhead, (ctx, input) => lookWith(ctx, input, runs)),
  inFirm(readGrowthRun, (ctx, input) => findRun(ctx, input, runs)),
  inFirm(stopGrowthRun, (ctx, input) => stopRun(ctx, input, runs)),
  inFirm(saveGrowthFacts, (ctx, input) => keepFacts(ctx, input, runs)),
  inFirm(saveGrowthPlan, (ctx, input) => keepPlan(ctx, input, runs)),
  withUpload(importGrowthPlan, takePlanFile),
  inFirm(exportGrowthPlan, exportPlan),
  inFirm(addScenario, (ctx, input) => keepCopy(ctx, input, runs)),
  inFirm(changeScenario, (ctx, input) => keepChange(ctx, input, runs)),
  inFirm(removeScenario, dropScenario),
  inFirm(compareScenarios, (ctx, input) => setSideBySide(ctx, input, runs)),
  inFirm(comparePolicies, (ctx, input) => setPoliciesSideBySide(ctx, input, runs)),
  inFirm(planSeat, (ctx, input) => makeSeat(ctx, input, runs)),
  inFirm(readLoads, findLoads),
  inFirm(tellWeek, keepToldWeek),
];
