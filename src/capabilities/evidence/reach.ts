import type { PanelPart } from './contract.ts';

/** Differences that all stay below this, log minutes or log odds, aren't blown up to the full width. */
const LEAST = 0.05;

/** How far the drawing reaches to either side: to the longest bar or interval. */
export function reachOf(rows: readonly Pick<PanelPart, 'value' | 'low' | 'high'>[]): number {
  return Math.max(LEAST, ...rows.flatMap(({ value, low, high }) => [value, low ?? 0, high ?? 0].map(Math.abs)));
}
