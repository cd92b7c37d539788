import type { TeamTicket } from '../../records/teams/types.ts';
import { mostOf } from './most-of.ts';
import type { Moved, Track } from './types.ts';

const WEEK = 7 * 86_400_000;

/** Open tickets now, the least and the most at the ends of the weeks that are looked at, and what moved them. */
export type BacklogFound = { value: number; range: { low: number; high: number }; n: number; moved: Moved };

/**
 * How many tickets stand open, as of an instant. Counted, so it has no interval; how it went at the ends of the weeks says
 * how far one day can be trusted. Fewer tickets opened in these weeks than needed: `have` says how many.
 */
export function backlogOf(
  tickets: readonly TeamTicket[],
  { asOf, weeks, need }: { asOf: number; weeks: number; need: number },
): BacklogFound | { have: number } {
  const have = tickets.filter(({ openedAt }) => openedAt > asOf - weeks * WEEK).length;
  if (have < need) return { have };
  const openAt = (at: number) => tickets.filter((one) => isOpen(one, at));
  const ends = Array.from({ length: weeks + 1 }, (_, back) => openAt(asOf - back * WEEK));
  const counts = ends.slice(0, weeks).map(({ length }) => length);
  const [now, before] = [ends[0]!, ends[weeks]!];
  return {
    value: now.length,
    range: { low: Math.min(...counts), high: Math.max(...counts) },
    n: weeks,
    moved: movedBy(now, before, weeks),
  };
}

const isOpen = ({ openedAt, resolvedAt }: TeamTicket, at: number): boolean =>
  openedAt <= at && (resolvedAt === null || resolvedAt > at);

function movedBy(now: readonly TeamTicket[], before: readonly TeamTicket[], weeks: number): Moved {
  const change = now.length - before.length;
  if (change === 0) return { status: 'steady', before: before.length, n: weeks };
  const areas = [...new Set([...now, ...before].map(({ areaId }) => areaId))];
  const countIn = (rows: readonly TeamTicket[], key: number) => rows.filter(({ areaId }) => areaId === key).length;
  const parts = areas.map((key) => ({ key, part: countIn(now, key) - countIn(before, key) }));
  return { status: 'moved', before: before.length, n: weeks, change, range: null, areas: mostOf(parts, change) };
}

/** Whether so many were open at most at the ends of all the weeks; off: at none of them. */
export const trackOfBacklog = ({ low, high }: { low: number; high: number }, most: number): Track =>
  high <= most ? 'on' : low > most ? 'off' : 'close';
