import { expect, it } from 'vitest';
import { aPerson, DAY, oneTeam, personId } from '../../../test/support/small-firm.ts';
import { addDays, type Instant, instantOf } from '../../base/time.ts';
import type { MentoringRhythm } from '../../records/mentoring/types.ts';
import { playbookWith } from '../../records/playbook/definitions.ts';
import { readChart } from '../structure.ts';
import { findLeads } from './leads.ts';
import { mentorSession } from './mentor-session.ts';
import type { RuleInput } from './types.ts';

/** Person 1 leads 2 and 3, and mentors 2. */
const chart = readChart(
  oneTeam(
    [1, 2, 3].map((id) => aPerson(id)),
    { holderId: personId(1), state: 'held' },
  ),
);
const pair: MentoringRhythm = {
  ...{ pairId: 7, mentorId: personId(1), menteeId: personId(2), beganOn: addDays(DAY, -14), untilDay: null },
  ...{ held: 0, lastHeldAt: null, nextAt: null, nextZone: null, saidHalfWay: [] },
};
const at = (days: number) => (instantOf(addDays(DAY, days)) + 10 * 3_600_000) as Instant;
const cardsOf = (more: Partial<MentoringRhythm>) => {
  const input = {
    day: DAY,
    chart,
    leads: findLeads(chart),
    playbook: playbookWith(),
    mentorings: [{ ...pair, ...more }],
  };
  return mentorSession.propose(input as unknown as RuleInput).map(({ leadId, trigger }) => [leadId, trigger]);
};

it('reminds a mentor who leads of a session today, one not closed, and of none for long', () => {
  expect(cardsOf({ nextAt: at(0), nextZone: 'UTC' })).toEqual([[1, 'You meet Person 2 today, as their mentor.']]);
  expect(cardsOf({ nextAt: at(-3), nextZone: 'UTC' })).toEqual([
    [1, 'Your mentoring session with Person 2 was three days ago: say whether you met.'],
  ]);
  expect(cardsOf({ held: 1, lastHeldAt: at(-35) })).toEqual([
    [1, 'You and Person 2 have had no mentoring session for five weeks, and none is planned.'],
  ]);
});

it('reminds both who lead of the word half-way until they said it, and of the last day', () => {
  const months = { beganOn: addDays(DAY, -60), untilDay: addDays(DAY, 60), held: 2, lastHeldAt: at(-7) };
  expect(cardsOf(months)).toEqual([
    [1, 'You and Person 2 are half-way through your mentoring: say whether it is worth it, or what should change.'],
  ]);
  expect(cardsOf({ ...months, mentorId: personId(3), menteeId: personId(1) })).toMatchObject([
    [1, expect.stringContaining('You and Person 3 are half-way')],
  ]);
  expect(cardsOf({ ...months, saidHalfWay: [personId(1)] })).toEqual([]);
  expect(cardsOf({ ...months, beganOn: addDays(DAY, -57) })).toEqual([]);
  expect(cardsOf({ ...months, untilDay: addDays(DAY, -1) })).toMatchObject([
    [1, expect.stringContaining('was agreed until 1 November: end it')],
  ]);
});

it('says nothing of what is planned or was lately, nor to somebody who leads nobody', () => {
  expect(cardsOf({ nextAt: at(5), nextZone: 'UTC' })).toEqual([]);
  expect(cardsOf({})).toEqual([]);
  expect(cardsOf({ mentorId: personId(3), menteeId: personId(2), nextAt: at(0), nextZone: 'UTC' })).toEqual([]);
});
