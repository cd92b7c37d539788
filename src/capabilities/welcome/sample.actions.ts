import { STORY_DAY } from '../../model/world/cast.ts';
import { observationsOf } from '../../model/world/observations-of.ts';
import { sampleWorld } from '../../model/world/sample-world.ts';
import { namesInTickets, stagedEventsOf, stagedTicketsOf } from '../../model/world/stage-world.ts';
import type { World } from '../../model/world/types.ts';
import type { FirmContext } from '../../platform/context.ts';
import type { Db } from '../../platform/db/connect.ts';
import { refreshTouchedCases } from '../../records/evidence/store.ts';
import { applyPeoplePlan } from '../../records/people/plan.store.ts';
import { readStructure } from '../../records/people/store.ts';
import { saveObservations } from '../../records/voice/store.ts';
import { openStaging, stageEvents, stageTickets } from '../../records/work/intake.store.ts';
import { mergeStaged } from '../../records/work/merge.store.ts';
import { resolveCategories, resolveClients, resolvePeople, resolveTeams } from '../../records/work/names.store.ts';
import { countHealth, createImportRun, finishImportRun } from '../../records/work/store.ts';
import type { SampleName } from './contract.ts';
import { fillDays } from './days.actions.ts';
import { fillGrowing } from './growing.actions.ts';
import { fillJournal } from './sample-journal.actions.ts';
import { fillMentoring } from './sample-mentoring.actions.ts';
import { fillMornings } from './sample-mornings.actions.ts';
import { fillGrowth } from './sample-plan.actions.ts';

/** Fills the firm of this transaction with a sample's people, views and tickets: the same rows every time. */
export async function fillWithSample(ctx: FirmContext, sample: SampleName): Promise<void> {
  await fillWithWorld(ctx.db, sampleWorld(sample), sample);
  await fillMornings(ctx, sample);
}

/** Fills a firm with an invented one that has a sample's cast. */
export async function fillWithWorld(db: Db, world: World, sample: SampleName): Promise<void> {
  await applyPeoplePlan(db, world.plan, STORY_DAY);
  const structure = await readStructure(db, STORY_DAY);
  const { people } = structure;
  const numbers = new Map(people.map((person) => [person.name.toLowerCase(), person.personId]));
  const personId = new Map(world.plan.people.map((person) => [person.key, numbers.get(person.name.toLowerCase())!]));
  await saveObservations(db, observationsOf(world, personId));
  await fillJournal(db, sample, structure);
  await fillTickets(db, world, sample);
  await fillDays(db, sample, structure, world.spec.timeZone);
  await fillGrowth(db, sample);
  await fillGrowing(db, sample, numbers);
  await fillMentoring(db, sample, numbers);
}

async function fillTickets(db: Db, world: World, sample: SampleName) {
  const names = namesInTickets(world);
  const people = await resolvePeople(db, names.people);
  const teams = await resolveTeams(db, names.teams);
  const clients = await resolveClients(db, names.clients);
  const areas = await resolveCategories(db, names.areas);
  const numbers = {
    people: numbered(names.people, people.ids),
    teams: numbered(names.teams, teams.ids),
    clients: numbered(names.clients, clients.ids),
    areas: numbered(names.areas, areas.ids),
  };
  const passesOn = new Set(people.ids.filter((_, i) => people.passesOn[i]));
  await openStaging(db);
  await stageTickets(db, stagedTicketsOf(world, numbers, passesOn));
  await stageEvents(db, stagedEventsOf(world, numbers));
  const importId = await createImportRun(db, 'tickets', `${sample}-tickets (made by Evenkeel)`);
  const merged = await mergeStaged(db, 'sample', importId, 'log');
  await refreshTouchedCases(db);
  const counts = {
    people: people.ids.length,
    teams: teams.ids.length,
    clients: clients.ids.length,
    categories: areas.ids.length,
  };
  await finishImportRun(db, importId, {
    state: 'done',
    message: `${merged.added} invented tickets, made from a seed: the same every time.`,
    bytes: 0,
    contentHash: null,
    source: 'sample',
    mapping: null,
    rowsRead: world.tickets.length,
    rowsRejected: 0,
    ticketsAdded: merged.added,
    ticketsChanged: 0,
    peopleAdded: people.added.length,
    health: await countHealth(db, counts),
  });
}

const numbered = (names: string[], ids: number[]) => new Map(names.map((name, i) => [name, ids[i]!]));
