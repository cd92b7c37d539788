import type { Judgement } from './judge.ts';
import { NAIVE, POLICIES, type Policy } from './policies.ts';
import type { CellSummary } from './summarise.ts';

export const POLICY_WORDS: Record<Policy, string> = {
  random: 'random',
  'top-closer': 'top closer',
  'raw-fastest': 'raw fastest',
  'technician-effect': 'technician effect only',
  'people-only': 'people only',
  evenkeel: 'Evenkeel',
};

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[][]) =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

/** Those it is judged by come first. */
const KINDS: readonly CellSummary['kind'][] = ['clean', 'hidden', 'wrong', 'raters', 'as-first'];

/**
 * Cells where the product fails, those that judge it before the others, the least sure to be better than a naive policy
 * first; then the cells where it holds, in the order of the grid.
 */
export function failuresFirst(cells: readonly CellSummary[]): CellSummary[] {
  const leastSure = ({ better }: CellSummary) => Math.min(...NAIVE.map((naive) => better[naive]));
  const failing = cells.filter((cell) => cell.fails.length > 0);
  failing.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || leastSure(a) - leastSure(b));
  return [...failing, ...cells.filter((cell) => cell.fails.length === 0)];
}

/** What the acceptance asks for, and what was found. */
export function judgementTable(judgements: readonly Judgement[]): string {
  return table(
    ['bar', 'result', 'found'],
    judgements.map(({ bar, accepted, found }) => [bar, accepted ? 'accepted' : '**failed**', found]),
  );
}

/** Mean regret of each policy in each cell, SD; the least of a row is bold. */
export function regretTable(cells: readonly CellSummary[]): string {
  return table(
    ['cell', ...POLICIES.map((policy) => POLICY_WORDS[policy]), 'contrasts covered', 'names one'],
    cells.map((cell) => {
      const least = Math.min(...Object.values(cell.regret));
      return [
        cell.name,
        ...POLICIES.map((policy) => bold(cell.regret[policy].toFixed(2), cell.regret[policy] === least)),
        sayCoverage(cell),
        percent(1 - cell.abstains),
      ];
    }),
  );
}

/** The same with the paired differences, by which a cell is judged. */
export function differenceTable(cells: readonly CellSummary[]): string {
  return table(
    ['cell', 'worlds', 'random − Evenkeel', 'top closer − Evenkeel', 'raw fastest − Evenkeel', 'where it fails'],
    cells.map((cell) => [
      cell.name,
      String(cell.worlds),
      ...(['random', 'top-closer', 'raw-fastest'] as const).map((naive) => {
        const [low, high] = cell.difference[naive];
        return `${signed(cell.differenceMean[naive])} (${signed(low)} to ${signed(high)}); ${percent(cell.better[naive])}`;
      }),
      cell.fails.join('; ') || '–',
    ]),
  );
}

/** What advice rests on in each cell, and how often it names one person to lead. */
export function adviceTable(cells: readonly CellSummary[]): string {
  return table(
    [
      'cell',
      'technical weight, true',
      'taken',
      'hidden SD between people',
      '90% contrasts of stored effects cover',
      '90% differences that order cover',
      '90% technical strengths cover',
      '90% people strengths cover',
      'names one',
      'their regret',
      'too close to call',
      'not enough evidence',
      'other',
    ],
    cells.map((cell) => {
      const { several = 0, 'not-enough-evidence': unknown = 0 } = cell.answers;
      const rest = cell.worlds * cell.abstains - several - unknown;
      return [
        cell.name,
        cell.weight.truth.toFixed(2),
        cell.weight.taken.toFixed(2),
        cell.hidden.toFixed(2),
        cell.stored === null ? '–' : percent(cell.stored),
        cell.order === null ? '–' : percent(cell.order),
        percent(cell.strengths.technical),
        percent(cell.strengths.people),
        percent(1 - cell.abstains),
        cell.namedRegret?.toFixed(2) ?? '–',
        percent(several / cell.worlds),
        percent(unknown / cell.worlds),
        percent(rest / cell.worlds),
      ];
    }),
  );
}

/** The same for the README, in one sentence. */
export function sayShortly(cells: readonly CellSummary[], judgements: readonly Judgement[]): string {
  const missed = judgements.filter((one) => !one.accepted).length;
  const clean = cells.filter(({ kind }) => kind === 'clean');
  const failing = clean.filter(({ fails }) => fails.length > 0).length;
  const bars =
    missed === 0 ? `clears all ${judgements.length} bars` : `misses **${missed} of ${judgements.length} bars**`;
  const count = (isOne: (kind: CellSummary['kind']) => boolean) =>
    cells.filter(({ kind, fails }) => isOne(kind) && fails.length > 0).length;
  const asFirst = count((kind) => kind === 'as-first');
  const unseen = count((kind) => kind !== 'clean' && kind !== 'as-first');
  return `In invented firms whose truth is known, Evenkeel ${bars} that were set before the first run; it fails in ${failing} of ${clean.length} kinds of firm that it is judged by and in ${unseen + asFirst} of ${cells.length - clean.length} others: ${unseen} with hidden difficulty or wrong weights, ${asFirst} in worlds as an earlier grid had them, where stuck tickets go to the best rescuer alone. Where it fails comes first:`;
}

/** One or two sentences on the whole: how many bars are cleared, and in how many cells of each kind it fails. */
export function sayResult(cells: readonly CellSummary[], judgements: readonly Judgement[]): string {
  const cleared = judgements.filter((one) => one.accepted).length;
  const failing = (kind: CellSummary['kind']) =>
    cells.filter((cell) => cell.kind === kind && cell.fails.length > 0).length;
  const count = (kind: CellSummary['kind']) => cells.filter((cell) => cell.kind === kind).length;
  const verdict =
    cleared === judgements.length
      ? `All ${cleared} bars are cleared.`
      : `**${judgements.length - cleared} of ${judgements.length} bars are not cleared.**`;
  return `${verdict} It fails in ${failing('clean')} of ${count('clean')} clean cells; in ${failing('hidden')} of ${count('hidden')} with hidden difficulty, ${failing('wrong')} of ${count('wrong')} with wrong weights, ${failing('raters')} of ${count('raters')} in which the firm knows how far to trust a view, and ${failing('as-first')} of ${count('as-first')} in worlds as the first grid had them, none of which is judged.`;
}

const bold = (text: string, is: boolean) => (is ? `**${text}**` : text);
const percent = (share: number) => `${Math.round(100 * share)}%`;
const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;

function sayCoverage({ coverage, coverageError }: CellSummary): string {
  return coverage === null ? '–' : `${percent(coverage)} ± ${(100 * coverageError!).toFixed(1)}`;
}
