import { inFirm, type Route } from '../../platform/http/routes.ts';
import { addVacantSeat, fillSeat, findSeat, findSeats, removeSeat, reviseSeat } from './actions.ts';
import { addSeat, changeSeat, closeSeat, holdSeat, listSeats, readSeat } from './contract.ts';

export const seatsRoutes: Route[] = [
  inFirm(listSeats, findSeats),
  inFirm(readSeat, findSeat),
  inFirm(addSeat, addVacantSeat),
  inFirm(changeSeat, reviseSeat),
  inFirm(holdSeat, fillSeat),
  inFirm(closeSeat, removeSeat),
];
