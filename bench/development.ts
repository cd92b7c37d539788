/** `npm run bench:development`: matching, cover and bus factor at their sizes, beside plain ways to do the same. */
import { readFileSync } from 'node:fs';
import { findBusFactor } from '../src/model/development/bus-factor.ts';
import { planCover } from '../src/model/development/cover-plan.ts';
import type { CoverInput } from '../src/model/development/cover-types.ts';
import { RULES } from '../src/model/development/fixtures/mentoring-people.ts';
import { randomCover, randomMatching, randomMentoring } from '../src/model/development/fixtures/random-firm.ts';
import { proposeMentors } from '../src/model/development/mentoring.ts';
import { type MatchProblem, matchPairs } from '../src/science/assignment/match-pairs.ts';
import type { Solver } from '../src/science/assignment/program.ts';
import { loadSolver } from '../src/science/assignment/solver.ts';
import { median } from './measure.ts';

/** One figure: what was done, how long it took of a processor, and what came of it. */
export type DevelopmentRow = { what: string; cpuSeconds: number; aim: { most: number } | null; found: string };
/** Everything measured, and the largest difference from the references. */
export type DevelopmentBench = { rows: DevelopmentRow[]; references: { cases: number; largest: number } };

/** Seconds of a processor that something takes: what else runs here doesn't count. */
function cpuOf<T>(work: () => T): { answer: T; seconds: number } {
  const before = process.cpuUsage();
  const answer = work();
  const { user, system } = process.cpuUsage(before);
  return { answer, seconds: (user + system) / 1e6 };
}

/** The middle of three runs, with the last answer. */
function thrice<T>(work: () => T): { answer: T; seconds: number } {
  const runs = [0, 1, 2].map(() => cpuOf(work));
  return { answer: runs[2]!.answer, seconds: median(runs.map(({ seconds }) => seconds)) };
}

/**
 * The Hungarian method with potentials, O(n³), for as many givers as takers with one place each: only to set beside the
 * solver. Source: Kuhn 1955; in the form of Jonker & Volgenant 1987 without their start.
 */
function hungarian({ places, pairs }: MatchProblem): number {
  const n = places.length;
  const worth = new Float64Array(n * n);
  for (const one of pairs) worth[one.giver * n + one.taker] = one.worth;
  const [u, v] = [new Float64Array(n + 1), new Float64Array(n + 1)];
  const [match, way] = [new Int32Array(n + 1), new Int32Array(n + 1)];
  for (let row = 1; row <= n; row++) {
    match[0] = row;
    let at = 0;
    const least = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(n + 1);
    do {
      used[at] = 1;
      const from = match[at]!;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let to = 1; to <= n; to++) {
        if (used[to]) continue;
        const cost = -worth[(from - 1) * n + to - 1]! - u[from]! - v[to]!;
        if (cost < least[to]!) {
          least[to] = cost;
          way[to] = at;
        }
        if (least[to]! < delta) {
          delta = least[to]!;
          next = to;
        }
      }
      for (let to = 0; to <= n; to++) {
        if (used[to]) {
          u[match[to]!]! += delta;
          v[to]! -= delta;
        } else least[to]! -= delta;
      }
      at = next;
    } while (match[at] !== 0);
    while (at !== 0) {
      match[at] = match[way[at]!]!;
      at = way[at]!;
    }
  }
  let sum = 0;
  for (let to = 1; to <= n; to++) sum += worth[(match[to]! - 1) * n + to - 1]!;
  return sum;
}

/** How many leave, taking whoever uncovers most each time: what is usually done instead. */
function greedyBusFactor({ areas, levels }: CoverInput): number {
  const needed = areas.filter(({ required }) => required > 0);
  const total = needed.reduce((sum, { weight }) => sum + weight, 0);
  const holders = new Map(
    needed.map(({ areaId }) => [
      areaId,
      new Set(levels.filter((one) => one.areaId === areaId && one.state === 'signed-off').map((one) => one.personId)),
    ]),
  );
  const lost = () =>
    needed.reduce((sum, { areaId, weight }) => sum + (holders.get(areaId)!.size === 0 ? weight : 0), 0);
  let gone = 0;
  while (lost() * 2 <= total) {
    const held = new Map<number, number>();
    for (const { areaId, weight } of needed)
      for (const id of holders.get(areaId)!) held.set(id, (held.get(id) ?? 0) + weight / holders.get(areaId)!.size);
    const [most] = [...held].sort((one, other) => other[1] - one[1])[0]!;
    for (const set of holders.values()) set.delete(most as never);
    gone += 1;
  }
  return gone;
}

