import type { Level } from '../../base/units.ts';
import { level } from '../../base/units.ts';
import type { PlanPath } from '../../records/development/types.ts';
import type { Person, PersonId, Seat, SeatId } from '../../records/people/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import type { Demand } from '../../records/verdicts/types.ts';
import { COMPETENCIES_OF, type Competency, type Side } from '../../records/voice/types.ts';
import { SIDES } from '../competency-space.ts';
import { findDemand, stepsForDemand } from '../demand.ts';
import { findDistance } from '../distance.ts';
import type { Strength } from '../profile.ts';
import { type Chart, countTechnicians, isFilled, placeName, reportsOf } from '../structure.ts';
import { PATH_LEVELS, type PathLevel } from './path-levels.ts';

/** What somebody could grow for: a seat they hold or could hold, or the next level of the technical path. */
export type Aim = {
  path: PlanPath;
  /** Null: of no seat. */
  seatId: SeatId | null;
  /** holds: they lead it; candidate: they are considered for it and know; above: it is the one they report to, or their team's. */
  because: 'holds' | 'candidate' | 'above' | 'technical-path';
  /** What it is called: "Service Desk", "Level 4: Principal engineer". */
  title: string;
  targets: Partial<Record<Competency, Level>>;
};

/** What is known of both sides of somebody. */
export type Sides = Record<Side, Pick<Strength, 'estimate' | 'evidence' | 'tooLittle'>>;

/** Of whom aims are looked for. */
export type AimInput = {
  chart: Chart;
  playbook: Playbook;
  sides: Sides;
  /** Seats for which they are considered, and know it. */
  candidateFor: readonly SeatId[];
};

/**
 * What somebody could grow for, the likeliest first: the seat they hold, then one they are considered for, then the one above
 * them unless they said "not now" or chose the technical path; the technical path for everybody who isn't at its end.
 */
export function findAims(person: Pick<Person, 'personId' | 'aspiration' | 'work'>, input: AimInput): Aim[] {
  const { chart } = input;
  const held = (chart.seatsOf.get(person.personId) ?? []).filter(
    (seat) => isFilled(seat) && reportsOf(chart, seat).length > 0,
  );
  const candidate = input.candidateFor.flatMap((id) => chart.seat.get(id) ?? []);
  const leads = person.aspiration === 'wants-to-lead' || person.aspiration === 'not-asked';
  const above = held.length === 0 && leads ? seatsAbove(person.personId, chart) : [];
  const aims = new Map<SeatId, Aim>();
  const add = (seats: readonly Seat[], because: Aim['because']) => {
    for (const seat of seats) if (!aims.has(seat.seatId)) aims.set(seat.seatId, aimAt(seat, because, input));
  };
  add(held, 'holds');
  add(candidate, 'candidate');
  add(above, 'above');
  const technical = person.work === 'product' ? technicalAim(input) : [];
  const first = person.aspiration === 'technical-path' && held.length === 0;
  return first ? [...technical, ...aims.values()] : [...aims.values(), ...technical];
}

/** The seat that somebody reports to, and the one that leads their team. */
function seatsAbove(personId: PersonId, { structure, seat }: Chart): Seat[] {
  const line = structure.lines.find((one) => one.personId === personId);
  const team = structure.memberships.find((one) => one.personId === personId)?.teamId;
  const own = line === undefined ? undefined : seat.get(line.seatId);
  const ofTeam = structure.seats.filter(
    ({ teamId, holderId }) => team !== undefined && teamId === team && holderId !== personId,
  );
  return own ? [own, ...ofTeam] : ofTeam;
}

function aimAt(seat: Seat, because: Aim['because'], { chart, playbook, sides }: AimInput): Aim {
  const steps = stepsForDemand(findDistance(chart, seat));
  const demand = findDemand(steps, countTechnicians(chart.structure), playbook);
  return {
    path: pathOf(sides, demand),
    seatId: seat.seatId,
    because,
    title: placeName(chart, seat),
    targets: Object.fromEntries(SIDES.flatMap((side) => COMPETENCIES_OF[side].map((one) => [one, demand[side]]))),
  };
}

/** By what the person brings, where enough is known of both sides; else by what the seat asks for. */
function pathOf({ technical, people }: Sides, demand: Demand): PlanPath {
  const isKnown = technical.tooLittle === null && people.tooLittle === null;
  const lean = isKnown ? technical.estimate.mean - people.estimate.mean : demand.technical - demand.people;
  return lean >= 0 ? 'technical-lead' : 'people-leader';
}

function technicalAim({ sides }: AimInput): Aim[] {
  const now = levelOnPath(sides.technical)?.level ?? 2;
  const next = PATH_LEVELS.find((one) => one.level > now);
  if (next === undefined) return [];
  const target = level(next.level);
  return [
    {
      path: 'technical-path',
      seatId: null,
      because: 'technical-path',
      title: `Level ${next.level}: ${next.technical.title}`,
      targets: Object.fromEntries(COMPETENCIES_OF.technical.map((one) => [one, target])),
    },
  ];
}

/** The level of a path nearest to an estimate, its ends included; null: too little is known to say. */
export function levelOnPath({ estimate, tooLittle }: Sides[Side]): PathLevel | null {
  if (tooLittle !== null) return null;
  const nearest = Math.min(5, Math.max(2, Math.round(estimate.mean)));
  return PATH_LEVELS.find((one) => one.level === nearest)!;
}
