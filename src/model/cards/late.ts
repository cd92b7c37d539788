import type { DeskTicket, Finished } from '../../records/desk/types.ts';
import {
  estimateSurvival,
  type SurvivalCurve,
  survivalAt,
  timeByWhich,
  type Watched,
} from '../../science/survival/kaplan-meier.ts';

/** How one ticket stands to like ones. */
export type Standing = {
  /** Of which priority as well, or of the area alone. */
  like: 'area-and-priority' | 'area';
  /** Like tickets that were resolved. */
  n: number;
  /** Working minutes after which it counts as late; null: too few of them came so far. */
  lateAt: number | null;
  /** Share of like tickets that lasted longer than it has so far, 0 to 1. */
  lasting: number;
  /** That share at `lateAt`. */
  lastingAtLate: number;
};

/** Sets tickets against like ones; null: too few are known. */
export type LateScale = { standingOf(ticket: Pick<DeskTicket, 'areaId' | 'priority' | 'minutes'>): Standing | null };

type Like = { curve: SurvivalCurve; n: number; lateAt: number | null; lastingAtLate: number };

/**
 * How long tickets of an area and priority take, as Kaplan–Meier curves over working minutes from opening to first
 * resolution; those still open count as lasting at least so long. A ticket is late from the time by which the share
 * `beyond` of them is done. With fewer than `need` resolved ones the area alone is compared; with fewer of that, nothing.
 */
export function scaleOf(
  finished: readonly Finished[],
  open: readonly Pick<DeskTicket, 'areaId' | 'priority' | 'minutes' | 'cameBack'>[],
  { beyond, need }: { beyond: number; need: number },
): LateScale {
  const groups = gather(finished, open);
  const known = new Map<string, Like | null>();
  const likeOf = (key: string): Like | null => {
    if (!known.has(key)) known.set(key, measure(groups.get(key), beyond, need));
    return known.get(key)!;
  };
  return {
    standingOf({ areaId, priority, minutes }) {
      if (areaId === null) return null;
      const both = priority === null ? null : likeOf(`${areaId}/${priority}`);
      const like = both ?? likeOf(`${areaId}`);
      if (like === null) return null;
      const { curve, n, lateAt, lastingAtLate } = like;
      const lasting = survivalAt(curve, minutes);
      return { like: both ? 'area-and-priority' : 'area', n, lateAt, lasting, lastingAtLate };
    },
  };
}

type Group = { watched: Watched[]; ended: number };

function gather(finished: readonly Finished[], open: Parameters<typeof scaleOf>[1]): Map<string, Group> {
  const groups = new Map<string, Group>();
  const add = (key: string, time: number, ended: boolean) => {
    const group = groups.get(key) ?? { watched: [], ended: 0 };
    groups.set(key, group);
    group.watched.push({ time, ended });
    if (ended) group.ended++;
  };
  for (const { areaId, priority, minutes } of finished) {
    add(`${areaId}/${priority}`, minutes, true);
    add(`${areaId}`, minutes, true);
  }
  // One that came back was resolved once, and stands among those.
  for (const { areaId, priority, minutes, cameBack } of open) {
    if (areaId === null || cameBack) continue;
    add(`${areaId}/${priority ?? 0}`, minutes, false);
    add(`${areaId}`, minutes, false);
  }
  return groups;
}

function measure(group: Group | undefined, beyond: number, need: number): Like | null {
  if (group === undefined || group.ended < need) return null;
  const curve = estimateSurvival(group.watched);
  const lateAt = timeByWhich(curve, beyond).at;
  return { curve, n: group.ended, lateAt, lastingAtLate: lateAt === null ? 0 : survivalAt(curve, lateAt) };
}

/** Whether a ticket has taken longer than the playbook's share of like ones. One that came back has another clock. */
export function isLate(
  { minutes, cameBack }: DeskTicket,
  standing: Standing | null,
): standing is Standing & { lateAt: number } {
  return !cameBack && standing !== null && standing.lateAt !== null && minutes > standing.lateAt;
}
