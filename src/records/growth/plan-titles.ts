import type { PlanRow } from './types.ts';

/** What the columns of a plan are called, on screen, in files and in what is said of them. */
export const PLAN_TITLES: Readonly<Record<keyof PlanRow, string>> = {
  month: 'Month',
  clients: 'Clients',
  endpoints: 'Endpoints',
  hoursPerEndpoint: 'Hours per endpoint',
  hires: 'Hires',
  leavers: 'Known leavers',
  budget: 'Budget',
};
