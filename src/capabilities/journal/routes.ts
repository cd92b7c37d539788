import { inFirm, type Route } from '../../platform/http/routes.ts';
import { findEntry, findJournal, keepLookBack, keepOwnWords } from './actions.ts';
import { listJournal, lookBack, readJournalEntry, sayToDecision } from './contract.ts';

export const journalRoutes: Route[] = [
  inFirm(listJournal, findJournal),
  inFirm(readJournalEntry, findEntry),
  inFirm(lookBack, keepLookBack),
  inFirm(sayToDecision, keepOwnWords),
];
