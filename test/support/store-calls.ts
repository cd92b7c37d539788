import { addDays, type Day, type Instant } from '../../src/base/time.ts';
import { level } from '../../src/base/units.ts';
import { holdingOf } from '../../src/capabilities/about/catalogue.ts';
import {
  deleteErasureRequest,
  readErasureRequests,
  readName,
  saveErasureRequest,
} from '../../src/capabilities/about/erasure.store.ts';
import {
  countHeld,
  findPersonByName,
  isOwnTicket,
  listNames,
  markTold,
  readCalled,
  readHeld,
  readLeadsOf,
  readOpenCandidacies,
  readWhose,
} from '../../src/capabilities/about/store.ts';
import {
  deleteMember,
  isOwnerHere,
  lockOwners,
  mayVouch,
  readInvited,
  readMembers,
  readPeopleWithout,
  readPlace,
  saveMember,
} from '../../src/capabilities/account/store.ts';
import { readActionsUsed, readLines, readNames } from '../../src/capabilities/audit/store.ts';
import { readKeptSteps, saveStep } from '../../src/capabilities/balance/store.ts';
import { readTicket, readTicketsOf } from '../../src/capabilities/evidence/store.ts';
import { readGroups, removeGroups, saveGroups } from '../../src/capabilities/fairness/store.ts';
import { readLastBackup } from '../../src/capabilities/letin/store.ts';
import {
  deleteNote,
  insertNote,
  readNotes,
  readOwnKeys,
  readRecipient,
  saveKeys,
} from '../../src/capabilities/oneonones/notes.store.ts';
import {
  countOwnTopics,
  insertAgendaItem,
  insertPair,
  readAgenda,
  readCalledNames,
  readMeetings,
  readPair,
  saveItemState,
  saveMeetingState,
  saveNextMeeting,
  updatePair,
} from '../../src/capabilities/oneonones/store.ts';
import {
  countWaiting,
  listWaiting,
  readNewestFile,
  readNumber,
  saveDifficulty,
} from '../../src/capabilities/triage/store.ts';
import { countQueues, readNewestTicketDay } from '../../src/capabilities/wallboard/store.ts';
import { readChain, readEnds, readHash, readHead, readNewKey } from '../../src/platform/audit/store.ts';
import type { Db } from '../../src/platform/db/connect.ts';
import { readNewestImport, readPasses, savePasses } from '../../src/records/cards/pass.store.ts';
import {
  countByRule,
  readCards,
  readCardsBetween,
  readDueSteps,
  saveAnswer as saveCardAnswer,
  saveCards,
  takeCardTurn,
} from '../../src/records/cards/store.ts';
import { readConditionFacts, readWeekFacts } from '../../src/records/conditions/facts.store.ts';
import { bringWeeksUpToDate, refreshWeeks } from '../../src/records/conditions/refresh.store.ts';
import {
  deleteOwnWord,
  deleteStep,
  insertOwnWord,
  insertStep,
  readOwnWords,
  readShared,
  readSteps,
  saveShare,
} from '../../src/records/conditions/said.store.ts';
import {
  countAfterHours,
  countAnswers,
  forgetWeeks,
  readClients,
  readNewestDay,
  readNewestWeek,
  readWeeks,
  replaceWeeks,
} from '../../src/records/conditions/store.ts';
import {
  endCandidacies,
  openCandidacies,
  readCandidacies,
  readDeciders,
  readPeopleWithAccounts,
  setDecider,
} from '../../src/records/decisions/candidacy.store.ts';
import { readDecisionNames } from '../../src/records/decisions/names.store.ts';
import {
  readDecisionReviews,
  readOwnLookBacks,
  saveLookBack,
  saveOwnLookBack,
} from '../../src/records/decisions/review.store.ts';
import { insertDecision, readDecisions } from '../../src/records/decisions/store.ts';
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
import { firmDay, firmMoment, readSituation } from '../../src/records/firm/store.ts';
import { readHelpFacts } from '../../src/records/help/store.ts';
import {
  closeMentoringSession,
  countGoalsBefore,
  insertMentoringGoal,
  insertMentoringSessions,
  moveMentoringSession,
  readMentoringChecks,
  readMentoringGoals,
  readMentoringSessions,
  saveGoalState,
  saveMentoringCheck,
  takeGoalsAlong,
} from '../../src/records/mentoring/sessions.store.ts';
import {
  endPairsOfLeft,
  handOverMentoring,
  insertMentoringPairs,
  readMentoringAnswers,
  readMentoringPairs,
  readMentoringRhythms,
  readVetoes,
  readWishes,
  replaceVetoes,
  saveFoundNone,
  saveMentoringAnswer,
  saveMentoringWish,
  savePairState,
} from '../../src/records/mentoring/store.ts';
import { savePairs } from '../../src/records/oneonones/sample.store.ts';
import { handOverPairs, readRhythms } from '../../src/records/oneonones/store.ts';
import { erasePerson, readInTheWay } from '../../src/records/people/erase.store.ts';
import { findErased, hideErasedRaters, leaveOutErased, saveErased } from '../../src/records/people/erased.store.ts';
import { readSecondFactorRequired, saveSecondFactorRequired } from '../../src/records/people/firm.store.ts';
import { removeNames } from '../../src/records/people/names-in-texts.store.ts';
import { applyPeoplePlan } from '../../src/records/people/plan.store.ts';
import {
  endSeat,
  extendActing,
  findOrAddTeam,
  insertSeat,
  setHolder,
  setSeatLine,
  updateSeat,
} from '../../src/records/people/seats.store.ts';
import { MEMBERSHIP, setSpans } from '../../src/records/people/spans.store.ts';
import {
  countHoldings,
  isDispatcher,
  readFirm,
  readStructure,
  readWish,
  saveAspirations,
  updatePerson,
} from '../../src/records/people/store.ts';
import type { PersonId, SeatId, TeamId } from '../../src/records/people/types.ts';
import { deleteOwnValue, readOwnValues, readPlaybook, saveOwnValue } from '../../src/records/playbook/store.ts';
import { insertRemark, readRemarks, saveAnswer } from '../../src/records/remarks/store.ts';
import { readCoverFacts, readPersonAreas, readTeamAreas } from '../../src/records/shifts/areas.store.ts';
import {
  countCalendar,
  countTyped,
  readHeldHours,
  readShifts,
  readTeamHours,
  removeShifts,
  replaceCalendar,
  replaceShifts,
  saveTeamHours,
} from '../../src/records/shifts/store.ts';
import {
  deleteOwnSkill,
  deleteSkillLevel,
  findOrAddSkills,
  readOwnSkills,
  readSkillFacts,
  readSkillHours,
  readSkillLevels,
  readSkillNames,
  readSkillNeeds,
  saveSkillHours,
  saveSkillLevels,
  saveSkillNeed,
} from '../../src/records/skills/store.ts';
import { readDirectionFacts } from '../../src/records/teams/direction.store.ts';
import {
  endTarget,
  lockTargets,
  readAims,
  readLeads,
  readTargets,
  readTyped,
  saveAim,
  saveCameOf,
  saveTarget,
  saveTyped,
} from '../../src/records/teams/store.ts';
import { readDue } from '../../src/records/trials/due.store.ts';
import {
  addTrialReviews,
  dropSilentReviews,
  readTrialReviews,
  saveTrialWords,
} from '../../src/records/trials/review.store.ts';
import { readStarting, readStartingFirms, takeStarting } from '../../src/records/trials/starting.store.ts';
import { insertTrial, readAboutThem, readTrialHours, readTrials, updateTrial } from '../../src/records/trials/store.ts';
import { countViewsSince, readObservations, saveObservations } from '../../src/records/voice/store.ts';
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
import { DELIVERY_CALLS } from './store-calls-delivery.ts';
import { GROWING_CALLS } from './store-calls-growing.ts';
import { GROWTH_CALLS } from './store-calls-growth.ts';

