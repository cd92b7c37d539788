import { describe, expect, it } from 'vitest';
import { MORNING, morningWith } from '../../../test/support/morning.ts';
import { addDays } from '../../base/time.ts';
import type { PlanStepDue } from '../../records/development/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import { practiceDue } from './practice-due.ts';

const id = (person: number) => person as PersonId;
const LEA = id(2);
const ANN = id(4);

const step = (more: Partial<PlanStepDue> = {}): PlanStepDue => ({
  ...{ stepId: 5, competency: 'conflict', kind: 'practice', day: MORNING, text: 'Name one disagreement early.' },
  ...{ caseId: null, ownerId: LEA, personId: LEA },
  ...more,
});
const cards = (...planSteps: PlanStepDue[]) => practiceDue.propose(morningWith({ planSteps }));

describe('a card for a step of a plan', () => {
  it('reminds a lead of their own practice, and opens the case where it is written', () => {
    const [card] = cards(step({ caseId: 'conflict/joke', day: addDays(MORNING, -3) }));
    expect(card).toMatchObject({
      ...{ leadId: LEA, kind: 'promise', subject: 'plan-step/5', personId: null },
      trigger: 'Due since 7 March, a practice in your plan (conflict resolution): Name one disagreement early.',
    });
    expect(card!.evidence.links).toEqual([{ href: '/me/plan/practice/conflict/joke', label: 'Open the case' }]);
  });

  it('reminds a lead of feedback to somebody they lead, and asks first', () => {
    const [card] = cards(step({ kind: 'feedback', personId: ANN, text: 'What worked.' }));
    expect(card).toMatchObject({ leadId: LEA, personId: ANN, firstSentence: expect.stringMatching(/^Ann, .*\?$/) });
    expect(card!.evidence.links[0]!.href).toBe('/development/4');
  });

  it('is one card a plan, for the step that waits longest', () => {
    const found = cards(
      step({ stepId: 1, day: addDays(MORNING, -9) }),
      step({ stepId: 2 }),
      step({ stepId: 3, personId: ANN, kind: 'feedback' }),
    );
    expect(found.map(({ subject }) => subject)).toEqual(['plan-step/1', 'plan-step/3']);
  });

  it('is made for nobody who leads nobody, and for no lead of somebody else', () => {
    expect(cards(step({ ownerId: ANN, personId: ANN }))).toEqual([]);
    expect(cards(step({ ownerId: LEA, personId: id(8), kind: 'feedback' }))).toEqual([]);
  });
});
