import type { Instant } from '../../base/time.ts';
import type { PersonId, TeamId } from '../people/types.ts';
import { classOfStatus } from '../work/event-log.ts';

/** One change of a ticket: when, and its state and hands after it. */
export type DeskEvent = [at: Instant, status: string | null, person: PersonId | null, team: TeamId | null];

/** Whose hands a ticket is in after the events so far, and how it got there. */
export type Hands = {
  holderId: PersonId | null;
  heldSince: Instant | null;
  teamId: TeamId | null;
  changes: number;
  waits: boolean;
  /** Of a ticket without events null: its state is known otherwise. */
  isResolved: boolean | null;
};

/**
 * Follows a ticket from hand to hand through the events that are given, in their order. A blank assignee in the same queue
 * is a gap in the record, not a change of hands, as in derive-tickets; what happened before the first assignment counts as
 * handing out.
 */
export function followHands(events: readonly DeskEvent[], assignedAt: Instant | null): Hands {
  const hands: Hands = { holderId: null, heldSince: null, teamId: null, changes: 0, waits: false, isResolved: null };
  for (const [at, status, person, team] of events) {
    const otherTeam = team !== null && hands.teamId !== null && team !== hands.teamId;
    const otherPerson = person !== null && hands.holderId !== null && person !== hands.holderId;
    if (assignedAt !== null && at > assignedAt && (otherTeam || otherPerson)) hands.changes++;
    // A ticket that went to another queue without a name is nobody's there until somebody takes it.
    if (otherTeam && person === null) Object.assign(hands, { holderId: null, heldSince: null });
    if (person !== null && person !== hands.holderId) Object.assign(hands, { holderId: person, heldSince: at });
    if (team !== null) hands.teamId = team;
    const state = classOfStatus(status ?? '');
    hands.waits = state === 'waiting';
    hands.isResolved = state === 'resolved';
  }
  return hands;
}
