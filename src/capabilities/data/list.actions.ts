import type { Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { HashName } from '../../records/people/erased.store.ts';
import { openStaging, type StagedTicket, stageTickets } from '../../records/work/intake.store.ts';
import type { ListedTicket } from '../../records/work/listed.ts';
import {
  type ResolvedNames,
  resolveCategories,
  resolveClients,
  resolvePeople,
  resolveTeams,
} from '../../records/work/names.store.ts';
import { ownCopy } from '../../records/work/names.ts';
import { type WorkingDay, workingMinutes } from '../../records/work/working-time.ts';
import type { Staged } from './reading.actions.ts';

/** So many tickets are held before they go to the database together. */
const BATCH = 20_000;

/** Numbers of names seen so far, so that each name is looked up once. */
type Known = {
  ids: Map<string, number>;
  added: number[];
  idOf(name: string | null): number | null;
};

/** Brings the tickets of a list into the staging table as they come. */
export async function stageList(
  db: Db,
  batches: AsyncIterable<ListedTicket[]>,
  options: { workingDay: WorkingDay; offsetMinutes: (instant: number) => number; hashName: HashName; now: Instant },
): Promise<Staged> {
  await openStaging(db);
  const lower = (name: string) => name.toLowerCase();
  const known = {
    people: createKnown(lower),
    teams: createKnown(lower),
    clients: createKnown(),
    categories: createKnown(),
  };
  const passOn = new Set<number>();
  let held: ListedTicket[] = [];
  const stage = async () => {
    const column = (key: 'assignee' | 'resolver' | 'team' | 'client' | 'category') => held.map((ticket) => ticket[key]);
    await learn(known.people, [...column('assignee'), ...column('resolver')], lower, async (names) => {
      const people = await resolvePeople(db, names, options.hashName);
      for (const [i, id] of people.ids.entries()) if (people.passesOn[i]) passOn.add(id);
      return people;
    });
    await learn(known.teams, column('team'), lower, (names) => resolveTeams(db, names));
    await learn(known.clients, column('client'), asIs, (names) => resolveClients(db, names));
    await learn(known.categories, column('category'), asIs, (names) => resolveCategories(db, names));
    await stageTickets(
      db,
      held.map((ticket) => toStaged(ticket, known, passOn, options)),
    );
    held = [];
  };
  for await (const batch of batches) {
    held.push(...batch);
    if (held.length >= BATCH) await stage();
  }
  await stage();
  return {
    newPeople: known.people.added,
    newTeams: known.teams.added,
    names: {
      people: known.people.ids.size,
      teams: known.teams.ids.size,
      clients: known.clients.ids.size,
      categories: known.categories.ids.size,
    },
  };
}

const asIs = (name: string) => name;

function createKnown(fold: (name: string) => string = asIs): Known {
  const ids = new Map<string, number>();
  return { ids, added: [], idOf: (name) => (name === null ? null : ids.get(fold(name))!) };
}

async function learn(
  known: Known,
  column: (string | null)[],
  fold: (name: string) => string,
  resolve: (names: string[]) => Promise<ResolvedNames>,
): Promise<void> {
  const fresh = new Map<string, string>();
  for (const name of column) if (name !== null && !known.ids.has(fold(name))) fresh.set(ownCopy(fold(name)), name);
  if (fresh.size === 0) return;
  const { ids, added } = await resolve([...fresh.values()]);
  for (const [i, key] of [...fresh.keys()].entries()) known.ids.set(key, ids[i]!);
  known.added.push(...added);
}

function toStaged(
  ticket: ListedTicket,
  known: Record<'people' | 'teams' | 'clients' | 'categories', Known>,
  passOn: ReadonlySet<number>,
  {
    workingDay,
    offsetMinutes,
    now,
  }: { workingDay: WorkingDay; offsetMinutes: (instant: number) => number; now: Instant },
): StagedTicket {
  const assignee = known.people.idOf(ticket.assignee);
  const counts = assignee !== null && !passOn.has(assignee);
  const resolver = known.people.idOf(ticket.resolver);
  const knowsEnd = counts && resolver !== null && !passOn.has(resolver) && ticket.resolvedAt !== null;
  const helped = knowsEnd && resolver !== assignee;
  const wallClock = (instant: number) => instant / 60_000 + offsetMinutes(instant);
  // Without the day of assignment nobody knows how long it lay in the queue before: then there is no queue time.
  const queued =
    counts && ticket.assignedAt !== null && ticket.resolvedAt !== null && ticket.resolvedAt >= ticket.assignedAt;
  return {
    place: ticket.line,
    externalId: ticket.ticket,
    openedAt: ticket.openedAt,
    resolvedAt: ticket.resolvedAt,
    firstAssigneeId: counts ? assignee : null,
    firstAssignedAt: counts ? ticket.assignedAt : null,
    firstTeamId: known.teams.idOf(ticket.team),
    clientId: known.clients.idOf(ticket.client),
    categoryId: known.categories.idOf(ticket.category),
    priority: ticket.priority,
    triageDifficulty: ticket.triage,
    // Where nobody has it yet, its difficulty stands before anybody has it, whenever it was said.
    triageAt: ticket.triage === null ? null : (ticket.triagedAt ?? (counts || ticket.resolvedAt !== null ? null : now)),
    minutesWorked: ticket.minutes,
    queueMinutes: queued
      ? workingMinutes(wallClock(ticket.assignedAt!), wallClock(ticket.resolvedAt!), workingDay)
      : null,
    startedUnassigned: null,
    handoffs: null,
    reopenCount: ticket.reopenCount,
    escalated: knowsEnd ? helped : null,
    satisfaction: ticket.satisfaction,
    resolverId: helped ? resolver : null,
    handedById: helped ? assignee : null,
  };
}