type Reference = { worth: number[][]; places: number[]; objective: number };
type CoverReference = {
  gains: number[];
  rows: { lower: number | null; upper: number | null; columns: number[]; factors: number[] }[];
  objective: number | null;
};

/** The largest difference of an objective from what scipy and glpsol found on the shipped cases. */
function compareReferences(solver: Solver): DevelopmentBench['references'] {
  const path = new URL('../src/science/assignment/fixtures/references.json', import.meta.url);
  const { matchings, covers } = JSON.parse(readFileSync(path, 'utf8')) as {
    matchings: Reference[];
    covers: CoverReference[];
  };
  const matched = matchings.map(({ worth, places, objective }) => {
    const pairs = worth.flatMap((row, giver) => row.map((one, taker) => ({ giver, taker, worth: one })));
    const problem = { places, takers: worth[0]?.length ?? 0, pairs };
    return Math.abs(matchPairs(solver, problem, (ask) => ask.best())!.worth - objective);
  });
  const covered = covers.map(({ gains, rows, objective }) => {
    const solved = solver.solve({
      sense: 'minimise',
      columns: gains.map((gain) => ({ gain, lower: 0, upper: 1, whole: true })),
      rows: rows.map((row) => ({
        ...row,
        group: null,
        lower: row.lower ?? Number.NEGATIVE_INFINITY,
        upper: row.upper ?? Number.POSITIVE_INFINITY,
      })),
    });
    if (objective === null) return solved.status === 'infeasible' ? 0 : Number.POSITIVE_INFINITY;
    return solved.status === 'optimal' ? Math.abs(solved.objective - objective) : Number.POSITIVE_INFINITY;
  });
  return { cases: matched.length + covered.length, largest: Math.max(...matched, ...covered) };
}

/** Measures all of it, a few seconds. */
export async function benchDevelopment(): Promise<DevelopmentBench> {
  const solver = await loadSolver();
  const problem = randomMatching(200, 7);
  const ours = thrice(() => matchPairs(solver, problem, (ask) => ask.best())!);
  const plain = thrice(() => hungarian(problem));
  const round = thrice(() => proposeMentors(solver, randomMentoring(60, 1), RULES));
  const firm = randomCover({ people: 100, areas: 60, held: [2, 8], needs: 8, hours: 16 }, 1);
  const plan = thrice(() => planCover(solver, firm, RULES));
  const scarce = randomCover({ people: 100, areas: 60, held: [1, 4], needs: 8, hours: 8 }, 1);
  const short = thrice(() => planCover(solver, scarce, RULES));
  const few = randomCover({ people: 100, areas: 60, held: [1, 6], needs: 3, hours: 8 }, 7);
  const bus = thrice(() => findBusFactor(solver, few)!);
  const greedy = thrice(() => greedyBusFactor(few));
  const rows: DevelopmentRow[] = [
    {
      what: 'match 200 with 200 (HiGHS)',
      cpuSeconds: ours.seconds,
      aim: { most: 2 },
      found: `worth ${ours.answer.worth.toFixed(3)}`,
    },
    {
      what: 'the same by a plain Hungarian method',
      cpuSeconds: plain.seconds,
      aim: null,
      found: `worth ${plain.answer.toFixed(3)}`,
    },
    {
      what: 'a round of 60 mentors and 60 mentees, each pair with its second best',
      cpuSeconds: round.seconds,
      aim: null,
      found: `${round.answer.matches.length} pairs, ${round.answer.unmatched.length} told why not`,
    },
    {
      what: 'cheapest pairings, 100 people × 60 skills',
      cpuSeconds: plan.seconds,
      aim: { most: 5 },
      found: `${plan.answer.pairings.length} pairings, gap ${(100 * plan.answer.gap).toFixed(1)}%`,
    },
    {
      what: 'the same with too few hours, and why each stays short',
      cpuSeconds: short.seconds,
      aim: { most: 5 },
      found: `${short.answer.pairings.length} pairings, ${short.answer.shortfalls.length} stay short, gap ${(100 * short.answer.gap).toFixed(1)}%`,
    },
    {
      what: 'bus factor, 100 people × 60 skills (exact)',
      cpuSeconds: bus.seconds,
      aim: { most: 5 },
      found: `${bus.answer.people.length} people, no fewer than ${bus.answer.atLeast}`,
    },
    {
      what: 'the same, taking whoever holds most each time',
      cpuSeconds: greedy.seconds,
      aim: null,
      found: `${greedy.answer} people`,
    },
  ];
  return { rows, references: compareReferences(solver) };
}

if (process.argv[1] === import.meta.filename) {
  const { developmentPart } = await import('./development-part.ts');
  console.log(developmentPart(await benchDevelopment()));
}
