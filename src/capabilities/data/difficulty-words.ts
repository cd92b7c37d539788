import type { DataHealth } from '../../records/work/types.ts';

type Counts = Pick<DataHealth, 'withDifficulty' | 'difficultyDated' | 'difficultyBefore'>;

/** On how many tickets of a file difficulty was set, and whether it is used; null where it was set on none. */
export function sayDifficulty({ withDifficulty, difficultyDated, difficultyBefore }: Counts): string | null {
  if (withDifficulty === 0) return null;
  const set = `Difficulty was set on ${tickets(withDifficulty)}`;
  if (difficultyBefore === withDifficulty) return `${set}, on all of them before anybody had it: it is used.`;
  if (difficultyBefore > 0)
    return `${set}; on ${difficultyBefore.toLocaleString('en')} of them before anybody had it: these are used.`;
  if (difficultyDated === 0) return `${set}, and not used: the file doesn't say when it was set.`;
  return `${set}, and not used: on none of them the file says that it was set before anybody had it.`;
}

const tickets = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'ticket' : 'tickets'}`;
