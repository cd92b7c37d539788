import { z } from 'zod';
import type { Policy } from './types.ts';

/** Months of a plan as they are typed, sent by several operations. Whether they can be planned with is said by `readPlan`. */
export const rowsField = z
  .array(
    z.object({
      month: z.string().trim().max(10),
      clients: z.number().nullable().default(null),
      endpoints: z.number(),
      hoursPerEndpoint: z.number().nullable().default(null),
      hires: z.number().nullable().default(null),
      leavers: z.number().nullable().default(null),
      budget: z.number().nullable().default(null),
    }),
  )
  .max(240);

const POLICY_KINDS = ['grow-early', 'by-fit', 'top-closer', 'hire-outside'] as const satisfies readonly Policy[];

/** What a scenario rests on beside its months. */
export const restsOnFields = {
  /** All of its own assumptions; what is not in it is as without the scenario. */
  assumptions: z.record(z.string().max(80), z.number()).optional(),
  phone: z
    .object({
      callsPerEndpoint: z.number().positive('Enter more than 0 calls.').max(10),
      handlingMinutes: z.number().min(0.1, 'Enter at least 0.1 minutes.').max(480),
      patienceMinutes: z.number().min(0.1, 'Enter at least 0.1 minutes.').max(480).nullable(),
      share: z.number().min(0.1, 'Enter at least 10%.').max(0.99, 'Enter at most 99%.'),
      withinMinutes: z.number().min(0).max(60),
    })
    .nullable()
    .optional(),
  policy: z.enum(POLICY_KINDS).optional(),
};
