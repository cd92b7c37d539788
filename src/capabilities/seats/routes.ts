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
  readSeat,
} from './contract.ts';
import { closeSeatDecision, fillSeat, openSeatDecision } from './decision.actions.ts';

export const seatsRoutes: Route[] = [
  inFirm(listSeats, findSeats),
  inFirm(readSeat, findSeat),
  inFirm(addSeat, addVacantSeat),
  inFirm(changeSeat, reviseSeat),
  inFirm(holdSeat, fillSeat),
  inFirm(openDecision, openSeatDecision),
  inFirm(closeDecision, closeSeatDecision),
  inFirm(closeSeat, removeSeat),
];
