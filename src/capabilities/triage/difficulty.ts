/** How hard a ticket may look: five steps, as the files keep them. */
export const DIFFICULTIES = [
  { value: 1, name: 'easy' },
  { value: 2, name: 'fairly easy' },
  { value: 3, name: 'usual' },
  { value: 4, name: 'fairly hard' },
  { value: 5, name: 'hard' },
] as const;

export const nameOf = (difficulty: number): string => DIFFICULTIES[difficulty - 1]!.name;

/** What a key says of the ticket that has the focus; undefined: nothing. */
export function difficultyOfKey(event: {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}): number | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  return /^[1-5]$/.test(event.key) ? Number(event.key) : undefined;
}
