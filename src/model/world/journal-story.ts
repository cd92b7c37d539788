import type { Day } from '../../base/time.ts';
import { level, share } from '../../base/units.ts';
import type {
  AdviceBasis,
  Again,
  DecisionKind,
  PersonThen,
  SideThen,
  Stayed,
  TeamSince,
} from '../../records/decisions/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import { type Playbook, playbookWith } from '../../records/playbook/definitions.ts';
import type { Criterion, Mark, TrialOutcome, TrialSide, TrialWish } from '../../records/trials/types.ts';
import type { Answer, Demand, GateStatus, LeaderKind } from '../../records/verdicts/types.ts';
import { normalCdf, normalQuantile } from '../../science/normal.ts';

/** How somebody stood then: name, then of each side the middle of the estimate and how far its interval goes either way. */
export type StoryStanding = readonly [
  name: string,
  technical: readonly [number, number],
  people: readonly [number, number],
];

/** A decision of a sample's past, with our advice as it was; people and seats by name. */
export type StoryDecision = {
  seat: string;
  day: string;
  by: string;
  kind: DecisionKind;
  person: string | null;
  reason: string | null;
  advice: {
    kind: LeaderKind;
    answer: Answer['kind'];
    named: readonly string[];
    considered: readonly string[];
    sentence: string;
    reasons: readonly string[];
    demand: readonly [technical: number, people: number];
    stood: readonly StoryStanding[];
    /** Answers, raters and tickets that it rested on. */
    rested: readonly [observations: number, raters: number, tickets: number];
  };
  review?: { day: string; again: Again; stayed: Stayed; team: TeamSince; words: string; ownWords?: string };
  trial?: StoryTrial;
};

/** The trial that began with a decision. */
export type StoryTrial = {
  from: string;
  until: string;
  criteria: readonly Criterion[];
  ticketHours: number | null;
  ticketHoursBefore: number | null;
  back: { team: string; seat: string };
  reviews: readonly {
    day: string;
    person?: { words: string; marks: readonly Mark[]; wish: TrialWish };
    decider?: { words: string; marks: readonly Mark[] };
  }[];
  end?: { day: string; outcome: TrialOutcome; side: TrialSide; words: string };
};

const RULES = [
  'gate.technical.below',
  'gate.people.below',
  'gate.people.low',
  'gate.clears',
  'gate.likely',
  'demand.technical.base',
  'demand.people.base',
] as const satisfies readonly (keyof Playbook)[];

/** What the advice of a story rested on, as a record keeps it. */
export function basisOf(
  { demand: [technical, people], stood, rested, reasons }: StoryDecision['advice'],
  personIdOf: (name: string) => PersonId,
): AdviceBasis {
  const playbook = playbookWith();
  const demand: Demand = { technical: level(technical), people: level(people) };
  const gate: Demand = {
    technical: level(technical - playbook['gate.technical.below']),
    people: level(Math.max(playbook['gate.people.low'], people - playbook['gate.people.below'])),
  };
  const [observations, raters, tickets] = rested;
  return {
    ...{ reasons: [...reasons], observations, raters, tickets, demand, gate },
    rules: Object.fromEntries(RULES.map((key) => [key, playbook[key]])),
    sides: stood.map(
      ([name, work, withPeople]): PersonThen => ({
        personId: personIdOf(name),
        technical: sideThen(work, gate.technical, playbook),
        people: sideThen(withPeople, gate.people, playbook),
      }),
    ),
  };
}

/** Chances follow from the interval, as they do in a piece of advice. */
function sideThen([mean, half]: readonly [number, number], gate: number, playbook: Playbook): SideThen {
  const chance = 1 - normalCdf(((gate - mean) * normalQuantile(0.9)) / half);
  return {
    mean: level(mean),
    low: level(mean - half),
    high: level(mean + half),
    chance: share(chance),
    status: statusOf(chance, playbook),
  };
}

function statusOf(chance: number, playbook: Playbook): GateStatus {
  if (chance >= playbook['gate.clears']) return 'clears';
  if (chance >= playbook['gate.likely']) return 'likely';
  return chance >= playbook['gate.unclear'] ? 'unclear' : 'not-yet';
}

/** Days of a story are written as they are read. */
export const onDay = (day: string): Day => day as Day;
