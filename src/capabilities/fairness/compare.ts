import { fisherExact, smallestP } from '../../science/contingency/fisher.ts';
import { impactRatio } from '../../science/contingency/impact-ratio.ts';
import { FAIRNESS_RULES } from './rules.ts';

/** Somebody who was considered: of which group, and whether they were named or chosen. */
export type Considered = { group: string; chosen: boolean };

/**
 * highest: the group the others are compared with. fewer: below four fifths, and hardly by chance. watch: below four fifths,
 * but chance alone may do that. close: four fifths or more. too-few: there are too few people to tell.
 */
export type Reading = 'highest' | 'fewer' | 'watch' | 'close' | 'too-few';

/** One group beside the one with the highest rate. */
export type GroupRow = {
  name: string;
  size: number;
  chosen: number;
  /** 0 to 1. */
  rate: number;
  /** The rate as a part of the highest one, with its interval; `high` null: no upper end. Null: for the highest itself. */
  ratio: { value: number; low: number; high: number | null } | null;
  /** Fisher's exact test against the highest group, two-sided; null for the highest itself. */
  p: number | null;
  reading: Reading;
  /** Why there are too few: how many there are and how many it takes; `need` null: no number would do. */
  tooFew: { have: number; need: number | null; of: 'group' | 'both' } | null;
};

/** Groups that were too small to be shown each by itself. */
export const SMALLER_GROUPS = 'smaller groups';

/** Compares groups by the rate at which they were chosen, largest rate first. Empty: there are no two groups to compare. */
export function compareGroups(considered: readonly Considered[]): GroupRow[] {
  const groups = mergeSmall(countGroups(considered));
  if (groups.length < 2) return [];
  const rate = (one: Counted) => one.chosen / one.size;
  const sorted = groups.toSorted((a, b) => rate(b) - rate(a) || b.size - a.size || (a.name < b.name ? -1 : 1));
  const highest = sorted[0]!;
  return sorted.map((one) => ({ ...one, rate: rate(one), ...(one === highest ? HIGHEST : judge(one, highest)) }));
}

type Counted = { name: string; size: number; chosen: number };
type Judged = Pick<GroupRow, 'ratio' | 'p' | 'reading' | 'tooFew'>;
const HIGHEST: Judged = { ratio: null, p: null, reading: 'highest', tooFew: null };

function countGroups(considered: readonly Considered[]): Counted[] {
  const groups = new Map<string, Counted>();
  for (const { group, chosen } of considered) {
    const one = groups.get(group) ?? { name: group, size: 0, chosen: 0 };
    one.size++;
    if (chosen) one.chosen++;
    groups.set(group, one);
  }
  return [...groups.values()];
}

/** Puts groups together until each has so many people that nobody can be read off; what can't be is left out. */
function mergeSmall(groups: readonly Counted[]): Counted[] {
  const least = FAIRNESS_RULES.smallestShown.value;
  const rest = groups.filter((one) => one.size >= least).sort((a, b) => a.size - b.size || (a.name < b.name ? -1 : 1));
  const small = groups.filter((one) => one.size < least);
  if (small.length === 0) return rest;
  const merged = { name: SMALLER_GROUPS, size: 0, chosen: 0 };
  // One small group alone would still be itself under another name, so the next larger one goes with it.
  for (let i = 0; i < small.length || merged.size < least || i < 2; i++) {
    const next = small[i] ?? rest.shift();
    if (!next) break;
    merged.size += next.size;
    merged.chosen += next.chosen;
  }
  return merged.size >= least ? [...rest, merged] : rest;
}

function judge(one: Counted, highest: Counted): Judged {
  const groups = { chosen: one.chosen, size: one.size, otherChosen: highest.chosen, otherSize: highest.size };
  const found = impactRatio(groups, FAIRNESS_RULES.confidence.value);
  const p = fisherExact(groups);
  const tooFew = findTooFew(one, highest);
  const ratio = found
    ? { value: found.ratio, low: found.low, high: Number.isFinite(found.high) ? found.high : null }
    : null;
  return { ratio, p, tooFew, reading: tooFew ? 'too-few' : readingOf(found?.ratio ?? 1, p) };
}

/** 24 of 40 against 30 of 40 is exactly four fifths, though not in binary. */
const ROUNDING = 1e-9;

function readingOf(ratio: number, p: number): Reading {
  if (ratio >= FAIRNESS_RULES.fourFifths.value - ROUNDING) return 'close';
  return p < FAIRNESS_RULES.chance.value ? 'fewer' : 'watch';
}

function findTooFew(one: Counted, highest: Counted): GroupRow['tooFew'] {
  const fewest = FAIRNESS_RULES.fewest.value;
  const least = Math.min(one.size, highest.size);
  if (least < fewest) return { have: least, need: fewest, of: 'group' };
  const chosen = one.chosen + highest.chosen;
  if (canTell(one.size, highest.size, chosen)) return null;
  return { have: one.size + highest.size, need: findNeed(one.size, highest.size, chosen), of: 'both' };
}

const canTell = (size: number, otherSize: number, chosen: number) =>
  smallestP(size, otherSize, chosen) < FAIRNESS_RULES.chance.value;

/** Nobody has this many people to compare; beyond it "more people" is no help. */
const MOST_PEOPLE = 2000;

/** With how many people, in the same shares and chosen as often, the test could say something at all. */
function findNeed(size: number, otherSize: number, chosen: number): number | null {
  const all = size + otherSize;
  if (chosen === 0 || chosen === all) return null;
  for (let people = all + 1; people <= MOST_PEOPLE; people++) {
    const own = Math.round((size * people) / all);
    if (canTell(own, people - own, Math.round((chosen * people) / all))) return people;
  }
  return null;
}
