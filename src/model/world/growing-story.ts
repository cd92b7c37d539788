import { COVE_GROWING } from './cove-growing.ts';
import type { GrowingStory } from './growing-types.ts';
import { HARBOR_GROWING } from './harbor-growing.ts';
import { NORTHLINE_GROWING } from './northline-growing.ts';

/** The stories of the three sample firms. */
export const GROWING: Record<'cove' | 'harbor' | 'northline', GrowingStory> = {
  cove: COVE_GROWING,
  harbor: HARBOR_GROWING,
  northline: NORTHLINE_GROWING,
};
