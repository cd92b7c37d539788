import { describe, expect, it } from 'vitest';
import fc from '../../test/support/properties.ts';
import { createRandom } from '../base/random.ts';
import type { PersonId } from '../records/people/types.ts';
import { type Attribution, type AttributionInput, openAttribution } from './attribution.ts';
import type { Cause, SharedCause } from './attribution-shares.ts';
import { causesOf, type Planted, plantRecent } from './fixtures/recent-tickets.ts';

type Attributed = Extract<Attribution, { status: 'attributed' }>;
type Asked = AttributionInput & { stuck: ReadonlySet<number> };
const attributeSlowness = ({ stuck, ...input }: Asked) => openAttribution(input)(stuck);
const attributed = (input: Asked): Attributed => {
  const found = attributeSlowness(input);
  if (found.status !== 'attributed') throw new Error(`found ${found.status}`);
  return found;
};
const seeds = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
const CAUSES: readonly Cause[] = ['ticket', 'area', 'client', 'person'];

/** Every area, client and person shifted as far as the playbook guesses, at random. */
function shiftAll(seed: number): Pick<Planted, 'area' | 'client' | 'person'> {
  const random = createRandom(seed);
  const some = (count: number) => Object.fromEntries(seeds(count).map((id) => [id, 0.25 * random.normal()]));
  return { area: some(8), client: some(15), person: some(9) };
}

