import { assert } from '../../base/assert.ts';
import type { Limits, Program, Solved, Solver } from './program.ts';

/** Who may be matched with whom. Givers and takers are numbered from 0. */
export type MatchProblem = {
  /** How many takers each giver can have. */
  places: readonly number[];
  takers: number;
  /** Every allowed pair once, with what it is worth; pairs worth 0 or less are never made. */
  pairs: readonly { giver: number; taker: number; worth: number }[];
};

/** A best set of pairs: their places in `pairs`, in order, and what they are worth together. */
export type Matching = { worth: number; chosen: number[] };

/** Asks about one problem. null: time was up. */
export type AskMatching = {
  /** The pairs that are worth most together. */
  best(): Matching | null;
  /** The same with one pair forbidden. */
  without(pair: number): Matching | null;
  /** The same where one taker must be matched. 'impossible': nobody with a place may have them. */
  including(taker: number): Matching | 'impossible' | null;
};

/**
 * Matches takers with givers: every taker at most once, every giver up to their places, worth as much together as possible.
 * Its matrix is totally unimodular (Hoffman & Kruskal 1956), so that the corners of the linear program are whole and no
 * search is needed. Questions after the first start from its answer.
 */
export function matchPairs<T>(
  solver: Solver,
  problem: MatchProblem,
  work: (ask: AskMatching) => T,
  limits?: Limits,
): T {
  const program = programOf(problem);
  return solver.explore(
    program,
    (ask) =>
      work({
        best: () => readMatching(ask(), problem),
        without: (pair) => readMatching(ask({ columns: [{ at: pair, lower: 0, upper: 0 }] }), problem),
        including: (taker) => {
          const solved = ask({ rows: [{ at: taker, lower: 1, upper: 1 }] });
          return solved.status === 'infeasible' ? 'impossible' : readMatching(solved, problem);
        },
      }),
    limits,
  );
}

function programOf({ places, takers, pairs }: MatchProblem): Program {
  const ofTaker = Array.from({ length: takers }, (): number[] => []);
  const ofGiver = places.map((): number[] => []);
  pairs.forEach(({ giver, taker }, at) => {
    assert(giver >= 0 && giver < places.length && taker >= 0 && taker < takers, `pair ${at} names nobody`);
    ofTaker[taker]!.push(at);
    ofGiver[giver]!.push(at);
  });
  const row = (group: string, upper: number, columns: number[]) => ({
    group,
    lower: 0,
    upper,
    columns,
    factors: columns.map(() => 1),
  });
  return {
    sense: 'maximise',
    columns: pairs.map(({ worth }) => ({ gain: worth, lower: 0, upper: worth > 0 ? 1 : 0, whole: false })),
    rows: [
      ...ofTaker.map((columns, taker) => row(`taker/${taker}`, 1, columns)),
      ...ofGiver.map((columns, giver) => row(`giver/${giver}`, places[giver]!, columns)),
    ],
  };
}

function readMatching(solved: Solved, { pairs }: MatchProblem): Matching | null {
  if (solved.status === 'nothing-found') return null;
  assert(solved.status === 'optimal', `a matching that is ${solved.status}`);
  const chosen: number[] = [];
  solved.values.forEach((value, at) => {
    assert(Math.abs(value - Math.round(value)) < 1e-6, `pair ${at} is made by ${value}`);
    if (value > 0.5) chosen.push(at);
  });
  return { worth: chosen.reduce((sum, at) => sum + pairs[at]!.worth, 0), chosen };
}
