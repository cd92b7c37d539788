import { dayOf } from '../../base/time.ts';
import { COLLEAGUE } from '../../model/raters.ts';
import type { Situation } from '../../records/firm/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Panel } from './contract.ts';
import type { PanelReader } from './panel-reader.ts';
import { emptyPanel, ruleOf } from './playbook-panel.ts';
import type { EventRow, TicketRow } from './ticket-rows.ts';

const OUTCOMES: Record<string, string> = {
  'minutes-worked': 'minutes worked by everyone',
  'queue-minutes': 'active working minutes in the queue',
};

const COLUMNS = [
  { key: 'ticket', title: 'Ticket' },
  { key: 'opened', title: 'Opened' },
  { key: 'minutes', title: 'Minutes', numeric: true },
  { key: 'ended', title: 'Ended' },
  { key: 'reopened', title: 'Reopened', numeric: true },
  { key: 'said', title: 'Client said' },
  { key: 'client', title: 'Client' },
  { key: 'area', title: 'Area' },
  { key: 'priority', title: 'Priority', numeric: true },
  { key: 'difficulty', title: 'Difficulty set before', numeric: true },
  { key: 'handoffs', title: 'Changes of hands', numeric: true },
];

const rowOf = (ticket: TicketRow) => ({
  ticket: ticket.externalId,
  opened: dayOf(ticket.openedAt),
  client: ticket.client,
  area: ticket.area,
  priority: ticket.priority,
  minutes: ticket.minutes === null ? null : Math.round(ticket.minutes),
  handoffs: ticket.handoffs,
  ended: endOf(ticket),
  reopened: ticket.reopenCount,
  said: ticket.satisfied === null ? null : ticket.satisfied ? 'satisfied' : 'not satisfied',
  difficulty: ticket.difficulty,
  door: `ticket/${ticket.ticketId}`,
});

function endOf({ resolvedAt, escalated }: TicketRow): string {
  if (resolvedAt === null) return 'open';
  if (escalated === null) return 'resolved';
  return escalated ? 'handed on' : 'resolved by them';
}

/** The tickets behind a person's numbers: those they were the first to get, whoever closed them. */
export function ticketsPanel(
  situation: Situation,
  ref: string,
  personId: PersonId,
  page: { rows: TicketRow[]; total: number; offset: number },
): Panel | undefined {
  const person = situation.structure.people.find((one) => one.personId === personId);
  if (!person) return undefined;
  const { effects } = situation;
  const minutes = effects?.status === 'fitted' ? OUTCOMES[effects.effects.outcome] : undefined;
  return {
    ...emptyPanel(
      ref,
      `Tickets of ${person.name}`,
      `${page.total} tickets came to ${person.name} first; ${situation.ticketsClosed.get(personId) ?? 0} of them are resolved and can be compared. Who closed them makes no difference here.`,
    ),
    n: [{ label: 'tickets', value: page.total }],
    rules: [ruleOf('tickets.need', situation), ruleOf('tickets.hidden-difficulty', situation)],
    sources: ['Ticket system, first assignee. Titles and texts are never stored.'],
    limits: [
      ...(minutes ? [`Minutes here are ${minutes}, until the first resolution.`] : []),
      'Difficulty that whoever hands out tickets can see, and the data can not, is not taken out.',
    ],
    tables: [
      {
        title: `Newest first, from ${page.offset + 1}`,
        columns: COLUMNS,
        rows: page.rows.map(rowOf),
        total: page.total,
      },
    ],
    doors: [{ ref: `competency/${personId}/resolving`, label: 'What these tickets say about resolving' }],
  };
}

/** A ticket and what happened to it; undefined: there is none. */
export type FoundTicket = { ticket: TicketRow; events: EventRow[] } | undefined;

/** One ticket with its history. Colleagues whose numbers the reader doesn't see stay unnamed in it. */
export function ticketPanel(
  situation: Situation,
  ref: string,
  found: FoundTicket,
  { sights }: PanelReader,
): Panel | undefined {
  if (!found) return undefined;
  const { ticket, events } = found;
  const person = situation.structure.people.find((one) => one.personId === ticket.firstAssigneeId);
  const minutes =
    ticket.minutes === null
      ? 'It has no minutes yet.'
      : `It took ${Math.round(ticket.minutes)} ${OUTCOMES[ticket.outcome ?? ''] ?? 'minutes'}.`;
  const hands = person ? `${person.name} got it first.` : 'Nobody got it before it was resolved.';
  return {
    ...emptyPanel(
      ref,
      `Ticket ${ticket.externalId}`,
      `Opened ${dayOf(ticket.openedAt)}${ticket.client ? ` for ${ticket.client}` : ''}. ${hands} ${minutes}`,
    ),
    sources: ['Ticket system: who, when and what changed. The text of the ticket is never stored.'],
    tables: [
      { title: 'The ticket', columns: COLUMNS, rows: [rowOf(ticket)], total: 1 },
      {
        title: 'What happened',
        columns: [
          { key: 'at', title: 'When' },
          { key: 'status', title: 'State' },
          { key: 'person', title: 'With' },
          { key: 'team', title: 'Team' },
        ],
        rows: events.map((event) => ({
          at: timeOf(event.at),
          status: event.status,
          person:
            event.personId === null || sights.of(event.personId as PersonId) === 'open' ? event.person : COLLEAGUE,
          team: event.team,
        })),
        total: events.length,
      },
    ],
    doors: person ? [{ ref: `tickets/${person.personId}`, label: `Tickets of ${person.name}` }] : [],
  };
}

const timeOf = (at: EventRow['at']) => {
  const minute = Math.floor(at / 60_000) % 1440;
  return `${dayOf(at)} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
};
