/** Names as a file gives them, each once, in the order in which they came; rows hold the place in the list. */
export type Names = {
  list: string[];
  /** Place of a name; −1 for none. Case and spaces around it make no other name. */
  placeOf(name: string | null): number;
};

/** An empty list of names. `fold` says which spellings are one name. */
export function createNames(fold: (name: string) => string = (name) => name.toLowerCase()): Names {
  const list: string[] = [];
  // Spellings first, so that the usual case needs no folding.
  const bySpelling = new Map<string, number>();
  const byFolded = new Map<string, number>();
  return {
    list,
    placeOf(name) {
      if (name === null) return -1;
      const known = bySpelling.get(name);
      if (known !== undefined) return known;
      const folded = fold(name);
      let place = byFolded.get(folded);
      if (place === undefined) {
        place = list.push(ownCopy(name)) - 1;
        byFolded.set(ownCopy(folded), place);
      }
      bySpelling.set(ownCopy(name), place);
      return place;
    },
  };
}

/** The same text in memory of its own: a part of a large text would keep all of it alive. */
export const ownCopy = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');
