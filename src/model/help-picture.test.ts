import { describe, expect, it } from 'vitest';
import fc from '../../test/support/properties.ts';
import type { HelpCell, HelpFacts } from '../records/help/types.ts';
import type { PersonId, Structure, TeamId } from '../records/people/types.ts';
import { playbookWith } from '../records/playbook/definitions.ts';
import { type HelpNetwork, readNetwork } from './help.ts';
import { findInPicture, measurePicture } from './help-measures.ts';
import { blurNetwork, SMALLEST_TEAM } from './help-picture.ts';
import { cutHelp } from './sight-help.ts';

const NEED = 5;
const playbook = playbookWith({ 'tickets.need': NEED });

type Firm = { teams: (number | null)[]; own: number[]; cells: [from: number, to: number, n: number][] };

/** Firms of up to 16 in up to four teams, some of them in none, with few enough hand-overs that many have none. */
const firms: fc.Arbitrary<Firm> = fc.integer({ min: 3, max: 16 }).chain((size) => {
  const someone = fc.integer({ min: 0, max: size - 1 });
  const team = fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 3 }) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
  return fc.record({
    teams: fc.array(team, { minLength: size, maxLength: size }),
    own: fc.array(fc.constantFrom(0, 4, 5, 9), { minLength: size, maxLength: size }),
    cells: fc.array(fc.tuple(someone, someone, fc.integer({ min: 1, max: 6 })), { maxLength: 2 * size }),
  });
});

function networkOf({ teams, own, cells }: Firm): HelpNetwork {
  const id = (at: number) => (at + 1) as PersonId;
  const structure = {
    people: teams.map((_, at) => ({ personId: id(at), work: 'product' })),
    memberships: teams.flatMap((team, at) => (team === null ? [] : [{ personId: id(at), teamId: team as TeamId }])),
  } as unknown as Structure;
  const facts: HelpFacts = {
    until: null,
    hasTickets: true,
    cells: cells
      .filter(([from, to]) => from !== to)
      .map(([from, to, n]): HelpCell => ({ from: id(from), to: id(to), n, levels: null })),
    own: new Map(own.map((n, at) => [id(at), n])),
  };
  return readNetwork(facts, structure, null, playbook);
}

/** Everything from which answers are made, in an order of its own. */
function drawnOf(firm: Firm): string {
  const network = networkOf(firm);
  const picture = blurNetwork(network, NEED);
  const found = findInPicture(picture, measurePicture(picture), network, 0.35);
  const sorted = <Of>(list: readonly Of[]) => list.map((one) => JSON.stringify(one)).sort();
  return JSON.stringify([
    sorted(picture.nodes.map((node) => ({ ...node, people: [...node.people].sort((a, b) => a - b) }))),
    sorted(picture.ties),
    sorted(picture.isolated),
    sorted(picture.teams),
    picture.leftOut,
    found,
  ]);
}

/** Firms in which somebody has help that they don't have in this one: a colleague's, or one ticket more. */
function* others(firm: Firm, who: number): Generator<Firm> {
  const size = firm.teams.length;
  const isBetween = ([from, to]: Firm['cells'][number]) =>
    firm.teams[from] === null || firm.teams[from] !== firm.teams[to];
  for (let other = 0; other < size; other++) {
    if (other === who) continue;
    const swap = (one: number) => (one === who ? other : one === other ? who : one);
    const swapped = (cell: Firm['cells'][number]): Firm['cells'][number] => [swap(cell[0]), swap(cell[1]), cell[2]];
    yield { ...firm, cells: firm.cells.map((cell) => (isBetween(cell) ? swapped(cell) : cell)) };
    yield { ...firm, cells: firm.cells.map(swapped) };
    yield { ...firm, cells: [...firm.cells, [who, other, 1]] };
  }
  for (const [at, [from, to, n]] of firm.cells.entries()) {
    const less = n > 1 ? firm.cells.with(at, [from, to, n - 1]) : firm.cells.toSpliced(at, 1);
    for (let other = 0; other < size; other++) {
      if (other === who) continue;
      yield { ...firm, cells: [...less, [who, other, 1]] };
      yield { ...firm, cells: [...less, [other, who, 1]] };
    }
  }
}

describe('the picture that is drawn for others', () => {
  it('is the same as if somebody who is isolated were not: nobody can be told by it', () => {
    let tried = 0;
    fc.assert(
      fc.property(firms, (firm) => {
        // With fewer hand-overs nothing is drawn at all.
        const { people, tickets } = networkOf(firm);
        fc.pre(tickets >= NEED);
        const drawn = drawnOf(firm);
        for (const { personId, isolated } of people) {
          if (!isolated) continue;
          tried += 1;
          const isFine = [...others(firm, personId - 1)].some(
            (other) =>
              !networkOf(other).people.find((one) => one.personId === personId)!.isolated && drawnOf(other) === drawn,
          );
          if (!isFine) return false;
        }
        return true;
      }),
      { numRuns: 400 },
    );
    expect(tried).toBeGreaterThan(400);
  });
});

describe('what one reader sees of it', () => {
  const cases = firms.chain((firm) =>
    fc.record({ firm: fc.constant(firm), open: fc.uniqueArray(fc.integer({ min: 1, max: firm.teams.length })) }),
  );
  const show = (firm: Firm, open: readonly number[]) => {
    const network = networkOf(firm);
    const picture = blurNetwork(network, NEED);
    const measures = measurePicture(picture);
    const own = new Map(network.people.map((one) => [one.personId, one.own]));
    const of = (id: PersonId) => (open.includes(id) ? 'open' : 'hidden');
    return { picture, shown: cutHelp(picture, measures, findInPicture(picture, measures, network, 0.35), own, { of }) };
  };

  it('names only people who are open to them, in knots, ties and findings alike', () => {
    fc.assert(
      fc.property(cases, ({ firm, open }) => {
        const { shown } = show(firm, open);
        const named = [...JSON.stringify(shown).matchAll(/person(\d+)/g)].map(([, id]) => Number(id));
        const ids = shown.nodes.flatMap(({ personId }) => (personId === null ? [] : [personId as number]));
        return [...named, ...ids].every((id) => open.includes(id));
      }),
    );
  });

  it('has no knot whose numbers are those of one or two people whom they do not see', () => {
    fc.assert(
      fc.property(cases, ({ firm, open }) => {
        const { nodes } = show(firm, open).shown;
        return nodes.every(({ kind, people }) => kind === 'person' || people === 0 || people >= SMALLEST_TEAM);
      }),
    );
  });

  it('counts every tie between knots once, on both ends', () => {
    fc.assert(
      fc.property(cases, ({ firm, open }) => {
        const { nodes, ties } = show(firm, open).shown;
        const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
        const all = sum(ties.map(({ tickets }) => tickets));
        return sum(nodes.map(({ given }) => given)) === all && sum(nodes.map(({ received }) => received)) === all;
      }),
    );
  });

  it('is everything but the blur for whoever sees everybody', () => {
    fc.assert(
      fc.property(firms, (firm) => {
        const { picture, shown } = show(
          firm,
          firm.teams.map((_, at) => at + 1),
        );
        const tickets = (list: readonly { tickets: number }[]) => list.reduce((sum, one) => sum + one.tickets, 0);
        const within = shown.nodes.reduce((sum, one) => sum + one.within, 0);
        return tickets(shown.ties) + within === tickets(picture.ties) && shown.leftOut === picture.leftOut;
      }),
    );
  });
});
