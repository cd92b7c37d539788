import { inFirm, type Route } from '../../platform/http/routes.ts';
import { begin, findCadence, findOneOnOnes } from './actions.ts';
import {
  addAgendaItem,
  beginOneOnOne,
  changeAgendaItem,
  changeOneOnOne,
  closeMeeting,
  listOneOnOnes,
  planMeeting,
  readCadence,
  readOneOnOne,
  readPrivateNotes,
  removePrivateNote,
  saveNoteKeys,
  savePrivateNote,
  takeInvitation,
} from './contract.ts';
import { findNotes, keepKeys, keepNote, removeNote } from './notes.actions.ts';
import { addItem, change, changeItem, close, findOneOnOne, invitation, plan } from './pair.actions.ts';

export const oneOnOnesRoutes: Route[] = [
  inFirm(listOneOnOnes, findOneOnOnes),
  inFirm(readCadence, findCadence),
  inFirm(beginOneOnOne, begin),
  inFirm(changeOneOnOne, change),
  inFirm(readOneOnOne, findOneOnOne),
  inFirm(planMeeting, plan),
  inFirm(closeMeeting, close),
  inFirm(addAgendaItem, addItem),
  inFirm(changeAgendaItem, changeItem),
  inFirm(takeInvitation, invitation),
  inFirm(readPrivateNotes, findNotes),
  inFirm(saveNoteKeys, keepKeys),
  inFirm(savePrivateNote, keepNote),
  inFirm(removePrivateNote, removeNote),
];
