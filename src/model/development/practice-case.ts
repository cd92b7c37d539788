import type { Competency } from '../../records/voice/types.ts';

/** What an answer on each level does; one sentence each. Level 1 is an answer that misses the case. */
export type CaseAnchors = Record<2 | 3 | 4 | 5, string>;

/** A short written case that a person answers and a mentor scores. */
export type PracticeCase = {
  caseId: string;
  title: string;
  /** What it is mostly about. */
  about: 'conversation' | 'conflict';
  situation: string;
  /** What to write. */
  task: string;
  /** How long it takes. */
  minutes: number;
  /** Anchored levels of every competency it is scored on. */
  anchors: Partial<Record<Competency, CaseAnchors>>;
  licence: 'Evenkeel, Apache-2.0';
};

type Levels = readonly [two: string, three: string, four: string, five: string];

/** Puts a case together. */
export function practiceCase(
  one: Omit<PracticeCase, 'anchors' | 'licence' | 'minutes'>,
  levels: Partial<Record<Competency, Levels>>,
): PracticeCase {
  const anchors = Object.fromEntries(
    Object.entries(levels).map(([competency, [two, three, four, five]]) => [
      competency,
      { 2: two, 3: three, 4: four, 5: five },
    ]),
  );
  return { ...one, minutes: 15, anchors, licence: 'Evenkeel, Apache-2.0' };
}
