import { type Month, monthOf, monthsBetween } from '../../base/month.ts';
import type { GrowthFacts, LeaversKept } from '../../records/growth/types.ts';
import type { Person, PersonId, Seat, Structure } from '../../records/people/types.ts';
import type { Strengths } from '../profile.ts';
import { type Chart, isFilled, readChart } from '../structure.ts';
import { type GrowthFirm, type GrowthPerson, LONG_HERE } from './firm.ts';

/** What a firm is gathered from. */
export type FirmSources = {
  structure: Structure;
  strengths: Pick<Strengths, 'people'>;
  /** Tickets closed by each; only the policy "promote the top closer" reads it. */
  ticketsClosed: ReadonlyMap<PersonId, number>;
  facts: GrowthFacts;
  kept: LeaversKept;
};

/** Who is what on the list of people, as looking ahead counts them. */
type Roles = {
  owner: Set<PersonId>;
  leads: Set<PersonId>;
  managers: Set<PersonId>;
  coordinators: Set<PersonId>;
};

/** What can be counted where nothing was told; null: nothing can. */
export type Counted = { founded: Month | null; coordinators: number; managers: number };

/** Where nobody knows when the firm began, nothing is too early. */
const LONG_AGO = '1900-01' as Month;

/** The firm as it is now: what was told, else what people and seats tell. Nobody whose strength isn't known at all is left out. */
export function gatherFirm(sources: FirmSources): { firm: GrowthFirm; counted: Counted } {
  const { structure, facts, kept } = sources;
  const now = monthOf(structure.day);
  const people = structure.people.filter((one) => one.work !== 'service-account');
  const roles = rolesOf(readChart(structure));
  const leads = people.filter((one) => roles.leads.has(one.personId));
  const technicians = people.filter(
    (one) => one.work === 'product' && !roles.leads.has(one.personId) && !roles.managers.has(one.personId),
  );
  const counted = {
    founded: firstMonthOf(people),
    coordinators: roles.coordinators.size,
    managers: roles.managers.size,
  };
  const grow = (one: Person) => growerOf(one, now, roles, sources);
  return {
    counted,
    firm: {
      firstMonth: (facts.founded && monthOf(facts.founded)) ?? counted.founded ?? LONG_AGO,
      now,
      endpoints: facts.endpoints,
      technicians: technicians.map(grow),
      leads: leads.map(grow),
      others: people.length - technicians.length - leads.length - counted.coordinators - counted.managers,
      coordinators: facts.coordinators ?? counted.coordinators,
      managers: facts.managers ?? counted.managers,
      teams: structure.teams.length,
      leavers: facts.left
        ? { leavers: facts.left.leavers, personYears: facts.left.years * people.length }
        : { leavers: kept.leavers, personYears: kept.personYears },
    },
  };
}

/**
 * A manager has leads' seats below and isn't the top; a lead has a team, or people straight below who do the work; whoever
 * holds the top seat is taken to be the owner. Somebody who is several counts as the first of these.
 */
function rolesOf(chart: Chart): Roles {
  const roles: Roles = { owner: new Set(), leads: new Set(), managers: new Set(), coordinators: new Set() };
  for (const seat of chart.structure.seats) {
    if (!isFilled(seat)) continue;
    if (seat.reportsTo === null) roles.owner.add(seat.holderId);
    const leadsLeads = seat.reportsTo !== null && (chart.seatsUnder.get(seat.seatId) ?? []).some(isLeadSeat);
    const workers = (chart.peopleUnder.get(seat.seatId) ?? []).some((one) => one.work === 'product');
    if (leadsLeads) roles.managers.add(seat.holderId);
    else if (isLeadSeat(seat) || workers) roles.leads.add(seat.holderId);
  }
  for (const id of roles.managers) roles.leads.delete(id);
  for (const { personId, work } of chart.structure.people)
    if (work === 'dispatch' && !roles.leads.has(personId) && !roles.managers.has(personId))
      roles.coordinators.add(personId);
  return roles;
}

const isLeadSeat = (seat: Seat) => seat.teamId !== null;

function firstMonthOf(people: readonly Person[]): Month | null {
  const days = people.flatMap(({ startedOn }) => startedOn ?? []).sort();
  return days[0] === undefined ? null : monthOf(days[0]);
}

function growerOf(person: Person, now: Month, roles: Roles, { strengths, ticketsClosed }: FirmSources): GrowthPerson {
  const { personId, startedOn, aspiration } = person;
  const { technical, people } = strengths.people.get(personId)!.sides;
  return {
    personId,
    technical: { mean: technical.estimate.mean, sd: technical.estimate.sd },
    people: { mean: people.estimate.mean, sd: people.estimate.sd },
    closes: ticketsClosed.get(personId) ?? null,
    wouldLead: aspiration === 'wants-to-lead' || aspiration === 'not-asked',
    months: startedOn === null ? LONG_HERE : Math.max(0, monthsBetween(monthOf(startedOn), now)),
    stays: roles.owner.has(personId),
  };
}
