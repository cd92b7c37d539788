import type { Day } from '../../base/time.ts';
import type { Level } from '../../base/units.ts';
import type { PersonId } from '../people/types.ts';

/** The two sides of leadership: two measures of a person, never a type of person. */
export type Side = 'technical' | 'people';

export const TECHNICAL_COMPETENCIES = ['resolving', 'depth', 'durability', 'breadth', 'rescue', 'knowledge'] as const;
export const PEOPLE_COMPETENCIES = [
  'communication',
  'conflict',
  'coaching',
  'team-building',
  'motivation',
  'outlook',
  'fairness',
] as const;
export type Competency = (typeof TECHNICAL_COMPETENCIES)[number] | (typeof PEOPLE_COMPETENCIES)[number];
export const COMPETENCIES_OF: Record<Side, readonly Competency[]> = {
  technical: TECHNICAL_COMPETENCIES,
  people: PEOPLE_COMPETENCIES,
};

/** answer: one of the plain questions; assessment: structured, with anchored levels; rating: by file. */
export type ObservationKind = 'answer' | 'assessment' | 'rating';

/** One level of one competency of one person, said by one rater on one day. */
export type Observation = {
  personId: PersonId;
  /** `person:12` for someone on the list, else a name or address as given. */
  rater: string;
  kind: ObservationKind;
  competency: Competency;
  /** 1 to 5; null: "haven't seen it", which adds no evidence. */
  level: Level | null;
  day: Day;
};
