import type { Day } from '../../base/time.ts';
import type { CardProposal, CardRule, StepDue } from '../../records/cards/types.ts';
import type { ConditionFacts } from '../../records/conditions/types.ts';
import type { Desk, DeskTicket } from '../../records/desk/types.ts';
import type { MentoringRhythm } from '../../records/mentoring/types.ts';
import type { Rhythm } from '../../records/oneonones/types.ts';
import type { PersonId, SeatId, TeamId } from '../../records/people/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import type { Attribute, Attribution } from '../attribution.ts';
import type { Chart } from '../structure.ts';
import type { LateScale, Standing } from './late.ts';

/** Somebody who leads: holds or acts in a seat that people report to. */
export type Lead = {
  leadId: PersonId;
  seatIds: readonly SeatId[];
  /** Whose direct lead they are. */
  reports: readonly PersonId[];
  /** Teams whose seat they hold. */
  teamIds: readonly TeamId[];
  /** The leads straight below them. */
  leadsBelow: readonly PersonId[];
};

/** A ticket for a lead to look at: of one of their people, or of nobody in the queue of their team. */
export type LeadTicket = { lead: Lead; ticket: DeskTicket };
export type LateTicket = LeadTicket & { standing: Standing & { lateAt: number } };

/** An area in which several of a lead's people, at whatever depth, have a late ticket. */
export type StuckArea = {
  lead: Lead;
  areaId: number;
  people: PersonId[];
  tickets: LateTicket[];
  /** What makes them slow; null: it may not be asked. */
  cause: Attribution | null;
};

/** What every rule is given: the firm on a morning, and nothing of later. A rule that needs more adds a field of its own. */
export type RuleInput = {
  day: Day;
  chart: Chart;
  leads: readonly Lead[];
  playbook: Playbook;
  desk: Desk;
  /** How long tickets take that are like one. */
  late: LateScale;
  /**
   * What makes a late ticket slow, by its number, of those that were looked into (docs/methods/attribution.md). Empty
   * where a past day is replayed: the fits know of later.
   */
  causes: ReadonlyMap<number, Attribution>;
  /** What makes any set of tickets slow, by their numbers; null where nothing may be asked. */
  attribute: Attribute | null;
  /** Areas that are stuck: one card for all of their tickets. */
  stuck: readonly StuckArea[];
  /** Who is at work; null: not known. */
  onShift: ReadonlySet<PersonId> | null;
  steps: readonly StepDue[];
  /** Pairs who talk regularly: when they met and meet, nothing else. */
  talks: readonly Rhythm[];
  /** Mentoring pairs that go on: when they met and meet, nothing else. */
  mentorings: readonly MentoringRhythm[];
  /** Weeks, what is shared of them, growth steps, answers of clients; null where a past day is replayed. */
  conditions: ConditionFacts | null;
};

/** Makes cards of one kind for all leads. Pure: the same morning gives the same cards. */
export type Rule = { rule: CardRule; propose: (input: RuleInput) => CardProposal[] };