describe('what makes tickets slow', () => {
  it.each([
    ['area', { area: { 3: 1.2 } }],
    ['client', { client: { 4: 1.5 } }],
    ['person', { person: { 5: 1.2 } }],
  ] as [SharedCause, Partial<Planted>][])('is found to be the %s that was made slow', (cause, planted) => {
    const found = seeds(12).map((seed) => attributed(plantRecent({ seed, ...planted })));
    const right = found.filter(({ kind, carriers }) => kind === cause && planted[cause]![carriers[cause][0]!.id]);
    expect(right.length).toBeGreaterThanOrEqual(10);
    // Never is another of the three blamed for it.
    expect(found.filter(({ kind }) => ![cause, 'ticket', 'mixed'].includes(kind))).toEqual([]);
  });

  it('is the single ticket where one took very long for no shared reason', () => {
    const found = seeds(12).map((seed) => attributed(plantRecent({ seed, single: { 77: 4 } })));
    expect(found.filter(({ kind }) => kind === 'ticket').length).toBeGreaterThanOrEqual(10);
    expect(found.filter(({ kind }) => kind !== 'ticket' && kind !== 'mixed')).toEqual([]);
  });

  it('is hardly ever said to be shared where nothing is', () => {
    const found = seeds(24).map((seed) => attributed(plantRecent({ seed })));
    expect(found.filter(({ kind }) => kind !== 'ticket').length).toBeLessThanOrEqual(2);
  });

  it('is not laid at the door of everybody who is slow in the same area, nor of a person who always is', () => {
    const { carriers, shares } = attributed(plantRecent({ seed: 2, area: { 3: 1.2 } }));
    expect(carriers.area[0]).toMatchObject({ id: 3, shows: { of: 9 } });
    expect(carriers.area[0]!.shows.in).toBeGreaterThanOrEqual(7);
    expect(shares.person.mean).toBeLessThan(0.15);
  });

  it('covers the true shares about as often as its 80% intervals say, without leaning to either side', () => {
    const worlds = seeds(40).map((seed) => {
      const plan = { seed, tickets: 400, ...shiftAll(seed + 500) };
      return { found: attributed(plantRecent(plan)), truth: causesOf(plan) };
    });
    for (const cause of CAUSES) {
      const inside = worlds.filter(
        ({ found, truth }) =>
          truth[cause] >= found.shares[cause].low - 1e-9 && truth[cause] <= found.shares[cause].high + 1e-9,
      );
      const off = worlds.reduce((sum, { found, truth }) => sum + found.shares[cause].mean - truth[cause], 0);
      // 80% of 40 less three standard errors. A share that is exactly 0 is always covered, so more is no fault.
      expect(inside.length).toBeGreaterThanOrEqual(25);
      expect(Math.abs(off / worlds.length)).toBeLessThan(0.04);
    }
  });

  it("gives an area the part of the slow tickets that wouldn't be there without it", () => {
    const random = createRandom(5);
    const sigma = 0.8;
    // Student's t with 4 degrees of freedom and SD σ: chance as the shares take it.
    const chance = () => {
      const squares = seeds(4).reduce((sum) => sum + random.normal() ** 2, 0);
      return ((sigma / Math.SQRT2) * random.normal()) / Math.sqrt(squares / 4);
    };
    const from = 1.2;
    const n = 12_000;
    const noise = seeds(n).map(chance);
    const shiftOf = (t: number) => (t % 20 === 0 ? 1 : 0);
    const input = plantRecent({ seed: 1, tickets: n, openShare: 0 });
    const recent = input.recent.map((one, t) => ({
      ...one,
      personId: ((t % 7) + 1) as PersonId,
      levels: { category: (t % 20) + 1, client: 0, priority: 0, queue: 0, hour: 0, difficulty: 0 },
      minutes: Math.exp(4 + noise[t]! + shiftOf(t)),
    }));
    const stuck = new Set(recent.filter((_, t) => noise[t]! + shiftOf(t) >= from).map(({ ticketId }) => ticketId));
    const without = noise.filter((value) => value >= from).length;
    const people = { personIds: [], effect: [], pev: [], tau2: 0.001 };
    const terms = { intercept: 4, sigma, factors: {} };
    const { shares } = attributed({ ...input, recent, stuck, people, terms });
    expect(Math.abs(shares.area.mean - (1 - without / stuck.size))).toBeLessThan(0.04);
  });

  it('holds it against an area that it always takes longer, unless tickets are set against like ones', () => {
    // The long run has learned what was planted: it has been so all along.
    const input = plantRecent({ seed: 12, area: { 3: 1.2 }, openShare: 0 });
    const category = input.terms.factors.category!;
    const effect = category.effect.with(2, category.effect[2]! + 1.2);
    const terms = { ...input.terms, factors: { ...input.terms.factors, category: { ...category, effect } } };
    const always = attributed({ ...input, terms });
    const [carrier] = always.carriers.area;
    expect([always.kind, carrier!.id]).toEqual(['area', 3]);
    expect(Math.abs(carrier!.now)).toBeLessThan(0.3);
    expect(carrier!.longRun).toBeGreaterThan(0.8);
    const asUsual = attributed({ ...input, terms, against: 'like-ticket' });
    expect(asUsual.kind).not.toBe('area');
    expect(asUsual.shares.area.mean).toBeLessThan(0.1);
  });

  it('can be asked of any number of sets, each for itself', () => {
    const { stuck, ...input } = plantRecent({ seed: 9, area: { 3: 1.2 } });
    const attribute = openAttribution(input);
    const [one, other] = [[...stuck].slice(0, 8), [...stuck].slice(8)].map((ids) => attribute(new Set(ids)));
    expect(attribute(new Set([...stuck].slice(0, 8)))).toEqual(one);
    expect(other).not.toEqual(one);
  });

  it('says what is missing instead of an answer', () => {
    const input = plantRecent({ seed: 1, tickets: 30, openShare: 0 });
    expect(attributeSlowness(input)).toEqual({
      status: 'not-enough-evidence',
      reason: 'recent resolved tickets',
      have: 30,
      need: 40,
    });
    expect(attributeSlowness({ ...input, recent: [] })).toMatchObject({ have: 0, need: 40 });
    const elsewhere = { ...plantRecent({ seed: 1 }), stuck: new Set([9999]) };
    expect(attributeSlowness(elsewhere)).toMatchObject({ status: 'not-enough-evidence', have: 0, need: 1 });
  });

  it('says so where the tickets are not slower than others', () => {
    const input = plantRecent({ seed: 1, openShare: 0 });
    const quick = [...input.recent].sort((one, other) => one.minutes - other.minutes).slice(0, 20);
    const stuck = new Set(quick.map(({ ticketId }) => ticketId));
    expect(attributeSlowness({ ...input, stuck })).toEqual({ status: 'not-slower', tickets: 20 });
  });

  it('tells area and person not apart where only one person works in it', () => {
    const input = plantRecent({ seed: 3, area: { 3: 1.2 } });
    const recent = input.recent.map((one) => (one.levels.category === 3 ? { ...one, personId: 10 as PersonId } : one));
    expect(['ticket', 'mixed']).toContain(attributed({ ...input, recent }).kind);
  });
});

