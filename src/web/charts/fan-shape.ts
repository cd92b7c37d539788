import type { Scale } from './scale.ts';

/** Values by month that 10, 50 and 90 of 100 futures don't exceed. */
export type FanValues = { low: readonly number[]; middle: readonly number[]; high: readonly number[] };

const point = (x: number, y: number) => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** A line through values by month. */
export function linePath(values: readonly number[], x: Scale, y: Scale): string {
  return values.map((value, at) => `${at === 0 ? 'M' : 'L'}${point(x.at(at), y.at(value))}`).join('');
}

/** The band between what 10 and what 90 of 100 futures don't exceed. */
export function bandPath({ low, high }: Pick<FanValues, 'low' | 'high'>, x: Scale, y: Scale): string {
  if (low.length === 0) return '';
  const back = low.map((value, at) => `L${point(x.at(at), y.at(value))}`).reverse();
  return `${linePath(high, x, y)}${back.join('')}Z`;
}

/** The area under values by month, down to 0. */
export function areaPath(values: readonly number[], x: Scale, y: Scale): string {
  return bandPath({ low: values.map(() => 0), high: [...values] }, x, y);
}

/** The largest value that any of the fans and lines reaches; 0 where there is none. */
export function highestOf(fans: readonly Pick<FanValues, 'high'>[], lines: readonly number[] = []): number {
  return Math.max(0, ...lines, ...fans.flatMap(({ high }) => high));
}
