import { inFirm, type Route } from '../../platform/http/routes.ts';
import { findGrowth, findRun, lookWith, stopRun } from './actions.ts';
import { lookAhead, planSeat, readGrowth, readGrowthRun, stopGrowthRun } from './contract.ts';
import type { GrowthRuns } from './runs.actions.ts';
import { makeSeat } from './seat.actions.ts';

export const growthRoutes = (runs: GrowthRuns): Route[] => [
  inFirm(readGrowth, (ctx, input) => findGrowth(ctx, input, runs)),
  inFirm(lookAhead, (ctx, input) => lookWith(ctx, input, runs)),
  inFirm(readGrowthRun, (ctx, input) => findRun(ctx, input, runs)),
  inFirm(stopGrowthRun, (ctx, input) => stopRun(ctx, input, runs)),
  inFirm(planSeat, (ctx, input) => makeSeat(ctx, input, runs)),
];
