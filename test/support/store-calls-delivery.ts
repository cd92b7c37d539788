import type { Instant } from '../../src/base/time.ts';
import {
  claimOutgoing,
  countTests,
  endTry,
  readRecipients,
  saveNext,
  sweepOutgoing,
  takeDue,
} from '../../src/records/delivery/outgoing.store.ts';
import {
  insertOutgoing,
  readDelivery,
  readFailing,
  readLastMorning,
  readOutgoing,
  saveDelivery,
} from '../../src/records/delivery/store.ts';
import { readNames } from '../../src/records/people/names.store.ts';
import { type Call, person } from './store-call.ts';

const SOON = 8.64e12 as Instant;
const delivery = 'src/records/delivery';
const HOUR = { at: 450, zone: 'UTC', weekdays: [1] };

/** Stores of the morning's message, called by one firm with another's numbers. */
export const DELIVERY_CALLS: Record<string, Call> = {
  'src/records/people/names.store.ts: readNames': (db) => readNames(db),
  [`${delivery}/store.ts: readDelivery`]: (db, ids) => readDelivery(db, person(ids)),
  [`${delivery}/store.ts: saveDelivery`]: (db, ids) =>
    saveDelivery(
      db,
      person(ids),
      { way: 'off', address: null, host: null, ownChat: false, ...HOUR, reminders: true, nextAt: SOON },
      0 as Instant,
    ),
  [`${delivery}/store.ts: readOutgoing`]: (db, ids) => readOutgoing(db, person(ids), 9),
  [`${delivery}/store.ts: readLastMorning`]: (db, ids) => readLastMorning(db, person(ids), null),
  [`${delivery}/store.ts: insertOutgoing`]: (db, ids, day) =>
    insertOutgoing(db, [
      {
        ...{ personId: person(ids), day, what: 'morning', way: null, state: 'waiting', tries: 0, why: null },
        ...{ dueAt: 0 as Instant, tryAt: 0 as Instant, endedAt: null },
      },
    ]),
  [`${delivery}/store.ts: readFailing`]: (db, _, day) => readFailing(db, day),
  [`${delivery}/outgoing.store.ts: takeDue`]: (db) => takeDue(db, SOON),
  [`${delivery}/outgoing.store.ts: saveNext`]: (db, ids) =>
    saveNext(db, [{ personId: person(ids), nextAt: SOON }], 0 as Instant),
  [`${delivery}/outgoing.store.ts: readRecipients`]: (db, ids) => readRecipients(db, [person(ids)]),
  [`${delivery}/outgoing.store.ts: sweepOutgoing`]: (db, _, day) => sweepOutgoing(db, SOON, day),
  [`${delivery}/outgoing.store.ts: claimOutgoing`]: (db) => claimOutgoing(db, SOON, SOON, 9),
  [`${delivery}/outgoing.store.ts: endTry`]: (db) =>
    endTry(db, { outgoingId: 1, tries: 0, way: null, why: null, state: 'sent', tryAt: null }, SOON),
  [`${delivery}/outgoing.store.ts: countTests`]: (db, ids) => countTests(db, person(ids), 0 as Instant),
};
