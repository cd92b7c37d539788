/** Words that say nothing of what somebody likes. */
const EMPTY = new Set(
  `a about after all also am an and any are as at be but by can do doing for from fun get go going good great had has have
  hobbies hobby i i'd i'm in interest interested interests into is it its like likes lot lots love loves me more most much
  my new not of on or other our out people playing really so some sometimes still stuff than that the their them things
  think time to too up us very was we well what when where which who with work working would`.split(/\s+/),
);

/**
 * The words that two people both wrote of what interests them, in order of the alphabet: exact words of three letters and
 * more, capitals aside. Plain overlap, so that everybody can see why; it knows no synonyms.
 */
export function findSharedInterests(one: string, other: string): string[] {
  const theirs = new Set(wordsOf(other));
  return [...new Set(wordsOf(one))].filter((word) => theirs.has(word)).sort();
}

function wordsOf(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
  return words.filter((word) => [...word].length >= 3 && !EMPTY.has(word));
}
