import type { Instant } from '../../src/base/time.ts';
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
import { readGroups, removeGroups, saveGroups } from '../../src/capabilities/fairness/store.ts';
import { readLastBackup } from '../../src/capabilities/letin/store.ts';
import { readChain, readEnds, readHash, readHead, readNewKey } from '../../src/platform/audit/store.ts';
import { type Call, type Ids, person } from './store-call.ts';

const whose = (ids: Ids) => ({ personId: ids.person, texts: [], actors: ['owner'], accountId: null });

const about = 'src/capabilities/about';

/** Every store function of members, the audit log and what is held about people, called with another firm's numbers. */
export const ACCESS_CALLS: Record<string, Call> = {
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
  'src/capabilities/letin/store.ts: readLastBackup': (db) => readLastBackup(db),
  'src/platform/audit/store.ts: readNewKey': (db) => readNewKey(db),
};
