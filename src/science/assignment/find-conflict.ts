import type { Limits, Program, Solver } from './program.ts';

/** Groups of conditions that can't all hold, though all but any one of them could. */
export type Conflict = {
  groups: string[];
  /** False where time ran out while one was being lifted: it is then kept, though it may not be needed. */
  minimal: boolean;
};

/**
 * Which conditions of a program without solution are to blame: lifts one group after another, in the order given, and
 * leaves it lifted where there is still no solution; what is left is a smallest set in the sense that none can be taken
 * from it. Several such sets may exist: groups late in `order` are likelier to be named. Groups that aren't in `order` come
 * first. No groups: the frame alone has no solution. null: there is one.
 * Source: deletion filter, Chinneck & Dravnieks 1991, ORSA J. Computing 3, 157–168.
 */
export function findConflict(
  solver: Solver,
  program: Program,
  order: readonly string[] = [],
  limits?: Limits,
): Conflict | null {
  const groups = orderGroups(program, order);
  const rowsOf = new Map(groups.map((group) => [group, lift(program, group)]));
  // Any solution will do, so nothing is worth anything.
  const plain = { ...program, columns: program.columns.map((one) => ({ ...one, gain: 0 })) };
  return solver.explore(
    plain,
    (ask) => {
      const first = ask().status;
      if (first !== 'infeasible') return null;
      let lifted: ReturnType<typeof lift> = [];
      let minimal = true;
      const needed = groups.filter((group) => {
        const without = [...lifted, ...rowsOf.get(group)!];
        const { status } = ask({ rows: without });
        if (status === 'nothing-found') minimal = false;
        if (status !== 'infeasible') return true;
        lifted = without;
        return false;
      });
      return { groups: needed, minimal };
    },
    limits,
  );
}

function orderGroups({ rows }: Program, order: readonly string[]): string[] {
  const present = new Set<string>();
  for (const { group } of rows) if (group !== null) present.add(group);
  const last = order.filter((group) => present.has(group));
  return [...[...present].filter((group) => !last.includes(group)), ...last];
}

const lift = ({ rows }: Program, group: string) =>
  rows.flatMap((row, at) => (row.group === group ? [{ at, lower: -Infinity, upper: Infinity }] : []));
