/** What may stand between columns. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const ROWS_LOOKED_AT = 50;

/**
 * Finds what stands between the columns: the candidate that cuts the rows of the head into the most columns, where rows
 * that disagree with the first one count against it. Undefined when no candidate stands in the first row.
 */
export function detectDelimiter(head: string): Delimiter | undefined {
  let best: { delimiter: Delimiter; score: number } | undefined;
  for (const delimiter of DELIMITERS) {
    const widths = rowWidths(head, delimiter);
    const first = widths[0] ?? 1;
    if (first < 2) continue;
    const alike = widths.filter((width) => width === first).length / widths.length;
    const score = alike * alike * first;
    if (!best || score > best.score) best = { delimiter, score };
  }
  return best?.delimiter;
}

/** How many columns each of the first rows has; a last row that may be cut off is left out unless it is the only one. */
function rowWidths(head: string, delimiter: string): number[] {
  const widths: number[] = [];
  let width = 1;
  let quoted = false;
  let blank = true;
  for (const character of head) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === delimiter) width++;
    else if (character === '\n') {
      if (!blank) widths.push(width);
      if (widths.length >= ROWS_LOOKED_AT) return widths;
      width = 1;
      blank = true;
      continue;
    }
    if (character !== '\r') blank = false;
  }
  if (widths.length === 0) widths.push(width);
  return widths;
}
