/** A regular expression of PostgreSQL that finds whole names only: "Al" is not found in "Also". */
export function wholeNames(texts: readonly string[], type: 'text' | 'jsonb' = 'text'): string {
  // In jsonb a name stands as JSON writes it, perhaps right behind a line break, which ends in a letter there.
  const written = type === 'jsonb' ? texts.map((text) => JSON.stringify(text).slice(1, -1)) : texts;
  const begins = type === 'jsonb' ? String.raw`(?:(?<![[:alnum:]])|(?<=\\[bfnrt]))` : '(?<![[:alnum:]])';
  return `${begins}(?:${written.map(escapePattern).join('|')})(?![[:alnum:]])`;
}

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
