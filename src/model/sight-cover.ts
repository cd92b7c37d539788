import type { Day } from '../base/time.ts';
import { type Hours, hours } from '../base/units.ts';
import type { PersonId, SeatId, Structure, TeamId } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import type { Cover, CoverSlot } from './cover.ts';
import { mainAreas } from './cover-areas.ts';
import type { TeamCover } from './cover-teams.ts';
import type { Sights } from './sight.ts';
import { type Chart, seatsBelow } from './structure.ts';

/** People, by name as far as the reader may see their numbers; the others are only counted. */
export type SomePeople = { names: string[]; others: number };

/** Served hours of a day with the same people there: minutes after midnight. */
export type CoverSpan = {
  weekday: number;
  from: number;
  to: number;
  hours: Hours;
  /** How many able people are at work, and how many others can be reached. */
  present: number;
  reachable: number;
  who: SomePeople;
};

/** The cover of one team as one reader may see it: every count, and names of those who are open to them. */
export type ShownCover = {
  teamId: TeamId;
  name: string;
  seatId: SeatId | null;
  monday: Day;
  timeZone: string;
  zoneAssumed: boolean;
  ownHours: boolean;
  people: number;
  technicalKnown: number;
  able: SomePeople;
  notInAreas: number;
  withoutAreas: number;
  /** The areas that make up the playbook's share of the tickets, by name; null: the technical side alone counts. */
  areas: { tickets: number; main: string[] } | null;
  /** Who leads people, and not the work; null: the lead reaches the bar, can't be told, or isn't shown. */
  peopleLeader: string | null;
  finding:
    | {
        status: 'known';
        length: Hours;
        served: Hours;
        uncovered: Hours;
        unknown: SomePeople;
        awayWithoutEnd: SomePeople;
        spans: CoverSpan[];
      }
    | { status: 'not-enough-evidence'; missing: 'technical' | 'hours'; have: number; need: number };
};

/** What names are taken from. */
type Named = { structure: Structure; areaNames: ReadonlyMap<number, string>; playbook: Playbook };

/** Cuts the cover of a team to what a reader may see. */
export function showCover(cover: TeamCover, sights: Sights, { structure, areaNames, playbook }: Named): ShownCover {
  const nameOf = new Map(structure.people.map(({ personId, name }) => [personId, name]));
  const show = (ids: readonly PersonId[]): SomePeople => {
    const open = ids.filter((id) => sights.of(id) === 'open');
    return { names: open.map((id) => nameOf.get(id)!), others: ids.length - open.length };
  };
  const { finding, peopleLeader, areas, week } = cover;
  return {
    teamId: cover.teamId,
    name: cover.name,
    seatId: cover.seatId,
    monday: week.monday,
    timeZone: week.timeZone,
    zoneAssumed: cover.zoneAssumed,
    ownHours: cover.ownHours,
    people: cover.people.length,
    technicalKnown: cover.technicalKnown,
    able: show(cover.able),
    notInAreas: cover.notInAreas,
    withoutAreas: cover.withoutAreas.length,
    areas: areas && {
      tickets: areas.tickets,
      main: mainAreas(areas, playbook['cover.areas']).map((id) => areaNames.get(id) ?? 'an area without a name'),
    },
    peopleLeader: peopleLeader !== null && sights.of(peopleLeader) !== 'hidden' ? nameOf.get(peopleLeader)! : null,
    finding: finding.status === 'known' ? { status: 'known', ...showHours(finding.cover, show) } : finding,
  };
}

function showHours(cover: Cover, show: (ids: readonly PersonId[]) => SomePeople) {
  const { length, served, uncovered, unknown, awayWithoutEnd, slots } = cover;
  const spans = mergeSlots(slots).map(({ people, ...span }): CoverSpan => ({ ...span, who: show(people) }));
  return { length, served, uncovered, unknown: show(unknown), awayWithoutEnd: show(awayWithoutEnd), spans };
}

type MergedSlots = Omit<CoverSpan, 'who'> & { people: PersonId[] };

const QUARTER = 15;

/** Served quarters that follow each other by the clock with the same people there, as one. */
function mergeSlots(slots: readonly CoverSlot[]): MergedSlots[] {
  const merged: MergedSlots[] = [];
  for (const { weekday, minute, present, reachable, people, served } of slots) {
    if (!served) continue;
    const last = merged.at(-1);
    const isSame =
      last?.weekday === weekday &&
      last.to === minute &&
      last.present === present &&
      last.people.length === people.length &&
      last.people.every((id, i) => id === people[i]);
    if (last && isSame) {
      last.to += QUARTER;
      last.hours = hours(last.hours + QUARTER / 60);
    } else {
      const to = minute + QUARTER;
      merged.push({ weekday, from: minute, to, hours: hours(QUARTER / 60), present, reachable, people });
    }
  }
  return merged;
}

/** The areas whose names the cover of these teams needs. */
export function areasNamed(covers: readonly TeamCover[], playbook: Playbook): number[] {
  const ids = covers.flatMap(({ areas }) => (areas ? mainAreas(areas, playbook['cover.areas']) : []));
  return [...new Set(ids)].sort((one, other) => one - other);
}

/** The teams that somebody leads, and those below. */
export function teamsUnder(chart: Chart, personId: PersonId | null): Set<TeamId> {
  const own = personId === null ? [] : (chart.seatsOf.get(personId) ?? []);
  const seats = [...own, ...own.flatMap(({ seatId }) => seatsBelow(chart, seatId).map(({ seat }) => seat))];
  return new Set(seats.flatMap(({ teamId }) => (teamId === null ? [] : [teamId])));
}
