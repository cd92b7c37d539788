import { weekdayOf } from '../base/calendar.ts';
import { addDays, type Day } from '../base/time.ts';
import type { Situation } from '../records/firm/types.ts';
import type { Person, PersonId, Seat, SeatId, Team, TeamId } from '../records/people/types.ts';
import type { KeptShift, PersonArea, TeamArea, TeamHours } from '../records/shifts/types.ts';
import { type Cover, type CoverWeek, coverOf } from './cover.ts';
import { type AreaKnowledge, type AreaMix, readAreas } from './cover-areas.ts';
import { clocksOf, serviceHoursOf, type UncoveredHours } from './cover-hours.ts';
import { findDemand, findGate, stepsForDemand } from './demand.ts';
import { findDistances } from './distance.ts';
import type { JointStrength } from './joint-strength.ts';
import { isKnown, reaches, standTo } from './standing.ts';
import { createStrengthSource } from './strength.ts';
import { type Chart, countTechnicians, isFilled, readChart } from './structure.ts';

/** What the hours in which nobody can jump in rest on. */
export type TeamCover = {
  teamId: TeamId;
  name: string;
  /** The seat that leads it, whose technical bar counts; null: none, and the bar is that of a seat one step away. */
  seatId: SeatId | null;
  week: CoverWeek;
  /** Nothing says by whose clocks the team goes: UTC was taken. */
  zoneAssumed: boolean;
  /** The team has hours of its own; else the playbook's. */
  ownHours: boolean;
  /** Who could jump in: the team's people and its lead. */
  people: PersonId[];
  /** Of those: of whom it can be told whether they reach the technical bar. */
  technicalKnown: number;
  /** Of those: who probably reaches the technical bar and has shown to know the areas. */
  able: PersonId[];
  /** How many reach the bar, and have shown not to know the areas well enough. */
  notInAreas: number;
  /** Where the team's tickets come from; null: too few say so, and the technical side alone counts. */
  areas: AreaMix | null;
  /** Able by the technical side alone, because their own tickets are too few to tell about areas. */
  withoutAreas: PersonId[];
  /** The lead, where their technical side is known not to reach the bar: without a technical second, nobody can jump in. */
  peopleLeader: PersonId | null;
  finding:
    | { status: 'known'; cover: Cover }
    /** technical: of nobody it can be told whether they are able; hours: of those able nobody's are known. */
    | { status: 'not-enough-evidence'; missing: 'technical' | 'hours'; have: number; need: number };
};

/** What cover is found from, beside the situation. */
export type CoverInput = {
  shifts: readonly KeptShift<PersonId>[];
  teamHours: ReadonlyMap<TeamId, TeamHours>;
  teamAreas: readonly TeamArea[];
  personAreas: readonly PersonArea[];
};

/** The Monday on a day or after it: the week that can still be planned. */
export function comingMonday(day: Day): Day {
  return addDays(day, (8 - weekdayOf(day)) % 7);
}

const NO_ZONE = 'UTC';

/** Who can jump in when, for every team with people, in the week from a Monday. `joint`: strengths where they are at hand. */
export function coverTeams(
  situation: Situation,
  input: CoverInput,
  monday: Day,
  joint: JointStrength = createStrengthSource(situation).at(situation.playbook),
): TeamCover[] {
  const { structure, playbook } = situation;
  const chart = readChart(structure);
  const distances = findDistances(chart);
  const areas = readAreas(input.teamAreas, input.personAreas, playbook);
  const technicians = countTechnicians(structure);
  return structure.teams.flatMap((team) => {
    const seat = leadSeat(structure.seats, team.teamId);
    const people = whoCounts(chart, team.teamId, seat);
    if (people.length === 0) return [];
    const steps = seat ? stepsForDemand(distances.get(seat.seatId)!) : 1;
    const gate = findGate(findDemand(steps, technicians, playbook), playbook).technical;
    const skilled = whoIsAble(team.teamId, people, { joint, areas, gate, situation });
    const isLeadShort = seat && isFilled(seat) && skilled.short.has(seat.holderId);
    return [
      {
        teamId: team.teamId,
        name: team.name,
        seatId: seat?.seatId ?? null,
        people: people.map(({ personId }) => personId),
        ...skilled.told,
        peopleLeader: isLeadShort ? seat.holderId : null,
        ...findHours(team, people, skilled.told, input, situation, monday),
      },
    ];
  });
}

