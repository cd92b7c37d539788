import type { OutcomeEvidence, TicketEvidence } from '../evidence/types.ts';
import type { LeadingFacts } from '../leading/types.ts';
import type { PersonId, Structure } from '../people/types.ts';
import type { Playbook } from '../playbook/definitions.ts';
import type { Observation } from '../voice/types.ts';

/** Everything that our advice is computed from, as it is on one day. Nothing about conditions, tenure, titles or moods. */
export type Situation = {
  structure: Structure;
  observations: Observation[];
  /** What the ticket model can say; null: there are no tickets. */
  effects: TicketEvidence | null;
  /** What tickets say beside how long they take. */
  outcomes: OutcomeEvidence[];
  playbook: Playbook;
  /** Resolved tickets by their first assignee; only to say plainly who closes most. Never enters a strength. */
  ticketsClosed: Map<PersonId, number>;
  /** What data and people tell of leads' weeks. */
  leading: LeadingFacts;
};
