import { describe, expect, it } from 'vitest';
import fc from '../../test/support/properties.ts';
import { aPerson, personId, ticketsOf, view, views } from '../../test/support/small-firm.ts';
import { playbookWith } from '../records/playbook/definitions.ts';
import type { Competency, Observation, Side } from '../records/voice/types.ts';
import { strengthsOf } from './profile.ts';
import { COLLEAGUE, FEWEST, nameRaters } from './raters.ts';
import { type WithoutRequest, withoutEachSource } from './without-source.ts';

const playbook = playbookWith();
const structure = { people: [aPerson(1), aPerson(2), aPerson(3)] };
const effects = ticketsOf([-0.3, 0.1, 0.2]);

function ask(
  observations: Observation[],
  part: Side | Competency,
  own: Partial<WithoutRequest> & { tickets?: boolean } = {},
) {
  const { tickets = true, ...rest } = own;
  const input = { structure, observations, effects: tickets ? effects : null, playbook };
  const nameRater = nameRaters(structure.people);
  return withoutEachSource({ input, personId: personId(1), part, nameRater, everything: true, ...rest });
}

describe('an estimate without each of its sources', () => {
  it('is what the rest of the evidence alone would have said', () => {
    const said = [...views(1, 'technical', 4.5, 2), view(1, 'knowledge', 2, 'Ben'), view(2, 'rescue', 4)];
    const found = ask(said, 'technical');
    const left = (rest: Observation[], tickets = effects as typeof effects | null) =>
      strengthsOf({ structure, observations: rest, effects: tickets, playbook }).people.get(personId(1))!.sides
        .technical;
    expect(found.whole.estimate).toEqual(left(said).estimate);
    const by = new Map(found.without.map((one) => [one.source.kind === 'views' ? one.source.by : 'tickets', one]));
    expect([...by.keys()].sort()).toEqual(['Ben', 'Rater 0', 'Rater 1', 'tickets']);
    for (const rater of ['Ben', 'Rater 0', 'Rater 1']) {
      const rest = left(said.filter((one) => one.rater !== rater || one.personId !== personId(1)));
      expect(by.get(rater)!.estimate).toEqual(rest.estimate);
      expect(by.get(rater)!.evidence).toBe(rest.evidence);
    }
    expect(by.get('tickets')!.estimate).toEqual(left(said, null).estimate);
    expect(by.get('tickets')!.source).toMatchObject({ outcome: 'minutes-worked', tickets: 200 });
  });

  it('is where everybody starts when its only source is left out', () => {
    const { without } = ask([view(1, 'coaching', 5)], 'coaching', { tickets: false });
    expect(without).toHaveLength(1);
    expect(without[0]!.estimate.mean).toBeCloseTo(3, 12);
    expect(without[0]!.evidence).toBe(0);
    expect(without[0]!.source).toEqual({ kind: 'views', by: 'Ana', raters: 1, views: 1 });
  });

  it('names no source that changes no figure: tickets say nothing of leading people, nor do views of others', () => {
    const said = [view(1, 'coaching', 5), view(2, 'coaching', 2), view(1, 'fairness', 4, 'Ben')];
    expect(ask(said, 'people').without.map(({ source }) => source)).toEqual([
      expect.objectContaining({ by: 'Ana', views: 1 }),
      expect.objectContaining({ by: 'Ben', views: 1 }),
    ]);
    expect(ask([], 'people', { tickets: false }).without).toEqual([]);
  });
});

describe('to readers who are not told who said what', () => {
  const speakers = fc.record({
    colleagues: fc.integer({ min: 0, max: 5 }),
    lead: fc.boolean(),
    reader: fc.boolean(),
    tickets: fc.boolean(),
  });
  const name = (rater: string) => (rater === 'me' ? 'you' : rater === 'lead' ? 'their lead' : COLLEAGUE);

  it('no level tells what fewer than three others said, of those left out or of those left over', () => {
    let shown = 0;
    fc.assert(
      fc.property(speakers, ({ colleagues, lead, reader, tickets }) => {
        const raters = [
          ...Array.from({ length: colleagues }, (_, i) => `colleague ${i}`),
          ...(lead ? ['lead'] : []),
          ...(reader ? ['me'] : []),
        ];
        const said = raters.map((rater, i) => view(1, 'rescue', 4 + (i % 2), rater));
        const found = ask(said, 'technical', { nameRater: name, everything: false, tickets });
        const others = colleagues + (lead ? 1 : 0);
        for (const { source } of found.without) {
          shown++;
          const gone = source.kind === 'tickets' || source.by === 'you' ? 0 : source.raters;
          for (const few of [gone, others - gone]) expect(few === 0 || few >= FEWEST).toBe(true);
          if (source.kind === 'views') expect(['you', COLLEAGUE]).toContain(source.by);
        }
        // One or two others spoke: something is held back, and that is said.
        if (others > 0 && others < FEWEST) expect(found.hidden).toBe(true);
      }),
    );
    expect(shown).toBeGreaterThan(50);
  });

  it('three colleagues are left out together', () => {
    const said = ['a', 'b', 'c'].map((rater) => view(1, 'rescue', 5, rater));
    const { without, hidden } = ask(said, 'rescue', { nameRater: name, everything: false, tickets: false });
    expect(without.map(({ source }) => source)).toEqual([{ kind: 'views', by: COLLEAGUE, raters: 3, views: 3 }]);
    expect(hidden).toBe(false);
  });
});
