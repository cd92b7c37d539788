import type { Day } from '../../base/time.ts';
import type { Level, Share } from '../../base/units.ts';
import type { Aspiration, PersonId, SeatId, SeatState, TeamId } from '../people/types.ts';
import type { PlaybookKey } from '../playbook/definitions.ts';
import type { Competency, Side } from '../voice/types.ts';

/** What kind of leader a seat asks for. Needs no candidates. */
export type LeaderKind = 'technical-first' | 'both' | 'people-first';

/** What a seat asks for: the target, drawn as steps. Excludes nobody. */
export type Demand = { technical: Level; people: Level };

/** The lower bar that a candidate must probably clear. */
export type Gate = Demand;

/** An estimate with its 80% interval. */
export type Estimate = { mean: Level; low: Level; high: Level; sd: number };

/** How a side of a candidate stands to its bar. */
export type GateStatus = 'clears' | 'likely' | 'unclear' | 'not-yet';

export type SideStanding = {
  side: Side;
  estimate: Estimate;
  /** 1 − posterior variance / prior variance: 0 nothing known, 1 all known. */
  evidence: Share;
  gate: Level;
  /** Chance that the strength reaches the bar. */
  chance: Share;
  status: GateStatus;
  /** Chance that it is below the full need. */
  chanceShort: Share;
  /** Best next evidence where the answer is unclear, in plain words. */
  nextEvidence: string | null;
};

export type Candidate = {
  personId: PersonId;
  name: string;
  aspiration: Aspiration;
  technical: SideStanding;
  people: SideStanding;
  /** Strength weighted by the seat's needs; null where the gates don't allow an order. */
  weighted: Estimate | null;
  /** In the named set of the answer, and as what. */
  role: 'named' | 'second' | 'trial' | 'grow' | null;
  /** Sentences about this candidate, each with the playbook keys behind it. */
  reasons: Reason[];
  /** Closes most tickets of the candidates and is still not named: said plainly. */
  topCloserNotNamed: boolean;
};

/** A sentence and the doors behind it. */
export type Reason = {
  text: string;
  /** Playbook values that this sentence rests on. */
  rules: PlaybookKey[];
  /** References that open the side panel, e.g. `strength/12/people`. */
  evidence: string[];
};

/** What the smallest single change would be that alters the answer or who is named. */
export type Flip = {
  kind: 'playbook' | 'aspiration' | 'reading' | 'hidden-difficulty' | 'weight';
  /** In plain words: "a second view of Marcus with people at strong". */
  text: string;
  key: PlaybookKey | null;
  personId: PersonId | null;
  competency: Competency | null;
  /** From what to what. */
  from: number | null;
  to: number | null;
  /** Share of the declared range (or of the level scale) it takes: the smaller, the closer. */
  effort: Share;
  /** The answer it would give, in a sentence. */
  wouldSay: string;
};

export type Answer =
  | { kind: 'person'; personId: PersonId }
  | { kind: 'several'; personIds: PersonId[] }
  | { kind: 'pair'; leadId: PersonId; secondId: PersonId; secondSide: Side }
  | { kind: 'trial'; personId: PersonId }
  | { kind: 'grow'; personId: PersonId; side: Side; by: Day }
  | { kind: 'hire' }
  | { kind: 'leave-open' }
  | { kind: 'not-enough-evidence'; have: number; need: number; next: string }
  /** A held seat: first what its holder needs. Replacement is never the default. */
  | { kind: 'keep'; needs: HolderNeed[] };

/** What the holder of a seat needs most. */
export type HolderNeed = {
  kind: 'training' | 'second' | 'fewer-tickets' | 'fewer-reports' | 'evidence' | 'nothing';
  side: Side | null;
  /** Who could be the second, where one is named. */
  personId: PersonId | null;
  text: string;
};

/** On screen: our advice. */
export type Verdict = {
  seatId: SeatId;
  title: string;
  teamId: TeamId | null;
  teamName: string | null;
  state: SeatState;
  holderId: PersonId | null;
  distance: Distance;
  demand: Demand;
  gate: Gate;
  kind: LeaderKind;
  /** "Pod A needs a technical leader with people skills." */
  kindSentence: string;
  answer: Answer;
  /** The advice alone in a sentence or two, for lists: without the kind, wishes and what comes next. */
  short: string;
  /** The whole advice in one to four plain sentences. */
  sentence: string;
  reasons: Reason[];
  candidates: Candidate[];
  /** Everyone who was weighed, and who holds the seat: the advice tells something about each of them. */
  considered: PersonId[];
  /** At most three, smallest effort first. */
  flips: Flip[];
  /** Said when `flips` is empty: nothing in the declared ranges changes this. Else null. */
  flipsNote: string | null;
  /** Readings and tickets it rests on. */
  evidence: { observations: number; raters: number; tickets: number; ticketsNote: string | null };
  dataVersion: number;
  modelVersion: string;
  /** Hash of the playbook values in force. */
  playbookVersion: string;
};

/** How far a seat is from the product, and why. */
export type Distance =
  | {
      status: 'known';
      steps: number;
      basis: 'people-below' | 'team-it-would-lead' | 'hands-on' | 'override';
      text: string;
    }
  | { status: 'asked'; text: string };
