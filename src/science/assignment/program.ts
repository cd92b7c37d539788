/** One unknown: how much it counts in the objective, and between which bounds it lies. */
export type Column = {
  gain: number;
  lower: number;
  /** May be ∞. */
  upper: number;
  /** Only whole numbers count. */
  whole: boolean;
};

/** lower ≤ Σ factor · unknown ≤ upper. */
export type Row = {
  /** Which condition this is a part of: conflicts are told in these. null: the frame, which is never in question. */
  group: string | null;
  /** May be −∞. */
  lower: number;
  /** May be ∞. */
  upper: number;
  /** Numbers of unknowns, each at most once. */
  columns: readonly number[];
  /** As many as `columns`. */
  factors: readonly number[];
};

/** A linear program, whole-number unknowns allowed. */
export type Program = {
  sense: 'maximise' | 'minimise';
  columns: readonly Column[];
  rows: readonly Row[];
};

/** How long to look. */
export type Limits = { seconds: number };

/**
 * What came of a program. `values` are in the order of the columns; whole ones are exactly whole, and the objective is
 * their sum, not the solver's.
 */
export type Solved =
  | { status: 'optimal'; objective: number; values: Float64Array }
  /** The best found in time. No solution is better than `bound`; gap = |objective − bound| / max(1, |objective|). */
  | { status: 'best-found'; objective: number; values: Float64Array; bound: number; gap: number }
  | { status: 'infeasible' }
  | { status: 'unbounded' }
  /** Time was up before any solution was found. */
  | { status: 'nothing-found' };

/** Other bounds, for one question only. */
export type Change = {
  columns?: readonly { at: number; lower: number; upper: number }[];
  rows?: readonly { at: number; lower: number; upper: number }[];
};

/** Solves programs. Computes without pause: whoever must stay answerable calls it in a worker. */
export type Solver = {
  solve(program: Program, limits?: Limits): Solved;
  /** Asks several questions about one program; each starts from the answer to the last. */
  explore<T>(program: Program, work: (ask: (change?: Change) => Solved) => T, limits?: Limits): T;
};
