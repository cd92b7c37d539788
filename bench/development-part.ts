import type { DevelopmentBench } from './development.ts';
import { met, table } from './markdown.ts';

/** The part of a page of figures about mentors and cover. */
export function developmentPart({ rows, references }: DevelopmentBench): string {
  const cells = rows.map(({ what, cpuSeconds, aim, found }) => [
    what,
    cpuSeconds.toFixed(cpuSeconds < 0.1 ? 3 : 2),
    aim === null ? '' : `≤ ${aim.most}: ${met(cpuSeconds <= aim.most)}`,
    found,
  ]);
  const close = met(references.largest < 1e-9);
  return `## Mentors and cover
Invented firms from seeds; CPU seconds, medians of three runs.

${table(['what', 'CPU s', 'aim', 'found'], cells)}

On ${references.cases} random cases the objective differs from scipy's and glpsol's by at most ${references.largest.toExponential(1)} (aim < 1e-9: ${close}).`;
}