type Ids = { person: number; seat: number; team: number; ticket: number; importId: number; scenario: number };
type Call = (db: Db, ids: Ids, day: Day) => Promise<unknown>;

const person = (ids: Ids) => ids.person as PersonId;
const seat = (ids: Ids) => ids.seat as SeatId;
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

const TARGET = { place: 1, measure: 'backlog', value: 5, withinHours: null, words: null } as const;

const whose = (ids: Ids) => ({ personId: ids.person, texts: [], actors: ['owner'], accountId: null });
const hash = (name: string) => name;

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

const mentoring = 'src/records/mentoring';
const skills = 'src/records/skills/store.ts';
const people = 'src/records/people';
const work = 'src/records/work';
const evidence = 'src/records/evidence';
const decisions = 'src/records/decisions';
const trials = 'src/records/trials';
const conditions = 'src/records/conditions';

const about = 'src/capabilities/about';
const talks = 'src/capabilities/oneonones';

/** Every store function, called by one firm with another's numbers: test/tenants.test.ts runs them all. */
export const CALLS: Record<string, Call> = {
  ...GROWING_CALLS,
  'src/records/cards/store.ts: saveCards': (db, ids, day) =>
    saveCards(db, day, [
      {
        leadId: person(ids),
        rule: 'ticket-late',
        kind: 'fix',
        subject: 'ticket/1',
        personId: null,
        trigger: 's',
        firstSentence: 's',
        evidence: { facts: [], doors: [], shares: null, best: null, links: [] },
        urgency: 1,
      },
    ]),
  'src/records/cards/store.ts: takeCardTurn': (db) => takeCardTurn(db),
  'src/records/cards/pass.store.ts: readPasses': (db, _, day) => readPasses(db, day),
  'src/records/cards/pass.store.ts: savePasses': (db, ids, day) =>
    savePasses(db, day, [{ leadId: person(ids), cards: 0, importId: 0 }]),
  'src/records/cards/pass.store.ts: readNewestImport': (db) => readNewestImport(db),
  'src/records/work/address.store.ts: readTicketAddress': (db) => readTicketAddress(db),
  'src/records/work/address.store.ts: saveTicketAddress': (db) =>
    saveTicketAddress(db, 'https://stolen.example/{number}'),
  'src/records/work/address.store.ts: readTicketNumbers': (db, ids) => readTicketNumbers(db, [ids.ticket]),
  'src/records/teams/store.ts: readAims': (db) => readAims(db),
  'src/records/teams/store.ts: readTargets': (db) => readTargets(db),
  'src/records/teams/store.ts: readTyped': (db) => readTyped(db),
  'src/records/teams/store.ts: readLeads': (db) => readLeads(db),
  'src/records/teams/store.ts: lockTargets': (db, ids) => lockTargets(db, ids.team as TeamId),
  'src/records/teams/store.ts: saveAim': (db, ids) =>
    saveAim(db, { teamId: ids.team as TeamId, quarter: '2026-01-01' as Day, text: 's', ownerId: person(ids) }),
  'src/records/teams/store.ts: saveCameOf': (db, ids) =>
    saveCameOf(db, ids.team as TeamId, '2026-01-01' as Day, 'reached'),
  'src/records/teams/store.ts: saveTarget': (db, ids, day) =>
    saveTarget(db, { teamId: ids.team as TeamId, ...TARGET, fromDay: day }),
  'src/records/teams/store.ts: endTarget': (db, ids, day) => endTarget(db, ids.team as TeamId, 'backlog', day),
  'src/records/teams/store.ts: saveTyped': (db, ids) =>
    saveTyped(db, { teamId: ids.team as TeamId, measure: 'backlog', month: '2026-01-01' as Day, value: 1, of: null }),
  'src/records/teams/direction.store.ts: readDirectionFacts': async (db, _, day) =>
    readDirectionFacts(db, {
      structure: await readStructure(db, day),
      playbook: await readPlaybook(db),
      now: 8.64e12 as Instant,
    }),
  'src/records/cards/store.ts: readCards': (db, _, day) => readCards(db, day),
  'src/records/cards/store.ts: readCardsBetween': (db, _, day) => readCardsBetween(db, day, day),
  'src/records/cards/store.ts: saveAnswer': (db) =>
    saveCardAnswer(db, 1, { state: 'done', reason: null, untilDay: null, at: 0 as Instant }),
  'src/records/cards/store.ts: countByRule': (db) => countByRule(db),
  'src/records/cards/store.ts: readDueSteps': (db, _, day) => readDueSteps(db, day, 8.64e12 as Instant),
  ...DELIVERY_CALLS,
  'src/records/desk/store.ts: readDesk': (db) =>
    readDesk(db, {
      asOf: 8.64e12 as Instant,
      since: 0 as Instant,
      tookOverSince: 0 as Instant,
      workingDay: { starts: 8, ends: 18 },
      offsetMinutes: () => 0,
    }),
  'src/records/desk/store.ts: readNewestChange': (db) => readNewestChange(db),
  [`${about}/erasure.store.ts: saveErasureRequest`]: (db, ids) => saveErasureRequest(db, ids.person, 0 as Instant),
  [`${about}/erasure.store.ts: deleteErasureRequest`]: (db, ids) => deleteErasureRequest(db, ids.person),
  [`${about}/erasure.store.ts: readErasureRequests`]: (db) => readErasureRequests(db),
  [`${about}/erasure.store.ts: readName`]: (db, ids) => readName(db, ids.person),
  [`${about}/store.ts: readWhose`]: (db, ids) => readWhose(db, ids.person),
  [`${about}/store.ts: readHeld`]: (db, ids) =>
    readHeld(db, holdingOf('person')!, whose(ids), { limit: null, offset: 0 }),
  [`${about}/store.ts: countHeld`]: (db, ids) => countHeld(db, holdingOf('ticket')!, whose(ids)),
  [`${about}/store.ts: readCalled`]: (db) => readCalled(db),
  [`${about}/store.ts: readLeadsOf`]: (db, ids) => readLeadsOf(db, ids.person),
  [`${about}/store.ts: readOpenCandidacies`]: (db, ids) => readOpenCandidacies(db, ids.person),
  [`${about}/store.ts: markTold`]: (db, ids) => markTold(db, ids.person, 0 as Instant),
  [`${about}/store.ts: isOwnTicket`]: (db, ids) => isOwnTicket(db, ids.ticket, ids.person),
  [`${about}/store.ts: listNames`]: (db) => listNames(db),
  [`${about}/store.ts: findPersonByName`]: (db) => findPersonByName(db, 'Jake Morley'),
  'src/records/shifts/store.ts: readShifts': (db, _, day) => readShifts(db, { from: day, to: day }),
  'src/records/shifts/store.ts: readHeldHours': (db) => readHeldHours(db),
  'src/records/shifts/store.ts: replaceShifts': (db, ids) => replaceShifts(db, { people: [person(ids)] }, []),
  'src/records/shifts/store.ts: countCalendar': (db) => countCalendar(db, 'calendar'),
  'src/records/shifts/store.ts: countTyped': (db, ids) => countTyped(db, [person(ids)]),
  'src/records/shifts/store.ts: replaceCalendar': (db) => replaceCalendar(db, 'calendar', []),
  'src/records/shifts/store.ts: removeShifts': (db, ids) => removeShifts(db, person(ids)),
  'src/records/shifts/store.ts: readTeamHours': (db) => readTeamHours(db),
  'src/records/shifts/store.ts: saveTeamHours': (db, ids) => saveTeamHours(db, ids.team as TeamId, null),
  'src/records/shifts/areas.store.ts: readCoverFacts': (db, _, day) => readCoverFacts(db, day, 12),
  'src/records/shifts/areas.store.ts: readTeamAreas': (db) => readTeamAreas(db),
  'src/records/shifts/areas.store.ts: readPersonAreas': (db) => readPersonAreas(db, 12),
  'src/records/remarks/store.ts: readRemarks': (db) => readRemarks(db),
  'src/records/remarks/store.ts: insertRemark': (db, ids) =>
    insertRemark(db, { personId: person(ids), about: 'person/title', kind: 'comment', text: 's', at: 0 as Instant }),
  'src/records/remarks/store.ts: saveAnswer': (db) =>
    saveAnswer(db, 1, { text: 's', outcome: 'kept', by: 's', at: 0 as Instant }),
  'src/records/help/store.ts: readHelpFacts': (db) => readHelpFacts(db, 12),
  [`${people}/erase.store.ts: readInTheWay`]: (db, ids) => readInTheWay(db, person(ids)),
  [`${people}/erase.store.ts: erasePerson`]: (db, ids, day) => erasePerson(db, person(ids), day, hash),
  [`${people}/erased.store.ts: findErased`]: async (db) => (await findErased(db, hash))('Jake Morley'),
  [`${people}/erased.store.ts: saveErased`]: (db) => saveErased(db, ['Somebody else'], 1, hash),
  [`${people}/erased.store.ts: leaveOutErased`]: (db) => leaveOutErased(db, { people: [], seats: [] }, hash),
  [`${people}/erased.store.ts: hideErasedRaters`]: (db) => hideErasedRaters(db, [], hash),
  [`${people}/names-in-texts.store.ts: removeNames`]: (db, ids) =>
    removeNames(db, {
      personId: person(ids),
      name: 'Jake Morley',
      texts: ['Jake Morley'],
      own: ['Jake Morley'],
      firstName: 'Jake',
      actors: [],
    }),
  'src/capabilities/balance/store.ts: readKeptSteps': (db) => readKeptSteps(db),
  'src/capabilities/balance/store.ts: saveStep': (db, ids) =>
    saveStep(db, {
      key: 'k',
      ownerId: person(ids),
      due: null,
      outcome: 'done',
      result: 'r',
      evidenceKey: null,
      text: null,
      changedBy: 's',
    }),
  'src/capabilities/account/store.ts: readMembers': (db) => readMembers(db),
  'src/capabilities/account/store.ts: readInvited': (db) => readInvited(db, 0 as Instant),
  'src/capabilities/account/store.ts: readPeopleWithout': (db) => readPeopleWithout(db),
  'src/capabilities/account/store.ts: readPlace': (db, ids) => readPlace(db, ids.person, null),
  'src/capabilities/account/store.ts: lockOwners': (db) => lockOwners(db),
  'src/capabilities/account/store.ts: saveMember': (db, ids) =>
    saveMember(db, 1, { role: 'owner', personId: ids.person }),
  'src/capabilities/account/store.ts: deleteMember': (db) => deleteMember(db, 1),
  'src/capabilities/account/store.ts: isOwnerHere': (db) => isOwnerHere(db, 'account:1'),
  'src/capabilities/account/store.ts: mayVouch': (db) => mayVouch(db, 'account:1', 1),
  'src/platform/audit/store.ts: readHead': (db) => readHead(db),
  'src/platform/audit/store.ts: readEnds': (db) => readEnds(db),
  'src/platform/audit/store.ts: readHash': (db) => readHash(db, 1),
  'src/capabilities/audit/store.ts: readLines': (db, ids) => readLines(db, { personId: ids.person, limit: 5 }),
  'src/capabilities/audit/store.ts: readActionsUsed': (db) => readActionsUsed(db),
  'src/capabilities/audit/store.ts: readNames': (db) => readNames(db),
  'src/capabilities/fairness/store.ts: readGroups': (db, ids) => readGroups(db, person(ids)),
  'src/capabilities/fairness/store.ts: saveGroups': (db, ids, day) =>
    saveGroups(db, [{ personId: person(ids), attribute: 'gender', group: 'woman' }], day),
  'src/capabilities/fairness/store.ts: removeGroups': (db, ids) => removeGroups(db, { personId: person(ids) }),
  'src/platform/audit/store.ts: readChain': async (db) => {
    for await (const line of readChain(db)) return line;
    return undefined;
  },
  [`${conditions}/facts.store.ts: readWeekFacts`]: (db, _, day) => readWeekFacts(db, day),
  [`${conditions}/facts.store.ts: readConditionFacts`]: async (db, _, day) =>
    readConditionFacts(db, { structure: await readStructure(db, day), playbook: await readPlaybook(db) }),
  [`${conditions}/said.store.ts: readShared`]: (db) => readShared(db),
  [`${conditions}/said.store.ts: saveShare`]: (db, ids) => saveShare(db, person(ids), true, 0 as Instant),
  [`${conditions}/said.store.ts: readOwnWords`]: (db, ids) => readOwnWords(db, [person(ids)]),
  [`${conditions}/said.store.ts: insertOwnWord`]: (db, ids) =>
    insertOwnWord(db, { personId: person(ids), feeling: 'fine', text: null, withLead: false }, 0 as Instant),
  [`${conditions}/said.store.ts: deleteOwnWord`]: (db, ids) => deleteOwnWord(db, person(ids), ids.ticket),
  [`${conditions}/said.store.ts: readSteps`]: (db, _, day) => readSteps(db, day),
  [`${conditions}/said.store.ts: insertStep`]: (db, ids, day) =>
    insertStep(db, { personId: person(ids), day, text: 'Own' }, 'self'),
  [`${conditions}/said.store.ts: deleteStep`]: (db, ids) => deleteStep(db, ids.ticket, [person(ids)]),
  [`${conditions}/store.ts: readNewestDay`]: (db, _, day) => readNewestDay(db, day),
  [`${conditions}/store.ts: readNewestWeek`]: (db) => readNewestWeek(db),
  [`${conditions}/store.ts: readWeeks`]: (db, _, day) => readWeeks(db, { since: '1970-01-05' as Day, until: day }),
  [`${conditions}/store.ts: replaceWeeks`]: (db, ids, day) => {
    const onCall = [{ personId: person(ids), week: '1970-01-05' as Day, minutes: 60 }];
    const span = { since: '1970-01-05' as Day, until: day };
    return replaceWeeks(db, { span, clocks: { people: [], offsets: [] }, onCall, satisfiedFrom: 0.5 }, span.since);
  },
  'src/records/oneonones/sample.store.ts: savePairs': (db, ids, day) =>
    savePairs(db, [
      {
        memberId: person(ids),
        leadId: (ids.person + 1) as PersonId,
        everyDays: 7,
        zone: 'UTC',
        beganOn: day,
        meetings: [],
      },
    ]),
  [`${conditions}/store.ts: forgetWeeks`]: (db) => forgetWeeks(db),
  [`${conditions}/refresh.store.ts: refreshWeeks`]: (db) => refreshWeeks(db, 8.64e12 as Instant, null),
  [`${conditions}/refresh.store.ts: bringWeeksUpToDate`]: (db) => bringWeeksUpToDate(db, 8.64e12 as Instant),
  [`${conditions}/store.ts: countAfterHours`]: (db, ids, day) =>
    countAfterHours(
      db,
      { since: '1970-01-05' as Day, until: day },
      {
        people: [{ personId: person(ids), zone: 0, starts: 0, ends: 1, weekdays: [] }],
        offsets: [{ zone: 0, day, minutes: 0 }],
      },
    ),
  [`${conditions}/store.ts: countAnswers`]: (db, _, day) =>
    countAnswers(db, { from: '1970-01-05' as Day, to: day, below: 2 }),
  [`${conditions}/store.ts: readClients`]: (db) => readClients(db),
  'src/capabilities/letin/store.ts: readLastBackup': (db) => readLastBackup(db),
  [`${talks}/store.ts: readPair`]: (db) => readPair(db, 1),
  [`${talks}/store.ts: readCalledNames`]: (db, ids) => readCalledNames(db, [ids.person]),
  [`${talks}/store.ts: insertPair`]: (db, ids, day) =>
    insertPair(db, {
      memberId: person(ids),
      leadId: (ids.person + 1) as PersonId,
      everyDays: 14,
      minutes: 30,
      zone: 'UTC',
      beganOn: day,
    }),
  [`${talks}/store.ts: updatePair`]: (db, _, day) =>
    updatePair(db, 1, { everyDays: 7, minutes: 15, zone: 'UTC', endedOn: day }),
  [`${talks}/store.ts: readMeetings`]: (db) => readMeetings(db, 1),
  [`${talks}/store.ts: saveNextMeeting`]: (db) => saveNextMeeting(db, 1, 0 as Instant),
  [`${talks}/store.ts: saveMeetingState`]: (db) => saveMeetingState(db, 1, 1, 'held'),
  [`${talks}/store.ts: readAgenda`]: (db) => readAgenda(db, 1),
  [`${talks}/store.ts: insertAgendaItem`]: (db) =>
    insertAgendaItem(db, { pairId: 1, kind: 'topic', text: 's', ownerId: null, dueDay: null, at: 0 as Instant }),
  [`${talks}/store.ts: saveItemState`]: (db) => saveItemState(db, 1, 1, 'done', 0 as Instant),
  [`${talks}/store.ts: countOwnTopics`]: (db) => countOwnTopics(db),
  [`${talks}/notes.store.ts: readRecipient`]: (db, ids) => readRecipient(db, person(ids)),
  [`${talks}/notes.store.ts: readOwnKeys`]: (db) => readOwnKeys(db),
  [`${talks}/notes.store.ts: saveKeys`]: (db) => saveKeys(db, { recipient: 'r', sealed: 's' }, 0 as Instant),
  [`${talks}/notes.store.ts: readNotes`]: (db) => readNotes(db, 1),
  [`${talks}/notes.store.ts: insertNote`]: (db, ids) =>
    insertNote(db, { pairId: 1, other: person(ids), body: 's', at: 0 as Instant }),
  [`${talks}/notes.store.ts: deleteNote`]: (db) => deleteNote(db, 1, 1),
  'src/records/oneonones/store.ts: readRhythms': (db) => readRhythms(db),
  'src/records/oneonones/store.ts: handOverPairs': (db, ids, day) =>
    handOverPairs(db, person(ids), (ids.person + 1) as PersonId, day),
  'src/capabilities/triage/store.ts: listWaiting': (db) => listWaiting(db, 'waiting'),
  'src/capabilities/triage/store.ts: countWaiting': (db) => countWaiting(db),
  'src/capabilities/triage/store.ts: readNewestFile': (db) => readNewestFile(db),
  'src/capabilities/triage/store.ts: readNumber': (db, ids) => readNumber(db, ids.ticket),
  'src/capabilities/triage/store.ts: saveDifficulty': (db, ids) => saveDifficulty(db, ids.ticket, 5, 0 as Instant),
  'src/capabilities/wallboard/store.ts: countQueues': (db, _, day) => countQueues(db, day, day),
  'src/capabilities/wallboard/store.ts: readNewestTicketDay': (db, _, day) => readNewestTicketDay(db, day),
  'src/capabilities/evidence/store.ts: readTicketsOf': (db, ids) => readTicketsOf(db, ids.person, 0),
  'src/capabilities/evidence/store.ts: readTicket': (db, ids) => readTicket(db, ids.ticket),
  [`${decisions}/store.ts: insertDecision`]: (db, ids, day) =>
    insertDecision(db, {
      seatId: seat(ids),
      personId: person(ids),
      kind: 'hold',
      day,
      decidedBy: 's',
      reason: null,
      advice: {
        dataVersion: 1,
        modelVersion: 'm',
        playbookVersion: 'p',
        kind: 'both',
        answer: 'hire',
        considered: [person(ids)],
        named: [],
        sentence: 's',
      },
      at: 0 as Instant,
    }),
  [`${decisions}/store.ts: readDecisions`]: (db, ids) => readDecisions(db, { seatId: seat(ids) }),
  [`${decisions}/candidacy.store.ts: readCandidacies`]: (db, ids) => readCandidacies(db, { seatId: seat(ids) }),
  [`${decisions}/candidacy.store.ts: openCandidacies`]: (db, ids) =>
    openCandidacies(
      db,
      seat(ids),
      { considered: [person(ids)], told: [person(ids)] },
      { actor: 's', now: 0 as Instant },
    ),
  [`${decisions}/candidacy.store.ts: endCandidacies`]: (db, ids) => endCandidacies(db, seat(ids), 0 as Instant),
  [`${decisions}/candidacy.store.ts: readPeopleWithAccounts`]: (db) => readPeopleWithAccounts(db),
  [`${decisions}/candidacy.store.ts: readDeciders`]: (db) => readDeciders(db),
  [`${decisions}/candidacy.store.ts: setDecider`]: (db, ids) => setDecider(db, seat(ids), person(ids)),
  [`${decisions}/names.store.ts: readDecisionNames`]: (db) => readDecisionNames(db),
  [`${decisions}/review.store.ts: readDecisionReviews`]: (db) => readDecisionReviews(db),
  [`${decisions}/review.store.ts: readOwnLookBacks`]: (db) => readOwnLookBacks(db),
  [`${decisions}/review.store.ts: saveLookBack`]: (db) =>
    saveLookBack(db, 1, {
      ...{ again: 'yes', stayed: 'there', team: 'same', words: null, reviewedBy: 's', reviewedAt: 0 as Instant },
    }),
  [`${decisions}/review.store.ts: saveOwnLookBack`]: (db) => saveOwnLookBack(db, 1, 'Fine', 0 as Instant),
  [`${trials}/store.ts: readTrials`]: (db, ids) => readTrials(db, { seatId: seat(ids) }),
  [`${trials}/store.ts: insertTrial`]: (db, ids, day) =>
    insertTrial(db, {
      ...{ seatId: seat(ids), personId: person(ids), decisionId: null, proposedBy: 's', proposedAt: 0 as Instant },
      ...{ criteria: [], ticketHours: null, startDay: null, untilDay: day, promise: 'p', proposalWords: null },
    }),
  [`${trials}/store.ts: updateTrial`]: (db, _, day) => updateTrial(db, 1, { untilDay: day }),
  [`${trials}/store.ts: readTrialHours`]: (db) => readTrialHours(db),
  [`${trials}/store.ts: readAboutThem`]: (db, ids) => readAboutThem(db, ids.person),
  [`${trials}/starting.store.ts: readStartingFirms`]: (db, _, day) => readStartingFirms(db, day),
  [`${trials}/starting.store.ts: readStarting`]: (db, _, day) => readStarting(db, day),
  [`${trials}/starting.store.ts: takeStarting`]: (db) => takeStarting(db, 1),
  [`${trials}/review.store.ts: readTrialReviews`]: (db) => readTrialReviews(db, [1, 2, 3]),
  [`${trials}/review.store.ts: addTrialReviews`]: (db, ids, day) =>
    addTrialReviews(db, { trialId: 1, seatId: seat(ids), personId: person(ids) }, [day]),
  [`${trials}/review.store.ts: saveTrialWords`]: (db, ids) =>
    saveTrialWords(
      db,
      { reviewId: 1, side: 'person', seatId: seat(ids), personId: person(ids), by: 's' },
      { words: 'w', marks: [], wish: null, toldInTalk: false, at: 0 as Instant },
    ),
  [`${trials}/review.store.ts: dropSilentReviews`]: (db) => dropSilentReviews(db, 1, null),
  [`${trials}/due.store.ts: readDue`]: (db, _, day) => readDue(db, { day, endsBy: day, reviewMonths: 6 }),
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
  [`${mentoring}/store.ts: readWishes`]: (db) => readWishes(db),
  [`${mentoring}/store.ts: saveMentoringWish`]: (db, ids) =>
    saveMentoringWish(db, {
      personId: person(ids),
      ...{ wantsMentor: true, places: 1, wants: ['coaching'], helpWith: 'h', interests: 'i', saidAt: 0 as Instant },
    }),
  [`${mentoring}/store.ts: saveFoundNone`]: (db, ids, day) =>
    saveFoundNone(db, day, [{ personId: person(ids), text: 'Nobody' }]),
  [`${mentoring}/store.ts: readVetoes`]: (db) => readVetoes(db),
  [`${mentoring}/store.ts: replaceVetoes`]: (db, ids) => replaceVetoes(db, person(ids), []),
  [`${mentoring}/store.ts: readMentoringPairs`]: (db) => readMentoringPairs(db),
  [`${mentoring}/store.ts: insertMentoringPairs`]: (db, ids, day) =>
    insertMentoringPairs(db, day, [{ mentorId: person(ids), menteeId: 1 as PersonId, wants: [], reasons: [] }]),
  [`${mentoring}/store.ts: savePairState`]: (db) => savePairState(db, 1, 'running', { state: 'asked' }),
  [`${mentoring}/store.ts: endPairsOfLeft`]: (db, _, day) => endPairsOfLeft(db, day),
  [`${mentoring}/store.ts: saveMentoringAnswer`]: (db, ids) => saveMentoringAnswer(db, 1, person(ids), true),
  [`${mentoring}/store.ts: readMentoringAnswers`]: (db) => readMentoringAnswers(db),
  [`${mentoring}/store.ts: readMentoringRhythms`]: (db) => readMentoringRhythms(db),
  [`${mentoring}/store.ts: handOverMentoring`]: (db, ids, day) =>
    handOverMentoring(db, person(ids), (ids.person + 1) as PersonId, day),
  [`${mentoring}/sessions.store.ts: readMentoringSessions`]: (db) => readMentoringSessions(db, 1),
  [`${mentoring}/sessions.store.ts: insertMentoringSessions`]: (db) =>
    insertMentoringSessions(db, 1, [{ at: 0 as Instant, minutes: 60, zone: 'UTC' }]),
  [`${mentoring}/sessions.store.ts: moveMentoringSession`]: (db) => moveMentoringSession(db, 1, 1, 0 as Instant),
  [`${mentoring}/sessions.store.ts: closeMentoringSession`]: (db) => closeMentoringSession(db, 1, 1, 'removed'),
  [`${mentoring}/sessions.store.ts: readMentoringGoals`]: (db) => readMentoringGoals(db, 1),
  [`${mentoring}/sessions.store.ts: insertMentoringGoal`]: (db, ids) =>
    insertMentoringGoal(db, 1, { authorId: person(ids), text: 'Own', at: 0 as Instant }),
  [`${mentoring}/sessions.store.ts: saveGoalState`]: (db) => saveGoalState(db, 1, 1, 'dropped', 0 as Instant),
  [`${mentoring}/sessions.store.ts: countGoalsBefore`]: (db, ids) => countGoalsBefore(db, person(ids)),
  [`${mentoring}/sessions.store.ts: takeGoalsAlong`]: (db, ids) => takeGoalsAlong(db, person(ids), 1),
  [`${mentoring}/sessions.store.ts: readMentoringChecks`]: (db) => readMentoringChecks(db, 1),
  [`${mentoring}/sessions.store.ts: saveMentoringCheck`]: (db, ids) =>
    saveMentoringCheck(db, 1, { personId: person(ids), moment: 'end', answer: 'worth-it', text: null }, 0 as Instant),
  [`${skills}: readSkillFacts`]: (db) => readSkillFacts(db, 12),
  [`${skills}: readSkillNames`]: (db) => readSkillNames(db),
  [`${skills}: readSkillNeeds`]: (db) => readSkillNeeds(db),
  [`${skills}: saveSkillNeed`]: (db) =>
    saveSkillNeed(db, { subject: 'area/1', teamId: null, required: 1, weight: 1, weeks: null, hours: null }),
  [`${skills}: readOwnSkills`]: (db) => readOwnSkills(db),
  [`${skills}: findOrAddSkills`]: (db) => findOrAddSkills(db, ['Own']),
  [`${skills}: deleteOwnSkill`]: (db) => deleteOwnSkill(db, 1),
  [`${skills}: readSkillLevels`]: (db) => readSkillLevels(db),
  [`${skills}: saveSkillLevels`]: (db, ids, day) =>
    saveSkillLevels(db, [
      {
        subject: 'area/1',
        personId: person(ids),
        state: 'learning',
        ...{ teacherId: null, signerId: null, since: day },
      },
    ]),
  [`${skills}: deleteSkillLevel`]: (db, ids) => deleteSkillLevel(db, 'area/1', person(ids)),
  [`${skills}: readSkillHours`]: (db) => readSkillHours(db),
  [`${skills}: saveSkillHours`]: (db, ids) => saveSkillHours(db, person(ids), null),
  'src/records/firm/store.ts: readSituation': (db, _, day) => readSituation(db, day, 'themselves'),
  'src/records/firm/store.ts: firmDay': (db) => firmDay(db, 0 as Instant),
  'src/records/firm/store.ts: firmMoment': (db) => firmMoment(db, 0 as Instant),
  [`${people}/plan.store.ts: applyPeoplePlan`]: (db, _, day) => applyPeoplePlan(db, { people: [], seats: [] }, day),
  [`${people}/seats.store.ts: findOrAddTeam`]: (db) => findOrAddTeam(db, 'Helpdesk'),
  [`${people}/seats.store.ts: insertSeat`]: (db, ids, day) =>
    insertSeat(db, { title: 'Own', teamId: ids.team as TeamId, plannedFor: null }, day),
  [`${people}/seats.store.ts: updateSeat`]: (db, ids) => updateSeat(db, seat(ids), { title: 'Stolen' }),
  [`${people}/seats.store.ts: setSeatLine`]: (db, ids, day) => setSeatLine(db, seat(ids), null, day),
  [`${people}/seats.store.ts: setHolder`]: (db, ids, day) => setHolder(db, seat(ids), person(ids), null, day),
  [`${people}/seats.store.ts: extendActing`]: (db, ids, day) => extendActing(db, seat(ids), person(ids), day),
  [`${people}/seats.store.ts: endSeat`]: (db, ids, day) => endSeat(db, seat(ids), day),
  [`${people}/spans.store.ts: setSpans`]: (db, ids, day) =>
    setSpans(db, MEMBERSHIP, day, [{ owner: ids.person, value: ids.team }]),
  [`${people}/store.ts: readFirm`]: (db) => readFirm(db),
  'src/platform/audit/store.ts: readNewKey': (db) => readNewKey(db),
  [`${people}/firm.store.ts: readSecondFactorRequired`]: (db) => readSecondFactorRequired(db),
  [`${people}/firm.store.ts: saveSecondFactorRequired`]: (db) => saveSecondFactorRequired(db, true),
  [`${people}/store.ts: readStructure`]: (db, _, day) => readStructure(db, day),
  [`${people}/store.ts: updatePerson`]: (db, ids, day) => updatePerson(db, person(ids), { name: 'Stolen' }, day),
  [`${people}/store.ts: isDispatcher`]: (db, ids) => isDispatcher(db, ids.person),
  [`${people}/store.ts: readWish`]: (db, ids) => readWish(db, person(ids)),
  [`${people}/store.ts: saveAspirations`]: (db, ids, day) =>
    saveAspirations(db, [{ personId: person(ids), aspiration: 'not-now' }], day),
  [`${people}/store.ts: countHoldings`]: (db) => countHoldings(db),
  ...GROWTH_CALLS,
  'src/records/playbook/store.ts: readOwnValues': (db) => readOwnValues(db),
  'src/records/playbook/store.ts: readPlaybook': (db) => readPlaybook(db),
  'src/records/playbook/store.ts: saveOwnValue': (db) =>
    saveOwnValue(db, { key: 'gate.clears', value: 0.9, reason: null, changedBy: 's' }),
  'src/records/playbook/store.ts: deleteOwnValue': (db) => deleteOwnValue(db, 'gate.clears'),
  'src/records/voice/store.ts: readObservations': (db) => readObservations(db),
  'src/records/voice/store.ts: countViewsSince': (db, _, day) => countViewsSince(db, addDays(day, -60), day),
  'src/records/voice/store.ts: saveObservations': (db, ids, day) =>
    saveObservations(db, [
      { personId: person(ids), rater: 's', kind: 'answer', competency: 'rescue', level: level(2), day },
    ]),
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

const TEMPORARY = 'works on the temporary tables of its own transaction, which no other firm can reach';
const OUTSIDE = 'belongs to no firm: it works before or between them (migration 0004)';

const EVERY_FIRM = 'as the owner of the tables, who no policy binds: every firm of the install';

/** Store functions that need no row above, and why. */
export const EXEMPT: Record<string, string> = {
  [`${evidence}/store.ts: refreshTouchedCases`]: TEMPORARY,
  [`${work}/intake.store.ts: planForBulk`]: TEMPORARY,
  [`${work}/intake.store.ts: openStaging`]: TEMPORARY,
  [`${work}/intake.store.ts: stageTickets`]: TEMPORARY,
  [`${work}/intake.store.ts: stageEvents`]: TEMPORARY,
  [`${work}/store.ts: countHealth`]: TEMPORARY,
  [`${work}/store.ts: takeImportTurn`]: "takes a lock named after the transaction's own firm",
  [`${work}/store.ts: joinImportTurn`]: "takes a lock named after the transaction's own firm",
  [`${people}/firm.store.ts: nextFirmNumber`]: 'draws a number and reads no row',
  [`${people}/firm.store.ts: insertFirm`]: "makes the transaction's own firm; tried in test/api.test.ts",
  [`${people}/firm.store.ts: deleteFirm`]:
    "removes the transaction's own firm; tried in the browser test of samples with another firm beside it",
  'src/records/firm/store.ts: situationOf': 'reads with readSituation, which is tried',
  'src/platform/audit/new-key.store.ts: beginUnderNewKey': EVERY_FIRM,
  'src/platform/sign-in/seal-anew.store.ts: sealAnew': OUTSIDE,
  'src/platform/sign-in/seal-anew.store.ts: clearSealed': OUTSIDE,
  'src/platform/secrets/sealed-column.store.ts: sealColumnAnew': EVERY_FIRM,
  'src/platform/secrets/sealed-column.store.ts: clearSealedColumn': EVERY_FIRM,
  'src/records/delivery/restored.store.ts: leaveOutDue': EVERY_FIRM,
  'src/records/delivery/outgoing.store.ts: readDueFirms':
    'answers only outside a firm, with numbers; tried in src/capabilities/delivery',
  'src/platform/sign-in/token.store.ts: findToken':
    'answers only outside a firm, to whoever has the key; tried in src/capabilities/courses',
  'src/platform/audit/store.ts: listFirms': 'answers only outside a firm, with numbers; tried in test/audit.test.ts',
  'src/capabilities/audit/store.ts: readActorNames': 'names of accounts, which belong to no firm (migration 0005)',
  'src/platform/audit/store.ts: appendAudit': "adds to the transaction's own firm; tried in src/platform/audit",
  'src/capabilities/letin/store.ts: countSignIns': OUTSIDE,
  'src/platform/sign-in/session.store.ts: listSessions': OUTSIDE,
  'src/platform/sign-in/session.store.ts: touchSession': OUTSIDE,
  'src/platform/sign-in/session.store.ts: renewSession': OUTSIDE,
  'src/platform/sign-in/session.store.ts: endAllSessionsOf': OUTSIDE,
  'src/platform/sign-in/session.store.ts: endSessionOf': OUTSIDE,
  'src/platform/sign-in/session.store.ts: endOtherSessionsOf': OUTSIDE,
  'src/platform/sign-in/session.store.ts: endSessionsIn': OUTSIDE,
  'src/platform/sign-in/session.store.ts: endSessionBy': OUTSIDE,
  'src/platform/sign-in/account.store.ts: readAccountByEmail': OUTSIDE,
  'src/platform/sign-in/account.store.ts: readAccountById': OUTSIDE,
  'src/platform/sign-in/account.store.ts: insertAccount': OUTSIDE,
  'src/platform/sign-in/account.store.ts: savePassword': OUTSIDE,
  'src/platform/sign-in/account.store.ts: deleteAccount': OUTSIDE,
  'src/platform/sign-in/account.store.ts: readAccountsThere': OUTSIDE,
  'src/platform/sign-in/factor.store.ts: saveTotpSecret': OUTSIDE,
  'src/platform/sign-in/factor.store.ts: confirmTotp': OUTSIDE,
  'src/platform/sign-in/factor.store.ts: clearTotp': OUTSIDE,
  'src/platform/sign-in/factor.store.ts: takeTotpStep': OUTSIDE,
  'src/platform/sign-in/factor.store.ts: saveRecoveryCodes': OUTSIDE,
  'src/platform/sign-in/factor.store.ts: spendRecoveryCode': OUTSIDE,
  'src/platform/sign-in/factor.store.ts: countRecoveryCodes': OUTSIDE,
  'src/platform/sign-in/factor.store.ts: insertPasskey': OUTSIDE,
  'src/platform/sign-in/factor.store.ts: listPasskeys': OUTSIDE,
  'src/platform/sign-in/factor.store.ts: lockPasskey': OUTSIDE,
  'src/platform/sign-in/factor.store.ts: notePasskeyUse': OUTSIDE,
  'src/platform/sign-in/factor.store.ts: deletePasskey': OUTSIDE,
  'src/platform/sign-in/factor.store.ts: readIdentity': OUTSIDE,
  'src/platform/sign-in/factor.store.ts: linkIdentity': OUTSIDE,
  'src/platform/sign-in/factor.store.ts: listIdentities': OUTSIDE,
  'src/platform/sign-in/guard.store.ts: lockKey': OUTSIDE,
  'src/platform/sign-in/guard.store.ts: countAttempts': OUTSIDE,
  'src/platform/sign-in/guard.store.ts: insertAttempt': OUTSIDE,
  'src/platform/sign-in/guard.store.ts: deleteAttempts': OUTSIDE,
  'src/platform/sign-in/guard.store.ts: deleteAttemptsOf': OUTSIDE,
  'src/platform/sign-in/guard.store.ts: insertChallenge': OUTSIDE,
  'src/platform/sign-in/guard.store.ts: readChallenge': OUTSIDE,
  'src/platform/sign-in/guard.store.ts: deleteChallenge': OUTSIDE,
  'src/platform/sign-in/guard.store.ts: forgetOld': OUTSIDE,
  'src/platform/sign-in/invitation.store.ts: insertInvitation': OUTSIDE,
  'src/platform/sign-in/invitation.store.ts: readInvitationBy': OUTSIDE,
  'src/platform/sign-in/invitation.store.ts: spendInvitation': OUTSIDE,
  'src/platform/sign-in/invitation.store.ts: deleteInvitation': OUTSIDE,
  'src/platform/sign-in/provider.store.ts: listKeptProviders': OUTSIDE,
  'src/platform/sign-in/provider.store.ts: insertProvider': OUTSIDE,
  'src/platform/sign-in/provider.store.ts: saveProviderSecret': OUTSIDE,
  'src/platform/sign-in/provider.store.ts: deleteProvider': OUTSIDE,
  [`${about}/store.ts: readAccount`]: OUTSIDE,
  [`${people}/erased.store.ts: nameHasher`]: 'hashes a name and reads no row',
  'src/platform/sign-in/store.ts: insertToken': OUTSIDE,
  'src/platform/sign-in/store.ts: useToken': OUTSIDE,
  'src/platform/sign-in/store.ts: insertSession': OUTSIDE,
  'src/platform/sign-in/store.ts: readSession': OUTSIDE,
  'src/platform/sign-in/store.ts: setSessionFirm': OUTSIDE,
  'src/platform/sign-in/store.ts: readFirmAccess': OUTSIDE,
  'src/platform/sign-in/store.ts: grantFirm': OUTSIDE,
  'src/platform/sign-in/store.ts: forgetFirm': OUTSIDE,
};
