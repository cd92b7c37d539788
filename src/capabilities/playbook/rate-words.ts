import type { RuleRate } from './contract.ts';

/** "Found useful 7 of 9 times: probably 58 to 90 of 100." */
export function sayRate({
  useful,
  answered,
  low,
  high,
}: Pick<RuleRate, 'useful' | 'answered' | 'low' | 'high'>): string {
  if (answered === 0) return 'Nobody has answered one yet.';
  const of = (share: number) => Math.round(100 * share);
  return `Found useful ${useful} of ${answered} ${answered === 1 ? 'time' : 'times'}: probably ${of(low)} to ${of(high)} of 100.`;
}
