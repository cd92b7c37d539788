import { type Day, daysBetween } from '../base/time.ts';
import type { LeadingFacts } from '../records/leading/types.ts';
import type { Aspiration, Person, PersonId, Seat, SeatId } from '../records/people/types.ts';
import type { Distance } from '../records/verdicts/types.ts';
import { findCandidates } from './candidates.ts';
import { stepsForDemand } from './demand.ts';
import type { JointStrength } from './joint-strength.ts';
import { findWeek, type WeekFacts } from './load.ts';
import type { Axes } from './standing.ts';
import { type Chart, countTechnicians, isFilled, reportsOf } from './structure.ts';

/** Somebody whose sides are weighed for a seat. */
export type Contender = {
  personId: PersonId;
  /** What sentences call them. */
  name: string;
  fullName: string;
  aspiration: Aspiration;
  /** Holds a seat already. */
  leads: boolean;
  /** Another seat that they act in on trial; null: none. */
  trying: { title: string; until: Day | null } | null;
  axes: Axes;
};

/** All facts about a seat that an answer depends on, beside strengths and playbook: gathered once, decided from often. */
export type SeatCase = {
  seat: Seat;
  distance: Distance;
  /** Steps that the demand is taken at. */
  steps: number;
  technicians: number;
  /** An answer names somebody for it; else it is held, and the answer says what its holder needs. */
  open: boolean;
  /** In order of id. */
  contenders: Contender[];
  holder: Contender | null;
  holderWeek: WeekFacts | null;
  /** People who would be led: the seat's reports, or the team where nobody reports to it yet. */
  people: number;
  /** Months until a planned seat is due; null: no date, or not planned. */
  monthsAhead: number | null;
  /** Week of the seat above; null: nobody is there to carry this one. */
  above: WeekFacts | null;
  /** Whether anybody has said anything, or tickets were read. */
  anythingKnown: boolean;
};

/** What gathering a case needs. */
type CaseInput = {
  chart: Chart;
  distances: ReadonlyMap<SeatId, Distance>;
  joint: JointStrength;
  day: Day;
  proposed: readonly PersonId[];
  anythingKnown: boolean;
  /** What data and people tell of leads' weeks; absent: only what stands on the list of people. */
  leading: LeadingFacts | undefined;
};

const DAYS_A_MONTH = 365.25 / 12;

/** Gathers the facts of one seat. */
export function gatherCase(input: CaseInput, seat: Seat): SeatCase {
  const { chart, distances, joint } = input;
  const distance = distances.get(seat.seatId)!;
  const filled = isFilled(seat);
  const contend = (person: Person): Contender => ({
    personId: person.personId,
    name: chart.called.get(person.personId)!,
    fullName: person.name,
    aspiration: person.aspiration,
    leads: chart.seatsOf.has(person.personId),
    trying: findTrial(chart, seat, person),
    axes: {
      technical: joint.axisOf(person.personId, 'technical')!,
      people: joint.axisOf(person.personId, 'people')!,
    },
  });
  const holder = filled ? chart.person.get(seat.holderId)! : null;
  const reports = reportsOf(chart, seat).length;
  const team = seat.teamId === null ? 0 : (chart.members.get(seat.teamId) ?? []).length;
  const above = seat.reportsTo === null ? undefined : chart.seat.get(seat.reportsTo);
  return {
    seat,
    distance,
    steps: stepsForDemand(distance),
    technicians: countTechnicians(chart.structure),
    open: !(filled && seat.state === 'held'),
    contenders: findCandidates(chart, seat, distances, input.proposed).map(contend),
    holder: holder && holder.work !== 'service-account' ? contend(holder) : null,
    holderWeek: findWeek(chart, seat, input.leading),
    people: reports > 0 ? reports : team,
    monthsAhead:
      seat.state === 'planned' && seat.plannedFor ? daysBetween(input.day, seat.plannedFor) / DAYS_A_MONTH : null,
    above: above ? findWeek(chart, above, input.leading) : null,
    anythingKnown: input.anythingKnown,
  };
}

function findTrial(chart: Chart, seat: Seat, { personId }: Person): Contender['trying'] {
  const held = chart.seatsOf.get(personId) ?? [];
  const tried = held.find(({ seatId, state }) => state === 'acting' && seatId !== seat.seatId);
  return tried ? { title: tried.title, until: tried.actingUntil } : null;
}
