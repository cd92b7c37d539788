import type { Day } from '../../base/time.ts';
import type { SkillState } from '../../records/skills/types.ts';
import type { Competency } from '../../records/voice/types.ts';

/** What somebody of a sample says of mentoring: who, places offered, in what they want to grow, what interests them. */
export type WishRow = readonly [string, number, readonly Competency[], string];

/** A pair of a sample that has begun: mentor, mentee, since, until, hours of the day at which they met and meet. */
export type RunningPair = {
  mentor: string;
  mentee: string;
  beganOn: Day;
  untilDay: Day;
  wants: readonly Competency[];
  reason: string;
  /** In the mentee's words. */
  helpWith: string;
  met: readonly Day[];
  planned: readonly Day[];
  goals: readonly string[];
};

/** Who can do what: skill or client, state, who, who showed it or signed it off, since. */
export type LevelRow = readonly [string, SkillState, readonly string[], string, string];

/** How people of a sample grow: wishes, pairs, skills. Names are those of the cast. */
export type MentoringStory = {
  wishes: readonly WishRow[];
  pairs: readonly RunningPair[];
  levels: readonly LevelRow[];
  /** Hours a week for learning and showing, of whom it was said. */
  hours: readonly (readonly [string, number])[];
};
