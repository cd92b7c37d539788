import { type Month, shiftMonth } from '../../src/base/month.ts';
import type { PlanRow } from '../../src/records/growth/types.ts';

/** So many months of a plan whose endpoints grow by a share a year. */
export const planRows = (months: number, endpoints: number, aYear: number, from = '2026-11'): PlanRow[] =>
  Array.from({ length: months }, (_, at) => ({
    month: shiftMonth(from as Month, at),
    endpoints: Math.round(endpoints * (1 + aYear) ** (at / 12)),
    clients: null,
    hoursPerEndpoint: null,
    hires: null,
    leavers: null,
    budget: null,
  }));
