import type { Instant } from '../../src/base/time.ts';
import { readKeptSteps, saveStep } from '../../src/capabilities/balance/store.ts';
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
import { readDue } from '../../src/records/trials/due.store.ts';
import {
  addTrialReviews,
  dropSilentReviews,
  readTrialReviews,
  saveTrialWords,
} from '../../src/records/trials/review.store.ts';
import { readStarting, readStartingFirms, takeStarting } from '../../src/records/trials/starting.store.ts';
import { insertTrial, readAboutThem, readTrialHours, readTrials, updateTrial } from '../../src/records/trials/store.ts';
import { type Call, person, seat } from './store-call.ts';

const decisions = 'src/records/decisions';

const trials = 'src/records/trials';

/** Every store function of decisions, trials and cards, called with another firm's numbers. */
export const DECISIONS_CALLS: Record<string, Call> = {
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
  'src/records/cards/store.ts: readCards': (db, _, day) => readCards(db, day),
  'src/records/cards/store.ts: readCardsBetween': (db, _, day) => readCardsBetween(db, day, day),
  'src/records/cards/store.ts: saveAnswer': (db) =>
    saveCardAnswer(db, 1, { state: 'done', reason: null, untilDay: null, at: 0 as Instant }),
  'src/records/cards/store.ts: countByRule': (db) => countByRule(db),
  'src/records/cards/store.ts: readDueSteps': (db, _, day) => readDueSteps(db, day, 8.64e12 as Instant),
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
};