/** The seat that leads a team: one that somebody is in, if there is one. */
function leadSeat(seats: readonly Seat[], teamId: TeamId): Seat | undefined {
  const of = seats.filter((seat) => seat.teamId === teamId);
  return of.find(isFilled) ?? of[0];
}

/** The team's people and its lead, in order of id. */
function whoCounts(chart: Chart, teamId: TeamId, seat: Seat | undefined): Person[] {
  const lead = seat && isFilled(seat) ? chart.person.get(seat.holderId) : undefined;
  const all = [...(chart.members.get(teamId) ?? []), ...(lead ? [lead] : [])];
  const unique = new Map(all.map((person) => [person.personId, person]));
  return [...unique.values()]
    .filter(({ work }) => work !== 'service-account')
    .sort((one, other) => one.personId - other.personId);
}

type Told = Pick<TeamCover, 'technicalKnown' | 'able' | 'notInAreas' | 'areas' | 'withoutAreas'>;
type Measure = { joint: JointStrength; areas: AreaKnowledge; gate: number; situation: Situation };

function whoIsAble(
  teamId: TeamId,
  people: readonly Person[],
  { joint, areas, gate, situation: { playbook } }: Measure,
): { told: Told; short: Set<PersonId> } {
  const mix = areas.mixOf(
    teamId,
    people.map(({ personId }) => personId),
  );
  const told: Told = { technicalKnown: 0, able: [], notInAreas: 0, areas: mix, withoutAreas: [] };
  const short = new Set<PersonId>();
  for (const { personId } of people) {
    const stand = standTo(joint, joint.axisOf(personId, 'technical')!, gate, playbook);
    if (isKnown(stand, playbook) && !reaches(stand)) short.add(personId);
    if (stand.status === 'clears' || stand.status === 'not-yet') told.technicalKnown++;
    if (stand.status !== 'clears') continue;
    const knows = mix && areas.knows(personId, mix);
    if (knows === false) {
      told.notInAreas++;
      continue;
    }
    told.able.push(personId);
    if (mix && knows === null) told.withoutAreas.push(personId);
  }
  return { told, short };
}

function findHours(
  team: Team,
  people: readonly Person[],
  { able, technicalKnown }: Told,
  { shifts, teamHours }: CoverInput,
  { playbook }: Situation,
  monday: Day,
): Pick<TeamCover, 'week' | 'zoneAssumed' | 'ownHours' | 'finding'> {
  const own = teamHours.get(team.teamId);
  const zone = clocksOf(own, people, shifts);
  const week = { monday, timeZone: zone ?? NO_ZONE };
  const place = { week, zoneAssumed: zone === undefined, ownHours: own !== undefined };
  if (able.length === 0 && technicalKnown === 0) {
    const counts = { have: technicalKnown, need: people.length };
    return { ...place, finding: { status: 'not-enough-evidence', missing: 'technical', ...counts } };
  }
  const cover = coverOf(week, shifts, new Set(able), serviceHoursOf(own, playbook));
  const known = able.length - cover.unknown.length;
  if (able.length > 0 && known === 0)
    return { ...place, finding: { status: 'not-enough-evidence', missing: 'hours', have: 0, need: able.length } };
  return { ...place, finding: { status: 'known', cover } };
}

/** The hours of each team where they are known; not where nobody is able and of some it can't be told yet. */
export function uncoveredHours(covers: readonly TeamCover[]): Map<TeamId, UncoveredHours> {
  return new Map(
    covers.flatMap(({ teamId, finding, able, people, technicalKnown }) => {
      const isOpen = able.length === 0 && technicalKnown < people.length;
      if (finding.status !== 'known' || isOpen) return [];
      const { uncovered, served, unknown } = finding.cover;
      return [[teamId, { uncovered, served, atMost: unknown.length > 0 }]];
    }),
  );
}
