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
  ...{ held: 0, lastHeldAt: null, nextAt: null, nextZone: null, halfWay: 0 },
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

it('says nothing of what is planned or was lately, nor to somebody who leads nobody', () => {
  expect(cardsOf({ nextAt: at(5), nextZone: 'UTC' })).toEqual([]);
  expect(cardsOf({})).toEqual([]);
  expect(cardsOf({ mentorId: personId(3), nextAt: at(0), nextZone: 'UTC' })).toEqual([]);
});
