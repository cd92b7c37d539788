import type { Instant } from '../../src/base/time.ts';
import { readTicket, readTicketsOf } from '../../src/capabilities/evidence/store.ts';
import {
  countWaiting,
  listWaiting,
  readNewestFile,
  readNumber,
  saveDifficulty,
} from '../../src/capabilities/triage/store.ts';
import { countQueues, readNewestTicketDay } from '../../src/capabilities/wallboard/store.ts';
import { readDesk, readNewestChange } from '../../src/records/desk/store.ts';
import {
  readFits,
  readTeamTicketCounts,
  readTerms,
  readTicketCounts,
  readWaiting,
  saveFit,
} from '../../src/records/evidence/fit.store.ts';
import { readCasesOf, readLevelNames, readTicketMix, readTicketNames } from '../../src/records/evidence/panel.store.ts';
import { readPeriods } from '../../src/records/evidence/periods.store.ts';
import { readRecentCases } from '../../src/records/evidence/recent.store.ts';
import {
  bringCasesUpToDate,
  readAreaCounts,
  readCells,
  readCrossEntries,
  refreshCasesOf,
} from '../../src/records/evidence/store.ts';
import { readTicketAddress, readTicketNumbers, saveTicketAddress } from '../../src/records/work/address.store.ts';
import { addEarlierEvents } from '../../src/records/work/earlier.store.ts';
import { createEventLog } from '../../src/records/work/event-log.ts';
import { openStaging, type StagedTicket, stageTickets } from '../../src/records/work/intake.store.ts';
import { mergeStaged } from '../../src/records/work/merge.store.ts';
import {
  addVacantLeads,
  joinUsualTeams,
  resolveCategories,
  resolveClients,
  resolvePeople,
  resolveTeams,
} from '../../src/records/work/names.store.ts';
import {
  createImportRun,
  finishImportRun,
  listImportRuns,
  markInterrupted,
  noteProgress,
  readImportRun,
  readLatestHealth,
  readRejections,
  saveRejections,
  wasImported,
} from '../../src/records/work/store.ts';
import type { Call, Ids } from './store-call.ts';

const END = {
  state: 'done',
  message: 'stolen',
  bytes: 1,
  contentHash: 'x',
  source: null,
  mapping: null,
  rowsRead: 0,
  rowsRejected: 0,
  ticketsAdded: 0,
  ticketsChanged: 0,
  peopleAdded: 0,
  health: null,
} as const;

const staged = (ids: Ids): StagedTicket => ({
  place: 0,
  externalId: 'T-1',
  openedAt: 0,
  resolvedAt: 60_000,
  firstAssigneeId: ids.person,
  firstAssignedAt: 0,
  firstTeamId: null,
  clientId: null,
  categoryId: null,
  priority: null,
  triageDifficulty: null,
  triageAt: null,
  resolverId: null,
  handedById: null,
  minutesWorked: 1,
  queueMinutes: null,
  startedUnassigned: false,
  handoffs: 0,
  reopenCount: 0,
  escalated: false,
  satisfaction: null,
});

const work = 'src/records/work';

const evidence = 'src/records/evidence';

