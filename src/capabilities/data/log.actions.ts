import type { Db } from '../../platform/db/connect.ts';
import { findErased, type HashName } from '../../records/people/erased.store.ts';
import { type DerivedTicket, deriveTickets, type Ordered, orderRows } from '../../records/work/derive-tickets.ts';
import { addEarlierEvents } from '../../records/work/earlier.store.ts';
import type { EventLog } from '../../records/work/event-log.ts';
import {
  openStaging,
  type StagedEvent,
  type StagedTicket,
  stageEvents,
  stageTickets,
} from '../../records/work/intake.store.ts';
import { resolveCategories, resolveClients, resolvePeople, resolveTeams } from '../../records/work/names.store.ts';
import type { WorkingDay } from '../../records/work/working-time.ts';
import type { Staged } from './reading.actions.ts';

/** Numbers in the database of the names that a log's places stand for. */
type Ids = { people: number[]; teams: number[]; clients: number[]; categories: number[] };

const idAt = (ids: readonly number[], place: number): number | null => (place < 0 ? null : ids[place]!);

/** Reads the tickets' stories out of a log and brings them into the staging tables. */
export async function stageLog(
  db: Db,
  system: string,
  log: EventLog,
  options: { workingDay: WorkingDay; offsetMinutes: (instant: number) => number; hashName: HashName },
): Promise<Staged> {
  const standIn = await findErased(db, options.hashName);
  const erased = log.people.list.flatMap((name) => {
    const id = standIn(name);
    return id === undefined ? [] : [[id, name] as const];
  });
  await addEarlierEvents(db, system, log, new Map(erased));
  const people = await resolvePeople(db, log.people.list, options.hashName);
  const teams = await resolveTeams(db, log.teams.list);
  const clients = await resolveClients(db, log.clients.list);
  const categories = await resolveCategories(db, log.categories.list);
  const ids: Ids = { people: people.ids, teams: teams.ids, clients: clients.ids, categories: categories.ids };
  const ordered = orderRows(log);
  const derived = deriveTickets(log, ordered, { ...options, passesOn: (person) => people.passesOn[person]! });
  await openStaging(db);
  await stageTickets(db, ticketsOf(log, derived, ids));
  await stageEvents(db, eventsOf(log, ordered, ids));
  return {
    newPeople: people.added,
    newTeams: teams.added,
    names: {
      people: log.people.list.length,
      teams: log.teams.list.length,
      clients: log.clients.list.length,
      categories: log.categories.list.length,
    },
  };
}

function* ticketsOf(log: EventLog, derived: Iterable<DerivedTicket>, ids: Ids): Generator<StagedTicket> {
  for (const ticket of derived) {
    yield {
      place: ticket.ticket,
      externalId: log.tickets.list[ticket.ticket]!,
      openedAt: ticket.openedAt,
      resolvedAt: ticket.resolvedAt,
      firstAssigneeId: idAt(ids.people, ticket.firstAssignee),
      firstAssignedAt: ticket.firstAssignedAt,
      firstTeamId: idAt(ids.teams, ticket.firstTeam),
      clientId: idAt(ids.clients, ticket.client),
      categoryId: idAt(ids.categories, ticket.category),
      priority: ticket.priority,
      triageDifficulty: null,
      triageAt: null,
      minutesWorked: null,
      queueMinutes: ticket.queueMinutes,
      startedUnassigned: ticket.startedUnassigned,
      handoffs: ticket.handoffs,
      reopenCount: ticket.reopenCount,
      escalated: ticket.escalated,
      satisfaction: null,
      resolverId: idAt(ids.people, ticket.resolver),
      handedById: idAt(ids.people, ticket.handedBy),
    };
  }
}

function* eventsOf(log: EventLog, { rows, offsets }: Ordered, ids: Ids): Generator<StagedEvent> {
  const { ticket, status, person, team } = log.integers;
  for (const [i, row] of rows.entries()) {
    const place = ticket[row]!;
    yield [
      place,
      i - offsets[place]! + 1,
      log.at[row]!,
      log.statuses.list[status[row]!]!,
      idAt(ids.people, person[row]!),
      idAt(ids.teams, team[row]!),
    ];
  }
}
