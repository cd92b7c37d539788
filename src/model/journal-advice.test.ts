import { describe, expect, it } from 'vitest';
import { personId } from '../../test/support/small-firm.ts';
import type { Answer } from '../records/verdicts/types.ts';
import { differsFrom, namedBy } from './journal-advice.ts';

const [ana, ben, cy] = [personId(1), personId(2), personId(3)];
const differs = (answer: Answer, chosen: ReturnType<typeof personId> | null, trial = false) =>
  differsFrom({ answer, holderId: cy }, { personId: chosen, trial });

describe('a decision differs from our advice', () => {
  it('where somebody else is chosen than it names', () => {
    expect(differs({ kind: 'person', personId: ana }, ana)).toBe(false);
    expect(differs({ kind: 'person', personId: ana }, ben)).toBe(true);
    expect(differs({ kind: 'several', personIds: [ana, ben] }, ben)).toBe(false);
    expect(differs({ kind: 'pair', leadId: ana, secondId: ben, secondSide: 'people' }, ben)).toBe(true);
  });

  it('where a trial is advised and somebody is to hold the seat for good', () => {
    expect(differs({ kind: 'trial', personId: ana }, ana, true)).toBe(false);
    expect(differs({ kind: 'trial', personId: ana }, ana)).toBe(true);
  });

  it('where a seat is held and its holder is replaced, or leaves', () => {
    expect(differs({ kind: 'keep', needs: [] }, cy)).toBe(false);
    expect(differs({ kind: 'keep', needs: [] }, ana)).toBe(true);
    expect(differs({ kind: 'keep', needs: [] }, null)).toBe(true);
  });

  it('not where it stays open because nobody is named', () => {
    for (const kind of ['hire', 'leave-open'] as const) expect(differs({ kind }, null)).toBe(false);
    expect(differs({ kind: 'hire' }, ana)).toBe(true);
  });
});

it('an answer that names nobody names nobody on record', () => {
  expect(namedBy({ answer: { kind: 'hire' }, holderId: null })).toEqual([]);
});
