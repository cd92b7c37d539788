import type { Day } from '../../base/time.ts';
import type { CardProposal, CardRule } from '../../records/cards/types.ts';
import type { Desk, DeskTicket } from '../../records/desk/types.ts';
import type { PersonId, SeatId, TeamId } from '../../records/people/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import type { Attribute, Attribution } from '../attribution.ts';
import type { Chart } from '../structure.ts';
import type { LateScale, Standing } from './late.ts';
import type { Promises } from './promises.ts';

/** Somebody who leads: holds or acts in a seat that people report to, or stands above one that nobody holds. */
export type Lead = {
  leadId: PersonId;
  /** Seats that they hold, and empty ones under these. */
  seatIds: readonly SeatId[];
  /** Whose direct lead they are. */
  reports: readonly PersonId[];
  /** Teams whose seat they hold, or whose seat nobody holds. */
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

/** What every rule is given: the firm on a morning, and nothing of later. A rule that needs more adds it to `Promises`. */
export type RuleInput = Promises & {
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
};

/** Makes cards of one kind for all leads. Pure: the same morning gives the same cards. */
export type Rule = { rule: CardRule; propose: (input: RuleInput) => CardProposal[] };
