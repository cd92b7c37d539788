import { type Month, monthsBetween, shiftMonth } from '../../base/month.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import { findDemand, findLeaderKind } from '../demand.ts';
import type { GrowthFirm } from './firm.ts';
import type { Plan } from './plan.ts';
import { findSoonest, gateAt, type Readiness } from './ready.ts';
import { MARKERS, type MarkerKind } from './runs.ts';

/** When to begin so that somebody is there in time. */
export type StartBy = {
  month: Month;
  /** Months by which that is already too late; 0: in time. */
  late: number;
  /** grow: somebody of the firm; hire: nobody here can be ready, so look outside. */
  by: 'grow' | 'hire';
  /** Who is ready soonest; null: from outside. */
  personId: Readiness['personId'] | null;
  /** Months that it takes from then on. */
  months: number;
  /** When to begin looking outside instead, and by how many months that is too late; null: that is what `month` says. */
  outside: { month: Month; late: number } | null;
};

/** One thing that growth brings, with its chance. */
export type Marker = {
  kind: MarkerKind;
  /** there: the firm has it; due: it comes within the plan, likely enough; not-in-plan: it doesn't. */
  state: 'there' | 'due' | 'not-in-plan';
  /** Number of people at which it becomes due, and what it counts. */
  size: number;
  counts: 'desk' | 'staff';
  /** By month of the plan: the chance that it is due by then. */
  chance: Float64Array;
  /** First month by which it is due with the chance `growth.due-from`; null unless `due`. */
  due: Month | null;
  /** Months by which 10 and 90 of 100 futures have it; null: not within the plan. */
  early: Month | null;
  late: Month | null;
  start: StartBy | null;
};

/** What growth brings, in the order of `MARKERS`. `chances`: of each, by month, that it is due by then (`chancesOf`). */
export function findMarkers(
  firm: GrowthFirm,
  plan: Plan,
  chances: readonly Float64Array[],
  playbook: Playbook,
): Marker[] {
  return MARKERS.map((kind, at) => {
    const chance = chances[at]!;
    const monthOf = (share: number) => {
      const month = chance.findIndex((one) => one >= share);
      return month < 0 ? null : shiftMonth(plan.first, month);
    };
    const there = isThere(kind, firm);
    const due = there ? null : monthOf(playbook['growth.due-from']);
    return {
      kind,
      state: there ? 'there' : due === null ? 'not-in-plan' : 'due',
      ...sizeOf(kind, firm, playbook),
      chance,
      due,
      early: there ? null : monthOf(0.1),
      late: there ? null : monthOf(0.9),
      start: due && findStart(kind, due, firm, playbook),
    };
  });
}

function isThere(kind: MarkerKind, firm: GrowthFirm): boolean {
  if (kind === 'coordinator') return firm.coordinators > 0;
  return (kind === 'people-leader' || kind === 'service-manager') && firm.managers > 0;
}

/** Number of people from which on something is due; the rules are those of the simulation. */
function sizeOf(kind: MarkerKind, firm: GrowthFirm, playbook: Playbook): Pick<Marker, 'size' | 'counts'> {
  const high = playbook['load.reports-high'];
  switch (kind) {
    case 'coordinator':
      return { size: playbook['growth.coordinator-at'], counts: 'desk' };
    case 'next-lead': {
      const leads = firm.leads.length;
      return { size: leads === 0 ? playbook['answers.team-low'] : high * leads, counts: 'desk' };
    }
    case 'people-leader':
      return { size: Math.max(high, firstPeopleFirst(playbook)), counts: 'desk' };
    case 'service-manager':
      return { size: playbook['growth.manager-at'], counts: 'staff' };
    case 'team-split':
      return { size: playbook['growth.spans.supervisor'] * Math.max(1, firm.teams) + 1, counts: 'desk' };
  }
}

const LARGEST_DESK = 1000;

/** The smallest desk at which a seat two steps from the product asks for people leadership first. */
function firstPeopleFirst(playbook: Playbook): number {
  for (let n = 1; n < LARGEST_DESK; n++)
    if (findLeaderKind(findDemand(2, n, playbook), playbook) === 'people-first') return n;
  return LARGEST_DESK;
}

/** When to begin so that somebody is there when it is due, which may be in the past. */
export function findStart(kind: MarkerKind, due: Month, firm: GrowthFirm, playbook: Playbook): StartBy {
  const { months, personId } = findPreparation(kind, firm, playbook);
  const begin = (before: number) => {
    const ideal = shiftMonth(due, -before);
    const late = Math.max(0, monthsBetween(ideal, firm.now));
    return { month: late > 0 ? firm.now : ideal, late };
  };
  if (personId === null) return { ...begin(months), by: 'hire', personId, months, outside: null };
  const outside = begin(Math.ceil(playbook['growth.hiring.lead-months']));
  return { ...begin(months), by: 'grow', personId, months, outside };
}

/** How long it takes this firm to have somebody ready: growing one of its people, else finding somebody outside. */
function findPreparation(kind: MarkerKind, firm: GrowthFirm, playbook: Playbook) {
  if (kind === 'coordinator') return { personId: null, months: Math.ceil(playbook['growth.hiring.months']) };
  const leadsLeads = kind === 'people-leader' || kind === 'service-manager';
  const { size } = sizeOf(kind, firm, playbook);
  const gate = gateAt(leadsLeads ? 2 : 1, Math.max(size, firm.technicians.length), playbook);
  const candidates = leadsLeads ? [...firm.leads, ...firm.technicians] : firm.technicians;
  return (
    findSoonest(candidates, gate, playbook) ?? {
      personId: null,
      months: Math.ceil(playbook['growth.hiring.lead-months']),
    }
  );
}
