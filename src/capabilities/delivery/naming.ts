/**
 * Whether a text may name one of these people: by any part of a name, in whatever case, as a whole word. Rather once too often:
 * what names somebody doesn't leave the program.
 */
export function namesSomebody(text: string, people: readonly string[]): boolean {
  const words = new Set(wordsOf(text));
  return people.some((name) => wordsOf(name).some((part) => part.length > 1 && words.has(part)));
}

const wordsOf = (text: string) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
