import { describe, expect, it } from 'vitest';
import fc from '../../test/support/properties.ts';
import { aPerson, ticketsOf, view } from '../../test/support/small-firm.ts';
import { PLAYBOOK, playbookWith } from '../records/playbook/definitions.ts';
import { createStrengthSource, STRENGTH_KEYS, type StrengthInput } from './strength.ts';

const unit = fc.double({ min: 0, max: 1, noNaN: true });

/** A few people with tickets, some of them with few, and views of some. */
const firm = fc
  .record({
    effects: fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { minLength: 3, maxLength: 5 }),
    tickets: fc.array(fc.integer({ min: 5, max: 120 }), { minLength: 5, maxLength: 5 }),
    levels: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 }),
  })
  .map(
    ({ effects, tickets, levels }): StrengthInput => ({
      structure: { people: effects.map((_, i) => aPerson(i + 1)) },
      observations: levels.flatMap((level, i) => [
        view(1 + (i % 3), 'rescue', level, `rater ${i}`),
        view(1 + (i % 3), 'coaching', 6 - level, `rater ${i}`),
      ]),
      effects: ticketsOf(effects, { tickets: tickets.slice(0, effects.length) }),
    }),
  );

describe('strengths under many playbooks from one source', () => {
  it('are to the last digit those of a source that never saw another playbook', () => {
    const tried = fc.array(fc.tuple(fc.constantFrom(...STRENGTH_KEYS), unit), { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(firm, tried, (input, values) => {
        const source = createStrengthSource(input);
        source.at(playbookWith());
        for (const [key, way] of values) {
          const { low, high } = PLAYBOOK[key];
          const playbook = playbookWith({ [key]: low + way * (high - low) });
          const shared = source.at(playbook);
          const alone = createStrengthSource(input).at(playbook);
          for (let axis = 0; axis < 2 * input.structure.people.length; axis++) {
            expect(shared.mean(axis), key).toBe(alone.mean(axis));
            expect(shared.covariance(axis, 0), key).toBe(alone.covariance(axis, 0));
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
