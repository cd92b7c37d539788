import type { Runs, SumKind } from './runs.ts';
import { MARKERS, SUMS } from './runs.ts';

/** By month: the value that 10, 50 and 90 of 100 simulated futures don't exceed. */
export type Fan = { low: Float64Array; middle: Float64Array; high: Float64Array };

/** Fans by month: technicians needed and available, hours of leading a week for each lead, and places being filled. */
export type Fans = { needed: Fan; available: Fan; load: Fan; vacancies: Fan };

/** The fans of some runs; at least one. */
export function fansOf(runs: Runs): Fans {
  const count = runs.to - runs.from;
  const column = new Float32Array(count);
  const fanOf = (table: Float32Array): Fan => {
    const fan: Fan = {
      low: new Float64Array(runs.months),
      middle: new Float64Array(runs.months),
      high: new Float64Array(runs.months),
    };
    for (let month = 0; month < runs.months; month++) {
      column.set(table.subarray(month * count, (month + 1) * count));
      column.sort();
      fan.low[month] = quantileOf(column, 0.1);
      fan.middle[month] = quantileOf(column, 0.5);
      fan.high[month] = quantileOf(column, 0.9);
    }
    return fan;
  };
  return {
    needed: fanOf(runs.needed),
    available: fanOf(runs.available),
    load: fanOf(runs.load),
    vacancies: fanOf(runs.vacancies),
  };
}

/** The value of sorted numbers that a share of them don't exceed, between neighbours in proportion; at least one number. */
export function quantileOf(sorted: Float32Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const next = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return sorted[below]! + (place - below) * (next - sorted[below]!);
}

/** By month: the mean over runs of what is counted. */
export function meansOf(runs: Runs, kind: SumKind): Float64Array {
  const at = SUMS.indexOf(kind);
  return Float64Array.from(
    { length: runs.months },
    (_, month) => runs.sums[month * SUMS.length + at]! / (runs.to - runs.from),
  );
}

/** Of each marker, in the order of `MARKERS`, by month: the share of runs in which it is due by then. */
export function chancesOf({ due, from, to, months }: Runs): Float64Array[] {
  const runs = to - from;
  return MARKERS.map((_, marker) => {
    const chance = new Float64Array(months);
    for (let run = 0; run < runs; run++) {
      const month = due[marker * runs + run]!;
      if (month > 0) chance[month - 1]! += 1;
    }
    for (let month = 1; month < months; month++) chance[month]! += chance[month - 1]!;
    return chance.map((count) => count / runs);
  });
}
