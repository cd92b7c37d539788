import type { Day, Instant } from '../../src/base/time.ts';
import { level } from '../../src/base/units.ts';
import { firmDay, firmMoment, readSituation } from '../../src/records/firm/store.ts';
import { readHelpFacts } from '../../src/records/help/store.ts';
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
import type { TeamId } from '../../src/records/people/types.ts';
import { deleteOwnValue, readOwnValues, readPlaybook, saveOwnValue } from '../../src/records/playbook/store.ts';
import { insertRemark, readRemarks, saveAnswer } from '../../src/records/remarks/store.ts';
import { readAreas, readCoverFacts } from '../../src/records/shifts/areas.store.ts';
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
import { countViewsSince, readObservations, saveObservations } from '../../src/records/voice/store.ts';
import { type Call, person, seat } from './store-call.ts';

const hash = (name: string) => name;

const people = 'src/records/people';

const TARGET = { place: 1, measure: 'backlog', value: 5, withinHours: null, words: null } as const;

/** Every store function of people, seats, teams and what the firm is kept with, called with another firm's numbers. */
export const PEOPLE_CALLS: Record<string, Call> = {
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
  'src/records/shifts/areas.store.ts: readAreas': (db) => readAreas(db, 12),
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
  [`${people}/firm.store.ts: readSecondFactorRequired`]: (db) => readSecondFactorRequired(db),
  [`${people}/firm.store.ts: saveSecondFactorRequired`]: (db) => saveSecondFactorRequired(db, true),
  [`${people}/store.ts: readStructure`]: (db, _, day) => readStructure(db, day),
  [`${people}/store.ts: updatePerson`]: (db, ids, day) => updatePerson(db, person(ids), { name: 'Stolen' }, day),
  [`${people}/store.ts: isDispatcher`]: (db, ids) => isDispatcher(db, ids.person),
  [`${people}/store.ts: readWish`]: (db, ids) => readWish(db, person(ids)),
  [`${people}/store.ts: saveAspirations`]: (db, ids, day) =>
    saveAspirations(db, [{ personId: person(ids), aspiration: 'not-now' }], day),
  [`${people}/store.ts: countHoldings`]: (db) => countHoldings(db),
  'src/records/playbook/store.ts: readOwnValues': (db) => readOwnValues(db),
  'src/records/playbook/store.ts: readPlaybook': (db) => readPlaybook(db),
  'src/records/playbook/store.ts: saveOwnValue': (db) =>
    saveOwnValue(db, { key: 'gate.clears', value: 0.9, reason: null, changedBy: 's' }),
  'src/records/playbook/store.ts: deleteOwnValue': (db) => deleteOwnValue(db, 'gate.clears'),
  'src/records/voice/store.ts: countViewsSince': (db, _, day) => countViewsSince(db, '1970-01-05' as Day, day),
  'src/records/voice/store.ts: readObservations': (db) => readObservations(db),
  'src/records/voice/store.ts: saveObservations': (db, ids, day) =>
    saveObservations(db, [
      { personId: person(ids), rater: 's', kind: 'answer', competency: 'rescue', level: level(2), day },
    ]),
};
