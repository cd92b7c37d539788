import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { personId } from '../../../test/support/small-firm.ts';
import { ROLES, type Standing } from '../../base/roles.ts';
import type { AdviceAsItWas, PersonThen } from '../../records/decisions/types.ts';
import { type JournalReader, readsReason, sidesFor, sightOfDecision } from './cut.ts';

const people = fc.integer({ min: 1, max: 6 }).map(personId);
const decisions = fc.record({
  personId: fc.option(people, { nil: null }),
  decidedBy: fc.constantFrom('account:1', 'account:2', 'person:3', 'owner'),
  advice: fc
    .record({
      considered: fc.uniqueArray(people, { maxLength: 4 }),
      named: fc.uniqueArray(people, { maxLength: 2 }),
      shown: fc.constantFrom(true, false, undefined),
    })
    .map((one) => one as unknown as AdviceAsItWas),
});
const readers: fc.Arbitrary<JournalReader> = fc.record({
  standing: fc.constantFrom<Standing>(...ROLES, 'operator'),
  actor: fc.constantFrom('account:1', 'account:2', 'account:9'),
  personId: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
  visible: fc.uniqueArray(fc.integer({ min: 1, max: 6 })).map((ids) => new Set(ids)),
  decided: fc.constantFrom(new Set([7]), new Set<number>()),
});

describe('how much of a decision somebody reads', () => {
  it('is all of it only where the advice was theirs to read then, or everybody’s numbers are theirs to see now', () => {
    fc.assert(
      fc.property(decisions, readers, (decision, reader) => {
        const sight = sightOfDecision(decision, reader);
        const { considered, named, shown } = decision.advice;
        const decidedIt =
          decision.decidedBy === reader.actor ||
          (reader.personId !== null && decision.decidedBy === `person:${reader.personId}`);
        const weighed = [...considered, ...named, ...(decision.personId === null ? [] : [decision.personId])];
        const may =
          reader.standing === 'operator' ||
          (decidedIt && shown === true) ||
          (reader.standing !== 'hr' && weighed.every((id) => reader.visible.has(id)));
        if (sight === 'whole') expect(may).toBe(true);
        if (sight === 'own') expect(decision.personId).toBe(reader.personId);
        if (sight === 'closed') expect(may).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('never holds how another stood, nor a reason, for whom it is closed or about', () => {
    fc.assert(
      fc.property(decisions, readers, fc.uniqueArray(people, { maxLength: 4 }), (decision, reader, stood) => {
        const sight = sightOfDecision(decision, reader);
        const sides = stood.map((id) => ({ personId: id }) as PersonThen);
        const shown = sidesFor(sides, sight, reader).map((one) => one.personId);
        if (sight === 'closed') expect(shown).toEqual([]);
        if (sight === 'own') expect(shown.every((id) => id === reader.personId)).toBe(true);
        if (sight === 'closed') expect(readsReason(sight, 7, reader)).toBe(reader.decided.has(7));
      }),
      { numRuns: 300 },
    );
  });
});
