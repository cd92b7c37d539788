/**
 * `npm run bench:proof`: does it choose better leads? Worlds with known truth are written as files, imported through the
 * product, and advice is asked of it (docs/methods/proof.md). The grid is fixed in proof/grid.ts.
 *   --quick   a few small worlds in under a minute, written nowhere   --json   the figures as JSON and nothing else
 *   --figures FILE   draws picture and tables again from the figures of a run before
 */
import { appendFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setup, teardown } from '../test/support/global-setup.ts';
import type { Cell } from './proof/cells.ts';
import { GRID, QUICK } from './proof/grid.ts';
import { type Judgement, judge } from './proof/judge.ts';
import type { WorldResult } from './proof/measure-world.ts';
import { adviceTable, differenceTable, failuresFirst, judgementTable, regretTable } from './proof/report.ts';
import { runWorlds, work } from './proof/run-worlds.ts';
import { type CellSummary, summarise } from './proof/summarise.ts';
import { writeDocs } from './proof/write-docs.ts';

/** Figures of every world of the last whole run, a line each. */
const FIGURES = join(tmpdir(), 'evenkeel-proof-figures.jsonl');
const PROCESSES = Math.max(2, Math.min(4, availableParallelism()));

type Options = { quick: boolean; json: boolean };

async function measure(cells: readonly Cell[], { quick, json }: Options) {
  if (!quick) rmSync(FIGURES, { force: true });
  await setup();
  try {
    return await runWorlds(cells, import.meta.filename, PROCESSES, (result, done, all) => {
      if (!quick) appendFileSync(FIGURES, `${JSON.stringify(result)}\n`);
      if (!json && (done % 25 === 0 || done === all))
        console.error(`${done} of ${all} worlds; the last: ${result.cell}`);
    });
  } finally {
    await teardown();
  }
}

async function readFigures(path: string): Promise<WorldResult[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}

function summariseAll(cells: readonly Cell[], worlds: readonly WorldResult[]): CellSummary[] {
  return cells.flatMap((cell, place) => {
    // In the order of their numbers, so that the draws don't depend on which was ready first.
    const own = worlds.filter((world) => world.cell === cell.name).sort((a, b) => a.n - b.n);
    return own.length === 0 ? [] : [summarise(cell, place, own)];
  });
}

function print(cells: readonly CellSummary[], judgements: readonly Judgement[] | null): void {
  const ordered = failuresFirst(cells);
  const failing = ordered.filter((cell) => cell.fails.length > 0);
  console.log(`Cells where it fails: ${failing.length} of ${cells.length}.\n${differenceTable(ordered)}\n`);
  if (judgements) console.log(`${judgementTable(judgements)}\n`);
  console.log(`Mean regret, SD:\n${regretTable(ordered)}\n\n${adviceTable(ordered)}`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      figures: { type: 'string' },
      worker: { type: 'boolean', default: false },
    },
  });
  if (values.worker) return work();
  const grid = values.quick ? QUICK : GRID;
  const measured = values.figures ? [] : await measure(grid, values);
  const worlds = values.quick ? measured : await readFigures(values.figures ?? FIGURES);
  const cells = summariseAll(grid, worlds);
  const judgements = values.quick ? null : judge(cells, worlds);
  if (judgements) await writeDocs(cells, judgements);
  if (values.json) console.log(JSON.stringify({ cells, ...(judgements && { judgements }) }));
  else print(cells, judgements);
}

await main();
