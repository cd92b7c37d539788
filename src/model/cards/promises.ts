import type { StepDue } from '../../records/cards/types.ts';
import type { ConditionFacts } from '../../records/conditions/types.ts';
import type { PlanStepDue } from '../../records/development/types.ts';
import type { MentoringRhythm } from '../../records/mentoring/types.ts';
import type { Rhythm } from '../../records/oneonones/types.ts';
import type { Due } from '../../records/trials/due.ts';
import type { TeamDirection } from '../direction/types.ts';

/**
 * What cards are made of beside tickets and the chart: most of it was promised. A rule that needs something new adds it
 * here, with what it is where nothing is known, and its reader in capabilities/today/promises.actions.ts.
 */
export type Promises = {
  /** Next steps that are due. */
  steps: readonly StepDue[];
  /** Steps of development plans that are due; none where a past day is replayed. */
  planSteps: readonly PlanStepDue[];
  /** Trials and decisions to look at; empty where a past day is replayed: how they stood then is not kept. */
  due: readonly Due[];
  /** Pairs who talk regularly: when they met and meet, nothing else. */
  talks: readonly Rhythm[];
  /** Mentoring pairs that go on: when they met and meet, nothing else. */
  mentorings: readonly MentoringRhythm[];
  /** Weeks, what is shared of them, growth steps, answers of clients; null where a past day is replayed. */
  conditions: ConditionFacts | null;
  /** Where the teams are going and how they stand; empty where a past day is replayed. */
  directions: readonly TeamDirection[];
};

/** Nothing was promised, or nothing of it may be known, as where a past day is replayed. */
export const NO_PROMISES: Promises = {
  steps: [],
  planSteps: [],
  due: [],
  talks: [],
  mentorings: [],
  conditions: null,
  directions: [],
};
