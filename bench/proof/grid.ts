/**
 * The grid by which the product is accepted, fixed and committed before its first run, in worlds that nobody had looked at.
 * It is the third: what the two before it showed, and what was changed since, is told in docs/methods/proof.md.
 *
 * Judged by the clean cells (no hidden difficulty, right weights), each by itself:
 * 1. lower mean regret than random, top closer and raw fastest, each in at least 95% of 2,000 paired bootstrap draws; where
 *    technical skill is all that counts, raw fastest is judged by 2 instead;
 * 2. where technical skill is all that counts, mean regret at most .05 SD above that of raw fastest;
 * 3. 90% contrasts between technicians, as advice reads them, cover the truth in 88 to 92%, over all clean cells together.
 */
import type { Cell } from './cells.ts';

/** Draws of the paired bootstrap, the share of them that counts as sure, and the other bars. */
export const BARS = { draws: 2_000, sure: 0.95, worseBy: 0.05, coverage: [0.88, 0.92] } as const;

/** A firm of 24 that looks for the lead of a team, three views of everybody, both sides alike. */
const BASE = { weight: 0.5, technicians: 24, raters: 3, correlation: 0.3, routing: 0.35, hidden: 0, tickets: 150 };

/** Large firms take longest and differ least between worlds. */
const worldsFor = (technicians: number) => ({ 6: 140, 12: 90, 24: 60, 48: 32 })[technicians]!;

type Differs = Partial<Omit<Cell, 'name' | 'seed'>>;
const cell = (name: string, differs: Differs): Omit<Cell, 'seed'> => {
  const technicians = differs.technicians ?? BASE.technicians;
  return { ...BASE, name, worlds: worldsFor(technicians), ...differs };
};
/** Every cell has worlds of its own. */
const withSeeds = (first: number, cells: readonly Omit<Cell, 'seed'>[]): Cell[] =>
  cells.map((one, place) => ({ ...one, seed: first + 1_000 * place }));

const LINE_LEAD = { weight: 0.7 } as const;
const MANAGER = { weight: 0.2 } as const;
const TECHNICAL_ONLY = { weight: 1, raters: 0 } as const;
const STRONG = { routing: 0.7 } as const;
const NONE = { routing: 0 } as const;
/** Error of the grade that somebody gives when a ticket is opened, log minutes (SD). */
const GRADED = { triageNoise: 0.5 } as const;
/** Cells that judge nothing. */
const fewer = (name: string, differs: Differs) => cell(name, { worlds: 36, ...differs });
const asFirst = (name: string, differs: Differs) =>
  fewer(`${name}; worlds as in the first grid`, { equalHours: true, asFirst: true, ...differs });

