import { level } from '../../base/units.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { DevelopmentRules } from '../../records/playbook/development-values.ts';
import {
  type AskMatching,
  type Matching,
  type MatchProblem,
  matchPairs,
} from '../../science/assignment/match-pairs.ts';
import type { Limits, Solver } from '../../science/assignment/program.ts';
import { createPairJudge, type PairView } from './mentoring-pairs.ts';
import type {
  MentoringInput,
  MentoringPerson,
  MentoringProposal,
  MentorMatch,
  SecondBest,
  Unmatched,
} from './mentoring-types.ts';
import { explainStopped, explainTaken } from './mentoring-unmatched.ts';
import { compareMatchings, sayReasons, saySecondBest } from './mentoring-words.ts';

/**
 * Proposes mentors so that all pairs together are worth most: Σ over a mentee's gaps of gap × chance that the mentor reaches
 * the target, and something for interests both wrote down. Nobody in one's own reporting line, nobody with too little
 * shared working time, no pair twice, nobody against a veto. Pairs that go on are left alone. For each pair what would be
 * best without it; for everyone without a mentor why. The order in which people are listed changes nothing.
 * Source: maximum-weight bipartite matching, Kuhn 1955, Naval Res. Logist. 2, 83–97; the weights are ours [assumed].
 */
export function proposeMentors(
  solver: Solver,
  input: MentoringInput,
  rules: DevelopmentRules,
  limits?: Limits,
): MentoringProposal {
  const people = [...input.people].sort((one, other) => one.personId - other.personId);
  const here = new Map(people.map((one) => [one.personId, one]));
  const running = input.running.filter((pair) => here.has(pair.mentorId) && here.has(pair.menteeId));
  const paired = new Set(running.map((pair) => pair.menteeId));
  const mentees = people.filter((one) => one.wantsMentor && !paired.has(one.personId));
  const mentors = people.filter((one) => one.places > 0);
  const free = freePlaces(mentors, running);
  const judge = createPairJudge(input, rules, free);
  const views = mentees.flatMap((mentee) =>
    mentors.filter((mentor) => mentor !== mentee).map((mentor) => judge(mentor, mentee)),
  );
  const allowed = views.filter((view) => view.stops.length === 0);
  const problem = problemOf(allowed, mentors, mentees, free);
  const ended = sayEnded(input, here);
  const proposed = matchPairs(
    solver,
    problem,
    (ask) => {
      const best = ask.best();
      if (best === null) return null;
      const pairedNow = new Set(best.chosen.map((at) => allowed[at]!.mentee));
      const unmatched = mentees.flatMap((mentee, taker): Unmatched[] => {
        if (pairedNow.has(mentee)) return [];
        const own = views.filter((view) => view.mentee === mentee);
        return own.some((view) => view.stops.length === 0)
          ? [explainTaken(mentee, taker, best, ask, allowed)]
          : [explainStopped(solver, mentee, own, rules)];
      });
      const matches = best.chosen.map((at) => describeMatch(at, best, ask, allowed));
      return { matches, unmatched, worth: level(best.worth) };
    },
    limits,
  );
  return proposed === null
    ? { matches: [], unmatched: [], ended, worth: level(0), timeIsUp: true }
    : { ...proposed, ended, timeIsUp: false };
}

function freePlaces(mentors: readonly MentoringPerson[], running: MentoringInput['running']): Map<PersonId, number> {
  const taken = Map.groupBy(running, (pair) => pair.mentorId);
  return new Map(
    mentors.map(({ personId, places }) => [personId, Math.max(0, places - (taken.get(personId)?.length ?? 0))]),
  );
}

function problemOf(
  allowed: readonly PairView[],
  mentors: readonly MentoringPerson[],
  mentees: readonly MentoringPerson[],
  free: ReadonlyMap<PersonId, number>,
): MatchProblem {
  const giver = new Map(mentors.map((one, at) => [one, at]));
  const taker = new Map(mentees.map((one, at) => [one, at]));
  return {
    places: mentors.map((one) => free.get(one.personId)!),
    takers: mentees.length,
    pairs: allowed.map(({ mentor, mentee, worth }) => ({
      giver: giver.get(mentor)!,
      taker: taker.get(mentee)!,
      worth,
    })),
  };
}

function describeMatch(at: number, best: Matching, ask: AskMatching, allowed: readonly PairView[]): MentorMatch {
  const view = allowed[at]!;
  return {
    mentorId: view.mentor.personId,
    menteeId: view.mentee.personId,
    worth: level(view.worth),
    gaps: view.gaps,
    interests: view.interests,
    sharedHours: view.sharedHours,
    reasons: sayReasons(view),
    secondBest: findSecondBest(at, best, ask, allowed),
  };
}

function findSecondBest(at: number, best: Matching, ask: AskMatching, allowed: readonly PairView[]): SecondBest | null {
  const other = ask.without(at);
  if (other === null) return null;
  const { mentee } = allowed[at]!;
  const changes = compareMatchings(best, other, allowed);
  const instead = changes.get(mentee.personId)?.mentor ?? null;
  const loss = Math.max(0, best.worth - other.worth);
  const otherChanges = changes.size - 1;
  const text = saySecondBest(instead?.name ?? null, mentee.name, loss, otherChanges);
  return { mentorId: instead?.personId ?? null, loss: level(loss), otherChanges, text };
}

function sayEnded(
  { running }: MentoringInput,
  here: ReadonlyMap<PersonId, MentoringPerson>,
): MentoringProposal['ended'] {
  return running.flatMap((pair) => {
    const [mentor, mentee] = [here.get(pair.mentorId), here.get(pair.menteeId)];
    if (mentor && mentee) return [];
    if (mentee) return [{ pair, text: `${mentee.name}'s mentor is no longer here: who follows is looked for again.` }];
    if (mentor) return [{ pair, text: `Whom ${mentor.name} mentored is no longer here: the place is free again.` }];
    return [{ pair, text: 'Neither of this pair is here any more.' }];
  });
}
