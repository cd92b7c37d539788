import highsPackage, { type Highs, type Model, type ModelData } from 'highs';
import { assert } from '../../base/assert.ts';
import type { Change, Limits, Program, Solved, Solver } from './program.ts';

// The package describes its CommonJS build; an import gets the other one, whose default is the loader itself.
const loadHighs = highsPackage as unknown as typeof highsPackage.default;

const PATIENCE: Limits = { seconds: 10 };
/** A whole unknown may be off by this much in the solver's arithmetic (well above the tolerance that it is asked for). */
const WHOLE_WITHIN = 1e-5;

/**
 * Loads HiGHS (compiled to WebAssembly, inside the package; nothing is fetched). One instance may solve any number of
 * programs, one after another. Same program, same answer, unless time runs out.
 * Source: Huangfu & Hall 2018, Math. Prog. Comp. 10, 119–142 (dual revised simplex); https://highs.dev.
 */
export async function loadSolver(): Promise<Solver> {
  const highs = await loadHighs();
  const explore: Solver['explore'] = (program, work, limits = PATIENCE) => {
    if (program.columns.length === 0) return work((change) => solveEmpty(program, change));
    return highs.withModel(encode(highs, program), (model) => {
      model.options.set(optionsOf(program));
      return work((change = {}) => {
        const undo = apply(model, program, change);
        model.zeroAllClocks();
        model.options.set('time_limit', limits.seconds);
        model.run();
        const solved = read(highs, model, program);
        undo();
        return solved;
      });
    });
  };
  return { explore, solve: (program, limits) => explore(program, (ask) => ask(), limits) };
}

/**
 * By default HiGHS stops within a ten-thousandth of the best, and takes two corners for equal that differ by a ten-millionth;
 * here only the best counts, so every tolerance is the tightest that it offers.
 */
const TIGHT = 1e-10;

function optionsOf(program: Program): Record<string, boolean | number | string> {
  const whole = program.columns.some((one) => one.whole);
  return {
    output_flag: false,
    primal_feasibility_tolerance: TIGHT,
    dual_feasibility_tolerance: TIGHT,
    ...(whole
      ? { mip_rel_gap: 0, mip_abs_gap: TIGHT, mip_feasibility_tolerance: TIGHT }
      : { solver: 'simplex', presolve: 'off' }),
  };
}

function encode(highs: Highs, { sense, columns, rows }: Program): ModelData {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => {
    assert(row.columns.length === row.factors.length, `row ${at} has as many factors as columns`);
    starts[at + 1] = starts[at]! + row.columns.length;
  });
  const size = { numCols: columns.length, numRows: rows.length };
  const { objectiveSense, variableType } = highs.constants;
  return {
    ...size,
    sense: sense === 'maximise' ? objectiveSense.maximize : objectiveSense.minimize,
    colCost: Float64Array.from(columns, (one) => one.gain),
    colLower: Float64Array.from(columns, (one) => one.lower),
    colUpper: Float64Array.from(columns, (one) => one.upper),
    rowLower: Float64Array.from(rows, (one) => one.lower),
    rowUpper: Float64Array.from(rows, (one) => one.upper),
    matrix: {
      format: 'csr',
      ...size,
      starts,
      indices: Int32Array.from(rows.flatMap((row) => row.columns)),
      values: Float64Array.from(rows.flatMap((row) => row.factors)),
    },
    ...(columns.some((one) => one.whole) && {
      integrality: Int32Array.from(columns, (one) => (one.whole ? variableType.integer : variableType.continuous)),
    }),
  };
}

/** Sets other bounds; the answer puts the program's own back. */
function apply(model: Model, program: Program, { columns = [], rows = [] }: Change): () => void {
  for (const { at, lower, upper } of columns) model.changeColBounds(at, lower, upper);
  for (const { at, lower, upper } of rows) model.changeRowBounds(at, lower, upper);
  return () => {
    for (const { at } of columns) model.changeColBounds(at, program.columns[at]!.lower, program.columns[at]!.upper);
    for (const { at } of rows) model.changeRowBounds(at, program.rows[at]!.lower, program.rows[at]!.upper);
  };
}

function read(highs: Highs, model: Model, program: Program): Solved {
  const { modelStatus } = highs.constants;
  const whole = program.columns.some((one) => one.whole);
  switch (model.getModelStatus()) {
    case modelStatus.optimal:
      return { status: 'optimal', ...valuesOf(model, program) };
    case modelStatus.infeasible:
      return { status: 'infeasible' };
    case modelStatus.unbounded:
    case modelStatus.unboundedOrInfeasible:
      return { status: 'unbounded' };
    case modelStatus.timeLimit: {
      if (!whole || model.info.get('primal_solution_status') !== 2) return { status: 'nothing-found' };
      const found = valuesOf(model, program);
      const bound = Number(model.info.get('mip_dual_bound'));
      const gap = Math.abs(found.objective - bound) / Math.max(1, Math.abs(found.objective));
      return { status: 'best-found', ...found, bound, gap };
    }
    default:
      throw new Error(`HiGHS ended with model status ${model.getModelStatus()}`);
  }
}

function valuesOf(model: Model, { columns }: Program): { objective: number; values: Float64Array } {
  const values = Float64Array.from(model.getSolution().colValue, (value, at) => {
    if (!columns[at]!.whole) return value;
    assert(Math.abs(value - Math.round(value)) < WHOLE_WITHIN, `unknown ${at} is ${value}, which is not whole`);
    return Math.round(value);
  });
  return { values, objective: values.reduce((sum, value, at) => sum + value * columns[at]!.gain, 0) };
}

/** HiGHS knows no program without unknowns: its sums are all 0. */
function solveEmpty({ rows }: Program, { rows: changed = [] }: Change = {}): Solved {
  const bounds = rows.map((row, at) => changed.find((one) => one.at === at) ?? row);
  const holds = bounds.every((row) => row.lower <= 0 && row.upper >= 0);
  return holds ? { status: 'optimal', objective: 0, values: new Float64Array() } : { status: 'infeasible' };
}
