import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Judgement } from './judge.ts';
import { drawPicture } from './picture.ts';
import { adviceTable, differenceTable, failuresFirst, judgementTable, regretTable, sayResult } from './report.ts';
import type { CellSummary } from './summarise.ts';

const ROOT = join(import.meta.dirname, '../..');
const MARKS = ['<!-- proof -->', '<!-- /proof -->'] as const;
const ALT = 'Regret of each way to choose a lead, by kind of world';

/** Writes the picture, and the marked parts of the README and of the page about it. */
export async function writeDocs(cells: readonly CellSummary[], judgements: readonly Judgement[]): Promise<void> {
  await writeFile(join(ROOT, 'docs/pictures/proof.svg'), drawPicture(cells));
  await replaceMarked('README.md', shortPart(cells, judgements));
  await replaceMarked('docs/methods/proof.md', wholePart(cells, judgements));
}

function shortPart(cells: readonly CellSummary[], judgements: readonly Judgement[]): string {
  const clean = failuresFirst(cells).filter((cell) => cell.kind === 'clean');
  return `${sayResult(cells, judgements)} The clean cells of the first grid, those where it
fails first (every other cell stands [there](docs/methods/proof.md)):

${regretTable(clean)}

![${ALT}](docs/pictures/proof.svg)`;
}

function wholePart(cells: readonly CellSummary[], judgements: readonly Judgement[]): string {
  const ordered = failuresFirst(cells);
  const failing = ordered.filter((cell) => cell.fails.length > 0);
  const fine = ordered.filter((cell) => cell.fails.length === 0);
  return `${sayResult(cells, judgements)}

### Where it fails

${failing.length === 0 ? 'In no cell of the grid.' : differenceTable(failing)}

### The bars

${judgementTable(judgements)}

![${ALT}](../pictures/proof.svg)

### Mean regret, SD, in every cell; those where it fails first

${regretTable(ordered)}

### Where it holds: paired differences, 90% interval, and the share of draws in which Evenkeel is better

${differenceTable(fine)}

### What the advice rests on, and how often it would rather abstain

${adviceTable(ordered)}`;
}

async function replaceMarked(path: string, part: string): Promise<void> {
  const file = join(ROOT, path);
  const text = await readFile(file, 'utf8');
  const from = text.indexOf(MARKS[0]);
  const to = text.indexOf(MARKS[1]);
  if (from < 0 || to < from) throw new Error(`${path} has no part between ${MARKS.join(' and ')}.`);
  await writeFile(file, `${text.slice(0, from + MARKS[0].length)}\n\n${part}\n\n${text.slice(to)}`);
}
