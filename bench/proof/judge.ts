import { kindOf } from './cells.ts';
import { BARS, GRID } from './grid.ts';
import type { WorldResult } from './measure-world.ts';
import { NAIVE } from './policies.ts';
import { type CellSummary, clusteredError, shareOf } from './summarise.ts';

/** One bar of the acceptance, and whether the product clears it. */
export type Judgement = { bar: string; accepted: boolean; found: string };

/** Judges the product by the clean cells of the grid. */
export function judge(cells: readonly CellSummary[], worlds: readonly WorldResult[]): Judgement[] {
  const clean = cells.filter((cell) => cell.kind === 'clean');
  return [...NAIVE.map((naive) => judgeAgainst(naive, clean)), judgeTechnical(clean), judgeCoverage(worlds)];
}

function judgeAgainst(naive: (typeof NAIVE)[number], clean: readonly CellSummary[]): Judgement {
  const judged = clean.filter((cell) => !(cell.technicalOnly && naive === 'raw-fastest'));
  const failed = judged.filter((cell) => cell.better[naive] < BARS.sure);
  const least = Math.min(...judged.map((cell) => cell.better[naive]));
  return {
    bar: `lower regret than ${naive.replace('-', ' ')} in ≥ 95% of draws, in each of ${judged.length} cells`,
    accepted: failed.length === 0,
    found:
      failed.length === 0
        ? `${judged.length} of ${judged.length}; the least sure ${(100 * least).toFixed(1)}%`
        : `not in ${failed.map((cell) => `“${cell.name}” (${(100 * cell.better[naive]).toFixed(1)}%)`).join(', ')}`,
  };
}

function judgeTechnical(clean: readonly CellSummary[]): Judgement {
  const judged = clean.filter((cell) => cell.technicalOnly);
  const gaps = judged.map((cell) => -cell.differenceMean['raw-fastest']);
  const worst = Math.max(...gaps);
  return {
    bar: `where technical skill is all that counts, at most ${BARS.worseBy} SD worse than raw fastest, in each of ${judged.length} cells`,
    accepted: worst <= BARS.worseBy,
    found: judged
      .map((cell, i) => `“${cell.name}” ${gaps[i]! > 0 ? 'worse' : 'better'} by ${Math.abs(gaps[i]!).toFixed(2)}`)
      .join(', '),
  };
}

function judgeCoverage(worlds: readonly WorldResult[]): Judgement {
  const clean = new Set(GRID.filter((cell) => kindOf(cell) === 'clean').map((cell) => cell.name));
  const judged = worlds.filter((world) => clean.has(world.cell));
  const share = shareOf(judged, 'contrasts');
  const [low, high] = BARS.coverage;
  return {
    bar: '90% contrasts between technicians, as advice reads them, cover the truth in 88 to 92%, clean cells together',
    accepted: share !== null && share >= low && share <= high,
    found:
      share === null
        ? 'nothing fitted'
        : `${sayWithError(judged, share, 'contrasts')}; of stored effects ${sayWithError(judged, shareOf(judged, 'stored')!, 'stored')}`,
  };
}

const sayWithError = (worlds: readonly WorldResult[], share: number, what: 'contrasts' | 'stored') =>
  `${sayShare(share)} ± ${sayShare(clusteredError(worlds, share, what))}`;
const sayShare = (share: number) => `${(100 * share).toFixed(1)}%`;