/** Every store function of tickets and what follows from them, called with another firm's numbers. */
export const WORK_CALLS: Record<string, Call> = {
  'src/records/work/address.store.ts: readTicketAddress': (db) => readTicketAddress(db),
  'src/records/work/address.store.ts: saveTicketAddress': (db) =>
    saveTicketAddress(db, 'https://stolen.example/{number}'),
  'src/records/work/address.store.ts: readTicketNumbers': (db, ids) => readTicketNumbers(db, [ids.ticket]),
  'src/records/desk/store.ts: readDesk': (db) =>
    readDesk(db, {
      asOf: 8.64e12 as Instant,
      since: 0 as Instant,
      tookOverSince: 0 as Instant,
      workingDay: { starts: 8, ends: 18 },
      offsetMinutes: () => 0,
    }),
  'src/records/desk/store.ts: readNewestChange': (db) => readNewestChange(db),
  'src/capabilities/triage/store.ts: listWaiting': (db) => listWaiting(db, 'waiting'),
  'src/capabilities/triage/store.ts: countWaiting': (db) => countWaiting(db),
  'src/capabilities/triage/store.ts: readNewestFile': (db) => readNewestFile(db),
  'src/capabilities/triage/store.ts: readNumber': (db, ids) => readNumber(db, ids.ticket),
  'src/capabilities/triage/store.ts: saveDifficulty': (db, ids) => saveDifficulty(db, ids.ticket, 5, 0 as Instant),
  'src/capabilities/wallboard/store.ts: countQueues': (db, _, day) => countQueues(db, day, day),
  'src/capabilities/wallboard/store.ts: readNewestTicketDay': (db, _, day) => readNewestTicketDay(db, day),
  'src/capabilities/evidence/store.ts: readTicketsOf': (db, ids) => readTicketsOf(db, ids.person, 0),
  'src/capabilities/evidence/store.ts: readTicket': (db, ids) => readTicket(db, ids.ticket),
  [`${evidence}/fit.store.ts: readFits`]: (db) => readFits(db, 'themselves'),
  [`${evidence}/fit.store.ts: readWaiting`]: (db) => readWaiting(db, 0 as Instant),
  [`${evidence}/fit.store.ts: saveFit`]: (db) =>
    saveFit(
      db,
      {
        outcome: 'minutes-worked',
        dataVersion: 1,
        modelVersion: 'm',
        evidence: { status: 'not-enough-evidence', reason: 'r', have: 0, need: 1 },
      },
      null,
      0 as Instant,
    ),
  [`${evidence}/periods.store.ts: readPeriods`]: (db, _, day) =>
    readPeriods(db, [{ outcome: 'kept', before: { from: day, to: day }, after: { from: day, to: day } }]),
  [`${evidence}/panel.store.ts: readTicketMix`]: (db, ids) => readTicketMix(db, 'minutes-worked', ids.person),
  [`${evidence}/panel.store.ts: readCasesOf`]: (db, ids) => readCasesOf(db, 'kept', ids.person, 5),
  [`${evidence}/panel.store.ts: readTicketNames`]: (db, ids) => readTicketNames(db, [ids.ticket]),
  [`${evidence}/panel.store.ts: readLevelNames`]: (db, ids) =>
    readLevelNames(db, [{ factor: 'queue', level: ids.team }]),
  [`${evidence}/fit.store.ts: readTerms`]: (db) => readTerms(db, 'minutes-worked', 'themselves'),
  [`${evidence}/fit.store.ts: readTicketCounts`]: (db) => readTicketCounts(db),
  [`${evidence}/fit.store.ts: readTeamTicketCounts`]: (db) => readTeamTicketCounts(db),
  [`${evidence}/recent.store.ts: readRecentCases`]: (db) =>
    readRecentCases(db, {
      outcome: 'minutes-worked',
      since: 0 as Instant,
      until: 8.64e12 as Instant,
      limit: 100,
      workingDay: { starts: 8, ends: 18 },
      offsetMinutes: () => 0,
    }),
  [`${evidence}/store.ts: bringCasesUpToDate`]: (db) => bringCasesUpToDate(db),
  [`${evidence}/store.ts: readAreaCounts`]: (db) => readAreaCounts(db),
  [`${evidence}/store.ts: readCells`]: (db) => readCells(db, 'kept'),
  [`${evidence}/store.ts: readCrossEntries`]: (db) => readCrossEntries(db, 'minutes-worked'),
  [`${evidence}/store.ts: refreshCasesOf`]: (db, ids) => refreshCasesOf(db, [ids.person]),
  [`${work}/earlier.store.ts: addEarlierEvents`]: (db) => addEarlierEvents(db, 'sample', createEventLog()),
  [`${work}/merge.store.ts: mergeStaged`]: async (db, ids) => {
    await openStaging(db);
    await stageTickets(db, [staged(ids)]);
    return mergeStaged(db, 'sample', ids.importId, 'list');
  },
  [`${work}/names.store.ts: resolvePeople`]: (db) => resolvePeople(db, ['Somebody']),
  [`${work}/names.store.ts: resolveTeams`]: (db) => resolveTeams(db, ['Some team']),
  [`${work}/names.store.ts: resolveClients`]: (db) => resolveClients(db, ['Some client']),
  [`${work}/names.store.ts: resolveCategories`]: (db) => resolveCategories(db, ['Some area']),
  [`${work}/names.store.ts: addVacantLeads`]: (db, ids) => addVacantLeads(db, [ids.team]),
  [`${work}/names.store.ts: joinUsualTeams`]: (db, ids, day) => joinUsualTeams(db, [ids.person], day),
  [`${work}/store.ts: markInterrupted`]: (db) => markInterrupted(db),
  [`${work}/store.ts: createImportRun`]: (db) => createImportRun(db, 'tickets', 'own.csv'),
  [`${work}/store.ts: noteProgress`]: (db, ids) => noteProgress(db, ids.importId, 5),
  [`${work}/store.ts: finishImportRun`]: (db, ids) => finishImportRun(db, ids.importId, END),
  [`${work}/store.ts: saveRejections`]: (db, ids) =>
    saveRejections(db, ids.importId, [{ line: 1, columnName: '', reason: 'r' }]),
  [`${work}/store.ts: wasImported`]: (db, ids) => wasImported(db, 'x', ids.importId),
  [`${work}/store.ts: listImportRuns`]: (db) => listImportRuns(db),
  [`${work}/store.ts: readImportRun`]: (db, ids) => readImportRun(db, ids.importId),
  [`${work}/store.ts: readRejections`]: (db, ids) => readRejections(db, ids.importId),
  [`${work}/store.ts: readLatestHealth`]: (db) => readLatestHealth(db),
};
