import { beforeAll, expect, it } from 'vitest';
import { matchPairs } from '../../science/assignment/match-pairs.ts';
import type { Solver } from '../../science/assignment/program.ts';
import { loadSolver } from '../../science/assignment/solver.ts';
import { findBusFactor } from './bus-factor.ts';
import { planCover } from './cover-plan.ts';
import { RULES } from './fixtures/mentoring-people.ts';
import { randomCover, randomMatching, randomMentoring } from './fixtures/random-firm.ts';
import { proposeMentors } from './mentoring.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** Seconds of the processor, so that what else runs here doesn't count. */
function cost<T>(work: () => T): { answer: T; seconds: number } {
  const before = process.cpuUsage();
  const answer = work();
  const { user, system } = process.cpuUsage(before);
  return { answer, seconds: (user + system) / 1e6 };
}

it('matches 200 with 200 in two seconds', () => {
  const { answer, seconds } = cost(() => matchPairs(solver, randomMatching(200, 7), (ask) => ask.best()));
  expect(answer!.chosen).toHaveLength(200);
  expect(seconds).toBeLessThan(2);
});

it('proposes mentors for 60 people with a second best for each in a second', () => {
  const { answer, seconds } = cost(() => proposeMentors(solver, randomMentoring(60, 1), RULES));
  expect(answer.matches.length).toBeGreaterThan(40);
  expect(answer.matches.every((one) => one.secondBest !== null)).toBe(true);
  expect(answer.matches.length + answer.unmatched.length).toBe(60);
  expect(seconds).toBeLessThan(1);
});

it('plans cover for 100 people and 60 skills in five seconds, or says how far from the cheapest it may be', () => {
  const input = randomCover({ people: 100, areas: 60, held: [2, 8], needs: 8, hours: 16 }, 1);
  const { answer, seconds } = cost(() => planCover(solver, input, RULES));
  expect(answer.pairings.length).toBeGreaterThan(50);
  if (answer.gap === 0) expect(seconds).toBeLessThan(5);
  else expect(answer.gap).toBeLessThan(0.2);
});

it('finds the bus factor of 100 people and 60 skills exactly, or says how small it can be', () => {
  const input = randomCover({ people: 100, areas: 60, held: [1, 6], needs: 3, hours: 8 }, 7);
  const { answer, seconds } = cost(() => findBusFactor(solver, input));
  // On a busy machine time runs out before it is proven.
  expect(answer!.atLeast).toBeGreaterThanOrEqual(answer!.people.length / 2);
  if (answer!.atLeast === answer!.people.length) expect(seconds).toBeLessThan(5);
});
