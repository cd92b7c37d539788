import { describe, expect, it } from 'vitest';
import { aPerson, aSeat, DAY, oneTeam, personId, seatId, views } from '../../test/support/small-firm.ts';
import type { Structure } from '../records/people/types.ts';
import { playbookWith } from '../records/playbook/definitions.ts';
import type { Verdict } from '../records/verdicts/types.ts';
import type { Observation } from '../records/voice/types.ts';
import { advise } from './advice.ts';
import type { ShownAdvice } from './sight-advice.ts';
import { findSteps } from './steps.ts';

const people = [aPerson(1, { aspiration: 'not-asked' }), aPerson(2), aPerson(3), aPerson(9, { work: 'other' })];
const one = oneTeam(people.slice(0, 3), { reportsTo: seatId(2) });
const structure: Structure = {
  ...one,
  people,
  seats: [...one.seats, aSeat(2, { state: 'held', holderId: personId(9) })],
};
const whole = (verdicts: Verdict[]) => verdicts.map((verdict): ShownAdvice => ({ verdict, closed: null }));
const stepsAfter = (observations: Observation[]) =>
  findSteps(whole(advise({ structure, observations, effects: null, playbook: playbookWith(), day: DAY })), structure);
const strong = [...views(1, 'technical', 5), ...views(1, 'people', 5)];

describe('next steps', () => {
  it('begin with the questions where nothing is known', () => {
    expect(stepsAfter([])[0]).toMatchObject({ action: 'answer-questions', seatId: 1 });
  });

  it('ask somebody who was never asked, owned by the holder of the seat above', () => {
    expect(stepsAfter(strong)[0]).toMatchObject({
      action: 'ask-aspiration',
      personId: 1,
      ownerId: 9,
      key: 'ask-aspiration/1/1',
    });
  });

  it('are at most three', () => {
    expect(stepsAfter(strong).length).toBeLessThanOrEqual(3);
  });

  it('are said once where both sides of a holder ask for the same thing', () => {
    const keys = stepsAfter([]).map((step) => step.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain('answer-questions/2/9');
  });

  it('leave out what is done or dismissed, and then the next one moves up', () => {
    const verdicts = advise({ structure, observations: strong, effects: null, playbook: playbookWith(), day: DAY });
    const [first, second] = findSteps(whole(verdicts), structure);
    expect(findSteps(whole(verdicts), structure, (step) => step.key === first!.key)[0]).toEqual(second);
  });

  it('keep their key and change their evidence key when somebody says something new', () => {
    const [before] = stepsAfter(strong);
    const [after] = stepsAfter([...strong, ...views(2, 'people', 3)]);
    expect(after!.key).toBe(before!.key);
    expect(after!.evidenceKey).not.toBe(before!.evidenceKey);
    expect(stepsAfter(strong)[0]!.evidenceKey).toBe(before!.evidenceKey);
  });
});
