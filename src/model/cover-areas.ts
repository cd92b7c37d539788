import type { PersonId, TeamId } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import type { PersonArea, TeamArea } from '../records/shifts/types.ts';

/** From which areas a team's tickets come, most first, and how many tickets those are. */
export type AreaMix = { tickets: number; areas: { areaId: number; tickets: number }[] };

/** Who knows which areas, from tickets. */
export type AreaKnowledge = {
  /** Null: too few tickets with an area to tell where a team's come from. */
  mixOf(teamId: TeamId, members: readonly PersonId[]): AreaMix | null;
  /** Whether somebody has shown to know where a team's tickets come from; null: their own tickets are too few to tell. */
  knows(personId: PersonId, mix: AreaMix): boolean | null;
};

/**
 * Reads who knows which areas. An area is known from `breadth.need` tickets that somebody brought to an end; a team's
 * areas are known from `tickets.need` tickets in its queue, or where none stood there, of its people.
 */
export function readAreas(
  teamAreas: readonly TeamArea[],
  personAreas: readonly PersonArea[],
  playbook: Playbook,
): AreaKnowledge {
  const ofTeam = Map.groupBy(teamAreas, ({ teamId }) => teamId);
  const ofPerson = Map.groupBy(personAreas, ({ personId }) => personId);
  const need = playbook['tickets.need'];
  const seenBy = (id: PersonId) =>
    (ofPerson.get(id) ?? []).reduce((sum, { first, ended }) => sum + Math.max(first, ended), 0);
  return {
    mixOf: (teamId, members) => {
      const queue = ofTeam.get(teamId) ?? [];
      const own = members
        .flatMap((id) => ofPerson.get(id) ?? [])
        .map(({ areaId, first }) => ({ areaId, tickets: first }));
      const mix = mixOf(queue.length > 0 ? queue : own);
      return mix.tickets >= need ? mix : null;
    },
    knows: (personId, mix) => {
      if (seenBy(personId) < need) return null;
      const theirs = ofPerson.get(personId)!.filter(({ ended }) => ended >= playbook['breadth.need']);
      const known = new Set(theirs.map(({ areaId }) => areaId));
      const covered = mix.areas.reduce((sum, { areaId, tickets }) => sum + (known.has(areaId) ? tickets : 0), 0);
      return covered >= playbook['cover.areas'] * mix.tickets;
    },
  };
}

function mixOf(rows: readonly { areaId: number; tickets: number }[]): AreaMix {
  const sums = new Map<number, number>();
  for (const { areaId, tickets } of rows) sums.set(areaId, (sums.get(areaId) ?? 0) + tickets);
  const areas = [...sums].map(([areaId, tickets]) => ({ areaId, tickets }));
  areas.sort((one, other) => other.tickets - one.tickets || one.areaId - other.areaId);
  return { tickets: areas.reduce((sum, { tickets }) => sum + tickets, 0), areas };
}

/** The fewest areas that make up a share of a team's tickets, most tickets first. */
export function mainAreas({ areas, tickets }: AreaMix, share: number): number[] {
  const main: number[] = [];
  let sum = 0;
  for (const area of areas) {
    if (sum >= share * tickets) break;
    main.push(area.areaId);
    sum += area.tickets;
  }
  return main;
}
