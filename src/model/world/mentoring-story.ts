import { COVE_MENTORING } from './cove-mentoring.ts';
import { HARBOR_MENTORING } from './harbor-mentoring.ts';
import type { MentoringStory } from './mentoring-types.ts';
import { NORTHLINE_MENTORING } from './northline-mentoring.ts';

/** The stories of the three sample firms. */
export const MENTORING_STORIES: Record<'cove' | 'harbor' | 'northline', MentoringStory> = {
  cove: COVE_MENTORING,
  harbor: HARBOR_MENTORING,
  northline: NORTHLINE_MENTORING,
};
