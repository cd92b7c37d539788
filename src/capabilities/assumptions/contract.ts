import { z } from 'zod';
import type { Day } from '../../base/time.ts';
import type { MeasuredWork } from '../../model/growth/measured.ts';
import { idField, operation } from '../../platform/contract.ts';

const peopleField = z.number().int('Enter whole people.').min(0).max(2000, 'At most 2,000 people.').nullable();

/** Null: counted from people and seats again, or not known. */
export const saveGrowthFacts = operation({
  id: 'saveGrowthFacts',
  method: 'PUT',
  path: '/api/growth/firm',
  summary: 'Say what looking ahead starts from: when the firm began, endpoints, coordinators, service managers',
  who: 'firm',
  input: z.object({
    founded: z.string().trim().max(10).nullable(),
    endpoints: z.number().min(0).max(1e9, 'At most 1,000,000,000 endpoints.').nullable(),
    coordinators: peopleField,
    managers: peopleField,
    /** Absent or null: counted from the list of people. */
    left: z
      .object({
        leavers: z.number().int('Enter whole people.').min(0).max(10_000),
        years: z.number().min(0.1, 'Enter at least 0.1 years.').max(50, 'Enter at most 50 years.'),
      })
      .nullish(),
  }),
}).returns<{ day: Day }>();

export const readMeasuredWork = operation({
  id: 'readMeasuredWork',
  method: 'GET',
  path: '/api/growth/measured',
  summary: 'What the firm’s tickets say of the work per endpoint and of the share of paid hours on tickets',
  who: 'firm',
  /** Which scenario’s plan tells the endpoints; absent: the main one. */
  input: z.object({ scenarioId: idField.optional() }),
}).returns<MeasuredWork>();