describe('the shares', () => {
  const plans = fc.record({
    seed: fc.nat(10_000),
    tickets: fc.integer({ min: 80, max: 250 }),
    people: fc.integer({ min: 1, max: 6 }),
    areas: fc.integer({ min: 1, max: 5 }),
    clients: fc.integer({ min: 1, max: 120 }),
    area: fc.constant({ 1: 0.8 }),
    openShare: fc.double({ min: 0, max: 0.5, noNaN: true }),
  });

  it('add up to 1, lie between 0 and 1, and are the same in any order of the tickets', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const input = plantRecent(plan);
        const found = attributeSlowness(input);
        expect(attributeSlowness({ ...input, recent: input.recent.toReversed() })).toEqual(found);
        if (found.status !== 'attributed') return;
        expect(CAUSES.reduce((sum, cause) => sum + found.shares[cause].mean, 0)).toBeCloseTo(1, 12);
        for (const cause of CAUSES) {
          const { mean, low, high } = found.shares[cause];
          expect(Math.min(mean, low, 1 - high, high - low)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("don't change when a person is slower by as much as they always are", () => {
    fc.assert(
      fc.property(plans, fc.double({ min: -0.5, max: 1, noNaN: true }), (plan, slower) => {
        // All in one area and one pair of hands: nothing tells the two apart, and any split of what they share is as good.
        fc.pre(plan.people > 1 || plan.areas > 1);
        const input = plantRecent(plan);
        // Well above a minute, so that nothing is rounded up to one.
        const recent = input.recent.map((one) => ({ ...one, minutes: one.minutes * 1000 }));
        const before = attributeSlowness({ ...input, recent });
        const after = attributeSlowness({
          ...input,
          recent: recent.map((one) => (one.personId === 1 ? { ...one, minutes: one.minutes * Math.exp(slower) } : one)),
          people: { ...input.people, effect: input.people.effect.with(0, input.people.effect[0]! + slower) },
        });
        expect(after.status).toBe(before.status);
        if (before.status !== 'attributed' || after.status !== 'attributed') return;
        expect(after.kind).toBe(before.kind);
        for (const cause of CAUSES) expect(after.shares[cause].mean).toBeCloseTo(before.shares[cause].mean, 3);
      }),
      { numRuns: 20 },
    );
  });

  it("don't count what the fit doesn't know of a person as a change", () => {
    const input = plantRecent({ seed: 6, person: { 5: 0.9 } });
    const stuck = new Set(input.recent.filter(({ personId }) => personId === 5).map(({ ticketId }) => ticketId));
    const shareWith = (error: number) => {
      const pev = input.people.pev.map((value) => (value > 0 ? error : 0));
      return attributed({ ...input, stuck, people: { ...input.people, pev } }).shares.person.mean;
    };
    expect(shareWith(0.3)).toBeLessThan(shareWith(0.001) - 0.1);
  });

  it('take no ticket for quicker because it is still open', () => {
    fc.assert(
      fc.property(plans, fc.nat(10), (plan, at) => {
        const input = plantRecent(plan);
        const ticketId = [...input.stuck][at % input.stuck.size]!;
        const extraWhere = (open: boolean) => {
          const recent = input.recent.map((one) => (one.ticketId === ticketId ? { ...one, open } : one));
          const found = attributeSlowness({ ...input, recent });
          // One resolved ticket less may be one too few to say anything.
          fc.pre(found.status !== 'not-enough-evidence');
          return found.status === 'attributed' ? found.extra : 0;
        };
        expect(extraWhere(true)).toBeGreaterThanOrEqual(extraWhere(false) - 1e-9);
      }),
      { numRuns: 15 },
    );
  });

  it('stay the same to a hair when an open ticket says nothing yet', () => {
    const input = plantRecent({ seed: 4, area: { 3: 1.2 }, openShare: 0 });
    const [first] = input.recent;
    const fresh = seeds(12).map((i) => ({ ...first!, ticketId: 10_000 + i, minutes: 0, open: true }));
    const before = attributed(input);
    const after = attributed({ ...input, recent: [...input.recent, ...fresh] });
    for (const cause of CAUSES)
      expect(Math.abs(after.shares[cause].mean - before.shares[cause].mean)).toBeLessThan(0.02);
  });
});
