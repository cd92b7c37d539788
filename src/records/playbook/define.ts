import type { PlaybookDefinition, PlaybookGroup, PlaybookSource } from './types.ts';

/** A value of ours: no source gives it. */
export const assumed = (text = 'Our starting point. No study gives this number; set your own.'): PlaybookSource => ({
  kind: 'assumed',
  text,
});

/** A value, or its bracket, that a publication gives. */
export const seen = (text: string): PlaybookSource => ({ kind: 'seen', text });

/** One threshold in one call, in the order in which a person would say it. */
export const define = (
  group: PlaybookGroup,
  title: string,
  value: number,
  unit: string,
  range: readonly [number, number],
  meaning: string,
  source: PlaybookSource,
  dependants: readonly string[],
): PlaybookDefinition => ({ group, title, value, unit, low: range[0], high: range[1], meaning, source, dependants });
