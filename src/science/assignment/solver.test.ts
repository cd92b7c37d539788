import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import type { Column, Program, Row, Solver } from './program.ts';
import { loadSolver } from './solver.ts';

type Cover = { gains: number[]; rows: (Omit<Row, 'lower' | 'upper' | 'group'> & Bounds)[]; objective: number | null };
type Bounds = { lower: number | null; upper: number | null };
const { covers } = JSON.parse(readFileSync(new URL('./fixtures/references.json', import.meta.url), 'utf8')) as {
  covers: Cover[];
};

const yesOrNo = (gain: number): Column => ({ gain, lower: 0, upper: 1, whole: true });
const coverProgram = ({ gains, rows }: Cover): Program => ({
  sense: 'minimise',
  columns: gains.map(yesOrNo),
  rows: rows.map((row) => ({ ...row, group: null, lower: row.lower ?? -Infinity, upper: row.upper ?? Infinity })),
});

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** The best of all 2ⁿ choices; null: none is allowed. */
function tryAll({ sense, columns, rows }: Program): number | null {
  let best: number | null = null;
  for (let choice = 0; choice < 2 ** columns.length; choice++) {
    const on = (at: number) => (choice >> at) & 1;
    const allowed = rows.every((row) => {
      const sum = row.columns.reduce((total, at, k) => total + on(at) * row.factors[k]!, 0);
      return sum >= row.lower - 1e-9 && sum <= row.upper + 1e-9;
    });
    if (!allowed) continue;
    const value = columns.reduce((total, { gain }, at) => total + on(at) * gain, 0);
    if (best === null || (sense === 'maximise' ? value > best : value < best)) best = value;
  }
  return best;
}

const programs: fc.Arbitrary<Program> = fc.integer({ min: 1, max: 7 }).chain((size) =>
  fc.record({
    sense: fc.constantFrom('maximise', 'minimise'),
    columns: fc.array(fc.integer({ min: -9, max: 9 }).map(yesOrNo), { minLength: size, maxLength: size }),
    rows: fc.array(
      fc
        .record({ from: fc.integer({ min: -6, max: 6 }), more: fc.integer({ min: 0, max: 8 }) })
        .chain(({ from, more }) =>
          fc.array(fc.integer({ min: -3, max: 3 }), { minLength: size, maxLength: size }).map((factors) => ({
            group: null,
            lower: from,
            upper: from + more,
            columns: factors.map((_, at) => at),
            factors,
          })),
        ),
      { maxLength: 4 },
    ),
  }),
);

describe('the solver', () => {
  it('finds the objective that glpsol finds, or that there is none, on 50 random cover programs', () => {
    expect(covers).toHaveLength(50);
    for (const one of covers) {
      const solved = solver.solve(coverProgram(one));
      if (one.objective === null) expect(solved.status).toBe('infeasible');
      else expect(solved.status === 'optimal' && Math.abs(solved.objective - one.objective)).toBeLessThan(1e-9);
    }
  });

  it('finds the best of all choices of up to seven', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const solved = solver.solve(program);
        const best = tryAll(program);
        if (best === null) expect(solved).toEqual({ status: 'infeasible' });
        else expect(solved).toMatchObject({ status: 'optimal', objective: best });
      }),
      { numRuns: 100 },
    );
  });

  it('puts the bounds back after each question', () => {
    const program: Program = {
      sense: 'maximise',
      columns: [yesOrNo(3), yesOrNo(2)],
      rows: [{ group: null, lower: 0, upper: 1, columns: [0, 1], factors: [1, 1] }],
    };
    const objectives = solver.explore(program, (ask) =>
      [{}, { columns: [{ at: 0, lower: 0, upper: 0 }] }, {}, { rows: [{ at: 0, lower: 2, upper: 2 }] }, {}].map(
        (change) => {
          const solved = ask(change);
          return solved.status === 'optimal' ? solved.objective : solved.status;
        },
      ),
    );
    expect(objectives).toEqual([3, 2, 3, 5, 3]);
  });

  it('says where a program has no end, and where one without unknowns has no solution', () => {
    const endless: Program = {
      sense: 'maximise',
      columns: [{ gain: 1, lower: 0, upper: Infinity, whole: false }],
      rows: [],
    };
    expect(solver.solve(endless)).toEqual({ status: 'unbounded' });
    const row: Row = { group: null, lower: 1, upper: 2, columns: [], factors: [] };
    expect(solver.solve({ sense: 'minimise', columns: [], rows: [row] })).toEqual({ status: 'infeasible' });
    expect(solver.solve({ sense: 'minimise', columns: [], rows: [] })).toMatchObject({ status: 'optimal' });
  });

  it('gives the best found with how far from the best it can be when time is up', () => {
    const solved = solver.solve(hard(400), { seconds: 0.4 });
    if (solved.status !== 'best-found') throw new Error(`expected a case that takes long, got ${solved.status}`);
    expect(solved.bound).toBeGreaterThanOrEqual(solved.objective);
    expect(solved.gap).toBeCloseTo((solved.bound - solved.objective) / Math.max(1, solved.objective), 9);
    expect(solver.solve(hard(400), { seconds: 0 }).status).toBe('nothing-found');
  });
});

/** Many knapsacks at once (multi-demand style): known to take branch and bound long. */
function hard(size: number): Program {
  const factor = (row: number, at: number) => 1 + ((row * 7919 + at * 104729 + row * at * 31) % 97);
  const columns = Array.from({ length: size }, (_, at) => yesOrNo(50 + ((at * 6151) % 53)));
  const at = columns.map((_, k) => k);
  const rows = Array.from({ length: 30 }, (_, row): Row => {
    const factors = at.map((k) => factor(row + 1, k));
    const half = Math.floor(factors.reduce((sum, one) => sum + one, 0) / 2);
    return { group: null, lower: 0, upper: half, columns: at, factors };
  });
  return { sense: 'maximise', columns, rows };
}
