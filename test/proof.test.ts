import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cell, kindOf } from '../bench/proof/cells.ts';
import { coverStored } from '../bench/proof/cover.ts';
import { BARS, GRID, QUICK } from '../bench/proof/grid.ts';
import { judge } from '../bench/proof/judge.ts';
import { measureWorld, regretIn, type WorldResult } from '../bench/proof/measure-world.ts';
import { drawPicture } from '../bench/proof/picture.ts';
import { NAIVE, type Policy } from '../bench/proof/policies.ts';
import { differenceTable, failuresFirst } from '../bench/proof/report.ts';
import { settingsFor } from '../bench/proof/settings-for.ts';
import { shareOf, summarise } from '../bench/proof/summarise.ts';
import { worldOf } from '../bench/proof/world-of.ts';
import { findDemand } from '../src/model/demand.ts';
import type { PersonId } from '../src/records/people/types.ts';
import { playbookWith } from '../src/records/playbook/definitions.ts';
import { createFirm, createTestDatabase, type TestDatabase } from './support/database.ts';

/** A line lead of 24, six views of each, in worlds that no grid has. */
const CELL: Cell = { ...GRID[1]!, raters: 6, tickets: 100, seed: 1_000 };
const WORLDS = 4;

describe('the proof, small and fixed', () => {
  let test: TestDatabase;
  const results: WorldResult[] = [];
  beforeAll(async () => {
    test = await createTestDatabase();
    for (let n = 0; n < WORLDS; n++) {
      const { orgId } = await createFirm(test.database);
      results.push(await measureWorld({ database: test.database, orgId }, CELL, n));
    }
  });
  afterAll(() => test.close());
  const mean = (policy: Policy) => results.reduce((sum, { regret }) => sum + regret[policy], 0) / WORLDS;

  it('chooses better leads than chance, whoever closes most, and either side of what it knows alone', () => {
    for (const other of [...NAIVE, 'technician-effect', 'people-only'] as const)
      expect(mean('evenkeel'), other).toBeLessThan(mean(other));
    expect(mean('evenkeel')).toBeLessThan(mean('random') - 0.8);
  });

  it.each(['contrasts', 'stored'] as const)('knows how sure it is of differences between technicians: %s', (what) => {
    expect(results[0]!.contrasts.of).toBe((24 * 23) / 2);
    expect(shareOf(results, what)).toBeGreaterThan(0.8);
    expect(shareOf(results, what)).toBeLessThan(0.98);
  });

  it('weighs the sides as the firm set them', () => {
    for (const { weight } of results) expect(weight).toBeCloseTo(CELL.weight, 9);
  });
});

describe('the grid', () => {
  it('names each cell once, with 30 worlds or more that no other cell has', () => {
    const names = [...GRID, ...QUICK].map((cell) => cell.name);
    expect(new Set(names).size).toBe(names.length);
    expect(Math.min(...GRID.map((cell) => cell.worlds))).toBeGreaterThanOrEqual(30);
    const seeds = [...GRID, ...QUICK].flatMap((cell) => Array.from({ length: cell.worlds }, (_, n) => cell.seed + n));
    expect(new Set(seeds).size).toBe(seeds.length);
  });

  it('sets the playbook to the true weights as far as its ranges allow', () => {
    const taken = (weight: number) => {
      const { playbook, distance } = settingsFor(weight);
      const { technical, people } = findDemand(distance ?? 1, 24, playbookWith(playbook));
      return technical / (technical + people);
    };
    for (const weight of [0.2, 0.3, 0.5, 0.7]) expect(taken(weight)).toBeCloseTo(weight, 9);
    expect(taken(1)).toBeCloseTo(5 / 6.5, 9);
  });
});

