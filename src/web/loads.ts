import type { UseMutationResult } from '@tanstack/react-query';
import { type Loads, readLoads, tellWeek } from '../capabilities/load/contract.ts';
import { useAction, useOperation } from './client.ts';

/** The week of somebody who leads, part by part. */
export type LeadWeek = Loads['seats'][number];

/** The hours of everybody who leads, as far as one may see them; by seat. Empty while they are read. */
export function useLoads(): ReadonlyMap<number, LeadWeek> {
  const read = useOperation(readLoads, {});
  return new Map(read.data?.seats.map((one) => [one.seatId, one]));
}

/** Says what data can't tell of a lead's week, from a page of another capability; what it moved is read again. */
export function useTellWeek(): UseMutationResult<
  Loads,
  Error,
  { seatId: number; mentees: number | null; conflicts: number | null; steering: number | null }
> {
  return useAction(tellWeek);
}
