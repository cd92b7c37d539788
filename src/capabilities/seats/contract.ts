import { z } from 'zod';
import type { Day } from '../../base/time.ts';
import type { Hours } from '../../base/units.ts';
import { dayField, idField, nameField, nothing, operation } from '../../platform/contract.ts';
import type { PersonId, Seat, SeatId } from '../../records/people/types.ts';
import type { Demand, Distance, Gate, LeaderKind, Verdict } from '../../records/verdicts/types.ts';

/** A lead's week in hours. */
export type SeatLoad = {
  reports: number;
  needed: Hours;
  /** Hours left for people after own tickets and leading the work; null: not known. */
  left: Hours | null;
  sentence: string | null;
};

export type SeatRow = {
  seat: Seat;
  teamName: string | null;
  holderName: string | null;
  distance: Distance;
  demand: Demand;
  gate: Gate;
  kind: LeaderKind;
  kindSentence: string;
  /** The advice in its shortest form. */
  sentence: string;
  answerKind: Verdict['answer']['kind'];
  load: SeatLoad | null;
  /** Comparable tickets that stood first in the queue of the team it leads. */
  tickets: number;
  /** People below: the seat's own reports. */
  reports: number;
};

export const listSeats = operation({
  id: 'listSeats',
  method: 'GET',
  path: '/api/seats',
  summary: 'The structure as a tree, with distance, need and our advice in short',
  who: 'firm',
  input: nothing,
}).returns<{ seats: SeatRow[]; unseated: { personId: PersonId; name: string }[]; note: string | null }>();

export const readSeat = operation({
  id: 'readSeat',
  method: 'GET',
  path: '/api/seats/:seatId',
  summary: 'Our advice for one seat, with candidates side by side',
  who: 'firm',
  input: z.object({ seatId: idField }),
}).returns<{ row: SeatRow; verdict: Verdict /** What the data behind it can't tell. */; limits: string[] }>();

const seatFields = {
  title: nameField,
  /** Name of the team it leads; a new name makes a new team. */
  team: z.string().trim().max(200).nullable(),
  reportsTo: idField.nullable(),
  plannedFor: dayField.nullable(),
  handsOn: z.boolean().nullable(),
  distanceOverride: z.number().int().min(0).max(9).nullable(),
  overrideReason: z.string().trim().max(500).nullable(),
};

export const addSeat = operation({
  id: 'addSeat',
  method: 'POST',
  path: '/api/seats',
  summary: 'Add a vacant or planned seat',
  who: 'firm',
  input: z.object({
    title: seatFields.title,
    team: seatFields.team.default(null),
    reportsTo: seatFields.reportsTo.default(null),
    plannedFor: seatFields.plannedFor.default(null),
  }),
}).returns<{ seatId: SeatId }>();

export const changeSeat = operation({
  id: 'changeSeat',
  method: 'PATCH',
  path: '/api/seats/:seatId',
  summary: 'Change a seat; a cycle of reporting lines is refused',
  who: 'firm',
  input: z
    .object({ seatId: idField, ...seatFields })
    .partial()
    .required({ seatId: true }),
}).returns<{ seatId: SeatId }>();

export const holdSeat = operation({
  id: 'holdSeat',
  method: 'PUT',
  path: '/api/seats/:seatId/holder',
  summary: 'Say who holds a seat, who acts in it until when, or that it is vacant',
  who: 'firm',
  input: z.object({ seatId: idField, personId: idField.nullable(), actingUntil: dayField.nullable().default(null) }),
}).returns<{ seatId: SeatId; from: Day }>();

export const closeSeat = operation({
  id: 'closeSeat',
  method: 'DELETE',
  path: '/api/seats/:seatId',
  summary: 'Close a seat that nobody reports to',
  who: 'firm',
  input: z.object({ seatId: idField }),
}).returns<{ seatId: SeatId }>();
