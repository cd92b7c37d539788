import { addDays, type Day, dayOf, type Instant, instantOf } from '../../src/base/time.ts';
import { chooseCards } from '../../src/model/cards/choose.ts';
import { scaleOf } from '../../src/model/cards/late.ts';
import { ticketsOfLeads } from '../../src/model/cards/late-tickets.ts';
import { ticketBounces } from '../../src/model/cards/ticket-bounces.ts';
import { ticketLate } from '../../src/model/cards/ticket-late.ts';
import type { Lead, RuleInput } from '../../src/model/cards/types.ts';
import { readChart } from '../../src/model/structure.ts';
import type { Db } from '../../src/platform/db/connect.ts';
import type { EarlierCard } from '../../src/records/cards/types.ts';
import { readDesk } from '../../src/records/desk/store.ts';
import type { Desk, DeskTicket } from '../../src/records/desk/types.ts';
import type { PersonId, TeamId } from '../../src/records/people/types.ts';
import { playbookWith } from '../../src/records/playbook/definitions.ts';

/** The first card on a ticket, by one of the two ways to choose. */
export type FirstCard = { ticketId: number; day: Day; asOf: Instant; rule: string; changes: number; breached: boolean };

/** What became of a ticket that was open on at least one morning. */
export type Seen = {
  number: string;
  /** Changes of hands on its first morning. */
  changes: number;
  firstMorning: Instant;
  lastMorning: Instant;
  /** First morning on which it had taken longer than 95 of 100 like it; null: on none. */
  breachedAt: Instant | null;
};

export type Replay = { mornings: number; ours: FirstCard[]; oldest: FirstCard[]; seen: Map<number, Seen> };

export const PLAYBOOK = playbookWith();
/** A ticket has broken what clients may expect once so many like it are done. */
const BREACH = 0.95;
/** The log needs some weeks before anything can be compared. */
const WARM_UP_DAYS = 42;
const MORNING_HOURS = 8;

/**
 * A log, morning by morning: what is read of each day is what was known at eight. Every queue has a lead, who answers each
 * card with done. `oldest` is as many tickets of the same queue on the same morning, the oldest first, none twice.
 */
export async function replay(db: Db, teamIds: readonly TeamId[], from: Day, to: Day): Promise<Replay> {
  const leads = teamIds.map(leadOf);
  const result: Replay = { mornings: 0, ours: [], oldest: [], seen: new Map() };
  const earlier: EarlierCard[] = [];
  const carded = { ours: new Set<number>(), oldest: new Set<number>() };
  for (let day = addDays(from, WARM_UP_DAYS); day <= to; day = addDays(day, 1)) {
    const desk = await readDesk(db, viewOf(day));
    const input = inputOf(day, desk, leads);
    look(desk, result.seen);
    result.mornings++;
    const proposals = [...ticketLate.propose(input), ...ticketBounces.propose(input)];
    const cards = chooseCards(proposals, { day, earlier, playbook: PLAYBOOK });
    for (const card of cards) earlier.push({ ...card, day, state: 'done', untilDay: null });
    const byId = new Map(desk.tickets.map((ticket) => [ticket.ticketId, ticket]));
    const first = cards.flatMap(({ subject, rule, leadId }) => {
      const ticket = byId.get(Number(subject.split('/')[1]))!;
      return carded.ours.has(ticket.ticketId) ? [] : [{ ticket, rule, leadId }];
    });
    const note = (kind: 'ours' | 'oldest', ticket: DeskTicket, rule: string) => {
      carded[kind].add(ticket.ticketId);
      const { ticketId, changes } = ticket;
      const breached = result.seen.get(ticketId)!.breachedAt !== null;
      result[kind].push({ ticketId, day, asOf: desk.asOf, rule, changes, breached });
    };
    for (const { ticket, rule } of first) note('ours', ticket, rule);
    for (const [leadId, own] of Map.groupBy(first, ({ leadId }) => leadId)) {
      const queue = ticketsOfLeads(input).flatMap(({ lead, ticket }) => (lead.leadId === leadId ? [ticket] : []));
      const fresh = queue.filter(({ ticketId }) => !carded.oldest.has(ticketId));
      const list = fresh.sort((a, b) => a.openedAt - b.openedAt || a.ticketId - b.ticketId).slice(0, own.length);
      for (const ticket of list) note('oldest', ticket, 'oldest');
    }
  }
  return result;
}

const leadOf = (teamId: TeamId): Lead => ({
  leadId: teamId as number as PersonId,
  seatIds: [],
  reports: [],
  teamIds: [teamId],
  leadsBelow: [],
});

function viewOf(day: Day) {
  const asOf = (instantOf(day) + MORNING_HOURS * 3_600_000) as Instant;
  return {
    asOf,
    since: instantOf(addDays(dayOf(asOf), -365)),
    tookOverSince: asOf,
    workingDay: { starts: PLAYBOOK['tickets.day-starts'], ends: PLAYBOOK['tickets.day-ends'] },
    offsetMinutes: () => 0,
  };
}

/** Nobody is on the list of people: whose hands a ticket is in makes no difference to a queue's lead here. */
const NOBODY = { people: [], teams: [], seats: [], memberships: [], lines: [] };

function inputOf(day: Day, desk: Desk, leads: readonly Lead[]): RuleInput {
  const need = PLAYBOOK['today.late-need'];
  const late = scaleOf(desk.finished, desk.tickets, { beyond: PLAYBOOK['today.late-beyond'], need });
  const rest = {
    causes: new Map(),
    attribute: null,
    stuck: [],
    onShift: null,
    steps: [],
    talks: [],
    mentorings: [],
    conditions: null,
  };
  return { day, chart: readChart({ day, ...NOBODY }), leads, playbook: PLAYBOOK, desk, late, ...rest };
}

/** Notes what every open ticket looks like this morning. */
function look(desk: Desk, seen: Map<number, Seen>): void {
  const scale = scaleOf(desk.finished, desk.tickets, { beyond: BREACH, need: PLAYBOOK['today.late-need'] });
  for (const ticket of desk.tickets) {
    const before = seen.get(ticket.ticketId);
    const lateAt = scale.standingOf(ticket)?.lateAt ?? Number.POSITIVE_INFINITY;
    const breaches = !ticket.cameBack && ticket.minutes > lateAt;
    seen.set(ticket.ticketId, {
      number: ticket.number,
      changes: before?.changes ?? ticket.changes,
      firstMorning: before?.firstMorning ?? desk.asOf,
      lastMorning: desk.asOf,
      breachedAt: before?.breachedAt ?? (breaches ? desk.asOf : null),
    });
  }
}
