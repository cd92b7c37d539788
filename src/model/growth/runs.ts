import { assert } from '../../base/assert.ts';

/** What becomes due, in the order of their positions in `due`. */
export const MARKERS = ['coordinator', 'next-lead', 'people-leader', 'service-manager', 'team-split'] as const;
export type MarkerKind = (typeof MARKERS)[number];

/** Whole numbers that are added over runs, by month, in the order of their positions in `sums`. */
export const SUMS = [
  'leads',
  'leads-wanted',
  'leads-ready',
  'departures',
  'held-back',
  'months-short-of-lead',
] as const;
export type SumKind = (typeof SUMS)[number];

/**
 * What the runs `from` to `to` − 1 brought, as tables: by month, and in each month by run. Runs don't know of each other, so any
 * split over threads gives the same numbers.
 */
export type Runs = {
  from: number;
  to: number;
  months: number;
  /** Technicians. */
  needed: Float32Array;
  /** Settled technicians that those on the desk amount to, own tickets of leads included. */
  available: Float32Array;
  /** Hours a week of leading for each lead. */
  load: Float32Array;
  /** Places on the desk that are being filled. */
  vacancies: Float32Array;
  /** By marker, then run: the month in which it first becomes due, 1 the plan's first; 0: not within the plan. */
  due: Int16Array;
  /** By month, then kind. */
  sums: Float64Array;
  /** By run: how many were promoted, and technician-months that the seats they left cost. */
  promoted: Int32Array;
  leftBehind: Float32Array;
  /** By run: technician-months needed beyond those available. */
  short: Float32Array;
};

/** Room for the runs `from` to `to` − 1. */
export function createRuns(months: number, from: number, to: number): Runs {
  const runs = to - from;
  const table = () => new Float32Array(months * runs);
  return {
    from,
    to,
    months,
    needed: table(),
    available: table(),
    load: table(),
    vacancies: table(),
    due: new Int16Array(MARKERS.length * runs),
    sums: new Float64Array(months * SUMS.length),
    promoted: new Int32Array(runs),
    leftBehind: new Float32Array(runs),
    short: new Float32Array(runs),
  };
}

/** Joins runs that follow each other, in whatever order they came back. */
export function joinRuns(parts: readonly Runs[]): Runs {
  const sorted = parts.toSorted((one, other) => one.from - other.from);
  const [first, last] = [sorted[0], sorted.at(-1)];
  assert(first && last, 'no runs to join');
  sorted.forEach((part, at) => {
    assert(at === 0 || part.from === sorted[at - 1]!.to, `runs are missing before ${part.from}`);
  });
  const { months } = first;
  const joined = createRuns(months, first.from, last.to);
  for (const part of sorted) {
    const at = part.from - first.from;
    for (const table of ['needed', 'available', 'load', 'vacancies'] as const)
      placeColumns(joined[table], part[table], months, at);
    placeColumns(joined.due, part.due, MARKERS.length, at);
    for (const list of ['promoted', 'leftBehind', 'short'] as const) joined[list].set(part[list], at);
    part.sums.forEach((value, i) => {
      joined.sums[i]! += value;
    });
  }
  return joined;
}

type Table = Float32Array | Int16Array;

function placeColumns(into: Table, part: Table, rows: number, at: number): void {
  const [width, columns] = [into.length / rows, part.length / rows];
  for (let row = 0; row < rows; row++) into.set(part.subarray(row * columns, (row + 1) * columns), row * width + at);
}

/** The memory behind runs, so that it can be handed to another thread instead of being copied. */
export function memoryOf(runs: Runs): ArrayBuffer[] {
  return Object.values(runs).flatMap((part) => (ArrayBuffer.isView(part) ? [part.buffer as ArrayBuffer] : []));
}
