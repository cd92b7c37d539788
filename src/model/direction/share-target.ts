import type { TeamTarget, TeamTicket } from '../../records/teams/types.ts';
import { changeParts } from '../../science/change-parts.ts';
import { type Counted, shareDifference } from '../../science/share-difference.ts';
import { shareInterval } from '../../science/share-interval.ts';
import { mostOf } from './most-of.ts';
import type { Moved, Track } from './types.ts';

/** A ticket as a share counts it: whether it fits, and when it does. */
type Judged = { areaId: number; good: boolean; when: 'now' | 'before' };

/** A share of the tickets, its 80% interval, and what moved it. */
export type ShareFound = { value: number; range: { low: number; high: number }; n: number; moved: Moved };

/** What the weeks that are looked at are. */
export type Window = {
  /** Working minutes in them. */
  workingMinutes: number;
  /** When they began. */
  since: number;
  need: number;
  /** From which share of the scale on a client is satisfied. */
  satisfiedFrom: number;
};

/** Null: fewer than the playbook's number are known; `have` says how many. */
export function shareOf(
  target: Pick<TeamTarget, 'measure' | 'withinHours'>,
  tickets: readonly TeamTicket[],
  window: Window,
): ShareFound | { have: number } {
  const judged = tickets.flatMap((ticket) =>
    target.measure === 'service-level' ? inTime(ticket, target.withinHours!, window) : satisfied(ticket, window),
  );
  const now = judged.filter(({ when }) => when === 'now');
  const before = judged.filter(({ when }) => when === 'before');
  if (now.length < window.need) return { have: now.length };
  const counted = countedOf(now);
  return {
    value: counted.hits / counted.n,
    range: shareInterval(counted.hits, counted.n),
    n: counted.n,
    moved: movedBy(now, before, window.need),
  };
}

/**
 * By when its time was over: one that was done early and whose time isn't over yet would make the share look better than
 * it will be.
 */
function inTime({ areaId, minutes, age, resolvedAt }: TeamTicket, hours: number, { workingMinutes }: Window): Judged[] {
  const over = age - hours * 60;
  if (over < 0) return [];
  return [
    { areaId, good: resolvedAt !== null && minutes <= hours * 60, when: over < workingMinutes ? 'now' : 'before' },
  ];
}

/** By the day of the resolution; the day of an answer isn't kept. */
function satisfied({ areaId, satisfaction, resolvedAt }: TeamTicket, { since, satisfiedFrom }: Window): Judged[] {
  if (satisfaction === null || resolvedAt === null) return [];
  return [{ areaId, good: satisfaction >= satisfiedFrom, when: resolvedAt > since ? 'now' : 'before' }];
}

const countedOf = (rows: readonly Judged[]): Counted => ({
  hits: rows.filter(({ good }) => good).length,
  n: rows.length,
});

function movedBy(now: readonly Judged[], before: readonly Judged[], need: number): Moved {
  if (before.length < need) return { status: 'not-enough-evidence', have: before.length, need };
  const [is, was] = [countedOf(now), countedOf(before)];
  const { difference, low, high } = shareDifference(is, was);
  const usual = { before: was.hits / was.n, n: was.n };
  if (low <= 0 && high >= 0) return { status: 'steady', ...usual };
  const areas = [...new Set([...now, ...before].map(({ areaId }) => areaId))];
  const parts = changeParts(
    areas.map((key) => ({
      key,
      before: countedOf(before.filter(({ areaId }) => areaId === key)),
      after: countedOf(now.filter(({ areaId }) => areaId === key)),
    })),
  );
  return { status: 'moved', ...usual, change: difference, range: { low, high }, areas: mostOf(parts, difference) };
}

/** Whether a share reaches what was wanted, as far as its interval can tell. */
export const trackOfShare = ({ low, high }: { low: number; high: number }, wanted: number): Track =>
  low >= wanted ? 'on' : high < wanted ? 'off' : 'close';
