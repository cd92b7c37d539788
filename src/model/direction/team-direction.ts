import { addMonths, type Day } from '../../base/time.ts';
import type { PersonId, Seat, TeamId } from '../../records/people/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import type { DirectionFacts } from '../../records/teams/types.ts';
import { type Chart, isFilled } from '../structure.ts';
import { standsOf } from './stands.ts';
import type { Movers, TeamDirection, Track } from './types.ts';

/** First day of the quarter that a day lies in. */
export function quarterOf(day: Day): Day {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01` as Day;
}

/** Where every team is going, by the name of the team. */
export function directionsOf(chart: Chart, facts: DirectionFacts, playbook: Playbook): TeamDirection[] {
  const quarter = quarterOf(facts.day);
  const before = addMonths(quarter, -3);
  return chart.structure.teams
    .map(({ teamId, name }): TeamDirection => {
      const people = peopleIn(chart, teamId);
      const isSmall = people < playbook['direction.team-from'];
      const aimOf = (when: Day) => facts.aims.find((aim) => aim.teamId === teamId && aim.quarter === when) ?? null;
      const aim = aimOf(quarter);
      // A team that shrank keeps its targets, and how it stands is no longer said: it would be said of a person.
      const targets = isSmall
        ? []
        : facts.targets
            .filter((target) => target.teamId === teamId && target.endedOn === null)
            .map((target) => ({ target, stands: standsOf(target, facts, playbook) }));
      const movers = moversOf(chart, teamId, aim?.ownerId ?? null);
      return { teamId, name, people, isSmall, aim, lastAim: aimOf(before), targets, movers, track: trackOf(targets) };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Everybody who works in a team, and who leads it. */
export function peopleIn(chart: Chart, teamId: TeamId): number {
  const own = (chart.members.get(teamId) ?? []).filter(({ work }) => work !== 'service-account');
  const leads = chart.structure.seats.filter((seat) => seat.teamId === teamId && isFilled(seat));
  return new Set([...own.map(({ personId }) => personId), ...leads.map(({ holderId }) => holderId)]).size;
}

function moversOf(chart: Chart, teamId: TeamId, ownerId: PersonId | null): Movers {
  const seat = chart.structure.seats.find((one) => one.teamId === teamId);
  const known = ownerId !== null && chart.person.has(ownerId) ? ownerId : null;
  const above = seat === undefined ? null : nearestFilled(chart, seat);
  const isVacant = seat === undefined || above?.seatId !== seat.seatId;
  return { ownerId: known, leadId: above?.holderId ?? null, seatId: seat?.seatId ?? null, isVacant };
}

function nearestFilled(chart: Chart, seat: Seat): Seat | null {
  if (isFilled(seat)) return seat;
  const above = seat.reportsTo === null ? undefined : chart.seat.get(seat.reportsTo);
  return above === undefined ? null : nearestFilled(chart, above);
}

function trackOf(targets: TeamDirection['targets']): Track | null {
  const tracks = targets.flatMap(({ stands }) => (stands.status === 'known' ? [stands.track] : []));
  if (tracks.length === 0) return null;
  if (tracks.includes('off')) return 'off';
  // One that isn't known keeps the team from being called on track.
  return tracks.length === targets.length && tracks.every((one) => one === 'on') ? 'on' : 'close';
}
