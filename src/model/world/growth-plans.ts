import { type Month, monthOf, shiftMonth } from '../../base/month.ts';
import type { GrowthFacts, PlanRow } from '../../records/growth/types.ts';
import { STORY_DAY } from './cast.ts';

/** Where a sample firm goes: what it has told, its plan, and other ways it may go. The first is the main one. */
export type SampleGrowth = {
  facts: GrowthFacts;
  scenarios: { name: string; rows: PlanRow[] }[];
};

const NOTHING = { founded: null, coordinators: null, managers: null };
const FIRST = monthOf(STORY_DAY);
const MONTHS = 36;

/** Endpoints and clients that grow by so much a year, in whole numbers; `own`: what single months tell beside. */
function growing(
  start: { endpoints: number; clients: number },
  aYear: number,
  own: Readonly<Record<number, Partial<PlanRow>>> = {},
): PlanRow[] {
  const at = (value: number, month: number) => Math.round(value * (1 + aYear) ** (month / 12));
  return Array.from({ length: MONTHS }, (_, month) => ({
    month: shiftMonth(FIRST, month) as Month,
    clients: at(start.clients, month),
    endpoints: at(start.endpoints, month),
    hoursPerEndpoint: null,
    hires: null,
    leavers: null,
    budget: null,
    ...own[month],
  }));
}

const HARBOR = { endpoints: 5600, clients: 17 };
const MERIDIAN = 700;

/** Cove: Grace leaves the desk in February. Harbor: grows on, or loses its largest client. Northline: grows on as it did. */
export const SAMPLE_GROWTH: Readonly<Record<'cove' | 'harbor' | 'northline', SampleGrowth>> = {
  cove: {
    facts: { ...NOTHING, endpoints: 1300, left: { leavers: 1, years: 3 } },
    scenarios: [{ name: 'Our plan', rows: growing({ endpoints: 1300, clients: 6 }, 0.12, { 3: { leavers: 1 } }) }],
  },
  harbor: {
    facts: { ...NOTHING, endpoints: HARBOR.endpoints, left: { leavers: 4, years: 2 } },
    scenarios: [
      { name: 'Our plan', rows: growing(HARBOR, 0.18) },
      {
        name: 'Without Meridian Logistics',
        rows: growing(HARBOR, 0.18).map((row, month) =>
          month < 6 ? row : { ...row, endpoints: row.endpoints - MERIDIAN, clients: row.clients! - 1 },
        ),
      },
    ],
  },
  northline: {
    facts: { ...NOTHING, endpoints: 11_700, left: { leavers: 15, years: 2 } },
    scenarios: [{ name: 'Our plan', rows: growing({ endpoints: 11_700, clients: 30 }, 0.1) }],
  },
};