describe('the scoring', () => {
  it('takes regret in SD of what the candidates of a world are worth', () => {
    const regret = regretIn(
      new Map([
        ['Ann', 5],
        ['Ben', 3],
        ['Cem', 1],
      ]),
    );
    const sd = Math.sqrt(8 / 3);
    expect(regret(['Ann'])).toBe(0);
    expect(regret(['Cem'])).toBeCloseTo(4 / sd, 12);
    expect(regret(['Ann', 'Ben', 'Cem'])).toBeCloseTo(2 / sd, 12);
  });

  it('counts an interval as right only where it holds the true difference', () => {
    const world = worldOf(CELL, 0);
    const people = world.spec.members.filter((one) => one.work === 'product').slice(0, 3);
    const candidates = people.map(({ name }, i) => ({ name, personId: i as PersonId }));
    const effect = people.map(({ name }) => -world.spec.effect * world.truth.get(name)!.competencies.resolving);
    const cover = (effects: number[]) => {
      const personIds = candidates.map((one) => one.personId);
      const pev = personIds.flatMap((i) => personIds.map((j) => (i === j ? 0.02 : 0.01)));
      return coverStored(world, { verdict: { candidates }, effects: { personIds, effect: effects, pev } } as never);
    };
    expect(cover(effect)).toEqual({ held: 3, of: 3 });
    // An SD of a difference is √.02: three of them are beyond a 90% interval, for both differences with the first.
    expect(cover([effect[0]! + 3 * Math.sqrt(0.02), ...effect.slice(1)])).toEqual({ held: 1, of: 3 });
  });

  const resultsOf = (cell: string, evenkeel: number, held: number) =>
    Array.from({ length: 40 }, (_, n): WorldResult => {
      const regret = { random: 2, 'top-closer': 1.5, 'raw-fastest': 1, 'technician-effect': 0.5, 'people-only': 1 };
      const covered = { held, of: 100 };
      const rest = {
        contrasts: covered,
        stored: covered,
        order: covered,
        technical: covered,
        people: covered,
        answer: 'several',
        named: null,
      } as const;
      return { cell, n, regret: { ...regret, evenkeel: evenkeel + 0.01 * (n % 3) }, ...rest, weight: 0.5, hidden: 0 };
    });
  const judged = (evenkeel: number, held: number) => {
    const grid = GRID.slice(0, 5);
    const worlds = grid.flatMap((cell) => resultsOf(cell.name, evenkeel, held));
    const cells = grid.map((cell, i) =>
      summarise(
        cell,
        i,
        worlds.filter((world) => world.cell === cell.name),
      ),
    );
    return { cells, accepted: judge(cells, worlds).map((one) => one.accepted) };
  };

  it('accepts what is better and well calibrated, and fails what is not', () => {
    expect(judged(0.2, 90).accepted).toEqual([true, true, true, true, true]);
    expect(judged(1.2, 90).accepted).toEqual([true, true, false, false, true]);
    expect(judged(0.2, 80).accepted).toEqual([true, true, true, true, false]);
  });

  it('puts the cells where it fails first', () => {
    const good = summarise(GRID[0]!, 0, resultsOf(GRID[0]!.name, 0.2, 90));
    const bad = summarise(GRID[1]!, 1, resultsOf(GRID[1]!.name, 1.2, 80));
    expect(failuresFirst([good, bad]).map((cell) => cell.name)).toEqual([bad.name, good.name]);
    expect(bad.fails).toHaveLength(2);
    expect(drawPicture([good])).not.toContain('✗');
    expect(drawPicture([good, bad])).toContain('✗ not surely better than raw fastest (+1)');
    expect(differenceTable([bad])).toContain(
      'not surely better than raw fastest (0% of draws); 90% contrasts cover 80%',
    );
  });

  it('gives the same intervals for the same worlds', () => {
    const worlds = resultsOf(CELL.name, 0.2, 90);
    expect(summarise(CELL, 3, worlds)).toEqual(summarise(CELL, 3, worlds));
    expect(BARS.draws).toBe(2_000);
    expect(GRID.filter((cell) => kindOf(cell) === 'clean').length).toBeGreaterThan(25);
  });
});
