import { COVE_DAYS } from './cove-days.ts';
import type { SampleDays } from './days.ts';
import { HARBOR_DAYS } from './harbor-days.ts';
import { NORTHLINE_DAYS } from './northline-days.ts';

/** What the people of each sample firm agreed, and when they work. */
export const SAMPLE_DAYS: Record<'cove' | 'harbor' | 'northline', SampleDays> = {
  cove: COVE_DAYS,
  harbor: HARBOR_DAYS,
  northline: NORTHLINE_DAYS,
};
