import type { RecentRows } from './attribution-rows.ts';
import type { Parts, SharedCause } from './attribution-shares.ts';

/** An area, a client or a person that carries a cause. */
export type Carrier = {
  /** Number of the area, the client or the person. */
  id: number;
  /** Part of what this cause adds to the set that lies with it, 0 to 1. */
  part: number;
  /** Log minutes that it adds to a ticket: in the long run (0 for a person, and against like tickets), and now beside that. */
  longRun: number;
  now: number;
  /** Tickets of the set that it has. */
  tickets: number;
  /** People (for a person: areas) with recent tickets of it that took longer than to be expected; and of how many. */
  shows: { in: number; of: number };
};

/** Most that are listed for a cause. */
const MOST = 3;

/** Which areas, clients or people a cause of a set's extra time lies with, the heaviest first. `parts`: of every ticket. */
export function findCarriers(
  rows: RecentRows,
  parts: readonly Parts[],
  set: readonly number[],
  cause: SharedCause,
): Carrier[] {
  const { ids, of, longRun } = rows[cause];
  const counts = new Map<number, number>();
  for (const t of set) if (of[t]! >= 0) counts.set(of[t]!, (counts.get(of[t]!) ?? 0) + 1);
  const found = [...counts].map(([level, tickets]) => {
    const adds = parts[of.indexOf(level)]![cause];
    return { level, tickets, adds };
  });
  const total = found.reduce((sum, { adds, tickets }) => sum + Math.max(0, adds * tickets), 0);
  return found
    .filter(({ adds }) => adds > 0)
    .sort((one, other) => other.adds * other.tickets - one.adds * one.tickets || ids[one.level]! - ids[other.level]!)
    .slice(0, MOST)
    .map(({ level, tickets, adds }) => ({
      id: ids[level]!,
      part: (adds * tickets) / total,
      longRun: longRun[level]!,
      now: adds - longRun[level]!,
      tickets,
      shows: countWhere(rows, parts, cause, level),
    }));
}

/** In how many people's hands (a person: in how many areas) the recent tickets of a level took longer, and of how many. */
function countWhere(rows: RecentRows, parts: readonly Parts[], cause: SharedCause, level: number): Carrier['shows'] {
  const across = cause === 'person' ? rows.area.of : rows.person.of;
  const beyond = new Map<number, number>();
  rows[cause].of.forEach((at, t) => {
    if (at !== level) return;
    const { [cause]: adds, ticket } = parts[t]!;
    beyond.set(across[t]!, (beyond.get(across[t]!) ?? 0) + adds + ticket);
  });
  return { in: [...beyond.values()].filter((sum) => sum > 0).length, of: beyond.size };
}
