import { type Hours, level, share } from '../../base/units.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { DevelopmentRules } from '../../records/playbook/development-values.ts';
import type { Competency } from '../../records/voice/types.ts';
import { normalCdf } from '../../science/normal.ts';
import { COMPETENCIES } from '../competency-space.ts';
import type { HelpedGap, MentoringInput, MentoringPerson, Stop } from './mentoring-types.ts';
import { findSharedInterests } from './shared-interests.ts';
import { createOverlap } from './working-overlap.ts';

/** What a mentor and a mentee would be to each other. */
export type PairView = {
  mentor: MentoringPerson;
  mentee: MentoringPerson;
  gaps: HelpedGap[];
  interests: string[];
  sharedHours: Hours | null;
  /** levels. */
  worth: number;
  /** Empty: the pair is allowed. */
  stops: Stop[];
};

/** Where somebody is probably below what they want to reach, the largest gap first. */
export function gapsOf(person: MentoringPerson): { competency: Competency; gap: number; target: number }[] {
  return COMPETENCIES.flatMap((competency) => {
    const target = person.targets[competency];
    const have = person.strengths[competency];
    return target === undefined || have === undefined || have.mean >= target
      ? []
      : [{ competency, gap: target - have.mean, target }];
  }).sort((one, other) => other.gap - one.gap);
}

/** Judges pairs of one input. `freePlaces`: what each mentor has left beside the pairs that go on. */
export function createPairJudge(
  input: MentoringInput,
  rules: DevelopmentRules,
  freePlaces: ReadonlyMap<PersonId, number>,
): (mentor: MentoringPerson, mentee: MentoringPerson) => PairView {
  const overlap = createOverlap(input.day);
  const above = followLines(input.lines);
  const closed = new Set([
    ...input.earlier.map((one) => keyOf(one.mentorId, one.menteeId)),
    ...input.vetoes.map((one) => keyOf(one.by, one.about)),
  ]);
  return (mentor, mentee) => {
    const [a, b] = [mentor.personId, mentee.personId];
    const gaps = gapsOf(mentee).flatMap(({ competency, gap, target }): HelpedGap[] => {
      const chance = chanceToReach(mentor, competency, target);
      return chance >= rules['mentoring.sure'] ? [{ competency, gap: level(gap), chance: share(chance) }] : [];
    });
    const interests = findSharedInterests(mentor.interests, mentee.interests);
    const counted = Math.min(interests.length, rules['mentoring.interests-most']);
    const sharedHours = mentor.week && mentee.week ? overlap(mentor.week, mentee.week) : null;
    const stops: Stop[] = [];
    if (above(a).has(b) || above(b).has(a)) stops.push('line');
    if (sharedHours !== null && sharedHours < rules['mentoring.overlap']) stops.push('hours');
    if (freePlaces.get(a)! < 1) stops.push('full');
    if (gaps.length === 0 || closed.has(keyOf(a, b))) stops.push('fit');
    const help = gaps.reduce((sum, one) => sum + one.gap * one.chance, 0);
    return { mentor, mentee, gaps, interests, sharedHours, stops, worth: help + counted * rules['mentoring.interest'] };
  };
}

const keyOf = (one: PersonId, other: PersonId) => [one, other].sort((a, b) => a - b).join(' ');

function chanceToReach(mentor: MentoringPerson, competency: Competency, target: number): number {
  const estimate = mentor.strengths[competency];
  if (estimate === undefined) return 0;
  if (estimate.sd === 0) return estimate.mean >= target ? 1 : 0;
  return normalCdf((estimate.mean - target) / estimate.sd);
}

/** Everybody above a person, at any distance. */
function followLines(lines: MentoringInput['lines']): (personId: PersonId) => ReadonlySet<PersonId> {
  const leads = Map.groupBy(lines, (line) => line.personId);
  const found = new Map<PersonId, Set<PersonId>>();
  return (personId) => {
    const known = found.get(personId);
    if (known) return known;
    const above = new Set<PersonId>();
    const open = [personId];
    for (let at = 0; at < open.length; at++)
      for (const { leadId } of leads.get(open[at]!) ?? [])
        if (!above.has(leadId)) {
          above.add(leadId);
          open.push(leadId);
        }
    found.set(personId, above);
    return above;
  };
}
