import { beforeAll, describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { findConflict } from './find-conflict.ts';
import type { Program, Row, Solver } from './program.ts';
import { loadSolver } from './solver.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** Four can be chosen from; at least `need` must be, and each group forbids some. */
const choosing = (need: number, forbids: Record<string, number[]>): Program => ({
  sense: 'maximise',
  columns: [1, 1, 1, 1].map((gain) => ({ gain, lower: 0, upper: 1, whole: true })),
  rows: [
    row(null, need, 4, [0, 1, 2, 3]),
    ...Object.entries(forbids).flatMap(([group, list]) => list.map((at) => row(group, 0, 0, [at]))),
  ],
});

function row(group: string | null, lower: number, upper: number, columns: number[]): Row {
  return { group, lower, upper, columns, factors: columns.map(() => 1) };
}

const solvable = (need: number, forbids: Record<string, number[]>, groups: readonly string[]) =>
  4 - new Set(groups.flatMap((group) => forbids[group]!)).size >= need;

describe('the conflict behind a program without solution', () => {
  it('is nothing where there is a solution', () => {
    expect(findConflict(solver, choosing(1, { line: [0, 1] }))).toBeNull();
  });

  it('names the groups that leave nothing to choose, and not the one that matters to nobody', () => {
    const forbids = { line: [0, 1], hours: [2, 3], wish: [2] };
    expect(findConflict(solver, choosing(1, forbids))).toEqual({ groups: ['line', 'hours'], minimal: true });
  });

  it('blames the later of two groups that would each do', () => {
    const forbids = { one: [0, 1, 2, 3], other: [0, 1, 2, 3] };
    expect(findConflict(solver, choosing(1, forbids), ['one', 'other'])!.groups).toEqual(['other']);
    expect(findConflict(solver, choosing(1, forbids), ['other', 'one'])!.groups).toEqual(['one']);
  });

  it('names no group where the frame alone has no solution', () => {
    expect(findConflict(solver, choosing(5, { line: [0] }))!.groups).toEqual([]);
  });

  it('can never be smaller by one, and is always a conflict', () => {
    const set = fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.record({ a: set, b: set, c: set, d: set }), fc.integer({ min: 1, max: 4 }), (forbids, need) => {
        const conflict = findConflict(solver, choosing(need, forbids));
        expect(conflict === null).toBe(solvable(need, forbids, Object.keys(forbids)));
        if (conflict === null) return;
        expect(solvable(need, forbids, conflict.groups)).toBe(false);
        for (const one of conflict.groups)
          expect(
            solvable(
              need,
              forbids,
              conflict.groups.filter((group) => group !== one),
            ),
          ).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
