import type { Known } from './contract.ts';

/** How much evidence there is, in words: a share between 0 and 1 reads like a score, and it is none. */
export function evidenceWord(evidence: number): string {
  if (evidence < 0.1) return 'hardly any evidence yet';
  if (evidence < 0.35) return 'little evidence';
  if (evidence < 0.6) return 'some evidence';
  if (evidence < 0.8) return 'good evidence';
  return 'strong evidence';
}

/** A competency without a single view or ticket: its estimate only echoes the rest of the side. */
export function isUnseen(known: Pick<Known, 'views' | 'tickets'>): boolean {
  return known.views === 0 && known.tickets === 0;
}

/** Of several competencies the one to learn more about next: the least evidence, the earlier at equal evidence. */
export function leastKnown<T extends { known: Pick<Known, 'evidence'> }>(competencies: readonly T[]): T | undefined {
  return competencies.reduce<T | undefined>(
    (least, one) => (least === undefined || one.known.evidence < least.known.evidence ? one : least),
    undefined,
  );
}
