import type { Candidate, GateStatus, Reason, SideStanding } from '../records/verdicts/types.ts';
import type { Side } from '../records/voice/types.ts';
import { namedIn } from './choice.ts';
import { SIDES } from './competency-space.ts';
import type { Decision } from './decide.ts';
import type { SideView } from './joint-strength.ts';
import { weightedStrength } from './order.ts';
import type { Contender } from './seat-case.ts';
import { sayWishes } from './sentences.ts';
import { describeStanding, reaches } from './standing.ts';
import { SIDE_WORDS, sayDay } from './words.ts';

/** One candidate as shown: both sides against the bars, what they want, and sentences with their doors. */
export function describeCandidate(
  one: Contender,
  decision: Decision,
  view: SideView,
  nextEvidence: (side: Side) => string,
  topCloser: boolean,
): Candidate {
  const stands = decision.stands.get(one.personId)!;
  const standing = (side: Side): SideStanding => {
    const unsure = stands[side].status !== 'clears';
    return describeStanding(side, stands[side], decision.demand, decision.gate, unsure ? nextEvidence(side) : null);
  };
  const role = namedIn(decision.choice).get(one.personId) ?? null;
  const ordered = SIDES.every((side) => reaches(stands[side])) && one.aspiration !== 'not-now';
  const technical = standing('technical');
  const people = standing('people');
  return {
    personId: one.personId,
    name: one.fullName,
    aspiration: one.aspiration,
    technical,
    people,
    weighted: ordered ? weightedStrength(one, view, decision.technicalWeight) : null,
    role,
    reasons: [sayAspiration(one), ...sayTrying(one), sayStanding(one, technical), sayStanding(one, people)],
    topCloserNotNamed: topCloser && role === null,
  };
}

function sayAspiration(one: Contender): Reason {
  const costs =
    one.aspiration === 'not-now' || one.aspiration === 'technical-path' ? ' That costs nothing anywhere.' : '';
  return { text: `${sayWishes([one])}${costs}`, rules: [], evidence: [] };
}

function sayTrying({ name, trying }: Contender): Reason[] {
  if (trying === null) return [];
  const until = trying.until === null ? '' : ` until ${sayDay(trying.until)}`;
  return [{ text: `${name} tries ${trying.title}${until}: nobody tries two seats at once.`, rules: [], evidence: [] }];
}

const STATUS_WORDS: Record<GateStatus, string> = {
  clears: 'probably has what this job needs',
  likely: 'is likely to have what this job needs; a trial would confirm it',
  unclear: "can't be told yet",
  'not-yet': 'is probably below what this job needs',
};

function sayStanding(one: Contender, standing: SideStanding): Reason {
  const { side, status, nextEvidence } = standing;
  const bar =
    side === 'technical' ? (['gate.technical.below'] as const) : (['gate.people.below', 'gate.people.low'] as const);
  const text =
    status === 'unclear'
      ? `Whether ${one.name} has what this job needs ${SIDE_WORDS[side]} can't be told yet. Next: ${nextEvidence}.`
      : `${one.name} ${STATUS_WORDS[status]} ${SIDE_WORDS[side]}.`;
  return {
    text,
    rules: [...bar, 'gate.clears', 'gate.likely', 'gate.unclear', 'answers.evidence-need'],
    evidence: [`strength/${one.personId}/${side}`],
  };
}

/**
 * Candidates as they are listed: those named first, then those of whom something is known, each by name, because no order
 * among them is earned.
 */
export function listCandidates(candidates: readonly Candidate[]): Candidate[] {
  const known = (one: Candidate) => one.technical.evidence > 0 || one.people.evidence > 0;
  const rank = (one: Candidate) => (one.role === 'second' ? 1 : one.role !== null ? 0 : known(one) ? 2 : 3);
  return [...candidates].sort(
    (one, other) => rank(one) - rank(other) || compareText(one.name, other.name) || one.personId - other.personId,
  );
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Whether both sides of somebody are below the bars, told by enough evidence ("not yet" is never said without). */
export function isBelowOnBoth(decision: Decision, one: Contender): boolean {
  return SIDES.every((side) => decision.stands.get(one.personId)![side].status === 'not-yet');
}
