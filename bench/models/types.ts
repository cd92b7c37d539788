import type { OurFit } from './ours.ts';
import type { RFunction, RRun } from './r.ts';

/** One model on one number of tickets: ours, and R's function for it. */
export type Row = {
  model: 'linear' | 'joint' | 'joint, warm' | 'laplace';
  tickets: number;
  ours: OurFit;
  /** Absent without R, and where nothing of R's is run for this row. */
  r?: { which: RFunction; run: RRun };
};

export type ModelsBench = { rows: Row[]; growth: Growth[]; versions?: string; limit: number };

/** CPU seconds of a fit from what was kept of the tickets; absent where it wasn't measured. */
export type Growth = {
  /** What grows. */
  by: string;
  steps: { what: string; sums?: number; cells?: number; linear?: number; joint?: number; laplace?: number }[];
};

/** Makes a file of tickets, once for the same numbers. */
export type TicketFile = (count: number, levels?: { technicians?: number; clients?: number }) => string;
