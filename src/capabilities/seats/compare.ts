import type { Candidate, Verdict } from '../../records/verdicts/types.ts';

/** Candidates as they stand beside each other: those our advice speaks about, and everybody else who was looked at. */
export type Comparison = { named: Candidate[]; others: Candidate[] };

/** At most so many columns stand side by side before the rest becomes a table. */
const COLUMNS = 6;

const byName = (a: Candidate, b: Candidate) => a.name.localeCompare(b.name, 'en') || a.personId - b.personId;

/**
 * Whom to show side by side: the holder, everybody in the named set and the one who closes most tickets. With few
 * candidates all of them. The holder comes first, then the named set, then the rest, each by name, because their places
 * mean nothing; only a pair has an order of its own, its lead first.
 */
export function compareCandidates(verdict: Pick<Verdict, 'candidates' | 'holderId' | 'answer'>): Comparison {
  const { candidates, holderId, answer } = verdict;
  const isNamed = (one: Candidate) => one.role !== null || one.personId === holderId || one.topCloserNotNamed;
  const group = (one: Candidate) => {
    if (one.personId === holderId) return 0;
    if (one.role === null) return 3;
    return answer.kind === 'pair' && answer.leadId === one.personId ? 1 : 2;
  };
  const sorted = [...candidates].sort((a, b) => group(a) - group(b) || byName(a, b));
  if (sorted.length <= COLUMNS) return { named: sorted, others: [] };
  const named = sorted.filter(isNamed);
  return { named, others: sorted.filter((one) => !isNamed(one)) };
}

/** What our advice says of a candidate, in two or three words; null where it says nothing. */
export function sayRole(candidate: Candidate, answer: Verdict['answer'], holds: boolean): string | null {
  if (holds) return 'holds this seat';
  switch (candidate.role) {
    case 'named':
      if (answer.kind === 'keep') return null;
      return answer.kind === 'several' ? 'too close to call' : 'our advice';
    case 'second':
      return answer.kind === 'pair' || answer.kind === 'keep' ? 'as a second' : 'could be a second';
    case 'trial':
      return 'our advice: a trial';
    case 'grow':
      return 'to grow';
    case null:
      return null;
  }
}
