/** Cuts advice into its sentences; a full stop inside a number or an abbreviation without a following space stays. */
function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+(?=[A-Z0-9"'])/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/**
 * What differs between two pieces of advice: the sentences that only one of them has, in their order. Where that
 * leaves one side empty it says so with an empty text, which a reader sees as "nothing".
 */
export function whatMoved(before: string, after: string): { before: string; after: string } {
  const was = sentencesOf(before);
  const now = sentencesOf(after);
  const kept = new Set(was.filter((sentence) => now.includes(sentence)));
  const rest = (sentences: string[]) => sentences.filter((sentence) => !kept.has(sentence)).join(' ');
  return { before: rest(was), after: rest(now) };
}
