import { createRandom } from '../../src/base/random.ts';
import { type Cell, isTechnicalOnly } from './cells.ts';
import { BARS, SECOND } from './grid.ts';
import type { Judgement } from './judge.ts';
import type { WorldResult } from './measure-world.ts';
import { NAIVE, type Policy } from './policies.ts';
import { clusteredError, shareOf } from './summarise.ts';

/** Judges the product by the second grid, all its cells together. */
export function judgeSecond(worlds: readonly WorldResult[]): Judgement[] {
  const cells = SECOND.map((cell) => ({ cell, worlds: worlds.filter((world) => world.cell === cell.name) }));
  const all = cells.flatMap((one) => one.worlds);
  if (all.length === 0) return [];
  return [
    ...NAIVE.map((naive) => judgeTogether(naive, cells, (cell) => !(isTechnicalOnly(cell) && naive === 'raw-fastest'))),
    judgeTechnicalTogether(cells),
    judgeCovered('contrasts', 'stored effects', all),
    judgeCovered('readings', 'readings that advice compares by', all),
  ];
}

type Measured = { cell: Cell; worlds: WorldResult[] };

/** Mean over cells of the mean paired difference within each, and the share of draws (worlds within cells) in which it is above 0. */
function judgeTogether(naive: Policy, cells: readonly Measured[], counts: (cell: Cell) => boolean): Judgement {
  const judged = cells.filter(({ cell, worlds }) => counts(cell) && worlds.length > 0);
  const differences = judged.map(({ worlds }) => worlds.map(({ regret }) => regret[naive] - regret.evenkeel));
  const random = createRandom(NAIVE.indexOf(naive as (typeof NAIVE)[number]));
  const draws = Array.from({ length: BARS.draws }, () =>
    meanOf(differences.map((own) => meanOf(own.map(() => own[random.integer(own.length)]!)))),
  );
  const sure = draws.filter((draw) => draw > 0).length / draws.length;
  return {
    bar: `second grid: lower regret than ${naive.replace('-', ' ')} in ≥ 95% of draws, over ${judged.length} cells together`,
    accepted: sure >= BARS.sure,
    found: `${(100 * sure).toFixed(1)}% of draws; lower by ${meanOf(differences.map(meanOf)).toFixed(2)} SD`,
  };
}

function judgeTechnicalTogether(cells: readonly Measured[]): Judgement {
  const judged = cells.filter(({ cell, worlds }) => isTechnicalOnly(cell) && worlds.length > 0);
  const worse = meanOf(
    judged.map(({ worlds }) => meanOf(worlds.map(({ regret }) => regret.evenkeel - regret['raw-fastest']))),
  );
  return {
    bar: `second grid: where technical skill is all that counts, at most ${BARS.worseBy} SD worse than raw fastest, over ${judged.length} cells together`,
    accepted: worse <= BARS.worseBy,
    found: `${worse > 0 ? 'worse' : 'better'} by ${Math.abs(worse).toFixed(2)}`,
  };
}

function judgeCovered(what: 'contrasts' | 'readings', words: string, worlds: readonly WorldResult[]): Judgement {
  const share = shareOf(worlds, what);
  const [low, high] = BARS.coverage;
  const found =
    share === null
      ? 'nothing fitted'
      : `${(100 * share).toFixed(1)}% ± ${(100 * clusteredError(worlds, share, what)).toFixed(1)}%`;
  return {
    bar: `second grid: 90% contrasts of ${words} cover the truth in 88 to 92%`,
    accepted: share !== null && share >= low && share <= high,
    found,
  };
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
