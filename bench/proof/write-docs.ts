import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Judgement } from './judge.ts';
import { drawPicture } from './picture.ts';
import {
  adviceTable,
  differenceTable,
  failuresFirst,
  judgementTable,
  regretTable,
  sayResult,
  sayShortly,
} from './report.ts';
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

/** Rows of the table in the README. */
const SHORT = { failing: 4, rows: 8 } as const;
/** Cells that a reader of the README looks for first. */
const FIRST = ['line lead', 'team, both sides alike', 'manager', 'technical skill is all that counts'];

function shortPart(cells: readonly CellSummary[], judgements: readonly Judgement[]): string {
  const ordered = failuresFirst(cells);
  const failing = worstOfEachKind(ordered).slice(0, SHORT.failing);
  const others = [...FIRST.flatMap((name) => cells.find((cell) => cell.name === name) ?? []), ...ordered];
  const shown = failuresFirst([...new Set([...failing, ...others])].slice(0, SHORT.rows));
  return `${sayShortly(cells, judgements)}

${regretTable(shown)}

![${ALT}](docs/pictures/proof.svg)`;
}

/** Failing cells so that no kind hides another: the worst of each kind, then the second of each, and so on. */
function worstOfEachKind(ordered: readonly CellSummary[]): CellSummary[] {
  const kinds = [
    ...Map.groupBy(
      ordered.filter((cell) => cell.fails.length > 0),
      ({ kind }) => kind,
    ).values(),
  ];
  const most = Math.max(0, ...kinds.map((kind) => kind.length));
  return Array.from({ length: most }, (_, place) => kinds.flatMap((kind) => kind[place] ?? [])).flat();
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
