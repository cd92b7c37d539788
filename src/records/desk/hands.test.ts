import { describe, expect, it } from 'vitest';
import type { Instant } from '../../base/time.ts';
import type { PersonId, TeamId } from '../people/types.ts';
import { type DeskEvent, followHands } from './hands.ts';

const at = (hour: number) => (hour * 3_600_000) as Instant;
const event = (hour: number, status: string, person: number | null, team: number | null = 1): DeskEvent => [
  at(hour),
  status,
  person as PersonId | null,
  team as TeamId | null,
];

describe('following a ticket from hand to hand', () => {
  it('counts changes after the first assignment, not the handing out before it', () => {
    const events = [
      event(0, 'New', null, 1),
      event(1, 'Active', 7, 2),
      event(2, 'Active', 8, 2),
      event(3, 'Active', 8, 3),
    ];
    expect(followHands(events, at(1))).toMatchObject({ holderId: 8, heldSince: at(2), teamId: 3, changes: 2 });
  });

  it('takes a blank assignee in the same queue for a gap, and one in another queue for nobody', () => {
    const gap = [event(1, 'Active', 7), event(2, 'Active', null)];
    expect(followHands(gap, at(1))).toMatchObject({ holderId: 7, heldSince: at(1), changes: 0 });
    expect(followHands([...gap, event(3, 'Active', null, 2)], at(1))).toMatchObject({ holderId: null, changes: 1 });
  });

  it('knows by the last event whether it waits or is resolved, and of no events nothing', () => {
    expect(followHands([event(1, 'Awaiting User Info', 7)], at(1))).toMatchObject({ waits: true, isResolved: false });
    expect(followHands([event(1, 'Resolved', 7)], at(1))).toMatchObject({ isResolved: true });
    expect(followHands([], null)).toMatchObject({ isResolved: null, holderId: null });
  });
});
