import { type Month, shiftMonth } from '../../src/base/month.ts';
import type { GrowthFirm, GrowthPerson } from '../../src/model/growth/firm.ts';
import type { ForecastInput } from '../../src/model/growth/forecast.ts';
import { readPlan } from '../../src/model/growth/plan.ts';
import type { PlanRow } from '../../src/records/growth/types.ts';
import type { PersonId } from '../../src/records/people/types.ts';
import { type Playbook, playbookWith } from '../../src/records/playbook/definitions.ts';

export const NOW = '2026-12' as Month;

/** Somebody solid on both sides of whom something is known. */
export function aGrower(id: number, own: Partial<GrowthPerson> = {}): GrowthPerson {
  return {
    personId: id as PersonId,
    technical: { mean: 3, sd: 0.5 },
    people: { mean: 3, sd: 0.5 },
    closes: null,
    wouldLead: true,
    months: 24,
    stays: false,
    ...own,
  };
}

/** A firm with so many technicians and one lead. */
export function aGrowingFirm(technicians: number, own: Partial<GrowthFirm> = {}): GrowthFirm {
  return {
    firstMonth: '2020-01' as Month,
    now: NOW,
    endpoints: null,
    technicians: Array.from({ length: technicians }, (_, i) =>
      aGrower(i + 1, {
        technical: { mean: 2.5 + ((i * 7) % 10) / 5, sd: 0.4 },
        people: { mean: 2.4 + ((i * 3) % 10) / 6, sd: 0.5 },
      }),
    ),
    leads:
      technicians > 2 ? [aGrower(1000, { people: { mean: 3.5, sd: 0.3 }, technical: { mean: 3.8, sd: 0.3 } })] : [],
    others: 1,
    coordinators: 0,
    managers: 0,
    teams: 1,
    leavers: { leavers: 0, personYears: 0 },
    ...own,
  };
}

/** A plan in which endpoints grow by a share a year, from so many. */
export function planRows(months: number, endpoints: number, aYear: number, own: Partial<PlanRow> = {}): PlanRow[] {
  return Array.from({ length: months }, (_, at) => ({
    month: shiftMonth(NOW, at),
    clients: null,
    endpoints: endpoints * (1 + aYear) ** (at / 12),
    hoursPerEndpoint: null,
    hires: null,
    leavers: null,
    budget: null,
    ...own,
  }));
}

/** Everything that a look ahead takes: `technicians` with the work that fills them, growing by a share a year. */
export function aForecastInput(
  technicians: number,
  aYear: number,
  {
    months = 36,
    playbook = playbookWith(),
    ...own
  }: Partial<ForecastInput> & { months?: number; playbook?: Playbook } = {},
): ForecastInput {
  const firm = own.firm ?? aGrowingFirm(technicians);
  const plan = readPlan(planRows(months, technicians * 260, aYear), firm.firstMonth, NOW, playbook);
  return { firm, plan, playbook, phone: null, seed: 7, ...own };
}
