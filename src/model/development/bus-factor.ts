import { assert } from '../../base/assert.ts';
import { share } from '../../base/units.ts';
import type { Limits, Program, Row, Solved, Solver } from '../../science/assignment/program.ts';
import { measureCover } from './cover.ts';
import type { AreaCover, BusFactor, CoverInput } from './cover-types.ts';

/**
 * The smallest set of people whose leaving leaves more than half of the weighted areas to nobody: minimise Σ x_i with
 * u_k ≤ x_i for everyone signed off in k, and Σ w_k u_k > W/2. Exact by whole-number programming; where time runs out the
 * best found with the least it can be. null: no area requires anybody, or time was up before any set was found.
 * Source: the "truck factor" by cover of Avelino et al. 2016 (ICPC), who search greedily; the exact program is ours.
 */
export function findBusFactor(solver: Solver, input: CoverInput, limits?: Limits): BusFactor | null {
  const areas = measureCover(input).areas.filter((one) => one.area.required > 0);
  const total = weightOf(areas);
  if (total === 0) return null;
  const enough = Math.floor(total / 2) + 1;
  const held = areas.filter((one) => one.signedOff.length > 0);
  const need = enough - (total - weightOf(held));
  const people = [...new Set(held.flatMap((one) => one.signedOff))].sort((one, other) => one - other);
  const solved: Solved =
    need <= 0
      ? { status: 'optimal', objective: 0, values: new Float64Array(people.length) }
      : solver.solve(programOf(held, people, need), limits);
  if (solved.status === 'nothing-found') return null;
  assert(solved.status === 'optimal' || solved.status === 'best-found', `a bus factor that is ${solved.status}`);
  const leaving = people.filter((_, at) => solved.values[at]! > 0.5);
  const gone = new Set(leaving);
  const uncovered = areas.filter((one) => one.signedOff.every((id) => gone.has(id)));
  assert(weightOf(uncovered) >= enough, 'who leaves uncovers more than half');
  return {
    people: leaving,
    uncovered: uncovered.map((one) => one.area.areaId),
    share: share(weightOf(uncovered) / total),
    atLeast: solved.status === 'optimal' ? leaving.length : Math.max(0, Math.ceil(solved.bound - 1e-6)),
  };
}

const weightOf = (areas: readonly AreaCover[]) => areas.reduce((sum, one) => sum + one.area.weight, 0);

/** Unknowns: first who leaves, then which areas are left to nobody. */
function programOf(held: readonly AreaCover[], people: readonly number[], need: number): Program {
  const place = new Map(people.map((id, at) => [id, at]));
  const areaAt = (k: number) => people.length + k;
  const leaves: Row[] = held.flatMap(({ signedOff }, k) =>
    signedOff.map((id) => ({
      group: null,
      lower: -Infinity,
      upper: 0,
      columns: [areaAt(k), place.get(id)!],
      factors: [1, -1],
    })),
  );
  const half: Row = {
    group: null,
    lower: need,
    upper: Infinity,
    columns: held.map((_, k) => areaAt(k)),
    factors: held.map((one) => one.area.weight),
  };
  return {
    sense: 'minimise',
    columns: [
      ...people.map(() => ({ gain: 1, lower: 0, upper: 1, whole: false })),
      ...held.map(() => ({ gain: 0, lower: 0, upper: 1, whole: true })),
    ],
    rows: [...leaves, half],
  };
}
