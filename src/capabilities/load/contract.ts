import { z } from 'zod';
import type { SeatLoad } from '../../model/load.ts';
import { idField, nothing, operation } from '../../platform/contract.ts';
import type { ToldWeek } from '../../records/leading/types.ts';

const weekCountField = z.number().int('Enter a whole number.').min(0).max(50, 'At most 50.').nullable();

/** The hours of everybody who leads. */
export type Loads = {
  seats: {
    seatId: number;
    title: string;
    holder: { personId: number; name: string };
    reports: number;
    load: SeatLoad;
    /** What was told of it beside own tickets; null: nothing. */
    told: ToldWeek | null;
    mayTell: boolean;
    /** "No time left to listen: 9 h needed, 3 h left"; null: enough time, or not known well enough. */
    sentence: string | null;
  }[];
};

export const readLoads = operation({
  id: 'readLoads',
  method: 'GET',
  path: '/api/growth/loads',
  summary: 'The hours of a week of everybody who leads: with people, with the work, on own tickets',
  who: 'firm',
  input: nothing,
}).returns<Loads>();

/** All null: nothing is told any more, and data or the playbook speak again. */
export const tellWeek = operation({
  id: 'tellWeek',
  method: 'PUT',
  path: '/api/growth/loads/:seatId',
  summary: 'Say what data can’t tell of a lead’s week: mentees, open conflicts, hours of steering',
  who: 'firm',
  input: z.object({
    seatId: idField,
    mentees: weekCountField,
    conflicts: weekCountField,
    /** Hours a week on incidents and steering the queue. */
    steering: z.number().min(0).max(100, 'A week has at most 100 hours here.').nullable(),
  }),
}).returns<Loads>();