export const GRID: readonly Cell[] = withSeeds(1_200_000, [
  // Seat mix.
  cell('team, both sides alike', {}),
  cell('line lead', LINE_LEAD),
  cell('manager', MANAGER),
  cell('technical skill is all that counts', TECHNICAL_ONLY),
  // Size of the firm.
  cell('6 technicians', { technicians: 6 }),
  cell('12 technicians', { technicians: 12 }),
  cell('48 technicians', { technicians: 48 }),
  // Views of everybody.
  cell('nobody asked', { raters: 0 }),
  cell('one view', { raters: 1 }),
  cell('six views', { raters: 6 }),
  // Correlation of the sides.
  cell('sides opposed, ρ −.3', { correlation: -0.3 }),
  cell('sides unrelated, ρ 0', { correlation: 0 }),
  cell('sides alike, ρ .6', { correlation: 0.6 }),
  // Routing.
  cell('no routing', NONE),
  cell('strong routing', STRONG),
  cell('technical only, no routing', { ...TECHNICAL_ONLY, ...NONE }),
  cell('technical only, strong routing', { ...TECHNICAL_ONLY, ...STRONG }),
  cell('technical only, 12 technicians', { ...TECHNICAL_ONLY, technicians: 12 }),
  // Hours.
  cell('same hours for all', { equalHours: true }),
  // Seat mix × size × views × correlation × routing, each value beside many others.
  cell('line lead, 6, three views, ρ .6, strong routing', {
    ...LINE_LEAD,
    technicians: 6,
    correlation: 0.6,
    ...STRONG,
  }),
  cell('line lead, 12, one view, ρ 0, no routing', {
    ...LINE_LEAD,
    technicians: 12,
    raters: 1,
    correlation: 0,
    ...NONE,
  }),
  cell('line lead, 24, six views, ρ −.3, no routing', { ...LINE_LEAD, raters: 6, correlation: -0.3, ...NONE }),
  cell('line lead, 48, nobody asked, strong routing', { ...LINE_LEAD, technicians: 48, raters: 0, ...STRONG }),
  cell('team, 6, six views, ρ 0', { technicians: 6, raters: 6, correlation: 0 }),
  cell('team, 12, nobody asked, ρ .6, strong routing', { technicians: 12, raters: 0, correlation: 0.6, ...STRONG }),
  cell('team, 48, one view, ρ −.3, no routing', { technicians: 48, raters: 1, correlation: -0.3, ...NONE }),
  cell('manager, 6, one view, ρ .6, strong routing', {
    ...MANAGER,
    technicians: 6,
    raters: 1,
    correlation: 0.6,
    ...STRONG,
  }),
  cell('manager, 12, three views, ρ −.3', { ...MANAGER, technicians: 12, correlation: -0.3 }),
  cell('manager, 12, six views, no routing', { ...MANAGER, technicians: 12, raters: 6, ...NONE }),
  cell('manager, 24, nobody asked, ρ .6', { ...MANAGER, raters: 0, correlation: 0.6 }),
  cell('manager, 48, three views, ρ 0, strong routing', {
    ...MANAGER,
    technicians: 48,
    correlation: 0,
    ...STRONG,
  }),
  // How far one view can be trusted is known to the firm.
  fewer('trust in views as in truth', { knowRaters: true }),
  fewer('manager, trust in views as in truth', { ...MANAGER, knowRaters: true }),
  // Difficulty that dispatchers see and the data does not.
  fewer('hidden .3', { hidden: 0.3 }),
  fewer('hidden .6', { hidden: 0.6 }),
  fewer('hidden 1.0', { hidden: 1 }),
  fewer('hidden .6, graded at triage', { hidden: 0.6, ...GRADED }),
  fewer('hidden 1.0, graded at triage', { hidden: 1, ...GRADED }),
  fewer('hidden .6, assumed in the control', { hidden: 0.6, assumeHidden: true }),
  fewer('hidden 1.0, assumed in the control', { hidden: 1, assumeHidden: true }),
  fewer('line lead, hidden .6', { ...LINE_LEAD, hidden: 0.6 }),
  fewer('technical only, hidden .6', { ...TECHNICAL_ONLY, hidden: 0.6 }),
  // Wrong weights.
  fewer('line lead, weights swapped', { ...LINE_LEAD, believed: 0.3 }),
  fewer('manager, weights swapped', { ...MANAGER, believed: 0.8 }),
  fewer('manager, weights alike', { ...MANAGER, believed: 0.5 }),
  fewer('line lead, weights swapped, hidden .6', { ...LINE_LEAD, believed: 0.3, hidden: 0.6 }),
  // What the changed worlds are worth to the product: the same product in the first grid's.
  asFirst('team', {}),
  asFirst('line lead', LINE_LEAD),
  asFirst('manager', MANAGER),
  asFirst('technical only', TECHNICAL_ONLY),
  asFirst('technical only, no routing', { ...TECHNICAL_ONLY, ...NONE }),
  asFirst('technical only, strong routing', { ...TECHNICAL_ONLY, ...STRONG }),
]);

const quick = (name: string, differs: Differs) => cell(name, { technicians: 12, tickets: 60, worlds: 8, ...differs });

/** `--quick`: a look, not a proof; nothing is judged by it. */
export const QUICK: readonly Cell[] = withSeeds(2_000, [
  quick('quick: team, both sides alike', {}),
  quick('quick: line lead', LINE_LEAD),
  quick('quick: hidden 1.0', { hidden: 1 }),
  quick('quick: manager, weights swapped', { ...MANAGER, believed: 0.8 }),
]);
