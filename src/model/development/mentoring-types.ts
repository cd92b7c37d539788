import type { Day } from '../../base/time.ts';
import type { Hours, Level, Share } from '../../base/units.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Estimate } from '../../records/verdicts/types.ts';
import type { Competency } from '../../records/voice/types.ts';
import type { WorkingWeek } from './working-overlap.ts';

/** Somebody as mentoring sees them. Wishes come first: nobody has a mentor or is one who didn't say so. */
export type MentoringPerson = {
  personId: PersonId;
  /** What sentences call them. */
  name: string;
  /** Competencies of which enough is known. */
  strengths: Partial<Record<Competency, Estimate>>;
  /** What they want to reach, or what their seat asks for. */
  targets: Partial<Record<Competency, Level>>;
  wantsMentor: boolean;
  /** How many people they offer to mentor; 0: none. */
  places: number;
  /** What interests them, in their own words; empty: they wrote nothing. */
  interests: string;
  /** null: not known. */
  week: WorkingWeek | null;
  /** Nobody said it: the usual hours, by the clocks where they are. */
  weekAssumed: boolean;
};

export type MentorPair = { mentorId: PersonId; menteeId: PersonId };

/** Everything that matches are made from: plain data, so that a worker can take it. */
export type MentoringInput = {
  /** From which day on hours must be shared. */
  day: Day;
  /** Everyone who is here. Whoever isn't on the list has left. */
  people: readonly MentoringPerson[];
  /** Who reports straight to whom; chains are followed. */
  lines: readonly { personId: PersonId; leadId: PersonId }[];
  /** Pairs that go on: they keep their place, and nobody is taken out of one. */
  running: readonly MentorPair[];
  /** Pairs that were, whichever way round: none is repeated. */
  earlier: readonly MentorPair[];
  /** Private: said to nobody, and never told apart from other reasons. */
  vetoes: readonly { by: PersonId; about: PersonId }[];
};

/** A gap of the mentee that the mentor can probably help with. */
export type HelpedGap = {
  competency: Competency;
  /** How far the mentee is below the target. */
  gap: Level;
  /** Chance that the mentor reaches it. */
  chance: Share;
};

/** A proposed pair. */
export type MentorMatch = MentorPair & {
  /** Σ gap × chance + shared interests, levels: what the pair counts in the choice, no forecast. */
  worth: Level;
  gaps: HelpedGap[];
  interests: string[];
  /** Longest time in a week in which both work; null: hours aren't known. */
  sharedHours: Hours | null;
  /** In plain words, most important first. */
  reasons: string[];
  /** The best without this pair; null: time was up. */
  secondBest: SecondBest | null;
};

export type SecondBest = {
  /** null: then the mentee would have nobody. */
  mentorId: PersonId | null;
  /** How much less all pairs together would be worth; 0: as good. */
  loss: Level;
  /** Pairs of other mentees that would change too. */
  otherChanges: number;
  text: string;
};

/**
 * What keeps a mentor from a mentee. line: one reports to the other; hours: too little shared working time; full: their
 * places are taken by pairs that go on; fit: not surely strong where the mentee isn't, a pair that was, or a veto of
 * either: not told apart, so that a veto stays private. strength: no mentor at all is surely strong there, which is so
 * whatever anybody vetoed.
 */
export type Stop = 'line' | 'hours' | 'full' | 'fit' | 'strength';

/** Who wants a mentor and gets none, and why. */
export type Unmatched = {
  personId: PersonId;
  /** no-offers: nobody is a mentor; stopped: every mentor is kept from them; taken: others gain more from the places. */
  because: 'no-gap' | 'no-offers' | 'stopped' | 'taken' | 'time-is-up';
  /** The smallest set of stops that leaves nobody; for `stopped`. */
  stops: Stop[];
  /** What matching them all the same would cost all pairs together; for `taken`. */
  cost: Level | null;
  text: string;
};

export type MentoringProposal = {
  matches: MentorMatch[];
  unmatched: Unmatched[];
  /** Running pairs of which one has left, in sentences. */
  ended: { pair: MentorPair; text: string }[];
  /** Of all matches together, levels. */
  worth: Level;
  /** Time was up before the best was found: there are no matches then. */
  timeIsUp: boolean;
};
