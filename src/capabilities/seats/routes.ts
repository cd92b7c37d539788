import { inFirm, type Route } from '../../platform/http/routes.ts';
import { addVacantSeat, findSeat, findSeats, removeSeat, reviseSeat } from './actions.ts';
import {
  addSeat,
  changeSeat,
  closeDecision,
  closeSeat,
  holdSeat,
  listSeats,
  openDecision,
  readHiddenDifficulty,
  readSeat,
} from './contract.ts';
import { closeSeatDecision, fillSeat, openSeatDecision } from './decision.actions.ts';
import { findHiddenDifficulty } from './hidden-difficulty.actions.ts';

export const seatsRoutes: Route[] = [
  inFirm(listSeats, findSeats),
  inFirm(readSeat, findSeat),
  inFirm(readHiddenDifficulty, findHiddenDifficulty),
  inFirm(addSeat, addVacantSeat),
  inFirm(changeSeat, reviseSeat),
  inFirm(holdSeat, fillSeat),
  inFirm(openDecision, openSeatDecision),
  inFirm(closeDecision, closeSeatDecision),
  inFirm(closeSeat, removeSeat),
];
