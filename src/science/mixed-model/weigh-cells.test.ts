import { expect, it } from 'vitest';
import { createRandom } from '../../base/random.ts';
import { type CellEntry, collectCells } from './binomial-cells.ts';
import { setUpBinomial } from './binomial-design.ts';
import { weighCells } from './weigh-cells.ts';

const NAMES = ['technician', 'client', 'queue', 'priority', 'category'];
const SIZES = [4, 6, 2, 3, 3];

function makeEntries(seed: number): CellEntry[] {
  const random = createRandom(seed);
  return Array.from({ length: 300 }, () => {
    const trials = 1 + random.integer(3);
    return { levels: SIZES.map((size) => 10 * random.integer(size)), trials, successes: random.integer(trials + 1) };
  });
}

/** Deviance and products cell by cell, from the definition. */
function weighPlainly(
  entries: readonly CellEntry[],
  columnsOf: (entry: CellEntry) => number[],
  effects: { eliminated: Float64Array; border: Float64Array },
) {
  let deviance = 0;
  const cross = new Float64Array(effects.eliminated.length * effects.border.length);
  for (const entry of entries) {
    const c = entry.levels[1]! / 10;
    const columns = columnsOf(entry);
    const eta = columns.reduce((sum, j) => sum + effects.border[j]!, effects.eliminated[c]!);
    const chance = 1 / (1 + Math.exp(-eta));
    deviance -= 2 * (entry.successes * Math.log(chance) + (entry.trials - entry.successes) * Math.log(1 - chance));
    for (const j of columns) cross[c * effects.border.length + j]! += entry.trials * chance * (1 - chance);
  }
  return { deviance, cross };
}

it.each([1, 2, 3])('weighs by pattern what the definition weighs ticket by ticket (case %d)', (seed) => {
  const entries = makeEntries(seed);
  const design = setUpBinomial(
    collectCells(NAMES, entries),
    ['priority', 'category'],
    ['technician', 'client', 'queue'],
  );
  const random = createRandom(seed + 100);
  const draw = (length: number) => Float64Array.from({ length }, () => random.normal());
  const effects = { eliminated: draw(6), border: draw(design.width) };
  const offset = (name: string) => design.random.find((one) => one.name === name)!.offset;
  const found = weighCells(design, effects)!;
  const wanted = weighPlainly(
    entries,
    ({ levels: [technician, , queue, priority, category] }) => [
      offset('technician') + technician! / 10,
      offset('queue') + queue! / 10,
      design.randomWidth,
      ...design.fixed.flatMap(({ factor, level }, at) =>
        (factor === 'priority' && level === priority) || (factor === 'category' && level === category)
          ? [design.randomWidth + at]
          : [],
      ),
    ],
    effects,
  );
  expect(found.deviance).toBeCloseTo(wanted.deviance, 9);
  wanted.cross.forEach((value, at) => {
    expect(found.cross[at]).toBeCloseTo(value, 9);
  });
});

it('has no answer for effects that no chance could be told by', () => {
  const design = setUpBinomial(collectCells(NAMES, makeEntries(1)), ['priority'], ['technician', 'client']);
  const border = new Float64Array(design.width);
  const eliminated = new Float64Array(6).fill(Number.NaN);
  expect(weighCells(design, { eliminated, border })).toBeUndefined();
  expect(weighCells(design, { eliminated: eliminated.fill(400), border })).toBeUndefined();
});
