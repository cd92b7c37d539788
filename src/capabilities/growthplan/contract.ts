import { z } from 'zod';
import { idField, operation } from '../../platform/contract.ts';
import type { PlanRow } from '../../records/growth/types.ts';

/** Said with a plan as a file. `keep` false: only say what was understood. */
export const planFileOptions = z.object({ scenarioId: idField, keep: z.boolean().default(false) });
/** A plan as a file tells it; nothing is kept of a file that has a fault. */
export type PlanRead = {
  plan: PlanRow[];
  /** Which column of the file was read as what. */
  columns: { field: keyof PlanRow; column: string }[];
  /** Columns that were not understood. */
  leftOut: string[];
  /** What is unusual in it, with its line. */
  notes: string[];
  kept: boolean;
};

/** Multipart: a `file` (month, endpoints, clients, hours per endpoint, hires, leavers, budget) and `options` as JSON. */
export const importGrowthPlan = operation({
  id: 'importGrowthPlan',
  method: 'POST',
  path: '/api/growth/plan/file',
  summary: 'Read a plan from a table (CSV), and keep it if so asked',
  who: 'firm',
  input: planFileOptions,
}).returns<PlanRead>();

export const exportGrowthPlan = operation({
  id: 'exportGrowthPlan',
  method: 'POST',
  path: '/api/growth/scenarios/:scenarioId/export',
  summary: 'The months of a plan as a table for a spreadsheet (CSV)',
  who: 'firm',
  input: z.object({ scenarioId: idField }),
}).returns<{ fileName: string; text: string }>();
