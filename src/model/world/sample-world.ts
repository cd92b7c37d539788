import { COVE, COVE_SEED } from './cove.ts';
import { generateWorld } from './generate-world.ts';
import { HARBOR, HARBOR_SEED } from './harbor.ts';
import { NORTHLINE, NORTHLINE_SEED } from './northline.ts';
import type { World } from './types.ts';

const SAMPLE_SPECS = {
  cove: { spec: COVE, seed: COVE_SEED },
  harbor: { spec: HARBOR, seed: HARBOR_SEED },
  northline: { spec: NORTHLINE, seed: NORTHLINE_SEED },
} as const;

/** One of the three sample firms, the same every time. */
export function sampleWorld(sample: keyof typeof SAMPLE_SPECS): World {
  const { spec, seed } = SAMPLE_SPECS[sample];
  return generateWorld(spec, seed);
}
