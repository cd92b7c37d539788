import type { Month } from '../../base/month.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import { type GrowthFirm, type GrowthPerson, LONG_HERE } from './firm.ts';
import { findLeadsWanted } from './run.ts';

/** How many people there are, where nothing else is known of them. */
export type Headcount = {
  technicians: number;
  /** null: as many as so many technicians ask for. */
  leads: number | null;
  teams: number | null;
  coordinators: number;
  managers: number;
};

/** A firm of which only numbers are known: of nobody more than of anybody, settled, willing to lead; the owner beside them. */
export function untoldFirm(count: Headcount, now: Month, firstMonth: Month, playbook: Playbook): GrowthFirm {
  const { technicians, coordinators, managers } = count;
  const leads =
    count.leads ?? findLeadsWanted(technicians, playbook['answers.team-low'], playbook['load.reports-high']);
  const side = { mean: playbook['prior.mean'], sd: playbook['prior.sd'] };
  const one = (at: number): GrowthPerson => ({
    personId: (at + 1) as PersonId,
    technical: side,
    people: side,
    closes: null,
    wouldLead: true,
    months: LONG_HERE,
    stays: false,
  });
  return {
    firstMonth,
    now,
    endpoints: null,
    technicians: Array.from({ length: technicians }, (_, at) => one(at)),
    leads: Array.from({ length: leads }, (_, at) => one(technicians + at)),
    others: 1,
    coordinators,
    managers,
    teams: count.teams ?? leads,
    leavers: { leavers: 0, personYears: 0 },
  };
}
